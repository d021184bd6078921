"""When a round was over: every deadline of a round hangs on its own end, never on another event.

What a person wrote down was over by then, and so was what has an outcome: a round that was called
off is over when they say so, not on the day on which it would have been.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from interview_journal.core.followup.days import in_zone, later, moment_at, zone_named

if TYPE_CHECKING:
    from interview_journal.core.followup.defaults import FollowUpDefaults
    from interview_journal.core.records import Interview

__all__ = ["round_end"]


def round_end(one: Interview, zone: tzinfo, defaults: FollowUpDefaults) -> datetime:
    """Return when a round was, or will be, over, as far as the journal knows.

    Args:
        one: The round; its own zone says what its day is, where no hour is written.
        zone: The person's zone, in which the moment is given.
        defaults: How long an interview takes, and when the day's interviews are over.

    Example:
        >>> from datetime import UTC, date
        >>> from interview_journal.core.followup.defaults import FollowUpDefaults
        >>> from interview_journal.core.records import Interview
        >>> first = Interview(application_id="p_a", held_on=date(2026, 3, 4), duration_minutes=45,
        ...                   started_at=datetime(2026, 3, 4, 14, tzinfo=UTC))
        >>> round_end(first, UTC, FollowUpDefaults()).isoformat()
        '2026-03-04T14:45:00+00:00'
    """
    if one.started_at is not None:
        start = in_zone(one.started_at, zone)
        end = later(start, timedelta(minutes=one.duration_minutes or defaults.interview_minutes))
    else:
        place = zone_named(one.time_zone) or zone
        start = in_zone(moment_at(one.held_on, time(), place), zone)
        end = in_zone(moment_at(one.held_on, defaults.assumed_end, place), zone)
    if one.captured_at is not None and one.captured_at >= start:
        end = min(end, in_zone(one.captured_at, zone))
    heard = (one.outcome_known_at or one.saved_at) if one.outcome is not None else None
    return end if heard is None else min(end, in_zone(heard, zone))
