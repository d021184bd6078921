"""The rows of one table in memory: the newest of each id, rivals, and what was odd.

Rows go in one after another, from the whole file or from what was added to it, and the state
afterwards is the same. Older revisions are not kept: the file has them.
"""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from interview_journal.core.identity import ID_PATTERN
from interview_journal.core.problems import Problem
from interview_journal.core.tables import Table
from interview_journal.store.cells import CellFault, parse_moment, parser_of
from interview_journal.store.row_form import is_whole, revision_of, version_of

__all__ = ["Entry", "Place", "TableRows", "content_of", "saved_order"]

_SHOWN_AT_MOST: Final = 40
_REVISION, _SAVED_AT, _REMOVED, _CONTENT = 1, 2, 3, 4
_REVISION_EXPECTED: Final = "a whole number from 1"
_LETTERS: Final = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")


class Entry(NamedTuple):
    """A row: its revision, its cells in the table's order with ``end`` last, its line."""

    revision: int
    cells: Sequence[str]
    line: int


class Place(NamedTuple):
    """A row that something is to be said about."""

    record_id: str
    revision: int
    line: int


def saved_order(entry: Entry) -> tuple[float, int]:
    """Return what sorts rows by the moment they were saved, whatever offset it is written in."""
    try:
        saved_at = parse_moment(entry.cells[_SAVED_AT]).timestamp()
    except CellFault:
        saved_at = math.inf
    return saved_at, entry.line


@dataclass(slots=True)
class TableRows:
    """What one table holds.

    Attributes:
        table: Which table.
        newest: The newest row of each id; of rivals the one saved first.
        rivals: All rows of an id whose newest revision stands there more than once.
        edited: Rows that were changed outside, old revisions too.
        copies: Rows that say again what another row says.
        typed: Ids given to rows typed by hand, each with its line.
        problems: Rows that could not be taken.
        row_count: How many rows were taken, old revisions included.
        blank_rows: How many rows held nothing at all.
        changed: Ids whose newest row changed since somebody last emptied this.
    """

    table: Table
    newest: dict[str, Entry] = field(default_factory=dict)
    rivals: dict[str, list[Entry]] = field(default_factory=dict)
    edited: list[Place] = field(default_factory=list)
    copies: list[Place] = field(default_factory=list)
    typed: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    row_count: int = 0
    blank_rows: int = 0
    changed: set[str] = field(default_factory=set)
    _named: list[tuple[list[str], int]] = field(default_factory=list)
    _given: dict[str, int] = field(default_factory=dict)
    _seen: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)

    def take_whole(self, record_id: str, entry: Entry) -> None:
        """Take a row that is whole: the end mark fits."""
        self.row_count += 1
        known = self.newest.get(record_id)
        if known is None or entry.revision > known.revision:
            self.newest[record_id] = entry
            self.changed.add(record_id)
            self._forget_marks(record_id)
        elif entry.revision == known.revision:
            self._take_rival(record_id, known, entry)

    def take(self, cells: list[str], line: int, *, is_certain: bool | None = None) -> None:
        """Take any complete row; a typed one that names its id waits for ``settle_named``."""
        if is_certain is None:
            is_certain = is_whole(cells[:-1], cells[-1])
        revision = revision_of(cells[_REVISION])
        fault = None if is_certain and revision else self._fault(cells, line)
        if fault is not None:
            self.problems.append(fault)
        elif not cells[0]:
            self._take_typed(self.given_id(cells), cells, line)
        elif revision is not None:
            entry = Entry(revision, cells, line)
            self.take_whole(cells[0], entry)
            if not is_certain:
                self.edited.append(Place(cells[0], entry.revision, line))
        else:
            self._named.append((cells, line))

    def settle_named(self) -> None:
        """Take the typed rows that name an id of their own, now that all others are known."""
        for cells, line in self._named:
            if cells[0] not in self.newest:
                self._take_typed(cells[0], cells, line)
                continue
            self.problems.append(
                Problem(
                    kind="typed by hand",
                    file=self.table.file_name,
                    line=line,
                    record_id=cells[0],
                    found="a row without revision and end mark, with the id of another row",
                    expected="an empty id in a new row",
                    remedy="Clear its id to keep it as a new row. It is left as it is.",
                    row_count=1,
                )
            )
        self._named.clear()

    def _take_typed(self, record_id: str, cells: Sequence[str], line: int) -> None:
        revision = revision_of(cells[_REVISION]) or 1
        entry = Entry(revision, [record_id, str(revision), *cells[_SAVED_AT:]], line)
        self.take_whole(record_id, entry)
        if self.newest[record_id] is entry:
            self.typed[record_id] = line

    def _take_rival(self, record_id: str, known: Entry, entry: Entry) -> None:
        seen = self._seen.setdefault(record_id, {content_of(known)})
        content = content_of(entry)
        # The end mark tells nothing about content here: an edited copy keeps its old one.
        if content in seen:
            self.copies.append(Place(record_id, entry.revision, entry.line))
            return
        seen.add(content)
        rivals = self.rivals.setdefault(record_id, [known])
        insort(rivals, entry, key=saved_order)
        self.newest[record_id] = rivals[0]
        self.changed.add(record_id)

    def _forget_marks(self, record_id: str) -> None:
        if self._seen or self.typed:
            self._seen.pop(record_id, None)
            self.rivals.pop(record_id, None)
            self.typed.pop(record_id, None)

    def given_id(self, cells: Sequence[str]) -> str:
        """Return an id for the next row typed by hand: the same each time the file is read.

        It follows from the words alone, and from how often they stood there before.
        """
        words = "\0".join(cells[_CONTENT:-1]).encode("utf-8", "surrogatepass")
        # Its library takes milliseconds to load, and rows typed by hand are rare.
        import hashlib

        digest = hashlib.blake2b(words, digest_size=8).hexdigest()
        base = f"{self.table.record.id_prefix}_{digest.translate(_LETTERS)}"
        number = self._given[base] = self._given.get(base, 0) + 1
        return base if number == 1 else f"{base}_{number}"

    def _fault(self, cells: Sequence[str], line: int) -> Problem | None:
        """Return why a row's bookkeeping cells cannot be read, or None."""
        if cells[0] and not ID_PATTERN.fullmatch(cells[0]):
            return self._cell_problem("id", cells[0], "an id such as a_k3vq9x", line)
        if cells[_REVISION] and not revision_of(cells[_REVISION]):
            return self._cell_problem("revision", cells[_REVISION], _REVISION_EXPECTED, line)
        for index in (_SAVED_AT, _REMOVED):
            column, cell = self.table.columns[index], cells[index]
            try:
                if cell:
                    parser_of(column)(cell)
            except CellFault as fault:
                return self._cell_problem(column.name, cell, fault.expected, line)
        if cells[-1] and version_of(cells[-1]) is None:
            return self._cell_problem("end", cells[-1], "the end mark or nothing", line)
        if cells[0] and cells[-1] and not cells[_REVISION]:
            return self._cell_problem("revision", "", _REVISION_EXPECTED, line)
        return None

    def _cell_problem(self, column: str, cell: str, expected: str, line: int) -> Problem:
        shown = f'"{cell}"' if len(cell) <= _SHOWN_AT_MOST else f"{len(cell)} characters"
        return Problem(
            kind="unreadable cell",
            file=self.table.file_name,
            line=line,
            column=column,
            found=shown if cell else "an empty cell",
            expected=expected,
            remedy="Correct the cell, or take the row from a backup. The row is left as it is.",
            row_count=1,
        )


def content_of(entry: Entry) -> tuple[str, ...]:
    """Return what makes two rows the same: all cells, the time of the save and the mark aside."""
    return (*entry.cells[:_SAVED_AT], *entry.cells[_SAVED_AT + 1 : -1])
