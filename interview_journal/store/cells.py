"""One cell's text to a value and back, by the kind of its column.

Only spellings that leave no doubt are read; everything else is a located problem. A
spreadsheet's TRUE or a date whose day is beyond 12 is certain; 3/4/26 is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from interview_journal.core.tables import Column
from interview_journal.store.guard import guard_text, unguard_text

__all__ = ["CellFault", "format_cell", "formatter_of", "parse_cell", "parse_moment", "parser_of"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4})")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}"
    r"(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?")
_YES: Final = frozenset({"yes", "true"})
_DIGITS: Final = frozenset("123456789")
_NO: Final = frozenset({"no", "false"})
_MONTHS_A_YEAR = 12


class CellFault(ValueError):  # noqa: N818 - a fault in the data, turned into a Problem at once
    """A cell that cannot be read with certainty; says what was expected."""

    def __init__(self, expected: str) -> None:
        """Keep what was expected."""
        super().__init__(expected)
        self.expected = expected


def parse_cell(column: Column, cell: str) -> Any:  # noqa: ANN401 - by the column's kind
    """Return the value of a cell that is not empty.

    Raises:
        CellFault: If the text has no certain meaning for this kind of column.
    """
    return parser_of(column)(cell)


def parser_of(column: Column) -> Callable[[str], Any]:
    """Return the function that reads this column's cells that are not empty."""
    if column.kind == "choice":
        return _choice_parser(column.choices)
    return _PARSERS[column.kind]


def format_cell(column: Column, value: object) -> str:
    """Return the cell's text; empty for None and for an empty text."""
    return "" if value is None or value == "" else formatter_of(column)(value)


def formatter_of(column: Column) -> Callable[[Any], str]:
    """Return the function that writes this column's values that are neither None nor empty."""
    return _FORMATTERS[column.kind]


def _format_yes_no(value: bool) -> str:  # noqa: FBT001 - the cell's value
    return "yes" if value else "no"


def _format_number(value: float) -> str:
    # A spreadsheet drops the .0, and a row it merely opened would look edited.
    return repr(float(value)).removesuffix(".0")


def _format_moment(value: datetime) -> str:
    return value.isoformat(timespec="seconds")


_FORMATTERS: Final[dict[str, Callable[[Any], str]]] = {
    "id": str,
    "link": str,
    "line": guard_text,
    "long": guard_text,
    "choice": str,
    "whole": str,
    "number": _format_number,
    "yes_no": _format_yes_no,
    "day": str,
    "moment": _format_moment,
}


def _text(cell: str) -> str:
    text = unguard_text(cell) if cell[0] == "'" else cell
    if "\r" in text:
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _as_is(cell: str) -> str:
    return cell


def _whole(cell: str) -> int:
    if cell in _DIGITS or _WHOLE.fullmatch(cell):
        return int(cell)
    expected = "a whole number"
    raise CellFault(expected)


def _number(cell: str) -> float:
    if not _NUMBER.fullmatch(cell):
        expected = "a number with a point, such as 1.5"
        raise CellFault(expected)
    return float(cell)


def _yes_no(cell: str) -> bool:
    word = cell if cell in _NO else cell.strip().lower()
    if word in _NO:
        return False
    if word in _YES:
        return True
    expected = "yes or no"
    raise CellFault(expected)


def _day(cell: str) -> date:
    try:
        if _DAY.fullmatch(cell):
            return date.fromisoformat(cell)
        other = _DAY_FIRST.fullmatch(cell.strip())
        if other is not None:
            first, second, year = (int(other.group(part)) for part in (1, 3, 4))
            # Only when one of the two can be no month is the order beyond doubt.
            if first > _MONTHS_A_YEAR or first == second:
                return date(year, second, first)
            if second > _MONTHS_A_YEAR:
                return date(year, first, second)
    except ValueError:
        pass
    expected = "a date as YYYY-MM-DD"
    raise CellFault(expected)


def parse_moment(cell: str) -> datetime:
    """Return the aware point in time a cell names.

    Raises:
        CellFault: If it names none with certainty.
    """
    try:
        if _MOMENT.fullmatch(cell):
            return datetime.fromisoformat(cell)
    except ValueError:
        pass
    expected = "a time as YYYY-MM-DDTHH:MM:SS+HH:MM"
    raise CellFault(expected)


def _choice_parser(choices: tuple[str, ...]) -> Callable[[str], str]:
    spelled = {choice: choice for choice in choices}

    def parse_choice(cell: str) -> str:
        found = spelled.get(cell) or spelled.get(cell.strip().lower())
        if found is None:
            raise CellFault("one of " + ", ".join(choices))
        return found

    return parse_choice


_PARSERS: Final[dict[str, Callable[[str], Any]]] = {
    "id": _as_is,
    "link": _as_is,
    "line": _text,
    "long": _text,
    "whole": _whole,
    "number": _number,
    "yes_no": _yes_no,
    "day": _day,
    "moment": parse_moment,
}
