"""Which topic of the catalogue fits a question best.

A question and each phrasing of the catalogue are sets of weighted ideas; a rare idea weighs
more. The best phrasing explains much of the question and is itself much explained by it; a cue
(a few ideas that suffice) must be there as a whole, and then what else is said matters less.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from interview_journal.core.question_words import read_ideas
from interview_journal.core.topics import Catalogue, load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.core.question_words import QuestionIdeas

__all__ = ["TopicIndex", "topic_index"]

# Chosen by leaving out phrasings and asking for their topic (test_catalogue.py).
_UNKNOWN_WEIGHT = 2.0
_CUE_POWER = 0.3
_AFFINITY_SHARE = 0.2
_CLAUSE_FLOOR = 0.8


class _Known(NamedTuple):
    """One set of ideas that belongs to a topic: a phrasing, or a cue that suffices."""

    topic: int
    ideas: frozenset[str]
    weight: float


class TopicIndex:
    """A catalogue made ready for comparison: idea by idea."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.topics = catalogue.topics
        self._exact: dict[str, int] = {}
        phrasings: list[tuple[int, frozenset[str]]] = []
        cues: list[tuple[int, frozenset[str]]] = []
        for number, topic in enumerate(self.topics):
            read = [read_ideas(phrasing) for phrasing in topic.phrasings]
            for phrasing in read:
                self._exact.setdefault(phrasing.words, number)
            phrasings += [(number, phrasing.ideas) for phrasing in read if phrasing.ideas]
            cues += [(number, cue) for cue in topic.cues]
        self._weigh_ideas([*phrasings, *cues])
        self._phrasings = [_Known(n, ideas, self.weigh(ideas)) for n, ideas in phrasings]
        self._cues = [_Known(n, ideas, self.weigh(ideas)) for n, ideas in cues]
        self._phrasings_with: dict[str, list[_Known]] = defaultdict(list)
        for known in dict.fromkeys(self._phrasings):
            for idea in known.ideas:
                self._phrasings_with[idea].append(known)
        self._cues_with: dict[str, list[_Known]] = defaultdict(list)
        for known in dict.fromkeys(self._cues):
            self._cues_with[max(sorted(known.ideas), key=self._weights.__getitem__)].append(known)

    def _weigh_ideas(self, known: list[tuple[int, frozenset[str]]]) -> None:
        """Note how rare each idea is, and to which topics it belongs by what share."""
        sizes = Counter(number for number, _ in known)
        held: dict[str, Counter[int]] = defaultdict(Counter)
        for number, ideas in known:
            for idea in ideas:
                held[idea][number] += 1
        topic_count = len(self.topics)
        self._weights = {
            idea: 0.3 + math.log((topic_count + 1) / (len(topics) + 0.5))
            for idea, topics in held.items()
        }
        self._shares: dict[str, dict[int, float]] = {}
        for idea, topics in held.items():
            rates = {number: count / sizes[number] for number, count in topics.items()}
            whole = sum(rates.values())
            self._shares[idea] = {number: rate / whole for number, rate in rates.items()}

    def weigh(self, ideas: Iterable[str]) -> float:
        """Return the weight of some ideas together."""
        return sum(self._weights.get(idea, _UNKNOWN_WEIGHT) for idea in ideas)

    def _best_fits(self, ideas: frozenset[str], whole: float) -> dict[int, float]:
        """Return for each topic how well its best phrasing or cue fits these ideas."""
        shared: dict[_Known, float] = defaultdict(float)
        best: dict[int, float] = defaultdict(float)
        for idea in ideas:
            weight = self._weights.get(idea, _UNKNOWN_WEIGHT)
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

    def _scores(self, ideas: frozenset[str]) -> dict[int, float]:
        whole = self.weigh(ideas)
        affinity: dict[int, float] = defaultdict(float)
        for idea in ideas:
            for number, share in self._shares.get(idea, {}).items():
                affinity[number] += share * self._weights[idea] / whole
        return {
            number: (1 - _AFFINITY_SHARE) * fit + _AFFINITY_SHARE * affinity[number]
            for number, fit in self._best_fits(ideas, whole).items()
        }

    def best_topic(self, question: QuestionIdeas) -> tuple[int, float] | None:
        """Return the place and confidence of the likeliest topic, or None."""
        if question.words in self._exact:
            return self._exact[question.words], 1.0
        best = self._scores(question.ideas)
        if len(question.clauses) > 1:
            whole = self.weigh(question.ideas)
            for clause in question.clauses:
                trust = _CLAUSE_FLOOR + (1 - _CLAUSE_FLOOR) * self.weigh(clause) / whole
                for number, score in self._scores(clause).items():
                    best[number] = max(best.get(number, 0.0), trust * score)
        if not best:
            return None
        number = max(best, key=lambda place: (best[place], -place))
        return number, min(best[number], 1.0)


@cache
def _packaged_index() -> TopicIndex:
    return TopicIndex(load_catalogue())


@lru_cache(maxsize=4)
def _index_of(catalogue: Catalogue) -> TopicIndex:
    return TopicIndex(catalogue)


def topic_index(catalogue: Catalogue | None = None) -> TopicIndex:
    """Return the index of a catalogue, by default the packaged one; built once, then kept."""
    return _packaged_index() if catalogue is None else _index_of(catalogue)
