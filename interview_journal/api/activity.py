"""The record of activity: its rows, its page to print, its table for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from interview_journal.errors import ExportError
from interview_journal.exporting.guarded_csv import guarded_csv
from interview_journal.exporting.placing import file_in_place, lies_inside, write_private_bytes
from interview_journal.writing import activity
from interview_journal.writing.activity import ACTIVITY_COLUMNS, ActivityRow, activity_cells

if TYPE_CHECKING:
    from datetime import date

    from interview_journal.store.journal import Journal

__all__ = ["activity_csv", "activity_page", "activity_rows", "save_activity"]

_TABLE: Final = ".csv"
_PAGES: Final = (".html", ".htm")


def activity_rows(journal: Journal, first: date, last: date) -> list[ActivityRow]:
    """Return the interviews that took place in a span of days, the oldest first.

    Date, employer, role, round, kind, interviewers; no answers, no ratings, no outcomes.

    Args:
        journal: The journal.
        first: The first day, inclusive.
        last: The last day, inclusive; what comes after today is left out.

    Example:
        >>> from datetime import date
        >>> import interview_journal as ij
        >>> sample = ij.open_journal(ij.sample_path())
        >>> [row.employer for row in ij.activity_rows(sample, date(2026, 3, 1), date(2026, 3, 31))]
        ['Osprey Freight', 'Osprey Freight']
    """
    return activity.activity_rows(journal, first, min(last, journal.now().date()))


def activity_page(journal: Journal, first: date, last: date) -> str:
    """Return the record as a page to print on A4 or Letter: HTML in one file, with a line to sign.

    Args:
        journal: The journal.
        first: The first day, inclusive.
        last: The last day, inclusive.
    """
    from interview_journal.writing.activity_page import activity_page as page

    return page(activity_rows(journal, first, last), first, last)


def activity_csv(journal: Journal, first: date, last: date) -> str:
    """Return the record as CSV in which no cell is run as a formula, one row an interview.

    Args:
        journal: The journal.
        first: The first day, inclusive.
        last: The last day, inclusive.
    """
    return guarded_csv(ACTIVITY_COLUMNS, activity_cells(activity_rows(journal, first, last)))


def save_activity(
    journal: Journal, path: str | Path, first: date, last: date, *, force: bool = False
) -> int:
    """Write the record to a file and return how many interviews it lists.

    Args:
        journal: The journal.
        path: A file whose name ends with ``.csv`` for a spreadsheet, ``.html`` for a page to print.
        first: The first day, inclusive.
        last: The last day, inclusive.
        force: Whether a file that is there already may be replaced.

    Raises:
        ExportError: If the name ends otherwise, the file is there already, the place lies in the
            journal, or the disk refuses.
    """
    place = Path(path).expanduser()
    ending = place.suffix.lower()
    if ending not in (_TABLE, *_PAGES):
        reason = "a record is a table or a page"
        raise ExportError(place, reason, "Let its name end with .csv or .html.")
    if lies_inside(place, journal.path):
        reason = "it would lie inside the journal"
        raise ExportError(place, reason, "Choose a folder outside the journal.")
    if ending == _TABLE:
        # With a mark at the start, by which spreadsheets know the letters for what they are.
        data = activity_csv(journal, first, last).encode("utf-8-sig")
    else:
        data = activity_page(journal, first, last).encode("utf-8")
    with file_in_place(place, force=force) as part:
        write_private_bytes(part, data)
    return len(activity_rows(journal, first, last))
