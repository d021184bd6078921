"""Figures of merit and their intervals: every one takes a weight for each row.

A bootstrap then is one more set of weights: whole groups are drawn, and a row counts as often as
its group was drawn (Efron 1979; groups as in Davison and Hinkley 1997, section 3.8).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.consistency_parts.tables import short

__all__ = [
    "Interval",
    "auc",
    "average_precision",
    "bootstrap",
    "group_numbers",
    "group_weights",
    "ratio_interval",
    "recall_at_precision",
    "share",
]

Array = NDArray[np.float64]
DRAWS: Final = 1_000
SEED: Final = 20_261_126


class Interval(NamedTuple):
    """A figure with its 95 % bootstrap interval, both ends inclusive."""

    value: float
    low: float
    high: float

    def told(self, digits: int = 2) -> str:
        """Return it as it stands in a table: ".75 (.66 to .84)"."""
        value, low, high = (short(one, digits) for one in self)
        return f"{value} ({low} to {high})"


def group_numbers(rows: Sequence[tuple[Hashable, ...]]) -> NDArray[np.int64]:
    """Return a number for each row; rows that share a thing, or are linked by others, have one.

    Example:
        >>> group_numbers([("a", "b"), ("c", "d"), ("b", "c"), ("e", "f")]).tolist()
        [0, 0, 0, 1]
    """
    parents: dict[Hashable, Hashable] = {}

    def root(thing: Hashable) -> Hashable:
        parents.setdefault(thing, thing)
        while parents[thing] != thing:
            parents[thing] = parents[parents[thing]]
            thing = parents[thing]
        return thing

    for row in rows:
        for thing in row:
            parents[root(row[0])] = root(thing)
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(root(row[0]), len(numbers)) for row in rows], dtype=int)


def group_weights(groups: NDArray[np.int64], draws: int = DRAWS, seed: int = SEED) -> Array:
    """Return how often each row counts in each draw: one line a draw, whole groups drawn."""
    count = int(groups.max()) + 1
    often = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=draws)
    drawn: Array = often[:, groups].astype(float)
    return drawn


def share(hits: Array, weights: Array) -> float:
    """Return the weighted share of hits; not a number where nothing weighs."""
    total = float(weights.sum())
    return float((hits * weights).sum()) / total if total else float("nan")


def ratio_interval(hits: Array, among: Array, drawn: Array) -> Interval:
    """Return the share of hits among the rows that count.

    Args:
        hits: 1 for a hit.
        among: 1 for a row that counts at all, or its weight.
        drawn: From ``group_weights``.
    """
    value = share(hits, among)
    with np.errstate(invalid="ignore"):
        found = (drawn @ (hits * among)) / (drawn @ among)
    return _interval(value, found)


def bootstrap(
    figure: Callable[[Array, Array, Array], float],
    scores: Array,
    labels: Array,
    drawn: Array,
    among: Array | None = None,
) -> Interval:
    """Return a figure of scores and labels with its interval.

    Args:
        figure: Takes scores, labels and weights.
        scores: How sure a way is of each row.
        labels: 1 for a positive.
        drawn: From ``group_weights``.
        among: How much each row counts; without it all count alike.
    """
    every = np.ones(len(labels)) if among is None else among
    found = [figure(scores, labels, weights * every) for weights in drawn]
    return _interval(figure(scores, labels, every), np.array(found))


def _interval(value: float, found: Array) -> Interval:
    known = found[np.isfinite(found)]
    if not len(known):
        return Interval(value, float("nan"), float("nan"))
    low, high = np.quantile(known, [0.025, 0.975])
    return Interval(value, float(low), float(high))


# ------------------------------------------------------------------ rankings


def auc(scores: Array, labels: Array, weights: Array) -> float:
    """Return the chance that a positive stands above a negative; ties count half."""
    heights, place = np.unique(scores, return_inverse=True)
    good = np.bincount(place, weights * labels, len(heights))
    bad = np.bincount(place, weights * (1 - labels), len(heights))
    below = np.cumsum(bad) - bad
    all_pairs = good.sum() * bad.sum()
    return float((good * (below + bad / 2)).sum() / all_pairs) if all_pairs else float("nan")


def _curve(scores: Array, labels: Array, weights: Array) -> tuple[Array, Array]:
    """Return precision and recall at each height of score, the highest first; ties together."""
    heights, place = np.unique(-scores, return_inverse=True)
    good = np.cumsum(np.bincount(place, weights * labels, len(heights)))
    every = np.cumsum(np.bincount(place, weights, len(heights)))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(every > 0, good / every, 0.0), good / good[-1]


def average_precision(scores: Array, labels: Array, weights: Array) -> float:
    """Return the area under precision over recall, in steps."""
    precision, recall = _curve(scores, labels, weights)
    return float((np.diff(recall, prepend=0.0) * precision).sum())


def recall_at_precision(
    scores: Array, labels: Array, weights: Array, precision: float = 0.9
) -> float:
    """Return the best recall at which the precision is at least that much; 0 where there is none.

    Equal scores are told together: no threshold parts them.
    """
    precisions, recalls = _curve(scores, labels, weights)
    good = recalls[precisions >= precision - 1e-12]
    return float(good.max()) if len(good) else 0.0
