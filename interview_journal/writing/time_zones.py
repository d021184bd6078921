"""Time zones as a calendar file describes them: when which offset begins.

The calendar library can describe zones too, but lets summer begin an hour late and misses
changes that last a few weeks only, such as Morocco's in Ramadan. A file then shows another hour
than the journal does. Here each change stands by itself, for the years that the file needs.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from icalendar import Timezone

__all__ = ["as_file_moment", "time_zone_part"]

_DAY: Final = timedelta(days=1)
_SECOND: Final = timedelta(seconds=1)
_NO_ZONE: Final = timedelta()
_PLAIN_UTC: Final = frozenset({"UTC", "Etc/UTC", "Zulu", "Etc/Zulu", "UCT", "Etc/UCT"})


def as_file_moment(moment: datetime) -> datetime:
    """Return the same instant as a file can say it: in a named zone, or in UTC.

    A clock time that its zone shows twice goes to UTC: a file cannot say which one is meant.

    Args:
        moment: Aware.

    Example:
        >>> as_file_moment(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Rome")))
        datetime.datetime(2026, 10, 25, 1, 30, tzinfo=datetime.timezone.utc)
    """
    instant = moment.astimezone(UTC)
    zone = moment.tzinfo
    if not isinstance(zone, ZoneInfo) or not zone.key or zone.key in _PLAIN_UTC:
        return instant
    # Through UTC and back: a time that the clock was put forward over becomes one that exists.
    local = instant.astimezone(zone)
    first, second = (local.replace(fold=fold).utcoffset() for fold in (0, 1))
    return local if first == second else instant


def time_zone_part(zone: ZoneInfo, years: Collection[int]) -> Timezone:
    """Return the description of a zone, for moments in these years.

    Args:
        zone: A zone with a name.
        years: At least one.
    """
    # Loading it takes a moment that only who makes a calendar shall wait.
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    part = Timezone()
    part.add("tzid", zone.key)
    for onset, before in _onsets(zone, years):
        local = onset.astimezone(zone)
        is_summer = (local.dst() or _NO_ZONE) > _NO_ZONE
        rule = TimezoneDaylight() if is_summer else TimezoneStandard()
        # A change begins by the clock that was in force until then.
        rule.add("dtstart", (onset + before).replace(tzinfo=None))
        rule.add("tzoffsetfrom", before)
        rule.add("tzoffsetto", local.utcoffset())
        rule.add("tzname", local.tzname() or zone.key)
        part.add_component(rule)
    return part


def _onsets(zone: ZoneInfo, years: Collection[int]) -> Iterator[tuple[datetime, timedelta]]:
    """Yield when each offset begins, in UTC, and the offset before it."""
    wanted = {year + step for year in years for step in (-1, 0, 1)}
    for year in sorted(wanted):
        start = datetime(year, 1, 1, tzinfo=UTC)
        if year - 1 not in wanted:
            yield start, _offset(start, zone)
        yield from _changes(zone, start)


def _changes(zone: ZoneInfo, start: datetime) -> Iterator[tuple[datetime, timedelta]]:
    day, before = start, _offset(start, zone)
    while day.year == start.year:
        following = day + _DAY
        after = _offset(following, zone)
        if after != before:
            yield _moment_of_change(zone, day, following), before
        day, before = following, after


def _moment_of_change(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first second of the new offset, which begins after ``low``."""
    before = _offset(low, zone)
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if _offset(middle, zone) == before:
            low = middle
        else:
            high = middle
    return high


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or _NO_ZONE
