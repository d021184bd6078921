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

from filelock import lock_descriptor, unlock_descriptor

from interview_journal.errors import JournalLockedError
from interview_journal.store.disk import BINARY, FILE_MODE, read_back, save_failed

__all__ = ["LOCK_FILE", "WAIT_SECONDS", "JournalLock"]

LOCK_FILE: Final = ".lock"
WAIT_SECONDS: Final = 10.0
_POLL_SECONDS: Final = 0.002
_HOLDER_WIDTH: Final = 160
_HOLDER_AT: Final = 8
"""Past the first byte, which Windows locks against reading as well."""

_HOST: Final = socket.gethostname()


class JournalLock:
    """The journal's lock, held while the ``with`` block runs."""

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
        self._path = os.path.join(folder, LOCK_FILE)  # noqa: PTH118 - at every save
        self._wait_seconds = wait_seconds
        self._make_folder = make_folder
        self._sleep = sleep
        self._clock = clock
        self._descriptor = -1

    def __enter__(self) -> None:
        """Take the lock.

        Raises:
            JournalLockedError: If another program holds it for longer than ``wait_seconds``.
            SaveFailedError: If the lock file cannot be opened or locked.
        """
        until = self._clock() + self._wait_seconds
        while True:
            descriptor = self._open()
            try:
                self._acquire(descriptor, until)
                if _is_named(self._path, descriptor):
                    _name_holder(descriptor)
                    self._descriptor = descriptor
                    return
            except BaseException:
                _release(descriptor)
                raise
            _release(descriptor)

    def __exit__(self, *_: object) -> None:
        """Let the next one in."""
        _release(self._descriptor)

    def _open(self) -> int:
        flags = os.O_RDWR | BINARY
        try:
            with suppress(FileNotFoundError):
                # Asking to create what exists already costs several times as much.
                return os.open(self._path, flags)
            with suppress(FileNotFoundError):
                return os.open(self._path, flags | os.O_CREAT, FILE_MODE)
            if self._make_folder is not None:
                self._make_folder()
            return os.open(self._path, flags | os.O_CREAT, FILE_MODE)
        except OSError as error:
            raise save_failed(Path(self._path), error) from error

    def _acquire(self, descriptor: int, until: float) -> None:
        try:
            while not lock_descriptor(descriptor, blocking=False):
                if self._clock() >= until:
                    name = _holder(descriptor)
                    raise JournalLockedError(Path(self._path), name, self._wait_seconds)
                self._sleep(_POLL_SECONDS)
        except OSError as error:
            raise save_failed(Path(self._path), error) from error


def _is_named(path: str, descriptor: int) -> bool:
    """Return whether the locked file is still the one others will find under that name."""
    try:
        named = os.stat(path)  # noqa: PTH116 - a save is counted in microseconds
        return os.path.samestat(named, os.fstat(descriptor))
    except FileNotFoundError:
        return False
    except OSError as error:
        raise save_failed(Path(path), error) from error


def _release(descriptor: int) -> None:
    with suppress(OSError):
        # A child forked meanwhile shares the lock: closing alone would leave it locked.
        unlock_descriptor(descriptor)
    with suppress(OSError):
        os.close(descriptor)


def _name_holder(descriptor: int) -> None:
    words = f"process {os.getpid()} on {_HOST}".encode()[:_HOLDER_WIDTH].ljust(_HOLDER_WIDTH)
    with suppress(OSError):
        # Only a courtesy to whoever waits; a full disk must not stop a save here.
        if read_back(descriptor, _HOLDER_WIDTH, _HOLDER_AT) != words:
            os.lseek(descriptor, _HOLDER_AT, os.SEEK_SET)
            os.write(descriptor, words)


def _holder(descriptor: int) -> str:
    with suppress(OSError):
        words = read_back(descriptor, _HOLDER_WIDTH, _HOLDER_AT)
        name = words.decode("utf-8", "replace").strip(" \0")
        if name:
            return name
    return "another program"
