"""One row read strictly from one line of a damaged table, and what came of it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.store.encodings import holds_no_text
from interview_journal.store.layout import Layout
from interview_journal.store.row_form import is_whole

if TYPE_CHECKING:
    from _csv import Reader

__all__ = ["Attempt", "LineReader"]

csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one row read strictly from one line came to; cells are None when it is no row.

    An open one has a quote in the wrong place: where it ends is not known. A ragged one has
    too few or too many cells. One at the end swallowed all that follows.
    """

    cells: list[str] | None
    lines: int
    fault: str = ""
    is_open: bool = False
    is_ragged: bool = False
    at_end: bool = False
    is_blank: bool = False
    is_certain: bool = False


class LineReader:
    """Reads rows of one table from any of its lines."""

    def __init__(self, lines: Sequence[str], layout: Layout) -> None:
        """Keep the lines, each with its line end."""
        self._lines = lines
        self._layout = layout

    def reader_at(self, at: int) -> Reader:
        """Return a strict reader that starts at that line."""
        rest = map(self._lines.__getitem__, range(at, len(self._lines)))
        return csv.reader(rest, delimiter=self._layout.separator, strict=True)

    def attempt(self, at: int) -> Attempt:
        """Return what one row from that line comes to."""
        reader = self.reader_at(at)
        try:
            row = next(reader)
        except csv.Error as error:
            # A stray quote condemns its own line; an open one would swallow all that follows.
            if "unexpected end of data" in str(error):
                fault = "a quote that is opened and never closed"
                return Attempt(None, 1, fault, is_open=True, at_end=True)
            return Attempt(None, 1, "a quote in the wrong place", is_open=True)
        return self._judge(row, reader.line_num)

    def _judge(self, row: list[str], lines: int) -> Attempt:
        width = len(self._layout.names)
        if not any(cell.strip() for cell in row):
            return Attempt(row, lines, is_blank=True)
        if len(row) > width and not any(row[width:]):
            row = row[:width]
        if len(row) != width:
            cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            return Attempt(None, lines, f"a row of {cells}", is_ragged=True)
        if any("\r" in cell for cell in row):
            # An editor turned the line ends inside the answers as well: no other words.
            row = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row]
        own = self._layout.own_cells(row)
        if is_whole(own[:-1], own[-1]):
            return Attempt(row, lines, is_certain=True)
        if any(map(holds_no_text, row)):
            return Attempt(None, lines, "bytes that are no text")
        return Attempt(row, lines, "a quote in the wrong place")
