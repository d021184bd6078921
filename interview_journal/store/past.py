"""The past of a record: every revision ever saved, from the table and from ``history/``."""

from __future__ import annotations

from pathlib import Path

from interview_journal.core.records import Record
from interview_journal.core.tables import Table
from interview_journal.errors import InvalidRecordError
from interview_journal.store.cells import CellFault
from interview_journal.store.folder import HISTORY
from interview_journal.store.record_set import record_of
from interview_journal.store.table_file import TableFile
from interview_journal.store.table_rows import Entry, content_of, saved_order

__all__ = ["history_file", "past_records"]


def history_file(folder: Path, table: Table) -> TableFile:
    """Return the file that holds a table's old revisions after a ``tidy``; it may not exist."""
    return TableFile(folder / HISTORY, table)


def past_records(file: TableFile, record_id: str) -> tuple[Record, ...]:
    """Return every readable revision of that id, the oldest first; equal rows count once."""
    older = history_file(file.path.parent, file.table)
    older.look()
    entries: list[Entry] = []
    seen: set[tuple[str, ...]] = set()
    # A row typed by hand has no id in the file yet: it is its own past.
    shown = file.rows.newest.get(record_id)
    typed = () if shown is None else (shown,)
    for entry in (*older.history(record_id), *file.history(record_id), *typed):
        content = content_of(entry)
        if content not in seen:
            seen.add(content)
            entries.append(entry)
    entries.sort(key=lambda entry: (entry.revision, saved_order(entry)))
    records = []
    for entry in entries:
        try:
            records.append(record_of(file.table, entry.cells))
        except (CellFault, InvalidRecordError):
            # It is reported with its place among the problems while it is the newest.
            continue
    return tuple(records)
