"""The forms for a person: change what is known of somebody, or add somebody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from interview_journal.core.choices import PERSON_KINDS
from interview_journal.core.day_words import day_words
from interview_journal.core.records import Encounter, Person
from interview_journal.core.rounds import latest_first
from interview_journal.widgets import fields as f
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.people_form import BASE, DeskForm
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press
from interview_journal.widgets.typed_values import (
    FormFaultsError,
    column_of,
    texts_of,
    typed_changes,
)

__all__ = ["NewPersonForm", "PersonForm", "person_line", "require_name"]

_REACH: Final = ("title", "email", "phone", "linkedin")
_MEETS: Final = {kind: label for kind, label in PERSON_KINDS.items() if kind != "referee"}
NO_NAME: Final = "What is the name?"


def person_line(name: str) -> f.Field:
    """Return the field of one of a person's short texts."""
    column = column_of(Person, name)
    hint = column.help if name == "relation" else ""
    return f.line(name, column.label, hint=hint, required=name == "name", half=name != "name")


def require_name(values: Mapping[str, str]) -> None:
    """Check that there is a name.

    Raises:
        FormFaultsError: If there is none.
    """
    if not values.get("name", "").strip():
        raise FormFaultsError({"name": NO_NAME})


def _notes() -> f.Field:
    return f.long("notes", column_of(Person, "notes").label, rows=2)


def _part(label: str = "Who is it?") -> f.Field:
    return f.choice("kind", label, _MEETS, skip="")


class PersonForm(DeskForm):
    """Changes what is known of a person."""

    kind = "person"
    group = "people"

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"About {self.person.name}"

    @property
    def person(self) -> Person:
        """Who it is about, as saved now."""
        return self.place.record(Person, self.item)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns it asks for."""
        if self.person.kind == "referee":
            return ("name", "relation", *_REACH, "notes")
        return ("name", "kind", *_REACH, "notes")

    def values(self) -> dict[str, str]:
        """Return what is saved."""
        return {**texts_of(self.person, self.names), BASE: str(self.person.revision)}

    def saved_at(self) -> datetime | None:
        """Return when that was saved."""
        return self.person.saved_at

    def fields(self, _values: Mapping[str, str]) -> list[f.Field]:
        """Return the columns as fields."""
        made = {"kind": _part, "notes": _notes}
        return [made[name]() if name in made else person_line(name) for name in self.names]

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save what was changed; what somebody else changed meanwhile stays."""
        require_name(values)
        journal = self.place.journal
        base = revision_of(journal, self.person, int(values.get(BASE) or 0))
        saved = merge_change(journal, base, typed_changes(Person, self.names, values))
        return Result(key=f"person:{saved.id}:{saved.revision}", texts=(f"Saved: {saved.name}.",))


class RefereeForm(PersonForm):
    """The same for a referee, among the referees."""

    kind = "referee"
    group = "referees"


class NewPersonForm(DeskForm):
    """Adds an interviewer or a recruiter to the application; its item is the application."""

    kind = "newperson"
    group = "people"
    save_label = "Add this person"

    @property
    def title(self) -> str:
        """What stands above it."""
        return "Add a person"

    def values(self) -> dict[str, str]:
        """Return an empty person, with the ids it will have."""
        journal = self.place.journal
        empty = dict.fromkeys(("name", *_REACH, "notes", "round", "topics"), "")
        new = {"_person": journal.new_id(Person), "_met": journal.new_id(Encounter)}
        return {**empty, **new, "kind": "interviewer"}

    def fields(self, values: Mapping[str, str]) -> list[f.Field]:
        """Return who it is, and where you met; what you talked about only where you did."""
        asked = [person_line("name"), _part(), *(person_line(name) for name in _REACH)]
        rounds = self._rounds()
        if rounds:
            asked.append(f.pick("round", "Where did you meet?", {"": "Not in a round", **rounds}))
        if values.get("round"):
            topics = column_of(Encounter, "topics")
            asked.append(f.long("topics", topics.label, hint=topics.help, rows=2))
        return [*asked, _notes()]

    def _rounds(self) -> dict[str, str]:
        own = [
            one
            for one in self.place.journal.interviews
            if one.application_id == self.place.application_id
        ]
        today = self.place.today
        return {
            one.id: f"Round {one.round}, {day_words(one.held_on, today=today)}"
            for one in latest_first(own)
        }

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save the person, and the meeting where there was one; twice the same is kept once."""
        require_name(values)
        about = typed_changes(Person, ("name", "kind", *_REACH, "notes"), values)
        person = Person(id=values["_person"], application_id=self.place.application_id, **about)
        records: list[Person | Encounter] = [person]
        if values.get("round"):
            records.append(
                Encounter(
                    id=values["_met"],
                    interview_id=values["round"],
                    person_id=person.id,
                    topics=values.get("topics", ""),
                )
            )
        self.place.journal.add_all(records)
        return Result(
            key=f"person:{person.id}",
            texts=(f"Added: {person.name}.",),
            buttons=(press("no_person", "Undo", item=person.id, small=True),),
        )
