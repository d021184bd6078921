"""When somebody was born: "I was nineteen, in 2001" beside "I'm forty-two".

An age with the year in which one had it, and an age at the day of the interview, say the same
thing in two ways. Both become the years between which the birth lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.periods import year_of
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.core.claims import Claim

__all__ = ["BORN", "read_births"]

BORN: Final = "born"
"""The unit of an age that is told as the years between which the birth lies."""
_ADULT: Final = 14
"""Below, an age is hardly told with a year that is the person's own."""
_COMING: Final = frozenset({"will", "turn", "turning", "this", "next", "soon", "nearly", "almost"})
"""Beside an age these tell that the birthday may still come."""
_A_YEAR: Final = 1.0


def read_births(
    readings: Sequence[Reading], claims: Iterable[Claim], said_on: date | None
) -> Iterator[Claim]:
    """Yield between which years the person was born, for each age of theirs that tells it.

    Args:
        readings: The answer's sentences.
        claims: Its claims with numbers.
        said_on: The day of the interview; None leaves out the ages of today.

    Returns:
        Claims of kind ``age`` in the unit ``born``: the lowest and the highest year, with
        fractions.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = read_claims("I was nineteen, that was in 2001.")
        >>> [(one.low, one.high) for one in said if one.unit == "born"]
        [(1981.0, 1982.999)]
    """
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.quote_span[0], []).append(claim)
    for reading in readings:
        told = by_sentence.get(reading.sentence.start, [])
        ages = [one for one in told if _is_own_age(one)]
        dates = {(one.low, one.high) for one in told if one.kind == "date"}
        # Of two ages, or of two years, nobody knows which belongs to which.
        if len(ages) == 1 and len(dates) <= 1:
            at = _when(reading, ages[0], next(iter(dates), None), said_on)
            if at is not None:
                yield _born(ages[0], *at)


def _is_own_age(claim: Claim) -> bool:
    """Return whether a claim is an age of the person's own, now or once."""
    if claim.kind != "age" or claim.unit or claim.head or claim.is_hedged:
        return False
    return claim.subject in ("me", "") and claim.low == claim.high >= _ADULT


def _when(
    reading: Reading, age: Claim, told: tuple[float, float] | None, said_on: date | None
) -> tuple[float, float] | None:
    """Return between which years somebody had an age; None where nothing tells it."""
    if age.stance != "is" and told is not None:
        return told
    if said_on is None or age.subject != "me":
        return None
    now = year_of(said_on)
    near = {word.text for word in reading.words_in(*reading.clause_at(age.span[0]))}
    if "last" in near:
        return now - _A_YEAR, now
    if age.stance != "is":
        return None
    is_coming = not _COMING.isdisjoint(near) or any(
        word.root in lexicon().months for word in reading.after(age.span[1])[:2]
    )
    return now, now + _A_YEAR * is_coming


def _born(age: Claim, first: float, last: float) -> Claim:
    """Return an age that somebody had between two years as the years of birth."""
    low, high = first - age.low - _A_YEAR, last - age.low
    return replace(age, unit=BORN, head=BORN, low=low, high=high, stance="is")
