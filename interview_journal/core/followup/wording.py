"""How a due date is said: "by tomorrow, 4 pm"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.records import Application, Person

__all__ = ["by_words", "clock_words", "company_of", "first_line", "name_of", "on_words"]

_NEAR: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_LONGEST: Final = 80


def clock_words(moment: datetime) -> str:
    """Return "4 pm" or "4:30 pm"; "noon" and "midnight" by name.

    Example:
        >>> from datetime import datetime
        >>> clock_words(datetime(2026, 3, 5, 16, 30))
        '4:30 pm'
    """
    if not moment.minute and moment.hour in (0, 12):
        return "noon" if moment.hour else "midnight"
    half = "pm" if moment.hour >= 12 else "am"  # noqa: PLR2004 - noon
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{(moment.hour - 1) % 12 + 1}{minutes} {half}"


def by_words(moment: datetime, now: datetime) -> str:
    """Return "tomorrow, 4 pm" or "Thursday 12 March, 9 am", as seen from now.

    Example:
        >>> from datetime import UTC, datetime
        >>> by_words(datetime(2026, 3, 5, 16, tzinfo=UTC), datetime(2026, 3, 4, 19, tzinfo=UTC))
        'tomorrow, 4 pm'
    """
    near = _NEAR.get((moment.date() - now.date()).days)
    return f"{near or day_words(moment.date(), today=now.date())}, {clock_words(moment)}"


def on_words(day: date, today: date) -> str:
    """Return "today", "tomorrow" or "Thursday 12 March".

    Example:
        >>> from datetime import date
        >>> on_words(date(2026, 3, 12), date(2026, 3, 3))
        'Thursday 12 March'
    """
    return _NEAR.get((day - today).days) or day_words(day, today=today)


def company_of(application: Application) -> str:
    """Return the company's name on one line; words in its place where it is blank."""
    return first_line(application.company) or "this company"


def name_of(person: Person) -> str:
    """Return a person's name on one line; words in its place where it is blank."""
    return first_line(person.name) or "somebody"


def first_line(text: str) -> str:
    r"""Return the first line of a text, cut where it is long.

    Example:
        >>> first_line("A call with a decision. \nBy Friday.")
        'A call with a decision.'
    """
    if len(text) <= _LONGEST and text.isprintable():
        return text.strip()
    line = next((one.strip() for one in text.splitlines() if one.strip()), "")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
