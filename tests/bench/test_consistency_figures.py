"""Figures of merit on cases small enough to count by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bench.consistency_parts.calibration import Told, bins, rising_steps
from bench.consistency_parts.figures import (
    auc,
    average_precision,
    bootstrap,
    group_numbers,
    group_weights,
    ratio_interval,
    recall_at_precision,
    share,
)
from bench.consistency_parts.floors import Floor
from bench.consistency_parts.labelled import Pair, QuestionSet
from bench.consistency_parts.numbers import chosen_by_folds, figures_at
from bench.consistency_parts.questions import pair_weights
from bench.consistency_parts.ranking import unseen_scores
from bench.consistency_parts.tables import section, table

ONES = np.ones(4)
SCORES = np.array([0.9, 0.8, 0.7, 0.1])
LABELS = np.array([1.0, 0.0, 1.0, 0.0])


def pair(row: int, label: str) -> Pair:
    return Pair(row, f"a{row}", f"b{row}", label, "made up")


def test_rows_linked_by_others_are_one_group() -> None:
    assert group_numbers([("a", "b"), ("c", "d"), ("b", "c"), ("e", "e")]).tolist() == [0, 0, 0, 1]


def test_whole_groups_are_drawn_and_always_the_same_ones() -> None:
    groups = np.array([0, 0, 1, 2])
    drawn = group_weights(groups, draws=50)
    assert (drawn == group_weights(groups, draws=50)).all()
    assert (drawn[:, 0] == drawn[:, 1]).all()
    assert (drawn[:, 1:].sum(axis=1) == 3).all()
    assert (drawn != group_weights(groups, draws=50, seed=1)).any()


def test_the_area_under_the_curve_counts_ties_half() -> None:
    assert auc(SCORES, LABELS, ONES) == pytest.approx(0.75)
    assert auc(np.zeros(4), LABELS, ONES) == pytest.approx(0.5)
    assert math.isnan(auc(SCORES, np.ones(4), ONES))


def test_average_precision_is_the_mean_precision_at_each_hit() -> None:
    assert average_precision(SCORES, LABELS, ONES) == pytest.approx((1 + 2 / 3) / 2)


def test_recall_at_a_precision_parts_no_equal_scores() -> None:
    assert recall_at_precision(SCORES, LABELS, ONES) == pytest.approx(0.5)
    assert recall_at_precision(SCORES, LABELS, ONES, 0.6) == pytest.approx(1.0)
    assert recall_at_precision(np.zeros(4), LABELS, ONES) == 0.0


def test_a_weight_of_two_is_the_row_twice() -> None:
    twice = np.array([2.0, 1.0, 1.0, 1.0])
    rows = [0, 0, 1, 2, 3]
    for figure in (auc, average_precision, recall_at_precision):
        assert figure(SCORES, LABELS, twice) == pytest.approx(
            figure(SCORES[rows], LABELS[rows], np.ones(5))
        )


def test_intervals_hold_the_figure_and_repeat() -> None:
    drawn = group_weights(np.arange(4), draws=200)
    one = bootstrap(auc, SCORES, LABELS, drawn)
    assert one == bootstrap(auc, SCORES, LABELS, drawn)
    assert one.low <= one.value <= one.high
    first = np.array([1.0, 1.0, 0.0, 0.0])
    assert bootstrap(auc, SCORES, LABELS, drawn, first).value == 1.0


def test_a_share_of_nothing_is_not_a_number() -> None:
    assert math.isnan(share(ONES, np.zeros(4)))
    nothing = ratio_interval(ONES, np.zeros(4), group_weights(np.arange(4), draws=5))
    assert math.isnan(nothing.value)
    assert math.isnan(nothing.low)


def test_a_ratio_weighs_its_rows() -> None:
    rates, words = np.array([2.0, 0.0]), np.array([100.0, 300.0])
    drawn = group_weights(np.arange(2), draws=100)
    found = ratio_interval(rates, words, drawn)
    assert found.value == pytest.approx(0.5)
    assert (found.low, found.high) == (0.0, 2.0)


def test_right_reason_leaves_clean_pairs_out() -> None:
    pairs = [pair(2, "N"), pair(3, "H"), pair(4, "O"), pair(5, "")]
    got = figures_at(pairs, np.array([1.0, 0.0, 1.0, 1.0]), group_weights(np.arange(4), draws=20))
    assert got.recall_n.value == 1.0
    assert got.recall_nh.value == 0.5
    assert got.right_reason.value == 0.5
    assert got.false_alarms.value == 1.0
    assert got.flags == 2


def test_a_threshold_is_chosen_without_the_fold_it_judges() -> None:
    pairs = [pair(at, "N" if at % 2 else "") for at in range(40)]
    scores = np.array([0.9 if at % 2 else 0.1 for at in range(40)])
    flagged = chosen_by_folds(scores, pairs, np.arange(40))
    assert flagged.tolist() == [float(at % 2) for at in range(40)]
    assert not chosen_by_folds(1 - scores, pairs, np.arange(40)).any()


def test_weights_are_fitted_without_the_group_they_rank() -> None:
    labels = np.array([1.0, 0.0] * 20)
    matrix = np.column_stack([20 * labels, np.ones(40)])
    likely = unseen_scores(matrix, labels, np.arange(40), 0)
    assert auc(likely, labels, np.ones(40)) == 1.0
    assert (likely == unseen_scores(matrix, labels, np.arange(40), 0)).all()


def test_pairs_of_questions_count_as_often_as_their_groups() -> None:
    given = QuestionSet(("a", "b", "c"), (0, 0, 1), frozenset({(1, 2)}))
    assert given.pairs() == [(0, 1), (0, 2)]
    inside, across = pair_weights(given, given.pairs(), draws=30).T
    assert set(zip(inside.tolist(), across.tolist(), strict=True)) <= {(0, 0), (1, 1), (2, 0)}


def test_the_two_halves_of_the_questions_share_none() -> None:
    given = QuestionSet(("a", "b", "c", "d"), (0, 0, 1, 1))
    assert given.is_shown(0, 1)
    assert not given.is_shown(2, 3)
    assert not given.is_shown(0, 2)
    assert [given.weight_kept(*pair) for pair in ((0, 1), (0, 2), (2, 3))] == [0.0, 0.5, 1.0]


def test_a_bin_holds_its_lower_edge() -> None:
    told = [
        Told(0.5, True, "a"),
        Told(0.6, False, "a"),
        Told(0.59, False, "b"),
        Told(1.0, True, "c"),
    ]
    counts = [(count, right) for count, right, _ in bins(told)]
    assert counts == [(2, 1), (1, 0), (0, 0), (0, 0), (1, 1)]


def test_steps_never_fall() -> None:
    scores = np.array([0.4, 0.1, 0.2, 0.3])
    steps = rising_steps(scores, np.array([1.0, 0.0, 1.0, 0.0]))
    assert steps.tolist() == [1.0, 0.0, 0.5, 0.5]


def test_a_floor_says_whether_it_is_reached() -> None:
    assert Floor("recall", 0.7, 0.7).is_reached
    assert not Floor("alarms", 0.02, 0.01, is_most=True).is_reached
    assert Floor("recall", 0.61, 0.7).row() == ["recall", ".610", "at least .700", "**no**"]


def test_a_pipe_does_not_break_a_table() -> None:
    assert "a&#124;b" in table(["what"], [["a|b"]])
    assert section("Title", "Words.", level=3) == "### Title\n\nWords."
