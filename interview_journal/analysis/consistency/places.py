"""Where items stand under their keys: a sorted list for each key, the oldest answer first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.answer_reading import AnswerReading

__all__ = ["COMPARED_AT_MOST", "Order", "Place", "PlacesByKey"]

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
_BEFORE_ALL: Final = -1
_AFTER_ALL: Final = 1 << 62


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
        self._places: dict[str, list[Place]] = {}
        self._at_most = at_most

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def add(self, key: str, place: Place) -> None:
        """Put an item under a key; under all of its keys it must be one object."""
        places = self._places.setdefault(key, [])
        if not places or places[-1] < place:
            places.append(place)
        else:
            insort(places, place)

    def add_last(self, key: str, place: Place) -> None:
        """Put an item under a key behind all that stand there: no place comes after it."""
        places = self._places.get(key)
        if places is None:
            self._places[key] = [place]
        else:
            places.append(place)

    def remove(self, key: str, place: Place) -> None:
        """Take an item away from under a key."""
        places = self._places[key]
        del places[bisect_left(places, place)]
        if not places:
            del self._places[key]

    def window(self, key: str, order: Order) -> list[Place]:
        """Return the items that one of an answer is compared with under a key."""
        places = self._places.get(key)
        if places is None:
            return []
        end = len(places)
        if places[-1][0] >= order:
            end = bisect_left(places, (order, _BEFORE_ALL))
        return places[max(0, end - self._at_most) : end]

    def in_windows(self, keys: Iterable[str], order: Order | None) -> Collection[Place]:
        """Return the items that one of an answer is compared with under some keys, each once.

        Args:
            keys: The keys.
            order: Where the answer stands; None behind all others.
        """
        if order is None:
            places_of = self._places.get
            # Asked for each word of each clause: most have no place.
            found = (places_of(key) for key in keys)
            windows = [places[-self._at_most :] for places in found if places is not None]
        else:
            windows = [window for key in keys if (window := self.window(key, order))]
        if len(windows) <= 1:
            return windows[0] if windows else ()
        # An item is one object wherever it stands, and where an object lies is asked in a fifth of
        # the time that its hash takes.
        seen = [*chain.from_iterable(windows)]
        return dict(zip(map(id, seen), seen, strict=True)).values()

    def after(self, key: str, order: Order) -> Iterator[Place]:
        """Yield the items of later answers, the next one first."""
        places = self._places.get(key)
        if places is not None and places[-1][0] > order:
            yield from places[bisect_right(places, (order, _AFTER_ALL)) :]

    def just_outside(self, key: str, order: Order) -> Place | None:
        """Return the item right before an answer's window; None where there is none."""
        places = self._places.get(key, [])
        end = bisect_left(places, (order, _BEFORE_ALL)) - self._at_most - 1
        return places[end] if end >= 0 else None

    def first_inside(self, key: str, order: Order) -> Place | None:
        """Return the oldest item in an answer's window when that is full; None where it is not."""
        places = self._places.get(key, [])
        end = bisect_left(places, (order, _BEFORE_ALL)) - self._at_most
        return places[end] if end >= 0 else None

    def sees(self, key: str, order: Order, place: Place) -> bool:
        """Return whether an item stands in an answer's window under a key."""
        return place in self.window(key, order)
