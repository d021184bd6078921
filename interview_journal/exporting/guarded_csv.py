"""A table as CSV text in which no cell is run as a formula.

A list that is opened in a spreadsheet with a double click must not do what somebody wrote into a
question. Cells that a spreadsheet would run begin with an apostrophe here; all others stand as
written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

__all__ = ["guarded_csv"]

_RUN: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def guarded_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV, every cell quoted, a line feed at the end of each row.

    Example:
        >>> print(guarded_csv(["said"], [["=1+1"], ["five"]]), end="")
        "said"
        "'=1+1"
        "five"
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue()


def _guarded(cell: object) -> str:
    text = str(cell)
    # Some spreadsheets pass over blanks before a formula.
    is_run = text.startswith(_RUN) or text.lstrip().startswith(_RUN)
    return f"'{text}" if is_run and isinstance(cell, str) else text
