"""Rows and words taken out of one table's file, whatever shape it is in; no backup stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from interview_journal.core.tables import Column
from interview_journal.store.cells import CellFault, parse_cell
from interview_journal.store.disk import replace_durably, save_failed
from interview_journal.store.erased_text import TextEraser
from interview_journal.store.rewriting import canonical_content, stamped
from interview_journal.store.row_form import is_whole
from interview_journal.store.table_reader import TableReader
from interview_journal.store.table_rows import TableRows

__all__ = ["Erasure", "erase_in_table", "given_ids"]

_ROW_START: Final = re.compile(r'^["\']?([a-z]_[A-Za-z0-9_.\-]+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is to go from a table.

    Attributes:
        ids: Rows with these ids go whole.
        eraser: These texts go from everything that is no row.
        in_rows: Whether they go from rows as well.
    """

    ids: set[str]
    eraser: TextEraser
    in_rows: bool


def given_ids(reader: TableReader) -> Callable[[Sequence[str]], str]:
    """Return what gives rows typed by hand their ids, in the order of the file."""
    return TableRows(reader.table).given_id


def erase_in_table(reader: TableReader, erasure: Erasure) -> int:
    """Write one file without what is to go; return how many rows or places held it.

    Raises:
        SaveFailedError: If the disk refuses; the file is then as it was.
    """
    if reader.refusal is not None:
        return _erase_raw(reader, erasure)
    count = 0
    given = given_ids(reader)

    def change(cells: list[str]) -> list[str] | None:
        nonlocal count
        out = _without(reader, cells, erasure, given)
        count += out != cells
        return out

    def restretch(text: str) -> str:
        nonlocal count
        found = set(_ROW_START.findall(text))
        # A damaged row of a record that is to go, and of no other.
        left = "" if found and found <= erasure.ids else erasure.eraser.from_lines(text)
        count += left != text
        return left

    def reextra(cell: str) -> str:
        nonlocal count
        left = erasure.eraser.from_cell(cell) if erasure.in_rows else cell
        count += left != cell
        return left

    # To a list: what is to be written is known only when all of it was looked at.
    content = list(canonical_content(reader, change, restretch=restretch, reextra=reextra))
    torn, in_torn = erasure.eraser.from_bytes(reader.read_torn())
    count += in_torn
    if count:
        replace_durably(reader.path, [*content, torn], is_unchanged=reader.is_unchanged)
    return count


def _without(
    reader: TableReader,
    cells: list[str],
    erasure: Erasure,
    given: Callable[[Sequence[str]], str],
) -> list[str] | None:
    if (cells[0] or given(cells)) in erasure.ids:
        return None
    if not erasure.in_rows:
        return cells
    pairs = zip(reader.table.columns, cells, strict=False)
    out = [_cell_without(column, cell, erasure.eraser) for column, cell in pairs]
    out.append(cells[-1])
    if out == cells:
        return cells
    return stamped(out) if is_whole(cells[:-1], cells[-1]) else out


def _cell_without(column: Column, cell: str, eraser: TextEraser) -> str:
    if not cell or column.kind in ("id", "link"):
        return cell
    if column.is_free_text:
        return eraser.from_cell(cell)
    try:
        parse_cell(column, cell)
    except CellFault:
        # No date and no number: somebody's words ended up in this column.
        return eraser.from_cell(cell)
    return cell


def _erase_raw(reader: TableReader, erasure: Erasure) -> int:
    """Take the texts out of a file that is no table of ours, byte for byte."""
    if not reader.path.is_file():
        return 0
    try:
        data, count = erasure.eraser.from_bytes(reader.path.read_bytes())
    except OSError as error:
        raise save_failed(reader.path, error) from error
    if count:
        replace_durably(reader.path, [data])
    return count
