"""When a round was over: every deadline of a round hangs on its own end, never on another event.

What a person wrote down was over by then, and so was what has an outcome: a round that was called
off is over when they say so, not on the day on which it would have been.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from interview_journal.core.followup.days import in_zone, moment_at, zone_named

if TYPE_CHECKING:
    from datetime import date

    from interview_journal.core.followup.defaults import FollowUpDefaults
    from interview_journal.core.records import Interview

__all__ = ["RoundEnds"]


class RoundEnds:
    """Tells when a round was, or will be, over, as far as the journal knows.

    Example:
        >>> from datetime import UTC, date
        >>> from interview_journal.core.followup.defaults import FollowUpDefaults
        >>> from interview_journal.core.records import Interview
        >>> first = Interview(application_id="p_a", held_on=date(2026, 3, 4), duration_minutes=45,
        ...                   started_at=datetime(2026, 3, 4, 14, tzinfo=UTC))
        >>> RoundEnds(UTC, FollowUpDefaults()).of(first).isoformat()
        '2026-03-04T14:45:00+00:00'
    """

    def __init__(self, zone: tzinfo, defaults: FollowUpDefaults) -> None:
        """Take the person's zone, and how long an interview takes and when a day's are over."""
        self._zone = zone
        self._defaults = defaults
        # Many rounds share a day, and a change of zone is the dearest step of all.
        self._known: dict[tuple[date, str], datetime] = {}

    def of(self, one: Interview) -> datetime:
        """Return the end, in whatever zone it was written.

        Args:
            one: The round; its own zone says what its day is, where no hour is written.
        """
        end = self._planned(one)
        written = one.captured_at
        if written is not None and written < end and written >= self._start(one):
            end = written
        heard = (one.outcome_known_at or one.saved_at) if one.outcome is not None else None
        return end if heard is None else min(end, heard)

    def _planned(self, one: Interview) -> datetime:
        if one.started_at is not None:
            minutes = one.duration_minutes or self._defaults.interview_minutes
            return _plus(one.started_at, minutes)
        place = (one.held_on, one.time_zone)
        known = self._known.get(place)
        if known is None:
            there = moment_at(one.held_on, self._defaults.assumed_end, self._place(one))
            known = self._known[place] = in_zone(there, UTC)
        return known

    def _start(self, one: Interview) -> datetime:
        return one.started_at or moment_at(one.held_on, time(), self._place(one))

    def _place(self, one: Interview) -> tzinfo:
        return zone_named(one.time_zone) or self._zone


def _plus(start: datetime, minutes: int) -> datetime:
    """Return the instant so many minutes later: a stored moment has a fixed offset."""
    try:
        return start + timedelta(minutes=minutes)
    except OverflowError:
        return start
