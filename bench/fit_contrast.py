"""Makes the weights that rank weak contradictions, from development data only.

A logistic regression with a ridge penalty over the signs of analysis/consistency/contrast.py.
How well it does is measured with the pairs split by group: an utterance that stands in several
pairs never stands on both sides of a split.

Run it with: python -m bench.fit_contrast
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    names_in,
    read_for_comparison,
)
from interview_journal.analysis.consistency.contrast import signs_of
from interview_journal.analysis.consistency.differences import Circumstances, differences
from tests.programs import CHECKOUT, SHARED_DATA

PAIRS: Final = SHARED_DATA / "consistency" / "decode_balanced_dev.csv"
WEIGHTS: Final = CHECKOUT / "interview_journal/analysis/consistency/contrast_weights.json"
RIDGE: Final = 30.0
SPLITS: Final = 20
FOLDS: Final = 5
SETTLED: Final = 1e-8
"""Steps of the fit shorter than this change no digit that is kept."""
NUMBERS: Final = {"count", "money", "percent", "duration", "date", "age", "rate", "notice"}

Array = NDArray[np.float64]


def read_pairs(path: Path = PAIRS) -> list[dict[str, str]]:
    """Return the labelled pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_both(row: dict[str, str]) -> tuple[AnswerReading, AnswerReading]:
    """Return both texts of a pair, taken apart."""
    names = names_in((row["a"], row["b"]))
    one = read_for_comparison(row["a"], known_names=names)
    return one, read_for_comparison(row["b"], known_names=names)


def signs(row: dict[str, str]) -> dict[str, float]:
    """Return the signs of a pair."""
    one, other = read_both(row)
    found = differences(one, other, Circumstances(same_company=True))
    numbers = max((each.confidence for each in found if each.kind in NUMBERS), default=0.0)
    return signs_of(one, other, numbers)


def groups(rows: list[dict[str, str]]) -> NDArray[np.int64]:
    """Return a number for each pair; pairs that share an utterance have the same."""
    parents: dict[str, str] = {}

    def root(text: str) -> str:
        parents.setdefault(text, text)
        while parents[text] != text:
            text = parents[text]
        return text

    for row in rows:
        parents[root(row["a"])] = root(row["b"])
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(root(row["a"]), len(numbers)) for row in rows])


def fit(matrix: Array, labels: Array, ridge: float = RIDGE) -> Array:
    """Return the weights of a ridge logistic regression; the last one is the bias."""
    weights = np.zeros(matrix.shape[1])
    penalty = np.eye(matrix.shape[1]) * ridge
    penalty[-1, -1] = 1e-3
    for _ in range(60):
        likely = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (labels - likely) - penalty @ weights
        curve = (matrix * (likely * (1 - likely))[:, None]).T @ matrix + penalty
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < SETTLED:
            break
    return weights


def recall_at(scores: Array, labels: Array, precision: float = 0.9) -> float:
    """Return the best recall at which the precision is at least that much."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(labels[order])
    good = np.flatnonzero(hits / np.arange(1, len(labels) + 1) >= precision)
    return float(hits[good[-1]] / labels.sum()) if len(good) else 0.0


def standardised(rows: list[dict[str, float]]) -> tuple[list[str], Array, Array, Array]:
    """Return the signs' names, the matrix with a column of ones, and each column's mean and sd."""
    names = sorted(rows[0])
    raw = np.array([[row[name] for name in names] for row in rows])
    mean, spread = raw.mean(axis=0), raw.std(axis=0)
    spread[spread == 0] = 1.0
    matrix = np.hstack([(raw - mean) / spread, np.ones((len(rows), 1))])
    return names, matrix, mean, spread


def grouped_recalls(matrix: Array, labels: Array, group: NDArray[np.int64]) -> list[float]:
    """Return the recall at precision .9 of each repeated cross-validation, split by group."""
    found = []
    for seed in range(SPLITS):
        fold = np.random.default_rng(seed).integers(0, FOLDS, group.max() + 1)[group]
        scores = np.zeros(len(labels))
        for number in range(FOLDS):
            out = fold == number
            scores[out] = matrix[out] @ fit(matrix[~out], labels[~out])
        found.append(recall_at(scores, labels))
    return found


def main() -> None:
    """Fit, tell how well it does on pairs it has not seen, and keep the weights."""
    rows = read_pairs()
    labels = np.array([float(row["label"]) for row in rows])
    names, matrix, mean, spread = standardised([signs(row) for row in rows])
    recalls = grouped_recalls(matrix, labels, groups(rows))
    weights = fit(matrix, labels)
    plain = weights[:-1] / spread
    bias = float(weights[-1] - (plain * mean).sum())
    stored = {
        "made_by": "bench/fit_contrast.py",
        "data": "decode_balanced_dev.csv (development half)",
        "recall_at_precision_90_grouped": round(float(np.mean(recalls)), 3),
        "bias": round(bias, 4),
        "weights": {
            name: round(float(weight), 4) for name, weight in zip(names, plain, strict=True)
        },
    }
    WEIGHTS.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    print(
        f"recall at precision .90, grouped: {np.mean(recalls):.3f} "
        f"({min(recalls):.3f} to {max(recalls):.3f})"
    )


if __name__ == "__main__":
    main()
