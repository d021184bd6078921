"""Facts of a working life that a person tells or denies: drives, works nights, leads people.

"I don't drive" and "I've the little car, it's ten minutes" have hardly a word in common. What
people in interviews say of themselves in this way is a short list of facts, each told in a few
ways; they stand in personal_facts.toml, where one can be read and added without reading code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from interview_journal.analysis.consistency.difference import Difference
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.quantities import is_reported
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import root_of
from interview_journal.core.claims import Span

__all__ = ["FactClaim", "fact_difference", "read_facts"]

_MACROS: Final = {
    "{no}": r"\b(?:not|never|no|no longer|without|hardly|nor|zero|none)\b",
    "{me}": r"\b(?:i|we)\b",
    "{n}": r"(?:\d+|a couple|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)",
}
_ALWAYS: Final = frozenset({"never", "ever", "have", "has", "had", "been", "nobody"})
"""Beside a denial these make it hold for all the time before."""
_NOT_ONCE: Final = re.compile(
    r"\b(?:not|never) (?:even )?(?:one|once|a single)\b|\bever\b|\bsince i\b"
    r"|\bin (?:all )?(?:my|our|the|these|\d+|\w+) years\b"
)
"""So do these, anywhere in its sentence."""
_JUST_THEN: Final = frozenset({"before", "until", "till"})
"""Behind "never" these tell that it is so by now."""
_OVER: Final = frozenset({"used", "ago", "then", "was", "were", "former", "previous", "earlier"})
_PAST_VERBS: Final = exact_words("past_verbs")
_REPORTING: Final = exact_words("reporting")
_RECENT: Final = re.compile(
    r"\b(?:yesterday|before last|every|still|currently|this (?:week|month|morning)"
    r"|last (?:night|week|month|\w+day))\b"
)
_SUPPOSED: Final = frozenset({"if", "might", "could", "should", "imagine", "would"})
_MINE: Final = frozenset({"i", "we", "me", "my", "our", "us"})
_REACH: Final = 4
_NEVER_SURE: Final = 0.74
_NOT_SURE: Final = 0.64


@dataclass(frozen=True, slots=True)
class FactClaim:
    """One fact of a person's working life, told or denied.

    Attributes:
        name: Which fact.
        stance: ``never``, ``not``, ``is`` or ``was``.
        span: The words that say so.
        quote_span: Their sentence.
    """

    name: str
    stance: str
    span: Span
    quote_span: Span

    @property
    def is_denied(self) -> bool:
        """Whether it is said not to be so."""
        return self.stance in ("never", "not")


@dataclass(frozen=True, slots=True)
class _Fact:
    """One fact, and the ways in which it is told."""

    name: str
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    is_lasting: bool
    stays: bool
    can_be_supposed: bool


def read_facts(readings: Sequence[Reading]) -> list[FactClaim]:
    """Return the facts an answer tells or denies; one that it does both is left out.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [(one.name, one.stance) for one in read_facts(read_answer("I've never done nights."))]
        [('nights', 'never')]
    """
    found = [claim for reading in readings for claim in _told_in(reading)]
    both = {one.name for one in found if one.is_denied}
    both &= {one.name for one in found if not one.is_denied}
    return [one for one in found if one.name not in both]


def _told_in(reading: Reading) -> Iterator[FactClaim]:
    """Yield the facts of a sentence: most have no word of any."""
    by_word = _facts_by_word()
    # Asked what one wants, one tells of a work that is not there yet.
    if by_word.keys().isdisjoint(reading.roots) or "want" in reading.asked:
        return
    if reading.sentence.is_question or is_reported(reading):
        return
    met = [root for root in reading.roots if root in by_word]
    text = reading.line
    for name in sorted({name for word in met for name in by_word[word]}):
        claim = _claim(reading, text, _facts()[name])
        if claim is not None:
            yield claim


def _claim(reading: Reading, text: str, fact: _Fact) -> FactClaim | None:
    """Return what a sentence says of a fact; a denial is looked for first."""
    for way, pattern in fact.patterns:
        places = _places_of(reading, text, pattern, in_one_breath=way == "denied")
        if places is None:
            continue
        first, last = places
        span = reading.words[first].start, reading.words[last].end
        stance = _stance(reading, text, way, places, stays=fact.stays)
        if not stance or (not fact.can_be_supposed and _is_supposed(reading, last)):
            return None
        if stance == "not" and fact.is_lasting:
            stance = "never"
        return FactClaim(fact.name, stance, span, (reading.sentence.start, reading.sentence.end))
    return None


def _places_of(
    reading: Reading, text: str, pattern: re.Pattern[str], *, in_one_breath: bool
) -> tuple[int, int] | None:
    """Return which words of a sentence a pattern finds, the first and the last; None for none.

    Args:
        reading: The sentence.
        text: Its words as one line.
        pattern: What is looked for.
        in_one_breath: Whether no comma may stand between the words: in "it did not work, the
            degree" no degree is denied.
    """
    match = pattern.search(text)
    while match is not None:
        first, last = text.count(" ", 0, match.start()), text.count(" ", 0, match.end() - 1)
        told = reading.text(reading.words[first].start, reading.words[last].end)
        if not in_one_breath or "," not in told:
            return first, last
        match = pattern.search(text, match.start() + 1)
    return None


def _stance(reading: Reading, text: str, way: str, places: tuple[int, int], *, stays: bool) -> str:
    """Return how a fact is told; "" where the sentence takes it back."""
    first, last = places
    said = reading.word_texts
    if way == "denied":
        if not _JUST_THEN.isdisjoint(said[last + 1 : last + 1 + _REACH]):
            return ""
        near = said[max(0, first - 2) : last + 1]
        is_dated = any(one == "since" and other[:1].isdigit() for one, other in pairwise(said))
        is_lasting = not _ALWAYS.isdisjoint(near) or _NOT_ONCE.search(text) is not None
        return "never" if is_lasting and not is_dated else "not"
    if _RECENT.search(text):
        return "is"
    is_over = not _OVER.isdisjoint(said) or (
        not stays and _is_of_the_past(said[first : last + 1], said)
    )
    return "was" if way == "once" or is_over else "is"


def _is_of_the_past(told: Sequence[str], said: Sequence[str]) -> bool:
    """Return whether the words of a fact tell of the past: "I managed six people".

    Who reports puts the present into the past as well: "I told her I managed six".
    """
    is_past = any(word in _PAST_VERBS or word.endswith("ed") for word in told)
    return is_past and _REPORTING.isdisjoint(said)


def _is_supposed(reading: Reading, last: int) -> bool:
    """Return whether the words up to a place are only wished for or thought of."""
    start, _ = reading.clause_at(reading.words[last].start)
    clause = reading.words_in(start, reading.words[last].end)
    wants = lexicon().lists["wants"]
    return any(word.text in _SUPPOSED or word.root in wants for word in clause)


@cache
def _facts() -> dict[str, _Fact]:
    source = files(__package__).joinpath("personal_facts.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        name: _Fact(
            name,
            tuple(
                (way, re.compile("|".join(map(_written_out, fact[way]))))
                for way in ("denied", "now", "once")
                if way in fact
            ),
            is_lasting=fact.get("lasting", False),
            stays=fact.get("stays", False),
            can_be_supposed=fact.get("supposed", False),
        )
        for name, fact in stored.items()
    }


def _written_out(pattern: str) -> str:
    for short, written in _MACROS.items():
        pattern = pattern.replace(short, written)
    return pattern


@cache
def _facts_by_word() -> dict[str, tuple[str, ...]]:
    """Return the facts that a sentence with a root may tell."""
    source = files(__package__).joinpath("personal_facts.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    roots = {name: frozenset(map(root_of, fact["words"].split())) for name, fact in stored.items()}
    every = sorted(frozenset().union(*roots.values()))
    return {root: tuple(name for name, own in roots.items() if root in own) for root in every}


def fact_difference(one: FactClaim, other: FactClaim) -> Difference | None:
    """Return how two answers differ in a fact, or None.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [no] = read_facts(read_answer("I don't drive."))
        >>> [yes] = read_facts(read_answer("My car is in the yard."))
        >>> fact_difference(no, yes).kind
        'polarity'
    """
    if one.name != other.name or one.is_denied == other.is_denied:
        return None
    denied, told = (one, other) if one.is_denied else (other, one)
    if denied.stance == "not" and told.stance == "was":
        return None
    sure = _NEVER_SURE if denied.stance == "never" else _NOT_SURE
    return Difference("polarity", sure, one.span, one.quote_span, other.span, other.quote_span)
