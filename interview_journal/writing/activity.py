"""A record of activity: which interviews took place, with whom, for an office that asks.

It holds what such an office needs and nothing that was said: no answer, no rating, no outcome.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import ApplicationStatus
from interview_journal.core.rounds import place_in_time, written_ids
from interview_journal.writing.calendar_values import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.core.records import Application, Interview
    from interview_journal.core.view import JournalView

__all__ = ["ACTIVITY_COLUMNS", "ActivityRow", "activity_cells", "activity_rows"]

ACTIVITY_COLUMNS: Final = ("date", "employer", "role", "round", "kind", "interviewers")
_CLOSED: Final[frozenset[ApplicationStatus]] = frozenset(
    {"accepted", "declined", "rejected", "withdrawn"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One interview that took place.

    Attributes:
        held_on: On which day.
        employer: With whom; empty where that is not known.
        role: For which job.
        round: 1 for the first talk with them.
        kind: What sort of interview.
        interviewers: Who was met, in the order entered.
    """

    held_on: date
    employer: str
    role: str
    round: int
    kind: str
    interviewers: tuple[str, ...]


def activity_rows(view: JournalView, first: date, last: date) -> list[ActivityRow]:
    """Return the interviews that took place in a span of days, the oldest first.

    One that was called off is left out, as far as the journal knows of it.

    Args:
        view: The records.
        first: The first day, inclusive.
        last: The last day, inclusive; interviews still to come are no activity yet.
    """
    applications = {one.id: one for one in view.applications}
    with_answers, met = written_ids(view.answers), _names_met(view)
    held = sorted(
        (one for one in view.interviews if first <= one.held_on <= last),
        key=place_in_time,
    )
    return [
        ActivityRow(
            held_on=one.held_on,
            employer="" if application is None else one_line(application.company),
            role="" if application is None else one_line(application.role),
            round=one.round,
            kind=one_line(one.kind),
            interviewers=met.get(one.id, ()),
        )
        for one in held
        for application in [applications.get(one.application_id)]
        if _took_place(one, application, with_answers)
    ]


def activity_cells(rows: Iterable[ActivityRow]) -> list[tuple[object, ...]]:
    """Return one tuple a row with a value for each of ``ACTIVITY_COLUMNS``."""
    return [
        (
            one.held_on.isoformat(),
            one.employer,
            one.role,
            one.round,
            one.kind,
            "; ".join(one.interviewers),
        )
        for one in rows
    ]


def _names_met(view: JournalView) -> dict[str, tuple[str, ...]]:
    names = {one.id: one_line(one.name) for one in view.people if one.kind != "referee"}
    met: dict[str, dict[str, str]] = defaultdict(dict)
    for one in view.encounters:
        if one.person_id in names:
            met[one.interview_id][one.person_id] = names[one.person_id]
    return {interview_id: tuple(found.values()) for interview_id, found in met.items()}


def _took_place(
    one: Interview, application: Application | None, with_answers: frozenset[str]
) -> bool:
    if one.captured_at is not None or one.account.strip() or one.id in with_answers:
        return True
    if one.outcome == "withdrew":
        return False
    if application is None or application.status not in _CLOSED or application.status_at is None:
        return True
    return one.held_on <= application.status_at.date()
