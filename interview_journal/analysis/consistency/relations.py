"""Which claims of two answers are compared with which, and under which keys they meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, Generic, Protocol, TypeVar

from interview_journal.analysis.consistency import keys
from interview_journal.analysis.consistency.answer_reading import AnswerReading
from interview_journal.analysis.consistency.asked_for import AskedFor
from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.names import NameClaim, name_difference
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.number_differences import clash_difference, may_clash
from interview_journal.analysis.consistency.personal_facts import FactClaim, fact_difference
from interview_journal.analysis.consistency.places import Place
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
    may_be_one,
    story_number_difference,
)
from interview_journal.analysis.consistency.story_parts import StoryPart, part_difference
from interview_journal.analysis.consistency.whose_work import WorkClaim, work_difference

__all__ = ["RELATIONS", "Relation"]

_Looker = TypeVar("_Looker")
_Kept = TypeVar("_Kept")


class Relation(Protocol):
    """One sort of comparison between a later answer and earlier ones."""

    @property
    def mirror(self) -> int:
        """The place in ``RELATIONS`` of the relation that keeps what looks in this one."""

    def looks(self, read: AnswerReading, topic: str) -> Iterator[tuple[int, Iterable[str]]]:
        """Yield the number of each item of a later answer, and the keys it looks under."""

    def keeps(self, read: AnswerReading, topic: str) -> Iterator[tuple[int, Iterable[str]]]:
        """Yield the number of each item of an earlier answer, and the keys it is kept under."""

    def lookers_of(self, key: str) -> Iterable[str]:
        """Return the keys of the mirror under which those stand that look under a key."""

    def worth_comparing(
        self,
        later: AnswerReading,
        number: int,
        places: Iterable[Place],
        reads: Mapping[str, AnswerReading],
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


@dataclass(frozen=True, slots=True)
class _Pairs(Generic[_Looker, _Kept]):
    """A relation between two lists of items."""

    mirror: int
    lookers: Callable[[AnswerReading], Sequence[_Looker]]
    kept: Callable[[AnswerReading], Sequence[_Kept]]
    look_keys: Callable[[_Looker, str], Iterator[str]]
    keep_keys: Callable[[_Kept, str], Iterator[str]]
    compare: Callable[
        [_Looker, _Kept, AnswerReading, AnswerReading, Circumstances], Difference | None
    ]
    is_worth: Callable[[_Looker, AnswerReading, int], bool]
    keys_of_lookers: Callable[[str], Iterable[str]] = lambda key: (key,)

    def looks(self, read: AnswerReading, topic: str) -> Iterator[tuple[int, Iterable[str]]]:
        for number, item in enumerate(self.lookers(read)):
            yield number, self.look_keys(item, topic)

    def keeps(self, read: AnswerReading, topic: str) -> Iterator[tuple[int, Iterable[str]]]:
        for number, item in enumerate(self.kept(read)):
            yield number, self.keep_keys(item, topic)

    def lookers_of(self, key: str) -> Iterable[str]:
        return self.keys_of_lookers(key)

    def worth_comparing(
        self,
        later: AnswerReading,
        number: int,
        places: Iterable[Place],
        reads: Mapping[str, AnswerReading],
    ) -> list[Place]:
        item = self.lookers(later)[number]
        is_worth = self.is_worth
        return [place for place in places if is_worth(item, reads[place[0][2]], place[1])]

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


def _works(read: AnswerReading) -> Sequence[WorkClaim]:
    return read.works


def _facts(read: AnswerReading) -> Sequence[FactClaim]:
    return read.facts


def _sums(read: AnswerReading) -> Sequence[StoryNumber]:
    return read.sums


def _parts(read: AnswerReading) -> Sequence[StoryPart]:
    return read.parts


def _compare_asked(
    asked: AskedFor,
    never: Statement,
    _later: AnswerReading,
    _earlier: AnswerReading,
    _around: Circumstances,
) -> Difference | None:
    found = never_difference(never, asked)
    return found.turned() if found is not None else None


_NEVERS: Final = 4
_ASKED: Final = 5
RELATIONS: Final[tuple[Relation, ...]] = (
    _Pairs(
        mirror=0,
        lookers=_claims,
        kept=_claims,
        look_keys=keys.claim_keys,
        keep_keys=keys.claim_keys,
        compare=lambda claim, rival, one, other, around: clash_difference(
            claim, rival, one.claims, other.claims, around
        ),
        is_worth=lambda claim, other, rival: may_clash(claim, other.claims[rival]),
    ),
    _Pairs(
        mirror=1,
        lookers=_roles,
        kept=_roles,
        look_keys=keys.role_keys,
        keep_keys=keys.role_keys,
        compare=lambda role, rival, _one, _other, around: role_difference(role, rival, around),
        is_worth=lambda role, other, rival: role.part != other.roles[rival].part,
    ),
    _Pairs(
        mirror=2,
        lookers=_reasons,
        kept=_reasons,
        look_keys=keys.reason_keys,
        keep_keys=keys.reason_keys,
        compare=lambda reason, rival, _one, _other, _around: reason_difference(reason, rival),
        is_worth=lambda reason, other, rival: reason.named != other.reason[rival].named,
    ),
    _Pairs(
        mirror=3,
        lookers=_names,
        kept=_names,
        look_keys=keys.name_keys,
        keep_keys=keys.name_keys,
        compare=lambda name, rival, one, other, around: name_difference(
            name, rival, one.small, other.small, around
        ),
        is_worth=lambda name, other, rival: name.name != other.names[rival].name,
    ),
    _Pairs(
        mirror=_ASKED,
        lookers=_statements,
        kept=_asked_for,
        look_keys=keys.never_keys,
        keep_keys=keys.asked_for_keys,
        compare=lambda never, asked, _one, _other, _around: never_difference(never, asked),
        is_worth=lambda _never, other, rival: not other.asked_for[rival].is_denied,
    ),
    _Pairs(
        mirror=_NEVERS,
        lookers=_asked_for,
        kept=_statements,
        look_keys=keys.asked_for_keys,
        keep_keys=keys.never_keys,
        compare=_compare_asked,
        is_worth=lambda asked, _other, _rival: not asked.is_denied,
    ),
    _Pairs(
        mirror=6,
        lookers=_statements,
        kept=_statements,
        look_keys=keys.statement_looks,
        keep_keys=keys.statement_keys,
        compare=statement_difference,
        is_worth=may_contradict,
        keys_of_lookers=keys.lookers_of_statements,
    ),
    _Pairs(
        mirror=7,
        lookers=_works,
        kept=_works,
        look_keys=keys.work_keys,
        keep_keys=keys.work_keys,
        compare=lambda work, rival, _one, _other, _around: work_difference(work, rival),
        is_worth=lambda work, other, rival: work.is_own != other.works[rival].is_own,
    ),
    _Pairs(
        mirror=8,
        lookers=_facts,
        kept=_facts,
        look_keys=keys.fact_keys,
        keep_keys=keys.fact_keys,
        compare=lambda fact, rival, _one, _other, _around: fact_difference(fact, rival),
        is_worth=lambda fact, other, rival: fact.is_denied != other.facts[rival].is_denied,
    ),
    _Pairs(
        mirror=9,
        lookers=_parts,
        kept=_parts,
        look_keys=keys.part_keys,
        keep_keys=keys.part_keys,
        compare=lambda part, rival, _one, _other, around: part_difference(part, rival, around),
        is_worth=lambda part, other, rival: part.is_own != other.parts[rival].is_own,
    ),
    _Pairs(
        mirror=10,
        lookers=_sums,
        kept=_sums,
        look_keys=keys.story_number_keys,
        keep_keys=keys.story_number_keys,
        compare=lambda number, rival, one, other, around: story_number_difference(
            number, rival, one.claims, other.claims, around
        ),
        is_worth=lambda number, other, rival: may_be_one(number, other.sums[rival]),
    ),
)
"""Both sides of what was never done and what was asked for look for each other."""
