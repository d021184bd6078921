"""How the consistency panel names things: what differs, how sure that is, where it was said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.word_diff import marked
from interview_journal.core.day_words import day_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.analysis.occasions import Occasion
    from interview_journal.analysis.word_diff import Segment
    from interview_journal.core.claims import Finding, FindingKind, Span

__all__ = [
    "KIND_TITLES",
    "beginning",
    "finding_sides",
    "place_words",
    "quote_segments",
    "sure_words",
]

KIND_TITLES: Final[dict[FindingKind, str]] = {
    "count": "How many",
    "money": "An amount of money",
    "percent": "A percentage",
    "duration": "How long",
    "date": "When it was",
    "age": "An age",
    "rate": "How often",
    "notice": "Your notice",
    "name": "A name",
    "role": "Your part in it",
    "polarity": "Yes in one, no in the other",
    "reason": "A reason",
    "note": "What you ask for",
}
QUITE_SURE: Final = 0.8
TEXT_AT_MOST: Final = 600


def sure_words(confidence: float) -> str:
    """Return how sure it is that two sentences differ.

    Example:
        >>> sure_words(0.9), sure_words(0.6)
        ('quite sure', 'worth a look')
    """
    return "quite sure" if confidence >= QUITE_SURE else "worth a look"


def place_words(given: Occasion, *, today: date) -> str:
    """Return to whom an answer was given, in which round, when, and who asked."""
    company = given.company or "Interview"
    asked = f", asked by {given.asked_by}" if given.asked_by else ""
    return f"{company}, round {given.round}, {day_words(given.held_on, today=today)}{asked}"


def beginning(text: str) -> str:
    """Return a text, or its first whole words where it is long."""
    if len(text) <= TEXT_AT_MOST:
        return text
    head = text[:TEXT_AT_MOST]
    return head.rsplit(maxsplit=1)[0] if any(map(str.isspace, head)) else head


def quote_segments(answer: str, quote: str, span: Span) -> tuple[Segment, ...]:
    """Return a sentence of an answer in pieces, the words at the span marked."""
    start = answer.find(quote, max(0, span[1] - len(quote)), span[0] + len(quote))
    if start < 0:
        return marked(quote, ())
    return marked(quote, [(span[0] - start, span[1] - start)])


def finding_sides(
    finding: Finding, given: Mapping[str, Occasion]
) -> list[tuple[Occasion, tuple[Segment, ...]]]:
    """Return the two answers of a finding, each with its sentence in pieces."""
    sides = (
        (finding.answer_a, finding.quote_a, finding.span_a),
        (finding.answer_b, finding.quote_b, finding.span_b),
    )
    return [
        (given[answer_id], quote_segments(given[answer_id].answer, quote, span))
        for answer_id, quote, span in sides
        if answer_id is not None
    ]
