"""Business days and clock times in the person's own zone, through every change of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = [
    "business_day_after",
    "day_plus",
    "in_zone",
    "later",
    "moment_at",
    "on_or_after",
    "zone_named",
]

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_LOOKED_AT: Final = 366
"""A year of days off in a row is no calendar; the day is then taken as it is."""
_FIRST: Final = datetime.min  # noqa: DTZ901 - a zone is put to it
_LAST: Final = datetime.max.replace(microsecond=0)  # noqa: DTZ901 - a zone is put to it


def business_day_after(day: date, *, days_off: Collection[date] = ()) -> date:
    """Return the first business day after that day: Monday to Friday, no day off.

    Args:
        day: Any day.
        days_off: The person's own holidays.

    Example:
        >>> business_day_after(date(2026, 3, 6))
        datetime.date(2026, 3, 9)
    """
    return on_or_after(day_plus(day, 1), days_off=days_off)


def on_or_after(day: date, *, days_off: Collection[date] = ()) -> date:
    """Return that day where it is a business day, else the next one.

    Example:
        >>> on_or_after(date(2026, 3, 7), days_off={date(2026, 3, 9)})
        datetime.date(2026, 3, 10)
    """
    found = day
    for _ in range(_LOOKED_AT):
        if found.weekday() < _SATURDAY and found not in days_off:
            return found
        if found == date.max:
            break
        found += _DAY
    return day


def day_plus(day: date, days: int) -> date:
    """Return the day so many days later; the calendar's last day where it ends."""
    left = (date.max - day).days
    return day + timedelta(days=min(days, left))


def moment_at(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return that clock time on that day in a zone, as an instant that exists.

    Where the clock is put forward over it, the moment is as much later; where the clock shows it
    twice, the first is meant.

    Example:
        >>> from zoneinfo import ZoneInfo
        >>> moment_at(date(2026, 3, 29), time(2, 30), ZoneInfo("Europe/Berlin")).isoformat()
        '2026-03-29T03:30:00+02:00'
    """
    wall = datetime.combine(day, clock, tzinfo=zone)
    try:
        return wall.astimezone(UTC).astimezone(zone)
    except (OverflowError, ValueError):
        # The first and last hours of the calendar have no UTC beside them, and no clock changes.
        return wall


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return the same instant in a zone; the calendar's edge where it ends before that.

    Example:
        >>> from datetime import timezone
        >>> last = datetime(9999, 12, 31, 23, tzinfo=UTC)
        >>> in_zone(last, timezone(timedelta(hours=2))).isoformat()
        '9999-12-31T23:59:59+02:00'
    """
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError):
        edge = _FIRST if moment.year == 1 else _LAST
        return edge.replace(tzinfo=zone)


def later(moment: datetime, after: timedelta) -> datetime:
    """Return the instant so much later, in the same zone; the calendar's edge where it ends.

    Hours are real ones: a day over a change of the clock is 24 of them.

    Example:
        >>> from zoneinfo import ZoneInfo
        >>> eve = datetime(2026, 3, 28, 18, tzinfo=ZoneInfo("Europe/Berlin"))
        >>> later(eve, timedelta(hours=24)).isoformat()
        '2026-03-29T19:00:00+02:00'
    """
    try:
        return (moment.astimezone(UTC) + after).astimezone(moment.tzinfo)
    except (OverflowError, ValueError):
        # At the calendar's edges there is no UTC beside it, and no change of the clock.
        wall = moment.replace(tzinfo=None)
        return moment + min(max(after, _FIRST - wall), _LAST - wall)


def zone_named(name: str) -> tzinfo | None:
    """Return the zone of an IANA name; None where the name is empty or nobody knows it.

    Example:
        >>> str(zone_named("Europe/Berlin")), zone_named("Nowhere/At_All")
        ('Europe/Berlin', None)
    """
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A file of another format, a folder of that name: no zone either.
        return None
