"""One write from beginning to end: lock, look, make ready, append, describe.

Whoever writes passes the work as a function, for when another program changed a file between
our look and our write, all of it is done again on what is there by then.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeVar

from interview_journal.core.fields import settle_moment
from interview_journal.core.problems import Problem, ProblemKind
from interview_journal.core.tables import TABLES
from interview_journal.errors import (
    BackupError,
    JournalError,
    JournalFolderError,
    SaveFailedError,
)
from interview_journal.store.backups import back_up_daily
from interview_journal.store.descriptor import DESCRIPTOR, write_descriptor
from interview_journal.store.disk import FileMovedOnError
from interview_journal.store.folder import make_folder
from interview_journal.store.journal_tables import JournalTables
from interview_journal.store.kept_files import remove_leftovers
from interview_journal.store.lock import JournalLock
from interview_journal.store.maintenance import adopt_typed
from interview_journal.store.rewriting import make_ready
from interview_journal.store.shown_records import ThreadGuard

__all__ = ["Writer"]

T = TypeVar("T")

_TRIES: Final = 8


class Writer:
    """Does the writes of one open journal, and remembers what it had to tell about them.

    Attributes:
        events: What was repaired or could not be done on the side.
    """

    def __init__(
        self,
        folder: Path,
        tables: JournalTables,
        alone: ThreadGuard,
        *,
        now: Callable[[], datetime],
        wait_seconds: float,
    ) -> None:
        """Keep what every write needs; nothing is made yet."""
        self.events: list[Problem] = []
        self._folder = folder
        self._tables = tables
        self._alone = alone
        self._now = now
        self._lock = JournalLock(folder, wait_seconds=wait_seconds, make_folder=self._make_folder)
        self._checked_day: date | None = None
        self._described: frozenset[str] = frozenset()
        self._name = os.fspath(folder)
        self._seen: int | None = None

    def write(
        self,
        work: Callable[[datetime], T],
        *names: str,
        adopting: str | None = None,
        adding: str | None = None,
    ) -> T:
        """Return what ``work`` returns, done under the lock on tables that were looked at.

        Args:
            work: Takes the present, settled. It may be called again.
            names: The tables it writes to; all when none is named.
            adopting: The id of a row that is taken in first when it was typed by hand.
            adding: The id of the one row that is added to the one table, unless it is there.

        Raises:
            JournalLockedError: If another program holds the journal for too long.
            JournalFolderError: If the folder is gone or cannot be made.
            SaveFailedError: If the disk refuses.
        """
        with self._lock, self._alone:
            is_ready = adding is not None and self._is_surely_appended(names[0], adding)
            for _ in range(_TRIES - 1):
                try:
                    return self._write_once(work, names, adopting, is_ready=is_ready)
                except FileMovedOnError:
                    # Whatever was decided was decided on a file that is no longer there.
                    is_ready = False
            return self._write_once(work, names, adopting, is_ready=False)

    def _is_surely_appended(self, name: str, record_id: str) -> bool:
        """Return whether all that can come of adding that row is an append.

        An append looks itself whether the file is the one we know, so that nothing need be
        looked at before.
        """
        file = self._tables.files[name]
        return file.takes_rows and record_id not in file.rows.newest

    def _make_folder(self) -> None:
        if self._tables.have_rows:
            raise JournalFolderError(
                self._folder,
                "it is gone",
                "Put it back, then save again; or open the journal anew to start an empty one.",
            )
        make_folder(self._folder)

    def _write_once(
        self,
        work: Callable[[datetime], T],
        names: tuple[str, ...],
        adopting: str | None,
        *,
        is_ready: bool,
    ) -> T:
        """Return what the work returns; tables that are not ready are looked at and made so."""
        if not is_ready:
            self._tables.look(*names)
        now = settle_moment(self._now())
        self._back_up(now)
        if not is_ready:
            for name in names or TABLES:
                self._make_ready(name, now, adopting)
        try:
            return work(now)
        except JournalError:
            raise
        except BaseException:
            # Interrupted: what was made of the rows before may be old by now.
            for name in names or TABLES:
                self._tables.reread_all(name)
            raise
        finally:
            # Also after a batch that failed halfway: its parents are there.
            self._describe(names)

    def _make_ready(self, name: str, now: datetime, adopting: str | None) -> None:
        file = self._tables.files[name]
        if file.torn_bytes or file.needs_rewrite:
            done = make_ready(file, self._folder, now)
            self._tables.reread_all(name)
            if done.backup is not None:
                # It may have columns by now that it was described without.
                self._described = frozenset()
            self._tell_readied(file.path.name, done.recovered, done.backup)
        if adopting is not None and adopting in file.rows.typed:
            adopt_typed(self._tables, name, self._folder, now)

    def _tell_readied(self, file: str, recovered: Path | None, backup: Path | None) -> None:
        if recovered is not None:
            self._note(
                "torn row set aside",
                file,
                f"an unfinished row was moved to recovered/{recovered.name}",
                "Look whether it holds words you miss; every complete row is in its place.",
            )
        if backup is not None:
            self._note(
                "history changed",
                file,
                "it was written anew in UTF-8 with all our columns",
                f"The file as it was is kept as backups/rewrites/{backup.name}.",
            )

    def _back_up(self, now: datetime) -> None:
        day = now.date()
        if self._checked_day == day:
            return
        remove_leftovers(self._folder)
        try:
            back_up_daily(self._folder, now)
        except (SaveFailedError, BackupError, JournalFolderError) as error:
            # A backup that fails must not keep an answer from being saved; it is told instead.
            self._note("backup not made", "backups", str(error), "Free some space on the disk.")
        self._checked_day = day

    def _describe(self, names: tuple[str, ...]) -> None:
        """Make the description and the list for git again, where a name in the folder changed."""
        is_known = self._described.issuperset(names or TABLES)
        if is_known and self._lock.folder_changed_ns == self._seen:
            return
        try:
            make_folder(self._folder)
            write_descriptor(self._folder)
        except JournalError as error:
            self._note("backup not made", DESCRIPTOR, str(error), "It is made at the next save.")
        else:
            self._seen = self._folder_changed()
            self._described = frozenset(self._tables.present)

    def _folder_changed(self) -> int | None:
        """Return when a name in the folder came or went last."""
        try:
            return os.stat(self._name).st_mtime_ns  # noqa: PTH116 - at every save
        except OSError:
            return None

    def _note(self, kind: ProblemKind, file: str, found: str, remedy: str) -> None:
        self.events.append(Problem(kind=kind, file=file, found=found, remedy=remedy, notice=True))
