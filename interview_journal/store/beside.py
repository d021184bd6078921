"""What one append leaves beside its table: the rows once more, and a line each in the cache.

Both are written before the disk is waited for, and taken back when the append fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interview_journal.store.known_ids import KnownIds
from interview_journal.store.second_copy import SecondCopy

__all__ = ["RowsBeside"]


class RowsBeside:
    """The second copy and the cache's lines of one append.

    Attributes:
        size: The table's size after the append.
        is_told: Whether the cache knows the rows.
    """

    __slots__ = ("_copy", "_data", "_day", "_known", "_rows", "is_told", "size")

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        data: bytes,
        day: date,
        *,
        copy: SecondCopy | None,
        known: KnownIds | None,
    ) -> None:
        """Keep what is to be written; nothing is yet.

        Args:
            rows: Own cells, ``end`` last.
            data: The rows as they stand in a file of our own form.
            day: The day of the save.
            copy: Where the rows are kept once more, or None.
            known: The cache, or None where it has to be made anew.
        """
        self._rows = rows
        self._data = data
        self._day = day
        self._copy = copy
        self._known = known
        self.size = 0
        self.is_told = False

    def keep(self) -> None:
        """Write both; a refusal costs only the copy or the cache."""
        if self._copy is not None:
            self._copy.keep(self._data, self._day)
        if self._known is not None:
            self.is_told = self._known.append(self._rows, self.size)

    def take_back(self) -> None:
        """Take both back as far as they were written."""
        self.is_told = False
        if self._known is not None:
            self._known.take_back(self._rows, self.size)
        if self._copy is not None:
            self._copy.take_back(self._data)
