"""The whole journal in one file, and back again on another computer."""

from __future__ import annotations

import re
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interview_journal.api.clock import present
from interview_journal.api.journal_paths import default_journal_path
from interview_journal.api.opening import open_journal
from interview_journal.core.tables import TABLES
from interview_journal.errors import BackupError
from interview_journal.exporting.archive import Member, write_archive
from interview_journal.exporting.archive_reading import Archive, name_is_safe, read_list
from interview_journal.exporting.placing import folder_in_place, lies_inside
from interview_journal.store.descriptor import DESCRIPTOR
from interview_journal.store.folder import BACKUPS, DRAFTS, HISTORY, KNOWN, RECOVERED, TEMPLATES
from interview_journal.store.lock import LOCK_FILE, JournalLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from interview_journal.store.journal import Journal

__all__ = ["BackedUp", "back_up", "restore_backup"]

_IGNORE: Final = ".gitignore"
_PARTS: Final = (
    re.compile(r"[^/]+\.csv"),
    re.compile(r"datapackage\.json|\.gitignore|questions\.toml"),
    re.compile(rf"{HISTORY}/[^/]+\.csv"),
    re.compile(rf"{RECOVERED}/[^/]+\.bytes"),
    re.compile(rf"{DRAFTS}/[a-z0-9_-]+\.json"),
    re.compile(rf"{TEMPLATES}/[a-z_-]+\.txt\.j2"),
)
"""What belongs into a backup. The daily copies stay behind: they repeat what the tables hold."""
_FOLDERS: Final = (HISTORY, RECOVERED, DRAFTS, TEMPLATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What a backup holds.

    Attributes:
        path: The zip file.
        file_count: How many files are in it.
        left_out: Names of files in the journal's folder that are none of the journal's.
    """

    path: Path
    file_count: int
    left_out: tuple[str, ...]


def back_up(journal: Journal, target: str | Path, *, force: bool = False) -> BackedUp:
    """Write the whole journal with its history to one zip file and return what it holds.

    Args:
        journal: The journal.
        target: The file to be; in a folder it is named after the day.
        force: Whether a file of the same name may be replaced.

    Raises:
        BackupError: If the journal is empty, the target is taken or lies in the journal, or the
            disk refuses; what was there before is then unchanged.
        JournalLockedError: If another program holds the journal for too long.
    """
    place = Path(target).expanduser()
    now = journal.now()
    if place.is_dir():
        place = place / f"interview-journal-{now.date().isoformat()}.zip"
    home = journal.path
    if place.suffix.lower() != ".zip":
        raise BackupError(
            place, "its name does not end with .zip", "Name a file such as journal.zip."
        )
    if lies_inside(place, home):
        raise BackupError(
            place, "it would lie inside the journal", "Choose another folder, best another disk."
        )
    if not any((home / table.file_name).is_file() for table in TABLES.values()):
        raise BackupError(place, "the journal is empty", "Write an interview down first.")
    with ExitStack() as stack:
        members = _members(home, stack)
        count = write_archive(place, members, now, force=force)
    return BackedUp(path=place, file_count=count, left_out=tuple(_left_out(home)))


def restore_backup(
    archive: str | Path,
    into: str | Path | None = None,
    *,
    large: bool = False,
    now: Callable[[], datetime] = present,
) -> Journal:
    """Unpack a backup into a new journal folder and return the journal.

    Every file is compared with the checksum noted when the backup was made, and the journal is
    opened once, before it takes its place.

    Args:
        archive: The zip file.
        into: The folder; None takes the one that :func:`open_journal` would open.
        large: Whether a backup may unpack to more than 50 MB, or a hundred times its size.
        now: Returns the present, aware.

    Raises:
        BackupError: If it is damaged, not ours, or too large; if the folder already holds a
            journal or other files; or if the disk refuses. The folder is then as it was.
        NewerJournalError: If a newer version of this program wrote the journal in it.
    """
    path = Path(archive).expanduser()
    place = default_journal_path() if into is None else Path(into).expanduser()
    content = read_list(path, accepts=_belongs)
    if not large:
        content.check_size()
    _check_space(content, place)

    def refuse(folder: Path, reason: str, remedy: str) -> BackupError:
        return BackupError(path, f"it cannot be put into {folder} ({reason})", remedy)

    _refuse_taken(path, place)
    with folder_in_place(place, force=True, is_ours=_is_unused, refusal=refuse) as folder:
        content.unpack(folder)
        open_journal(folder, now=now)
    return open_journal(place, now=now)


def _belongs(name: str) -> bool:
    return name_is_safe(name) and any(part.fullmatch(name) for part in _PARTS)


def _members(home: Path, stack: ExitStack) -> Iterator[Member]:
    """Return the files to keep; tables as they are now, even when one grows or is rewritten."""
    tables = []
    with JournalLock(home):
        for path in _own_files(home):
            if path.suffix == ".csv":
                stream = stack.enter_context(path.open("rb"))
                tables.append(Member(_name(home, path), stream, path.stat().st_size))
    yield from tables
    for path in _own_files(home):
        if path.suffix != ".csv":
            # Each is written whole in one go; one that has gone meanwhile was not wanted.
            try:
                stream = path.open("rb")
            except FileNotFoundError:
                continue
            with stream:
                yield Member(_name(home, path), stream, path.stat().st_size)


def _own_files(home: Path) -> list[Path]:
    found = [path for path in home.iterdir() if path.is_file()]
    for name in _FOLDERS:
        if (home / name).is_dir():
            found += [path for path in (home / name).iterdir() if path.is_file()]
    return sorted(path for path in found if _belongs(_name(home, path)))


def _left_out(home: Path) -> Iterator[str]:
    for path in sorted(home.iterdir()):
        known = path.name in (LOCK_FILE, BACKUPS, *_FOLDERS) or path.suffix in (".new", ".ids")
        if not known and not _belongs(path.name) and not path.name.startswith("."):
            yield path.name


def _name(home: Path, path: Path) -> str:
    return path.relative_to(home).as_posix()


def _check_space(content: Archive, place: Path) -> None:
    above = next(folder for folder in (place, *place.resolve().parents) if folder.is_dir())
    free = shutil.disk_usage(above).free
    if content.total > free:
        raise BackupError(
            content.path,
            f"it needs {content.total / 1e6:,.0f} MB and the disk has {free / 1e6:,.0f} MB left",
            "Free some space, or name a folder on another disk with --into.",
        )


def _refuse_taken(path: Path, place: Path) -> None:
    if place.is_dir() and not _is_unused(place):
        raise BackupError(
            path,
            f"nothing is written over the journal or the other files in {place}",
            "Name another folder with --into.",
        )


def _is_unused(folder: Path) -> bool:
    """Return whether a folder is as an opened journal leaves it, with no words in it yet."""
    return {path.name for path in folder.iterdir()} <= {LOCK_FILE, _IGNORE, KNOWN, DESCRIPTOR}
