"""A difference told to the person: two sentences, where they were said, and one of reason."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.consistency.births import BORN
from interview_journal.core.claims import Finding

if TYPE_CHECKING:
    from datetime import date

    from interview_journal.analysis.consistency.answer_reading import AnswerReading
    from interview_journal.analysis.consistency.difference import Difference
    from interview_journal.analysis.consistency.told import Told
    from interview_journal.core.claims import Span

__all__ = ["Said", "finding_key", "finding_of"]

_BLANKS: Final = re.compile(r"\s+")
_QUOTE_AT_MOST: Final = 60
_CACHED_DAYS: Final = 4_096
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
"""Not asked of the computer: a finding reads the same whatever language it is set to."""
_KINDS: Final = {
    "count": "how many",
    "money": "an amount of money",
    "percent": "a percentage",
    "duration": "how long",
    "date": "when",
    "age": "an age",
    "rate": "how often",
    "notice": "your notice",
    "name": "a name",
    "role": "your part in it",
    "polarity": "one says it, the other denies it",
    "reason": "a reason",
    "note": "what you ask for",
}
_MATTERS: Final = {"person": "people", "child": "children"}


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, where it was given, and what was read in it."""

    told: Told
    read: AnswerReading


def finding_key(kind: str, sides: list[tuple[str, str]]) -> str:
    """Return the name of a finding: its kind and the sorted answers and quotes.

    It stays the same when something else in the answers changes.

    Args:
        kind: The finding's kind.
        sides: Answer id and quote of each side, in any order.

    Example:
        >>> one = finding_key("count", [("a_1", "We are five."), ("a_2", "We  are eight.")])
        >>> one == finding_key("count", [("a_2", "we are eight."), ("a_1", "We are five.")])
        True
    """
    settled = sorted((answer, _BLANKS.sub(" ", quote).strip().lower()) for answer, quote in sides)
    text = "\x1f".join([kind, *(part for side in settled for part in side)])
    return f"{kind}_{hashlib.sha256(text.encode()).hexdigest()[:20]}"


def finding_of(earlier: Said, later: Said, difference: Difference) -> Finding:
    """Return the finding that tells a difference, the earlier answer first."""
    quote_a = earlier.told.answer[slice(*difference.quote_one)]
    quote_b = later.told.answer[slice(*difference.quote_other)]
    sides = [(earlier.told.answer_id, quote_a), (later.told.answer_id, quote_b)]
    return Finding(
        kind=difference.kind,
        answer_a=earlier.told.answer_id,
        quote_a=quote_a,
        span_a=difference.span_one,
        answer_b=later.told.answer_id,
        quote_b=quote_b,
        span_b=difference.span_other,
        reason=_reason(earlier, later, difference),
        confidence=round(difference.confidence, 3),
        key=finding_key(difference.kind, sides),
    )


def _reason(earlier: Said, later: Said, difference: Difference) -> str:
    first = _place(earlier.told, difference.span_one)
    second = _place(later.told, difference.span_other)
    what = _KINDS[difference.kind]
    if difference.kind == "count" and difference.matter:
        what = f"how many {_MATTERS.get(difference.matter, '')}".rstrip()
    elif difference.matter == BORN:
        what = "your year of birth, from an age and its year"
    return f"{what[0].upper()}{what[1:]}: {first}; {second}."


def _place(told: Told, span: Span) -> str:
    words = _BLANKS.sub(" ", told.answer[slice(*span)])
    shown = words if len(words) <= _QUOTE_AT_MOST else f"{words[:_QUOTE_AT_MOST]}…"
    where = f" at {told.company}" if told.company else ""
    return f"“{shown}”{where} on {_day(told.held_on)}"


@lru_cache(maxsize=_CACHED_DAYS)
def _day(held_on: date) -> str:
    return f"{held_on.day} {_MONTHS[held_on.month - 1]} {held_on.year}"
