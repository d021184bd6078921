"""The journal's open dates as a calendar file: composed of what is due and of all records."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from interview_journal.api.due import follow_up_of, in_own_zone
from interview_journal.core.followup.defaults import parse_defaults
from interview_journal.writing.calendar import calendar_bytes, sequence_number
from interview_journal.writing.calendar_entries import open_entries
from interview_journal.writing.calendar_gone import gone_entries

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.store.journal import Journal

__all__ = ["calendar_file"]

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
    defaults, _problems = parse_defaults(journal.settings)
    present = in_own_zone(journal, now)
    ever = journal.with_removed()
    entries = open_entries(journal, follow_up_of(journal, now), present, defaults)
    gone = gone_entries(ever, (one.uid for one in entries), present, defaults)
    saved = chain.from_iterable(ever.records(table) for table in _DATED)
    sequence = sequence_number(one.saved_at for one in saved)
    return calendar_bytes([*entries, *gone], made_at=now, sequence=sequence)
