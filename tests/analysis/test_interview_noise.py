"""How certain an interview's mean is."""

from __future__ import annotations

import numpy as np
import pytest

from interview_journal.analysis.interview_noise import mean_variances


def test_many_scores_give_back_the_noise_they_were_drawn_with() -> None:
    draw = np.random.default_rng(4)
    counts = np.tile(np.array([1, 4, 12]), 400)
    levels = draw.normal(3, 0.3, len(counts))
    rows = [draw.normal(m, 0.9, n) for m, n in zip(levels, counts, strict=True)]
    means = np.array([row.mean() for row in rows])
    squares = np.array([((row - row.mean()) ** 2).sum() for row in rows])
    found = mean_variances(means, counts, squares, np.zeros(len(counts), dtype=np.intp))
    assert found[:3] == pytest.approx(0.09 + 0.81 / counts[:3], rel=0.1)


def test_the_order_of_time_plays_no_part() -> None:
    means, counts = np.array([1.0, 2, 3, 4, 5]), np.array([1, 2, 3, 4, 5])
    squares, groups = np.array([0.0, 1, 2, 3, 4]), np.zeros(5, dtype=np.intp)
    turned = [4, 2, 0, 1, 3]
    found = mean_variances(means, counts, squares, groups)
    assert mean_variances(means[turned], counts[turned], squares[turned], groups) == pytest.approx(
        found[turned]
    )


def test_a_difference_of_level_between_groups_is_no_noise() -> None:
    means, counts = np.array([2.0, 2.1, 1.9, 4.0, 4.1, 3.9]), np.full(6, 3)
    squares, groups = np.full(6, 1.0), np.array([0, 0, 0, 1, 1, 1])
    together = mean_variances(means, counts, squares, np.zeros(6, dtype=np.intp))
    apart = mean_variances(means, counts, squares, groups)
    assert apart[0] < together[0]


def test_one_interview_a_group_leaves_nothing_between() -> None:
    found = mean_variances(np.array([1.0, 5.0]), np.array([1, 4]), np.zeros(2), np.array([0, 1]))
    assert found[0] == pytest.approx(4 * found[1])
