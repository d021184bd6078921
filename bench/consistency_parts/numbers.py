"""Numbers that clash, pair by pair: what is found, why, and what clean pairs cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bench.consistency_parts.figures import (
    Interval,
    group_numbers,
    group_weights,
    ratio_interval,
)
from bench.consistency_parts.labelled import NUMERIC, Pair, clean_pairs, marked_pairs
from bench.consistency_parts.rivals import TfIdf, fuzzy, numbers_differ
from bench.consistency_parts.tables import section, short, table
from interview_journal.api.consistency import compare_answers

__all__ = ["NumberFigures", "Sureness", "figures_at", "measure_numbers", "sureness"]

Array = NDArray[np.float64]
THRESHOLDS: Final = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
FOLDS: Final = 5
ALARMS_AT_MOST: Final = 0.01


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the surest finding of a pair is, 0 where there is none.

    Attributes:
        numbers: Among the kinds of numbers.
        any_kind: Among all kinds.
        kind: The kind of the surest.
    """

    numbers: float
    any_kind: float
    kind: str


@dataclass(frozen=True, slots=True)
class NumberFigures:
    """What one way of telling gets."""

    recall_n: Interval
    recall_nh: Interval
    right_reason: Interval
    false_alarms: Interval
    flags: int


def sureness(pair: Pair) -> Sureness:
    """Return how sure the public comparison is of a pair, at its default."""
    found = compare_answers(pair.a, pair.b)
    numbers = max((one.confidence for one in found if one.kind in NUMERIC), default=0.0)
    surest = max(found, key=lambda one: one.confidence, default=None)
    if surest is None:
        return Sureness(0.0, 0.0, "")
    return Sureness(numbers, surest.confidence, surest.kind)


def figures_at(pairs: list[Pair], flagged: Array, drawn: Array) -> NumberFigures:
    """Return the figures of a way that flags some of the pairs.

    Args:
        pairs: Clashing ones (labels N, H, O) and clean ones (no label).
        flagged: 1 where the way flags.
        drawn: Bootstrap weights.
    """
    is_n, is_h, is_o = (np.array([float(p.label == label) for p in pairs]) for label in "NHO")
    is_clean = 1 - is_n - is_h - is_o
    return NumberFigures(
        recall_n=ratio_interval(flagged, is_n, drawn),
        recall_nh=ratio_interval(flagged, is_n + is_h, drawn),
        right_reason=ratio_interval(is_n + is_h, flagged * (1 - is_clean), drawn),
        false_alarms=ratio_interval(flagged, is_clean, drawn),
        flags=int((flagged * (1 - is_clean)).sum()),
    )


def chosen_by_folds(scores: Array, pairs: list[Pair], groups: NDArray[np.int64]) -> Array:
    """Return which pairs are flagged by thresholds chosen on the other folds.

    On each the threshold that finds most of N with at most 1 % false alarms is taken.
    """
    fold = np.random.default_rng(0).integers(0, FOLDS, int(groups.max()) + 1)[groups]
    is_n = np.array([pair.label == "N" for pair in pairs])
    is_clean = np.array([not pair.label for pair in pairs])
    flagged = np.zeros(len(pairs))
    for number in range(FOLDS):
        known = fold != number
        best = min(
            (
                (-float((scores[known & is_n] >= height).mean()), height)
                for height in np.unique(scores[known])
                if (scores[known & is_clean] >= height).mean() <= ALARMS_AT_MOST
            ),
            default=(0.0, np.inf),
        )
        flagged[~known] = scores[~known] >= best[1]
    return flagged


def measure_numbers() -> tuple[str, list[Pair], list[Sureness]]:
    """Return the section, and each pair with how sure we are of it."""
    pairs = [*marked_pairs("decode_num_dev"), *clean_pairs()]
    sure = [sureness(pair) for pair in pairs]
    groups = group_numbers([(pair.a, pair.b) for pair in pairs])
    drawn = group_weights(groups)
    numbers = np.array([one.numbers for one in sure])
    every = np.array([one.any_kind for one in sure])
    ways = {
        "**ours, kinds of numbers**": (numbers > 0).astype(float),
        "ours, all kinds": (every > 0).astype(float),
    }
    ways |= _rival_ways(pairs, groups)
    rows = [_row(name, figures_at(pairs, flags, drawn)) for name, flags in ways.items()]
    heads = ["way", "recall on N", "recall on N + H", "right reason", "false alarms %", "flags"]
    parts = [
        (
            f"{sum(bool(p.label) for p in pairs)} contradictions with numbers in both (N 89, "
            f"H 11, O 82), {sum(not p.label for p in pairs)} clean pairs, in {groups.max() + 1} "
            "groups that share no text; intervals by drawing groups. *Right reason*: share of "
            "flags on contradictions that stand on N or H; an O pair does contradict itself, in "
            "something else than its numbers. Rivals with a threshold chose it on the other four "
            "folds."
        ),
        table(heads, rows),
        "By how sure a finding must be (kinds of numbers; in brackets all kinds):",
        _thresholds(pairs, numbers, every, drawn),
        "False alarms by source of the clean pairs:",
        _by_source(pairs, ways),
    ]
    return section("Numbers that clash, through `compare_answers`", *parts), pairs, sure


def _rival_ways(pairs: list[Pair], groups: NDArray[np.int64]) -> dict[str, Array]:
    model = TfIdf(text for pair in pairs for text in (pair.a, pair.b))
    naive = _each(pairs, lambda pair: float(numbers_differ(pair.a, pair.b)))
    alike = _each(pairs, lambda pair: model.alike(pair.a, pair.b))
    fuzz = _each(pairs, lambda pair: fuzzy(pair.a, pair.b))
    scores = {
        "numbers differ and TF-IDF at least": naive * (alike + 1e-6),
        "numbers differ and rapidfuzz at least": naive * (fuzz + 1e-6),
        "numbers differ and rapidfuzz at most": naive * (1.01 - fuzz),
        "TF-IDF at most": 1.01 - alike,
        "rapidfuzz at most": 1.01 - fuzz,
    }
    chosen = {name: chosen_by_folds(score, pairs, groups) for name, score in scores.items()}
    return {"naive: numbers differ": naive, **chosen}


def _each(pairs: list[Pair], measure: Callable[[Pair], float]) -> Array:
    return np.array([measure(pair) for pair in pairs])


def _row(name: str, got: NumberFigures) -> list[object]:
    alarms = got.false_alarms
    percent = f"{100 * alarms.value:.1f} ({100 * alarms.low:.1f} to {100 * alarms.high:.1f})"
    reason = got.right_reason.told() if got.flags else "no flag"
    return [name, got.recall_n.told(), got.recall_nh.told(), reason, percent, got.flags]


def _thresholds(pairs: list[Pair], numbers: Array, every: Array, drawn: Array) -> str:
    rows = []
    for height in THRESHOLDS:
        ours, broad = (
            figures_at(pairs, (score >= height).astype(float), drawn) for score in (numbers, every)
        )
        rows.append(
            [
                short(height),
                f"{short(ours.recall_n.value)} ({short(broad.recall_n.value)})",
                f"{short(ours.recall_nh.value)} ({short(broad.recall_nh.value)})",
                f"{short(ours.right_reason.value)} ({short(broad.right_reason.value)})",
                f"{100 * ours.false_alarms.value:.2f} ({100 * broad.false_alarms.value:.2f})",
            ]
        )
    heads = ["at least", "recall on N", "recall on N + H", "right reason", "false alarms %"]
    return table(heads, rows)


def _by_source(pairs: list[Pair], ways: dict[str, Array]) -> str:
    shown = list(ways)[:3]
    rows = []
    for source in sorted({pair.source for pair in pairs if not pair.label}):
        inside = np.array([not pair.label and pair.source == source for pair in pairs])
        counts = [int(ways[name][inside].sum()) for name in shown]
        rows.append([source, int(inside.sum()), *counts])
    return table(["source", "pairs", *shown], rows)
