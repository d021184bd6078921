"""Rows on their way into a table's file, and what is done while the disk takes them.

A disk answers after a while. Their second copy, and the line that the cache of known rows has of
each, need not wait for it; where it refuses the rows, both are taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interview_journal.store.known_ids import KnownIds, lines_of
from interview_journal.store.second_copy import SecondCopy
from interview_journal.store.table_rows import Entry

__all__ = ["ComingRows"]


class ComingRows:
    """The rows of one append.

    Attributes:
        entries: Each row's id and what the table's memory will hold of it, once they are begun.
        line: The number of the line after them, once they are begun.
        is_known: Whether the cache has a line of each.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        plain: bytes,
        *,
        line: int,
        size: int,
        copy: SecondCopy | None,
        known: KnownIds | None,
    ) -> None:
        """Keep what they need; nothing is written yet.

        Args:
            rows: Own cells, ``end`` last.
            plain: The same as they stand in a file of our own form.
            line: The number of the first one's line.
            size: The table's size in bytes with all of them.
            copy: Where each is kept once more; None where that is not wanted.
            known: The cache that gets a line of each; None where it is made anew, or not kept.
        """
        self.entries: list[tuple[str, Entry]] = []
        self.line = line
        self.is_known = False
        self._rows = rows
        self._plain = plain
        self._size = size
        self._copy = copy
        self._known = known
        self._is_begun = False

    def begin(self, day: date) -> None:
        """Write of them what stands beside the table; they may still turn out not saved.

        Args:
            day: Among whose copies they are kept.
        """
        self._is_begun = True
        if self._copy is not None:
            self._copy.keep(self._plain, day)
        for row in self._rows:
            self.entries.append((row[0], Entry(int(row[1]), row, self.line)))
            self.line += 1 + "".join(row).count("\n")
        if self._known is not None:
            self.is_known = self._known.append(lines_of(self._rows, self._size))

    def take_back(self) -> None:
        """Undo what was begun: they are not saved."""
        if not self._is_begun:
            return
        # The lines first: a row that is known and has no copy could not be brought back.
        if self._known is not None:
            self._known.take_back(lines_of(self._rows, self._size))
        if self._copy is not None:
            self._copy.take_back(self._plain)
