"""A round to come: which application it carries on, whom one knows there, what is stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from interview_journal.core.records import Application, Encounter, Interview, Person, Record
from interview_journal.core.rounds import latest_first, newest_round, next_round_number
from interview_journal.widgets.record_short import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.view import JournalView

__all__ = [
    "ComingEntry",
    "ComingState",
    "coming_records",
    "coming_state",
]

PEOPLE_AT_MOST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingState:
    """What the form says about the company typed so far.

    Attributes:
        application: The application that is carried on; None for a new one.
        round: The number the round gets.
        sentence: Both in words; empty while no company is typed.
        people: Whom one knows there, those of the latest round first.
        expected: The names to start with: the interviewers of the latest round.
    """

    application: Application | None = None
    round: int = 1
    sentence: str = ""
    people: tuple[Person, ...] = ()
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingEntry:
    """What the form holds when it is saved.

    Attributes:
        company: As typed.
        role: As typed; may be empty.
        held_on: The day.
        started_at: When it begins, where that is known.
        kind: What kind of round; may be empty.
        place: Address, room or link; may be empty.
        names: Who will be there, known or not.
    """

    company: str
    role: str
    held_on: date
    started_at: datetime | None = None
    kind: str = ""
    place: str = ""
    names: tuple[str, ...] = ()


def coming_state(view: JournalView, *, company: str, role: str) -> ComingState:
    """Return what follows from the company and role typed so far."""
    if not company.strip():
        return ComingState()
    application = _carried_on(view, company, role)
    if application is None:
        return ComingState(sentence="New in your journal. This will be round 1.")
    number = next_round_number(application.id, view.interviews)
    role_words = f", {application.role}" if application.role else ""
    people, expected = _known_people(view, application)
    return ComingState(
        application=application,
        round=number,
        sentence=f"{application.company}{role_words}: this will be round {number}.",
        people=people,
        expected=expected,
    )


def _carried_on(view: JournalView, company: str, role: str) -> Application | None:
    """Return the application meant: same company, same role where one is typed.

    Of several the one talked about last; one that is over only where none is open.
    """
    wanted, wanted_role = company.casefold().strip(), role.casefold().strip()
    found = [
        one
        for one in view.applications
        if one.company.casefold().strip() == wanted
        and wanted_role in ("", one.role.casefold().strip())
    ]
    if not found and wanted_role:
        # A role typed for an application that has none yet completes it.
        found = [
            one
            for one in view.applications
            if one.company.casefold().strip() == wanted and not one.role.strip()
        ]
    last_talk = {one.application_id: one.held_on for one in reversed(latest_first(view.interviews))}
    return max(
        found,
        key=lambda one: (
            one.status in ("open", "offer", "silent"),
            last_talk.get(one.id, date.min),
            one.id,
        ),
        default=None,
    )


def _known_people(
    view: JournalView, application: Application
) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    newest = newest_round(application.id, view.interviews)
    there = {
        one.person_id
        for one in view.encounters
        if newest is not None and one.interview_id == newest.id
    }
    # A name with a separator in it would come back from the line as two.
    own = [
        one
        for one in view.people
        if one.application_id == application.id and names_in(one.name) == [one.name]
    ]
    own.sort(key=lambda one: one.id not in there)
    # A recruiter who came along once is offered, not expected.
    expected = [one.name for one in own if one.id in there and one.kind == "interviewer"]
    return tuple(own[:PEOPLE_AT_MOST]), tuple(expected)


def coming_records(entry: ComingEntry, state: ComingState, interview_id: str) -> Sequence[Record]:
    """Return the records to store, parents first.

    Every id follows from the interview's, which was drawn when the form was shown: the same
    entry stored twice is stored once.

    Args:
        entry: What the form holds.
        state: What follows from its company and role.
        interview_id: The id of the round.
    """
    records: list[Record] = []
    application = state.application
    if application is None:
        application = Application(
            id=_derived("p", interview_id, ""),
            company=entry.company.strip(),
            role=entry.role.strip(),
        )
        records.append(application)
    records.append(
        Interview(
            id=interview_id,
            application_id=application.id,
            round=state.round,
            held_on=entry.held_on,
            started_at=entry.started_at,
            kind=entry.kind.strip(),
            place=entry.place.strip(),
        )
    )
    known = {one.name.casefold(): one.id for one in reversed(state.people)}
    met: list[Record] = []
    for name in entry.names:
        person_id = known.get(name.casefold())
        if person_id is None:
            person_id = _derived("n", interview_id, name)
            records.append(Person(id=person_id, application_id=application.id, name=name))
        met.append(
            Encounter(
                id=_derived("m", interview_id, name), interview_id=interview_id, person_id=person_id
            )
        )
    return [*records, *met]


def _derived(prefix: str, interview_id: str, name: str) -> str:
    digest = hashlib.sha256(f"{interview_id}\n{name}".encode()).hexdigest()
    return f"{prefix}_{digest[:16]}"
