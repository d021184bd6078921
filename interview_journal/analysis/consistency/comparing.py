"""Two bare texts beside each other: what differs, and how surely."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Final

from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    names_in,
    read_for_comparison,
)
from interview_journal.analysis.consistency.contrast import contrast_of
from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.findings import finding_key
from interview_journal.analysis.consistency.polarity import Statement, opposed_words
from interview_journal.core.claims import Finding, Span

__all__ = ["compare_texts"]

_NUMBERS: Final = frozenset(
    {"count", "money", "percent", "duration", "date", "age", "rate", "notice"}
)
_RANKED_BELOW: Final = 0.5
"""What no rule is sure of stays below this, however it is ranked."""
_ALMOST: Final = 0.999


def compare_texts(
    text_a: str,
    text_b: str,
    *,
    date_a: date | None = None,
    date_b: date | None = None,
    same_question: bool = False,
    min_confidence: float = 0.5,
) -> list[Finding]:
    """Return where two texts of one person differ, the surest first.

    Args:
        text_a: What was said once.
        text_b: What was said another time.
        date_a: When the first was said; lengths of time are compared with dates through it.
        date_b: When the second was said.
        same_question: Whether both answer one question.
        min_confidence: From here on a difference is told, 0 to 1 inclusive. Below 0.5 the pair
            as a whole is told as well, ranked by how likely the texts contradict each other.

    Raises:
        ValueError: If min_confidence is not between 0 and 1.

    Example:
        >>> [found] = compare_texts("I have two children.", "My three children keep me busy.")
        >>> found.kind, found.quote_a
        ('count', 'I have two children.')
    """
    if not 0 <= min_confidence <= 1:
        message = f"min_confidence: expected a number from 0 to 1, found {min_confidence!r}"
        raise ValueError(message)
    names = names_in((text_a, text_b))
    one = read_for_comparison(text_a, said_on=date_a, known_names=names)
    other = read_for_comparison(text_b, said_on=date_b, known_names=names)
    around = Circumstances(same_question=same_question, same_company=True)
    # Which text comes first must not matter, not even where two differences are equally sure.
    if (text_a, date_a or date.min) <= (text_b, date_b or date.min):
        found = _differences(one, other, around, min_confidence)
    else:
        found = [each.turned() for each in _differences(other, one, around, min_confidence)]
    return [_finding(text_a, text_b, each) for each in found]


def _differences(
    one: AnswerReading, other: AnswerReading, around: Circumstances, min_confidence: float
) -> list[Difference]:
    """Return the differences to be told."""
    found = differences(one, other, around)
    is_sure = any(each.confidence >= _RANKED_BELOW for each in found)
    if min_confidence < _RANKED_BELOW and not is_sure:
        weak = _as_a_whole(one, other, found)
        found = [weak] if weak is not None else []
    return [each for each in found if each.confidence >= min_confidence]


def _as_a_whole(
    one: AnswerReading, other: AnswerReading, found: list[Difference]
) -> Difference | None:
    """Return the pair of texts as one weak difference, at the clauses that stand most opposed."""
    if one.says_the_same(other) or not one.statements or not other.statements:
        return None
    numbers = max((each.confidence for each in found if each.kind in _NUMBERS), default=0.0)
    likely = contrast_of(one, other, numbers)
    a, b = max(product(one.statements, other.statements), key=lambda pair: _heat(*pair))
    return Difference(
        "polarity",
        _RANKED_BELOW * likely * _ALMOST,
        a.span,
        a.quote_span,
        b.span,
        b.quote_span,
    )


def _heat(a: Statement, b: Statement) -> tuple[int, int, int, int]:
    """Return how opposed two clauses are, then how alike; of equal ones the first is hottest."""
    return (len(opposed_words(a, b)), len(a.content & b.content), -a.span[0], -b.span[0])


def _finding(text_a: str, text_b: str, difference: Difference) -> Finding:
    quote_a = text_a[slice(*difference.quote_one)]
    quote_b = text_b[slice(*difference.quote_other)]
    return Finding(
        kind=difference.kind,
        answer_a=None,
        quote_a=quote_a,
        span_a=difference.span_one,
        answer_b=None,
        quote_b=quote_b,
        span_b=difference.span_other,
        reason=_reason(text_a, text_b, difference.span_one, difference.span_other),
        confidence=round(difference.confidence, 4),
        key=finding_key(difference.kind, [("", quote_a), ("", quote_b)]),
    )


def _reason(text_a: str, text_b: str, span_a: Span, span_b: Span) -> str:
    return f"“{text_a[slice(*span_a)]}” beside “{text_b[slice(*span_b)]}”."
