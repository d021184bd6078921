"""New files and folders put in place whole or not at all, readable by their owner only.

Everything is written to a folder beside the target and renamed when it is complete, so that a
full disk or a killed program leaves the target as it was.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from interview_journal.errors import ExportError, JournalError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Refusal",
    "file_in_place",
    "folder_in_place",
    "lies_inside",
    "private_file",
    "refused",
    "write_private_bytes",
]

Refusal: TypeAlias = Callable[[Path, str, str], JournalError]
"""Makes the error that tells the person, of the place, the reason and what to do."""

_PREFIX: Final = ".interview-journal-"
_SUFFIX: Final = ".part"
_DAY_SECONDS: Final = 86_400
_BUSY_ON_WINDOWS: Final = frozenset({5, 32, 33})

_REMEDIES: Final[dict[int, str]] = {
    errno.ENOSPC: "Free some space, or choose another disk.",
    errno.EDQUOT: "Free some space, or choose another disk.",
    errno.EFBIG: "Choose another disk, or raise the limit on file sizes.",
    errno.EROFS: "Choose a folder you can write to.",
    errno.EACCES: "Choose a folder you can write to.",
    errno.EPERM: "Choose a folder you can write to.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.ENOTDIR: "Choose another place: a part of this path is a file.",
}


def refused(target: Path, error: OSError, refusal: Refusal) -> JournalError:
    """Return the error that says why the system refused, and what to do."""
    if getattr(error, "winerror", None) in _BUSY_ON_WINDOWS:
        return refusal(target, "another program has it open", "Close it there, then try again.")
    reason = os.strerror(error.errno) if error.errno else "unknown reason"
    remedy = _REMEDIES.get(error.errno or 0, "Choose another place, then try again.")
    return refusal(target, reason, remedy)


@contextmanager
def file_in_place(
    target: Path, *, force: bool = False, refusal: Refusal = ExportError
) -> Iterator[Path]:
    """Hand out a path to write to; the file takes the target's place when the block ends well.

    The path lies in a private folder of its own, where the block may keep other files meanwhile.

    Args:
        target: The file to be; a link is followed.
        force: Whether a file that stands there already may be replaced.
        refusal: Makes the error to raise.

    Raises:
        ExportError: Or the refusal given: if the target is taken, or the system refuses.
    """
    _check_file(target, force=force, refusal=refusal)
    place = Path(os.path.realpath(target))
    with _part_folder(place, refusal) as part:
        yield part / "whole"
        try:
            _sync_file(part / "whole")
            (part / "whole").replace(place)
            _sync_folder(place.parent)
        except OSError as error:
            raise refused(target, error, refusal) from error


@contextmanager
def folder_in_place(
    target: Path,
    *,
    force: bool = False,
    is_ours: Callable[[Path], bool] = lambda _: False,
    refusal: Refusal = ExportError,
) -> Iterator[Path]:
    """Hand out a folder to write to; it takes the target's place when the block ends well.

    Args:
        target: The folder to be; it may exist when it is empty.
        force: Whether a folder that holds something may be replaced.
        is_ours: Tells whether all a folder holds was written by us; no other is ever replaced.
        refusal: Makes the error to raise.

    Raises:
        ExportError: Or the refusal given: if the target is taken, or the system refuses.
    """
    _check_folder(target, force=force, is_ours=is_ours, refusal=refusal)
    place = Path(os.path.realpath(target))
    with _part_folder(place, refusal) as part:
        whole = part / "whole"
        whole.mkdir(mode=0o700)
        yield whole
        try:
            for path in sorted(whole.rglob("*")):
                if path.is_file():
                    _sync_file(path)
            _swap_folder(whole, place, part / "before")
            _sync_folder(place.parent)
        except OSError as error:
            raise refused(target, error, refusal) from error


def lies_inside(place: Path, folder: Path) -> bool:
    """Return whether a place is that folder or lies below it, links followed."""
    inner, outer = (Path(os.path.realpath(path)) for path in (place, folder))
    return outer in (inner, *inner.parents)


def private_file(path: Path) -> BinaryIO:
    """Return a new file, open for writing bytes, that only its owner can read.

    Raises:
        OSError: If the system refuses, or the file exists.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb+")


def write_private_bytes(path: Path, data: bytes) -> None:
    """Write a new file that only its owner can read.

    Raises:
        OSError: If the system refuses, or the file exists.
    """
    with private_file(path) as file:
        file.write(data)


def _check_name(target: Path, refusal: Refusal) -> None:
    if "\0" in str(target):
        raise refusal(Path("?"), "its name holds a NUL character", "Choose another name.")


def _check_file(target: Path, *, force: bool, refusal: Refusal) -> None:
    _check_name(target, refusal)
    try:
        status = target.stat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise refused(target, error, refusal) from error
    if not stat.S_ISREG(status.st_mode):
        raise refusal(target, "something that is no file has this name", "Choose another name.")
    if not force:
        raise refusal(
            target, "a file of this name is already there", "Choose another name, or add --force."
        )


def _check_folder(
    target: Path, *, force: bool, is_ours: Callable[[Path], bool], refusal: Refusal
) -> None:
    _check_name(target, refusal)
    try:
        if not target.exists():
            return
        taken = not target.is_dir() or any(target.iterdir())
    except OSError as error:
        raise refused(target, error, refusal) from error
    if not taken:
        return
    if not target.is_dir():
        raise refusal(target, "a file of this name is already there", "Choose another name.")
    if not is_ours(target):
        raise refusal(
            target, "the folder already holds other files", "Choose a new or an empty folder."
        )
    if not force:
        raise refusal(
            target, "the folder holds an earlier one", "Choose another folder, or add --force."
        )


@contextmanager
def _part_folder(place: Path, refusal: Refusal) -> Iterator[Path]:
    part = place.parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.mkdir(mode=0o700)
        _sweep(part)
    except OSError as error:
        raise refused(place, error, refusal) from error
    try:
        yield part
    except OSError as error:
        raise refused(place, error, refusal) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _sweep(part: Path) -> None:
    """Remove what a killed run left here more than a day ago, by the disk's own clock."""
    newest = part.stat().st_mtime
    for path in part.parent.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if path.is_dir() and newest - path.stat().st_mtime > _DAY_SECONDS:
                shutil.rmtree(path)


def _swap_folder(whole: Path, place: Path, before: Path) -> None:
    if not place.exists():
        whole.rename(place)
        return
    place.rename(before)
    try:
        whole.rename(place)
    except OSError:
        before.rename(place)
        raise


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # pragma: no cover - the system keeps the list itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
