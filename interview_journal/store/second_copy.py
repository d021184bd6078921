"""Every saved row once more, where no spreadsheet looks.

A spreadsheet that was opened before a save and saved after it puts an old table in the place
of the new one. The row is reported as vanished, and brought back from here: the daily backup
may be older than it. The copies are plain tables, one folder a day, thinned with the backups.
They are not forced to the disk: the table itself is.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from interview_journal.core.tables import Table
from interview_journal.errors import JournalFolderError
from interview_journal.store.disk import BINARY, FILE_MODE, read_back, write_all
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
        self._end = -1

    def keep(self, data: bytes, day: date) -> bool:
        """Add rows as they stand in a file of our own form; return whether the system let us.

        A refusal must not undo a save: the row is in its table already.
        """
        if day != self._day:
            self._day = day
            self._path = os.fspath(self._saves / day.isoformat() / self._table.file_name)
            self._end = -1
        try:
            self._append(data)
        except (OSError, JournalFolderError):
            return False
        return True

    def _append(self, data: bytes) -> None:
        flags = os.O_RDWR | os.O_APPEND | BINARY
        try:
            descriptor = os.open(self._path, flags)
        except FileNotFoundError:
            make_inner_folder(Path(self._path).parent)
            descriptor = os.open(self._path, flags | os.O_CREAT, FILE_MODE)
        try:
            size = os.fstat(descriptor).st_size
            if not size:
                data = canonical_header(self._table) + data
            elif size != self._end and read_back(descriptor, 1, size - 1) != b"\n":
                # A copy that was cut short must not take the next row with it.
                data = b"\r\n" + data
            write_all(descriptor, data)
            self._end = size + len(data)
        finally:
            with suppress(OSError):
                os.close(descriptor)
