"""Fit the weights by which a question's signs make a topic likely; print them.

The catalogue is its own data: of each topic a fifth of the phrasings is left out in turn, and of
every eighth topic all of them, so that what it is to know "no topic" by is seen as well. The
weights stand in ``interview_journal/core/topic_index.py``; no other questions are read here.

Run it with: python -m bench.fit_topics
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from interview_journal.core.question_words import read_ideas
from interview_journal.core.topic_index import TopicIndex
from interview_journal.core.topics import Catalogue, Topic, load_catalogue

FOLDS: Final = 5
WITHOUT: Final = 8
NO_TOPIC: Final = -1
START: Final = 3.0
Array = NDArray[np.float64]


class Asked(NamedTuple):
    """A phrasing that its topic did not hold.

    Attributes:
        signs: What speaks for each topic, by its place.
        topic: The place of its own; NO_TOPIC where that was left out whole.
    """

    signs: dict[int, tuple[float, ...]]
    topic: int


def asked(catalogue: Catalogue) -> Iterator[Asked]:
    """Yield each phrasing once, read by an index that does not know it."""
    for part in range(FOLDS):
        kept = [place for place in range(len(catalogue.topics)) if (place * 7 + part * 3) % WITHOUT]
        lean = Catalogue(tuple(_without(catalogue, place, part) for place in kept))
        index = TopicIndex(lean)
        places = {place: number for number, place in enumerate(kept)}
        for place, topic in enumerate(catalogue.topics):
            for phrasing in topic.phrasings[part::FOLDS]:
                signs = index.evidence(read_ideas(phrasing))
                yield Asked(signs, places.get(place, NO_TOPIC))


def _without(catalogue: Catalogue, place: int, part: int) -> Topic:
    topic = catalogue.topics[place]
    own = (one for number, one in enumerate(topic.phrasings) if number % FOLDS != part)
    return replace(topic, phrasings=tuple(own))


def fit(questions: list[Asked]) -> tuple[Array, float]:
    """Return the weights of the signs, and last how likely "no topic" is; and the loss."""
    rows = np.array([signs for one in questions for signs in one.signs.values()])
    whose = np.repeat(np.arange(len(questions)), [len(one.signs) for one in questions])
    starts = np.cumsum([0, *(len(one.signs) for one in questions)])
    own = np.array(
        [
            starts[number] + list(one.signs).index(one.topic) if one.topic in one.signs else -1
            for number, one in enumerate(questions)
        ]
    )
    has_own = own >= 0

    def loss(weights: Array) -> tuple[float, Array]:
        scores = rows @ weights[:-1]
        top = np.full(len(own), weights[-1])
        np.maximum.at(top, whose, scores)
        odds, none = np.exp(scores - top[whose]), np.exp(weights[-1] - top)
        whole = np.bincount(whose, odds, len(own)) + none
        told = np.where(has_own, scores[own], weights[-1]) - top - np.log(whole)
        believed = odds / whole[whose]
        slope = np.append(
            rows[own[has_own]].sum(0) - believed @ rows,
            (~has_own).sum() - (none / whole).sum(),
        )
        return -float(told.mean()), -slope / len(own)

    begin = np.zeros(rows.shape[1] + 1)
    begin[-1] = START
    found = minimize(loss, begin, jac=True, method="L-BFGS-B")
    return found.x, float(found.fun)


def share_found(questions: list[Asked], weights: Array) -> float:
    """Return how many phrasings of a known topic are taken for its own."""
    known = [one for one in questions if one.topic != NO_TOPIC]
    return sum(_likeliest(one, weights) == one.topic for one in known) / len(known)


def _likeliest(question: Asked, weights: Array) -> int:
    def score(place: int) -> float:
        return float(weights[:-1] @ question.signs[place])

    return max(question.signs, key=score, default=NO_TOPIC)


def main() -> None:
    """Fit and print."""
    questions = list(asked(load_catalogue()))
    weights, loss = fit(questions)
    print(f"_WEIGHTS = {tuple(round(float(one), 3) for one in weights[:-1])}")
    print(f"_NO_TOPIC = {weights[-1]:.3f}")
    print(
        f"{len(questions)} phrasings, loss {loss:.3f}, found {share_found(questions, weights):.3f}"
    )


if __name__ == "__main__":
    main()
