"""The statements of an answer, held in little room.

A journal keeps every clause of every answer, and compares few of them with few. So the words of
each stand in one plain tuple and all else in one row of small numbers, a fifth of what the
statements themselves take; a statement is made of them again when somebody asks for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Final, NamedTuple, overload

from interview_journal.analysis.consistency.polarity import Statement
from interview_journal.analysis.consistency.sent_words import arrived_words, sent_words

__all__ = ["Sides", "Statements"]

_WIDTH: Final = 8
"""Numbers of one statement: flags, how many words are affirmed, two words and two spans."""
_NO_WORD: Final = 0xFFFF
"""Longer than any clause, and the largest number that fits; so does any place that is read."""
_MINE: Final = 1
_QUESTION: Final = 2
_SUPPOSED: Final = 4
_FEELING: Final = 8
_DENIES_SELF: Final = 16
_NEVER: Final = 32
_OF_NOW: Final = 64
_PAST: Final = 128
_ENDED: Final = 256
_NOT_YET: Final = 512
_OWN_NEVER: Final = _NEVER | _DENIES_SELF


class Sides(NamedTuple):
    """What a statement affirms and denies.

    Attributes:
        number: The number of the statement.
        denies_self: As of the statement.
        has_feeling: As of the statement.
        affirmed: The words it affirms.
        denied: The words it denies.
    """

    number: int
    denies_self: bool
    has_feeling: bool
    affirmed: tuple[str, ...]
    denied: tuple[str, ...]


_sides: Final = partial(tuple.__new__, Sides)
"""Makes one of its parts in half the time of the class."""


class Statements(Sequence[Statement]):
    """The statements of an answer, from first to last.

    Example:
        >>> from interview_journal.analysis.consistency.polarity import read_statements
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_statements(read_answer("I used Java. I never used Scala."))
        >>> kept = Statements.of(said)
        >>> list(kept) == said, kept.words(1)
        (True, ('scala', 'used'))
    """

    __slots__ = ("_numbers", "_words")

    def __init__(self, words: tuple[tuple[str, ...], ...], numbers: array[int]) -> None:
        """Take in the parts; ``of`` makes them.

        Args:
            words: The content words of each statement, those it affirms first.
            numbers: All else, eight numbers a statement.
        """
        self._words, self._numbers = words, numbers

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Statements:
        """Put statements into little room.

        Args:
            statements: Read from at most 20,000 characters.
        """
        words: list[tuple[str, ...]] = []
        numbers = array("H")
        for one in statements:
            own = sorted(one.affirmed)
            if one.denied:
                own += sorted(one.denied)
            words.append(tuple(own))
            told = (_place(own, one.denied_first), _place(own, one.own_verb))
            numbers.extend((_flags(one), len(one.affirmed), *told, *one.span, *one.quote_span))
        return cls(tuple(words), numbers)

    def __reduce__(
        self,
    ) -> tuple[Callable[[str, bytes, bytes], Statements], tuple[str, bytes, bytes]]:
        """Be sent to another process in three pieces, not word by word."""
        words, lengths = chain.from_iterable(self._words), array("H", map(len, self._words))
        return _arrived, (sent_words(words), lengths.tobytes(), self._numbers.tobytes())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._words)

    def __eq__(self, other: object) -> bool:
        """Return whether the other holds equal statements."""
        if not isinstance(other, Statements):
            return NotImplemented
        return self._words == other._words and self._numbers == other._numbers

    def __hash__(self) -> int:
        """Return a number that equal ones share."""
        return hash(self._words)

    def __repr__(self) -> str:
        """Return their number only: what they say is nobody's business."""
        return f"<{len(self)} statements>"

    @overload
    def __getitem__(self, place: int) -> Statement: ...
    @overload
    def __getitem__(self, place: slice) -> list[Statement]: ...
    def __getitem__(self, place: int | slice) -> Statement | list[Statement]:
        """Return one statement, or some."""
        if isinstance(place, slice):
            return list(self)[place]
        return self._made(place)

    def __iter__(self) -> Iterator[Statement]:
        """Yield each statement."""
        return map(self._made, range(len(self)))

    def words(self, place: int) -> tuple[str, ...]:
        """Return the content words of a statement, those it affirms first."""
        return self._words[place]

    def sides(self) -> Iterator[Sides]:
        """Yield what each statement that is no question affirms and denies."""
        numbers = self._numbers
        for place, words in enumerate(self._words):
            first = place * _WIDTH
            flags, middle = numbers[first], numbers[first + 1]
            if not flags & _QUESTION:
                own, felt = flags & _DENIES_SELF != 0, flags & _FEELING != 0
                # All of a tuple is itself.
                yield _sides((place, own, felt, words[:middle], words[middle:]))

    def nevers(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the number of each statement of what the person never did, and what that is."""
        for place, flags in enumerate(self._numbers[::_WIDTH]):
            if flags & _OWN_NEVER == _OWN_NEVER and not flags & _QUESTION:
                yield place, self._words[place][self._numbers[place * _WIDTH + 1] :]

    def told(self) -> frozenset[str]:
        """Return the content words of all statements."""
        return frozenset(chain.from_iterable(self._words))

    def affirmed(self) -> frozenset[str]:
        """Return the words that a statement affirms, questions left out."""
        return frozenset(word for side in self.sides() for word in side.affirmed)

    def denied(self) -> frozenset[str]:
        """Return the words that a statement denies, questions left out."""
        return frozenset(word for side in self.sides() for word in side.denied)

    def _made(self, place: int) -> Statement:
        # Counted from the end as well, and refused where there is none.
        place = range(len(self))[place]
        words, first = self.words(place), place * _WIDTH
        flags, affirmed, denied_first, own_verb, *places = self._numbers[first : first + _WIDTH]
        content = frozenset(words)
        return Statement(
            affirmed=content if affirmed == len(words) else frozenset(words[:affirmed]),
            denied=frozenset(words[affirmed:]),
            is_mine=bool(flags & _MINE),
            is_question=bool(flags & _QUESTION),
            is_supposed=bool(flags & _SUPPOSED),
            has_feeling=bool(flags & _FEELING),
            denies_self=bool(flags & _DENIES_SELF),
            denied_first=_word(words, denied_first),
            own_verb=_word(words, own_verb),
            has_never=bool(flags & _NEVER),
            is_of_now=bool(flags & _OF_NOW),
            has_ended=bool(flags & _ENDED),
            is_not_yet=bool(flags & _NOT_YET),
            is_past=bool(flags & _PAST),
            span=(places[0], places[1]),
            quote_span=(places[2], places[3]),
            content=content,
        )


def _arrived(words: str, lengths: bytes, numbers: bytes) -> Statements:
    """Return what was sent."""
    arrived = iter(arrived_words(words))
    each = [tuple(islice(arrived, length)) for length in array("H", lengths)]
    return Statements(tuple(each), array("H", numbers))


def _flags(one: Statement) -> int:
    """Return what is true of a statement as one number."""
    return (
        _MINE * one.is_mine
        + _QUESTION * one.is_question
        + _SUPPOSED * one.is_supposed
        + _FEELING * one.has_feeling
        + _DENIES_SELF * one.denies_self
        + _NEVER * one.has_never
        + _OF_NOW * one.is_of_now
        + _PAST * one.is_past
        + _ENDED * one.has_ended
        + _NOT_YET * one.is_not_yet
    )


def _place(words: Sequence[str], word: str) -> int:
    """Return where a word stands; a number of its own where there is none."""
    return words.index(word) if word else _NO_WORD


def _word(words: tuple[str, ...], place: int) -> str:
    return "" if place == _NO_WORD else words[place]
