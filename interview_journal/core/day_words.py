"""Days as a person says them: "today", "yesterday", "Wednesday 4 March".

The words do not follow the computer's locale: the rest of the screen does not either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

__all__ = ["day_words", "near_day_words"]

_WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NEAR: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def day_words(day: date, *, today: date) -> str:
    """Return the day in words; the year stands only where it is not this one.

    Example:
        >>> from datetime import date
        >>> day_words(date(2026, 3, 4), today=date(2026, 3, 6))
        'Wednesday 4 March'
        >>> day_words(date(2025, 3, 4), today=date(2026, 3, 6))
        'Tuesday 4 March 2025'
    """
    words = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def near_day_words(day: date, *, today: date) -> str:
    """Return "today", "yesterday" or "tomorrow" before the day in words, where it is one.

    Example:
        >>> from datetime import date
        >>> near_day_words(date(2026, 3, 5), today=date(2026, 3, 6))
        'yesterday, Thursday 5 March'
    """
    near = _NEAR.get((day - today).days)
    words = day_words(day, today=today)
    return words if near is None else f"{near}, {words}"
