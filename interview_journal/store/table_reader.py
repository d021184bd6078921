"""One table's file as it is read: whole, or only what was added since the last look.

The file is remembered by size, inode, change time and its last bytes. Anything else than
"the same, with more at the end" is read again from the start.
"""

from __future__ import annotations

import os
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from interview_journal.core.problems import Problem
from interview_journal.core.tables import Table
from interview_journal.errors import SaveFailedError
from interview_journal.store.disk import save_failed
from interview_journal.store.layout import Layout
from interview_journal.store.loading import (
    Loaded,
    load_table,
    nothing_loaded,
    read_bytes,
    refused,
)
from interview_journal.store.pieces import Scan, cut_piece, read_piece
from interview_journal.store.row_form import revision_of
from interview_journal.store.segments import Segments
from interview_journal.store.table_rows import Entry, TableRows

__all__ = ["TAIL", "Change", "Mark", "TableReader", "stat_of"]

TAIL: Final = 64
"""How many of a file's last bytes are remembered."""

_PIECE_AT_MOST: Final = 1 << 20


class Mark(NamedTuple):
    """What the file looked like when it was last read."""

    inode: int
    size: int
    changed_ns: int
    tail: bytes


@dataclass(frozen=True, slots=True)
class Change:
    """What a look at the file brought: nothing, some ids, or everything anew."""

    everything: bool = False
    record_ids: tuple[str, ...] = ()


_UNCHANGED: Final = Change()


class TableReader:
    """The file of one table, and its rows in memory.

    Attributes:
        path: The file; it may not exist yet.
        rows: What it holds.
        layout: How it is laid out; ours while there is no file.
        refusal: Why nothing is read from it or written to it, or None.
        notices: What is to be said about the whole file.
    """

    def __init__(self, path: Path, table: Table) -> None:
        """Name the file; nothing is read yet."""
        self.table = table
        self.path = path
        self._name = os.fspath(path)
        self.loaded = False
        self._mark: Mark | None = None
        self._take_loaded(nothing_loaded(table))

    def _take_loaded(self, loaded: Loaded) -> None:
        self.rows: TableRows = loaded.rows
        self.layout: Layout = loaded.layout
        self.refusal: Problem | None = loaded.refusal
        self.notices: tuple[Problem, ...] = loaded.notices
        self._scan: Scan = loaded.scan
        self._header_missing: bool = loaded.header_missing

    def look(self) -> Change:
        """Take in what changed in the file since the last look.

        Raises:
            NewerJournalError: If a newer version of this program wrote to it.
        """
        if self.loaded:
            try:
                status = stat_of(self._name)
                if self._is_unchanged(status):
                    return _UNCHANGED
                if status is not None and self._only_grew(status):
                    return self._take_more(status)
            except OSError:
                # Gone or closed to us since: what is there now decides.
                pass
        self._load()
        return Change(everything=True)

    def _is_unchanged(self, status: os.stat_result | None) -> bool:
        mark = self._mark
        if status is None or mark is None:
            return status is None and mark is None and self.refusal is None
        return (
            status.st_size == mark.size
            and status.st_ino == mark.inode
            and status.st_mtime_ns == mark.changed_ns
        )

    def _only_grew(self, status: os.stat_result) -> bool:
        mark = self._mark
        if mark is None or self.refusal or self.layout.encoding != "utf-8" or not mark.tail:
            return False
        if status.st_ino != mark.inode or not mark.size < status.st_size:
            return False
        return self._read(self._scan.consumed - len(mark.tail), len(mark.tail)) == mark.tail

    def _take_more(self, status: os.stat_result) -> Change:
        start = self._scan.consumed
        if status.st_size - start <= _PIECE_AT_MOST:
            data = self._read(start, status.st_size - start)
            self.rows.changed.clear()
            # A CRLF that was cut in two was counted with its first half.
            line = self._scan.line - (data[:1] == b"\n" and self._ends_with(b"\r"))
            piece = read_piece(self.path, data, self.layout, self.rows, line=line)
            if not piece.stretches:
                self._scan = Scan(start + piece.consumed, piece.line, piece.torn)
                self._remember(status)
                return Change(record_ids=tuple(self.rows.changed))
        # What looks broken may be half of what somebody is still writing.
        self._load()
        return Change(everything=True)

    def _ends_with(self, byte: bytes) -> bool:
        return self._mark is not None and self._mark.tail.endswith(byte)

    def _load(self) -> None:
        """Read the whole file; whatever the system refuses becomes the refusal."""
        self.loaded = True
        self._mark = None
        try:
            status = stat_of(self.path)
            if status is None:
                self._take_loaded(nothing_loaded(self.table))
            else:
                self._take_loaded(load_table(self.path, self.table, status))
                self._remember(status)
        except OSError as error:
            self._mark = None
            reason = os.strerror(error.errno) if error.errno else "unknown reason"
            found = f"a file that cannot be read ({reason})"
            remedy = "Check the file's permissions, then open the journal again."
            self._take_loaded(nothing_loaded(self.table, refused(self.table, found, remedy)))

    def _read(self, start: int, count: int) -> bytes:
        return read_bytes(self.path, start, count)

    def _remember(self, status: os.stat_result) -> None:
        end = self._scan.consumed
        tail = b"" if self.refusal else self._read(max(0, end - TAIL), min(TAIL, end))
        self._mark = Mark(status.st_ino, status.st_size, status.st_mtime_ns, tail)

    @property
    def is_absent(self) -> bool:
        """Whether there is no such file yet."""
        return self._mark is None

    @property
    def torn_bytes(self) -> int:
        """How many bytes of an unfinished row hang at the end of the file."""
        return self._scan.torn

    def read_torn(self) -> bytes:
        """Return the bytes of the unfinished row at the end.

        Raises:
            SaveFailedError: If they cannot be read.
        """
        if not self._scan.torn:
            return b""
        try:
            return self._read(self._scan.consumed, self._scan.torn)
        except OSError as error:
            raise save_failed(self.path, error) from error

    def is_unchanged(self) -> bool:
        """Return whether the file is still the one that was last looked at."""
        try:
            return self._is_unchanged(stat_of(self.path))
        except OSError:
            return False

    def refuse(self, found: str) -> None:
        """Take the file for one that cannot be read as a table."""
        self.refusal = refused(self.table, found, "Restore it from a backup.")

    def segments(self) -> Segments:
        """Return the whole file cut into rows, stretches and torn tail, in its order.

        Raises:
            SaveFailedError: If the file cannot be read.
        """
        if self.refusal is not None or self._header_missing or self._mark is None:
            return Segments()
        try:
            data = self._read(0, self._mark.size)
        except OSError as error:
            raise save_failed(self.path, error) from error
        body = data[self.layout.start :]
        return cut_piece(body, self.layout, line=self.layout.lines + 1)[0]

    def history(self, record_id: str) -> list[Entry]:
        """Return every row of that id in the order of the file; reads the whole file."""
        return self.histories({record_id}).get(record_id, [])

    def histories(self, record_ids: Container[str]) -> dict[str, list[Entry]]:
        """Return every row of each of these ids; reads the whole file once."""
        found: dict[str, list[Entry]] = {}
        try:
            rows = self.segments().rows
        except SaveFailedError:
            return {}
        for row in rows:
            cells = self.layout.own_cells(row.cells)
            revision = revision_of(cells[1])
            if cells[0] in record_ids and revision is not None:
                found.setdefault(cells[0], []).append(Entry(revision, cells, row.line))
        return found


def stat_of(path: str | Path) -> os.stat_result | None:
    """Return the file's status, or None when there is no such file."""
    try:
        return os.stat(path)  # noqa: PTH116 - at every save
    except FileNotFoundError:
        return None
