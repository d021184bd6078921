"""Tools, languages and places that a person says they never used or know, and those they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from interview_journal.analysis.consistency.personal_facts import FactClaim
from interview_journal.analysis.consistency.quantities import is_reported
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word, root_of

__all__ = ["read_denied_names"]

_PART: Final = re.compile(r"[A-Z][a-z]{2,}|[A-Z]{2,}(?![a-z])")
_NO: Final = frozenset({"not", "never", "no"})
_ME: Final = frozenset({"i", "we"})
_USED: Final = frozenset(
    (
        *("use", "used", "using", "work", "worked", "working", "touch", "touched", "know", "speak"),
        *("spoke", "spoken", "write", "wrote", "written", "writing", "run", "ran", "running"),
        *("built", "building", "code", "coded", "program", "programmed", "learn", "learned"),
        *("learnt", "open", "opened", "tried", "do", "did", "done", "experience", "practice"),
        *(
            "knowledge",
            "planned",
            "drew",
            "drawn",
            "modelled",
            "designed",
            "calculated",
            "managed",
            "plan",
        ),
        *("draw", "model", "design", "calculate", "put", "shipped", "deployed"),
    )
)
_DO: Final = frozenset({"do", "did"})
"""Before "not" these say nothing: "I do not want Omaha"."""
_NOW: Final = frozenset(
    ("use", "using", "work", "working", "know", "speak", "write", "writing", "run", "running")
)
_FOR_NOW: Final = frozenset({("do", "not"), ("no", "longer"), ("am", "not"), ("are", "not")})
"""Denied for now: what was used before may be so denied."""
_HELD: Final = frozenset(
    (
        *("have", "hold", "got", "passed", "took", "taken", "sat", "finished", "completed"),
        *("earned", "did", "done"),
    )
)
_TELLING: Final = _USED | _HELD
_PAPERS: Final = frozenset(
    ("certificate", "certification", "licence", "license", "ticket", "diploma", "exam")
)
_HOLDS: Final = re.compile(
    r"\b(?:i|we) (?:\w+ ){0,2}?(?:have|hold|got|took|taken|passed|did|done|made|renew|renewed)"
    r" (?:not )?(?:got )?(?:my|the|a|an|any) (?:\w+ ){0,2}?(?P<which>\w+) "
    rf"(?:{'|'.join(sorted(_PAPERS))})\b"
)
_NO_SORTS: Final = frozenset({"my", "the", "any", "an", "same", "new", "old", "last", "first"})
_PAPER: Final = "certificate of "
_IS_WHAT_I: Final = frozenset({("is", "what", "i"), ("is", "what", "we")})
_HELD_REACH: Final = 4
_ARTICLES: Final = (["my"], ["the"], ["a"], ["an"])
_REACH: Final = 7
_OPENING: Final = 2
"""Words before a name that a sentence opens with: "and on Spark"."""
_FAR: Final = 14
_SAYING: Final = frozenset({"was", "am", "must", "should", "said", "told", "say"})
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
    found = [
        claim for reading in readings for claim in (*_in_sentence(reading), *_certificates(reading))
    ]
    both = {one.name for one in found if one.is_denied}
    both &= {one.name for one in found if not one.is_denied}
    return [one for one in found if one.name not in both]


def _in_sentence(reading: Reading) -> Iterator[FactClaim]:
    """Yield what a sentence says of each name in it: most have none, or no word of use."""
    if not reading.names or reading.said.isdisjoint(_TELLING) or reading.said.isdisjoint(_ME):
        return
    if reading.sentence.is_question or is_reported(reading):
        return
    for place, word in enumerate(reading.words):
        if word.text in reading.names and word.is_upper:
            begin, end = reading.clause_at(word.start)
            if not reading.texts(begin, end).isdisjoint(_JUST_THEN):
                continue
            near = reading.words[max(0, place - _REACH) : place]
            opening = [one for one in near if one.start >= begin]
            stance = _stance(opening)
            if not stance and reading.text(word.start, word.end).isupper():
                stance = _held([one.text for one in opening])
            if not stance and len(opening) <= _OPENING:
                stance = _stance_behind(reading.words[place + 1 : place + 1 + _FAR])
            if stance:
                yield from _claims(reading, word, stance)


def _certificates(reading: Reading) -> Iterator[FactClaim]:
    """Yield the certificates a sentence says are held, or not: "I don't have any welding licence".

    Which it is stands right before the word for one.
    """
    if reading.said.isdisjoint(_PAPERS) or reading.said.isdisjoint(_ME):
        return
    if reading.sentence.is_question or is_reported(reading):
        return
    for match in _HOLDS.finditer(reading.line):
        which = root_of(match["which"])
        if match["which"] in _NO_SORTS or not _JUST_THEN.isdisjoint(match.group().split()):
            continue
        place = reading.line.count(" ", 0, match.start("which"))
        word, paper = reading.words[place], reading.words[place + 1]
        stance = "never" if not _NO.isdisjoint(match.group().split()) else "was"
        quote_span = reading.sentence.start, reading.sentence.end
        yield FactClaim(f"{_PAPER}{which}", stance, (word.start, paper.end), quote_span)


def _stance(before: Sequence[Word]) -> str:
    """Return how the words before a name tell that it was used; "" where they do not."""
    said = [word.text for word in before]
    verbs = [
        place
        for place, text in enumerate(said)
        if text in _USED and not (text in _DO and said[place + 1 : place + 2] == ["not"])
    ]
    if not verbs:
        return ""
    if not _NO.isdisjoint(said):
        return "not" if any(pair in _FOR_NOW for pair in pairwise(said)) else "never"
    is_own = not _ME.isdisjoint(said[: verbs[-1]])
    return _told(said[verbs[-1]]) if is_own else ""


def _told(verb: str) -> str:
    """Return whether a verb tells of now or of some time."""
    return "is" if verb in _NOW else "was"


def _held(before: Sequence[str]) -> str:
    """Return whether a certificate is held: "I have my PMP", "I haven't taken the PMP"."""
    verbs = before[-_HELD_REACH:-1]
    if before[-1:] not in _ARTICLES or not any(verb in _HELD for verb in verbs):
        return ""
    if not _NO.isdisjoint(before):
        return "never"
    return "" if _ME.isdisjoint(before) else "was"


def _stance_behind(after: Sequence[Word]) -> str:
    """Return what the words behind a name say of it: "on Spark I have no practice"."""
    said = [word.text for word in after]
    if tuple(said[:3]) in _IS_WHAT_I:
        return "was"
    owner = next((place for place, text in enumerate(said) if text in _ME), None)
    if owner is None:
        return ""
    told = said[owner + 1 :]
    if not told or told[0] in _SAYING:
        # "On Spark I was honest, I have never worked on it": what is said comes behind.
        return _stance_behind(after[owner + 1 :])
    verb = next((place for place, text in enumerate(told) if text in _USED), None)
    if verb is None or not _ME.isdisjoint(told[:verb]):
        return ""
    if not _NO.isdisjoint(told[:verb]):
        return "never" if told[verb + 1 : verb + 2] != ["the"] else ""
    return "was" if verb == 0 and not owner else ""


def _claims(reading: Reading, word: Word, stance: str) -> Iterator[FactClaim]:
    """Yield a claim for a name, and for the parts of one like "PySpark"."""
    quote_span = reading.sentence.start, reading.sentence.end
    written = reading.text(word.start, word.end)
    for name in sorted({word.text, *(part.lower() for part in _PART.findall(written))}):
        yield FactClaim(f"{_PREFIX}{name}", stance, (word.start, word.end), quote_span)
