r"""A damaged or foreign table cut into rows that are certain and stretches that are not.

The quick reader gives up at the first irregularity and comes here. A row whose end mark fits
is certain wherever it stands, so after a lost quote we try each following line until one
starts a row; only the lines between are set aside. Nothing is dropped: rows, stretches, empty
lines and the torn tail together are the file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from interview_journal.store.attempts import Attempt, LineReader
from interview_journal.store.layout import Layout
from interview_journal.store.row_form import is_whole

__all__ = ["Segments", "Stretch", "TableRow", "cut_segments"]

_OWN_START: Final = re.compile(
    r'"[a-z][A-Za-z0-9_.\-]*"[,;\t|]"[0-9]{1,9}"[,;\t|]"[0-9]{4}-[0-9]{2}-[0-9]{2}T'
)
"""How a row of ours begins in a file that is ours; a row cut inside an answer keeps it."""
_ID_START: Final = re.compile(r'("[a-z]{1,2}_[\w.\-]+"|[a-z]{1,2}_[\w.\-]+|"")?[,;\t|]')
"""How a row begins where the id is the first column; the id may be empty in a typed row."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One complete row: its cells in the file's order, its first line, whether its mark fits."""

    cells: list[str]
    line: int
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that are no certain row: kept byte for byte, reported, never written over."""

    text: str
    line: int
    found: str


@dataclass(slots=True)
class Segments:
    """What a text holds.

    Attributes:
        parts: Rows and stretches in the order of the file.
        blank_rows: How many rows had only empty cells.
        torn: The unfinished row at the end; only this may be moved away.
    """

    parts: list[TableRow | Stretch] = field(default_factory=list)
    blank_rows: int = 0
    torn: str = ""

    @property
    def rows(self) -> list[TableRow]:
        """The rows only."""
        return [part for part in self.parts if isinstance(part, TableRow)]

    @property
    def stretches(self) -> list[Stretch]:
        """The stretches only."""
        return [part for part in self.parts if isinstance(part, Stretch)]


def cut_segments(lines: Sequence[str], layout: Layout, *, first_line: int) -> Segments:
    """Return the certain rows, the stretches between them, and the torn tail of some lines.

    Args:
        lines: What follows the header, or any later piece that starts at a row's start; each
            with its line end.
        layout: How the file is laid out.
        first_line: The file's line number of the first of them, 1 for the header.
    """
    cutter = _Cutter(lines, layout, first_line)
    at = 0
    while at < len(lines):
        at = cutter.take_run(at)
        if at < len(lines):
            at = cutter.take_one(at)
    return cutter.out


class _Cutter:
    """Cuts one text; keeps what the steps share."""

    def __init__(self, lines: Sequence[str], layout: Layout, first_line: int) -> None:
        self.out = Segments()
        self._lines = lines
        self._layout = layout
        self._reader = LineReader(lines, layout)
        self._first_line = first_line
        self._starts_with_id = layout.positions[0] == 0
        self._no_row_from = len(lines)

    def take_run(self, at: int) -> int:
        """Take rows from line ``at`` for as long as nothing is odd; return the line it stopped."""
        parts, own_cells = self.out.parts, self._layout.own_cells
        width, done = len(self._layout.names), at
        reader = self._reader.reader_at(at)
        try:
            for row in reader:
                if len(row) != width:
                    break
                own = own_cells(row)
                if not is_whole(own[:-1], own[-1]):
                    break
                parts.append(TableRow(row, self._first_line + done, is_certain=True))
                done = at + reader.line_num
        except csv.Error:
            pass
        return done

    def take_one(self, at: int) -> int:
        """Take one row or stretch from line ``at``, whatever it is; return the line after it."""
        attempt = self._reader.attempt(at)
        if attempt.is_blank:
            self.out.blank_rows += bool(self._lines[at].strip("\r\n"))
            return at + attempt.lines
        inner = None if attempt.is_certain else self._row_inside(at, attempt)
        if inner is None and self._is_torn(at, attempt):
            self.out.torn = "".join(self._lines[at:])
            return len(self._lines)
        line = self._first_line + at
        if attempt.cells is not None and inner is None:
            self.out.parts.append(TableRow(attempt.cells, line, attempt.is_certain))
            return at + attempt.lines
        until = inner if inner is not None else self._end_of_stretch(at, attempt)
        self.out.parts.append(Stretch("".join(self._lines[at:until]), line, attempt.fault))
        return until

    def _row_inside(self, at: int, attempt: Attempt) -> int | None:
        """Return the first later line that starts a row which this attempt would swallow.

        A row that reads well only has to be searched inside; an open quote, to the end.
        """
        if attempt.at_end:
            return self._next_row_from(at + 1)
        for line in range(at + 1, at + attempt.lines):
            if self._starts_row(line):
                return line
        return None

    def _next_row_from(self, at: int) -> int | None:
        for line in range(at, self._no_row_from):
            if self._starts_row(line):
                return line
        self._no_row_from = min(at, self._no_row_from)
        return None

    def _starts_row(self, at: int) -> bool:
        """Return whether a line inside another row is the start of a row by itself."""
        attempt = self._reader.attempt(at)
        if attempt.is_certain:
            return True
        return attempt.cells is not None and not attempt.is_blank and self._names_row(at)

    def _names_row(self, at: int) -> bool:
        return self._starts_with_id and _ID_START.match(self._lines[at]) is not None

    def _end_of_stretch(self, at: int, attempt: Attempt) -> int:
        """Return the line where the next row starts, good or bad, after one that cannot be read.

        Its other lines, empty ones between them too, belong to it.
        """
        until = last = at + attempt.lines
        if not attempt.is_open and not (attempt.is_ragged and self._starts_with_id):
            return until
        while until < len(self._lines) and not self._names_row(until):
            following = self._reader.attempt(until)
            if following.cells is not None and not following.is_blank:
                break
            until += 1
            if not following.is_blank:
                last = until
        return last

    def _is_torn(self, at: int, attempt: Attempt) -> bool:
        """Return whether the text ends inside this row, as a cut-off save leaves it."""
        if attempt.is_certain:
            return False
        lines = self._lines
        ended = lines[-1].endswith(("\n", "\r"))
        if attempt.at_end:
            return not ended or self._is_cut_at_line_end(at)
        if ended or at + attempt.lines < len(lines):
            return False
        if attempt.cells is None:
            return True
        own = self._layout.own_cells(attempt.cells)
        # A last line typed by hand may lack its line end; one with an id of ours was cut.
        return bool(own[0]) and not own[-1]

    def _is_cut_at_line_end(self, at: int) -> bool:
        """Return whether an unfinished row was cut right after a line break inside an answer.

        Our rows end with CRLF and hold LF only, so a bare LF at the end is inside a row.
        """
        if self._lines[-1].endswith(("\r\n", "\r")):
            return False
        return _OWN_START.match(self._lines[at]) is not None or (
            at > 0 and self._lines[at - 1].endswith("\r\n")
        )
