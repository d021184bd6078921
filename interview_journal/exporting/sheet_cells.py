"""The cells of one sheet, each of the type its column has, text always as text.

A cell is styled once and used again for every row: a sheet is written cell by cell, and styling
anew would take most of the time.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.exporting.plain_cells import plain_cell
from interview_journal.exporting.side_texts import SideTexts, fits_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from interview_journal.core.records import Record
    from interview_journal.core.tables import Column, Table

__all__ = ["SheetCells"]

_FIRST_DAY: Final = date(1900, 3, 1)
"""Before this day spreadsheets disagree on how dates are counted."""


class SheetCells:
    """Makes the cells of one sheet."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        """Style one cell of each type."""
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        def styled(number_format: str, *, bold: bool = False, wrap: bool = False) -> Cell:
            cell = WriteOnlyCell(sheet)
            cell.alignment = Alignment(wrap_text=wrap, vertical="top")
            cell.number_format = number_format
            if bold:
                cell.font = Font(bold=True)
            return cell

        self._text = styled("@", wrap=True)
        self._bold = styled("@", bold=True)
        self._number = styled("General")
        self._day = styled("yyyy-mm-dd")

    def words(self, words: Sequence[str], *, bold: bool = False) -> Iterator[Cell | None]:
        """Return a row of texts that are known to fit."""
        return (self._as_text(word, bold=bold) if word else None for word in words)

    def record(self, table: Table, record: Record, texts: SideTexts) -> Iterator[Cell | None]:
        """Return a record's row; what no cell can hold is kept beside the workbook."""
        return (self._cell(table, record, column, texts) for column in table.columns)

    def _cell(self, table: Table, record: Record, column: Column, texts: SideTexts) -> Cell | None:
        value = getattr(record, column.name)
        if value is None or value == "":
            return None
        if column.kind in ("whole", "number"):
            self._number.value = value
            return self._number
        if column.kind == "day" and value >= _FIRST_DAY:
            self._day.value = value
            return self._day
        text = plain_cell(value)
        if not fits_cell(text):
            text = texts.keep(table.name, record.id, column.name, text)
        return self._as_text(text)

    def _as_text(self, text: str, *, bold: bool = False) -> Cell:
        cell = self._bold if bold else self._text
        cell.value = text
        # openpyxl took "=..." for a formula and "#N/A" for an error.
        cell.data_type = "s"
        return cell
