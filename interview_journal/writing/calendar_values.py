"""One entry of a calendar, as a value, and how a line of it is settled."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "CalendarEntry",
    "entry_uid",
    "is_shown",
    "one_line",
    "place_line",
]

FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2999
"""Both inclusive. Another year is a slip of the pen, and most calendars refuse the whole file."""

_NO_WORDS: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_LONGEST: Final = 200
_LONGEST_PLACE: Final = 2000
"""The link to a call is of no use without its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry.

    Attributes:
        uid: Names it for ever, in every calendar.
        summary: Its title, one line.
        starts: An aware moment, or a day where no hour is meant.
        ends: An aware moment, exclusive; None for a day.
        details: One more line; empty for none.
        place: Where it is; empty where that is not known.
        alarms: When to remind, from the start; negative is before it.
        is_busy: Whether the time is taken.
        is_cancelled: Whether it is to be taken out again.
    """

    uid: str
    summary: str
    starts: datetime | date
    ends: datetime | None = None
    details: str = ""
    place: str = ""
    alarms: tuple[timedelta, ...] = ()
    is_busy: bool = False
    is_cancelled: bool = False


def entry_uid(*names: str) -> str:
    """Return the name of an entry about these ids or keys; the same ones, the same name.

    Example:
        >>> entry_uid("interview", "i_first")
        'interview:i_first@interview-journal'
    """
    return f"{':'.join(names)}@interview-journal"


def is_shown(day: date) -> bool:
    """Return whether calendars know a year like that."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def one_line(text: str) -> str:
    r"""Return the text on one line without control characters, cut where it is very long.

    Example:
        >>> one_line("Thank\n Ana\x07 Ruiz")
        'Thank Ana Ruiz'
    """
    return _cut(_settled(text), _LONGEST)


def place_line(text: str) -> str:
    r"""Return a place on one line without control characters; a long link stays whole.

    Example:
        >>> place_line("Room 4,\n Dock Road")
        'Room 4, Dock Road'
    """
    return _cut(_settled(text), _LONGEST_PLACE)


def _settled(text: str) -> str:
    plain = "".join(" " if unicodedata.category(one) in _NO_WORDS else one for one in text)
    return " ".join(plain.split())


def _cut(line: str, most: int) -> str:
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
