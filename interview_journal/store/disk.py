"""Whole files to disk so that they stay, a clear refusal, and patience with other programs.

After a failed fsync nobody knows what the disk holds, so it is never tried again: the person
is told, and the text stays where it was typed.
"""

from __future__ import annotations

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar

from interview_journal.errors import SaveFailedError

if sys.platform == "darwin":  # pragma: no cover - only there does fsync stop at the drive's cache
    from fcntl import F_FULLFSYNC, fcntl

__all__ = [
    "BINARY",
    "FILE_MODE",
    "FOLDER_MODE",
    "FileMovedOnError",
    "check_read_back",
    "close_quietly",
    "cut_added",
    "patiently",
    "read_back",
    "remove_durably",
    "replace_durably",
    "save_failed",
    "start_writing",
    "sync_file",
    "sync_folder",
    "write_all",
    "write_private",
]

_T = TypeVar("_T")

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
BINARY: Final = getattr(os, "O_BINARY", 0)
"""Windows would turn LF into CRLF without it."""

_NAMES_ARE_KEPT: Final = os.name == "nt"
_BUSY_ON_WINDOWS: Final = frozenset({5, 32, 33})
_TRIES: Final = 10
_WAIT_SECONDS: Final = 0.25

_REMEDIES: Final[dict[int, str]] = {
    errno.ENOSPC: "The disk is full. Free some space, then save again.",
    errno.EDQUOT: "Your disk quota is used up. Free some space, then save again.",
    errno.EFBIG: "The file may not grow any further here. Move the journal or raise the limit.",
    errno.EROFS: "The disk is read-only. Move the journal to a folder you can write to.",
    errno.EACCES: "You may not write there. Check the file's permissions, then save again.",
    errno.EPERM: "You may not write there. Check the file's permissions, then save again.",
    errno.ENOENT: "The folder is gone. Put it back, then save again.",
    errno.EMFILE: "Too many files are open. Restart the kernel, then save again.",
    errno.EIO: "The disk reports a fault. Make a backup elsewhere before you go on.",
}


class FileMovedOnError(SaveFailedError):
    """Another program put something else in the file's place since we looked: look again."""

    def __init__(self, path: Path) -> None:
        """Keep which file; the words are for the case that it never stops."""
        super().__init__(
            path,
            "another program keeps writing to it",
            "Close it there (a spreadsheet?), then save again.",
        )
        self.args = (path,)


def save_failed(path: Path, error: OSError) -> SaveFailedError:
    """Return the error that tells the person why a write was refused and what to do."""
    reason = os.strerror(error.errno) if error.errno else "unknown reason"
    remedy = _REMEDIES.get(error.errno or 0, "Your text is still here; try to save it again.")
    if getattr(error, "winerror", None) in _BUSY_ON_WINDOWS:
        reason = "another program has it open"
        remedy = "Close it there (a spreadsheet?), then save again."
    return SaveFailedError(path, reason, remedy)


def patiently(work: Callable[..., _T], *given: Any) -> _T:  # noqa: ANN401 - what work takes
    """Return what ``work`` returns, trying again while Windows says another program has the file.

    Ten tries in about 2.5 seconds; other errors, and other systems, are not tried again.
    """
    for _ in range(_TRIES - 1):
        try:
            return work(*given)
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                raise
            time.sleep(_WAIT_SECONDS)
    return work(*given)


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte, however short the single writes come out."""
    written = os.write(descriptor, data)
    while written < len(data):
        more = os.write(descriptor, memoryview(data)[written:])
        if not more:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written += more


def read_back(descriptor: int, count: int, offset: int) -> bytes:
    """Return up to ``count`` bytes from that offset."""
    if hasattr(os, "pread"):
        return os.pread(descriptor, count, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)
    return os.read(descriptor, count)


def cut_added(name: str, added: bytes) -> bool:
    """Take these bytes off a file's end where they stand there; return whether they are gone."""
    try:
        descriptor = os.open(name, os.O_RDWR | BINARY)
    except OSError as error:
        return error.errno == errno.ENOENT
    try:
        size = os.fstat(descriptor).st_size - len(added)
        if size >= 0 and read_back(descriptor, len(added), size) == added:
            os.ftruncate(descriptor, size)
    except OSError:
        return False
    finally:
        close_quietly(descriptor)
    return True


def check_read_back(descriptor: int, data: bytes, offset: int) -> None:
    """Refuse to trust a system that says "written" and gives back something else."""
    if read_back(descriptor, len(data), offset) != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def start_writing(descriptor: int, offset: int, count: int) -> None:
    """Ask the system to begin taking these bytes to the disk, so that ``sync_file`` waits less.

    Linux does so when it is told that they will not be read again; elsewhere nothing happens.
    """
    if sys.platform == "linux":  # pragma: no branch - elsewhere nobody can be asked
        # Only a hint: what it could not begin is done at the sync.
        with suppress(OSError):
            # All but the last byte: it would throw a page out that ends with the file.
            os.posix_fadvise(descriptor, offset, max(count - 1, 1), os.POSIX_FADV_DONTNEED)


def sync_file(descriptor: int) -> None:
    """Return when the disk has the file's bytes, its own cache included."""
    if sys.platform == "darwin":  # pragma: no cover - see the import
        with suppress(OSError):
            fcntl(descriptor, F_FULLFSYNC)
            return
    os.fsync(descriptor)


def write_private(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a new file that only its owner can read, and return when the disk has it.

    Raises:
        SaveFailedError: If any step fails; no half-written file stays.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, FILE_MODE)
    except OSError as error:
        raise save_failed(path, error) from error
    try:
        _write_and_check(descriptor, chunks)
    except BaseException as error:
        close_quietly(descriptor)
        with suppress(OSError):
            path.unlink()
        if isinstance(error, OSError):
            raise save_failed(path, error) from error
        raise
    close_quietly(descriptor)


def _write_and_check(descriptor: int, chunks: Iterable[bytes]) -> None:
    """Write the chunks and compare each with what can be read back."""
    offset = 0
    for chunk in chunks:
        write_all(descriptor, chunk)
        check_read_back(descriptor, chunk, offset)
        offset += len(chunk)
        if not hasattr(os, "pread"):
            os.lseek(descriptor, offset, os.SEEK_SET)
    sync_file(descriptor)


def close_quietly(descriptor: int) -> None:
    """Close; the disk has the bytes by now, and a complaint changes nothing."""
    try:  # noqa: SIM105 - at every save, four times
        os.close(descriptor)
    except OSError:
        pass


def replace_durably(
    path: Path,
    chunks: Iterable[bytes],
    *,
    is_unchanged: Callable[[], bool] = lambda: True,
) -> None:
    """Put new content in the place of a file, all of it or nothing.

    A link is followed, so that the file it names is replaced and the link stays.

    Args:
        path: The file.
        chunks: The new content.
        is_unchanged: Asked last of all whether the old file is still the one that was read.

    Raises:
        FileMovedOnError: If it is not; nothing was replaced.
        SaveFailedError: If any step fails; the old file is then untouched.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{secrets.token_hex(8)}.new")
    try:
        write_private(beside, chunks)
        _put_in_place(beside, target, is_unchanged)
    except SaveFailedError as error:
        _discard(beside)
        if isinstance(error, FileMovedOnError):
            raise
        raise SaveFailedError(path, error.reason, error.remedy) from error
    except BaseException as error:
        _discard(beside)
        if isinstance(error, OSError):
            raise save_failed(path, error) from error
        raise


def _put_in_place(beside: Path, target: Path, is_unchanged: Callable[[], bool]) -> None:
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
    if not is_unchanged():
        raise FileMovedOnError(target)
    patiently(beside.replace, target)
    sync_folder(target.parent)


def _discard(beside: Path) -> None:
    with suppress(OSError):
        beside.unlink()


def remove_durably(path: Path) -> None:
    """Remove a file and return when its folder has forgotten it.

    Raises:
        SaveFailedError: If the system refuses.
    """
    try:
        patiently(path.unlink)
        sync_folder(path.parent)
    except OSError as error:
        raise save_failed(path, error) from error


def sync_folder(folder: Path) -> None:
    """Return when the disk has the folder's list of names; Windows does that by itself."""
    if _NAMES_ARE_KEPT:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        close_quietly(descriptor)
