"""A calendar file of dates that any calendar program reads.

Read in again, the file updates what it brought before: an entry keeps its name, its sequence
number grows with every change of the journal, and what is no longer to be done is cancelled
under the same name. Every entry is marked as private.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from interview_journal.writing.calendar_values import one_line, place_line
from interview_journal.writing.time_zones import as_file_moment, time_zone_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import timedelta

    from icalendar import Alarm, Event, Timezone

    from interview_journal.writing.calendar_values import CalendarEntry

__all__ = ["calendar_bytes", "is_own_calendar", "sequence_number"]

_MADE_BY: Final = "-//interview_journal//Interview journal//EN"
_NAME: Final = "Interview journal"
_COUNTED_FROM: Final = datetime(2020, 1, 1, tzinfo=UTC)
_HIGHEST: Final = 2**31 - 1
"""Calendars keep a sequence number in 32 bits."""


def sequence_number(saved: Iterable[datetime | None]) -> int:
    """Return a number that grows with each save: seconds since 2020 of the latest one.

    Args:
        saved: When each record was saved; None where that is not known.

    Example:
        >>> sequence_number([datetime(2020, 1, 1, 0, 1, tzinfo=UTC), None])
        60
    """
    known = [moment for moment in saved if moment is not None]
    seconds = max(((one - _COUNTED_FROM).total_seconds() for one in known), default=0.0)
    return min(max(int(seconds), 0), _HIGHEST)


def is_own_calendar(data: bytes) -> bool:
    r"""Return whether a file is a calendar that was made here.

    Example:
        >>> is_own_calendar(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
        False
    """
    head, _, _ = data.partition(b"\r\nBEGIN:VEVENT")
    return data.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{_MADE_BY}".encode() in head


def calendar_bytes(entries: Sequence[CalendarEntry], *, made_at: datetime, sequence: int) -> bytes:
    """Return the calendar file: UTF-8, CRLF, lines of at most 75 bytes.

    Args:
        entries: In the order in which they are to stand in the file.
        made_at: The present, aware; says which of two files of one sequence is the newer.
        sequence: See ``sequence_number``.
    """
    # Loading it takes a moment that only who makes a calendar shall wait.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _NAME)
    events = [_event(one, made_at, sequence) for one in entries]
    for part in (*_time_zones(entries), *events):
        calendar.add_component(part)
    made: bytes = calendar.to_ical()
    return made


def _time_zones(entries: Sequence[CalendarEntry]) -> list[Timezone]:
    years: dict[str, set[int]] = {}
    for entry in entries:
        for moment in (entry.starts, entry.ends):
            if isinstance(moment, datetime):
                said = as_file_moment(moment)
                if isinstance(said.tzinfo, ZoneInfo):
                    years.setdefault(said.tzinfo.key, set()).add(said.year)
    return [time_zone_part(ZoneInfo(name), years[name]) for name in sorted(years)]


def _event(entry: CalendarEntry, made_at: datetime, sequence: int) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", one_line(entry.uid))
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("sequence", sequence)
    starts = entry.starts
    event.add("dtstart", as_file_moment(starts) if isinstance(starts, datetime) else starts)
    if entry.ends is not None:
        event.add("dtend", as_file_moment(entry.ends))
    event.add("summary", one_line(entry.summary))
    if entry.details:
        event.add("description", one_line(entry.details))
    if entry.place:
        event.add("location", place_line(entry.place))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    if not entry.is_cancelled:
        for before in entry.alarms:
            event.add_component(_alarm(entry, before))
    return event


def _alarm(entry: CalendarEntry, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", one_line(entry.summary))
    return alarm
