"""Rows on their way into a table's file, and what is made ready while the disk takes them.

A disk answers after a while. Their second copy, and the line that the cache of known rows will
have of each, need not wait for it; whether the rows count is decided by its answer alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interview_journal.store.known_ids import KnownIds, KnownLines, KnownRow
from interview_journal.store.second_copy import SecondCopy
from interview_journal.store.table_rows import Entry

__all__ = ["ComingRows"]


class ComingRows:
    """The rows of one append.

    Attributes:
        entries: Each row's id and what the table's memory will hold of it, once they are begun.
        line: The number of the line after them, once they are begun.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        *,
        line: int,
        size: int,
        copy: SecondCopy | None,
        known: KnownIds | None,
    ) -> None:
        """Keep what they need; nothing is written yet.

        Args:
            rows: Own cells, ``end`` last.
            line: The number of the first one's line.
            size: The table's size in bytes with all of them.
            copy: Where each is kept once more; None where that is not wanted.
            known: The cache that gets a line of each; None where it is made anew, or not kept.
        """
        self.entries: list[tuple[str, Entry]] = []
        self.line = line
        self._rows = rows
        self._size = size
        self._copy = copy
        self._known = known
        self._lines: KnownLines | None = None
        self._is_begun = False

    def begin(self, plain: bytes, day: date) -> None:
        """Keep them once more and make the rest ready; they may still turn out not saved.

        Args:
            plain: The rows as they stand in a file of our own form.
            day: Among whose copies they are kept.
        """
        self._is_begun = True
        if self._copy is not None:
            self._copy.keep(plain, day)
        for row in self._rows:
            self.entries.append((row[0], Entry(int(row[1]), row, self.line)))
            self.line += 1 + sum(cell.count("\n") for cell in row)
        if self._known is not None:
            size = self._size
            self._lines = self._known.begin(
                [KnownRow(row[0], int(row[1]), size, row[-1]) for row in self._rows]
            )

    def finish(self) -> bool:
        """Tell the cache that they are saved; return whether it has its lines."""
        lines, self._lines = self._lines, None
        return lines is not None and lines.write()

    def take_back(self) -> None:
        """Undo what was begun: they are not saved."""
        if self._copy is not None and self._is_begun:
            self._copy.take_back()
        lines, self._lines = self._lines, None
        if lines is not None:
            lines.let_go()
