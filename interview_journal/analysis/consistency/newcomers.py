"""Answers on their way in: compared with those before them, and put where later ones see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.consistency.difference import SHOWN_FROM
from interview_journal.analysis.consistency.meetings import Meeting, Meetings
from interview_journal.analysis.consistency.relations import RELATIONS

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.answer_reading import AnswerReading
    from interview_journal.analysis.consistency.difference import Circumstances
    from interview_journal.analysis.consistency.places import Keys, Order, Place, PlacesByKey
    from interview_journal.analysis.consistency.surroundings import Surroundings
    from interview_journal.analysis.consistency.told import Told

__all__ = ["Items", "Newcomer"]

_meeting: Final = partial(tuple.__new__, Meeting)
"""Makes a meeting of its parts in half the time of the class."""


class Items:
    """The items of one answer with the keys they are kept under."""

    __slots__ = ("_order", "_places", "_read", "_topic")

    def __init__(self, told: Told, read: AnswerReading) -> None:
        """Take an answer."""
        self._order, self._topic, self._read = told.order, told.topic, read
        # One for all sorts: a large journal holds millions.
        self._places: list[Place] = []

    def of(self, number: int) -> Iterator[tuple[Keys, Place]]:
        """Yield the place of each item in a relation, with all its keys.

        Args:
            number: Which of ``RELATIONS``.
        """
        places, read = self._places, self._read
        for item, keys in RELATIONS[number].keeps(read, self._topic):
            while item >= len(places):
                places.append((self._order, len(places), read))
            yield keys, places[item]


class Newcomer:
    """One answer that is being compared with those that were given before it."""

    __slots__ = ("_around", "_met", "_order", "_read", "_rivals", "_told", "items")

    def __init__(
        self, told: Told, read: AnswerReading, around: Surroundings, *, is_last: bool
    ) -> None:
        """Take an answer.

        Args:
            told: The answer.
            read: What was read in it.
            around: What is known of its question beside others.
            is_last: Whether it was given after all others.
        """
        self._read, self._told, self._around = read, told, around
        self._order: Order | None = None if is_last else told.order
        self._met: defaultdict[str, dict[Meeting, float]] = defaultdict(dict)
        # None for a copy, which differs in nothing.
        self._rivals: dict[str, Circumstances | None] = {}
        self.items = Items(told, read)

    def compare(self, number: int, places: PlacesByKey, told: Mapping[str, Told]) -> None:
        """Compare it in one relation with the answers before it.

        Args:
            number: Which of ``RELATIONS``.
            places: The items of that relation.
            told: All answers by their ids.
        """
        relation, read, rivals = RELATIONS[number], self._read, self._rivals
        for item, looked in relation.looks(read, self._told.topic):
            seen = places.in_windows(looked, self._order)
            for where, rival, other in relation.worth_comparing(read, item, seen):
                other_id = where.answer_id
                if other_id not in rivals:
                    rivals[other_id] = self._beside(told[other_id], other)
                beside = rivals[other_id]
                if beside is None:
                    continue
                found = relation.difference(read, item, other, rival, beside)
                if found is not None and found.confidence >= SHOWN_FROM:
                    self._met[other_id][_meeting((number, item, rival))] = found.confidence

    def _beside(self, told: Told, read: AnswerReading) -> Circumstances | None:
        """Return what is known of it beside an earlier answer; None where that is a copy."""
        return None if self._read.says_the_same(read) else self._around.of(self._told, told)

    def meetings(self) -> dict[str, Meetings]:
        """Return how it differs from the answers before it, by their ids."""
        return {one: Meetings.of(found) for one, found in self._met.items()}
