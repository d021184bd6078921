"""Which claim of an answer is the one that was asked for.

A question about pay, notice or the team is answered by the first number of the fitting kind; the
numbers after it are about something else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from interview_journal.analysis.consistency.fixed_matters import matter_of
from interview_journal.analysis.consistency.lexicon import PERSON
from interview_journal.core.claims import Claim

__all__ = ["settle_asked"]

_GUESSED: Final = "?"
_PAY: Final = frozenset({"pay", "pay wanted"})
_OPENING: Final = 160
"""Characters in which an answer comes to what was asked."""
_THERE_ARE: Final = re.compile(
    r"\b(?:there|we|i)(?:['’](?:s|re|ve)| is| are| have)(?: (?:got|about|only|just|now))* $",
    re.IGNORECASE,
)
_LARGEST_TEAM: Final = 2_000
_NOTICE_DAYS: Final = (5, 370)
"""The longest that a length of time can mean, in days, if it is to be a notice."""


def settle_asked(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims of one answer with the question's matter left to the first that fits.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = read_claims("Three months. I have two weeks of leave.", "What is your notice?")
        >>> [claim.kind for claim in said]
        ['notice', 'duration']
    """
    claims = _without_spare_at_once(list(claims))
    settled: list[Claim] = []
    answered = {"notice"} if any(claim.kind == "notice" for claim in claims) else set()
    has_counted = False
    paid_until: float = math.inf
    for claim in claims:
        if claim.unit.startswith(_GUESSED) and claim.quote_span[0] > paid_until:
            # A bare number behind the pay that was asked for is about something else.
            continue
        one = claim if has_counted else _as_team(claim)
        has_counted |= one.kind == "count"
        if "notice" not in answered and _can_be_notice(one):
            one, matter = replace(one, kind="notice"), "notice"
        else:
            matter = matter_of(one)
            one = _without(one, matter) if matter in answered else one
        if matter and matter != "achievement":
            answered.add(matter)
            if matter in _PAY:
                paid_until = min(paid_until, claim.quote_span[0])
        settled.append(one)
    return settled


def _without_spare_at_once(claims: list[Claim]) -> list[Claim]:
    """Return claims without "tomorrow" where a length of time tells the notice."""
    if not any(claim.kind == "notice" and claim.high < _NOTICE_DAYS[0] for claim in claims):
        return claims
    if not any(claim.high >= _NOTICE_DAYS[0] and _asks_notice(claim) for claim in claims):
        return claims
    return [one for one in claims if one.kind != "notice" or one.high >= _NOTICE_DAYS[0]]


def _asks_notice(claim: Claim) -> bool:
    return claim.kind == "notice" or _can_be_notice(claim)


def _without(claim: Claim, matter: str) -> Claim:
    """Return a claim that does not answer what was asked for: that is answered already."""
    word = matter.partition(" ")[0]
    group = "" if matter == "team" else claim.group
    return replace(claim, asked=claim.asked - {word}, near=claim.near - {word}, group=group)


def _as_team(claim: Claim) -> Claim:
    """Return a bare number as that of the people asked for, where it can be."""
    if "team" in claim.asked and _can_be_team(claim):
        return replace(claim, head=PERSON, word=PERSON, group="team")
    return claim


def _can_be_team(claim: Claim) -> bool:
    """Return whether a bare number says how many: "I've got thirty-eight on payroll"."""
    if claim.kind != "count" or claim.head or not _is_answering(claim):
        return False
    is_whole = claim.is_hedged or claim.low == int(claim.low)
    if not is_whole or claim.subject not in ("me", "team", ""):
        return False
    return 1 < claim.high <= _LARGEST_TEAM


def _is_answering(claim: Claim) -> bool:
    """Return whether a number stands where the answer begins, or behind "there are"."""
    if not claim.quote_span[0]:
        return True
    before = claim.quote[: claim.span[0] - claim.quote_span[0]]
    return claim.quote_span[0] <= _OPENING and _THERE_ARE.search(before) is not None


def _can_be_notice(claim: Claim) -> bool:
    if "notice" not in claim.asked or claim.kind != "duration" or claim.unit != "days":
        return False
    low, high = _NOTICE_DAYS
    return low <= claim.high <= high
