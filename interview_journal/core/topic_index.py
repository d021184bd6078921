"""Which topics of the catalogue a question may be about, and how likely each is.

A topic speaks for itself in four ways: its best phrasing or cue; how near the ideas of all its
phrasings lie; and how much likelier than elsewhere its ideas are among them, and its turns of
phrase ("would you", "why did"), which tell apart what ideas alone do not. The four are weighed
into one likelihood for each topic, and one for none of them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import pairwise
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

from interview_journal.core.collecting import collection_paused
from interview_journal.core.question_words import read_ideas
from interview_journal.core.topics import Catalogue, load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from interview_journal.core.question_words import QuestionIdeas

__all__ = ["MeasuredQuestion", "TopicIndex", "topic_index"]

# Fitted by bench/fit_topics.py on the catalogue itself: a fifth of the phrasings left out of their
# topics, an eighth of the topics left out whole (theirs is "no topic").
_WEIGHTS: Final = (3.57, 4.71, 0.167, 0.151)
"""Of what a topic's ``evidence`` holds, in its order."""
_NO_TOPIC: Final = 4.95

_OWN_SHARE: Final = 0.7
"""Of the marks of a question how many are a topic's own; the others are any question's."""
_NOT_OWN: Final = -3.0
"""How likely ideas are of a topic that none of them is seen in."""
_UNKNOWN_WEIGHT: Final = 1.5
_CUE_POWER: Final = 0.3
_CLAUSE_FLOOR: Final = 0.8
_BELIEF_MIN: Final = 0.01


class _Known(NamedTuple):
    """One set of ideas that belongs to a topic: a phrasing, or a cue that suffices."""

    topic: int
    ideas: frozenset[str]
    weight: float


class _Centres:
    """The middle of each topic in the space of some marks: ideas, or turns of phrase."""

    def __init__(self, phrasings: Sequence[Sequence[Iterable[str]]]) -> None:
        """Take in the marks of each phrasing of each topic."""
        held = [Counter(mark for phrasing in topic for mark in phrasing) for topic in phrasings]
        spread = Counter(mark for marks in held for mark in marks)
        self.weights: Mapping[str, float] = {
            mark: 0.3 + math.log((len(held) + 1) / (count + 0.5)) for mark, count in spread.items()
        }
        self._pull: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, marks in enumerate(held):
            parts = {mark: self.weights[mark] * math.sqrt(n) for mark, n in marks.items()}
            length = math.hypot(*parts.values())
            for mark, part in parts.items():
                self._pull[mark].append((number, self.weights[mark] * part / length))

    def length(self, marks: Iterable[str]) -> float:
        """Return how much there is of some marks."""
        return math.hypot(*(self.weights.get(mark, _UNKNOWN_WEIGHT) for mark in marks))

    def cosine(self, first: _Marks, second: _Marks) -> float:
        """Return how near two sets of marks are, 0 to 1; 0 where they share none."""
        shared = first.marks & second.marks
        return self.length(shared) ** 2 / (first.length * second.length) if shared else 0.0

    def measured(self, marks: frozenset[str]) -> _Marks:
        """Return some marks with how much there is of them."""
        return _Marks(marks, self.length(marks))

    def nearness(self, marks: frozenset[str]) -> dict[int, float]:
        """Return the cosine of some marks with each topic's middle."""
        near: defaultdict[int, float] = defaultdict(float)
        length = self.length(marks)
        for mark in marks:
            for number, pull in self._pull.get(mark, ()):
                near[number] += pull / length
        return near


class _Likelihoods:
    """How much likelier some marks are in each topic than in all of them: log odds.

    A topic's marks are taken for a mixture of its own and of everybody's (Jelinek and Mercer,
    1980), so that what was never seen in a topic speaks against it, and not for ever.
    """

    def __init__(self, phrasings: Sequence[Sequence[Iterable[str]]]) -> None:
        """Count the marks of each phrasing of each topic."""
        held = [Counter(mark for phrasing in topic for mark in phrasing) for topic in phrasings]
        seen: Counter[str] = Counter()
        for marks in held:
            seen.update(marks)
        whole = seen.total()
        self._unseen = math.log(1 - _OWN_SHARE)
        self._pull: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, marks in enumerate(held):
            own = marks.total()
            for mark, count in marks.items():
                ratio = count * whole / (own * seen[mark])
                pull = math.log(1 - _OWN_SHARE + _OWN_SHARE * ratio) - self._unseen
                self._pull[mark].append((number, pull))

    def of(self, marks: Iterable[str]) -> tuple[dict[int, float], float]:
        """Return the log odds of each topic that has any of the marks, and of all others."""
        odds: defaultdict[int, float] = defaultdict(float)
        known = [mark for mark in marks if mark in self._pull]
        for mark in known:
            for number, pull in self._pull[mark]:
                odds[number] += pull
        others = len(known) * self._unseen
        return {number: pull + others for number, pull in odds.items()}, others


class _Marks(NamedTuple):
    """Some marks, and how much there is of them."""

    marks: frozenset[str]
    length: float


class MeasuredQuestion(NamedTuple):
    """A question ready to be compared with many others, word by word."""

    ideas: _Marks
    turns: _Marks


def _turns(question: QuestionIdeas) -> frozenset[str]:
    """Return the words of a question and each two neighbours, with its beginning and end."""
    words = ["", *question.words.split(" "), ""]
    return frozenset((*words[1:-1], *(f"{one} {other}" for one, other in pairwise(words))))


class TopicIndex:
    """A catalogue made ready for comparison: idea by idea."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read every phrasing."""
        self.topics = catalogue.topics
        read = [[read_ideas(phrasing) for phrasing in topic.phrasings] for topic in self.topics]
        self._exact: dict[str, int] = {}
        for number, phrasings in enumerate(read):
            for phrasing in phrasings:
                self._exact.setdefault(phrasing.words, number)
        cues = [topic.cues for topic in self.topics]
        self._ideas = _Centres(
            [
                [*(phrasing.ideas for phrasing in phrasings), *cues[number]]
                for number, phrasings in enumerate(read)
            ]
        )
        turns = [list(map(_turns, phrasings)) for phrasings in read]
        self._turns = _Centres(turns)
        self._likely_turns = _Likelihoods(turns)
        self._likely_ideas = _Likelihoods(
            [[phrasing.ideas for phrasing in phrasings] for phrasings in read]
        )
        self._phrasings_with: dict[str, list[_Known]] = defaultdict(list)
        for known in self._known([[one.ideas for one in phrasings] for phrasings in read]):
            for idea in known.ideas:
                self._phrasings_with[idea].append(known)
        self._cues_with: dict[str, list[_Known]] = defaultdict(list)
        rarity = self._ideas.weights.__getitem__
        for known in self._known(cues):
            self._cues_with[max(sorted(known.ideas), key=rarity)].append(known)

    def _known(self, ideas: Sequence[Sequence[frozenset[str]]]) -> Iterable[_Known]:
        return dict.fromkeys(
            _Known(number, one, self.weigh(one))
            for number, its in enumerate(ideas)
            for one in its
            if one
        )

    def weigh(self, ideas: Iterable[str]) -> float:
        """Return the weight of some ideas together."""
        return sum(self._ideas.weights.get(idea, _UNKNOWN_WEIGHT) for idea in ideas)

    def measured(self, question: QuestionIdeas) -> MeasuredQuestion:
        """Return a question ready for ``likeness``."""
        return MeasuredQuestion(
            self._ideas.measured(question.ideas), self._turns.measured(_turns(question))
        )

    def likeness(self, first: MeasuredQuestion, second: MeasuredQuestion) -> float:
        """Return how alike two questions are, ideas and words alike, 0 to 1."""
        ideas = self._ideas.cosine(first.ideas, second.ideas)
        return (ideas + self._turns.cosine(first.turns, second.turns)) / 2 if ideas else 0.0

    def _best_fits(self, ideas: frozenset[str]) -> dict[int, float]:
        """Return for each topic how well its best phrasing or cue fits these ideas."""
        whole = self.weigh(ideas)
        shared: defaultdict[_Known, float] = defaultdict(float)
        best: defaultdict[int, float] = defaultdict(float)
        for idea in ideas:
            weight = self._ideas.weights.get(idea, _UNKNOWN_WEIGHT)
            for known in self._phrasings_with.get(idea, ()):
                shared[known] += weight
            for cue in self._cues_with.get(idea, ()):
                if cue.ideas <= ideas:
                    fit = (cue.weight / whole) ** _CUE_POWER
                    best[cue.topic] = max(best[cue.topic], fit)
        for known, overlap in shared.items():
            fit = overlap / math.sqrt(known.weight * whole)
            best[known.topic] = max(best[known.topic], fit)
        return best

    def _views(self, question: QuestionIdeas) -> Iterator[tuple[float, frozenset[str]]]:
        """Yield the question as a whole, and each of its sentences, with the trust in it."""
        yield 1.0, question.ideas
        if len(question.clauses) > 1:
            whole = self.weigh(question.ideas)
            for clause in question.clauses:
                yield _CLAUSE_FLOOR + (1 - _CLAUSE_FLOOR) * self.weigh(clause) / whole, clause

    def evidence(self, question: QuestionIdeas) -> dict[int, tuple[float, ...]]:
        """Return what speaks for each topic that shares an idea with a question, by its place.

        Returns:
            How well its best phrasing fits and how near its ideas lie, both 0 to 1; the log odds
            of the ideas and of the turns of phrase.
        """
        fits: defaultdict[int, float] = defaultdict(float)
        nearest: defaultdict[int, float] = defaultdict(float)
        likely: dict[int, float] = {}
        for trust, ideas in self._views(question):
            near = self._ideas.nearness(ideas)
            for number, fit in self._best_fits(ideas).items():
                fits[number] = max(fits[number], trust * fit)
                nearest[number] = max(nearest[number], trust * near[number])
            for number, odds in self._likely_ideas.of(ideas)[0].items():
                likely[number] = max(likely.get(number, odds), odds)
        turns, others = self._likely_turns.of(_turns(question))
        return {
            number: (
                fit,
                nearest[number],
                likely.get(number, _NOT_OWN),
                turns.get(number, others),
            )
            for number, fit in fits.items()
        }

    def beliefs(self, question: QuestionIdeas) -> dict[int, float]:
        """Return how likely each topic is, by its place; what is missing to 1 is no topic's."""
        if question.words in self._exact:
            return {self._exact[question.words]: 1.0}
        scores = {
            number: sum(map(mul, _WEIGHTS, signs)) - _NO_TOPIC
            for number, signs in self.evidence(question).items()
        }
        top = max(0.0, *scores.values()) if scores else 0.0
        odds = {number: math.exp(score - top) for number, score in scores.items()}
        whole = math.exp(-top) + sum(odds.values())
        beliefs = {number: one / whole for number, one in odds.items()}
        return {number: belief for number, belief in beliefs.items() if belief >= _BELIEF_MIN}


@cache
def _packaged_index() -> TopicIndex:
    with collection_paused():
        return TopicIndex(load_catalogue())


@lru_cache(maxsize=4)
def _index_of(catalogue: Catalogue) -> TopicIndex:
    return TopicIndex(catalogue)


def topic_index(catalogue: Catalogue | None = None) -> TopicIndex:
    """Return the index of a catalogue, by default the packaged one; built once, then kept."""
    return _packaged_index() if catalogue is None else _index_of(catalogue)
