"""Numbers that agree once they are put together: "nine with the two trainees", "seven and two"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from interview_journal.analysis.consistency.agreement import ranges_of
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.core.claims import Claim

__all__ = ["is_summed"]

_CACHED_SENTENCES: Final = 8_192
_PUT_TOGETHER: Final = re.compile(
    r"\b(?:on top|plus|as well as|besides|including|inclusive|incl|counting|counted|together with"
    r"|not counting|without|excluding|the other|the remaining|the rest)\b",
    re.IGNORECASE,
)
_WITH_ME: Final = re.compile(
    r"\b(?:including|counting|with|plus) (?:me|myself)\b|\bme included\b|\bmyself included\b",
    re.IGNORECASE,
)
""""Seven, including me" are six who report to me."""
_FULL_PAY: Final = re.compile(
    r"\b(?:with|including|incl|inclusive|counting|all in|in total|package|total)\b", re.IGNORECASE
)
_BARE_PAY: Final = re.compile(r"\b(?:basic|base|fixed|before (?:the )?bonus)\b", re.IGNORECASE)
_MOST_ON_TOP: Final = 1.5
"""Nobody's bonus and allowances are more than half of what is paid without them."""


def is_summed(claim: Claim, rival: Claim, theirs: Sequence[Claim]) -> bool:
    """Return whether two numbers are one, with and without what the other answer adds.

    Args:
        claim: A number of one answer.
        rival: A number of another.
        theirs: All claims of the other answer.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [nine] = read_claims("We are nine nurses.")
        >>> others = read_claims("We are seven nurses, plus two trainees.")
        >>> is_summed(nine, others[0], others)
        True
    """
    if claim.kind == "money":
        return _is_with_bonus(claim, rival)
    if claim.kind != "count":
        return False
    is_person = lexicon().is_person
    if _counts_oneself(rival.quote) and rival.low - claim.low == 1 and is_person(claim.head):
        return True
    if not _puts_together(rival.quote):
        return False
    return any(
        one.kind == "count"
        and is_person(one.head) == is_person(rival.head)
        and one.quote_span == rival.quote_span
        and one.word not in (rival.word, claim.word)
        and abs(claim.low - rival.low) == one.low
        for one in theirs
    )


@lru_cache(maxsize=_CACHED_SENTENCES)
def _counts_oneself(quote: str) -> bool:
    return _WITH_ME.search(quote) is not None


@lru_cache(maxsize=_CACHED_SENTENCES)
def _puts_together(quote: str) -> bool:
    return _PUT_TOGETHER.search(quote) is not None


def _is_with_bonus(claim: Claim, rival: Claim) -> bool:
    """Return whether one tells the whole pay and the other the smaller part without a bonus."""
    ours, _, theirs, _ = ranges_of(claim, rival)
    full, bare = (claim, rival) if ours > theirs else (rival, claim)
    if max(ours, theirs) > min(ours, theirs) * _MOST_ON_TOP:
        return False
    is_bare = _BARE_PAY.search(_clause(bare)) is not None
    return is_bare and _FULL_PAY.search(_clause(full)) is not None


def _clause(claim: Claim) -> str:
    """Return the words around an amount up to the next comma on either side."""
    start, end = (place - claim.quote_span[0] for place in claim.span)
    before = claim.quote[:start].rpartition(", ")[2]
    return before + claim.quote[start:end] + claim.quote[end:].partition(", ")[0]
