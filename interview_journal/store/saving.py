"""The rules of a save: once is once, a stale base makes a rival, a conflict waits for a choice.

Each function runs under the journal's lock, after a look at the table's file, so that it
decides on what is really there. ``now`` is settled: to the second, with a fixed offset.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, TypeVar, cast

from interview_journal.core.records import Record
from interview_journal.core.tables import TABLES, Table, table_of
from interview_journal.errors import (
    ConflictError,
    RecordTooOldError,
    UnknownRecordError,
)
from interview_journal.store.journal_tables import JournalTables
from interview_journal.store.record_set import record_of
from interview_journal.store.row_form import cells_of, end_mark, same_row
from interview_journal.store.table_rows import Entry

__all__ = ["save_changed", "save_chosen", "save_new"]

R = TypeVar("R", bound=Record)

_CONTENT: Final = 3
"""Where a row's content begins, after id, revision and time; the removal mark is content."""


def save_new(tables: JournalTables, records: Sequence[R], now: datetime) -> list[R]:
    """Append records of one table as their first revisions, in one write; return them as saved.

    There is at least one.

    A record that is there already with the same cells is not written again. One whose id is
    there with other cells becomes a rival.

    Raises:
        SaveFailedError: If the disk refuses; none of them is stored then.
    """
    table = table_of(type(records[0]))
    newest = tables.files[table.name].rows.newest
    out: list[R] = []
    fresh: dict[str, list[R]] = {}
    for record in records:
        new = record.as_saved(revision=1, saved_at=now)
        if new.id in newest:
            stored = _stored_twin(tables, table, new) or _stored_rival(tables, table, new)
            if stored is not None:
                out.append(cast("R", stored))
                continue
            new = new.as_saved(revision=newest[new.id].revision, saved_at=now)
        out.append(new)
        same_id = fresh.setdefault(new.id, [])
        if not same_id or not any(new.same_content(other) for other in same_id):
            same_id.append(new)
    _append(tables, table, [record for same_id in fresh.values() for record in same_id], now)
    return out


def save_changed(tables: JournalTables, base: R, now: datetime, changes: dict[str, Any]) -> R:
    """Append a changed record as the next revision and return it as saved.

    Raises:
        UnknownRecordError: If the journal has no such row.
        ConflictError: If the row has rivals that are not settled.
        InvalidRecordError: If the changed record breaks a rule.
        SaveFailedError: If the disk refuses.
    """
    table = table_of(type(base))
    rows = tables.files[table.name].rows
    if base.revision < 1:
        raise RecordTooOldError(table.name, base.id, "a record that was added or read before")
    new = base.with_changes(**changes, revision=base.revision + 1, saved_at=now)
    newest = rows.newest.get(base.id)
    if newest is None:
        raise UnknownRecordError(table.name, base.id)
    stored = _stored_twin(tables, table, new)
    if stored is None and not _is_rival(tables, table, base):
        # The second click of a save that was stale: its rival row is there already.
        stored = _stored_rival(tables, table, new)
    if stored is not None:
        return cast("R", stored)
    if base.id in rows.rivals:
        raise ConflictError(table.name, base.id, newest.revision)
    current = tables.get(table.name, base.id)
    if current is not None and current.same_content(new.with_changes(revision=current.revision)):
        return cast("R", current)
    if current is None or not current.same_content(base):
        # Somebody saved in between: both versions stay, side by side.
        new = new.with_changes(revision=newest.revision)
    elif newest.revision != base.revision:
        # The newest row is unreadable and an older one is shown: never reuse its number.
        new = new.with_changes(revision=newest.revision + 1)
    _append(tables, table, [new], now)
    return new


def save_chosen(tables: JournalTables, chosen: R, revision: int, now: datetime) -> R:
    """Settle a conflict: append the chosen rival as the next revision and return it.

    Raises:
        UnknownRecordError: If the journal has no such row.
        RecordTooOldError: If it was settled otherwise, or changed again, in the meantime.
        SaveFailedError: If the disk refuses.
    """
    table = TABLES[chosen.table]
    rows = tables.files[table.name].rows
    newest = rows.newest.get(chosen.id)
    if newest is None:
        raise UnknownRecordError(table.name, chosen.id)
    new = chosen.with_changes(revision=revision + 1, saved_at=now)
    stored = _stored_twin(tables, table, new)
    if stored is not None:
        return cast("R", stored)
    if newest.revision != revision or chosen.id not in rows.rivals:
        raise RecordTooOldError(
            table.name, chosen.id, "a conflict that still waits; look again before choosing"
        )
    _append(tables, table, [new], now)
    return new


def _append(tables: JournalTables, table: Table, records: list[R], now: datetime) -> None:
    if not records:
        return
    file = tables.files[table.name]
    rows = [cells_of(table, record) for record in records]
    for cells in rows:
        cells.append(end_mark(cells))
    try:
        file.append(rows, day=now.date())
        for record in records:
            if record.id in file.rows.rivals:
                # The earlier rival is the one shown: let it be read from its row.
                tables.reread(table.name, record.id)
            else:
                tables.took(record)
    except BaseException:
        # Interrupted after the row was taken in: what was made of the row before is old.
        for record in records:
            tables.reread(table.name, record.id)
        raise


def _stored_twin(tables: JournalTables, table: Table, new: Record) -> Record | None:
    """Return the row that already holds this very revision, however long ago it was saved."""
    file = tables.files[table.name]
    newest = file.rows.newest[new.id]
    if newest.revision < new.revision:
        return None
    cells = cells_of(table, new)
    entries = [newest, *file.rows.rivals.get(new.id, ())]
    if newest.revision > new.revision:
        entries += file.history(new.id)
    return _first_made(table, [entry for entry in entries if same_row(entry.cells[:-1], cells)])


def _stored_rival(tables: JournalTables, table: Table, new: Record) -> Record | None:
    """Return the rival that already holds these words, whatever its revision's number."""
    content = cells_of(table, new)[_CONTENT:]
    rivals = tables.files[table.name].rows.rivals.get(new.id, ())
    return _first_made(table, [r for r in rivals if list(r.cells[_CONTENT:-1]) == content])


def _is_rival(tables: JournalTables, table: Table, base: Record) -> bool:
    """Return whether the record is one of the versions that wait for a choice."""
    cells = cells_of(table, base)
    rivals = tables.files[table.name].rows.rivals.get(base.id, ())
    return any(same_row(rival.cells[:-1], cells) for rival in rivals)


def _first_made(table: Table, entries: list[Entry]) -> Record | None:
    # Their cells are those of a record, so that they can be read.
    return record_of(table, entries[0].cells) if entries else None
