"""Who did it: "I led the migration" beside "I helped with the migration"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.role_parts import LED, OTHERS, has_parts, part_of
from interview_journal.analysis.consistency.words import Word
from interview_journal.core.claims import Span

__all__ = ["WEAK_MATTERS", "RoleClaim", "read_roles", "role_difference", "roles_clash"]

WEAK_MATTERS: Final = exact_words("weak_matters")
"""What two stories have in common without being one."""
# How sure it is, set by hand on the development data.
_BASE: Final = 0.15
_EACH: Final = 0.25
_WEAK: Final = 0.4
_SAME_QUESTION: Final = 0.5
_COVERED: Final = 0.6
_UNSHARED: Final = 0.05
_SURE: Final = 0.95


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """The person's part in something.

    Attributes:
        part: 3 led, 2 shared the lead, 1 helped, 0 somebody else did.
        is_made: Whether it was making something ("I wrote", "I designed"), not leading.
        content: What it was: classes of the other content words of the clause.
        about: Those of the whole sentence.
        span: The role word.
        quote_span: Its sentence.
    """

    part: int
    is_made: bool
    content: frozenset[str]
    about: frozenset[str]
    span: Span
    quote_span: Span


def read_roles(readings: Iterable[Reading]) -> list[RoleClaim]:
    """Return the roles an answer claims, from first to last.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [one.part for one in read_roles(read_answer("I led it. I helped with the audit."))]
        [3, 1]
    """
    return [
        _claim(reading, word, part)
        for reading in readings
        if not reading.sentence.is_question and has_parts(reading)
        for word in reading.words
        if (part := part_of(reading, word)) is not None
    ]


def _claim(reading: Reading, word: Word, part: int) -> RoleClaim:
    lists = lexicon().lists
    roles = lists["led"] | lists["helped"] | lists["made"] | {"lead"}
    return RoleClaim(
        part=part,
        is_made=word.root in lists["made"],
        content=reading.content(*reading.clause_at(word.start)) - roles,
        about=reading.about - roles,
        span=(word.start, word.end),
        quote_span=(reading.sentence.start, reading.sentence.end),
    )


def role_difference(one: RoleClaim, other: RoleClaim, around: Circumstances) -> Difference | None:
    """Return how the person's parts in one thing differ, or None."""
    sure = roles_clash(one, other, around)
    if not sure:
        return None
    return Difference("role", sure, one.span, one.quote_span, other.span, other.quote_span)


def roles_clash(one: RoleClaim, other: RoleClaim, around: Circumstances) -> float:
    """Return how sure it is that two roles in one thing differ, 0 to 1; 0 where they agree.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [led] = read_roles(read_answer("I led the payroll migration."))
        >>> [helped] = read_roles(read_answer("I helped with the payroll migration."))
        >>> roles_clash(led, helped, Circumstances()) > 0.5
        True
    """
    if one.part == other.part or LED not in (one.part, other.part):
        return 0.0
    shared = one.content & other.content
    strong = len(shared - WEAK_MATTERS)
    room = min(len(one.content - WEAK_MATTERS), len(other.content - WEAK_MATTERS))
    is_whole = strong == room and OTHERS in (one.part, other.part) and not around.anywhere
    is_small = (one.is_made or other.is_made) and not (around.same_question or is_whole)
    if strong < 1 + is_small:
        return 0.0
    wide = (one.about & other.about) - shared - WEAK_MATTERS
    score = strong + _WEAK * (len(shared) - strong + len(wide))
    score += _SAME_QUESTION * around.same_question + _COVERED * is_whole
    return min(_SURE, max(0.0, _BASE + _EACH * score - _UNSHARED * max(0, room - len(shared))))
