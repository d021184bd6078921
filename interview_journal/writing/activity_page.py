"""The record of activity as a page to print: A4 or Letter, complete in one file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words
from interview_journal.writing.rendering import packaged_template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.writing.activity import ActivityRow

__all__ = ["activity_page"]

_TEMPLATE: Final = "activity.html.j2"
_ANY_OTHER_YEAR: Final = date.min
"""On paper the year always stands."""


def activity_page(rows: Sequence[ActivityRow], first: date, last: date) -> str:
    """Return the page as HTML that loads nothing, with a line to sign.

    Args:
        rows: The interviews, in the order to show.
        first: The first day of the span, inclusive.
        last: The last day, inclusive.
    """
    # Loading it takes a moment that only who prints a page shall wait.
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"day": _day, "weekday": _weekday}
    page = made.from_string(packaged_template(_TEMPLATE))
    return page.render(rows=rows, first=first, last=last, told=_told(rows))


def _weekday(day: date) -> str:
    return day_words(day, today=day).partition(" ")[0]


def _day(day: date) -> str:
    """Return "4 March 2026"."""
    return day_words(day, today=_ANY_OTHER_YEAR).partition(" ")[2]


def _told(rows: Sequence[ActivityRow]) -> str:
    """Return "3 interviews with 2 employers"."""
    employers = len({one.employer.casefold() for one in rows})
    return f"{_counted(len(rows), 'interview')} with {_counted(employers, 'employer')}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
