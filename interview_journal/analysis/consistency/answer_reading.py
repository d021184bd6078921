"""One answer, read once: all that comparing it with others needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any, Final, NamedTuple

from interview_journal.analysis.consistency.asked_for import AskedFor, read_asked_for
from interview_journal.analysis.consistency.bosses import read_bosses
from interview_journal.analysis.consistency.claims import claims_of
from interview_journal.analysis.consistency.denied_names import read_denied_names
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.named_matters import read_named_matters
from interview_journal.analysis.consistency.names import NameClaim, read_names
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.personal_facts import FactClaim, read_facts
from interview_journal.analysis.consistency.polarity import read_statements
from interview_journal.analysis.consistency.reading import Reading, capitalised_in, read_answer
from interview_journal.analysis.consistency.reasons import ReasonClaim, read_reason
from interview_journal.analysis.consistency.roles import RoleClaim, read_roles
from interview_journal.analysis.consistency.statements import Statements
from interview_journal.analysis.consistency.story_numbers import StoryNumber, read_story_numbers
from interview_journal.analysis.consistency.story_parts import StoryPart, read_story_parts
from interview_journal.analysis.consistency.told import Told
from interview_journal.analysis.consistency.whose_work import WorkClaim, read_work
from interview_journal.analysis.consistency.words import read_words

__all__ = ["AnswerReading", "names_in", "read_all_told", "read_for_comparison", "read_told"]

READ_AT_MOST: Final = 20_000
"""Characters of an answer that are read; an hour's talk fits."""
_CLAIMS_AT_MOST: Final = 200
_STATEMENTS_AT_MOST: Final = 1_000
"""An hour's talk has fewer; more is no talk, and every pair of them costs."""
_ENGLISH_SHARE: Final = 0.12
"""Every eighth word of English is one that the list of ignored words holds, or more."""
_JUDGED_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class AnswerReading:
    """An answer taken apart.

    Attributes:
        text: The answer, as much of it as is read.
        claims: Its claims with numbers.
        roles: The person's parts in things.
        names: Names and their places.
        statements: Its clauses, affirmed or denied.
        reason: Why the person leaves, where that was asked; at most one.
        asked_for: What the question asked to tell of; at most one.
        works: Whose work things were, where it is said with weight.
        facts: Facts of a working life, told or denied.
        sums: What its stories cost and how long they took.
        parts: Whose work things were, by the story they are told in.
        feeling: 1 for liking, -1 for disliking, 0 for neither.
        is_denying: Whether a negator stands in it.
        is_asking: Whether it holds nothing but questions.
        is_english: Whether it could be read at all.
    """

    text: str
    claims: tuple[NumberClaim, ...]
    roles: tuple[RoleClaim, ...]
    names: tuple[NameClaim, ...]
    statements: Statements
    reason: tuple[ReasonClaim, ...]
    asked_for: tuple[AskedFor, ...]
    works: tuple[WorkClaim, ...]
    facts: tuple[FactClaim, ...]
    sums: tuple[StoryNumber, ...]
    parts: tuple[StoryPart, ...]
    feeling: int
    is_denying: bool
    is_asking: bool
    is_english: bool

    def __reduce__(self) -> tuple[Callable[..., AnswerReading], tuple[Any, ...]]:
        """Be sent to another process; what dataclasses do by themselves takes twice as long."""
        return AnswerReading, _values(self)

    def with_text(self, text: str) -> AnswerReading:
        """Return the same beside this text: a reading is sent from process to process without."""
        return AnswerReading(text[:READ_AT_MOST], *_values(self)[1:])

    def says_the_same(self, other: AnswerReading) -> bool:
        """Return whether another answer is a copy; capitals make no difference."""
        return len(self.text) == len(other.text) and self.small == other.small

    @property
    def small(self) -> str:
        """The answer in small letters, each at its place; made again, for few ask for it."""
        return _in_small_letters(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """All its words, short forms written out; read again, for few ask for them."""
        return tuple(word.text for word in read_words(self.small))

    @property
    def told(self) -> frozenset[str]:
        """All content words of its clauses."""
        return self.statements.told()

    @property
    def affirmed(self) -> frozenset[str]:
        """The content words that a clause affirms, questions left out."""
        return self.statements.affirmed()

    @property
    def denied(self) -> frozenset[str]:
        """The content words that a clause denies, questions left out."""
        return self.statements.denied()


_values: Final[Callable[[AnswerReading], tuple[Any, ...]]] = attrgetter(
    *(one.name for one in fields(AnswerReading))
)


def read_for_comparison(
    text: str,
    question: str = "",
    *,
    said_on: date | None = None,
    known_names: frozenset[str] = frozenset(),
    topic: str = "",
) -> AnswerReading:
    """Return an answer taken apart.

    Args:
        text: The answer; what stands behind 20,000 characters is not read.
        question: What was asked; as much of it is read.
        said_on: The day of the interview.
        known_names: Names known from other answers, in small letters.
        topic: The topic kept with the answer.

    Example:
        >>> read_for_comparison("Ich leite seit drei Jahren ein Team von fünf Leuten, alle "
        ...     "in Hamburg, und wir bauen die Schnittstellen zu den Häfen.").is_english
        False
    """
    asked = _Asked(text, question, said_on, topic)
    return _read_together([asked], known_names)[0]


def read_told(told: Told, known_names: frozenset[str] = frozenset()) -> AnswerReading:
    """Return an answer taken apart, with what is known of where it was given.

    Args:
        told: The answer.
        known_names: Names known from other answers, in small letters.
    """
    return read_all_told([told], known_names)[0]


def read_all_told(told: Iterable[Told], known_names: frozenset[str]) -> list[AnswerReading]:
    """Return some answers taken apart: a hundred together take an eighth less time than alone.

    Args:
        told: The answers.
        known_names: Names known from other answers, in small letters.
    """
    asked = [_Asked(one.answer, one.question, one.held_on, one.topic) for one in told]
    return _read_together(asked, known_names)


class _Asked(NamedTuple):
    """An answer, with what is known of its question and its day."""

    text: str
    question: str
    said_on: date | None
    topic: str


def _read_together(answers: Sequence[_Asked], known_names: frozenset[str]) -> list[AnswerReading]:
    """Return answers taken apart, reader by reader.

    There are many readers; what one of them needs is at hand while it goes through all answers.
    """
    texts = [one.text[:READ_AT_MOST] for one in answers]
    every = [
        read_answer(text, one.question[:READ_AT_MOST], known_names, one.topic)
        for text, one in zip(texts, answers, strict=True)
    ]
    said = [read_statements(own)[:_STATEMENTS_AT_MOST] for own in every]
    claims = [
        tuple(claims_of(own, one.said_on)[:_CLAIMS_AT_MOST])
        for own, one in zip(every, answers, strict=True)
    ]
    asked_for = map(read_asked_for, every, said)
    is_denying = list(map(_is_denying, every))
    # In the order of the attributes of a reading.
    parts = (
        texts,
        claims,
        [tuple(read_roles(own)[:_CLAIMS_AT_MOST]) for own in every],
        [tuple(_names_of(own)[:_CLAIMS_AT_MOST]) for own in every],
        [Statements.of(own) for own in said],
        [(one,) if one is not None else () for one in map(read_reason, every)],
        [(one,) if one is not None else () for one in asked_for],
        [tuple(read_work(own)[:_CLAIMS_AT_MOST]) for own in every],
        [tuple([*read_facts(own), *read_denied_names(own)][:_CLAIMS_AT_MOST]) for own in every],
        [tuple(own) for own in map(read_story_numbers, every, claims)],
        [tuple(read_story_parts(own)[:_CLAIMS_AT_MOST]) for own in every],
        list(map(_feeling, every, is_denying)),
        is_denying,
        [bool(own) and all(one.sentence.is_question for one in own) for own in every],
        [_is_english(own) for own in every],
    )
    return [AnswerReading(*values) for values in zip(*parts, strict=True)]


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand with a capital letter inside a sentence, in small letters.

    Example:
        >>> names_in(["We were with Acme then."])
        frozenset({'acme'})
    """
    return frozenset(name for text in texts for name in capitalised_in(text[:READ_AT_MOST]))


def _names_of(readings: Sequence[Reading]) -> list[NameClaim]:
    return [*read_names(readings), *read_bosses(readings), *read_named_matters(readings)]


def _in_small_letters(text: str) -> str:
    """Return a text in small letters, each at its place: a few letters would become two."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _is_denying(readings: Iterable[Reading]) -> bool:
    negators = lexicon().lists["negators"]
    return not all(reading.said.isdisjoint(negators) for reading in readings)


def _feeling(readings: Sequence[Reading], is_denying: bool) -> int:  # noqa: FBT001 - mapped
    """Return 1 for liking, -1 for disliking; what is denied is turned."""
    lists = lexicon().lists
    is_liked, is_disliked = (
        not all(reading.roots.isdisjoint(lists[name]) for reading in readings)
        for name in ("liked", "disliked")
    )
    return is_disliked - is_liked if is_denying else is_liked - is_disliked


def _is_english(readings: Iterable[Reading]) -> bool:
    """Return whether enough of the words are English function words; short texts pass."""
    count = sum(len(reading.words) for reading in readings)
    if count < _JUDGED_WORDS:
        return True
    known = lexicon().lists["ignored"]
    needed = _ENGLISH_SHARE * count
    # Most texts are English, and tell it by their first few words.
    for reading in readings:
        needed -= sum(word.text in known for word in reading.words)
        if needed <= 0:
            return True
    return False
