"""What story a sentence belongs to, and whether two sentences belong to one.

People tell one story in two rounds with other words; what stays are its names and the few things
that only it has. They stand in the sentences around, and in the question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.lexicon import content_class, exact_words
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.roles import WEAK_MATTERS
from interview_journal.analysis.consistency.sent_words import arrived_words, sent_words

__all__ = ["Story", "shared_score", "story_at", "story_of_number"]

_BEFORE: Final = 4
_BEHIND: Final = 3
"""Sentences around one that belong to its story."""
_WEAK: Final = WEAK_MATTERS | exact_words("weak_works") | exact_words("weak_stories")
_TOLD_OF_ANYTHING: Final = frozenset(
    content_class(word)
    for name in ("weak_stories", "told_of_anything")
    for word in exact_words(name)
)
_NOBODY: Final[frozenset[str]] = frozenset()
"""One for all: most stories name nobody, and an empty set is as large as a filled one."""


class Story(NamedTuple):
    """What a story is told by.

    Attributes:
        words: Classes of its telling words and of those of the question, each once, in order: a
            set of ten words is five times as large.
        names: Names in it, in small letters.
        asked: Those of the question's words that say nothing where the other question says them.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    asked: frozenset[str] = _NOBODY

    def __reduce__(self) -> tuple[Callable[..., Story], tuple[object, ...]]:
        """Be sent to another process in a few pieces, not word by word."""
        return _arrived, (sent_words(self.words), self.names, self.asked)


def _arrived(words: str, names: frozenset[str], asked: frozenset[str]) -> Story:
    """Return what was sent."""
    return Story(arrived_words(words), names, asked)


def story_at(readings: Sequence[Reading], place: int) -> Story:
    """Return the story that a sentence of an answer belongs to.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> told = story_at(read_answer("We moved the bakery. I ran that."), 1)
        >>> sorted(told.words)
        ['bakery', 'relocate']
    """
    around = readings[max(0, place - _BEFORE) : place + 1 + _BEHIND]
    names = _NOBODY.union(*(one.names for one in around)) or _NOBODY
    words = readings[place].asked.union(*(one.about for one in around))
    return Story(tuple(sorted(words - _WEAK)), names)


def story_of_number(readings: Sequence[Reading], place: int) -> Story:
    """Return the story that a number belongs to, told by the words that few stories have.

    Every person has many stories with a number, and answers one question with several of them:
    what is told of anything ties none of them together, nor does what both were asked.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> told = story_of_number(read_answer("We moved the bakery. It took eight months."), 1)
        >>> sorted(told.words)
        ['bakery']
    """
    told = story_at(readings, place)
    asked = readings[place].asked.intersection(told.words) or _NOBODY
    words = (word for word in told.words if word not in _TOLD_OF_ANYTHING)
    return Story(tuple(words), told.names, asked)


def shared_score(one: Story, other: Story, words: frozenset[str] | None = None) -> int:
    """Return how much two stories have in common: each word once, each name twice.

    Args:
        one: A story.
        other: Another.
        words: The words of the first, where it is compared with many.
    """
    words = (frozenset(one.words) if words is None else words).intersection(other.words)
    if one.asked and other.asked:
        words -= one.asked & other.asked
    if not one.names or not other.names:
        return len(words)
    names = one.names & other.names
    return len(words | names) + len(names)
