"""The median slope, beside scipy's and a naive one."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from interview_journal.analysis.theil_sen import theil_sen_slope, weighted_median

SCORES = st.lists(st.integers(4, 20).map(lambda n: n / 4), min_size=2, max_size=25)


@given(SCORES)
@settings(deadline=None)
def test_equal_numbers_of_answers_give_scipys_slope(scores: list[float]) -> None:
    times = np.arange(len(scores), dtype=np.float64)
    means = np.array(scores)
    with np.errstate(invalid="ignore"):
        expected = stats.theilslopes(means, times).slope
    assert theil_sen_slope(times, means, np.full(len(scores), 0.3)) == pytest.approx(expected)


@given(SCORES)
@settings(deadline=None)
def test_interviews_of_one_day_are_left_out_as_scipy_does(scores: list[float]) -> None:
    times = np.array([place // 2 for place in range(len(scores))], dtype=np.float64)
    found = theil_sen_slope(times, np.array(scores), np.ones(len(scores)))
    if len(scores) == 2:
        assert math.isnan(found)
    else:
        # scipy's interval, which is not asked for here, warns where all scores are the same.
        with np.errstate(invalid="ignore"):
            expected = stats.theilslopes(np.array(scores), times).slope
        assert found == pytest.approx(expected)


def naive_slope(times: list[float], means: list[float], variances: list[float]) -> float:
    """Return the slope with half of the pairs' weight on either side, in ten plain lines."""
    pairs = []
    for i, j in itertools.combinations(range(len(times)), 2):
        weight = math.sqrt(variances[i] + variances[j]) / (variances[i] * variances[j])
        pairs.append(((means[j] - means[i]) / (times[j] - times[i]), weight))
    pairs.sort()
    half, seen = sum(weight for _, weight in pairs) / 2, 0.0
    for slope, weight in pairs:
        seen += weight
        if seen > half:
            return slope
    raise AssertionError


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(0.1, 1.0)), min_size=3, max_size=12))
@settings(deadline=None)
def test_unequal_numbers_weigh_pairs_as_a_naive_count_does(rows: list[tuple[float, float]]) -> None:
    means, variances = [row[0] for row in rows], [row[1] for row in rows]
    times = [float(place) for place in range(len(rows))]
    found = theil_sen_slope(np.array(times), np.array(means), np.array(variances))
    low, high = sorted([found, naive_slope(times, means, variances)])
    slopes = [
        (means[j] - means[i]) / (times[j] - times[i])
        for i, j in itertools.combinations(range(len(rows)), 2)
    ]
    # Where half of the weight falls exactly between two slopes, ours is their middle.
    assert not any(low + 1e-9 < slope < high - 1e-9 for slope in slopes)


def test_a_certain_interview_has_more_of_a_say() -> None:
    times, means = np.arange(3.0), np.array([1.0, 2.0, 5.0])
    assert theil_sen_slope(times, means, np.ones(3)) == 2.0
    assert theil_sen_slope(times, means, np.array([0.01, 0.01, 5.0])) == 1.0


def test_the_weighted_median_of_equal_weights_is_the_median() -> None:
    values = np.array([5.0, 1.0, 2.0, 4.0])
    assert weighted_median(values, np.ones(4)) == np.median(values)
