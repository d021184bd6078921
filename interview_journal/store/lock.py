"""One kernel lock around look, check and append.

The lock is on an open file and dies with its process: a crash leaves nothing to clean up. The
lock file is never renamed or removed by us, for that would let two programs hold it at once;
where somebody else removed it, whoever holds the nameless one takes the new one instead.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from interview_journal.errors import JournalLockedError
from interview_journal.store.disk import (
    BINARY,
    FILE_MODE,
    close_quietly,
    read_back,
    save_failed,
)
from interview_journal.store.kernel_lock import try_lock, unlock

__all__ = ["LOCK_FILE", "WAIT_SECONDS", "JournalLock"]

LOCK_FILE: Final = ".lock"
WAIT_SECONDS: Final = 10.0
_POLL_SECONDS: Final = 0.002
_HOLDER_WIDTH: Final = 160
_HOLDER_AT: Final = 8
"""Past the first byte, which Windows locks against reading as well."""

_HOST: Final = socket.gethostname()


class JournalLock:
    """The journal's lock, held while the ``with`` block runs; it can be held again and again.

    Attributes:
        folder_changed_ns: When a name in the folder came or went last, as this holder found it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        wait_seconds: float = WAIT_SECONDS,
        make_folder: Callable[[], None] | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Name the lock; nothing is opened yet.

        Args:
            folder: The journal's folder.
            wait_seconds: How long to wait for another program that holds it.
            make_folder: Called when the folder is not there; makes it, or says why not.
            sleep: Waits so many seconds.
            clock: Returns seconds that only grow.
        """
        self._folder = os.fspath(folder)
        self._path = os.fspath(folder / LOCK_FILE)
        self._wait_seconds = wait_seconds
        self._make_folder = make_folder
        self._sleep = sleep
        self._clock = clock
        self._descriptor = -1
        self._checked = (0, 0)
        self._named_ns = 0
        self.folder_changed_ns = 0

    def __enter__(self) -> None:
        """Take the lock.

        Raises:
            JournalLockedError: If another program holds it for longer than ``wait_seconds``.
            SaveFailedError: If the lock file cannot be opened or locked.
        """
        until: float | None = None
        while True:
            descriptor = self._open()
            try:
                if not try_lock(descriptor):
                    if until is None:
                        until = self._clock() + self._wait_seconds
                    self._wait(descriptor, until)
                status = self._status_if_named(descriptor)
                if status is not None:
                    if status.st_mtime_ns != self._named_ns:
                        self._named_ns = _name_holder(descriptor)
                    self._descriptor = descriptor
                    return
            except BaseException as error:
                _release(descriptor)
                if isinstance(error, OSError):
                    raise save_failed(Path(self._path), error) from error
                raise
            _release(descriptor)

    def __exit__(self, *_: object) -> None:
        """Let the next one in."""
        _release(self._descriptor)

    def _status_if_named(self, descriptor: int) -> os.stat_result | None:
        """Return the locked file's status; None when others will find another under its name."""
        try:
            status = os.fstat(descriptor)
            changed = os.stat(self._folder).st_mtime_ns  # noqa: PTH116 - at every save
            # Where no name in the folder came or went, this one did not either.
            if (status.st_ino, changed) != self._checked:
                if not os.path.samestat(os.stat(self._path), status):  # noqa: PTH116
                    return None
                self._checked = (status.st_ino, changed)
        except FileNotFoundError:
            return None
        self.folder_changed_ns = changed
        return status

    def _open(self) -> int:
        try:
            # Asking to create what exists already costs several times as much.
            return os.open(self._path, os.O_RDWR | BINARY)
        except FileNotFoundError:
            return self._create()
        except OSError as error:
            raise save_failed(Path(self._path), error) from error

    def _create(self) -> int:
        flags = os.O_RDWR | os.O_CREAT | BINARY
        try:
            with suppress(FileNotFoundError):
                return os.open(self._path, flags, FILE_MODE)
            if self._make_folder is not None:
                self._make_folder()
            return os.open(self._path, flags, FILE_MODE)
        except OSError as error:
            raise save_failed(Path(self._path), error) from error

    def _wait(self, descriptor: int, until: float) -> None:
        """Return when the lock is ours."""
        while self._clock() < until:
            self._sleep(_POLL_SECONDS)
            if try_lock(descriptor):
                return
        raise JournalLockedError(Path(self._path), _holder(descriptor), self._wait_seconds)


def _release(descriptor: int) -> None:
    try:  # noqa: SIM105 - at every save
        # A child forked meanwhile shares the lock: closing alone would leave it locked.
        unlock(descriptor)
    except OSError:
        pass
    close_quietly(descriptor)


def _name_holder(descriptor: int) -> int:
    """Write who holds the lock; return when the file was changed last, 0 if nobody can say."""
    words = f"process {os.getpid()} on {_HOST}".encode()[:_HOLDER_WIDTH].ljust(_HOLDER_WIDTH)
    with suppress(OSError):
        # Only a courtesy to whoever waits; a full disk must not stop a save here.
        os.lseek(descriptor, _HOLDER_AT, os.SEEK_SET)
        os.write(descriptor, words)
        return os.fstat(descriptor).st_mtime_ns
    return 0


def _holder(descriptor: int) -> str:
    with suppress(OSError):
        words = read_back(descriptor, _HOLDER_WIDTH, _HOLDER_AT)
        name = words.decode("utf-8", "replace").strip(" \0")
        if name:
            return name
    return "another program"
