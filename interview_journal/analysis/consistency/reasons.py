"""Why somebody leaves: the reasons an answer names, as a few plain sorts.

Two answers to "why are you leaving?" differ when each names a reason and no sort of reason is
named by both. People do leave for several reasons at once, so this is never said very surely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interview_journal.analysis.consistency.difference import Difference
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word
from interview_journal.core.claims import Span

__all__ = ["ReasonClaim", "read_reason", "reason_difference", "reasons_clash"]

_OPENING: Final = 4
"""Sentences in which the reason is given; what follows is talk."""
_SURE: Final = 0.56
_DENIED: Final = 0.8
"""How sure two reasons differ: where none is named twice, and where one is ruled out."""
_NOT_REACH: Final = 4
_BETWEEN: Final = frozenset({"the", "my", "because", "of", "about", "really", "a", "just"})
"""Words between "not" and the reason that it rules out."""


@dataclass(frozen=True, slots=True)
class ReasonClaim:
    """The reasons one answer gives.

    Attributes:
        named: Sorts of reason it names.
        denied: Sorts it says it is not.
        places: The first words and the sentence of each sort, named or denied.
    """

    named: frozenset[str]
    denied: frozenset[str]
    places: tuple[tuple[str, Span, Span], ...]

    def place_of(self, sorts: frozenset[str]) -> tuple[Span, Span]:
        """Return the words and the sentence of the first of these sorts; of any where none is."""
        return next(
            ((span, quote) for sort, span, quote in self.places if sort in sorts),
            self.places[0][1:],
        )


def read_reason(readings: Sequence[Reading]) -> ReasonClaim | None:
    """Return the reasons for leaving that an answer gives; None where it was not asked for any.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("It is the commute, really.", "Why do you want to leave?")
        >>> sorted(read_reason(said).named)
        ['travel']
    """
    sorts = lexicon().reasons
    named: set[str] = set()
    denied: set[str] = set()
    places: list[tuple[str, Span, Span]] = []
    for reading in readings[:_OPENING]:
        if "leaving" not in reading.asked or reading.sentence.is_question:
            continue
        for word in reading.words:
            sort = sorts.get(word.root)
            if sort is None:
                continue
            (denied if _is_ruled_out(reading, word) else named).add(sort)
            sentence = (reading.sentence.start, reading.sentence.end)
            places.append((sort, (word.start, word.end), sentence))
    if not named:
        return None
    return ReasonClaim(frozenset(named), frozenset(denied) - named, tuple(places))


def _is_ruled_out(reading: Reading, word: Word) -> bool:
    """Return whether "it's not the hours" stands there; "no growth" is a reason all the same."""
    before = [one.text for one in reading.before(word.start)[:_NOT_REACH]]
    if "not" not in before:
        return False
    between = before[: before.index("not")]
    return set(between) <= _BETWEEN


def reason_difference(one: ReasonClaim, other: ReasonClaim) -> Difference | None:
    """Return how the reasons for leaving differ, or None."""
    sure = reasons_clash(one, other)
    if not sure:
        return None
    against = (one.named & other.denied) | (one.denied & other.named)
    span_one, quote_one = one.place_of(against)
    span_other, quote_other = other.place_of(against)
    return Difference("reason", sure, span_one, quote_one, span_other, quote_other)


def reasons_clash(one: ReasonClaim, other: ReasonClaim) -> float:
    """Return how sure it is that two sets of reasons differ, 0 to 1; 0 where they share one."""
    if one.named & other.denied or one.denied & other.named:
        return _DENIED
    return 0.0 if one.named & other.named else _SURE
