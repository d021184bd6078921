"""The journal's open dates as a calendar file: composed of what is due and of all records."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interview_journal.api.due import follow_up_of, in_own_zone
from interview_journal.core.followup.defaults import parse_defaults
from interview_journal.errors import ExportError
from interview_journal.exporting.placing import file_in_place, lies_inside, write_private_bytes
from interview_journal.writing.calendar import calendar_bytes, is_own_calendar, sequence_number
from interview_journal.writing.calendar_entries import open_entries
from interview_journal.writing.calendar_gone import gone_entries

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.store.journal import Journal
    from interview_journal.writing.calendar_values import CalendarEntry

__all__ = ["SavedCalendar", "calendar_file", "save_calendar"]

_ENDING: Final = ".ics"
_DATED: Final = (
    "applications",
    "interviews",
    "people",
    "encounters",
    "references",
    "actions",
    "settings",
)
"""The tables from which dates follow."""


def calendar_file(journal: Journal, now: datetime) -> bytes:
    """Return all open dates as one calendar file (``.ics``) that any calendar program reads.

    Coming interviews, what is due, the last days they named for an answer. Read in again later,
    the file moves what was moved and takes out what is done, off or removed. Every entry is
    private and says only what is to be done.

    Args:
        journal: The journal.
        now: The present, aware.

    Example:
        >>> from datetime import UTC, datetime
        >>> import interview_journal as ij
        >>> evening = datetime(2026, 6, 23, 21, tzinfo=UTC)
        >>> ij.calendar_file(ij.open_journal(ij.sample_path()), evening)[:15]
        b'BEGIN:VCALENDAR'
    """
    return _as_file(journal, _entries(journal, now), now)


@dataclass(frozen=True, slots=True)
class SavedCalendar:
    """What was written to a calendar file.

    Attributes:
        path: The file.
        open_count: How many dates are open.
        cancelled_count: How many are taken out again, where they stood.
    """

    path: Path
    open_count: int
    cancelled_count: int


def save_calendar(
    journal: Journal, path: str | Path, now: datetime, *, force: bool = False
) -> SavedCalendar:
    """Write all open dates to a calendar file and return what was written.

    A calendar that was written before is replaced: it is the same one, brought up to date.

    Args:
        journal: The journal.
        path: A file whose name ends with ``.ics``.
        now: The present, aware.
        force: Whether any other file there may be replaced.

    Raises:
        ExportError: If the name ends otherwise, another file is there, the place lies in the
            journal, or the disk refuses.
    """
    place = Path(path).expanduser()
    if place.suffix.lower() != _ENDING:
        raise ExportError(place, "it is to be a calendar", "Let its name end with .ics.")
    if lies_inside(place, journal.path):
        raise ExportError(
            place, "it would lie inside the journal", "Choose a folder outside the journal."
        )
    entries = _entries(journal, now)
    with file_in_place(place, force=force or _is_own(place)) as part:
        write_private_bytes(part, _as_file(journal, entries, now))
    cancelled = sum(one.is_cancelled for one in entries)
    return SavedCalendar(place, len(entries) - cancelled, cancelled)


def _is_own(place: Path) -> bool:
    try:
        return is_own_calendar(place.read_bytes())
    except OSError:
        # What cannot be read is nobody's to replace.
        return False


def _entries(journal: Journal, now: datetime) -> list[CalendarEntry]:
    defaults, _problems = parse_defaults(journal.settings)
    present = in_own_zone(journal, now)
    entries = open_entries(journal, follow_up_of(journal, now), present, defaults)
    taken = [one.uid for one in entries]
    return [*entries, *gone_entries(journal.with_removed(), taken, present, defaults)]


def _as_file(journal: Journal, entries: list[CalendarEntry], now: datetime) -> bytes:
    ever = journal.with_removed()
    saved = chain.from_iterable(ever.records(table) for table in _DATED)
    sequence = sequence_number(one.saved_at for one in saved)
    return calendar_bytes(entries, made_at=now, sequence=sequence)
