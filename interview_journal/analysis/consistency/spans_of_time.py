"""Lengths of time, and how often: "three full years", "ten working days", "a year and a half"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.mentions import FILLERS, Mention
from interview_journal.analysis.consistency.periods import DAYS, per_year, period_after
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["read_article_times", "read_carried_time", "read_time", "roots_of_times"]

_LOOKED_AT: Final = 4
_TIMES: Final = frozenset({"times", "time"})
_NO_UNITS: Final = frozenset({"min", "mo"})
"""Short forms that are words of their own as well."""
_DIRECTIONS: Final = frozenset({"down", "up"})
_FOR_REACH: Final = 8
_STILL_IN: Final = frozenset({"am", "now", "currently", "already"})
_A_LIFE: Final = 60
_ARTICLES: Final = frozenset({"a", "an"})
_WORKING: Final = frozenset({"working", "business"})
_WORKING_DAY: Final = 1.4
"""Days of the calendar that a working day takes."""
_BIT_LESS: Final = 0.25
_BIT_MORE: Final = 0.75
"""Parts of a unit: "three years" is said from a bit before until nearly four."""
_ARTICLE_UNITS: Final = frozenset({"week", "month", "year", "decade", "fortnight"})
_OPENERS: Final = exact_words("article_openers")
_OVER: Final = frozenset({"over", "almost", "nearly", "about", "under"})
_MORE_THAN: Final = frozenset({"over", "than"})
_AND_A_BIT: Final = ("and", "a", "bit")
_AND_A_HALF: Final = ("and", "a", "half")
_OR_TWO: Final = ("or", "two")
_ONE_OR_TWO: Final = (0.8, 2.3)
_PLAIN: Final = (0.8, 1.3)
_ROUGH: Final = (0.7, 1.3)
_MORE: Final = (0.7, 2.0)
"""Between which shares of itself "a year", "about a year", "over a year" lies."""


def read_time(mention: Mention) -> Amount | None:
    """Return a number as a length of time or a rate; None where it is something else."""
    if mention.gap().strip(" -"):
        return None
    units = lexicon().units
    ahead = mention.after[:_LOOKED_AT]
    if mention.texts_after(3) == _AND_A_BIT:
        ahead = mention.after[3 : 3 + _LOOKED_AT]
    while ahead and ahead[0].text in FILLERS and ahead[0].root not in units:
        ahead = ahead[1:]
    if not ahead:
        return None
    noun, ahead = ahead[0], ahead[1:]
    unit = units.get(noun.root, "")
    if not unit or (noun.text == "second" and mention.amount.low != 1) or noun.text in _NO_UNITS:
        return _rate(mention, ahead, "times", noun.end) if noun.text in _TIMES else None
    rate = _rate(mention, ahead, unit, noun.end)
    if rate is not None:
        return rate
    if unit == "year" and "age" in mention.texts_before(3):
        return replace(mention.amount, kind="age", end=noun.end)
    return _length(mention, unit, noun.end)


def read_carried_time(mention: Mention) -> Amount | None:
    """Return the "five" of "from nine weeks down to five" as a length of time, or None."""
    before = mention.before
    if not before or not mention.is_bare():
        return None
    if before[0].text == "for":
        unit = _unit_before(mention)
        return _length(mention, unit, mention.amount.end) if unit else None
    if before[0].text != "to":
        return None
    place = 2 if before[1:2] and before[1].text in _DIRECTIONS else 1
    noun = before[place] if place < len(before) else None
    unit = lexicon().units.get(noun.root, "") if noun is not None else ""
    if not unit or not any(
        mention.reading.is_in_number(one) for one in before[place + 1 : place + 2]
    ):
        return None
    return _length(mention, unit, mention.amount.end)


def _unit_before(mention: Mention) -> str:
    """Return the unit of the length of time before a number: "four years there, for two here"."""
    units, reading = lexicon().units, mention.reading
    for word, number in pairwise(mention.before[: _FOR_REACH + 1]):
        if word.root in units and reading.is_in_number(number):
            return units[word.root]
    return ""


def _rate(mention: Mention, ahead: Sequence[Word], what: str, end: int) -> Amount | None:
    """Return "three times a week", "two days a week"."""
    period, stop = period_after(end, ahead)
    if not period:
        return None
    return per_year(mention.amount, period, "times" if what == "day" else what, stop)


def _length(mention: Mention, unit: str, end: int) -> Amount:
    """Return a length of time in days."""
    amount = mention.amount
    is_working = unit == "day" and not _WORKING.isdisjoint(mention.texts_after(2))
    days = DAYS[unit] * (_WORKING_DAY if is_working else 1.0)
    low, high = amount.low * days, amount.high * days
    if mention.last.form == "ordinal":
        # Who is in the fifth year has done four, and not yet five; who was in it may have stayed.
        high = high if _is_still_in(mention) else DAYS["year"] * _A_LIFE
        return replace(amount, kind="duration", low=low - days, high=high, unit="days", end=end)
    if not amount.is_hedged and unit in ("year", "month"):
        low, high = low - days * _BIT_LESS, high + days * _BIT_MORE
    if amount.is_hedged and unit == "year":
        high += days * _BIT_MORE
    return replace(amount, kind="duration", low=low, high=high, unit="days", end=end)


def _is_still_in(mention: Mention) -> bool:
    """Return whether "I am in my fifth year" is said, and not "it was in my fifth year"."""
    if mention.texts_before(2) != ("my", "in"):
        return True
    clause = mention.reading.clause_at(mention.number.start)
    return not _STILL_IN.isdisjoint(mention.reading.texts(*clause))


@cache
def roots_of_times() -> frozenset[str]:
    """Return the roots without one of which a sentence has no "for a year"."""
    return frozenset(root for root, unit in lexicon().units.items() if unit in _ARTICLE_UNITS)


def read_article_times(reading: Reading) -> Iterator[Amount]:
    """Yield "for a year", "a month's notice", "a year and a half", "half a year".

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [found] = read_article_times(read_answer("I stayed for a year and a half.")[0])
        >>> round(found.low), round(found.high)
        (438, 712)
    """
    if reading.said.isdisjoint(_ARTICLES) or reading.roots.isdisjoint(roots_of_times()):
        return
    units = lexicon().units
    words = reading.words
    for place, word in enumerate(words[:-1]):
        if word.text not in _ARTICLES:
            continue
        filled = place + 1 + (words[place + 1].text in FILLERS)
        unit = units.get(words[filled].root, "") if filled < len(words) else ""
        if unit not in _ARTICLE_UNITS or reading.is_in_number(word):
            continue
        # "A half year" is no year.
        share = 0.5 if words[place + 1].text == "half" else 1.0
        found = _article_time(reading, place, filled, share * DAYS[unit])
        if found is not None:
            yield found


def _article_time(reading: Reading, place: int, noun: int, days: float) -> Amount | None:
    """Return the length of time whose article and noun stand at two places of the sentence."""
    words = reading.words
    earlier = words[place - 1].text if place else ""
    is_close = earlier == "to" and place > 1 and words[place - 2].text == "close"
    later = tuple(one.text for one in words[noun + 1 : noun + 4])
    begin, end = words[place].start, words[noun].end
    if later == _AND_A_BIT:
        return _between(days, _MORE, begin, words[noun + 3].end, is_hedged=True)
    if earlier == "of" and place > 1 and words[place - 2].text == "part":
        return _between(days, _ROUGH, words[place - 2].start, end, is_hedged=True)
    if later[:2] == _OR_TWO:
        return _between(days, _ONE_OR_TWO, begin, words[noun + 2].end, is_hedged=True)
    if later == _AND_A_HALF:
        days, end = days * 1.5, words[noun + 3].end
    elif earlier == "half":
        days, begin = days / 2, words[place - 1].start
    elif (
        not (earlier in _OPENERS or is_close)
        and later[:1] != ("notice",)
        and "notice" not in reading.asked
    ):
        return None
    if earlier in _MORE_THAN:
        return _between(days, _MORE, begin, end, is_hedged=True)
    is_rough = earlier in _OVER or is_close
    return _between(days, _ROUGH if is_rough else _PLAIN, begin, end, is_hedged=is_rough)


def _between(
    days: float, shares: tuple[float, float], start: int, end: int, *, is_hedged: bool
) -> Amount:
    low, high = shares
    return Amount(
        "duration", days * low, days * high, "days", start=start, end=end, is_hedged=is_hedged
    )
