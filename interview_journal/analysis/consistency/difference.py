"""Two places of two answers where both cannot be true, and what is known of the pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from interview_journal.core.claims import FindingKind, Span

__all__ = ["SHOWN_FROM", "Circumstances", "Difference"]

SHOWN_FROM: Final = 0.5
"""How sure a difference must be to be told of a journal, 0 to 1."""
_BY_CHANCE: Final = -0.6
_OTHER_TOPIC: Final = -0.3
_CHOSEN: Final = 1.7
"""Log odds: two texts that somebody puts side by side are about one thing more often, answers to
questions of two topics less often."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a pair of answers besides their words.

    Attributes:
        same_question: Whether one answer would serve both questions.
        same_company: Whether both were given to one company.
        anywhere: Whether the pair was met by chance, out of all answers of a journal: then
            more is asked of it.
        other_topic: Whether both questions have a topic, and not the same one.
    """

    same_question: bool = False
    same_company: bool = False
    anywhere: bool = False
    other_topic: bool = False

    @property
    def shift(self) -> float:
        """What is added to the log odds that two numbers speak of one thing."""
        return (_BY_CHANCE if self.anywhere else _CHOSEN) + _OTHER_TOPIC * self.other_topic


class Difference(NamedTuple):
    """Two places that differ.

    Attributes:
        kind: What they differ in.
        confidence: How sure, 0 to 1.
        span_one: The clashing words of the first answer.
        quote_one: Their sentence's place.
        span_other: The clashing words of the second answer.
        quote_other: Their sentence's place.
        matter: A word for what differs; empty where there is none.
    """

    kind: FindingKind
    confidence: float
    span_one: Span
    quote_one: Span
    span_other: Span
    quote_other: Span
    matter: str = ""

    def turned(self) -> Difference:
        """Return the same difference with its sides exchanged."""
        return self._replace(
            span_one=self.span_other,
            quote_one=self.quote_other,
            span_other=self.span_one,
            quote_other=self.quote_one,
        )
