"""Upgrades of old journals: named, in order, under the lock, with a backup of every table.

A row's version stands in its end mark, and an upgrade changes the rows that are older than
it: one that was interrupted goes on with what it left. The first format has no upgrade before
it; the list below is where the next one goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from interview_journal.core import tables as schema
from interview_journal.core.tables import TABLES
from interview_journal.errors import NewerJournalError
from interview_journal.store.folder import HISTORY
from interview_journal.store.lock import JournalLock
from interview_journal.store.rewriting import rewrite_table
from interview_journal.store.row_form import version_of
from interview_journal.store.table_file import TableFile

__all__ = ["MIGRATIONS", "Migration", "upgrade", "versions_in"]

_LOOKED_AT: Final = 1 << 16

_ROW_END: Final = re.compile(rb'[,;\t|]"e([0-9]{1,3})_[0-9a-f]{8}"\r\n')
"""The end of a row of ours. No answer can look like it: inside a cell quotes are doubled."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One upgrade.

    Attributes:
        name: What it does, in a few words.
        version: The version a row has afterwards.
        change: Takes a table's name and a row's own cells (``end`` last) of the version
            before; returns the cells of the new one with the end mark that fits.
    """

    name: str
    version: int
    change: Callable[[str, list[str]], list[str]]


MIGRATIONS: tuple[Migration, ...] = ()


def upgrade(
    folder: Path,
    now: Callable[[], datetime],
    wait_seconds: float,
    *,
    migrations: Sequence[Migration] | None = None,
) -> tuple[str, ...]:
    """Bring an old journal to the present format; return the names of the upgrades done.

    Raises:
        NewerJournalError: If it is of a newer format; nothing is touched then.
        JournalLockedError: If another program holds it for too long.
        SaveFailedError: If the disk refuses; the next opening goes on from there.
    """
    steps = sorted(MIGRATIONS if migrations is None else migrations, key=lambda s: s.version)
    supported = max((step.version for step in steps), default=schema.SCHEMA_VERSION)
    found = [(version, path) for path in _tables(folder) for version in versions_in(path)]
    newest, path = max(found, default=(supported, folder))
    if newest > supported:
        raise NewerJournalError(path, newest, supported)
    oldest = min((version for version, _ in found), default=supported)
    due = [step for step in steps if step.version > oldest]
    if due:
        with JournalLock(folder, wait_seconds=wait_seconds):
            for step in due:
                _apply(folder, step, now())
    return tuple(step.name for step in due)


def _tables(folder: Path) -> Iterator[Path]:
    for table in TABLES.values():
        for path in (folder / table.file_name, folder / HISTORY / table.file_name):
            if path.is_file():
                yield path


def _apply(folder: Path, step: Migration, present: datetime) -> None:
    """Upgrade every table that has rows older than the step."""
    for path in _tables(folder):
        file = TableFile(path.parent, TABLES[path.stem])
        file.look()
        if file.refusal is not None or min(versions_in(path), default=step.version) >= step.version:
            continue

        def change(cells: list[str], name: str = file.table.name) -> list[str]:
            version = version_of(cells[-1])
            # A row without a mark was typed into the old table.
            is_older = version is None or version < step.version
            return step.change(name, cells) if is_older else cells

        rewrite_table(file, folder, present, change)


def versions_in(path: Path) -> set[int]:
    """Return the versions in the end marks at both ends of a table; empty when it has none."""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(_LOOKED_AT)
        size = file.seek(0, 2)
        file.seek(max(0, size - _LOOKED_AT))
        tail = file.read()
        return {int(version) for version in _ROW_END.findall(head + b"\0" + tail)}
    return set()
