"""All claims of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interview_journal.analysis.consistency.asked_claims import settle_asked
from interview_journal.analysis.consistency.births import read_births
from interview_journal.analysis.consistency.number_claims import NumberClaim, number_claim
from interview_journal.analysis.consistency.quantities import read_quantities
from interview_journal.analysis.consistency.reading import Reading, read_answer
from interview_journal.analysis.consistency.tenure import read_tenures, with_days_ago
from interview_journal.analysis.consistency.workloads import read_workload

__all__ = ["claims_of", "read_claims"]


def read_claims(
    text: str,
    question: str = "",
    said_on: date | None = None,
    known_names: frozenset[str] = frozenset(),
) -> list[NumberClaim]:
    """Return what a text claims in numbers, from first to last.

    Args:
        text: The answer.
        question: What was asked.
        said_on: The day of the interview.
        known_names: Names known from elsewhere, in small letters.

    Example:
        >>> [claim.kind for claim in read_claims("I am 32. We are five people.")]
        ['age', 'count']
    """
    return claims_of(read_answer(text, question, known_names), said_on)


def claims_of(readings: Sequence[Reading], said_on: date | None = None) -> list[NumberClaim]:
    """Return what the sentences of an answer claim in numbers, from first to last.

    Args:
        readings: The sentences.
        said_on: The day of the interview.
    """
    read = [claim for reading in readings for claim in read_quantities(reading)]
    claims = with_days_ago(readings, read, said_on)
    told = [
        *claims,
        *read_tenures(readings, claims, said_on),
        *read_births(readings, claims, said_on),
        *read_workload(readings, claims),
    ]
    return [number_claim(one) for one in settle_asked(told)]
