"""Names in the same place of the same story: "at Acme" beside "at Borealis"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.consistency.difference import (
    SHOWN_FROM,
    Circumstances,
    Difference,
)
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.percents import is_percent
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.roles import WEAK_MATTERS
from interview_journal.analysis.consistency.words import Word
from interview_journal.core.claims import Span

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.answer_reading import AnswerReading

__all__ = [
    "BOSS",
    "MATTER",
    "WHOLE",
    "NameClaim",
    "may_differ_by_chance",
    "name_difference",
    "names_clash",
    "read_names",
]

_NOT_I: Final = r"(?!I\b(?!-))"
_NAME: Final = (
    rf"(?:[Tt]he\s+)?{_NOT_I}[A-Z][\w&'’.-]*"
    rf"(?:\s+(?:of\s+|and\s+|&\s+)?{_NOT_I}[A-Z][\w&'’.-]*)*"
)
_NAMED: Final = re.compile(
    r"\b(at|for|with|from|in|by|called|named|joined|using|used|under|to|on|is|was|left)\s+"
    rf"({_NAME})"
)
_SCHOOL_SORTS: Final = ("University", "College", "Institute", "School", "Academy", "Polytechnic")
_SCHOOL: Final = re.compile(
    rf"\b((?:[A-Z][\w&'’.-]*\s+)*(?:{'|'.join(_SCHOOL_SORTS)})"
    rf"(?:\s+(?:of|for)\s+{_NAME})?)"
)
MATTER: Final = "matter "
"""With what follows it the slot of a place that has room for one name."""
WHOLE: Final = "whole"
"""The slot of what is said to serve for everything."""
BOSS: Final = "boss"
"""The slot of whom a person reports to."""
_THEN_AND_NOW: Final = frozenset({"is", "was"})
_WHERE: Final = frozenset({"at", "for", "with"})
_NAMING: Final = frozenset({"called", "named"})
_ANY: Final = frozenset({"a", "an", "some", "another", "one", "two"})
_ANY_REACH: Final = 4
_SLOTS: Final = {"called": "named", "is": "named", "was": "named", "using": "used"}
_NO_NAMES: Final = exact_words("no_names")
_SCHOOLS: Final = exact_words("schools")
_LINKS: Final = frozenset({"of", "and", "&"})
_NO_LETTERS: Final = ".,'’-"
_LEAST_PART: Final = 3
"""Letters of a part of a name that is worth looking for in the other answer."""
_CACHED_NAMES: Final = 8_192
# How sure it is, set by hand on the development data.
_SCHOOL_SURE: Final = 0.75
_BOSS_SURE: Final = 0.64
_OF_A_LIFE: Final = frozenset(
    f"{MATTER}{place}"
    for place in ("studied", "trained", "grew_up", "came_from", "lives_in", "deputy")
)
_MATTER_SURE: Final = 0.52
_MATTER_SUREST: Final = 0.76
_MATTER_NEEDS: Final = 1.5
_SHARED: Final = 0.13
_WIDE: Final = 0.06
_COVER: Final = 0.35
_SAME_QUESTION: Final = 0.1
_MOST_SURE: Final = 0.9
_NEEDED: Final = 2.0
_NEEDED_ONE_QUESTION: Final = 1.0
"""Words in common, those outside of the clauses counted half."""


@dataclass(frozen=True, slots=True)
class NameClaim:
    """One name in one place of a sentence.

    Attributes:
        slot: The word before it: "at", "for", "named".
        name: The name in small letters.
        content: Classes of the content words of its clause, names left out.
        about: Those of the sentence.
        asked: Those of the question.
        stance: How it is meant, as of a claim.
        span: The name.
        quote_span: Its sentence.
    """

    slot: str
    name: str
    content: frozenset[str]
    about: frozenset[str]
    asked: frozenset[str]
    stance: str
    span: Span
    quote_span: Span


def read_names(readings: Iterable[Reading]) -> list[NameClaim]:
    """Return the names of an answer, from first to last.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [(one.slot, one.name) for one in read_names(read_answer("I trained at Castle Street."))]
        [('at', 'castle street')]
    """
    return [
        claim
        for reading in readings
        for match, group, before in _named(reading)
        if (claim := _claim(reading, match, group, before)) is not None
    ]


def _named(reading: Reading) -> Iterator[tuple[re.Match[str], int, str]]:
    """Yield each match with the group that is the name, and the word before it."""
    text = reading.sentence.text
    # The patterns try every word; most sentences have no capital letter but that of "I".
    capitals = [word for word in reading.words[1:] if word.is_upper]
    if capitals and any(_may_begin_name(reading, word) for word in capitals):
        for match in _NAMED.finditer(text):
            yield match, 2, match.group(1).lower()
    if any(sort in text for sort in _SCHOOL_SORTS):
        for match in _SCHOOL.finditer(text):
            yield match, 1, "school"


def _may_begin_name(reading: Reading, word: Word) -> bool:
    """Return whether a word with a capital letter is more than "I"; "I-beam" is."""
    return word.text != "i" or reading.text(word.end, word.end + 1).strip() != ""


def _claim(reading: Reading, match: re.Match[str], group: int, before: str) -> NameClaim | None:
    """Return a name in its place; None where the words name nobody and nothing."""
    written = match.group(group).rstrip(_NO_LETTERS)
    name = written.lower().removeprefix("the ")
    if not name or name.split()[0] in _NO_NAMES:
        return None
    sentence = reading.sentence
    start = sentence.start + match.start(group)
    if before == "to" and _is_told(reading, start + len(written)):
        return None
    if before in _WHERE and _has_share(reading, start):
        return None
    if before in _NAMING and _is_one_of_many(reading, sentence.start + match.start()):
        return None
    named = {lexicon().class_of(word.root) for word in reading.words if word.text in reading.names}
    plain = named - {"degree"}
    return NameClaim(
        slot=_slot(before, name),
        name=name,
        content=reading.content(*reading.clause_at(start)) - plain,
        about=reading.about - plain,
        asked=reading.asked,
        stance=reading.stance_at(start),
        span=(start, start + len(written)),
        quote_span=(sentence.start, sentence.end),
    )


def _has_share(reading: Reading, place: int) -> bool:
    """Return whether a clause tells a percentage of somewhere: each place has its own."""
    start, end = reading.clause_at(place)
    return any(start <= one.start < end and is_percent(reading, one) for one in reading.numbers)


def _is_told(reading: Reading, end: int) -> bool:
    """Return whether "to Acme I said" stands there: who was told something."""
    return [word.text for word in reading.after(end)[:1]] == ["i"]


def _is_one_of_many(reading: Reading, place: int) -> bool:
    """Return whether "a girl called Ana" stands there: there are others."""
    before = reading.before(place)[:_ANY_REACH]
    return len(before) <= 1 or any(word.text in _ANY for word in before)


def _slot(before: str, name: str) -> str:
    """Return which place a name has: a school, or what the word before it says."""
    if set(name.split()) & _SCHOOLS:
        return "school"
    return _SLOTS.get(before, before)


def may_differ_by_chance(one: AnswerReading, number: int) -> Callable[[AnswerReading, int], bool]:
    """Return what tells of any name of another answer whether it may differ from one; cheap.

    Most names stand among other words: no question could make these sure enough to be told.

    Args:
        one: An answer.
        number: Which of its names.
    """
    name = one.names[number]
    is_anywhere = not _is_of_place(name)

    def is_worth(other: AnswerReading, rival: int) -> bool:
        theirs = other.names[rival]
        if name.slot != theirs.slot or name.name == theirs.name:
            return False
        return is_anywhere or _sure_of_place(name, theirs, same_question=True) >= SHOWN_FROM

    return is_worth


def name_difference(
    name: NameClaim, rival: NameClaim, text_one: str, text_other: str, around: Circumstances
) -> Difference | None:
    """Return how two names in the same place differ, or None.

    Args:
        name: A name.
        rival: Another.
        text_one: The whole first answer, in small letters.
        text_other: The whole second answer, in small letters.
        around: What is known of the two answers.
    """
    sure = names_clash(name, rival, text_one, text_other, same_question=around.same_question)
    if not sure:
        return None
    return Difference("name", sure, name.span, name.quote_span, rival.span, rival.quote_span)


def names_clash(
    one: NameClaim, other: NameClaim, text_one: str, text_other: str, *, same_question: bool = False
) -> float:
    """Return how sure it is that two names stand for one thing, 0 to 1.

    A name that the other text knows as well is no clash.

    Args:
        one: A name.
        other: Another.
        text_one: The whole first answer, in small letters.
        text_other: The whole second answer, in small letters.
        same_question: Whether both answer one question.
    """
    if one.slot != other.slot or _same_name(one.name, other.name) or _then_and_now(one, other):
        return 0.0
    how_sure = _sure_of_place if _is_of_place(one) else _sure_of_matter
    sure = how_sure(one, other, same_question=same_question)
    # Few are sure: whether both texts know both names is asked for those alone.
    if sure and (_knows(text_other, one.name) or _knows(text_one, other.name)):
        return 0.0
    return sure


def _is_of_place(name: NameClaim) -> bool:
    """Return whether a name is told from others by where it stands, not by what it is of."""
    return not (name.slot in (BOSS, WHOLE) or name.slot.startswith(MATTER))


def _sure_of_place(one: NameClaim, other: NameClaim, *, same_question: bool) -> float:
    """Return how sure it is that two names stand where one does, by the words around, 0 to 1."""
    shared = (one.content & other.content) - WEAK_MATTERS
    wide = ((one.about | one.asked) & (other.about | other.asked)) - shared
    if one.slot == "school":
        return _SCHOOL_SURE if same_question or "degree" in shared | wide else 0.0
    needed = _NEEDED_ONE_QUESTION if same_question else _NEEDED
    if len(shared) + len(wide) / 2 < needed:
        return 0.0
    room = min(len(one.content), len(other.content))
    cover = len(shared) / room if room else 0.0
    score = _SHARED * len(shared) + _WIDE * len(wide) + _COVER * cover
    return min(_MOST_SURE, score + _SAME_QUESTION * same_question)


def _sure_of_matter(one: NameClaim, other: NameClaim, *, same_question: bool) -> float:
    """Return how sure it is that two names fill one place, 0 to 1."""
    if one.slot == BOSS or one.slot in _OF_A_LIFE:
        return _BOSS_SURE
    said, asked = one.about & other.about, one.asked & other.asked
    shared = len(said - WEAK_MATTERS) + len(asked - WEAK_MATTERS) / 2
    needed = _MATTER_NEEDS - same_question
    return min(_MATTER_SUREST, _MATTER_SURE + _WIDE * shared) if shared >= needed else 0.0


def _then_and_now(one: NameClaim, other: NameClaim) -> bool:
    """Return whether one tells where somebody is, the other where they were."""
    return one.slot in _WHERE and {one.stance, other.stance} == _THEN_AND_NOW


@lru_cache(maxsize=_CACHED_NAMES)
def _telling(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others; all where none does."""
    words = frozenset(name.split())
    return words - _LINKS - _SCHOOLS or words


def _same_name(one: str, other: str) -> bool:
    return not _telling(one).isdisjoint(_telling(other))


def _knows(text: str, name: str) -> bool:
    parts = (part for part in _telling(name) if len(part) >= _LEAST_PART and part in text)
    # "Tech" is no part of "technical".
    return any(re.search(rf"\b{re.escape(part)}(?!\w)", text) is not None for part in parts)
