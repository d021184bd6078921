"""How often or by which period: "a year", "per month", "annually", "twice a week"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.words import Word

__all__ = ["DAYS", "YEAR_DAYS", "per_year", "period_after", "year_of"]

YEAR_DAYS: Final = 365.25
DAYS: Final = {
    "second": 1 / 86_400,
    "minute": 1 / 1_440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.4375,
    "year": YEAR_DAYS,
    "decade": 3_652.5,
}
"""Days in a unit of time."""
_PERIOD_WORDS: Final = {
    "annum": "year",
    "annually": "year",
    "yearly": "year",
    "annual": "year",
    "pa": "year",
    "monthly": "month",
    "weekly": "week",
    "hourly": "hour",
    "daily": "day",
    "lpa": "year",
}
_FURTHEST: Final = 3
"""Characters between an amount and its period: " / " is as far as it goes."""
_EACH: Final = frozenset({"a", "an", "per", "each", "every"})
_PAID: Final = frozenset({"gross", "net", "basic", "before", "after"})
_WITHOUT_ARTICLE: Final = frozenset({"year", "month", "hour"})
_OF_HOURS: Final = frozenset({"contract", "week", "shift", "day", "drive", "flight", "job", "post"})
"""Before these "forty-five hour" is no pay."""
_FOR_THE: Final = ("for", "the")
_IN_THE: Final = ("in", "the")
_PAID_BY: Final = frozenset({"month", "year", "hour"})
"""Behind "in the": as Germans tell their pay in English."""


def period_after(end: int, after: Sequence[Word]) -> tuple[str, int]:
    """Return the period that an amount is said for, or "", and where it ends.

    Args:
        end: Where the amount ends in the answer.
        after: The words behind it.
    """
    place = 0
    while place < len(after) and after[place].start - end <= _FURTHEST:
        if after[place].text not in _PAID or place + 1 == len(after):
            period, stop = _period_at(after, place, end)
            return (period, stop) if period else ("", end)
        end, place = after[place].end, place + 1
    return "", end


def _period_at(after: Sequence[Word], place: int, end: int) -> tuple[str, int]:
    """Return the period that begins at a word, or "", and where it ends."""
    units = lexicon().units
    first = after[place]
    texts = tuple(word.text for word in after[place : place + 2])
    if first.text in _PERIOD_WORDS:
        return _PERIOD_WORDS[first.text], first.end
    if texts in (_FOR_THE, _IN_THE) and place + 2 < len(after):
        return _period_of_the(texts, after[place + 2 : place + 4], end)
    if first.text in _EACH and len(texts) > 1:
        second = after[place + 1]
        unit = units.get(second.root) or _PERIOD_WORDS.get(second.text, "")
        return unit, second.end
    is_bare = first.root in units and first.start == end + 1 and first.text in _WITHOUT_ARTICLE
    if is_bare and _OF_HOURS.isdisjoint(texts[1:]):
        return units[first.root], first.end
    return "", end


def _period_of_the(texts: tuple[str, ...], behind: Sequence[Word], end: int) -> tuple[str, int]:
    """Return the period of "for the week", "in the month"; no "in the year 2019"."""
    unit = behind[0]
    if texts == _FOR_THE:
        return lexicon().units.get(unit.root, ""), unit.end
    is_date = any(word.text[:1].isdigit() for word in behind[1:])
    if unit.text not in _PAID_BY or is_date:
        return "", end
    return lexicon().units[unit.root], unit.end


def per_year(amount: Amount, period: str, head: str, end: int) -> Amount:
    """Return an amount that is said for a period as a rate by the year.

    Args:
        amount: How many.
        period: A unit of time.
        head: Of what.
        end: Where the words of the rate end.

    Example:
        >>> per_year(Amount("count", 2.0, 2.0), "week", "times", 12).high
        104.35714285714286
    """
    scale = YEAR_DAYS / DAYS[period]
    return replace(amount.times(scale), kind="rate", unit="per year", head=head, end=end)


def year_of(day: date) -> float:
    """Return the year of a day with its fraction: the first of January is a whole number.

    Example:
        >>> year_of(date(2026, 1, 1)), round(year_of(date(2026, 7, 1)), 1)
        (2026.0, 2026.5)
    """
    return day.year + (day.timetuple().tm_yday - 1) / YEAR_DAYS
