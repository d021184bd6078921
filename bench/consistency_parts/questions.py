"""Which questions are the same: what is joined, what is missed, beside the likeness of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.consistency_parts.figures import (
    auc,
    average_precision,
    bootstrap,
    ratio_interval,
    recall_at_precision,
)
from bench.consistency_parts.labelled import (
    OWN_QUESTIONS,
    READ_QUESTIONS,
    UNREAD_QUESTIONS,
    QuestionSet,
    own_questions,
    shared_questions,
)
from bench.consistency_parts.rivals import TfIdf, fuzzy
from bench.consistency_parts.tables import section, table
from interview_journal.api.consistency import same_question

__all__ = ["SAME", "QuestionPair", "measure_questions"]

Array = NDArray[np.float64]
SAME: Final = 0.5
DRAWS: Final = 100
"""Intervals of rankings: 20,000 pairs are sorted in each draw."""
INTRODUCTION: Final = (
    "Every pair of questions counts, but for those said to be related only. Told as the same from "
    "`same_question` .5 up. Intervals by drawing groups of questions."
)
HALVES: Final = (
    "The errors of every second group are shown below, open to whoever mends the catalogue, so "
    "that half flatters. The half kept tells how well questions are joined that nobody looked at, "
    "as long as nobody does."
)
TITLES: Final = {
    "interview_questions_dev": "`interview_questions_dev`",
    OWN_QUESTIONS: f"`bench/data/{OWN_QUESTIONS}`, by somebody who had not seen the catalogue",
    **{
        name: f"`bench/data/{name}`, by another one, and read since: its figures flatter"
        for name in READ_QUESTIONS
    },
    **{
        name: f"`bench/data/{name}`, by another one, and not read since"
        for name in UNREAD_QUESTIONS
    },
}


class QuestionPair(NamedTuple):
    """Two questions by their places, whether they are the same, and how sure we are."""

    collection: str
    one: int
    other: int
    is_same: bool
    score: float


def measure_questions() -> tuple[str, list[QuestionPair]]:
    """Return the section, and every pair."""
    parts = [INTRODUCTION]
    judged = []
    sets = {
        "interview_questions_dev": shared_questions(),
        **{
            name: own_questions(name)
            for name in (OWN_QUESTIONS, *READ_QUESTIONS, *UNREAD_QUESTIONS)
        },
    }
    for name, given in sets.items():
        text, pairs = _measure_one(name, given)
        parts.append(text)
        judged += pairs
    return section("Which questions are the same", *parts), judged


def _measure_one(name: str, given: QuestionSet) -> tuple[str, list[QuestionPair]]:
    pairs = given.pairs()
    model = TfIdf(given.questions)
    labels = np.array([float(given.groups[one] == given.groups[other]) for one, other in pairs])
    ours = _each(given, pairs, same_question)
    drawn = pair_weights(given, pairs)
    rows = [
        [f"**{head}**" if scores is ours else head, *_figures(scores, labels, drawn, told=told)]
        for head, scores, told in (
            ("ours", ours, True),
            ("TF-IDF", _each(given, pairs, model.alike), False),
            ("rapidfuzz", _each(given, pairs, fuzzy), False),
        )
    ]
    if name == OWN_QUESTIONS:
        rows += _halves(given, pairs, ours, labels, drawn)
    heads = ["way", "precision", "recall", "recall at precision .90", "AUC", "average precision"]
    text = (
        f"{TITLES[name]}: {len(given.questions)} questions, {int(labels.sum())} same pairs of "
        f"{len(pairs):,}. {HALVES if name == OWN_QUESTIONS else ''}".rstrip()
    )
    text += f"\n\n{table(heads, rows)}"
    places = zip(pairs, labels, ours, strict=True)
    return text, [
        QuestionPair(name, one, other, bool(y), float(s)) for (one, other), y, s in places
    ]


def _halves(
    given: QuestionSet, pairs: list[tuple[int, int]], scores: Array, labels: Array, drawn: Array
) -> list[list[str]]:
    """Return ours in either half: one is shown among the errors, the other one never."""
    kept = np.array([given.weight_kept(*pair) for pair in pairs])
    halves = {"the half whose errors are shown": 1 - kept, "the half kept": kept}
    return [
        [f"ours, {name}", *_figures(scores, labels, drawn, told=True, among=among)]
        for name, among in halves.items()
    ]


def _each(
    given: QuestionSet, pairs: list[tuple[int, int]], measure: Callable[[str, str], float]
) -> Array:
    return np.array([measure(given.questions[one], given.questions[other]) for one, other in pairs])


def pair_weights(given: QuestionSet, pairs: list[tuple[int, int]], draws: int = DRAWS) -> Array:
    """Return how often each pair counts in each draw of whole groups of questions.

    A pair across two groups counts as often as one was drawn times the other; a pair inside one
    as often as its group.
    """
    groups = np.array(given.groups)
    count = int(groups.max()) + 1
    often = np.random.default_rng(0).multinomial(count, np.full(count, 1 / count), size=draws)
    one, other = groups[[pair[0] for pair in pairs]], groups[[pair[1] for pair in pairs]]
    weights: Array = np.where(one == other, often[:, one], often[:, one] * often[:, other])
    return weights.astype(float)


def _figures(
    scores: Array, labels: Array, drawn: Array, *, told: bool, among: Array | None = None
) -> list[str]:
    every = np.ones(len(labels)) if among is None else among
    flags = (scores >= SAME).astype(float)
    at_default = ["", ""]
    if told:
        at_default = [
            ratio_interval(labels, flags * every, drawn).told(),
            ratio_interval(flags, labels * every, drawn).told(),
        ]
    figures = (recall_at_precision, auc, average_precision)
    return [
        *at_default,
        *(bootstrap(each, scores, labels, drawn, every).told() for each in figures),
    ]
