"""A journal with one application under way, and the tab that shows it, for these tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from interview_journal.api.opening import open_journal
from interview_journal.core.followup.facts import FollowUpFacts, Process, follow_up_facts
from interview_journal.core.records import Application, Encounter, Interview, Person, Reference
from interview_journal.widgets.handing import Handing
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.people_desk import PeopleAndDates

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.core.view import JournalView
    from interview_journal.store.journal import Journal

TODAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


@dataclass
class Page:
    """One journal with the tab that shows it, in a panel of its own."""

    folder: Path
    at: datetime = NOW
    changes: int = 0
    journal: Journal = field(init=False)
    panel: Panel = field(init=False)
    desk: PeopleAndDates = field(init=False)

    def __post_init__(self) -> None:
        self.journal = open_journal(self.folder, now=lambda: self.at)
        self.show()

    def show(self) -> PeopleAndDates:
        """Show the journal in a panel built afresh."""
        self.panel = Panel(label="People")
        self.desk = PeopleAndDates(
            self.journal, self.panel, Handing(), on_changed=self._count, now=lambda: self.at
        )
        self.panel.show(self.desk.parts)
        self.desk.redraw()
        return self.desk

    def _count(self) -> None:
        self.changes += 1

    # What a person has --------------------------------------------------------------------

    def application(self, company: str = "Northgate Hospital", **more: Any) -> Application:
        return self.journal.add(Application(company=company, **({"role": "Nurse"} | more)))

    def round(self, application: Application, days: int = -2, **more: Any) -> Interview:
        told = {"account": "We talked."} if days <= 0 else {}
        day = TODAY + timedelta(days)
        given: dict[str, Any] = {"application_id": application.id, "held_on": day}
        return self.journal.add(Interview(**(given | told | more)))

    def person(self, application: Application, name: str = "Ana Ruiz", **more: Any) -> Person:
        return self.journal.add(Person(application_id=application.id, name=name, **more))

    def met(self, interview: Interview, person: Person, **more: Any) -> Encounter:
        return self.journal.add(Encounter(interview_id=interview.id, person_id=person.id, **more))

    def referee(
        self, application: Application, name: str = "Maria Gomez", **more: Any
    ) -> Reference:
        person = self.journal.add(Person(kind="referee", name=name, relation="Former manager"))
        return self.journal.add(
            Reference(application_id=application.id, person_id=person.id, **more)
        )

    # What a person does -------------------------------------------------------------------

    def open(self, name: str, item: str = "") -> Any:
        """Press a button that opens a form and return the form."""
        self.desk.press(name, item)
        assert self.desk.opened is not None
        return self.desk.opened.form

    def type(self, **values: str) -> None:
        """Type into the form that is open, as the screen reports it."""
        assert self.desk.opened is not None
        form = self.desk.opened.form
        form.take_typed({**form.values, **values})

    def save(self) -> dict[str, str]:
        """Press the open form's own button and return what stands beside its fields."""
        assert self.desk.opened is not None
        form = self.desk.opened.form
        form.press("save")
        return dict(form.errors)

    # What a person sees -------------------------------------------------------------------

    def section(self, part: str) -> dict[str, Any]:
        return next(one for one in self.desk.sheets[part].sections if one["key"] == part)

    def result(self) -> dict[str, Any]:
        """Return what was just done, as it is said."""
        (found,) = (
            one
            for sheet in self.desk.sheets.values()
            for one in sheet.sections
            if one["key"].startswith("result:")
        )
        return found

    def undo(self) -> None:
        """Press the first button below what was just done."""
        button = self.result()["buttons"][0]
        self.desk.press(button["name"], button["item"])

    def shown(self) -> dict[str, Any]:
        """Return all that is on the screen."""
        return shown(self.desk)

    def says(self, part: str) -> str:
        """Return all words of a part of the page."""
        return "\n".join(words_in(self.desk.sheets[part].sections))

    def labels(self, part: str) -> list[str]:
        """Return the labels of all that can be pressed in a part of the page."""
        return labels_in(self.desk.sheets[part].sections)

    def message(self) -> str:
        """Return what the panel says went wrong."""
        return str(self.panel.notice.message.get("text", ""))


def shown(desk: PeopleAndDates) -> dict[str, Any]:
    return {
        "sections": {part: sheet.sections for part, sheet in desk.sheets.items()},
        "parts": [type(one).__name__ for one in desk.page.children],
        "slots": {
            part: [type(w).__name__ for w in one.children] for part, one in desk.slots.items()
        },
        "chooser": (desk.chooser.form.fields, dict(desk.chooser.form.values)),
    }


def words_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in words_in(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in words_in(one)]
    return []


def labels_in(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [one["label"] for one in (*value.get("links", []), *value.get("buttons", []))]
        return own + [label for one in value.get("lines", []) for label in labels_in(one)]
    if isinstance(value, list | tuple):
        return [label for one in value for label in labels_in(one)]
    return []


def facts_of(view: JournalView, now: datetime = NOW) -> FollowUpFacts:
    return follow_up_facts(view, now)


def process_of(view: JournalView, now: datetime = NOW) -> Process:
    """Return the only application of a journal, laid out for the rules."""
    (found,) = facts_of(view, now).processes
    return found
