"""A record as a row of cells, the row as bytes, and the end mark that proves it whole."""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any, Final

from interview_journal.core.records import Record
from interview_journal.core.tables import SCHEMA_VERSION, TABLES, Table
from interview_journal.store.cells import formatter_of

__all__ = [
    "END_MARK",
    "cells_of",
    "end_mark",
    "is_whole",
    "revision_of",
    "row_bytes",
    "same_row",
    "version_of",
]

END_MARK: Final = re.compile(r"e([0-9]{1,3})_[0-9a-f]{8}")
"""A row's last cell: ``e``, the format's version, ``_`` and the checksum in eight hex digits."""

_PREFIX: Final = f"e{SCHEMA_VERSION}_%08x"
_SAVED_AT: Final = 2
_REVISION_DIGITS_AT_MOST: Final = 9


def end_mark(cells: Sequence[str]) -> str:
    r"""Return the end mark of a row's stored cells, in the table's own order, ``end`` left out.

    The checksum is CRC-32 of the cells joined by NUL, which no cell can hold. Empty cells at
    the end do not count, so that a column added later leaves old rows whole.

    Example:
        >>> end_mark(["a_x", "1", "hello"]) == end_mark(["a_x", "1", "hello", ""])
        True
    """
    return _PREFIX % zlib.crc32("\0".join(cells).rstrip("\0").encode("utf-8", "surrogatepass"))


def is_whole(cells: Sequence[str], mark: str) -> bool:
    """Return whether the mark is the one these cells were written with."""
    return mark == end_mark(cells)


def revision_of(cell: str) -> int | None:
    """Return the revision a cell names, from 1; None where it names none."""
    if len(cell) > _REVISION_DIGITS_AT_MOST or not (cell.isascii() and cell.isdecimal()):
        return None
    return int(cell) or None


def version_of(mark: str) -> int | None:
    """Return the format's version in an end mark, or None when it is no end mark."""
    found = END_MARK.fullmatch(mark)
    return int(found.group(1)) if found else None


def cells_of(table: Table, record: Record) -> list[str]:
    """Return the stored cells of a record, in the table's own order, ``end`` left out."""
    values_of, forms = _forms(table.name)
    # Most cells of a row are empty: they are not worth a call each.
    return [
        form(value) if value or (value is not None and value != "") else ""
        for value, form in zip(values_of(record.__dict__), forms, strict=True)
    ]


@functools.cache
def _forms(
    table_name: str,
) -> tuple[Callable[[dict[str, Any]], tuple[Any, ...]], list[Callable[[Any], str]]]:
    # By its name: to hash a table is to hash every word of its columns' help.
    columns = TABLES[table_name].columns
    return itemgetter(*(one.name for one in columns)), [formatter_of(one) for one in columns]


def same_row(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two rows hold the same cells, the time of the save aside."""
    return one[:_SAVED_AT] == other[:_SAVED_AT] and one[_SAVED_AT + 1 :] == other[_SAVED_AT + 1 :]


def row_bytes(rows: Iterable[Sequence[str]], *, separator: str = ",") -> bytes:
    """Return rows as stored: every cell quoted, CRLF at the end of each row, UTF-8."""
    # What csv.writer gives with QUOTE_ALL, in a fraction of its time for a single row.
    between = f'"{separator}"'
    lines = []
    for row in rows:
        line = between.join(row)
        if line.count('"') > 2 * (len(row) - 1):
            line = between.join([cell.replace('"', '""') for cell in row])
        lines.append(f'"{line}"\r\n')
    return "".join(lines).encode("utf-8")
