"""The forms for a referee: name one for this application, and keep what they agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.wording import company_of
from interview_journal.core.records import Application, Person, Reference
from interview_journal.core.rounds import known_moment
from interview_journal.widgets import fields as f
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.people_form import BASE, DeskForm
from interview_journal.widgets.people_person import person_line, require_name
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press
from interview_journal.widgets.typed_values import (
    YES_NO,
    FormFaultsError,
    text_of,
    typed_changes,
)

if TYPE_CHECKING:
    from interview_journal.core.view import JournalView

__all__ = ["AgreedForm", "NewRefereeForm", "day_in_past", "known_referees"]

_NEW: Final = ("name", "relation", "email", "phone")
NOT_A_DAY: Final = "Enter a day, such as today."
NOT_YET: Final = "This day is still to come."
NO_YES: Final = "Taken back. They have not said yes."


def day_in_past(name: str, text: str, *, now: datetime) -> datetime:
    """Return the moment to keep for something that happened on that day.

    Raises:
        FormFaultsError: If it is no day, or one still to come.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise FormFaultsError({name: NOT_A_DAY}) from None
    if day > now.date():
        raise FormFaultsError({name: NOT_YET})
    return known_moment(day, now)


def known_referees(view: JournalView, application_id: str) -> list[Person]:
    """Return the referees of other applications that do not speak for this one yet."""
    taken = {one.person_id for one in view.references if one.application_id == application_id}
    return [one for one in view.people if one.kind == "referee" and one.id not in taken]


def _scope() -> f.Field:
    hint = "For example: the team, the last two years. Not pay."
    return f.long("scope", "What may they be asked about?", hint=hint, rows=2)


class AgreedForm(DeskForm):
    """Keeps when a referee agreed, and to what."""

    kind = "agreed"
    group = "referees"

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"What {self._name} agreed to"

    @property
    def reference(self) -> Reference:
        """Which it is about, as saved now."""
        return self.place.record(Reference, self.item)

    @property
    def _name(self) -> str:
        return self.place.record(Person, self.reference.person_id).name

    def values(self) -> dict[str, str]:
        """Return what is saved, today where they had not agreed before."""
        reference = self.reference
        agreed = reference.consented_at or self.place.now
        return {
            "agreed_on": text_of(agreed.date()),
            "scope": reference.scope,
            BASE: str(reference.revision),
        }

    def saved_at(self) -> datetime | None:
        """Return when that was saved."""
        return self.reference.saved_at

    def buttons(self) -> list[f.Button]:
        """Return the form's buttons; a yes that is kept can be taken back."""
        kept = self.reference.consented_at is not None
        back = [f.button("not_agreed", "They did not agree")] if kept else []
        return [*super().buttons(), *back]

    def press(self, name: str) -> None:
        """Do what a button does."""
        if name != "not_agreed":
            super().press(name)
            return
        if self.reference.consented_at is not None:
            # What they were asked about stays: it is asked again with the yes.
            self.place.journal.revise(self.reference, consented_at=None)
        self.finish(Result(key=f"not_agreed:{self.item}", texts=(NO_YES,)))

    def fields(self, _values: Mapping[str, str]) -> list[f.Field]:
        """Return the day and what it is about."""
        return [f.day("agreed_on", "When did they say yes?", required=True), _scope()]

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save the yes; a day that was left as it stands keeps its hour."""
        agreed_at = day_in_past("agreed_on", values.get("agreed_on", ""), now=self.place.now)
        journal = self.place.journal
        base = revision_of(journal, self.reference, int(values.get(BASE) or 0))
        before = base.consented_at
        if before is not None and before.date() == agreed_at.date():
            agreed_at = before
        changes = {**typed_changes(Reference, ("scope",), values), "consented_at": agreed_at}
        saved = merge_change(journal, base, changes)
        name = self._name
        undo = press("not_agreed", "Undo", item=saved.id, small=True, title=f"Undo: {name} agreed")
        return Result(
            key=f"agreed:{saved.id}:{saved.revision}",
            texts=(f"{name} speaks for you. Tell them before anybody calls.",),
            buttons=() if before is not None else (undo,),
        )


class NewRefereeForm(DeskForm):
    """Names a referee for the application: one known already, or somebody new."""

    kind = "newreferee"
    group = "referees"
    save_label = "Add this referee"

    @property
    def title(self) -> str:
        """What stands above it."""
        company = company_of(self.place.record(Application, self.place.application_id))
        return f"Who can speak for you at {company}?"

    def values(self) -> dict[str, str]:
        """Return nothing said, with the ids it will have."""
        journal = self.place.journal
        known = known_referees(journal, self.place.application_id)
        return {
            **dict.fromkeys((*_NEW, "scope"), ""),
            "who": known[0].id if known else "",
            "agreed": "no",
            "_person": journal.new_id(Person),
            "_reference": journal.new_id(Reference),
        }

    def fields(self, values: Mapping[str, str]) -> list[f.Field]:
        """Return whom it is about and whether they agreed; to what, only where they did."""
        known = known_referees(self.place.journal, self.place.application_id)
        asked = []
        if known:
            options = {one.id: _known_label(one) for one in known}
            asked.append(f.pick("who", "Who?", {**options, "": "Somebody new"}))
        if values.get("who") not in [one.id for one in known]:
            asked.extend(person_line(name) for name in _NEW)
        hint = "Nobody should be named as a referee without having said yes."
        asked.append(f.choice("agreed", "Have they said yes?", YES_NO, hint=hint, skip=""))
        return [*asked, _scope()] if values.get("agreed") == "yes" else asked

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save the person where they are new, and that they speak for this application."""
        journal = self.place.journal
        known = known_referees(journal, self.place.application_id)
        person = next((one for one in known if one.id == values.get("who")), None)
        records: list[Person | Reference] = []
        if person is None:
            require_name(values)
            about = typed_changes(Person, _NEW, values)
            person = Person(id=values["_person"], kind="referee", **about)
            records.append(person)
        agreed = values.get("agreed") == "yes"
        reference = Reference(
            id=values["_reference"],
            application_id=self.place.application_id,
            person_id=person.id,
            consented_at=self.place.now if agreed else None,
            scope=values.get("scope", "") if agreed else "",
        )
        journal.add_all([*records, reference])
        return _added(reference, person)


def _added(reference: Reference, person: Person) -> Result:
    asked = reference.consented_at is not None
    then = "They have said yes." if asked else "Ask them first; Tonight reminds you."
    return Result(
        key=f"referee:{reference.id}",
        texts=(f"Added: {person.name}. {then}",),
        buttons=(press("no_referee", "Undo", item=reference.id, small=True),),
    )


def _known_label(person: Person) -> str:
    relation = person.relation.strip()
    return f"{person.name} ({relation})" if relation else person.name
