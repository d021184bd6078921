"""A table's file into rows, quickly: the way of every opening of a file that is as we wrote it.

It streams through the standard ``csv`` reader and proves each row by its end mark. At the
first thing it does not expect it gives up, and ``pieces`` reads the whole text again.
"""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from interview_journal.core.collecting import collection_paused
from interview_journal.core.tables import SCHEMA_VERSION
from interview_journal.store.layout import Layout
from interview_journal.store.pieces import Scan, read_piece, refuse_newer
from interview_journal.store.table_rows import Entry, TableRows

__all__ = ["Irregular", "read_quickly"]

_END_PREFIX: Final = f"e{SCHEMA_VERSION}_%08x"
_TAIL_AT_MOST: Final = 1 << 22
_BUFFER: Final = 1 << 20


class Irregular(Exception):  # noqa: N818 - a signal between two readers, never seen outside
    """The quick reader met something it does not expect."""


class _Window(io.RawIOBase):
    """A part of a file, so that bytes others are adding are not read halfway."""

    def __init__(self, file: BinaryIO, start: int, stop: int) -> None:
        self._file = file
        self._left = stop - start
        file.seek(start)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # a writable buffer, by protocol
        count = self._file.readinto(view[: min(len(view), self._left)])  # type: ignore[attr-defined]
        self._left -= count
        return int(count)


def read_quickly(
    path: Path, layout: Layout, rows: TableRows, *, start: int, stop: int, line: int
) -> Scan:
    """Take the rows between two offsets of a file in our own form.

    Raises:
        Irregular: If anything is not as we write it; the rows taken so far are then void.
        NewerJournalError: If a row carries a newer version's end mark.
    """
    with path.open("rb", buffering=0) as file, collection_paused():
        stop, tail = _without_tail(file, start, stop)
        window = io.BufferedReader(_Window(file, start, stop), _BUFFER)
        stream = io.TextIOWrapper(window, encoding="utf-8", newline="")
        try:
            reader = csv.reader(stream, delimiter=layout.separator, strict=True)
            line = _take_rows(path, reader, layout, rows, line)
        except (csv.Error, ValueError) as error:
            # Bytes that are no UTF-8 and revisions that are no number are ValueErrors.
            raise Irregular from error
        finally:
            stream.detach()
    if not tail:
        return Scan(stop, line)
    piece = read_piece(path, tail, layout, rows, line=line)
    return Scan(stop + piece.consumed, piece.line, piece.torn)


def _take_rows(
    path: Path, reader: Iterator[list[str]], layout: Layout, rows: TableRows, line: int
) -> int:
    """Take every row of the reader and return the number of the line after the last."""
    first = line
    crc32, newest, take = zlib.crc32, rows.newest, rows.take_whole
    canonical, own_cells, width = layout.is_canonical, layout.own_cells, len(layout.names)
    fresh = 0
    for row in reader:
        if len(row) != width:
            if any(row):
                raise Irregular
            rows.blank_rows += bool(row)
            line = first + reader.line_num  # type: ignore[attr-defined]
            continue
        cells = row if canonical else own_cells(row)
        joined = "\0".join(cells[:-1]).rstrip("\0").encode()
        if _END_PREFIX % crc32(joined) != cells[-1]:
            refuse_newer(path, cells[-1])
            raise Irregular
        record_id = cells[0]
        entry = Entry(int(cells[1]), cells, line)
        if record_id in newest:
            take(record_id, entry)
        else:
            newest[record_id] = entry
            fresh += 1
        line = first + reader.line_num  # type: ignore[attr-defined]
    if "" in newest:
        raise Irregular
    rows.row_count += fresh
    return line


def _without_tail(file: BinaryIO, start: int, stop: int) -> tuple[int, bytes]:
    """Return where our last complete row ends, and the bytes after it.

    CR never stands inside a cell of ours, so the last CRLF ends the last complete row.
    """
    if stop <= start:
        return stop, b""
    file.seek(max(start, stop - _TAIL_AT_MOST))
    tail = file.read(min(stop - start, _TAIL_AT_MOST)) or b""
    if tail.endswith(b"\n"):
        return stop, b""
    at = tail.rfind(b"\r\n")
    if at < 0:
        if stop - start > _TAIL_AT_MOST:
            raise Irregular
        return start, tail
    rest = tail[at + 2 :]
    return stop - len(rest), rest
