"""Whether two numbers are about one matter, and whether both can be true."""

from __future__ import annotations

from typing import Final

from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.core.claims import Claim

__all__ = ["agree", "meet", "ranges_of", "same_matter"]

_ROUND_SHARE: Final = 0.08
"""How far apart two numbers may lie when one of them was rounded to fives."""
_ROUND_FROM: Final = 20
_ROUND_STEP: Final = 5
_MONEY_SHARE: Final = 0.02
_PERIOD_SHARE: Final = 0.04
"""The same for money, in one period and from one period to another."""
_EXACT: Final = frozenset({"age", "date"})
_NOT_ROUNDED: Final = frozenset({"duration", "notice"})
_A_YEAR: Final = {
    "year": (1.0, 1.0),
    "hour": (1_950.0, 2_080.0),
    "day": (220.0, 250.0),
    "week": (52.0, 52.0),
    "fortnight": (26.0, 26.0),
    "month": (12.0, 12.0),
}
"""How often pay for a period is paid in a year of work, at least and at most."""
_THOUSAND: Final = 1e3
_LAKH: Final = 1e5
_UNSCALED: Final = "?"


_MAY_LACK_HEAD: Final = frozenset({"count", "percent"})
"""What is counted, and whether a percentage is a change or a level, is not always said."""


def same_matter(one: Claim, other: Claim) -> bool:
    """Return whether two claims could be about one thing at all.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [people], [euros] = read_claims("We are five people."), read_claims("It was 5 euros.")
        >>> same_matter(people, people), same_matter(people, euros)
        (True, False)
    """
    if one.kind != other.kind:
        return False
    if one.unit != other.unit and not _units_meet(one.unit, other.unit):
        return False
    if one.kind in _MAY_LACK_HEAD and not (one.head and other.head):
        return True
    return one.head == other.head or lexicon().heads_meet(one.head, other.head)


def agree(one: Claim, other: Claim) -> bool:
    """Return whether both values can be true at once, rounding allowed for.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [five] = read_claims("We are five people.")
        >>> [eight] = read_claims("We are eight people.")
        >>> [about] = read_claims("About five people.")
        >>> agree(five, eight), agree(five, about)
        (False, True)
    """
    low, high, other_low, other_high = one.low, one.high, other.low, other.high
    if one.unit != other.unit:
        low, high, other_low, other_high = ranges_of(one, other)
    if low <= other_high and other_low <= high:
        return not (one.is_hedged and other.is_hedged) or meet(one, other)
    if one.kind in _EXACT:
        return False
    gap = other_low - high if low < other_low else low - other_high
    size = max(abs(low), abs(other_low))
    if one.kind == "money":
        same_period = _period(one.unit) == _period(other.unit)
        return gap <= (_MONEY_SHARE if same_period else _PERIOD_SHARE) * size
    if one.kind in _NOT_ROUNDED or gap > _ROUND_SHARE * size:
        return False
    return _is_round(low) or _is_round(other_low)


def meet(one: Claim, other: Claim) -> bool:
    """Return whether of two rough figures one reaches to the middle of the other.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [three], [four] = read_claims("For three years."), read_claims("For four years.")
        >>> meet(three, four), meet(three, three)
        (False, True)
    """
    low, high, other_low, other_high = ranges_of(one, other)
    middle, other_middle = (low + high) / 2, (other_low + other_high) / 2
    return low <= other_middle <= high or other_low <= middle <= other_high


def ranges_of(one: Claim, other: Claim) -> tuple[float, float, float, float]:
    """Return the lowest and highest of one claim, then of the other, in one scale.

    Of money thousands or lakhs are guessed, and pay is counted by the year.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [five] = read_claims("We are five people.")
        >>> ranges_of(five, five)
        (5.0, 5.0, 5.0, 5.0)
    """
    ours, theirs = (1.0, 1.0), (1.0, 1.0)
    if one.kind == "money" and one.unit != other.unit:
        if one.unit.startswith(_UNSCALED) != other.unit.startswith(_UNSCALED):
            ours, theirs = _scale(one.unit, other.unit), _scale(other.unit, one.unit)
        periods = _period(one.unit), _period(other.unit)
        if periods[0] != periods[1] and all(period in _A_YEAR for period in periods):
            ours = _times(ours, _A_YEAR[periods[0]])
            theirs = _times(theirs, _A_YEAR[periods[1]])
    return (
        one.low * ours[0],
        one.high * ours[1],
        other.low * theirs[0],
        other.high * theirs[1],
    )


def _times(scale: tuple[float, float], by: tuple[float, float]) -> tuple[float, float]:
    return scale[0] * by[0], scale[1] * by[1]


def _is_round(value: float) -> bool:
    return value >= _ROUND_FROM and not value % _ROUND_STEP


def _period(unit: str) -> str:
    return unit.partition("/")[2]


def _scale(unit: str, other: str) -> tuple[float, float]:
    """Return what a bare "sixty-four" stands for beside an amount in another unit."""
    if not unit.startswith(_UNSCALED):
        return 1.0, 1.0
    scale = _LAKH if other.startswith("INR") else _THOUSAND
    return scale, scale


def _units_meet(one: str, other: str) -> bool:
    """Return whether money of two units can be compared: one side left something out."""
    if "/" not in one or "/" not in other:
        return False
    (currency, _, period), (other_currency, _, other_period) = (
        one.partition("/"),
        other.partition("/"),
    )
    if len({currency, other_currency} - {"", _UNSCALED}) > 1:
        return False
    if period == other_period or not period or not other_period:
        return True
    return period in _A_YEAR and other_period in _A_YEAR
