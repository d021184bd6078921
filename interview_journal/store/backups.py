"""Copies of the tables: one a day before the first save, thinned as they grow old.

Kept are the last seven days, then one a week for four weeks, then one a month for a year.
Copies are plain tables, so that a person can open one and ``erase`` can reach into it.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from interview_journal.core.tables import TABLES
from interview_journal.errors import BackupError, SaveFailedError
from interview_journal.store.disk import save_failed, sync_folder, write_private
from interview_journal.store.folder import BACKUPS, RECOVERED, make_inner_folder
from interview_journal.store.kept_files import REWRITES
from interview_journal.store.second_copy import SAVES

__all__ = ["back_up_daily", "back_up_table", "backup_days", "kept_days", "set_aside"]

_CHUNK: Final = 1 << 20
_DAILY, _WEEKLY, _MONTHLY = 7, 4, 12
_SAVES_KEPT: Final = timedelta(days=31)


def back_up_daily(folder: Path, now: datetime) -> Path | None:
    """Copy every table into ``backups/<day>`` once a day; return the new copy or None.

    Raises:
        SaveFailedError: If the disk refuses.
        BackupError: If the copy is made and an old one cannot be removed.
        JournalFolderError: If the folder cannot be made.
    """
    target = folder / BACKUPS / now.date().isoformat()
    if target.exists():
        return None
    tables = [folder / table.file_name for table in TABLES.values()]
    tables = [path for path in tables if path.is_file()]
    if not tables:
        return None
    make_inner_folder(target.parent)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        make_inner_folder(beside)
        for path in tables:
            write_private(beside / path.name, _chunks(path))
        sync_folder(beside)
        beside.rename(target)
        sync_folder(target.parent)
    except SaveFailedError as error:
        raise SaveFailedError(target, error.reason, error.remedy) from error
    except OSError as error:
        raise save_failed(target, error) from error
    finally:
        if beside.exists():
            shutil.rmtree(beside, ignore_errors=True)
    _thin(target.parent, now.date())
    return target


def back_up_table(folder: Path, path: Path, now: datetime) -> Path:
    """Copy one table of the journal in ``folder`` before it is rewritten; return the copy.

    Raises:
        SaveFailedError: If the disk refuses.
        JournalFolderError: If the folder cannot be made.
    """
    rewrites = folder / BACKUPS / REWRITES
    make_inner_folder(rewrites)
    target = rewrites / f"{_stem(folder, path)}-{_stamp(now)}-{secrets.token_hex(2)}.csv"
    write_private(target, _chunks(path))
    _sync(target)
    return target


def set_aside(folder: Path, path: Path, data: bytes, now: datetime) -> Path:
    """Keep bytes of a table that belong to no complete row, exactly as they were; return where.

    Raises:
        SaveFailedError: If the disk refuses.
        JournalFolderError: If the folder cannot be made.
    """
    inner = folder / RECOVERED
    make_inner_folder(inner)
    target = inner / f"{_stem(folder, path)}-{_stamp(now)}-{secrets.token_hex(2)}.bytes"
    write_private(target, [data])
    _sync(target)
    return target


def _stem(folder: Path, path: Path) -> str:
    return path.stem if path.parent == folder else f"{path.parent.name}-{path.stem}"


def _stamp(now: datetime) -> str:
    return now.strftime("%Y%m%dT%H%M%S")


def _sync(target: Path) -> None:
    """Wait for the folder: what is cut or replaced next must not be gone with a power cut."""
    try:
        sync_folder(target.parent)
    except OSError as error:
        raise save_failed(target, error) from error


def backup_days(folder: Path) -> list[date]:
    """Return the days of which a backup is kept, newest first."""
    return sorted((day for day, _ in _days(folder / BACKUPS)), reverse=True)


def kept_days(days: Iterable[date], today: date) -> set[date]:
    """Return which of these days' backups are kept: 7 daily, 4 weekly, 12 monthly.

    A week is ISO's, and of a week or a month the newest backup counts. Days to come, left by
    a clock that was wrong, are kept.
    """
    ordered = sorted(set(days), reverse=True)
    kept = {day for day in ordered if today - day < timedelta(days=_DAILY)}
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in ordered:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    kept |= set(sorted(weeks.values(), reverse=True)[:_WEEKLY])
    kept |= set(sorted(months.values(), reverse=True)[:_MONTHLY])
    return kept


def _thin(backups: Path, today: date) -> None:
    days = dict(_days(backups))
    saves = dict(_days(backups / SAVES))
    old = [days[day] for day in set(days) - kept_days(days, today)]
    old += [path for day, path in saves.items() if today - day > _SAVES_KEPT]
    for path in old:
        try:
            shutil.rmtree(path)
        except OSError as error:
            raise BackupError(
                path, "an old one cannot be removed", "Check the folder's permissions."
            ) from error


def _days(folder: Path) -> Iterator[tuple[date, Path]]:
    """Return the folders named by a day exactly as we name them, and no others."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        with suppress(ValueError):
            day = date.fromisoformat(path.name)
            if path.name == day.isoformat() and path.is_dir() and not path.is_symlink():
                yield day, path


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
