"""Every file of a journal that holds rows besides the tables: history, backups, rival copies.

One list for all who must reach each of them: what brings rows back, and what erases them.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from interview_journal.core.tables import TABLES, Table
from interview_journal.errors import SaveFailedError
from interview_journal.store.disk import remove_durably, save_failed
from interview_journal.store.folder import (
    BACKUPS,
    DRAFTS,
    HISTORY,
    KNOWN,
    PAGES,
    TEMPLATES,
)
from interview_journal.store.folder_hazards import folder_problems
from interview_journal.store.second_copy import SAVES

__all__ = [
    "COPIES",
    "REWRITES",
    "kept_tables",
    "leftovers",
    "remove_leftover",
    "remove_leftovers",
    "table_of_copy",
]

REWRITES: Final = "rewrites"
COPIES: Final = "copies"
"""Folders inside ``backups``: tables before a rewrite, rival copies that were merged."""

_LEFTOVER: Final = re.compile(r"\..+\.[0-9a-f]{8,16}\.new")
_STALE_SECONDS: Final = 3600.0


def kept_tables(folder: Path) -> Iterator[tuple[Table, Path]]:
    """Return each such file with its table, the likeliest to hold a lost row first."""
    for pattern in (
        f"{BACKUPS}/{SAVES}/*/*.csv",
        f"{HISTORY}/*.csv",
        f"{BACKUPS}/????-??-??/*.csv",
        f"{BACKUPS}/{REWRITES}/*.csv",
        f"{BACKUPS}/{COPIES}/*.csv",
    ):
        yield from _tables_in(sorted(folder.glob(pattern), reverse=True))
    rivals = [p.file for p in folder_problems(folder) if p.kind == "rival copy"]
    yield from _tables_in([folder / name for name in rivals])


def _tables_in(paths: list[Path]) -> Iterator[tuple[Table, Path]]:
    for path in paths:
        table = table_of_copy(path.stem)
        if table is not None and path.is_file():
            yield table, path


def table_of_copy(stem: str) -> Table | None:
    """Return the table that a file is a copy of, told from its name; None when of none.

    Example:
        >>> table_of_copy("answers (1)").name, table_of_copy("20260304T183000-people 2").name
        ('answers', 'people')
    """
    words = re.sub(r"^(history-|\d{8}T\d{6}-)", "", stem)
    names = [name for name in TABLES if re.match(rf"{name}(?![a-z])", words)]
    return TABLES[max(names, key=len)] if names else None


def leftovers(folder: Path) -> Iterator[Path]:
    """Return the files and folders that a crash left half-made; they hold a person's words."""
    places = (".", HISTORY, KNOWN, DRAFTS, TEMPLATES, PAGES, BACKUPS)
    for path in (path for place in places for path in (folder / place).glob(".*.new")):
        if _LEFTOVER.fullmatch(path.name):
            yield path


def remove_leftovers(folder: Path) -> None:
    """Remove what crashes left half-made, as far as the system lets us.

    A draft is kept without the lock: a young one may be in the making.
    """
    now = time.time()
    for path in leftovers(folder):
        with suppress(OSError, SaveFailedError):
            if path.parent.name != DRAFTS or now - path.stat().st_mtime > _STALE_SECONDS:
                remove_leftover(path)


def remove_leftover(path: Path) -> None:
    """Remove one file or folder that a crash left half-made.

    Raises:
        SaveFailedError: If the system refuses.
    """
    if not path.is_dir():
        remove_durably(path)
        return
    try:
        shutil.rmtree(path)
    except OSError as error:
        raise save_failed(path, error) from error
