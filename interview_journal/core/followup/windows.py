"""By when an answer can be expected: what they said goes before what is usual.

What was said in an earlier round still holds where the later one brought nothing newer: who says
in the second round that they decide by the eighth does not say it again on the trial day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from interview_journal.core.followup.days import day_plus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_journal.core.followup.facts import Process, Round
    from interview_journal.core.records import Encounter, Interview, Person

__all__ = [
    "AnswerWindow",
    "OpenPromise",
    "answer_window",
    "open_promises",
    "process_window",
    "tells_everyone",
]


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """By when an answer can be expected.

    Attributes:
        last_day: The last day on which it is still in time.
        days: How many days after the round that is.
        is_told: Whether they said so.
        named: What they named: a number of days, a day, or a day for word of some sort; empty
            where they named none.
        at_least: The shorter end of a span of days they named; 0 where there is none.
    """

    last_day: date
    days: int
    is_told: bool
    named: Literal["days", "day", "promise", ""] = ""
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """Something they promised for a day.

    Attributes:
        one: The round in which they did.
        met: What was noted of the person there.
        person: Who promised.
        day: The day they named.
    """

    one: Round
    met: Encounter
    person: Person
    day: date


def answer_window(interview: Interview, *, default_days: int) -> AnswerWindow:
    """Return by when an answer to that round can be expected, from that round alone.

    A day they named goes before a number of days, the longer end of a span before the shorter.

    Args:
        interview: The round.
        default_days: Taken where they said nothing.

    Example:
        >>> from interview_journal.core.records import Interview
        >>> told = Interview(application_id="p_a", held_on=date(2026, 2, 25), answer_in_days_max=14)
        >>> answer_window(told, default_days=7).last_day
        datetime.date(2026, 3, 11)
    """
    held_on = interview.held_on
    if interview.answer_by is not None:
        return _until(max(interview.answer_by, held_on), held_on, "day")
    said = [interview.answer_in_days_max, interview.answer_in_days_min]
    told = [one for one in said if one is not None]
    if told:
        days = max(told)
        last = day_plus(held_on, days)
        return AnswerWindow(last, days, is_told=True, named="days", at_least=min(told))
    return AnswerWindow(day_plus(held_on, default_days), default_days, is_told=False)


def _until(last: date, held_on: date, named: Literal["day", "promise"]) -> AnswerWindow:
    return AnswerWindow(last, (last - held_on).days, is_told=True, named=named)


def process_window(
    process: Process, latest: Round, promises: Sequence[OpenPromise], *, default_days: int
) -> AnswerWindow:
    """Return by when an answer to the latest round can be expected, from all that was said.

    Args:
        process: The application.
        latest: Its latest round that is over.
        promises: What they promised for a day and nothing has settled.
        default_days: Taken where they said nothing.
    """
    held_on = latest.interview.held_on
    window = answer_window(latest.interview, default_days=default_days)
    if not window.is_told:
        window = _said_otherwise(process, promises, held_on) or window
    promised = max((one.day for one in promises), default=window.last_day)
    return _until(promised, held_on, "promise") if promised > window.last_day else window


def _said_otherwise(
    process: Process, promises: Sequence[OpenPromise], held_on: date
) -> AnswerWindow | None:
    """Return what an earlier round said, else for which day a recruiter promised word."""
    for one in reversed(process.over[:-1]):
        earlier = answer_window(one.interview, default_days=0)
        if earlier.is_told and earlier.last_day >= held_on:
            return _until(earlier.last_day, held_on, "day")
    days = [one.day for one in promises if one.person.kind == "recruiter"]
    return _until(max(*days, held_on), held_on, "promise") if days else None


def open_promises(process: Process) -> Iterator[OpenPromise]:
    """Return what they promised for a day and what no later round has settled.

    A round with an outcome settled its promises; a later round settled those of the days before.
    """
    latest = process.latest
    for one in process.over:
        if latest is None or one.interview.outcome is not None:
            continue
        for met, person in one.met:
            day = met.they_promised_by
            if day is not None and (one is latest or day >= latest.interview.held_on):
                yield OpenPromise(one, met, person, day)


def tells_everyone(process: Process) -> bool | None:
    """Return whether everyone hears, as they last said; None where nobody said."""
    said = [one.interview.tells_if_unsuccessful for one in process.over]
    return next((one for one in reversed(said) if one is not None), None)
