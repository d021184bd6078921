"""Which records a draft is about, found from an interview and a person or from a due action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from interview_journal.core.rounds import latest_first

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import (
        Application,
        Encounter,
        Interview,
        Person,
        Record,
        Reference,
    )
    from interview_journal.core.view import JournalView

__all__ = ["About", "about_action", "about_round"]

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The records of one draft; None or empty where there is none.

    Attributes:
        application: The job.
        interview: The round.
        person: Whom it is for.
        encounters: Their meetings with the person in that round.
        panel: The ids of all who were met in that round, interviewers first.
        reference: What the person, as a referee, agreed to.
    """

    application: Application | None = None
    interview: Interview | None = None
    person: Person | None = None
    encounters: tuple[Encounter, ...] = ()
    panel: tuple[str, ...] = ()
    reference: Reference | None = None


def about_round(view: JournalView, interview: Interview, person: Person | None) -> About:
    """Return what a note to somebody after a round is about."""
    met = [one for one in view.encounters if one.interview_id == interview.id]
    return About(
        application=_found(view.applications, interview.application_id),
        interview=interview,
        person=person,
        encounters=tuple(one for one in met if person is not None and one.person_id == person.id),
        panel=_panel(view, met),
    )


def _panel(view: JournalView, met: Iterable[Encounter]) -> tuple[str, ...]:
    kinds = {one.id: one.kind for one in view.people}
    ids = dict.fromkeys(one.person_id for one in met if one.person_id in kinds)
    there = [one for one in ids if kinds[one] != "referee"]
    # Stable: within each kind the order in which they were written down.
    return tuple(sorted(there, key=lambda one: kinds[one] == "recruiter"))


def about_action(view: JournalView, action: DueAction, *, today: date) -> About:
    """Return what a due action's draft is about.

    A letter to a referee is about the latest round that was, else the first that comes.
    """
    person = _found(view.people, action.person_id)
    interview = _found(view.interviews, action.interview_id) or _latest(
        view, action.application_id, today
    )
    application = _found(view.applications, action.application_id)
    if interview is None:
        return About(
            application=application, person=person, reference=_reference(view, action, person)
        )
    round_ = about_round(view, interview, person)
    promise = tuple(one for one in round_.encounters if one.id == action.other_id)
    return About(
        application=application or round_.application,
        interview=interview,
        person=person,
        encounters=promise or round_.encounters,
        panel=round_.panel,
        reference=_reference(view, action, person),
    )


def _latest(view: JournalView, application_id: str, today: date) -> Interview | None:
    rounds = latest_first(one for one in view.interviews if one.application_id == application_id)
    over = [one for one in rounds if one.held_on <= today]
    return next(iter([*over, *reversed(rounds)]), None)


def _reference(view: JournalView, action: DueAction, person: Person | None) -> Reference | None:
    named = _found(view.references, action.other_id)
    if named is not None or person is None:
        return named
    own = [one for one in view.references if one.person_id == person.id]
    return next((one for one in own if one.application_id == action.application_id), None)


def _found(records: Iterable[R], record_id: str) -> R | None:
    return next((one for one in records if record_id and one.id == record_id), None)
