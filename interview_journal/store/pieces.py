"""The rows of a piece of a table, whatever its shape: certain ones taken, others reported."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from interview_journal.core.problems import Problem
from interview_journal.core.tables import SCHEMA_VERSION
from interview_journal.errors import NewerJournalError
from interview_journal.store.encodings import decode_lines, encode_text, lost_bytes
from interview_journal.store.layout import Layout
from interview_journal.store.row_form import version_of
from interview_journal.store.segments import Segments, TableRow, cut_segments
from interview_journal.store.table_rows import TableRows

__all__ = ["Scan", "count_rows", "cut_piece", "read_piece", "refuse_newer"]


class Scan(NamedTuple):
    """Where a scan ended: what was consumed, what hangs torn at the end.

    Attributes:
        consumed: Offset after the last complete row.
        line: Number of the line that follows.
        torn: How many bytes after that are an unfinished row.
        stretches: How many stretches were no row.
    """

    consumed: int
    line: int
    torn: int = 0
    stretches: int = 0


def cut_piece(data: bytes, layout: Layout, *, line: int) -> tuple[Segments, Scan]:
    """Return the parts of a piece, and where it ended, counted from the piece's start."""
    lines = decode_lines(data, layout.encoding)
    segments = cut_segments(lines, layout, first_line=line)
    # Half a character at the end of UTF-16 is in no line.
    torn = len(encode_text(segments.torn, layout.encoding)) + lost_bytes(data, layout.encoding)
    ended = sum(1 for one in lines if one[-1] in "\r\n")
    ended -= sum(1 for one in segments.torn.splitlines(keepends=True) if one[-1] in "\r\n")
    return segments, Scan(len(data) - torn, line + ended, torn, len(segments.stretches))


def read_piece(path: Path, data: bytes, layout: Layout, rows: TableRows, *, line: int) -> Scan:
    """Take the rows of a piece; ``consumed`` counts from the piece's start.

    Raises:
        NewerJournalError: If a row carries a newer version's end mark.
    """
    segments, scan = cut_piece(data, layout, line=line)
    rows.blank_rows += segments.blank_rows
    for part in segments.parts:
        if isinstance(part, TableRow):
            own = layout.own_cells(part.cells)
            refuse_newer(path, own[-1])
            rows.take(own, part.line, is_certain=part.is_certain)
        else:
            rows.problems.append(
                Problem(
                    kind="unreadable row",
                    file=rows.table.file_name,
                    line=part.line,
                    found=part.found,
                    expected=f"a row of {len(layout.names)} cells",
                    remedy="Correct the line, or take the row from a backup. "
                    "It is left as it is; all other rows are shown.",
                    row_count=1,
                )
            )
    rows.settle_named()
    return scan


def refuse_newer(path: Path, mark: str) -> None:
    """Refuse a row that a newer version of this program wrote.

    Raises:
        NewerJournalError: If the end mark says so.
    """
    version = version_of(mark)
    if version is not None and version > SCHEMA_VERSION:
        raise NewerJournalError(path, version, SCHEMA_VERSION)


def count_rows(data: bytes, encoding: str) -> int:
    """Return how many rows with something in them follow the first, whatever the columns."""
    reader = csv.reader(decode_lines(data, encoding))
    return max(0, sum(1 for row in reader if any(cell.strip(" \t;|\0\ufeff") for cell in row)) - 1)
