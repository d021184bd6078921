"""Between which bounds a number lies: "about", "over", "up to", "80 to 95k", "26 fifty"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.amounts import ABOUT
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.numbers import Number
from interview_journal.analysis.consistency.periods import period_after
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["Bounds", "as_dollars_and_cents", "bounds_of", "is_range"]

_RANGE: Final = re.compile(r"\s*(?:-|–|—|(?:up\s)?to|or|and|bis)\s*[£$€₹]?\s*", re.IGNORECASE)
_LONGEST_LINK: Final = 24
"""Characters between the two numbers of a range; a longer gap is not looked at."""
_A_BIT: Final = frozenset({"bit", "just", "little", "slightly"})
_A_BIT_MORE: Final = 1.25
_JUST_UNDER: Final = 0.9
# Two words before the number, the nearest first.
_AT_LEAST: Final = frozenset({("than", "more"), ("least", "at")})
_AT_MOST: Final = frozenset({("than", "less"), ("than", "fewer"), ("to", "up"), ("most", "at")})
_UP_TO: Final = ("to", "up")
_SUMMING: Final = frozenset({"add", "ad", "com", "sum"})
_WE_ARE: Final = frozenset({("are", "we"), ("am", "i")})
"""Before "up to" these tell of the very number; the first are roots."""
_JUST_BELOW: Final = frozenset(
    (under, little)
    for under in ("under", "below")
    for little in ("just", "little", "bit", "slightly")
)
_ROUGHLY: Final = frozenset({"ish", "odd"})
_OR_SO: Final = ["or", "so"]
_OVER_JUST: Final = ("just", "over")
_SCALES: Final = (1e7, 1e6, 1e5, 1e3)
_SHARED_SCALE_REACH: Final = 10
"""In "80 to 95k" the first number is less than ten times the second one's 95."""
_LEAST_WAGE: Final = 5
_DOLLARS: Final = 100
_CENT_STEP: Final = 5


class Bounds(NamedTuple):
    """The lowest and highest value a number can mean, and whether it was hedged."""

    low: float
    high: float
    is_hedged: bool


def is_range(reading: Reading, number: Number, following: Number) -> bool:
    """Return whether two numbers are the ends of a range: "5-7", "between 80 and 95k"."""
    if following.value <= number.value or following.start - number.end > _LONGEST_LINK:
        return False
    between = reading.text(number.end, following.start)
    if _RANGE.fullmatch(between) is None:
        return False
    if "and" in between.lower():
        return any(one.text == "between" for one in reading.before(number.start)[:2])
    return True


def as_dollars_and_cents(reading: Reading, number: Number, following: Number) -> Number | None:
    """Return "twenty-six fifty an hour" as one number; None where no such thing stands there."""
    if not (number.in_words and following.in_words and _LEAST_WAGE <= number.value < _DOLLARS):
        return None
    if following.value >= _DOLLARS or following.value % _CENT_STEP:
        return None
    if reading.text(number.end, following.start) != " ":
        return None
    if period_after(following.end, reading.after(following.end))[0] != "hour":
        return None
    value = number.value + following.value / _DOLLARS
    return following._replace(value=value, start=number.start, form="price")


def bounds_of(
    number: Number,
    upper: Number | None,
    before: Sequence[Word],
    pair: tuple[str, ...],
    after: Sequence[str],
) -> Bounds:
    """Return between which values a number lies.

    Args:
        number: The number.
        upper: The other end of a range; None where it is no range.
        before: The words before it, the nearest first.
        pair: The first two of these as they stand.
        after: The words behind it as they stand.
    """
    value = number.value
    if upper is not None:
        return Bounds(value * _shared_scale(number, upper), upper.value, is_hedged=True)
    hedged = _from_below(number, before, pair) or _from_above(value, before, pair)
    if hedged is not None:
        return hedged
    if _is_about(number, pair, after):
        return Bounds(value * (1 - ABOUT), value * (1 + ABOUT), is_hedged=True)
    return Bounds(value, value, is_hedged=False)


def _from_below(number: Number, before: Sequence[Word], pair: tuple[str, ...]) -> Bounds | None:
    """Return the bounds of "over", "more than", "5+"."""
    value = number.value
    is_over = bool(pair) and pair[0] in lexicon().lists["hedges_over"]
    if is_over and any(word.text in _A_BIT for word in before[1:3]):
        return Bounds(value, value * _A_BIT_MORE, is_hedged=True)
    if is_over or number.form == "plus" or pair in _AT_LEAST:
        return Bounds(value, math.inf, is_hedged=True)
    return None


def _from_above(value: float, before: Sequence[Word], pair: tuple[str, ...]) -> Bounds | None:
    """Return the bounds of "under", "less than", "just under"."""
    if pair in _JUST_BELOW:
        return Bounds(value * _JUST_UNDER, value, is_hedged=True)
    if pair == _UP_TO and _is_reached(before[2:4]):
        return None
    if pair in _AT_MOST or (pair and pair[0] in lexicon().lists["hedges_under"]):
        return Bounds(0.0, value, is_hedged=True)
    return None


def _is_reached(before: Sequence[Word]) -> bool:
    """Return whether "add up to" or "we are up to" stands there: just so many."""
    if any(word.root in _SUMMING for word in before[:1]):
        return True
    return tuple(word.text for word in before) in _WE_ARE


def _is_about(number: Number, pair: tuple[str, ...], after: Sequence[str]) -> bool:
    if number.form == "ish" or pair == _OVER_JUST:
        return True
    if pair and pair[0] in lexicon().lists["hedges_about"]:
        return True
    return bool(after) and (after[0] in _ROUGHLY or after[:2] == _OR_SO)


def _shared_scale(number: Number, upper: Number) -> float:
    """Return what "80 to 95k" means for the 80."""
    for scale in _SCALES:
        shown = upper.value / scale
        is_near = number.value < min(shown * _SHARED_SCALE_REACH, scale)
        if shown >= 1 and is_near and number.value * scale <= upper.value:
            return scale
    return 1.0
