"""One answer, read once: all that comparing it with others needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any, Final

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

__all__ = ["AnswerReading", "names_in", "read_for_comparison", "read_told"]

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
    text = text[:READ_AT_MOST]
    readings = read_answer(text, question[:READ_AT_MOST], known_names, topic)
    statements = read_statements(readings)[:_STATEMENTS_AT_MOST]
    reason = read_reason(readings)
    asked_for = read_asked_for(readings, statements)
    claims = claims_of(readings, said_on)[:_CLAIMS_AT_MOST]
    is_denying = _is_denying(readings)
    return AnswerReading(
        text=text,
        claims=tuple(claims),
        roles=tuple(read_roles(readings)[:_CLAIMS_AT_MOST]),
        names=tuple(_names_of(readings)[:_CLAIMS_AT_MOST]),
        statements=Statements.of(statements),
        reason=(reason,) if reason is not None else (),
        asked_for=(asked_for,) if asked_for is not None else (),
        works=tuple(read_work(readings)[:_CLAIMS_AT_MOST]),
        facts=tuple([*read_facts(readings), *read_denied_names(readings)][:_CLAIMS_AT_MOST]),
        sums=tuple(read_story_numbers(readings, claims)),
        parts=tuple(read_story_parts(readings)[:_CLAIMS_AT_MOST]),
        feeling=-_feeling(readings) if is_denying else _feeling(readings),
        is_denying=is_denying,
        is_asking=bool(readings) and all(one.sentence.is_question for one in readings),
        is_english=_is_english(readings),
    )


def read_told(told: Told, known_names: frozenset[str] = frozenset()) -> AnswerReading:
    """Return an answer taken apart, with what is known of where it was given.

    Args:
        told: The answer.
        known_names: Names known from other answers, in small letters.
    """
    return read_for_comparison(
        told.answer,
        told.question,
        said_on=told.held_on,
        known_names=known_names,
        topic=told.topic,
    )


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


def _feeling(readings: Sequence[Reading]) -> int:
    lists = lexicon().lists
    is_liked, is_disliked = (
        not all(reading.roots.isdisjoint(lists[name]) for reading in readings)
        for name in ("liked", "disliked")
    )
    return is_liked - is_disliked


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
