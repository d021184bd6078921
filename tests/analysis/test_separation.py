"""Whether ratings tell a yes from a no."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from interview_journal.analysis.separation import separation


def test_a_perfect_separation_of_four_and_four_comes_by_luck_once_in_thirty_five() -> None:
    found = separation(np.array([1.0, 1, 2, 2, 4, 4, 5, 5]), np.array([0] * 4 + [1] * 4))
    assert found.area == 1
    assert found.p_value == pytest.approx(2 / math.comb(8, 4))
    assert found.is_exact


@given(
    st.lists(st.integers(4, 20), min_size=8, max_size=12, unique=True),
    st.integers(2, 6),
)
@settings(deadline=None)
def test_without_ties_it_is_scipys_exact_mann_whitney(means: list[int], yes: int) -> None:
    ends = np.array([1] * yes + [0] * (len(means) - yes))
    values = np.array(means, dtype=np.float64)
    expected = stats.mannwhitneyu(values[ends == 1], values[ends == 0], method="exact")
    found = separation(values, ends)
    assert found.p_value == pytest.approx(expected.pvalue)
    assert found.area == pytest.approx(expected.statistic / (yes * (len(means) - yes)))


def test_many_outcomes_use_the_limit_as_scipy_does() -> None:
    draw = np.random.default_rng(1)
    values = np.round(draw.uniform(1, 5, 30), 1)
    ends = np.array([1] * 14 + [0] * 16)
    expected = stats.mannwhitneyu(values[ends == 1], values[ends == 0], method="asymptotic")
    found = separation(values, ends)
    assert not found.is_exact
    assert found.p_value == pytest.approx(expected.pvalue)


def test_equal_ratings_separate_nothing() -> None:
    for count in (8, 30):
        found = separation(np.full(count, 3.0), np.array([1, 0] * (count // 2)))
        assert (found.area, found.p_value) == (0.5, 1.0)


def test_nothing_is_said_before_eight_outcomes_of_both_kinds() -> None:
    for ends in ([1, 1, 0], [1] * 9, [1, 0, -1] * 3):
        found = separation(np.arange(float(len(ends))), np.array(ends))
        assert not found.is_ready
        assert math.isnan(found.area)
        assert found.count == sum(end >= 0 for end in ends)
