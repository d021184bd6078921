"""Tools, languages and places that a person says they never used or know, and those they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from interview_journal.analysis.consistency.personal_facts import FactClaim
from interview_journal.analysis.consistency.quantities import is_reported
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["read_denied_names"]

_PART: Final = re.compile(r"[A-Z][a-z]{2,}|[A-Z]{2,}(?![a-z])")
_NO: Final = frozenset({"not", "never", "no"})
_ME: Final = frozenset({"i", "we"})
_USED: Final = frozenset(
    (
        *("use", "used", "using", "work", "worked", "working", "touch", "touched", "know", "speak"),
        *("spoke", "spoken", "write", "wrote", "written", "writing", "run", "ran", "running"),
        *("built", "building", "code", "coded", "program", "programmed", "learn", "learned"),
        *("learnt", "open", "opened", "tried", "do", "did", "done", "experience"),
    )
)
_REACH: Final = 7
_JUST_THEN: Final = frozenset({"before", "until", "till", "if", "would", "could"})
_PREFIX: Final = "named "


def read_denied_names(readings: Sequence[Reading]) -> list[FactClaim]:
    """Return the named things an answer says the person used, or never did.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("I've never worked with Spark.")
        >>> [(one.name, one.stance) for one in read_denied_names(said)]
        [('named spark', 'never')]
    """
    found = [claim for reading in readings for claim in _in_sentence(reading)]
    both = {one.name for one in found if one.is_denied}
    both &= {one.name for one in found if not one.is_denied}
    return [one for one in found if one.name not in both]


def _in_sentence(reading: Reading) -> Iterator[FactClaim]:
    """Yield what a sentence says of each name in it: most have none, or no word of use."""
    if not reading.names or reading.said.isdisjoint(_USED) or reading.said.isdisjoint(_ME):
        return
    if reading.sentence.is_question or not reading.said.isdisjoint(_JUST_THEN):
        return
    if is_reported(reading):
        return
    for place, word in enumerate(reading.words):
        if word.text in reading.names and word.is_upper:
            begin, _ = reading.clause_at(word.start)
            near = reading.words[max(0, place - _REACH) : place]
            stance = _stance([one for one in near if one.start >= begin])
            if stance:
                yield from _claims(reading, word, stance)


def _stance(before: Sequence[Word]) -> str:
    """Return how the words before a name tell that it was used; "" where they do not."""
    said = [word.text for word in before]
    verbs = [place for place, text in enumerate(said) if text in _USED]
    if not verbs:
        return ""
    if not _NO.isdisjoint(said):
        return "never"
    is_own = not _ME.isdisjoint(said[: verbs[-1]])
    return "was" if is_own else ""


def _claims(reading: Reading, word: Word, stance: str) -> Iterator[FactClaim]:
    """Yield a claim for a name, and for the parts of one like "PySpark"."""
    quote_span = reading.sentence.start, reading.sentence.end
    written = reading.text(word.start, word.end)
    for name in sorted({word.text, *(part.lower() for part in _PART.findall(written))}):
        yield FactClaim(f"{_PREFIX}{name}", stance, (word.start, word.end), quote_span)
