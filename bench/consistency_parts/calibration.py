"""Whether a finding told with .8 is right eight times in ten; and a map that would make it so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bench.consistency_parts.figures import group_numbers
from bench.consistency_parts.journals import UNREAD, SeededJournal
from bench.consistency_parts.labelled import NUMERIC, Pair
from bench.consistency_parts.numbers import Sureness
from bench.consistency_parts.speech import Alarm
from bench.consistency_parts.tables import section, short, table
from bench.fit_contrast import fit
from interview_journal.analysis.wilson import wilson_interval

__all__ = [
    "Told",
    "bins",
    "measure_calibration",
    "rising_steps",
    "told_of_journals",
    "told_of_pairs",
    "told_of_ranked",
    "told_of_speech",
]

Array = NDArray[np.float64]
EDGES: Final = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
LOW_EDGES: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
FOLDS: Final = 5
FREE: Final = 1.0
"""A weak penalty: the map has two numbers only, but some sets are all true."""


@dataclass(frozen=True, slots=True)
class Told:
    """One finding: how sure it was, whether it was right, and what it must not be parted from."""

    confidence: float
    is_true: bool
    group: str
    is_read: bool = True


def told_of_pairs(pairs: Sequence[Pair], sure: Sequence[Sureness]) -> list[Told]:
    """Return the surest finding of each pair as right or wrong.

    One with numbers is right on N and H; one without on any contradiction.
    """
    groups = group_numbers([(pair.a, pair.b) for pair in pairs])
    return [
        Told(
            one.any_kind,
            pair.label in ({"N", "H"} if one.kind in NUMERIC else {"N", "H", "O"}),
            f"pair {group}",
        )
        for pair, one, group in zip(pairs, sure, groups, strict=True)
        if one.any_kind > 0
    ]


def told_of_ranked(pairs: Sequence[Pair], scores: Array) -> list[Told]:
    """Return each ranked pair's score as right or wrong."""
    groups = group_numbers([(pair.a, pair.b) for pair in pairs])
    return [
        Told(float(score), pair.label == "1", f"ranked {group}")
        for pair, score, group in zip(pairs, scores, groups, strict=True)
    ]


def told_of_journals(journals: Iterable[SeededJournal]) -> list[Told]:
    """Return each finding of the journals, notes apart."""
    return [
        Told(one.confidence, is_true, journal.name, is_read=journal.name not in UNREAD)
        for journal in journals
        for several, is_true in ((journal.judged.true, True), (journal.judged.false, False))
        for one in several
        if one.kind != "note"
    ]


def told_of_speech(alarms: Iterable[Alarm]) -> list[Told]:
    """Return each alarm of turn against turn: all taken for wrong."""
    return [
        Told(one.confidence, is_true=False, group=f"speech {one.transcript}")
        for one in alarms
        if one.way == "turn against turn"
    ]


def bins(told: Sequence[Told], edges: Sequence[float] = EDGES) -> list[tuple[int, int, float]]:
    """Return for each bin how many were told, how many were right, their mean confidence.

    A bin holds its lower edge; the last one holds both.
    """
    found = []
    for low, high in pairwise(edges):
        is_last = high == edges[-1]
        inside = [
            one
            for one in told
            if low <= one.confidence < high or (is_last and one.confidence == high)
        ]
        mean = float(np.mean([one.confidence for one in inside])) if inside else float("nan")
        found.append((len(inside), sum(one.is_true for one in inside), mean))
    return found


def rising_steps(scores: Array, truths: Array) -> Array:
    """Return the best never falling fit to truths in the order of scores.

    Neighbours that would fall are pooled (Ayer and others 1955). Equal scores may get two values.
    """
    order = np.argsort(scores, kind="stable")
    pools: list[list[float]] = []
    for truth in truths[order]:
        pools.append([float(truth), 1.0])
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (mean, weight), (last, more) = pools[-2], pools[-1]
            pools[-2:] = [[(mean * weight + last * more) / (weight + more), weight + more]]
    fitted = np.empty(len(scores))
    fitted[order] = np.concatenate([np.full(round(weight), mean) for mean, weight in pools])
    return fitted


def measure_calibration(sets: dict[str, list[Told]]) -> str:
    """Return the section.

    Args:
        sets: What was told, by where; the map is made for each by itself.
    """
    parts = [
        (
            "Of what is told with a confidence in the bin, how much is right (95 % Wilson "
            "interval). Pairs are half contradictions by choice, and in a person's journal true "
            "slips are rare: the lines for journals and speech are the ones that a person meets. "
            "A finding in a journal that is not labelled counts as wrong though a few are true."
        ),
        _reliability(sets, EDGES),
        "Below .5, where pairs are only ranked (`min_confidence=0`):",
        _reliability(
            {
                name: told
                for name, told in sets.items()
                if any(x.confidence < EDGES[0] for x in told)
            },
            LOW_EDGES,
        ),
        (
            "A map that would mend it, two numbers: log odds of being right = a + b times the log "
            "odds told. Fitted without journals that nobody has read; squared errors (Brier 1950) "
            "on pairs and "
            "journals that the map has not seen, five folds by group:"
        ),
        _maps(sets),
    ]
    return section("Calibration", *parts)


def _reliability(sets: dict[str, list[Told]], edges: Sequence[float]) -> str:
    rows = []
    for name, told in sets.items():
        cells = [_cell(*one) for one in bins(told, edges)]
        rows.append([name, *cells])
    heads = ["told of", *(f"{short(low, 1)} to {short(high, 1)}" for low, high in pairwise(edges))]
    return table(heads, rows)


def _cell(count: int, right: int, _mean: float) -> str:
    if not count:
        return "none"
    low, high = wilson_interval(right, count)
    return f"{short(right / count)} ({short(low)} to {short(high)}), {right} of {count}"


def _maps(sets: dict[str, list[Told]]) -> str:
    rows = []
    for name, every in sets.items():
        told = [one for one in every if one.is_read and one.confidence >= EDGES[0]]
        scores = np.array([one.confidence for one in told])
        truths = np.array([float(one.is_true) for one in told])
        if len(set(truths)) < 2:  # noqa: PLR2004 - nothing to fit where all are alike
            continue
        slope, shift = fit(_odds(scores), truths, FREE)
        mapped = _mapped(np.array([0.5, 0.7, 0.9]), (slope, shift))
        unseen = _unseen(scores, truths, np.array([one.group for one in told]))
        rows.append(
            [
                name,
                len(told),
                f"{shift:.2f}, {slope:.2f}",
                " / ".join(short(float(one)) for one in mapped),
                *(short(float(np.mean((guess - truths) ** 2)), 3) for guess in (scores, *unseen)),
            ]
        )
    heads = [
        "told of",
        "findings",
        "a, b",
        ".5 / .7 / .9 become",
        "error as told",
        "error with the map",
        "error with rising steps",
    ]
    return table(heads, rows)


def _odds(scores: Array) -> Array:
    kept = np.clip(scores, 0.01, 0.99)
    return np.column_stack([np.log(kept / (1 - kept)), np.ones(len(kept))])


def _mapped(scores: Array, line: tuple[float, float]) -> Array:
    likely: Array = 1 / (1 + np.exp(-_odds(scores) @ np.array(line)))
    return likely


def _unseen(scores: Array, truths: Array, names: NDArray[np.str_]) -> tuple[Array, Array]:
    """Return each finding as mapped by a line, and by steps, that were made without its group."""
    groups = group_numbers([(str(name),) for name in names])
    fold = np.random.default_rng(0).integers(0, FOLDS, int(groups.max()) + 1)[groups]
    by_line, by_steps = np.zeros(len(scores)), np.zeros(len(scores))
    for number in range(FOLDS):
        out = fold == number
        if not out.any() or out.all():
            continue
        slope, shift = fit(_odds(scores[~out]), truths[~out], FREE)
        by_line[out] = _mapped(scores[out], (slope, shift))
        steps = rising_steps(scores[~out], truths[~out])
        order = np.argsort(scores[~out], kind="stable")
        by_steps[out] = np.interp(scores[out], scores[~out][order], steps[order])
    return by_line, by_steps
