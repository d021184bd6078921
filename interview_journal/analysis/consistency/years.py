"""Years, months, seasons, decades and centuries as periods, counted in years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.mentions import PHRASE_ENDS, Mention
from interview_journal.analysis.consistency.words import Word

__all__ = ["read_year"]

_FIRST_YEAR: Final = 1_000
_LAST_YEAR: Final = 2_100
_UNTIL_NEXT: Final = 0.999
"""A year lasts until just before the next one."""
_DECADE: Final = 9.99
_TEN: Final = 10
_PARTS_OF_TEN: Final = {
    "low": (0.0, 4.0),
    "lower": (0.0, 4.0),
    "mid": (4.0, 7.0),
    "middle": (4.0, 7.0),
    "high": (6.0, 9.99),
    "upper": (6.0, 9.99),
}
""""The low fifties" where pay was asked for."""
_CENTURY: Final = 100
_THIS_CENTURY: Final = 1_900
""""The 80s" are those of 1900."""
_WRITTEN: Final = re.compile(r"\d{4}(?:\D{1,5}\d{4})?")
"""A year or a range of years; "2,019" is none."""
_SEASONS: Final = {
    "spring": (0.15, 0.5),
    "summer": (0.35, 0.75),
    "autumn": (0.6, 0.95),
    "fall": (0.6, 0.95),
    "winter": (0.0, 0.999),
    "early": (0.0, 0.4),
    "mid": (0.3, 0.7),
    "late": (0.6, 0.999),
}
"""Which part of a year is meant; winter lies at both of its ends."""
_HOLIDAYS: Final = {
    "christmas": (0.93, 0.999),
    "easter": (0.2, 0.35),
    "whitsun": (0.35, 0.5),
    "thanksgiving": (0.85, 0.95),
    "black friday": (0.85, 0.95),
    "halloween": (0.78, 0.88),
    "diwali": (0.75, 0.92),
    "holi": (0.13, 0.28),
    "lent": (0.1, 0.32),
}
_WHOSE: Final = frozenset({"my", "his", "her", "their", "your"})
_IN_AGES: Final = frozenset({"mid", "late", "early"})
_CENTURIES: Final = frozenset({"century", "centuries"})
_BEFORE: Final = exact_words("before_years")
_AFTER: Final = exact_words("after_years")
_GOES_ON: Final = frozenset({"am", "till", "now", "present"})
_SINCE_REACH: Final = 3


def read_year(mention: Mention) -> Amount | None:
    """Return a number as a year or longer; None where it is something else."""
    form = mention.last.form
    if form == "decade":
        return _decade(mention)
    if form == "ordinal":
        return _century(mention)
    if form != "plain" or not _is_year(mention) or _counts_something(mention):
        return None
    before = mention.before
    if before and before[0].text == "of":
        before = before[1:]
    low, high = _part_of_year(mention, before)
    head = "since" if _is_since(mention, before) else ""
    return replace(mention.amount, kind="date", low=low, high=high, unit="years", head=head)


def _decade(mention: Mention) -> Amount | None:
    """Return "the 1990s", "the 80s", or the age of "my thirties"."""
    value = mention.amount.low
    date = replace(mention.amount, kind="date", low=value, high=value + _DECADE, unit="years")
    if value >= _FIRST_YEAR:
        return date
    earlier = mention.texts_before(3)
    part = _PARTS_OF_TEN.get(earlier[0]) if earlier else None
    if part is not None and "pay" in mention.reading.asked:
        low, high = part
        return replace(
            mention.amount, kind="money", low=value + low, high=value + high, unit="?/year"
        )
    if not _WHOSE.isdisjoint(earlier) or not _IN_AGES.isdisjoint(earlier[:1]):
        return replace(mention.amount, kind="age", high=value + _DECADE)
    if value % _TEN or value < _TEN:
        return None
    return replace(date, low=_THIS_CENTURY + value, high=_THIS_CENTURY + value + _DECADE)


def _century(mention: Mention) -> Amount | None:
    value = mention.amount.low
    if mention.next_text not in _CENTURIES:
        return None
    return replace(
        mention.amount,
        kind="date",
        low=(value - 1) * _CENTURY,
        high=value * _CENTURY - 1,
        unit="years",
        end=mention.after[0].end,
    )


def _is_year(mention: Mention) -> bool:
    """Return whether a number looks like a year; "2,019" does not."""
    value = mention.amount.low
    if value != int(value) or not _FIRST_YEAR <= value <= _LAST_YEAR:
        return False
    return mention.last.in_words or _WRITTEN.fullmatch(mention.shown) is not None


def _counts_something(mention: Mention) -> bool:
    """Return whether a noun follows, as in "2000 tickets", and nothing says that it is a year."""
    if not mention.after or mention.gap().strip(" "):
        return False
    if mention.next_text in PHRASE_ENDS or mention.next_text in _AFTER:
        return False
    earlier = mention.before[0].text if mention.before else ""
    return earlier not in _BEFORE and _month(mention.before) is None


def _part_of_year(mention: Mention, before: Sequence[Word]) -> tuple[float, float]:
    """Return the beginning and the end of "2019", "March 2019", "late 2018"."""
    value = mention.amount.low
    season = _SEASONS.get(before[0].text) if before else None
    if season is not None:
        return value + season[0], value + season[1]
    month = _month(before)
    if month is not None:
        return value + (month - 1) / 12, value + month / 12
    holiday = _holiday(before)
    if holiday is not None:
        return value + holiday[0], value + holiday[1]
    return value, max(mention.amount.high, value) + _UNTIL_NEXT


def _is_since(mention: Mention, before: Sequence[Word]) -> bool:
    """Return whether "since 2019" stands there, or "from 2019 until now"."""
    near = {word.text for word in before[:_SINCE_REACH]}
    if "since" in near:
        return True
    return "from" in near and any(word.text in _GOES_ON for word in mention.reading.words)


def _holiday(before: Sequence[Word]) -> tuple[float, float] | None:
    """Return which part of a year "Black Friday", "Easter" or "Diwali" lies in."""
    names = [word.text for word in before[:2]]
    return next(
        (_HOLIDAYS[name] for name in (" ".join(names[::-1]), *names[:1]) if name in _HOLIDAYS), None
    )


def _month(before: Sequence[Word]) -> int | None:
    return lexicon().months.get(before[0].root) if before else None
