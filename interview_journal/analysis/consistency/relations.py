"""Which claims of two answers are compared with which, and under which keys they meet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, Generic, Protocol, TypeVar

from interview_journal.analysis.consistency import keys
from interview_journal.analysis.consistency.answer_reading import AnswerReading
from interview_journal.analysis.consistency.asked_for import AskedFor
from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.names import (
    NameClaim,
    may_differ_by_chance,
    name_difference,
)
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.number_differences import (
    clash_difference,
    may_clash_by_chance,
)
from interview_journal.analysis.consistency.personal_facts import FactClaim, fact_difference
from interview_journal.analysis.consistency.places import COMPARED_AT_MOST, Key, Keys, Place
from interview_journal.analysis.consistency.polarity import Statement
from interview_journal.analysis.consistency.reasons import ReasonClaim, reason_difference
from interview_journal.analysis.consistency.roles import RoleClaim, role_difference
from interview_journal.analysis.consistency.statement_differences import (
    may_contradict,
    never_difference,
    statement_difference,
)
from interview_journal.analysis.consistency.story_numbers import (
    StoryNumber,
    may_be_one_by_chance,
    story_number_difference,
)
from interview_journal.analysis.consistency.story_parts import StoryPart, part_difference
from interview_journal.analysis.consistency.whose_work import WorkClaim, work_difference

__all__ = ["RELATIONS", "Relation"]

_Looker = TypeVar("_Looker")
_Kept = TypeVar("_Kept")
_Keyed = Callable[[AnswerReading, str], Iterable[tuple[int, Keys]]]
"""Gives the number of each item of an answer, and its keys, by the topic of its question."""
_Worth = Callable[[AnswerReading, int], bool]
"""Tells of an item of another answer whether one may differ from it."""


class Relation(Protocol):
    """One sort of comparison between a later answer and earlier ones."""

    @property
    def mirror(self) -> int:
        """The place in ``RELATIONS`` of the relation that keeps what looks in this one."""

    @property
    def at_most(self) -> int:
        """How many items under one key an answer is compared with."""

    def looks(self, read: AnswerReading, topic: str, /) -> Iterable[tuple[int, Keys]]:
        """Yield the number of each item of a later answer, and the keys it looks under."""

    def keeps(self, read: AnswerReading, topic: str, /) -> Iterable[tuple[int, Keys]]:
        """Yield the number of each item of an earlier answer, and the keys it is kept under."""

    def lookers_of(self, key: Key) -> Iterable[Key]:
        """Return the keys of the mirror under which those stand that look under a key."""

    def worth_comparing(
        self,
        later: AnswerReading,
        number: int,
        places: Collection[Place],
    ) -> list[Place]:
        """Return those items of earlier answers that one may differ from; cheap, and few."""

    def difference(
        self,
        later: AnswerReading,
        number: int,
        earlier: AnswerReading,
        rival: int,
        around: Circumstances,
    ) -> Difference | None:
        """Return how two items that may differ do, seen from the later one, or None."""


_Compare = Callable[
    [_Looker, _Kept, AnswerReading, AnswerReading, Circumstances], Difference | None
]
"""Tells how two items differ, given their answers and what is known of these."""


@dataclass(frozen=True, slots=True)
class _Pairs(Generic[_Looker, _Kept]):
    """A relation between two lists of items."""

    mirror: int
    lookers: Callable[[AnswerReading], Sequence[_Looker]]
    kept: Callable[[AnswerReading], Sequence[_Kept]]
    looks: _Keyed
    keeps: _Keyed
    compare: _Compare[_Looker, _Kept]
    worth: Callable[[AnswerReading, int], _Worth]
    at_most: int = COMPARED_AT_MOST
    keys_of_lookers: Callable[[Key], Iterable[Key]] = lambda key: (key,)

    def lookers_of(self, key: Key) -> Iterable[Key]:
        return self.keys_of_lookers(key)

    def worth_comparing(
        self,
        later: AnswerReading,
        number: int,
        places: Collection[Place],
    ) -> list[Place]:
        if not places:
            return []
        is_worth = self.worth(later, number)
        return [place for place in places if is_worth(place[2], place[1])]

    def difference(
        self,
        later: AnswerReading,
        number: int,
        earlier: AnswerReading,
        rival: int,
        around: Circumstances,
    ) -> Difference | None:
        one, other = self.lookers(later)[number], self.kept(earlier)[rival]
        return self.compare(one, other, later, earlier, around)


# Asked millions of times in a large journal: these cost no call of Python.
_claims: Final[Callable[[AnswerReading], Sequence[NumberClaim]]] = attrgetter("claims")
_roles: Final[Callable[[AnswerReading], Sequence[RoleClaim]]] = attrgetter("roles")
_reasons: Final[Callable[[AnswerReading], Sequence[ReasonClaim]]] = attrgetter("reason")
_names: Final[Callable[[AnswerReading], Sequence[NameClaim]]] = attrgetter("names")
_statements: Final[Callable[[AnswerReading], Sequence[Statement]]] = attrgetter("statements")
_asked_for: Final[Callable[[AnswerReading], Sequence[AskedFor]]] = attrgetter("asked_for")
_works: Final[Callable[[AnswerReading], Sequence[WorkClaim]]] = attrgetter("works")
_facts: Final[Callable[[AnswerReading], Sequence[FactClaim]]] = attrgetter("facts")
_sums: Final[Callable[[AnswerReading], Sequence[StoryNumber]]] = attrgetter("sums")
_parts: Final[Callable[[AnswerReading], Sequence[StoryPart]]] = attrgetter("parts")


def _each(
    items: Callable[[AnswerReading], Sequence[_Kept]],
    keys_of: Callable[[_Kept, str], Keys],
) -> _Keyed:
    """Return what gives each of such items with its keys."""

    def keyed(read: AnswerReading, topic: str) -> Iterator[tuple[int, Keys]]:
        for number, item in enumerate(items(read)):
            yield number, keys_of(item, topic)

    return keyed


def _among(
    place: int,
    items: Callable[[AnswerReading], Sequence[_Kept]],
    keys_of: Callable[[_Kept, str], Keys],
    compare: _Compare[_Kept, _Kept],
    worth: Callable[[AnswerReading, int], _Worth],
    at_most: int = COMPARED_AT_MOST,
) -> _Pairs[_Kept, _Kept]:
    """Return the relation of items of one sort, which look for each other under the same keys."""
    keyed = _each(items, keys_of)
    return _Pairs(place, items, items, keyed, keyed, compare, worth, at_most)


def _nevers(read: AnswerReading, _topic: str) -> Iterator[tuple[int, Keys]]:
    """Yield what the person never did, under each word of it."""
    for number, words in read.statements.nevers():
        yield number, keys.asked_words(words)


def _statement_looks(read: AnswerReading, _topic: str) -> Iterator[tuple[int, Keys]]:
    for side in read.statements.sides():
        yield side.number, keys.statement_looks(side)


def _statement_keeps(read: AnswerReading, _topic: str) -> Iterator[tuple[int, Keys]]:
    for side in read.statements.sides():
        yield side.number, keys.statement_keys(side)


def _other_roles(read: AnswerReading, number: int) -> _Worth:
    part = read.roles[number].part
    return lambda other, rival: part != other.roles[rival].part


def _other_reasons(read: AnswerReading, number: int) -> _Worth:
    named = read.reason[number].named
    return lambda other, rival: named != other.reason[rival].named


def _other_works(read: AnswerReading, number: int) -> _Worth:
    is_own = read.works[number].is_own
    return lambda other, rival: is_own != other.works[rival].is_own


def _other_facts(read: AnswerReading, number: int) -> _Worth:
    is_denied = read.facts[number].is_denied
    return lambda other, rival: is_denied != other.facts[rival].is_denied


def _other_parts(read: AnswerReading, number: int) -> _Worth:
    is_own = read.parts[number].is_own
    return lambda other, rival: is_own != other.parts[rival].is_own


def _compare_asked(
    asked: AskedFor,
    never: Statement,
    _later: AnswerReading,
    _earlier: AnswerReading,
    _around: Circumstances,
) -> Difference | None:
    found = never_difference(never, asked)
    return found.turned() if found is not None else None


_OF_MANY_KEYS: Final = 6
"""Clauses and stories stand under each of their words, and what is theirs under several."""
_NEVERS: Final = 4
_ASKED: Final = 5
RELATIONS: Final[tuple[Relation, ...]] = (
    _Pairs(
        mirror=0,
        lookers=_claims,
        kept=_claims,
        looks=_each(_claims, keys.claim_looks),
        keeps=_each(_claims, keys.claim_keys),
        compare=lambda claim, rival, one, other, around: clash_difference(
            claim, rival, one.claims, other.claims, around
        ),
        worth=may_clash_by_chance,
        keys_of_lookers=keys.lookers_of_claims,
    ),
    _among(
        1,
        _roles,
        keys.role_keys,
        compare=lambda role, rival, _one, _other, around: role_difference(role, rival, around),
        worth=_other_roles,
    ),
    _among(
        2,
        _reasons,
        keys.reason_keys,
        compare=lambda reason, rival, _one, _other, _around: reason_difference(reason, rival),
        worth=_other_reasons,
    ),
    _among(
        3,
        _names,
        keys.name_keys,
        compare=lambda name, rival, one, other, around: name_difference(
            name, rival, one.small, other.small, around
        ),
        worth=may_differ_by_chance,
    ),
    _Pairs(
        mirror=_ASKED,
        lookers=_statements,
        kept=_asked_for,
        looks=_nevers,
        keeps=_each(_asked_for, keys.asked_for_keys),
        compare=lambda never, asked, _one, _other, _around: never_difference(never, asked),
        worth=lambda _read, _number: lambda other, rival: not other.asked_for[rival].is_denied,
    ),
    _Pairs(
        mirror=_NEVERS,
        lookers=_asked_for,
        kept=_statements,
        looks=_each(_asked_for, keys.asked_for_keys),
        keeps=_nevers,
        compare=_compare_asked,
        worth=lambda read, number: lambda _other, _rival: not read.asked_for[number].is_denied,
    ),
    _Pairs(
        mirror=6,
        lookers=_statements,
        kept=_statements,
        looks=_statement_looks,
        keeps=_statement_keeps,
        compare=statement_difference,
        worth=may_contradict,
        at_most=_OF_MANY_KEYS,
        keys_of_lookers=keys.lookers_of_statements,
    ),
    _among(
        7,
        _works,
        keys.work_keys,
        compare=lambda work, rival, _one, _other, _around: work_difference(work, rival),
        worth=_other_works,
    ),
    _among(
        8,
        _facts,
        keys.fact_keys,
        compare=lambda fact, rival, _one, _other, _around: fact_difference(fact, rival),
        worth=_other_facts,
    ),
    _among(
        9,
        _parts,
        keys.part_keys,
        compare=lambda part, rival, _one, _other, around: part_difference(part, rival, around),
        worth=_other_parts,
    ),
    _among(
        10,
        _sums,
        keys.story_number_keys,
        compare=lambda number, rival, one, other, around: story_number_difference(
            number, rival, one.claims, other.claims, around
        ),
        worth=may_be_one_by_chance,
        at_most=_OF_MANY_KEYS,
    ),
)
"""Both sides of what was never done and what was asked for look for each other."""
