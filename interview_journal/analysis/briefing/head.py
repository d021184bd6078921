"""Which round it is, when, where, and how far away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words
from interview_journal.core.followup.days import in_zone, zone_named
from interview_journal.core.followup.wording import clock_words
from interview_journal.core.preparing.coming import days_until
from interview_journal.core.preparing.values import BriefingHead

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.records import Application, Interview

__all__ = ["briefing_head", "head_gaps"]

_NEAR: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_HOUR: Final = 60


def briefing_head(
    interview: Interview, application: Application | None, now: datetime
) -> BriefingHead:
    """Return the heading of a round.

    Args:
        interview: The round.
        application: Its application; None where it is not there.
        now: The present, aware, in the person's zone.

    Example:
        >>> from datetime import UTC, date, datetime
        >>> from interview_journal.core.records import Interview
        >>> ahead = Interview(application_id="p_a", round=2, held_on=date(2026, 3, 12),
        ...                   started_at=datetime(2026, 3, 12, 13, 30, tzinfo=UTC),
        ...                   time_zone="Europe/Berlin")
        >>> briefing_head(ahead, None, datetime(2026, 3, 11, 19, tzinfo=UTC)).when
        'Thursday 12 March, 2:30 pm (Europe/Berlin)'
    """
    days = days_until(interview, now)
    return BriefingHead(
        company="" if application is None else " ".join(application.company.split()),
        role="" if application is None else " ".join(application.role.split()),
        round=interview.round,
        kind=" ".join(interview.kind.split()),
        when=_when(interview, now),
        how_long=_minutes_words(interview.duration_minutes),
        place=" ".join(interview.place.split()),
        days_left=days,
        left_words=_left_words(days),
    )


def head_gaps(interview: Interview, application: Application | None) -> tuple[str, ...]:
    """Return what of the round itself the journal does not know, as lines to look up."""
    missing = (
        ("At what time it begins", interview.started_at is None),
        ("Where it is, or the link to the call", not interview.place.strip()),
        ("What kind of talk it is", not interview.kind.strip()),
        ("What the job needs", application is None or not application.requirements.strip()),
    )
    return tuple(words for words, is_missing in missing if is_missing)


def _when(interview: Interview, now: datetime) -> str:
    zone = zone_named(interview.time_zone)
    if interview.started_at is None:
        return day_words(interview.held_on, today=now.date())
    local = interview.started_at if zone is None else in_zone(interview.started_at, zone)
    words = f"{day_words(local.date(), today=now.date())}, {clock_words(local)}"
    # The zone is told where its clock is not the person's own: a train leaves by that one.
    is_own = local.utcoffset() == in_zone(local, now.tzinfo or local.tzinfo).utcoffset()  # type: ignore[arg-type]
    return words if is_own else f"{words} ({interview.time_zone or local.tzname()})"


def _minutes_words(minutes: int | None) -> str:
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, _HOUR)
    told = f"{hours} hour{'' if hours == 1 else 's'}" if hours else ""
    return told if not rest else f"{minutes} minutes"


def _left_words(days: int) -> str:
    return _NEAR.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")
