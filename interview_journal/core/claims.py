"""Claims and findings as values: what an answer says, and which two sayings differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Claim", "ClaimKind", "Finding", "FindingKind", "Span"]

Span = tuple[int, int]
"""Half-open positions in the whole answer, counted in code points."""

ClaimKind = Literal[
    "count",
    "money",
    "percent",
    "duration",
    "date",
    "age",
    "rate",
    "notice",
    "name",
    "role",
    "polarity",
    "reason",
]
FindingKind = Literal[ClaimKind, "note"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing an answer says that another answer can bear out or not.

    Attributes:
        kind: What sort of thing.
        low: The lowest value it can mean, inclusive; 0 where it has none.
        high: The highest, inclusive.
        unit: Days for durations, a currency and period for money ("GBP/year"), else empty.
        head: The class of what is counted or named ("person", "child").
        word: The root of what is counted, before it was put into a class.
        group: What a number of people is the size of ("team", "company"); empty if not said.
        subject: Whose claim it is: "me", "you", or the root of another subject.
        stance: ``is``, ``was``, ``wants``, ``if`` (not claimed as a fact).
        about: Classes of the other content words of its sentence.
        near: Those of its own clause.
        asked: Those of the question.
        modifiers: Neighbouring content words of the sentence, each pair once, as (which, what): of
            "the payroll project" it is ("payroll", "project").
        names: Names in the sentence, in small letters.
        is_hedged: Said with "about", "over", a range or the like.
        is_negated: Whether the clause denies it.
        span: The words of the value.
        quote: The sentence, as written.
        quote_span: The sentence's place.
    """

    kind: ClaimKind
    low: float
    high: float
    unit: str
    head: str
    word: str
    group: str
    subject: str
    stance: str
    about: frozenset[str]
    near: frozenset[str]
    asked: frozenset[str]
    modifiers: tuple[tuple[str, str], ...]
    names: frozenset[str]
    is_hedged: bool
    is_negated: bool
    span: Span
    quote: str
    quote_span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Two sentences that differ; both may be right.

    Attributes:
        kind: What they differ in; "note" is told, not asked about.
        answer_a: The id of the earlier answer; None for bare texts.
        quote_a: Its sentence.
        span_a: The clashing words in it.
        answer_b: The id of the later answer; None for bare texts.
        quote_b: Its sentence.
        span_b: The clashing words in it.
        reason: One plain sentence.
        confidence: How sure we are that both cannot be true, 0 to 1.
        key: Names the finding for ever: its kind and the two quotes.
    """

    kind: FindingKind
    answer_a: str | None
    quote_a: str
    span_a: Span
    answer_b: str | None
    quote_b: str
    span_b: Span
    reason: str
    confidence: float
    key: str
