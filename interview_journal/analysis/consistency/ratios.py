"""Shares told as so many of so many: "three out of four", "nine calls in every ten"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.core.claims import Span

__all__ = ["measures_in", "read_ratios"]

_LINK: Final = re.compile(r"(?:\s\w+)?\s(?:out\sof|in)\s(?:every\s|each\s|a\s)?", re.IGNORECASE)
_WHOLES: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100})
"""Of how many people say a share; "two in 14" is no share."""
_OF_ALL: Final = re.compile(r"\s(?:out\s)?of\s(?:our|the|my|all)\s", re.IGNORECASE)
_MANY: Final = 20
_THIRDS: Final = {
    "two thirds": 200 / 3,
    "three quarters": 75.0,
    "three fifths": 60.0,
    "four fifths": 80.0,
}
_PARTS: Final = frozenset(told.split()[1] for told in _THIRDS)
_OF_SOMETHING: Final = frozenset({(), ("it",), ("them",), ("this",), ("that",)})
"""Of these nothing is said by a share."""
_ABOUT: Final = 0.06
"""Nobody says "about nine in ten" of eight in ten."""
_PLAIN: Final = frozenset({"plain"})
_TOLERANCE: Final = 2.0
_PERCENT: Final = 100.0
_HEDGE_REACH: Final = 3
_FIRST: Final = frozenset({"first"})
_TRIES: Final = frozenset(
    {"time", "visit", "go", "attempt", "try", "pass", "call", "contact", "shot", "run"}
)
_FIRST_TRY: Final = frozenset({"first try"})
_ON_TIME: Final = ("on", "time")
_PUNCTUALITY: Final = frozenset({"punctuality"})
_NOTHING: Final[frozenset[str]] = frozenset()


def read_ratios(reading: Reading) -> Iterator[Amount]:
    """Yield the shares of a sentence that are told in two numbers, as percentages.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [found] = read_ratios(read_answer("Three out of four orders left the same day.")[0])
        >>> found.low, found.high
        (73.0, 77.0)
    """
    about = lexicon().lists["hedges_about"]
    for part, whole in pairwise(reading.numbers):
        if not 1 <= part.value < whole.value or {part.form, whole.form} != _PLAIN:
            continue
        between = reading.text(part.end, whole.start)
        is_share = whole.value in _WHOLES and _LINK.fullmatch(between) is not None
        if not (is_share or (whole.value >= _MANY and _OF_ALL.fullmatch(between) is not None)):
            continue
        behind = reading.after(whole.end)
        if behind and behind[0].root in lexicon().units:
            continue
        share = _PERCENT * part.value / whole.value
        near = reading.before(part.start)[:_HEDGE_REACH]
        is_hedged = any(word.text in about for word in near)
        spread = share * _ABOUT if is_hedged else _TOLERANCE
        yield Amount(
            "percent",
            share - spread,
            min(share + spread, _PERCENT),
            start=part.start,
            end=whole.end,
            is_hedged=is_hedged,
        )
    yield from _in_parts(reading)


def _in_parts(reading: Reading) -> Iterator[Amount]:
    """Yield "two thirds", "three quarters"."""
    if "of" not in reading.said or reading.said.isdisjoint(_PARTS):
        return
    words = reading.words
    for place, (one, two) in enumerate(pairwise(words)):
        share = _THIRDS.get(f"{one.text} {two.text}")
        if share is None:
            continue
        behind = tuple(word.text for word in words[place + 2 : place + 4])
        if behind[:1] == ("of",) and behind[1:] not in _OF_SOMETHING:
            yield Amount(
                "percent", share - _TOLERANCE, share + _TOLERANCE, start=one.start, end=two.end
            )


def measures_in(reading: Reading, clause: Span) -> frozenset[str]:
    """Return what a share of a clause measures where no single word says it: "the first try"."""
    if _ON_TIME in pairwise(reading.word_texts):
        return _PUNCTUALITY
    if reading.said.isdisjoint(_FIRST):
        return _NOTHING
    words = reading.words_in(*clause)
    is_try = any(one.text in _FIRST and two.text in _TRIES for one, two in pairwise(words))
    return _FIRST_TRY if is_try else _NOTHING
