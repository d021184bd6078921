"""Contradictions of every sort, ranked by how sure we are, beside pairs drawn by chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench import fit_contrast
from bench.consistency_parts.figures import (
    auc,
    average_precision,
    bootstrap,
    group_numbers,
    group_weights,
    recall_at_precision,
)
from bench.consistency_parts.labelled import Pair, marked_pairs
from bench.consistency_parts.rivals import TfIdf, fuzzy, negation_differs, numbers_differ
from bench.consistency_parts.tables import section, short, table
from interview_journal.analysis.consistency.comparing import compare_texts
from interview_journal.api.consistency import compare_answers
from interview_journal.core.claims import Finding

__all__ = ["Ranked", "measure_ranking", "surest"]

Array = NDArray[np.float64]
SURE: Final = 0.5
DRAWS: Final = 400
FIGURES: Final = (auc, average_precision, recall_at_precision)
HEADS: Final = ["way", "AUC", "average precision", "recall at precision .90"]


def surest(found: list[Finding]) -> float:
    """Return the confidence of the surest finding; 0 where there is none."""
    return max((one.confidence for one in found), default=0.0)


class Ranked(NamedTuple):
    """The pairs, how sure the engine is of each, and the recalls at precision .90."""

    pairs: list[Pair]
    scores: Array
    unseen_recall: float
    public_recall: float


def measure_ranking() -> tuple[str, Ranked]:
    """Return the section, and what it was made of."""
    pairs = marked_pairs("decode_balanced_dev")
    labels = np.array([float(pair.label) for pair in pairs])
    public = _each(pairs, lambda pair: surest(compare_answers(pair.a, pair.b, min_confidence=0)))
    engine = _each(pairs, lambda pair: surest(compare_texts(pair.a, pair.b, min_confidence=0)))
    drawn = group_weights(group_numbers([(pair.a, pair.b) for pair in pairs]), DRAWS)
    ways = {"`compare_answers`, weights fitted on these very pairs": public}
    if not np.allclose(public, engine, atol=1e-3):
        ways["the engine's `compare_texts`, weights fitted on these very pairs"] = engine
    ways |= _rivals(pairs)
    unseen = _unseen_figures(pairs, labels, engine)
    rows = [[_unseen_name(), *(_told(each) for each in unseen)]]
    rows += [_row(name, scores, labels, drawn) for name, scores in ways.items()]
    parts = [
        (
            f"{int(labels.sum())} contradictions and {int((1 - labels).sum())} random pairs of "
            "one speaker, each scored by its surest finding with `min_confidence=0`. The weights "
            "that rank what no rule is sure of (`contrast_weights.json`) were fitted on these "
            "pairs: the first line, where they are fitted anew without the pairs they rank, is the "
            "honest one. The rules themselves were written with these pairs in view."
        ),
        table(HEADS, rows),
        _told_at_default(labels, engine),
    ]
    at_default = recall_at_precision(public, labels, np.ones(len(labels)))
    ranked = Ranked(pairs, engine, float(np.mean(unseen[-1])), at_default)
    return section("Contradictions of every sort, ranked", *parts), ranked


def _each(pairs: list[Pair], measure: Callable[[Pair], float]) -> Array:
    return np.array([measure(pair) for pair in pairs])


def _rivals(pairs: list[Pair]) -> dict[str, Array]:
    model = TfIdf(text for pair in pairs for text in (pair.a, pair.b))
    alike = _each(pairs, lambda pair: model.alike(pair.a, pair.b))
    denied = _each(pairs, lambda pair: float(negation_differs(pair.a, pair.b)))
    return {
        "naive: numbers differ": _each(pairs, lambda pair: float(numbers_differ(pair.a, pair.b))),
        "a negator on one side only": denied,
        "a negator on one side only, by TF-IDF": denied * (alike + 1e-6),
        "TF-IDF": alike,
        "rapidfuzz": _each(pairs, lambda pair: fuzzy(pair.a, pair.b)),
    }


def _row(name: str, scores: Array, labels: Array, drawn: Array) -> list[str]:
    return [name, *(bootstrap(figure, scores, labels, drawn).told() for figure in FIGURES)]


# ------------------------------------------------------------------ pairs the weights have not seen


def _unseen_name() -> str:
    return f"**ours, weights from the other groups ({fit_contrast.SPLITS} repeated splits)**"


def _told(found: Array) -> str:
    """Return the mean over the splits, with the lowest and highest."""
    return f"{short(found.mean())} ({short(found.min())} to {short(found.max())})"


def _unseen_figures(pairs: list[Pair], labels: Array, engine: Array) -> list[Array]:
    """Return each figure's values over the splits."""
    signs = [fit_contrast.signs({"a": pair.a, "b": pair.b}) for pair in pairs]
    _, matrix, _, _ = fit_contrast.standardised(signs)
    groups = group_numbers([(pair.a, pair.b) for pair in pairs])
    ones = np.ones(len(labels))
    found = []
    for seed in range(fit_contrast.SPLITS):
        likely = unseen_scores(matrix, labels, groups, seed)
        scores = np.where(engine >= SURE, engine, SURE * likely)
        found.append([figure(scores, labels, ones) for figure in FIGURES])
    return [np.array(each) for each in zip(*found, strict=True)]


def unseen_scores(matrix: Array, labels: Array, groups: NDArray[np.int64], seed: int) -> Array:
    """Return how likely each pair is by weights that were fitted without its group."""
    folds = fit_contrast.FOLDS
    fold = np.random.default_rng(seed).integers(0, folds, int(groups.max()) + 1)[groups]
    likely = np.zeros(len(labels))
    for number in range(folds):
        out = fold == number
        weights = fit_contrast.fit(matrix[~out], labels[~out])
        likely[out] = 1 / (1 + np.exp(-matrix[out] @ weights))
    return likely


def _told_at_default(labels: Array, scores: Array) -> str:
    told = scores >= SURE
    good = int(labels[told].sum())
    return (
        f"At the default confidence {int(told.sum())} pairs are told, {good} of them "
        f"contradictions: precision {short(good / max(1, told.sum()))}, recall "
        f"{short(good / labels.sum())}. A random pair of one speaker was not proved clean."
    )
