"""Answers by question: what was asked more than once, and which pairs only may be the same.

Each new question is compared with those that share a topic or one of its rarer ideas, not with
all, so that a long journal is grouped in a moment.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.question_matching import UNSURE_SCORE, plain_question
from interview_journal.core.catalogue import SAME_SCORE
from interview_journal.core.question_words import read_ideas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from interview_journal.analysis.consistency.index import Told
    from interview_journal.analysis.question_matching import QuestionMatcher

__all__ = ["QuestionGroups", "question_groups"]

COMPARED_AT_MOST: Final = 40
"""Of the questions that share an idea, so many of the latest are compared."""
UNSURE_AT_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class QuestionGroups:
    """What was asked more than once.

    Attributes:
        groups: Ids of the answers to one question, in the order given; the group whose last
            answer is the latest comes first. Each holds answers of two rounds or more.
        unsure: Ids of two answers whose questions may be the same, the likeliest first.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class _Asked:
    """One question in all its wordings."""

    wordings: list[str] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


class _Grouping:
    def __init__(self, matcher: QuestionMatcher) -> None:
        self._matcher = matcher
        self._home: dict[str, _Asked] = {}
        self._by_topic: defaultdict[str, list[str]] = defaultdict(list)
        self._by_idea: defaultdict[str, list[str]] = defaultdict(list)
        self.unsure: dict[tuple[str, str], float] = {}

    def take(self, question: str, topic: str, number: int) -> None:
        """Put one answer to its question."""
        plain = plain_question(question)
        if not plain:
            return
        if plain not in self._home:
            self._enter(plain, topic)
        self._home[plain].answers.append(number)

    def _enter(self, plain: str, topic: str) -> None:
        own = _Asked([plain])
        self._home[plain] = own
        for other in self._alike(plain, topic):
            self._join(self._home[plain], self._home[other])
        if topic and not self._matcher.is_broad(topic):
            self._by_topic[topic].append(plain)
        for idea in read_ideas(plain).ideas:
            self._by_idea[idea].append(plain)

    def _alike(self, plain: str, topic: str) -> Iterator[str]:
        """Yield the questions that this one is the same as; note those that may be."""
        yield from (one for one in self._matcher.partners(plain) if one in self._home)
        same_topic = self._by_topic.get(topic, ())
        yield from (one for one in same_topic if self._matcher.said(plain, one) is not False)
        settled = set(same_topic)
        for other in self._near(plain):
            if other in settled:
                continue
            score = self._matcher.score(plain, other, UNSURE_SCORE)
            if score >= SAME_SCORE:
                yield other
            elif score >= UNSURE_SCORE:
                self.unsure[other, plain] = score

    def _near(self, plain: str) -> Iterable[str]:
        sharing = [self._by_idea[idea] for idea in read_ideas(plain).ideas if idea in self._by_idea]
        sharing.sort(key=len)
        near: dict[str, None] = {}
        for questions in sharing:
            near.update(dict.fromkeys(questions[-COMPARED_AT_MOST:]))
        return list(near)

    def _join(self, one: _Asked, other: _Asked) -> None:
        """Make two questions one, unless the person set any of their wordings apart."""
        if one is other or any(
            self._matcher.said(a, b) is False for a in one.wordings for b in other.wordings
        ):
            return
        other.wordings += one.wordings
        other.answers += one.answers
        for wording in one.wordings:
            self._home[wording] = other

    def asked(self) -> list[_Asked]:
        """Return each question once."""
        return list({id(one): one for one in self._home.values()}.values())

    def is_open(self, first: str, second: str) -> bool:
        """Return whether it is still to be asked if these two are the same."""
        apart = self._home[first] is not self._home[second]
        return apart and self._matcher.said(first, second) is None


def question_groups(told: Sequence[Told], matcher: QuestionMatcher) -> QuestionGroups:
    """Return which answers were given to one question, and which pairs only may be.

    Args:
        told: Answers in the order they were given.
        matcher: Compares the questions.

    Example:
        >>> from datetime import date
        >>> from interview_journal.analysis.consistency.index import Told
        >>> from interview_journal.analysis.question_matching import QuestionMatcher
        >>> asked = ["Why are you leaving?", "Why do you want to move on?"]
        >>> given = [
        ...     Told(f"a_{n}", question, "To grow.", "", f"i_{n}", "Acme", date(2026, 3, 4 + n))
        ...     for n, question in enumerate(asked)
        ... ]
        >>> question_groups(given, QuestionMatcher()).groups
        (('a_0', 'a_1'),)
    """
    grouping = _Grouping(matcher)
    first: dict[str, str] = {}
    for number, one in enumerate(told):
        grouping.take(one.question, one.topic, number)
        first.setdefault(plain_question(one.question), one.answer_id)
    groups = [sorted(one.answers) for one in grouping.asked()]
    several = [one for one in groups if len({told[place].interview_id for place in one}) > 1]
    several.sort(key=lambda places: places[-1], reverse=True)
    unsure = sorted(grouping.unsure, key=lambda pair: (-grouping.unsure[pair], pair))
    still = [(first[one], first[other]) for one, other in unsure if grouping.is_open(one, other)]
    return QuestionGroups(
        groups=tuple(tuple(told[place].answer_id for place in places) for places in several),
        unsure=tuple(still[:UNSURE_AT_MOST]),
    )
