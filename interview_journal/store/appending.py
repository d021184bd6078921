"""Bytes added to the end of a file, or cut off it, so that nobody else's are ever touched.

What stands in the file is compared with what was seen, before the write, after it and before
anything is cut: a program that puts another file in its place meanwhile loses nothing, and
the caller looks again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from interview_journal.store.disk import (
    BINARY,
    FileMovedOnError,
    check_read_back,
    close_quietly,
    patiently,
    read_back,
    save_failed,
    start_writing,
    sync_file,
    write_all,
)

__all__ = ["append_durably", "cut_durably"]

_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
"""A pipe put in the file's place must not make a save wait for ever."""
_FLAGS: Final = os.O_RDWR | os.O_APPEND | BINARY | _NO_WAIT


def append_durably(
    path: Path,
    data: bytes,
    *,
    inode: int,
    size: int,
    changed_ns: int,
    meanwhile: Callable[[], None] = lambda: None,
) -> os.stat_result:
    """Append bytes to the file that was seen and return its status after the disk has them.

    Args:
        path: The file.
        data: What is added.
        inode: The file's number when it was seen.
        size: Its size then, in bytes.
        changed_ns: When it had been changed last.
        meanwhile: Called once while the disk works, before anybody knows whether it succeeds.

    Raises:
        FileMovedOnError: If it is another file by now, or was changed since; look again.
        SaveFailedError: If any step fails; the file then has its old size again.
    """
    name = os.fspath(path)
    descriptor = _open(path, name)
    try:
        seen = _check_seen(path, descriptor, inode, size)
        if seen.st_mtime_ns != changed_ns:
            raise FileMovedOnError(path)
        _write_and_check(path, descriptor, data, size, meanwhile)
        return _status_of_named(path, name, seen)
    finally:
        close_quietly(descriptor)


def _open(path: Path, name: str) -> int:
    try:
        return patiently(os.open, name, _FLAGS)
    except FileNotFoundError as error:
        raise FileMovedOnError(path) from error
    except OSError as error:
        raise save_failed(path, error) from error


def _check_seen(path: Path, descriptor: int, inode: int, size: int) -> os.stat_result:
    try:
        status = os.fstat(descriptor)
    except OSError as error:
        raise save_failed(path, error) from error
    if status.st_ino != inode or status.st_size != size:
        raise FileMovedOnError(path)
    return status


def _status_of_named(path: Path, name: str, seen: os.stat_result) -> os.stat_result:
    """Return the file's status; refuse when the name stands for another file since we opened it.

    What went into a file that lost its name is not saved.
    """
    try:
        status = os.stat(name)  # noqa: PTH116 - a save is counted in microseconds
    except OSError as error:
        raise FileMovedOnError(path) from error
    if status.st_ino != seen.st_ino or status.st_dev != seen.st_dev:
        raise FileMovedOnError(path)
    return status


def _write_and_check(
    path: Path, descriptor: int, data: bytes, size: int, meanwhile: Callable[[], None]
) -> None:
    try:
        write_all(descriptor, data)
        start_writing(descriptor, size, len(data))
        # From here to the sync it works beside the disk. A sync changes nothing of what is read.
        check_read_back(descriptor, data, size)
        meanwhile()
        sync_file(descriptor)
    except BaseException as error:
        # KeyboardInterrupt too: half a row must not stay.
        _cut_back(descriptor, data, size)
        if isinstance(error, OSError):
            raise save_failed(path, error) from error
        raise


def _cut_back(descriptor: int, data: bytes, size: int) -> None:
    """Take back what we wrote, and only that."""
    with suppress(OSError):
        behind = read_back(descriptor, len(data) + 1, size)
        if data.startswith(behind):
            os.ftruncate(descriptor, size)
            sync_file(descriptor)


def cut_durably(path: Path, size: int, *, inode: int, found_size: int) -> os.stat_result:
    """Cut the file that was seen to a smaller size; return its status after the disk has it.

    Raises:
        FileMovedOnError: If it is another file by now, or another size; look again.
        SaveFailedError: If any step fails.
    """
    try:
        descriptor = patiently(os.open, path, os.O_RDWR | BINARY | _NO_WAIT)
    except OSError as error:
        raise save_failed(path, error) from error
    try:
        _check_seen(path, descriptor, inode, found_size)
        os.ftruncate(descriptor, size)
        sync_file(descriptor)
        return os.fstat(descriptor)
    except OSError as error:
        raise save_failed(path, error) from error
    finally:
        close_quietly(descriptor)
