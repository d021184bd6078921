"""Whose work it was, where an answer says so with weight.

"I set up the choir from nothing" beside "the choir was going long before me": one verb does not
tell this, a phrase does. What the work was is read from the sentence and from the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

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
_THEIR_TITLES: Final = (
    r"(?:engineer|manager|boss|colleague|lead|team|people|folks|estimator|consultant|educator"
    r"|predecessor|director|supervisor|agency|firm|designer|developer|head|owner)s?"
)
_MY_TITLES: Final = r"(?:lead|leader|owner|head|author|architect|manager|only \w+)"
_MY_WORK: Final = r"(?:baby|idea|project|work|design|doing|show|initiative)"
_MADE: Final = r"(?:built|designed|wrote|opened|founded|set up|created|started|priced|drew)"
_JOINED_IN: Final = (
    r"(?:helped|assisted|supported|joined|watched|played|did|took|carried|sat|filled)"
)
_OWNERS: Final = r"(?:one of our|our|my|the|an?)"
_THEY_DID: Final = (
    r"(?:laid|put|built|wrote|designed|developed|led|ran|set|drew|did|made|priced|created|planned"
    r"|organi[sz]ed)"
)
_OWN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bI(?:'ve| have|'d| had)?\s+(?:\w+\s+){{0,2}}{_DID}\b(?=.{{0,80}}\b{_ALONE}\b)",
        rf"\bI was (?:the|its|their|our)\s+(?:\w+\s+){{0,2}}{_MY_TITLES}\b",
        rf"\b(?:was|is) (?:entirely |all |purely )?(?:my (?:own )?{_MY_WORK}|mine)\b",
        r"\bI (?:have )?led (?:the|that|this|it|our)\b",
        r"\bI was (?:in charge|responsible for the whole|solely responsible)\b",
        rf"\bI\s+{_MADE}\s+(?:the|our|that|it|this|my)\b",
    )
)
_OTHERS: Final = (
    re.compile(r"\b(?:was|were|is)\s+(?:(?!and\b)\w+ ){0,3}[A-Z]\w+['’]s?(?=[\s,.;:]|$)"),
    re.compile(r"\b[A-Z]\w+ (?:was|is) (?:the )?(?:\w+ )?lead\b"),
    re.compile(
        r"\b[Ii]t was (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?!I\b)[A-Z]\w+ (?:[A-Z]\w+ )?(?:who|that)\b"
    ),
    re.compile(r"\b(?!I\b)[A-Z]\w+ (?:led|ran|headed|owned) (?:it|the|that)\b"),
    *(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"\bmy (?:part|piece|bit|side|role|share|job) (?:was|in (?:it|that) was)\b",
            r"\b(?:the )?lead (?:was|lay) with\b",
            rf"\bI (?:only|just|mainly|mostly) {_JOINED_IN}\b",
            r"\bnever (?:really )?(?:been )?my (?:side|thing|job|part|area)\b",
            rf"\b{_OWNERS} (?:\w+ ){{0,3}}{_THEIR_TITLES},? (?:\w+,? ){{0,2}}{_THEY_DID}\b",
            r"\b(?:before me|before I (?:came|joined|started))\b",
            r"\bI (?:was|got) (?:loaned|lent|drafted|brought) (?:out|in)\b",
            r"\bunder (?:the )?(?:lead|direction|guidance|supervision) of\b",
        )
    ),
)
_OWN_CUES: Final = re.compile(
    rf"handed|from (?:scratch|nothing|zero)|myself|alone|start to finish|all of it|the whole thing"
    rf"|top to bottom|end to end|i was |my own|my {_MY_WORK}|mine|led|{_MADE}"
)
_OTHERS_CUES: Final = re.compile(
    rf"['’]s?[\s,.;:]|lead|(?:led|ran|headed|owned) (?:it|the|that)"
    r"|my (?:part|piece|bit|side|role|share|job|thing|area)|i (?:only|just|mainly|mostly) "
    rf"|{_THEIR_TITLES},? (?:\w+,? ){{0,2}}{_THEY_DID}|before (?:me|i)"
    r"|loaned|lent|drafted|brought|under |it was "
)
"""Each pattern needs one of these, in small letters; most sentences have none."""
_OWN_WORDS: Final = exact_words("words_of_own_work")
_OTHERS_WORDS: Final = exact_words("words_of_others_work")
"""Each of those cues holds one of these words, or an apostrophe."""
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
        own, others = _own(reading), _others(reading)
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


def _own(reading: Reading) -> re.Match[str] | None:
    """Return the words that call the work one's own; None where none do."""
    if reading.said.isdisjoint(_OWN_WORDS):
        return None
    return _first(_OWN, _OWN_CUES, reading.sentence.text)


def _others(reading: Reading) -> re.Match[str] | None:
    """Return the words that call the work another's; None where none do."""
    text = reading.sentence.text
    if reading.said.isdisjoint(_OTHERS_WORDS) and "'" not in text and "’" not in text:
        return None
    return _first(_OTHERS, _OTHERS_CUES, text)


def _first(
    patterns: Sequence[re.Pattern[str]], cues: re.Pattern[str], text: str
) -> re.Match[str] | None:
    if cues.search(text.lower()) is None:
        return None
    return next((found for one in patterns if (found := one.search(text)) is not None), None)


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
