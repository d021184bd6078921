"""Care of the tables on request: tidy, bring back, accept, merge. Each runs under the lock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from interview_journal.core.tables import Table
from interview_journal.errors import InvalidRecordError, NewerJournalError
from interview_journal.store.cells import CellFault, format_cell
from interview_journal.store.disk import patiently, save_failed
from interview_journal.store.folder import BACKUPS, HISTORY, make_inner_folder
from interview_journal.store.folder_hazards import folder_problems
from interview_journal.store.journal_tables import JournalTables
from interview_journal.store.kept_files import COPIES, kept_tables, table_of_copy
from interview_journal.store.past import history_file
from interview_journal.store.record_set import record_of
from interview_journal.store.rewriting import make_ready, rewrite_table, stamped
from interview_journal.store.row_form import is_whole, same_row
from interview_journal.store.table_file import TableFile
from interview_journal.store.table_reader import TableReader
from interview_journal.store.table_rows import TableRows

__all__ = ["accept_missing", "adopt_typed", "bring_back", "merge_copies", "tidy"]

_REVISION: Final = 1
_SAVED_AT: Final = 2
_REMOVED: Final = 3


def adopt_typed(tables: JournalTables, name: str, folder: Path, now: datetime) -> int:
    """Give rows typed by hand their id, revision, time and end mark; return how many."""
    file = tables.files[name]
    scratch = TableRows(file.table)
    saved_at = format_cell(file.table.columns[_SAVED_AT], now)
    adopted = 0

    def change(cells: list[str]) -> list[str]:
        nonlocal adopted
        if cells[0] and (cells[-1] or cells[_REVISION]):
            return cells
        record_id = cells[0] or scratch.given_id(cells)
        if record_id not in file.rows.typed:
            return cells
        adopted += 1
        return stamped([record_id, "1", cells[_SAVED_AT] or saved_at, *cells[3:]])

    rewrite_table(file, folder, now, change)
    tables.reread_all(name)
    return adopted


def tidy(tables: JournalTables, folder: Path, now: datetime) -> tuple[str, ...]:
    """Take in typed rows and move old revisions to ``history/``; return what was done."""
    done: list[str] = []
    for name, file in tables.files.items():
        if file.refusal is not None:
            continue
        if file.rows.typed:
            count = adopt_typed(tables, name, folder, now)
            done.append(f"{file.path.name}: {count} rows typed by hand taken in")
        moved = _move_old(file, folder, now)
        if moved:
            tables.reread_all(name)
            done.append(f"{file.path.name}: {moved} earlier versions moved to {HISTORY}")
    return tuple(done)


def _move_old(file: TableFile, folder: Path, now: datetime) -> int:
    """Copy every row that is not the newest of its id to ``history/``, then leave it out."""
    newest = _surely_newest(file)

    def is_old(cells: list[str]) -> bool:
        # Only whole rows move: an odd one is for the person to look at first. A removal mark
        # stays even when it is old: a copy merged later must not bring the record back.
        return (
            is_whole(cells[:-1], cells[-1])
            and int(cells[_REVISION]) < newest.get(cells[0], 0)
            and not cells[_REMOVED].startswith("y")
        )

    own = [file.layout.own_cells(row.cells) for row in file.segments().rows]
    old = [cells for cells in own if is_old(cells)]
    if not old:
        return 0
    history = history_file(folder, file.table)
    make_inner_folder(history.path.parent)
    history.look()
    make_ready(history, folder, now)
    # A crash between the two steps left them there already.
    kept = {tuple(history.layout.own_cells(row.cells)) for row in history.segments().rows}
    lacking = [cells for cells in old if tuple(cells) not in kept]
    if lacking:
        history.append(lacking, day=now.date())
    rewrite_table(file, folder, now, lambda cells: None if is_old(cells) else cells)
    return len(old)


def _surely_newest(file: TableFile) -> dict[str, int]:
    """Return the newest revision of each id whose newest row is whole and reads well.

    Where it does not, an older row is what is shown meanwhile: it must stay where it is.
    """
    found = {}
    for record_id, entry in file.rows.newest.items():
        if not is_whole(entry.cells[:-1], entry.cells[-1]):
            continue
        try:
            record_of(file.table, entry.cells)
        except (CellFault, InvalidRecordError):
            continue
        found[record_id] = entry.revision
    return found


def accept_missing(tables: JournalTables) -> tuple[str, ...]:
    """Forget the rows that vanished; return their ids."""
    gone = []
    for file in tables.files.values():
        if file.missed:
            gone += list(file.missed)
            file.accept_missing()
    return tuple(gone)


def bring_back(tables: JournalTables, folder: Path, now: datetime) -> tuple[str, ...]:
    """Append the rows that vanished, taken from history and backups; return what was done."""
    done: list[str] = []
    for name, file in tables.files.items():
        wanted = dict(file.missed)
        if not wanted or file.refusal is not None:
            continue
        rows: list[list[str]] = []
        for record_id, (revision, found) in _find_kept(file.table, folder, wanted).items():
            shown = file.rows.newest.get(record_id)
            if shown is None or shown.revision < revision:
                rows += found
        if rows:
            file.append(rows, day=now.date())
            file.note_known()
            tables.reread_all(name)
            done.append(f"{file.path.name}: {len(rows)} rows brought back from the backups")
        if file.missed:
            done.append(f"{file.path.name}: {len(file.missed)} rows are in no backup")
    return tuple(done)


def _find_kept(
    table: Table, folder: Path, wanted: Mapping[str, int]
) -> dict[str, tuple[int, list[list[str]]]]:
    """Return for each id its newest whole rows up to the wanted revision, with that revision.

    Two rows of one revision are rivals: both come back.
    """
    best: dict[str, tuple[int, list[list[str]]]] = {}
    for kept_table, path in kept_tables(folder):
        if kept_table is not table:
            continue
        for cells in _whole_rows(path, table):
            record_id, revision = cells[0], int(cells[_REVISION])
            known, rows = best.get(record_id, (0, []))
            if revision > wanted.get(record_id, 0) or revision < known:
                continue
            if revision > known:
                best[record_id] = (revision, [cells])
            elif not any(same_row(row[:-1], cells[:-1]) for row in rows):
                rows.append(cells)
    return best


def _whole_rows(path: Path, table: Table) -> list[list[str]]:
    reader = TableReader(path, table)
    try:
        reader.look()
    except NewerJournalError:
        return []
    own = (reader.layout.own_cells(row.cells) for row in reader.segments().rows)
    return [cells for cells in own if is_whole(cells[:-1], cells[-1])]


def merge_copies(tables: JournalTables, folder: Path, now: datetime) -> tuple[str, ...]:
    """Append the whole rows of rival copies that a table lacks; the copies go to backups."""
    done: list[str] = []
    for problem in folder_problems(folder):
        path = folder / problem.file
        table = table_of_copy(path.stem) if problem.kind == "rival copy" else None
        if table is None:
            continue
        copy = TableReader(path, table)
        copy.look()
        if copy.refusal is not None or tables.files[table.name].refusal is not None:
            done.append(f"{path.name}: left as it is, for it or {table.file_name} cannot be read")
            continue
        added, odd = _merge(tables, copy, now)
        _put_away(path, folder, now)
        done.append(f"{path.name}: {added} rows added to {table.file_name}")
        if odd:
            done.append(
                f"{path.name}: {odd} rows changed outside this program were not added; "
                f"look at them in {BACKUPS}/{COPIES}"
            )
    return tuple(done)


def _put_away(path: Path, folder: Path, now: datetime) -> None:
    inner = folder / BACKUPS / COPIES
    make_inner_folder(inner)
    target = inner / f"{now.strftime('%Y%m%dT%H%M%S')}-{path.name}"
    try:
        patiently(path.rename, target)
    except OSError as error:
        raise save_failed(path, error) from error


def _merge(tables: JournalTables, copy: TableReader, now: datetime) -> tuple[int, int]:
    """Append what is lacking; return how many rows, and how many were not certain enough."""
    file = tables.files[copy.table.name]
    have = {tuple(file.layout.own_cells(row.cells)) for row in file.segments().rows}
    parts = copy.segments()
    rows = [copy.layout.own_cells(row.cells) for row in parts.rows]
    new = {tuple(row): row for row in rows if tuple(row) not in have}
    lacking = [row for row in new.values() if is_whole(row[:-1], row[-1])]
    if lacking:
        file.append(lacking, day=now.date())
        tables.reread_all(copy.table.name)
    return len(lacking), len(new) - len(lacking) + len(parts.stretches) + bool(parts.torn)
