"""Where items stand under their keys: a sorted list for each key, the oldest answer first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.answer_reading import AnswerReading

__all__ = ["COMPARED_AT_MOST", "Key", "Keys", "Order", "Place", "PlacesByKey", "each_key"]

COMPARED_AT_MOST: Final = 12
"""How many items under one key an answer is compared with, those right before it.

Whoever changes what they say is found at the change; more mentions of the same would only tell
it again. No word but the commonest of a journal ever reaches it. Where an item stands under many
keys, fewer under each are enough.
"""


class Order(NamedTuple):
    """What puts answers in order: when, in which round, which."""

    held_on: date
    interview_id: str
    answer_id: str


Place = tuple[Order, int, "AnswerReading"]
"""An item: its answer, its number among the items of its sort there, and what was read there."""
Key = tuple[str, str]
"""A sort, and a word of that sort."""
Keys = Iterable[tuple[str, Iterable[str]]]
"""Several keys: sorts with words of each."""
_BEFORE_ALL: Final = -1
_AFTER_ALL: Final = 1 << 62


def each_key(keys: Keys) -> Iterator[Key]:
    """Yield keys one by one.

    Example:
        >>> list(each_key([("+", ("java", "scala"))]))
        [('+', 'java'), ('+', 'scala')]
    """
    return ((sort, word) for sort, words in keys for word in words)


class PlacesByKey:
    """The items of one sort by their keys.

    An item of a later answer is compared with those in its window: the last ones before its
    answer, at most so many of them. So who is compared with whom hangs on the
    answers that are there, never on the order in which they came.
    """

    def __init__(self, at_most: int = COMPARED_AT_MOST) -> None:
        """Make it empty.

        Args:
            at_most: How many items of a key a window holds.
        """
        # By sort and word: under most words that are looked for nothing stands, and to make one
        # text of both takes longer than to find that out.
        self._places: defaultdict[str, dict[str, list[Place]]] = defaultdict(dict)
        self._at_most = at_most

    def __contains__(self, key: Key) -> bool:
        return self._under(key) is not None

    def add(self, key: Key, place: Place) -> None:
        """Put an item under a key; under all of its keys it must be one object."""
        sort, word = key
        places = self._places[sort].setdefault(word, [])
        if not places or places[-1] < place:
            places.append(place)
        else:
            insort(places, place)

    def add_last(self, keys: Keys, place: Place) -> None:
        """Put an item under keys behind all that stand there: no place comes after it."""
        for sort, words in keys:
            by_word = self._places[sort]
            for word in words:
                places = by_word.get(word)
                if places is None:
                    by_word[word] = [place]
                else:
                    places.append(place)

    def remove(self, key: Key, place: Place) -> None:
        """Take an item away from under a key."""
        sort, word = key
        places = self._places[sort][word]
        del places[bisect_left(places, place)]
        if not places:
            del self._places[sort][word]

    def window(self, key: Key, order: Order) -> list[Place]:
        """Return the items that one of an answer is compared with under a key."""
        places = self._under(key)
        if places is None:
            return []
        end = len(places)
        if places[-1][0] >= order:
            end = bisect_left(places, (order, _BEFORE_ALL))
        return places[max(0, end - self._at_most) : end]

    def in_windows(self, keys: Keys, order: Order | None) -> Collection[Place]:
        """Return the items that one of an answer is compared with under some keys, each once.

        Args:
            keys: The keys.
            order: Where the answer stands; None behind all others.
        """
        windows = []
        if order is None:
            first, by_sort = -self._at_most, self._places
            # Asked for each word of each clause: most have no place.
            for sort, words in keys:
                if sort in by_sort:
                    found = map(by_sort[sort].get, words)
                    windows += [places[first:] for places in found if places is not None]
        else:
            windows = [window for key in each_key(keys) if (window := self.window(key, order))]
        if len(windows) <= 1:
            return windows[0] if windows else ()
        # An item is one object wherever it stands, and where an object lies is asked in a fifth of
        # the time that its hash takes.
        seen = [*chain.from_iterable(windows)]
        return dict(zip(map(id, seen), seen, strict=True)).values()

    def after(self, key: Key, order: Order) -> Iterator[Place]:
        """Yield the items of later answers, the next one first."""
        places = self._under(key)
        if places is not None and places[-1][0] > order:
            yield from places[bisect_right(places, (order, _AFTER_ALL)) :]

    def just_outside(self, key: Key, order: Order) -> Place | None:
        """Return the item right before an answer's window; None where there is none."""
        places = self._under(key) or []
        end = bisect_left(places, (order, _BEFORE_ALL)) - self._at_most - 1
        return places[end] if end >= 0 else None

    def first_inside(self, key: Key, order: Order) -> Place | None:
        """Return the oldest item in an answer's window when that is full; None where it is not."""
        places = self._under(key) or []
        end = bisect_left(places, (order, _BEFORE_ALL)) - self._at_most
        return places[end] if end >= 0 else None

    def sees(self, key: Key, order: Order, place: Place) -> bool:
        """Return whether an item stands in an answer's window under a key."""
        return place in self.window(key, order)

    def _under(self, key: Key) -> list[Place] | None:
        """Return the items under a key; None where there are none."""
        sort, word = key
        return self._places[sort].get(word) if sort in self._places else None
