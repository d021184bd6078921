"""The current state as an xlsx workbook: one sheet a table, and no text taken for anything else.

Every text is a string cell, also one that starts with ``=`` or looks like a number or a date.
Whole numbers, numbers and dates are typed cells. A time keeps its offset from UTC, for which
xlsx has no type, and so stays text.
"""

from __future__ import annotations

import tempfile
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from interview_journal.core.tables import TABLES, Table
from interview_journal.errors import ExportError
from interview_journal.exporting.placing import private_file
from interview_journal.exporting.sheet_cells import SheetCells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from interview_journal.core.records import Record
    from interview_journal.exporting.plain_cells import State
    from interview_journal.exporting.side_texts import SideTexts

__all__ = ["COLUMNS_SHEET", "write_workbook"]

COLUMNS_SHEET: Final = "columns"
"""The last sheet: what each column of each table means."""

_ROWS_AT_MOST: Final = 1_048_576
_WIDTHS: Final = {
    "id": 22,
    "link": 22,
    "line": 26,
    "long": 60,
    "choice": 14,
    "whole": 10,
    "number": 10,
    "yes_no": 10,
    "day": 12,
    "moment": 27,
}
_tempdir_lock: Final = threading.Lock()


def write_workbook(path: Path, state: State, texts: SideTexts) -> None:
    """Write the workbook to a new file, and what its cells cannot hold beside it.

    Args:
        path: The file, in a private folder where other files may be kept meanwhile.
        state: The records by table.
        texts: Where texts go that no cell can hold.

    Raises:
        ExportError: If a table has more rows than a sheet can hold.
        OSError: If the system refuses.
    """
    # openpyxl takes a tenth of a second to load; only this export needs it.
    from openpyxl import Workbook

    for name, records in state.items():
        if len(records) >= _ROWS_AT_MOST:
            reason = f"{name} has more rows than a sheet can hold ({_ROWS_AT_MOST - 1:,})"
            raise ExportError(path, reason, "Export it as CSV instead: --format csv.")
    with _temporary_files_in(path.parent):
        book = Workbook(write_only=True)
        tables = [table for name, table in TABLES.items() if state.get(name)]
        for table in tables:
            _add_table(book, table, state[table.name], texts)
        _add_columns(book, tables)
        with private_file(path) as stream:
            book.save(stream)


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Keep openpyxl's temporary files where nothing of a killed run stays readable by others."""
    with _tempdir_lock:
        before = tempfile.tempdir
        tempfile.tempdir = str(folder)
        try:
            yield
        finally:
            tempfile.tempdir = before


def _add_table(book: Workbook, table: Table, records: Iterable[Record], texts: SideTexts) -> None:
    sheet = _new_sheet(book, table.name, [_WIDTHS[column.kind] for column in table.columns])
    cells = SheetCells(sheet)
    sheet.append(cells.words([column.name for column in table.columns], bold=True))
    for record in records:
        sheet.append(cells.record(table, record, texts))


def _add_columns(book: Workbook, tables: Iterable[Table]) -> None:
    sheet = _new_sheet(book, COLUMNS_SHEET, [16, 24, 36, 80])
    cells = SheetCells(sheet)
    sheet.append(cells.words(("sheet", "column", "label", "meaning"), bold=True))
    for table in tables:
        for column in table.columns:
            sheet.append(cells.words((table.name, column.name, column.label, column.help)))


def _new_sheet(book: Workbook, name: str, widths: Iterable[int]) -> WriteOnlyWorksheet:
    from openpyxl.utils import get_column_letter

    sheet: WriteOnlyWorksheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width  # type: ignore[attr-defined]
    return sheet
