"""Every saved row once more, where no spreadsheet looks.

A spreadsheet that was opened before a save and saved after it puts an old table in the place
of the new one. The row is reported as vanished, and brought back from here: the daily backup
may be older than it. The copies are plain tables, one folder a day, thinned with the backups.
They are not forced to the disk: the table itself is.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

from interview_journal.core.tables import Table
from interview_journal.errors import JournalFolderError
from interview_journal.store.disk import (
    BINARY,
    FILE_MODE,
    close_quietly,
    cut_added,
    read_back,
)
from interview_journal.store.folder import make_inner_folder
from interview_journal.store.layout import canonical_header

__all__ = ["SAVES", "SecondCopy"]

SAVES: Final = "saves"
"""The folder inside ``backups``."""


class SecondCopy:
    """The second copies of one table's rows."""

    def __init__(self, backups: Path, table: Table) -> None:
        """Name the folder; nothing is made yet."""
        self._saves = backups / SAVES
        self._table = table
        self._day: date | None = None
        self._path = ""
        self._is_whole = False

    def keep(self, data: bytes, day: date) -> bool:
        """Add rows as they stand in a file of our own form; return whether the system let us.

        A refusal must not undo a save: the row is in its table already.
        """
        if day != self._day:
            self._day = day
            self._path = os.fspath(self._saves / day.isoformat() / self._table.file_name)
            self._is_whole = False
        try:
            self._append(data)
        except (OSError, JournalFolderError):
            self._is_whole = False
        return self._is_whole

    def take_back(self, data: bytes) -> None:
        """Take rows that were added last away again, as far as the system lets us."""
        cut_added(self._path, data)

    def _append(self, data: bytes) -> None:
        flags = os.O_RDWR | os.O_APPEND | BINARY
        try:
            descriptor = os.open(self._path, flags)
        except FileNotFoundError:
            self._is_whole = False
            make_inner_folder(Path(self._path).parent)
            descriptor = os.open(self._path, flags | os.O_CREAT, FILE_MODE)
        try:
            if not self._is_whole:
                data = self._beginning(descriptor) + data
            written = os.write(descriptor, data)
            self._is_whole = written == len(data)
            if not self._is_whole:
                # The disk is full: half a row must not take the next one with it.
                os.ftruncate(descriptor, os.fstat(descriptor).st_size - written)
        finally:
            close_quietly(descriptor)

    def _beginning(self, descriptor: int) -> bytes:
        """Return what has to stand before the first row that we add."""
        size = os.fstat(descriptor).st_size
        if not size:
            return canonical_header(self._table)
        return b"" if read_back(descriptor, 1, size - 1) == b"\n" else b"\r\n"
