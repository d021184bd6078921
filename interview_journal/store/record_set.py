"""Rows into records, when somebody asks for them, each only once.

A row that breaks a rule of its record is a located problem. Where a rival or an older revision
of it reads well, that one is shown meanwhile.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from interview_journal.core.collecting import collection_paused
from interview_journal.core.problems import Problem
from interview_journal.core.records import Record
from interview_journal.core.tables import TABLES, Column, Table
from interview_journal.errors import InvalidRecordError
from interview_journal.store.cells import CellFault, parser_of
from interview_journal.store.table_file import Change, TableFile
from interview_journal.store.table_rows import Entry, saved_order

__all__ = ["RecordSet", "faults_in", "record_of"]

_SHOWN_AT_MOST: Final = 40


class _Plan(NamedTuple):
    """How the cells of one table become values."""

    blanks: dict[str, Any]
    steps: tuple[tuple[str, Callable[[str], Any] | None], ...]


@functools.cache
def _plan(table_name: str) -> _Plan:
    columns = TABLES[table_name].columns
    return _Plan(
        # An empty cell is how an empty text is written; other kinds are then not given at all.
        {c.name: "" for c in columns if c.required and (c.is_free_text or c.kind == "link")},
        tuple((c.name, None if c.kind in ("id", "link") else parser_of(c)) for c in columns),
    )


def record_of(table: Table, cells: Sequence[str]) -> Record:
    """Return the record of a row's cells.

    Raises:
        CellFault: If a cell has no certain meaning.
        InvalidRecordError: If a value breaks a rule of the record.
    """
    plan = _plan(table.name)
    values = plan.blanks.copy()
    for (name, parse), cell in zip(plan.steps, cells, strict=False):
        if cell:
            values[name] = parse(cell) if parse is not None else cell
    return table.record.from_stored(values)


def faults_in(table: Table, entry: Entry) -> list[Problem]:
    """Return one located problem for each cell of a row that cannot be read."""
    plan = _plan(table.name)
    values = plan.blanks.copy()
    expected: dict[str, str] = {}
    for (name, parse), cell in zip(plan.steps, entry.cells, strict=False):
        try:
            if cell:
                values[name] = parse(cell) if parse is not None else cell
        except CellFault as fault:
            expected[name] = fault.expected
    try:
        table.record(**values)
    except InvalidRecordError as error:
        for found in error.faults:
            expected.setdefault(found.field, found.expected)
    # The row is one, however many of its cells are wrong.
    counts = iter([1])
    return [
        _problem(table, column, cell, entry, expected[column.name], next(counts, 0))
        for column, cell in zip(table.columns, entry.cells, strict=False)
        if column.name in expected
    ]


def _problem(
    table: Table, column: Column, cell: str, entry: Entry, expected: str, row_count: int
) -> Problem:
    shown = f'"{cell}"'
    if column.is_free_text or len(cell) > _SHOWN_AT_MOST:
        shown = f"text of {len(cell)} characters"
    return Problem(
        kind="unreadable cell",
        file=table.file_name,
        line=entry.line,
        column=column.name,
        record_id=entry.cells[0],
        found=shown if cell else "an empty cell",
        expected=expected,
        remedy="Correct the cell"
        + ("." if column.required else " or leave it empty.")
        + " The row is left as it is.",
        row_count=row_count,
    )


class RecordSet:
    """The records of one table, made from its rows on demand."""

    def __init__(self, file: TableFile) -> None:
        """Start empty; ``apply`` tells what the file brought."""
        self._file = file
        self._made: dict[str, Record] = {}
        self._faults: dict[str, tuple[Problem, ...]] = {}
        self._complete = False

    def apply(self, change: Change) -> None:
        """Forget what the file has newer."""
        if change.everything:
            self._made, self._faults = {}, {}
            self._complete = False
        for record_id in change.record_ids:
            self._made.pop(record_id, None)
            self._faults.pop(record_id, None)
            self._complete = False

    def put(self, record: Record) -> None:
        """Take in a record that was just saved."""
        self._faults.pop(record.id, None)
        self._made[record.id] = record

    def get(self, record_id: str) -> Record | None:
        """Return the newest readable revision of that id, removed or not."""
        if record_id in self._file.rows.newest:
            self._make([record_id])
        return self._made.get(record_id)

    def all(self) -> Iterator[Record]:
        """Return every record, removed ones too, in the order of their first rows."""
        newest, made = self._file.rows.newest, self._made
        if not self._complete:
            with collection_paused():
                self._make(newest)
            self._complete = True
        return (made[record_id] for record_id in newest if record_id in made)

    def faults(self) -> list[Problem]:
        """Return every located problem of the newest rows and their rivals, in their order."""
        self.all()
        found = [problem for problems in self._faults.values() for problem in problems]
        for rivals in self._file.rows.rivals.values():
            for rival in rivals[1:]:
                found += faults_in(self._file.table, rival)
        return sorted(found, key=lambda problem: problem.line or 0)

    def _make(self, record_ids: Iterable[str]) -> None:
        """Make the records that are not made yet."""
        table, rows, made = self._file.table, self._file.rows, self._made
        unread: list[str] = []
        for record_id in record_ids:
            if record_id in made or record_id in self._faults:
                continue
            entry = rows.newest[record_id]
            try:
                made[record_id] = record_of(table, entry.cells)
            except (CellFault, InvalidRecordError):
                self._faults[record_id] = tuple(faults_in(table, entry))
                unread.append(record_id)
        self._show_others(unread)

    def _show_others(self, record_ids: Sequence[str]) -> None:
        """Show a readable rival, or the newest readable revision before, for each of these."""
        rows, table = self._file.rows, self._file.table
        with_past = {i for i in record_ids if rows.newest[i].revision > 1 or i in rows.rivals}
        if not with_past:
            return
        # One pass over the file for all of them: a whole column may have been reformatted.
        for record_id, entries in self._file.histories(with_past).items():
            entries.sort(key=lambda entry: (-entry.revision, saved_order(entry)))
            for entry in entries:
                try:
                    self._made[record_id] = record_of(table, entry.cells)
                except (CellFault, InvalidRecordError):
                    continue
                break
