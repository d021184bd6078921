"""All answers of a journal, ready to be compared with one more.

An answer is read once and kept under its keys. A new or changed one is compared with what stands
under the same keys only, and with at most a fixed number under each, so that the cost of one
answer hardly grows with the journal. Of two claims that differ only their numbers are kept; the
sentences that tell it are made when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Final

from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    read_told,
)
from interview_journal.analysis.consistency.difference import (
    SHOWN_FROM,
    Circumstances,
    Difference,
)
from interview_journal.analysis.consistency.differences import best_differences
from interview_journal.analysis.consistency.findings import Said, finding_of
from interview_journal.analysis.consistency.meetings import (
    LEVELS,
    Meeting,
    Meetings,
    MeetingsOfAll,
    level_of_surest,
)
from interview_journal.analysis.consistency.newcomers import Items, Newcomer
from interview_journal.analysis.consistency.places import Key, Order, Place, PlacesByKey, each_key
from interview_journal.analysis.consistency.relations import RELATIONS
from interview_journal.analysis.consistency.surroundings import Surroundings
from interview_journal.analysis.consistency.told import Told
from interview_journal.core.claims import Finding

__all__ = ["ConsistencyIndex", "Told"]

_QUESTIONS_AT_HAND: Final = 512
_SPARE: Final = 2_000
"""Findings more than asked for that are gathered before the least sure are dropped."""
_ROUNDING: Final = 0.001
"""A finding's confidence is rounded; what is that little below may still be as sure."""


class ConsistencyIndex:
    """The claims of many answers.

    ``update`` takes one answer in and returns its findings; ``findings`` returns all. What it
    finds hangs on the answers it holds, not on the order in which they came.
    """

    def __init__(self, same_question: Callable[[str, str], bool]) -> None:
        """Make an empty index.

        Args:
            same_question: Whether one answer serves both questions.
        """
        # Answers to one question often stand together; a person is asked few.
        self._surroundings = lru_cache(_QUESTIONS_AT_HAND)(
            partial(Surroundings, same_question=same_question)
        )
        self._told: dict[str, Told] = {}
        self._read: dict[str, AnswerReading] = {}
        self._places = [PlacesByKey(relation.at_most) for relation in RELATIONS]
        # No answer it ever held came later: nobody has to look at one that comes after it.
        self._last: Order | None = None
        self._met = MeetingsOfAll()

    def __repr__(self) -> str:
        """Return the number of answers only: what they say is nobody's business."""
        return f"<ConsistencyIndex of {len(self._told)} answers>"

    @property
    def count(self) -> int:
        """How many answers it holds."""
        return len(self._told)

    @property
    def unread(self) -> tuple[str, ...]:
        """The ids of answers that are not in English and therefore unchecked, in order."""
        return tuple(key for key, read in self._read.items() if not read.is_english)

    def findings(self, *, at_most: int | None = None) -> list[Finding]:
        """Return all findings, or only the surest, the surest first.

        Args:
            at_most: How many to return; None for all.

        Example:
            >>> from datetime import date
            >>> index = ConsistencyIndex(lambda one, other: one == other)
            >>> for name, notice in (("a_1", "one month"), ("a_2", "three months")):
            ...     said = f"My notice period is {notice}."
            ...     told = Told(name, "Notice?", said, "notice", "i_1", "Acme", date(2026, 3, 4))
            ...     found = index.update(told)
            >>> [finding.kind for finding in index.findings()]
            ['notice']
        """
        found: list[Finding] = []
        least = 0.0
        middle = 0
        if at_most is not None:
            middle = level_of_surest(self._met.levels(), at_most)
        # The surest pairs first: of a great many, those that will not be told are never written
        # out.
        for lowest, highest in ((middle, LEVELS), (0, middle - 1)):
            for answer_id in self._met:
                bar = max(lowest, LEVELS * (least - _ROUNDING))
                pairs = self._met.earlier_than(answer_id)
                earlier = [one for one, met in pairs if bar <= met.surest <= highest]
                if earlier:
                    later = self._said(answer_id)
                    for other_id in earlier:
                        found += self._findings_between(later, other_id, least)
                if at_most is not None and len(found) >= at_most + _SPARE:
                    found, least = _cut(found, at_most, least)
            if at_most is not None:
                found, least = _cut(found, at_most, least)
        return _surest_first(found)

    def remove(self, answer_id: str) -> None:
        """Forget an answer; one that is not there is no fault."""
        told = self._told.get(answer_id)
        if told is None:
            return
        read = self._read[answer_id]
        moved = list(self._leave(told, read)) if read.is_english else []
        del self._told[answer_id], self._read[answer_id]
        self._met.forget(answer_id)
        # Whose window was full is compared with the one more that it now holds.
        for relation, later, earlier in moved:
            self._compare_later(relation, later, earlier)

    def update(self, told: Told, *, known_names: frozenset[str] = frozenset()) -> list[Finding]:
        """Take in a new or changed answer and return its findings, the surest first.

        Args:
            told: The answer.
            known_names: Names known from other answers, in small letters.
        """
        self.enter(told, known_names=known_names)
        return self.findings_of(told.answer_id)

    def enter(
        self,
        told: Told,
        *,
        known_names: frozenset[str] = frozenset(),
        read: AnswerReading | None = None,
    ) -> None:
        """Take in a new or changed answer, as ``update`` does, and tell nothing yet.

        Args:
            told: The answer.
            known_names: Names known from other answers, in small letters.
            read: What ``read_told`` makes of both, where that is done already.
        """
        if self._told.get(told.answer_id) != told:
            self.remove(told.answer_id)
            read = read_told(told, known_names) if read is None else read
            self.enter_all([(told, read)])

    def enter_all(self, several: Sequence[tuple[Told, AnswerReading]]) -> None:
        """Take in answers that it does not hold, in their order, and tell nothing yet.

        Those that come behind all others are compared relation by relation, all of them in one
        before any in the next: that takes an eighth less time than one answer after the other.

        Args:
            several: The answers, with what was read in each.
        """
        last: list[tuple[str, Newcomer]] = []
        for told, read in several:
            self._told[told.answer_id], self._read[told.answer_id] = told, read
            if not read.is_english:
                continue
            is_last = self._last is None or told.order > self._last
            around = self._surroundings(told.question, told.topic)
            newcomer = Newcomer(told, read, around, is_last=is_last)
            if is_last:
                self._last = told.order
                last.append((told.answer_id, newcomer))
            else:
                self._enter_last(last)
                last = []
                self._enter_between(told.answer_id, newcomer)
        self._enter_last(last)

    def forget_questions(self) -> None:
        """Ask anew which questions are the same; what was compared stays."""
        self._surroundings.cache_clear()

    def findings_of(self, answer_id: str) -> list[Finding]:
        """Return the findings of one answer it holds, the surest first."""
        said = self._said(answer_id)
        found: list[Finding] = []
        for earlier_id, _ in self._met.earlier_than(answer_id):
            found += self._findings_between(said, earlier_id)
        for later_id in self._met.later_than(answer_id):
            found += self._findings_between(self._said(later_id), answer_id)
        return _surest_first(found)

    # Comparing ----------------------------------------------------------------------------

    def _compare_later(self, number: int, later: Place, earlier: Place) -> None:
        """Compare an item of a later answer with one of an earlier, and keep how they differ."""
        pair = later[0].answer_id, earlier[0].answer_id
        read, other = later[2], earlier[2]
        worth = RELATIONS[number].worth_comparing(read, later[1], [earlier])
        if worth and not read.says_the_same(other):
            meeting = Meeting(number, later[1], earlier[1])
            found = _difference(read, other, meeting, self._around(*pair))
            if found is not None and found.confidence >= SHOWN_FROM:
                one = Meetings.of({meeting: found.confidence})
                known = self._met.between(*pair)
                both = Meetings(max(one.surest, known.surest), one.items | known.items)
                self._met.keep(pair[0], {pair[1]: both})

    def _around(self, later_id: str, earlier_id: str) -> Circumstances:
        """Return what is known of two answers."""
        later, earlier = self._told[later_id], self._told[earlier_id]
        return self._surroundings(later.question, later.topic).of(later, earlier)

    def _said(self, answer_id: str) -> Said:
        return Said(self._told[answer_id], self._read[answer_id])

    def _findings_between(self, later: Said, earlier_id: str, least: float = 0.0) -> list[Finding]:
        later_id = later.told.answer_id
        earlier = self._said(earlier_id)
        around = self._around(later_id, earlier_id)
        differences = (
            _difference(later.read, earlier.read, meeting, around)
            for meeting in sorted(self._met.between(later_id, earlier_id).items)
        )
        best = best_differences(one for one in differences if one is not None)
        return [
            finding_of(earlier, later, one.turned())
            for one in best
            if one.confidence > least - _ROUNDING
        ]

    # Who sees whom ------------------------------------------------------------------------

    def _enter_last(self, newcomers: Sequence[tuple[str, Newcomer]]) -> None:
        """Compare answers that come behind all others, in their order, and put them there."""
        for number, places in enumerate(self._places):
            for _, newcomer in newcomers:
                newcomer.compare(number, places, self._told)
                for keys, place in newcomer.items.of(number):
                    places.add_last(keys, place)
        for answer_id, newcomer in newcomers:
            self._met.keep(answer_id, newcomer.meetings())

    def _enter_between(self, answer_id: str, newcomer: Newcomer) -> None:
        """Compare an answer with those before it; later ones are compared with it."""
        for number, places in enumerate(self._places):
            newcomer.compare(number, places, self._told)
        self._met.keep(answer_id, newcomer.meetings())
        for number, places in enumerate(self._places):
            for keys, place in newcomer.items.of(number):
                for key in each_key(keys):
                    places.add(key, place)
                    for later, at in self._who_see(number, key, place):
                        self._compare_later(number, later, place)
                        gone = places.just_outside(at, later[0])
                        if gone is not None:
                            self._lose(number, later, gone)

    def _leave(self, told: Told, read: AnswerReading) -> Iterator[tuple[int, Place, Place]]:
        """Take an answer from under its keys; yield what comes into the windows of others."""
        items = Items(told, read)
        for number, places in enumerate(self._places):
            for keys, place in items.of(number):
                for key in each_key(keys):
                    who = list(self._who_see(number, key, place))
                    places.remove(key, place)
                    for later, at in who:
                        come = places.first_inside(at, later[0])
                        if come is not None:
                            yield number, later, come

    def _who_see(self, number: int, key: Key, place: Place) -> Iterator[tuple[Place, Key]]:
        """Yield the items of later answers in whose windows an item stands, and its key."""
        relation, places = RELATIONS[number], self._places[number]
        others = self._places[relation.mirror]
        for looker in relation.lookers_of(key):
            for later in others.after(looker, place[0]):
                if not places.sees(key, later[0], place):
                    break
                yield later, key

    def _lose(self, number: int, later: Place, earlier: Place) -> None:
        """Forget how two items differ when no window of the later one holds the earlier."""
        pair = later[0].answer_id, earlier[0].answer_id
        known = self._met.between(*pair)
        meeting = Meeting(number, later[1], earlier[1])
        if meeting not in known.items:
            return
        topic = self._told[pair[0]].topic
        looks = RELATIONS[number].looks(self._read[pair[0]], topic)
        keys = next(keys for item, keys in looks if item == later[1])
        places = self._places[number]
        if not any(places.sees(key, later[0], earlier) for key in each_key(keys)):
            left = known._replace(items=known.items - {meeting})
            self._met.keep(pair[0], {pair[1]: left})


def _difference(
    later: AnswerReading, earlier: AnswerReading, meeting: Meeting, around: Circumstances
) -> Difference | None:
    """Return how two items that are worth comparing differ, seen from the later one."""
    return RELATIONS[meeting.relation].difference(
        later, meeting.later, earlier, meeting.earlier, around
    )


def _cut(found: list[Finding], at_most: int, least: float) -> tuple[list[Finding], float]:
    """Return the surest findings, and how sure another must be to stand among them."""
    surest = _surest_first(found)[:at_most]
    return surest, surest[-1].confidence if surest and len(surest) == at_most else least


def _surest_first(found: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, the surest first."""
    by_key: dict[str, Finding] = {}
    for finding in found:
        # Of one key the surest comes first.
        by_key.setdefault(finding.key, finding)
    return sorted(by_key.values(), key=lambda one: (-one.confidence, one.key))
