"""What one press keeps: a referee was called, left, came back; what was just done is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.wording import company_of
from interview_journal.core.records import Application, Person, Reference
from interview_journal.widgets.people_met import first_name
from interview_journal.widgets.people_reference import NO_YES
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.store.journal import Journal

__all__ = ["DEED_GROUPS", "Deeds"]

DEED_GROUPS: Final[dict[str, str]] = {
    "called": "referees",
    "not_called": "referees",
    "not_agreed": "referees",
    "off": "referees",
    "back_on": "referees",
    "no_referee": "referees",
    "no_person": "people",
    "old_standing": "standing",
}
"""What can be pressed, and in which part of the page it says what was done."""


class Deeds:
    """Does what is pressed; twice the same changes nothing more."""

    def __init__(self, journal: Journal) -> None:
        """Keep it in that journal."""
        self._journal = journal
        self._deeds: dict[str, Callable[[str], Result | None]] = {
            "called": self._called,
            "not_called": self._not_called,
            "not_agreed": self._not_agreed,
            "off": self._off,
            "back_on": self._back_on,
            "no_referee": self._no_referee,
            "no_person": self._no_person,
            "old_standing": self._old_standing,
        }

    def do(self, name: str, item: str) -> Result | None:
        """Do it and return what was done; None where what it is about is gone.

        Args:
            name: One of ``DEED_GROUPS``.
            item: The id of what it is about.

        Raises:
            JournalError: If it could not be saved.
        """
        self._journal.refresh()
        return self._deeds[name](item)

    # Referees -----------------------------------------------------------------------------

    def _called(self, item: str) -> Result | None:
        reference = self._journal.get(Reference, item)
        if reference is None or reference.removed:
            return None
        if reference.checked_at is None:
            self._journal.revise(reference, checked_at=self._journal.now())
        name = self._name(reference)
        return Result(
            key=f"called:{item}",
            texts=(f"Noted. {name} spoke for you; Tonight reminds you to thank them.",),
            buttons=(press("not_called", "Undo", item=item, small=True),),
        )

    def _not_called(self, item: str) -> Result | None:
        reference = self._journal.get(Reference, item)
        if reference is not None and reference.checked_at is not None:
            self._journal.revise(reference, checked_at=None)
        return Result(key=f"not_called:{item}", texts=("Taken back. Nobody was called.",))

    def _not_agreed(self, item: str) -> Result | None:
        reference = self._journal.get(Reference, item)
        if reference is not None and reference.consented_at is not None:
            # What they were asked about stays: it is asked again with the yes.
            self._journal.revise(reference, consented_at=None)
        return Result(key=f"not_agreed:{item}", texts=(NO_YES,))

    def _off(self, item: str) -> Result | None:
        reference = self._journal.get(Reference, item)
        if reference is None:
            return None
        if not reference.removed:
            self._journal.remove(reference)
        application = self._journal.get(Application, reference.application_id)
        where = "this application" if application is None else company_of(application)
        return Result(
            key=f"off:{item}",
            texts=(f"{self._name(reference, whole=True)} does not speak for you at {where}.",),
            buttons=(press("back_on", "Put them back", item=item, small=True),),
        )

    def _back_on(self, item: str) -> Result | None:
        reference = self._journal.get(Reference, item)
        if reference is None:
            return None
        if reference.removed:
            self._journal.restore(reference)
        return Result(key=f"back_on:{item}", texts=(f"{self._name(reference)} is back.",))

    def _no_referee(self, item: str) -> Result | None:
        """Take back that somebody was added; a person nobody else needs goes with it."""
        reference = self._journal.get(Reference, item)
        if reference is None:
            return None
        if not reference.removed:
            self._journal.remove(reference)
        person = self._journal.get(Person, reference.person_id)
        others = [one for one in self._journal.references if one.person_id == reference.person_id]
        was_here = any(
            one.person_id == reference.person_id and one.id != item
            for one in self._journal.removed(Reference)
        )
        if person is not None and not person.removed and not others and not was_here:
            self._journal.remove(person)
        return Result(key=f"no_referee:{item}", texts=("Taken back.",))

    def _name(self, reference: Reference, *, whole: bool = False) -> str:
        person = self._journal.get(Person, reference.person_id)
        name = "Your referee" if person is None else person.name
        return name if whole or person is None else first_name(name)

    # The rest -----------------------------------------------------------------------------

    def _no_person(self, item: str) -> Result | None:
        person = self._journal.get(Person, item)
        if person is not None and not person.removed:
            self._journal.remove(person)
        return Result(key=f"no_person:{item}", texts=("Taken back.",))

    def _old_standing(self, item: str) -> Result | None:
        application = self._journal.get(Application, item)
        if application is None:
            return None
        now = (application.status, application.status_at)
        past = [
            one for one in self._journal.history(application) if (one.status, one.status_at) != now
        ]
        if past:
            old = past[-1]
            self._journal.revise(application, status=old.status, status_at=old.status_at)
        return Result(
            key=f"old_standing:{item}", texts=("Taken back. It stands as it did before.",)
        )
