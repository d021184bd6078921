"""What one person looks after, whatever it is called: "110 lifts on my round", "70 machines".

Asked for the same, people name what they care for in different words. The first number of
things, not of colleagues, that a sentence says are theirs to look after is a claim of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.core.claims import Claim

__all__ = ["LOAD", "read_workload"]

LOAD: Final = "load"
"""The head of such a claim; its word tells what is looked after."""
_CUES: Final = exact_words("looks_after")
_LOOK_AFTER: Final = frozenset({"look", "looking"})
_ON_THE_GO: Final = "on the go"
_LEAST: Final = 3
"""Fewer things than this are told of for themselves."""


def read_workload(readings: Sequence[Reading], claims: Sequence[Claim]) -> list[Claim]:
    """Return how much the person looks after, as one more claim; none where it is not told.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = read_claims("I've a hundred and ten lifts on my round.")
        >>> [(one.head, one.word, one.low) for one in said]
        [('lift', 'lift', 110.0), ('load', 'lift', 110.0)]
    """
    by_start = {reading.sentence.start: reading for reading in readings}
    for claim in claims:
        if _is_load(by_start[claim.quote_span[0]], claim):
            return [replace(claim, head=LOAD, group="")]
    return []


def _is_load(reading: Reading, claim: Claim) -> bool:
    """Return whether a claim counts things that are the person's to look after."""
    if claim.kind != "count" or not claim.word or claim.high < _LEAST or claim.group:
        return False
    if claim.subject not in ("me", "") or claim.stance != "is" or claim.unit:
        return False
    if lexicon().is_person(claim.head):
        return False
    if _ON_THE_GO in reading.sentence.text.lower():
        return True
    said = reading.texts(*reading.clause_at(claim.span[0]))
    return not said.isdisjoint(_CUES) or ("after" in said and not said.isdisjoint(_LOOK_AFTER))
