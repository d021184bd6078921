"""How often, where no number of times is said: "once a month", "every other week"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.periods import DAYS, YEAR_DAYS
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["WORDS_OF_HABIT", "read_frequencies"]

_ONCE: Final = "once"
_EVERY: Final = "every"
WORDS_OF_HABIT: Final = frozenset({_ONCE, _EVERY})
"""In each of them one of these is said."""
_EACH: Final = frozenset({"a", "an", "per", "each", "every"})
_OTHER: Final = frozenset({"other", "second", "alternate"})
_PERIODS: Final = frozenset({"day", "week", "fortnight", "month", "year"})
_QUARTERS: Final = frozenset({"quarter", "quarters"})
_QUARTER_DAYS: Final = YEAR_DAYS / 4
_REACH: Final = 0.1
"""Nobody counts: every four weeks is once a month."""
_MOST: Final = 24
"""Of a unit: "every thirty years" is no habit."""


def read_frequencies(reading: Reading) -> Iterator[Amount]:
    """Yield how often something is done, as times a year.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [found] = read_frequencies(read_answer("I travel every other week.")[0])
        >>> found.kind, round(found.low, 1), round(found.high, 1)
        ('rate', 23.5, 28.7)
    """
    if reading.said.isdisjoint(WORDS_OF_HABIT):
        return
    words = reading.words
    for place, word in enumerate(words[:-1]):
        count, unit = 0.0, words[place + 2 : place + 3]
        if word.text == _ONCE and words[place + 1].text in _EACH:
            count = 1.0
        elif word.text == _EVERY:
            count, unit = _every(reading, place)
        days = count * _days_of(unit)
        if days:
            yield _amount(days, word, unit[0])


def _every(reading: Reading, place: int) -> tuple[float, tuple[Word, ...]]:
    """Return every how many of a unit, 0 where that is no habit, and the unit's word."""
    following = reading.words[place + 1]
    if following.text in _OTHER:
        return 2.0, reading.words[place + 2 : place + 3]
    for number in reading.numbers:
        if number.start == following.start:
            behind = tuple(reading.after(number.end)[:1])
            return (number.value if number.value <= _MOST else 0.0), behind
    # "Every week" and "every year since" are said of anything.
    return float(following.text in _QUARTERS), (following,)


def _days_of(unit: tuple[Word, ...]) -> float:
    """Return the days of a period; 0 where a word is none."""
    if not unit:
        return 0.0
    if unit[0].text in _QUARTERS:
        return _QUARTER_DAYS
    period = lexicon().units.get(unit[0].root, "")
    return DAYS[period] if period in _PERIODS else 0.0


def _amount(days: float, first: Word, last: Word) -> Amount:
    times = YEAR_DAYS / days
    low, high = times * (1 - _REACH), times * (1 + _REACH)
    return Amount("rate", low, high, "per year", head="times", start=first.start, end=last.end)
