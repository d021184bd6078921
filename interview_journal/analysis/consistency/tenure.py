"""Since when: "three years there" beside "I joined in 2021", through the day of the interview.

A length of time that goes on until now and the date at which something began say the same thing
in two ways. Both become the year, with a fraction, in which it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from interview_journal.analysis.consistency.lexicon import exact_words
from interview_journal.analysis.consistency.periods import YEAR_DAYS
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import root_of
from interview_journal.core.claims import Claim

__all__ = ["read_tenures", "with_days_ago"]

_UNTIL_NOW: Final = exact_words("until_now")
_OVER: Final = exact_words("over_and_done")
_AT_WORK: Final = exact_words("at_work")
_WENT_OVER: Final = frozenset({("went", "over"), ("went", "across"), ("changed", "to")})
_BEGAN: Final = frozenset(root_of(word) for word in exact_words("began"))
_EMPLOYER_OPENERS: Final = exact_words("employer_openers")
_NOT_ONESELF: Final = frozenset({"he", "she", "his", "her"})
_QUALIFIED: Final = exact_words("qualified")
"""With one of these the time counts from an examination, at whatever school."""
_ENOUGH: Final = frozenset({"after", "enough", "long", "done"})
_DONE: Final = frozenset({"ago", "last", "next", "before"})
"""Who is asked why they leave says with the first, and without the second, how long they stayed."""
_AGO: Final = frozenset({"ago", "back"})
_INSIDE: Final = frozenset({"in", "at", "with", "here", "there"})
_SHORTEST: Final = 150
"""Days: what is shorter is a task, not a time somewhere."""


def with_days_ago(
    readings: Sequence[Reading], claims: Iterable[Claim], said_on: date | None
) -> list[Claim]:
    """Return claims with the date that "two years ago" was behind the length of time.

    Args:
        readings: The answer's sentences.
        claims: Its claims with numbers.
        said_on: The day of the interview; None leaves all as they are.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = read_claims("They made me foreman two years ago.", said_on=date(2026, 1, 1))
        >>> [(one.kind, round(one.low, 1), round(one.high, 1)) for one in said]
        [('duration', 639.2, 1004.4), ('date', 2023.2, 2024.2)]
    """
    if said_on is None:
        return list(claims)
    by_start = {reading.sentence.start: reading for reading in readings}
    now = _year_of(said_on)
    found = []
    for claim in claims:
        found.append(claim)
        if _is_ago(by_start[claim.quote_span[0]], claim):
            low, high = (now - days / YEAR_DAYS for days in (claim.high, claim.low))
            found.append(replace(claim, kind="date", unit="years", low=low, high=high))
    return found


def _year_of(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / YEAR_DAYS


def _is_ago(reading: Reading, claim: Claim) -> bool:
    """Return whether "ago" stands behind a length of time of some five months or more."""
    if claim.kind != "duration" or claim.low < _SHORTEST:
        return False
    return any(word.text in _AGO for word in reading.after(claim.span[1])[:1])


def read_tenures(
    readings: Sequence[Reading], claims: Iterable[Claim], said_on: date | None
) -> list[Claim]:
    """Return the beginnings that an answer names or implies, as claims of kind ``duration``.

    Args:
        readings: The answer's sentences.
        claims: Its claims with numbers.
        said_on: The day of the interview; None leaves lengths of time out.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = read_claims("I've been at Acme for three years.", said_on=date(2024, 6, 1))
        >>> [(round(one.low), round(one.high)) for one in said if one.unit == "since"]
        [(2021, 2022)]
    """
    by_start = {reading.sentence.start: place for place, reading in enumerate(readings)}
    found = []
    for claim in claims:
        place = by_start[claim.quote_span[0]]
        began = _began(readings[place], claim, said_on)
        if began is not None:
            low, high = began
            since = replace(claim, kind="duration", unit="since", head="", low=low, high=high)
            found.append(_with_matter(readings, place, since))
    return found


def _with_matter(readings: Sequence[Reading], place: int, claim: Claim) -> Claim:
    """Return a beginning with the names or the matter that it is one of."""
    clause = readings[place].clause_at(claim.span[0])
    if not _QUALIFIED.isdisjoint(readings[place].texts(*clause)):
        matter = claim.near | {"qualified"}
        return replace(claim, near=matter, about=claim.about | matter, names=frozenset())
    return replace(claim, names=_employers(readings, place, claim))


def _employers(readings: Sequence[Reading], place: int, claim: Claim) -> frozenset[str]:
    """Return the names that a time is spent at; "there" takes up those said before."""
    reading = readings[place]
    clause = reading.clause_at(claim.span[0])
    found: set[str] = set()
    before = ""
    for word in reading.words:
        if word.text in reading.names and clause[0] <= word.start < clause[1]:
            is_first = word is reading.words[0]
            if is_first or before in _EMPLOYER_OPENERS or before in found:
                found.add(word.text)
        before = word.text
    if not found and "there" in reading.texts(*clause):
        return reading.names or (readings[place - 1].names if place else frozenset())
    return frozenset(found)


def _began(reading: Reading, claim: Claim, said_on: date | None) -> tuple[float, float] | None:
    """Return between which years something of the person began; None where nothing did."""
    words = reading.words_in(*reading.clause_at(claim.span[0]))
    near = frozenset(word.text for word in words)
    if claim.subject not in ("me", "", "they") or near & _NOT_ONESELF:
        return None
    if claim.kind == "date":
        is_work = bool(near & _AT_WORK) or bool(near & reading.names) or bool(claim.near)
        is_begun = any(word.root in _BEGAN and word.text not in reading.names for word in words)
        is_begun = is_begun or not _WENT_OVER.isdisjoint(pairwise(word.text for word in words))
        return (claim.low, claim.high) if is_begun or (claim.head == "since" and is_work) else None
    before = reading.before(claim.span[0])
    is_within = bool(before) and before[0].text == "in"
    if said_on is None or is_within or not (_lasts(claim, near) or _am_in(reading, claim)):
        return None
    now = _year_of(said_on)
    return max(now - claim.high / YEAR_DAYS, 0.0), now - claim.low / YEAR_DAYS


def _am_in(reading: Reading, claim: Claim) -> bool:
    """Return whether "I am six years in Corrib" stands there, as Germans and the Irish say it."""
    if claim.kind != "duration" or claim.low < _SHORTEST:
        return False
    before, after = reading.before(claim.span[0])[:1], reading.after(claim.span[1])[:1]
    return [word.text for word in before] == ["am"] and any(word.text in _INSIDE for word in after)


def _lasts(claim: Claim, near: frozenset[str]) -> bool:
    """Return whether a claim is a length of time that goes on until now."""
    if claim.kind != "duration" or claim.low < _SHORTEST or claim.stance in ("wants", "if"):
        return False
    if "leaving" in claim.asked and not near.isdisjoint(_ENOUGH):
        return near.isdisjoint(_DONE)
    return near.isdisjoint(_OVER) and not near.isdisjoint(_UNTIL_NOW)
