"""Whose work it was, where an answer says so with weight.

"I set up the choir from nothing" beside "the choir was going long before me": one verb does not
tell this, a phrase does. What the work was is read from the sentence and from the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.difference import Difference
from interview_journal.analysis.consistency.lexicon import exact_words
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.roles import WEAK_MATTERS
from interview_journal.core.claims import Span

__all__ = ["WorkClaim", "read_work", "work_difference", "works_clash"]

_DID: Final = (
    r"(?:led|ran|built|designed|created|wrote|set up|set (?:\w+ ){1,4}?up|started|founded|opened"
    r"|launched|developed|drew|priced|planned|organi[sz]ed|introduced|brought in|came up with"
    r"|put together|rolled out|drafted|negotiated|trained|managed|headed|directed|coded"
    r"|programmed|invented|pitched|wired|fitted|laid out|rewrote|redesigned|implemented"
    r"|delivered)"
)
_ALONE: Final = (
    r"(?:myself|on my own|by myself|single-?handed(?:ly)?|from (?:scratch|nothing|zero)"
    r"|start to finish|alone|all of it|the whole thing|top to bottom|end to end)"
)
_TITLES: Final = (
    "engineer manager boss colleague lead team people folks estimator consultant educator"
    " predecessor director supervisor agency firm designer developer head owner"
)
_TITLES_SAID: Final = " ".join(f"{title} {title}s" for title in _TITLES.split())
_MY_TITLES: Final = r"(?:lead|leader|owner|head|author|architect|manager|only \w+)"
_WORKS: Final = "baby idea project work design doing show initiative"
_MADE: Final = "built designed wrote opened founded created started priced drew"
_JOINED_IN: Final = "helped assisted supported joined watched played did took carried sat filled"
_OWNERS: Final = r"(?:one of our|our|my|the|an?)"
_THEY_DID: Final = (
    "laid put built wrote designed developed led ran set drew did made priced created planned"
    " organised organized"
)
_SOLE: Final = (
    "myself own handed handedly singlehanded singlehandedly scratch nothing zero finish alone all"
    " whole bottom end"
)
"""Of these one stands in each way to say that nobody else did it."""


def _either(words: str) -> str:
    """Return a pattern of any of some words."""
    return f"(?:{words.replace(' ', '|')})"


class _Way(NamedTuple):
    """One way to say whose work something was.

    Attributes:
        pattern: What it looks like.
        rare: Of these words one stands wherever the pattern is met; few sentences have any.
        needs: Of each of these sets one does besides.
    """

    pattern: re.Pattern[str]
    rare: frozenset[str]
    needs: tuple[frozenset[str], ...]


def _way(pattern: str, rare: str, *needs: str, flags: int = re.IGNORECASE) -> _Way:
    words, *others = (frozenset(each.split()) for each in (rare, *needs))
    return _Way(re.compile(pattern, flags), words, tuple(others))


_OWN: Final = (
    _way(
        rf"\bI(?:'ve| have|'d| had)?\s+(?:\w+\s+){{0,2}}{_DID}\b(?=.{{0,80}}\b{_ALONE}\b)",
        *(_SOLE, "i"),
    ),
    _way(
        rf"\bI was (?:(?:the|its|their|our)\s+(?:\w+\s+){{0,2}}|(?:project|team)\s+){_MY_TITLES}\b",
        *("lead leader owner head author architect manager only", "i", "was"),
    ),
    _way(
        rf"\b(?:was|is) (?:entirely |all |purely )?(?:my (?:own )?{_either(_WORKS)}|mine)\b",
        *(f"mine {_WORKS}", "was is", "my mine"),
    ),
    _way(r"\bI (?:have )?led (?:the|that|this|it|our)\b", "led", "i"),
    _way(
        r"\bI was (?:in charge|responsible for the whole|solely responsible)\b",
        *("charge responsible", "i", "was"),
    ),
    _way(
        rf"\bI\s+(?:set up|{_either(_MADE)})\s+(?:the|our|that|it|this|my)\b",
        *(f"set {_MADE}", "i"),
    ),
)
_OTHERS: Final = (
    _way(
        r"\b(?:was|were|is)\s+(?:(?!and\b)\w+ ){0,3}[A-Z]\w+['’]s?(?=[\s,.;:]|$)",
        *("'", "was were is"),
        flags=0,
    ),
    _way(r"\b[A-Z]\w+ (?:was|is) (?:the )?(?:\w+ )?lead\b", "lead", "was is", flags=0),
    _way(
        r"\b[Ii]t was (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?!I\b)[A-Z]\w+ (?:[A-Z]\w+ )?(?:who|that)\b",
        *("who that", "it", "was"),
        flags=0,
    ),
    _way(
        r"\b(?!I\b)[A-Z]\w+ (?:led|ran|headed|owned) (?:it|the|that)\b",
        *("led ran headed owned", "it the that"),
        flags=0,
    ),
    _way(
        r"\bmy (?:part|piece|bit|side|role|share|job) (?:was|in (?:it|that) was)\b",
        *("part piece bit side role share job", "my", "was"),
    ),
    _way(r"\b(?:the )?lead (?:was|lay) with\b", "lead", "was lay", "with"),
    _way(
        rf"\bI (?:only|just|mainly|mostly) {_either(_JOINED_IN)}\b",
        *("only just mainly mostly", "i", _JOINED_IN),
    ),
    _way(
        r"\bnever (?:really )?(?:been )?my (?:side|thing|job|part|area)\b",
        *("side thing job part area", "never", "my"),
    ),
    _way(
        rf"\b{_OWNERS} (?:\w+ ){{0,3}}{_either(_TITLES)}s?,? "
        rf"(?:\w+,? ){{0,2}}{_either(_THEY_DID)}\b",
        *(_THEY_DID, _TITLES_SAID),
    ),
    _way(
        r"\b(?:before me|before I (?:came|joined|started|was (?:put|brought|moved|assigned)))\b",
        *("before", "me i"),
    ),
    _way(
        r"\bI (?:was|got) (?:loaned|lent|drafted|brought) (?:out|in)\b",
        *("loaned lent drafted brought", "i", "was got"),
    ),
    _way(
        r"\bunder (?:the )?(?:lead|direction|guidance|supervision) of\b",
        *("under", "lead direction guidance supervision"),
    ),
)
_APOSTROPHE: Final = "'"
_RARE: Final[frozenset[str]] = frozenset().union(*(way.rare for way in (*_OWN, *_OTHERS)))
_WEAK: Final = WEAK_MATTERS | exact_words("weak_works")
_ASKED_SHARE: Final = 0.7
_LEAST_SHARED: Final = 1.4
"""Two words, or one that the question names as well."""
_FROM: Final = 0.4
_STEP: Final = 0.1
_SUREST: Final = 0.85


@dataclass(frozen=True, slots=True)
class WorkClaim:
    """One sentence that says whose work something was.

    Attributes:
        is_own: Whether it was the person's own; else somebody else's.
        about: Classes of the telling words of the sentence.
        asked: Those of the question.
        span: The phrase that says whose.
        quote_span: The sentence.
    """

    is_own: bool
    about: frozenset[str]
    asked: frozenset[str]
    span: Span
    quote_span: Span


def read_work(readings: Sequence[Reading]) -> list[WorkClaim]:
    """Return the sentences of an answer that say whose work something was.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("I built the rota tool myself. The lead was with Ana.")
        >>> [claim.is_own for claim in read_work(said)]
        [True, False]
    """
    found = []
    for reading in readings:
        sentence = reading.sentence
        if sentence.is_question:
            continue
        own, others = _ways_met(reading)
        phrases = [one for one in (own, others) if one is not None]
        if len(phrases) != 1:
            # Neither, or both: "the lead was with Ana, but I built the form".
            continue
        [phrase] = phrases
        start = sentence.start + phrase.start()
        found.append(
            WorkClaim(
                is_own=own is not None,
                about=reading.content(sentence.start, sentence.end) - _WEAK,
                asked=reading.asked - _WEAK,
                span=(start, start + len(phrase.group().rstrip())),
                quote_span=(sentence.start, sentence.end),
            )
        )
    return found


def _ways_met(reading: Reading) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return the words that call the work one's own, and those that call it another's."""
    text, said = reading.sentence.text, reading.said
    if "'" in text or "’" in text:
        said |= {_APOSTROPHE}
    elif said.isdisjoint(_RARE):
        return None, None
    return _first(_OWN, said, text), _first(_OTHERS, said, text)


def _first(ways: Sequence[_Way], said: frozenset[str], text: str) -> re.Match[str] | None:
    """Return the words by which the first of some ways is met; None where none is."""
    for pattern, rare, needs in ways:
        if said.isdisjoint(rare) or any(map(said.isdisjoint, needs)):
            continue
        found = pattern.search(text)
        if found is not None:
            return found
    return None


def works_clash(one: WorkClaim, other: WorkClaim) -> float:
    """Return how sure it is that one thing is called one's own and another's, 0 to 1.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [mine] = read_work(read_answer("I built the rota tool myself."))
        >>> [hers] = read_work(read_answer("My part was testing the rota tool."))
        >>> works_clash(mine, hers) > 0.5
        True
    """
    if one.is_own == other.is_own:
        return 0.0
    said = len(one.about & other.about)
    asked = (one.about & other.asked) | (one.asked & other.about) | (one.asked & other.asked)
    shared = said + _ASKED_SHARE * len(asked - (one.about & other.about))
    return min(_SUREST, _FROM + _STEP * shared) if shared >= _LEAST_SHARED else 0.0


def work_difference(one: WorkClaim, other: WorkClaim) -> Difference | None:
    """Return how two answers differ in whose work a thing was, or None."""
    sure = works_clash(one, other)
    if not sure:
        return None
    return Difference("role", sure, one.span, one.quote_span, other.span, other.quote_span)
