"""The rounds of an application: which were, which come, and what an outcome settles.

Pure functions of records and a day. A round is written down once anything of the talk itself is
in the journal; a round entered ahead of its day waits to be written down.
"""

from __future__ import annotations

from datetime import date, datetime, time
from operator import attrgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_journal.core.choices import ApplicationStatus, Outcome
    from interview_journal.core.records import Answer, Application, Forecast, Interview

__all__ = [
    "frozen_forecast",
    "is_written",
    "known_moment",
    "latest_first",
    "newest_round",
    "next_round_number",
    "place_in_time",
    "round_title",
    "status_after",
    "written_ids",
]

_SETTLED: Final[dict[Outcome, ApplicationStatus]] = {
    "advanced": "open",
    "rejected": "rejected",
    "withdrew": "withdrawn",
    "silence": "silent",
}
_END_OF_DAY: Final = time(23, 59)


def round_title(interview: Interview, application: Application | None) -> str:
    """Return "Northgate Hospital, round 1"; the company is left out where it is not known.

    Example:
        >>> from datetime import date
        >>> from interview_journal.core.records import Application, Interview
        >>> first = Interview(application_id="p_a", held_on=date(2026, 3, 4))
        >>> round_title(first, Application(id="p_a", company="Northgate Hospital"))
        'Northgate Hospital, round 1'
    """
    company = "Interview" if application is None else application.company
    return f"{company}, round {interview.round}"


def latest_first(interviews: Iterable[Interview]) -> list[Interview]:
    """Return the rounds by day, the latest first; on one day the later round first."""
    return sorted(interviews, key=place_in_time, reverse=True)


def place_in_time(interview: Interview) -> tuple[object, ...]:
    """Return what puts rounds in order: day, number, when it was written down.

    Example:
        >>> from datetime import UTC, date, datetime
        >>> from interview_journal.core.records import Interview
        >>> one, other = (
        ...     Interview(id=name, application_id=f"p_{name}", held_on=date(2026, 3, 4),
        ...               captured_at=datetime(2026, 3, 4, hour, tzinfo=UTC))
        ...     for name, hour in (("i_b", 18), ("i_a", 19))
        ... )
        >>> place_in_time(one) < place_in_time(other)
        True
    """
    written = interview.captured_at
    # Two that were not written down are as good as written at once.
    return (interview.held_on, interview.round, written is not None, written, interview.id)


def written_ids(answers: Iterable[Answer]) -> frozenset[str]:
    """Return the ids of the rounds that have an answer."""
    return frozenset(map(attrgetter("interview_id"), answers))


def is_written(interview: Interview, with_answers: frozenset[str]) -> bool:
    """Return whether anything of the talk itself is in the journal."""
    return (
        interview.captured_at is not None
        or bool(interview.account.strip())
        or interview.id in with_answers
        or interview.outcome is not None
    )


def newest_round(application_id: str, interviews: Iterable[Interview]) -> Interview | None:
    """Return the application's last round, None where it has none."""
    own = [one for one in interviews if one.application_id == application_id]
    return max(own, key=lambda one: (one.round, one.held_on, one.id), default=None)


def next_round_number(application_id: str, interviews: Iterable[Interview]) -> int:
    """Return the number the next round gets: 1 for the first, never above 99."""
    newest = newest_round(application_id, interviews)
    return 1 if newest is None else min(newest.round + 1, 99)


def known_moment(day: date, now: datetime) -> datetime:
    """Return the moment to keep for something heard on that day.

    An earlier day counts to its end: a guess made that evening was made before the news.
    """
    if day == now.date():
        return now
    return datetime.combine(day, _END_OF_DAY, tzinfo=now.tzinfo)


def status_after(
    application: Application,
    interview: Interview,
    outcome: Outcome,
    interviews: Iterable[Interview],
) -> ApplicationStatus | None:
    """Return how the application stands after a round's outcome; None where that is not certain.

    Certain is what the last round says, as long as nobody entered something else by hand: an
    offer, an acceptance or a refusal of the person's own stays.
    """
    newest = newest_round(application.id, interviews)
    if newest is not None and newest.id != interview.id:
        return None
    ours: set[ApplicationStatus] = {"open", "silent"}
    if interview.outcome is not None:
        ours.add(_SETTLED[interview.outcome])
    return _SETTLED[outcome] if application.status in ours else None


def frozen_forecast(interview: Interview, forecasts: Sequence[Forecast]) -> Forecast | None:
    """Return the last guess of a yes made before the outcome was known.

    None before there is an outcome: a guess is not shown again until then.
    """
    known_at = interview.outcome_known_at
    if interview.outcome is None or known_at is None:
        return None
    made = [
        one
        for one in forecasts
        if one.interview_id == interview.id
        and one.event == "advance"
        and one.forecast_at <= known_at
    ]
    return max(made, key=lambda one: (one.forecast_at, one.id), default=None)
