"""How one table's file is laid out: encoding, separator, columns; found, never guessed.

The separator is found from the names in the header, not by statistics over the text. A
header that is not certainly ours stops every write to that file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from interview_journal.core.problems import Problem
from interview_journal.core.tables import END_COLUMN, Table
from interview_journal.store.encodings import BOM, byte_order_mark, decode_text, encode_text
from interview_journal.store.headers import header_problem

__all__ = ["BOM", "Layout", "canonical_header", "canonical_layout", "find_layout", "refusal_of"]

_HEADER_AT_MOST: Final = 1 << 20
_SEPARATORS: Final = (",", ";", "\t", "|")
_SEP_LINE: Final = re.compile(r'"?sep=([,;\t|])"?(\r\n|\n|\r)')
_TITLE_LINES_AT_MOST: Final = 20

_MAGIC: Final = {
    b"PK\x03\x04": "a zip file or Excel workbook named .csv",
    b"\x1f\x8b": "a gzip file named .csv",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook named .csv",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out.

    Attributes:
        encoding: Codec name of the text after the byte order mark.
        separator: One character.
        names: The header's cells in the file's order, unknown columns included.
        positions: For each column of the table, then ``end``: its place in the file or None.
        start: Bytes before the first row.
        lines: Lines before the first row.
    """

    encoding: str
    separator: str
    names: tuple[str, ...]
    positions: tuple[int | None, ...]
    start: int
    lines: int

    @property
    def is_canonical(self) -> bool:
        """Whether columns stand in the table's own order with none added or missing."""
        return self.positions == tuple(range(len(self.names)))

    @property
    def is_complete(self) -> bool:
        """Whether a row of ours can be appended: UTF-8, and every column has its place."""
        return self.encoding == "utf-8" and None not in self.positions

    def own_cells(self, row: Sequence[str]) -> list[str]:
        """Return a row's cells in the table's order, ``end`` last; empty where missing."""
        if self.is_canonical:
            return list(row)
        return ["" if place is None else row[place] for place in self.positions]

    def file_cells(self, cells: Sequence[str]) -> list[str]:
        """Return own cells (``end`` last) in the file's order; unknown columns stay empty."""
        if self.is_canonical:
            return list(cells)
        out = [""] * len(self.names)
        for place, cell in zip(self.positions, cells, strict=True):
            if place is not None:
                out[place] = cell
        return out


def canonical_header(table: Table, extra: Sequence[str] = ()) -> bytes:
    """Return the first bytes of a file of ours: byte order mark and header."""
    names = (*table.header[:-1], *extra, END_COLUMN)
    line = ",".join('"' + name.replace('"', '""') + '"' for name in names)
    return BOM + encode_text(line, "utf-8") + b"\r\n"


def canonical_layout(table: Table, extra: Sequence[str] = ()) -> Layout:
    """Return the layout of a file of ours, with the person's own columns before ``end``."""
    width = len(table.header) - 1
    names = (*table.header[:-1], *extra, END_COLUMN)
    positions = (*range(width), width + len(extra))
    return Layout("utf-8", ",", names, positions, len(canonical_header(table, extra)), 1)


def refusal_of(table: Table, head: bytes) -> Problem | None:
    """Return why these first bytes are no table at all, or None."""
    for magic, found in _MAGIC.items():
        if head.startswith(magic):
            return Problem(
                kind="unreadable file",
                file=table.file_name,
                found=found,
                expected="a CSV file",
                remedy="Save it as CSV (UTF-8) under this name, or restore it from a backup.",
            )
    return None


def find_layout(table: Table, head: bytes, encoding: str) -> Layout | Problem:
    """Return how the file is laid out, or why its header cannot be ours.

    Args:
        table: Whose file it is.
        head: The file's first bytes, at least the header's line.
        encoding: The codec for what follows the byte order mark.
    """
    if encoding == "utf-8" and head.startswith(canonical_header(table)):
        # As we write it, which it nearly always is: nothing is to be found out.
        return canonical_layout(table)
    mark = byte_order_mark(head)
    text = decode_text(head[len(mark) :], encoding)[:_HEADER_AT_MOST]
    # Written twice by two programs in a row, the mark would become part of the first name.
    at = len(text) - len(text.lstrip("\ufeff"))
    sep_line = _SEP_LINE.match(text, at)
    separators = (sep_line.group(1),) if sep_line else _SEPARATORS
    at = sep_line.end() if sep_line else at
    header = _best_header(table, text, at, separators)
    rows = csv.reader(io.StringIO(text[header.end :], newline=""), delimiter=header.separator)
    problem = header_problem(table, header.names, rows)
    if problem is not None:
        return _title_row_problem(table, text, at, separators) or problem
    before = text[: header.end]
    return Layout(
        encoding,
        header.separator,
        header.names,
        tuple(header.names.index(n) if n in header.names else None for n in table.header),
        len(mark) + len(encode_text(before, encoding)),
        _count_lines(before),
    )


class _Header(NamedTuple):
    known: int
    separator: str
    names: tuple[str, ...]
    end: int


def _best_header(table: Table, text: str, at: int, separators: Sequence[str]) -> _Header:
    """Return the header that starts there, split where most of our names come out."""
    found = []
    for separator in separators:
        names, end = _header_cells(text, at, separator)
        found.append(_Header(sum(name in table.header for name in names), separator, names, end))
    return max(found, key=lambda header: header.known)


def _header_cells(text: str, at: int, separator: str) -> tuple[tuple[str, ...], int]:
    lines = io.StringIO(text[at:], newline="")
    taken: list[str] = []

    def line_by_line() -> str:
        taken.append(lines.readline())
        return taken[-1]

    reader = csv.reader(iter(line_by_line, ""), delimiter=separator)
    names = [name.strip() for name in next(reader, [])]
    while names and not names[-1]:
        names.pop()
    return tuple(names), at + sum(map(len, taken))


def _title_row_problem(
    table: Table, text: str, at: int, separators: Sequence[str]
) -> Problem | None:
    """Return a problem that names the line when our header stands further down."""
    for number in range(_TITLE_LINES_AT_MOST):
        header = _best_header(table, text, at, separators)
        if number and header.known > len(table.header) // 2:
            line = _count_lines(text[:at]) + 1
            return Problem(
                kind="unknown header",
                file=table.file_name,
                line=1,
                found=f"other lines above our header, which is in line {line}",
                expected="the names of our columns in the first line",
                remedy="Remove what stands above it; nothing is written to this file until then.",
            )
        line_end = re.compile(r"\r\n|\n|\r").search(text, at)
        if line_end is None:
            break
        at = line_end.end()
    return None


def _count_lines(text: str) -> int:
    """Return how many lines the text has, as an editor counts them."""
    return sum(1 for _ in io.StringIO(text, newline=""))
