"""One table's file read whole: quickly when it is as we wrote it, patiently when it is not.

Whatever the file is, something comes back: its rows, or the reason why nothing is read from it
and nothing may be written to it.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from interview_journal.core.problems import Problem
from interview_journal.core.tables import Table
from interview_journal.store.encodings import (
    BOM,
    byte_order_mark,
    encoding_notice,
    find_encoding,
)
from interview_journal.store.layout import (
    Layout,
    canonical_header,
    canonical_layout,
    find_layout,
    refusal_of,
)
from interview_journal.store.pieces import Scan, count_rows, read_piece
from interview_journal.store.scan import Irregular, read_quickly
from interview_journal.store.table_rows import TableRows

__all__ = ["Loaded", "load_table", "nothing_loaded", "read_bytes", "refused"]

_HEAD: Final = 1 << 16
_BEGINNING: Final = Scan(0, 1)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a table's file came to.

    Attributes:
        rows: What it holds.
        layout: How it is laid out; ours where there is no header yet.
        scan: Where its last complete row ends.
        refusal: Why nothing is read from it or written to it, or None.
        notices: What is to be said about the whole file.
        header_missing: Whether the next save has to begin with the header.
    """

    rows: TableRows
    layout: Layout
    scan: Scan = _BEGINNING
    refusal: Problem | None = None
    notices: tuple[Problem, ...] = ()
    header_missing: bool = False


def nothing_loaded(table: Table, refusal: Problem | None = None) -> Loaded:
    """Return what stands for a file that is not there, or from which nothing is read."""
    rows, layout = TableRows(table), canonical_layout(table)
    return Loaded(rows, layout, refusal=refusal, header_missing=refusal is None)


def refused(table: Table, found: str, remedy: str) -> Problem:
    """Return why a file is no table."""
    return Problem(
        kind="unreadable file",
        file=table.file_name,
        found=found,
        expected="a CSV file",
        remedy=remedy,
    )


def load_table(path: Path, table: Table, status: os.stat_result) -> Loaded:
    """Return what a table's file holds.

    Raises:
        NewerJournalError: If a newer version of this program wrote to it.
        OSError: If the system does not let us read it.
    """
    if not stat.S_ISREG(status.st_mode):
        remedy = "Move it away; nothing is read from it or written to it."
        return nothing_loaded(table, refused(table, "something that is not a file", remedy))
    head = read_bytes(path, 0, _HEAD)
    refusal = refusal_of(table, head)
    if refusal is not None:
        return nothing_loaded(table, refusal)
    if _is_unfinished(table, head, status.st_size):
        torn = Scan(0, 1, status.st_size)
        notices = () if status.st_size else (_empty(table),)
        return replace(nothing_loaded(table), scan=torn, notices=notices)
    quickly = _load_quickly(path, table, head, status.st_size)
    return _load_patiently(path, table, status.st_size) if quickly is None else quickly


def _is_unfinished(table: Table, head: bytes, size: int) -> bool:
    """Return whether not even the header is whole: not a row can be in there."""
    header = canonical_header(table)
    if len(head) < len(header) and header.startswith(head):
        return True
    return len(head) == size and not head.strip(BOM + b"\0 \r\n")


def _empty(table: Table) -> Problem:
    return Problem(
        kind="empty file",
        file=table.file_name,
        found="a file with nothing in it",
        expected="at least the names of the columns",
        remedy="The next save writes them.",
        notice=True,
    )


def _load_quickly(path: Path, table: Table, head: bytes, size: int) -> Loaded | None:
    """Return what the file holds when every row of it is as we write it, else None."""
    if byte_order_mark(head) not in (BOM, b""):
        return None
    layout = find_layout(table, head, "utf-8")
    if isinstance(layout, Problem):
        return None
    rows = TableRows(table)
    line = layout.lines + 1
    try:
        scan = read_quickly(path, layout, rows, start=layout.start, stop=size, line=line)
    except Irregular:
        return None
    return Loaded(rows, layout, scan)


def _load_patiently(path: Path, table: Table, size: int) -> Loaded:
    data = read_bytes(path, 0, size)
    encoding = find_encoding(data)
    layout = find_layout(table, data, encoding)
    if isinstance(layout, Problem):
        return nothing_loaded(table, replace(layout, row_count=count_rows(data, encoding)))
    rows = TableRows(table)
    data = data[layout.start :]
    piece = read_piece(path, data, layout, rows, line=layout.lines + 1)
    notice = encoding_notice(table, encoding)
    return Loaded(
        rows,
        layout,
        piece._replace(consumed=layout.start + piece.consumed),
        notices=() if notice is None else (notice,),
    )


def read_bytes(path: Path, start: int, count: int) -> bytes:
    """Return that part of a file, or what there is of it.

    Raises:
        OSError: If the system does not let us read it.
    """
    with path.open("rb", buffering=0) as file:
        file.seek(start)
        out = bytearray()
        while len(out) < count:
            piece = file.read(count - len(out))
            if not piece:
                break
            out += piece
        return bytes(out)
