"""The few times a table is written anew: on request, or because a row cannot be appended.

Rows keep their cells, stretches that could not be read keep their text, the old file stays as
a dated backup, and the new one replaces it whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from interview_journal.errors import TableRefusedError
from interview_journal.store.backups import back_up_table, set_aside
from interview_journal.store.disk import replace_durably
from interview_journal.store.layout import canonical_header, canonical_layout
from interview_journal.store.row_form import end_mark, row_bytes
from interview_journal.store.segments import Stretch
from interview_journal.store.table_file import TableFile
from interview_journal.store.table_reader import TableReader

__all__ = ["Readied", "Rewritten", "canonical_content", "make_ready", "rewrite_table", "stamped"]

_BATCH = 512

Rewritten = Callable[[list[str]], list[str] | None]
"""Takes a row's own cells, ``end`` last; returns them as they shall stand, or None to leave out."""


class Readied(NamedTuple):
    """What had to be done before a row could be appended."""

    recovered: Path | None
    backup: Path | None


def make_ready(file: TableFile, folder: Path, now: datetime) -> Readied:
    """Set a torn tail aside and rewrite a foreign layout, so that a row of ours can follow.

    Args:
        file: The table; call it under the lock, after ``look``.
        folder: The journal's folder.
        now: The present, aware.

    Raises:
        SaveFailedError: If the disk refuses; nothing was moved then.
    """
    recovered = None
    if file.torn_bytes:
        recovered = set_aside(folder, file.path, file.read_torn(), now)
        file.cut_torn()
        file.look()
    backup = rewrite_table(file, folder, now, lambda cells: cells) if file.needs_rewrite else None
    return Readied(recovered, backup)


def rewrite_table(file: TableFile, folder: Path, now: datetime, change: Rewritten) -> Path:
    """Write a table anew in our own form, each row as ``change`` wants it; return the backup.

    The person's own columns stay. Call it under the lock, after ``look``; records made from
    the rows before are to be made again.

    Raises:
        TableRefusedError: If the file cannot be ours.
        FileMovedOnError: If another program changed the file since the look.
        SaveFailedError: If the disk refuses; the old file is then untouched.
    """
    if file.refusal is not None:
        raise TableRefusedError(file.path, file.refusal.sentence)
    if file.torn_bytes:
        make_ready(file, folder, now)
    backup = back_up_table(folder, file.path, now)
    content = canonical_content(file, change)
    replace_durably(file.path, content, is_unchanged=file.is_unchanged)
    file.look()
    file.note_known()
    return backup


def canonical_content(
    file: TableReader,
    change: Rewritten,
    *,
    restretch: Callable[[str], str] = str,
    reextra: Callable[[str], str] = str,
) -> Iterator[bytes]:
    """Return the whole table in our own form, the person's own columns before ``end``.

    Args:
        file: The table as it was last looked at.
        change: What becomes of each row.
        restretch: What becomes of a stretch of text that is no row.
        reextra: What becomes of a cell in a column that the person added.
    """
    layout = file.layout
    known = set(file.table.header)
    extra = [place for place, name in enumerate(layout.names) if name not in known]
    names = [layout.names[place] for place in extra]
    new_layout = canonical_layout(file.table, names)
    width = len(file.table.columns)
    yield canonical_header(file.table, names)
    batch: list[Sequence[str]] = []
    for part in file.segments().parts:
        if isinstance(part, Stretch):
            yield row_bytes(batch)
            batch = []
            text = restretch(part.text)
            yield _whole_lines(text).encode("utf-8", "surrogateescape")
            continue
        cells = change(layout.own_cells(part.cells))
        if cells is None:
            continue
        out = new_layout.file_cells(cells)
        out[width : width + len(extra)] = [reextra(part.cells[place]) for place in extra]
        batch.append(out)
        if len(batch) >= _BATCH:
            yield row_bytes(batch)
            batch = []
    yield row_bytes(batch)


def _whole_lines(text: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + "\r\n"


def stamped(cells: Sequence[str]) -> list[str]:
    """Return the row with the end mark that fits its cells."""
    return [*cells[:-1], end_mark(cells[:-1])]
