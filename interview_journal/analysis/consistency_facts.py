"""All that is read from a journal's answers for comparing them, kept up to date step by step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    names_in,
    read_all_told,
    read_told,
)
from interview_journal.analysis.consistency.index import ConsistencyIndex, Told
from interview_journal.analysis.ledger import LedgerMark, ledger_marks
from interview_journal.analysis.question_groups import QuestionGroups, question_groups
from interview_journal.core.collecting import collection_paused

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from interview_journal.analysis.question_matching import QuestionMatcher
    from interview_journal.core.claims import Finding

__all__ = ["FINDINGS_AT_MOST", "ComparedAnswers", "ConsistencyFacts", "ReadAll", "read_here"]

FINDINGS_AT_MOST: Final = 5_000
"""Of more findings the surest are kept: nobody reads on, and every opening would wait for them."""
_PAIRS_KNOWN: Final = 65_536
"""Pairs of questions of which it is remembered whether they are the same."""
_TOGETHER: Final = 100
"""Answers of a large journal that are taken in together."""
_FEWEST_PORTIONS: Final = 40
"""A smaller journal is taken in in so many portions, so that whoever waits sees how far it is."""
ReadAll = Callable[[Sequence[Told], frozenset[str]], Iterator[AnswerReading]]
"""What reads answers, in order, knowing the names of all."""


def read_here(told: Sequence[Told], known_names: frozenset[str]) -> Iterator[AnswerReading]:
    """Yield the reading of each answer, in order; a few are read when the first is asked for.

    Args:
        told: The answers.
        known_names: Names known from all answers, in small letters.
    """
    for some in _portions(told):
        yield from read_all_told(some, known_names)


def _portions(told: Sequence[Told]) -> Iterator[Sequence[Told]]:
    """Yield answers in portions: large ones cost least, small ones let others in between."""
    size = max(1, min(_TOGETHER, len(told) // _FEWEST_PORTIONS))
    for start in range(0, len(told), size):
        yield told[start : start + size]


@dataclass(frozen=True, slots=True)
class ConsistencyFacts:
    """What comparing a journal's answers gave.

    Attributes:
        findings: Where two answers differ, the surest first and at most 5,000; answered ones
            included.
        ledger: Where each claim stands.
        questions: What was asked more than once.
        unread: Ids of the answers that are not in English and were not checked.
    """

    findings: tuple[Finding, ...] = ()
    ledger: tuple[LedgerMark, ...] = ()
    questions: QuestionGroups = field(default_factory=QuestionGroups)
    unread: tuple[str, ...] = ()

    def among(self, answer_ids: AbstractSet[str]) -> ConsistencyFacts:
        """Return what stands in these answers alone, such as those that did not change since."""
        known = answer_ids
        groups = (tuple(one for one in own if one in known) for own in self.questions.groups)
        return ConsistencyFacts(
            findings=tuple(
                one for one in self.findings if one.answer_a in known and one.answer_b in known
            ),
            ledger=tuple(one for one in self.ledger if one.answer_id in known),
            questions=QuestionGroups(
                groups=tuple(own for own in groups if len(own) > 1),
                unsure=tuple(pair for pair in self.questions.unsure if known >= {*pair}),
            ),
            unread=tuple(one for one in self.unread if one in known),
        )


class ComparedAnswers(ConsistencyIndex):
    """The answers of a journal, read once; what changed is read again."""

    def __init__(self, matcher: QuestionMatcher) -> None:
        """Make it empty.

        Args:
            matcher: Compares the questions; ``take_in`` may bring a newer one.
        """
        self._bring(matcher)
        super().__init__(self._are_same)
        self._all: tuple[Told, ...] = ()
        self._named: dict[str, str] = {}
        self._names_of: dict[str, frozenset[str]] = {}
        self._known_names: dict[frozenset[str], frozenset[str]] = {}
        self._names: Counter[str] = Counter()
        self._moved: set[str] = set()
        self._due: set[str] = set()
        self._marks: dict[str, tuple[LedgerMark, ...]] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names known from all answers, in small letters."""
        return frozenset(self._names)

    @property
    def unread(self) -> tuple[str, ...]:
        """The ids of answers that are not in English, in the order they were given."""
        unread = dict.fromkeys(super().unread)
        given = dict.fromkeys(one.answer_id for one in self._all if one.answer_id in unread)
        return tuple(given | unread)

    def take_in(
        self, told: Sequence[Told], matcher: QuestionMatcher, read_all: ReadAll = read_here
    ) -> Iterator[int]:
        """Make it hold these answers; yield the number of steps done, two for each answer.

        An answer is read again when it changed, when a name in it became known or unknown, or
        when the person said something new of its question.

        Args:
            told: All answers, in the order they were given.
            matcher: Compares their questions.
            read_all: Reads those that have to be read.
        """
        self._all = ()
        wanted = {one.answer_id: one for one in told}
        for gone in [one for one in self._told if one not in wanted]:
            self.forget(gone)
        # Whoever stops halfway goes on with what is still due.
        self._due |= {one.answer_id for one in told if self._means_other(one, matcher)}
        if matcher is not self._matcher:
            self._bring(matcher)
            self.forget_questions()
        for number, one in enumerate(told, start=1):
            self._name(one)
            yield number
        self._due |= {one.answer_id for one in told if self._has_moved(one)}
        self._moved.clear()
        names = self.names
        # Whoever comes last is looked at by nobody: in this order nothing is compared twice.
        in_order = sorted(told, key=attrgetter("order"))
        unread = [
            one
            for one in in_order
            if one.answer_id in self._due or self._told.get(one.answer_id) != one
        ]
        waiting = {one.answer_id for one in unread}
        readings = read_all(unread, names)
        number = len(told)
        for some in _portions(in_order):
            due = [one for one in some if one.answer_id in waiting]
            with collection_paused():
                self._take_all(list(zip(due, islice(readings, len(due)), strict=True)))
            for _ in some:
                number += 1
                yield number
        self._all = tuple(told)

    def read(self, told: Told) -> list[Finding]:
        """Take in one answer and return its findings, the surest first."""
        self._name(told)
        self._take_all([(told, read_told(told, self.names))])
        return self.findings_of(told.answer_id)

    def _take_all(self, several: Sequence[tuple[Told, AnswerReading]]) -> None:
        """Take in answers; their names are among those known already."""
        for told, _ in several:
            self.remove(told.answer_id)
            self._due.discard(told.answer_id)
        self.enter_all(several)
        for told, read in several:
            self._marks[told.answer_id] = tuple(ledger_marks(told.answer_id, read))

    def forget(self, answer_id: str) -> None:
        """Leave an answer out from now on."""
        self.remove(answer_id)
        self._marks.pop(answer_id, None)
        self._rename(answer_id, frozenset())
        self._names_of.pop(answer_id)
        self._named.pop(answer_id, None)

    def facts(self) -> ConsistencyFacts:
        """Return what came of it."""
        order = [one.answer_id for one in self._all]
        return ConsistencyFacts(
            findings=tuple(self.findings(at_most=FINDINGS_AT_MOST)),
            ledger=tuple(mark for key in order for mark in self._marks[key]),
            questions=question_groups(self._all, self._matcher),
            unread=self.unread,
        )

    def _bring(self, matcher: QuestionMatcher) -> None:
        """Compare questions with this one from now on; a journal asks the same ones often."""
        self._matcher = matcher
        self._same = lru_cache(_PAIRS_KNOWN)(matcher.same)

    def _are_same(self, one: str, other: str) -> bool:
        return self._same(one, other)

    # Names: one that is known from any answer is known in all ---------------------------------

    def _name(self, told: Told) -> None:
        if self._named.get(told.answer_id) != told.answer:
            self._rename(told.answer_id, names_in([told.answer]))
            self._named[told.answer_id] = told.answer

    def _rename(self, answer_id: str, names: frozenset[str]) -> None:
        """Take in the names of an answer in the place of those it had."""
        # Most answers name the same few places, or nobody: equal sets are one object.
        names = self._known_names.setdefault(names, names)
        before = self._names_of.get(answer_id, frozenset())
        for name in before - names:
            self._names[name] -= 1
            if not self._names[name]:
                del self._names[name]
                self._moved.add(name)
        for name in names - before:
            self._names[name] += 1
            if self._names[name] == 1:
                self._moved.add(name)
        self._names_of[answer_id] = names

    def _has_moved(self, told: Told) -> bool:
        """Return whether a name in an answer became known or unknown since it was read."""
        text = told.answer.lower()
        return told.answer_id in self._told and any(name in text for name in self._moved)

    def _means_other(self, told: Told, matcher: QuestionMatcher) -> bool:
        """Return whether the person said something new of an answer's question."""
        known = self._matcher.stand_of(told.question)
        return told.answer_id in self._told and known != matcher.stand_of(told.question)
