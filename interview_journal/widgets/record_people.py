"""The people met in a round: who they are, what they talked about, what was promised."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words
from interview_journal.core.records import Encounter, Person
from interview_journal.errors import UnknownRecordError
from interview_journal.widgets import fields as f
from interview_journal.widgets.list_section import ENTRY, ListSection
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.typed_values import (
    FormFaultsError,
    column_of,
    texts_of,
    typed_changes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from interview_journal.core.view import JournalView

__all__ = ["PeopleSection", "people_rows"]

_PERSON: Final = ("name", "title", "email", "phone", "linkedin")
_MET: Final = ("topics", "i_promised", "i_promised_by", "they_promised", "they_promised_by")
_THANKS_WITHIN: Final = timedelta(days=14)
"""A later thank-you note needs no address any more: it is not asked for."""


def people_rows(view: JournalView, interview_id: str, *, today: date) -> list[f.Row]:
    """Return the people of a round, with what a thank-you note still needs of them."""
    people = {person.id: person for person in view.people}
    held_on = next((one.held_on for one in view.interviews if one.id == interview_id), today)
    may_thank = today - held_on <= _THANKS_WITHIN
    return [
        _row(people[met.person_id], met, today, may_thank=may_thank)
        for met in view.encounters
        if met.interview_id == interview_id and met.person_id in people
    ]


def _row(person: Person, met: Encounter, today: date, *, may_thank: bool) -> f.Row:
    lines = [part for part in (person.title, met.topics) if part.strip()]
    for who, promise, by in (
        ("You promised", met.i_promised, met.i_promised_by),
        ("They promised", met.they_promised, met.they_promised_by),
    ):
        if promise.strip():
            when = f", by {day_words(by, today=today)}" if by is not None else ""
            lines.append(f"{who}: {promise}{when}")
    if may_thank and not person.email.strip():
        lines.append(
            f"To thank {person.name} you need an e-mail address: try the company’s site "
            "or LinkedIn."
        )
    buttons = [
        f.button("edit", "Edit", title=f"Edit {person.name}"),
        f.button("remove", "Remove", title=f"Remove {person.name} from this round"),
    ]
    return f.row(met.id, person.name, lines=lines, buttons=buttons)


class PeopleSection(ListSection):
    """The section on the screen."""

    name = "people"
    title = "The people you met"
    lead = "What each talked about makes a thank-you note personal."
    add_label = "Add a person"
    save_label = "Save this person"

    def rows(self) -> list[f.Row]:
        """Return the people of this round."""
        journal = self.desk.journal
        return people_rows(journal, self.desk.interview_id, today=journal.now().date())

    def editor(self, values: Mapping[str, str]) -> list[f.Field]:
        """Return the fields of one person and of this meeting."""
        known = values.get("name", "").strip()
        plain = [_person_line(name) for name in _PERSON]
        return [f.heading(known or "A person you met"), *plain, *_met_fields()]

    def blank(self) -> dict[str, str]:
        """Return an empty person, with both ids."""
        journal = self.desk.journal
        return {
            **dict.fromkeys((*_PERSON, *_MET), ""),
            ENTRY: journal.new_id(Encounter),
            "_person": journal.new_id(Person),
        }

    def values_of(self, entry: str) -> dict[str, str]:
        """Return one person and this meeting."""
        met, person = self._both(entry)
        return {
            **texts_of(person, _PERSON),
            **texts_of(met, _MET),
            ENTRY: entry,
            "_person": person.id,
            "_person_base": str(person.revision),
            "_base": str(met.revision),
        }

    def save_entry(self, values: Mapping[str, str]) -> None:
        """Save the person, then the meeting."""
        if not values.get("name", "").strip():
            raise FormFaultsError({"name": "What is the name?"})
        journal = self.desk.journal
        about = typed_changes(Person, _PERSON, values)
        meeting = typed_changes(Encounter, _MET, values)
        journal.refresh()
        person, met = journal.get(Person, values["_person"]), journal.get(Encounter, values[ENTRY])
        if person is None:
            application = self.desk.interview().application_id
            person = journal.add(Person(id=values["_person"], application_id=application, **about))
        else:
            base = revision_of(journal, person, int(values.get("_person_base") or 0))
            merge_change(journal, base, about)
        if met is None:
            meeting |= {"interview_id": self.desk.interview_id, "person_id": person.id}
            journal.add(Encounter(id=values[ENTRY], **meeting))
        else:
            base_met = revision_of(journal, met, int(values.get("_base") or 0))
            merge_change(journal, base_met, meeting)

    def remove_entry(self, entry: str) -> str:
        """Take the meeting away; the person stays known to the application."""
        met, person = self._both(entry)
        self.desk.journal.remove(met)
        if self.entry == entry:
            self.edit({ENTRY: ""})
        return person.name

    def restore_entry(self, entry: str) -> None:
        """Bring the meeting back."""
        self.desk.journal.restore(self._both(entry)[0])

    def _both(self, entry: str) -> tuple[Encounter, Person]:
        journal = self.desk.journal
        met = journal.get(Encounter, entry)
        person = None if met is None else journal.get(Person, met.person_id)
        if met is None or person is None:
            raise UnknownRecordError("encounters", entry)
        return met, person


def _person_line(name: str) -> f.Field:
    column = column_of(Person, name)
    return f.line(name, column.label, required=name == "name", half=name != "name")


def _met_fields() -> list[f.Field]:
    made = []
    for name in _MET:
        column = column_of(Encounter, name)
        if column.kind == "day":
            made.append(f.day(name, column.label))
        else:
            made.append(f.long(name, column.label, hint=column.help, rows=2))
    return made
