"""The test of movement with time, beside scipy and naive enumerations."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from interview_journal.analysis import monotone_test
from interview_journal.analysis.monotone_test import ARRANGED_AT_MOST, MonotoneTest, movement_test

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEANS = st.lists(st.integers(2, 10).map(lambda n: n / 2), min_size=5, max_size=6)


def checked(
    means: list[float] | NDArray[np.float64],
    variances: list[float] | None = None,
    groups: list[int] | None = None,
) -> MonotoneTest:
    """Return the test of interviews numbered from 1."""
    count = len(means)
    return movement_test(
        np.arange(1.0, count + 1),
        np.asarray(means, dtype=np.float64),
        np.array(variances or [1.0] * count),
        np.array(groups or [0] * count, dtype=np.intp),
    )


@given(MEANS)
@settings(max_examples=20, deadline=None)
def test_all_orders_give_scipys_chance(means: list[float]) -> None:
    times = np.arange(1.0, len(means) + 1)

    def moved(scores: NDArray[np.float64]) -> float:
        return float(np.round(times @ scores, 9))

    expected = stats.permutation_test(
        (np.array(means),), moved, permutation_type="pairings", n_resamples=np.inf
    ).pvalue
    found = checked(means)
    assert found.p_value == pytest.approx(expected)
    assert found.is_exact


def test_a_perfect_rise_over_five_is_as_rare_as_two_orders_of_all() -> None:
    found = checked([1, 2, 3, 4, 5])
    assert found.p_value == pytest.approx(2 / math.factorial(5))
    assert found.direction == 1
    kendall = stats.kendalltau([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], method="exact")
    assert found.p_value == pytest.approx(kendall.pvalue)


def test_many_orders_come_close_to_the_regression_t_test() -> None:
    draw = np.random.default_rng(3)
    for count in (12, 20, 40):
        means = draw.normal(3, 0.5, count) + 0.02 * np.arange(count)
        expected = stats.linregress(np.arange(count), means).pvalue
        assert checked(means).p_value == pytest.approx(expected, abs=0.02)


def naive_chance(means: list[float], slope: float) -> float:
    """Return the chance of so much movement once a slope is taken off, in a few plain lines."""
    times = range(1, len(means) + 1)
    rest = [mean - slope * t for mean, t in zip(means, times, strict=True)]
    sums = [
        sum(t * one for t, one in zip(times, order, strict=True))
        for order in itertools.permutations(rest)
    ]
    above = sum(one >= sums[0] - 1e-9 for one in sums)
    below = sum(one <= sums[0] + 1e-9 for one in sums)
    return min(1.0, 2 * min(above, below) / len(sums))


@given(st.lists(st.floats(1, 5), min_size=5, max_size=6))
@settings(max_examples=15, deadline=None)
def test_the_interval_holds_exactly_the_slopes_that_are_not_rejected(means: list[float]) -> None:
    assume(np.ptp(means) > 0.1)
    found = checked(means)
    step = 1e-4 * (found.high - found.low)
    assume(step > 1e-6)
    for end, inward in ((found.low, step), (found.high, -step)):
        assert naive_chance(means, end + inward) > 0.05
        assert naive_chance(means, end - inward) <= 0.05


def test_unequal_numbers_of_answers_keep_the_chance_of_a_claim() -> None:
    draw = np.random.default_rng(17)
    for variances in ([0.9, 0.3, 0.2, 0.2, 0.15, 0.15], [0.2, 0.9, 0.15, 0.3, 0.9, 0.2]):
        noise = draw.normal(0, np.sqrt(variances), (2_000, 6))
        claims = np.mean([checked(row, variances).p_value <= 0.05 for row in noise])
        assert 0.025 < claims < 0.065


def test_a_mean_of_many_answers_counts_more() -> None:
    means = [1.0, 2.0, 3.0, 4.0, 5.0, 1.0]
    sure, unsure = [0.1] * 6, [0.1] * 5 + [20.0]
    assert checked(means, sure).p_value > 0.2
    found = checked(means, unsure)
    assert found.p_value < 0.05
    assert 0 < found.low < 1 < found.high


@given(st.lists(st.floats(1, 5), min_size=5, max_size=30))
@settings(max_examples=40, deadline=None)
def test_a_claim_and_the_interval_never_contradict_each_other(means: list[float]) -> None:
    assume(np.ptp(means) > 0.01)
    unequal = [0.1 + 0.8 / (1 + place % 4) for place in range(len(means))]
    for variances in (None, unequal):
        found = checked(means, variances)
        assert (found.p_value <= 0.05 + 1e-12) == (not found.low <= 0 <= found.high)


@given(MEANS)
@settings(max_examples=20, deadline=None)
def test_reversed_time_turns_everything_round(means: list[float]) -> None:
    there, back = checked(means), checked(means[::-1])
    assert back.p_value == pytest.approx(there.p_value)
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))
    assert back.direction == -there.direction


@pytest.mark.parametrize("count", [14, 70])
def test_reversed_time_turns_a_drawn_test_and_its_limit_round(count: int) -> None:
    means = np.random.default_rng(5).normal(3, 0.5, count)
    variances = [0.1 + 0.8 / (1 + place % 5) for place in range(count)]
    groups = [place % 2 for place in range(count)]
    there = checked(means, variances, groups)
    back = checked(means[::-1], variances[::-1], groups[::-1])
    assert back.p_value == pytest.approx(there.p_value)
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))


def test_groups_are_compared_within_themselves() -> None:
    falling_between = [4.0, 4.5, 5.0, 1.0, 1.5, 2.0, 2.5, 3.0]
    groups = [0, 0, 0, 1, 1, 1, 1, 1]
    assert checked(falling_between).direction == -1
    within = checked(falling_between, groups=groups)
    assert within.direction == 1
    assert within.p_value == pytest.approx(2 / (6 * 120))
    assert within.low > 0


def test_too_few_orders_leave_the_interval_open() -> None:
    found = checked([1, 2, 3, 1, 2], groups=[0, 0, 0, 1, 1])
    assert found.p_value == pytest.approx(2 / 12)
    assert (found.low, found.high) == (-math.inf, math.inf)


def test_one_moment_has_no_trend() -> None:
    one = np.ones(6)
    found = movement_test(one, np.arange(6.0), one, np.zeros(6, dtype=np.intp))
    assert found.p_value == 1
    assert found.low == -math.inf


def test_equal_scores_have_no_direction() -> None:
    found = checked([3.0] * 6)
    assert (found.p_value, found.direction) == (1.0, 0)
    assert found.low == pytest.approx(0)
    assert found.high == pytest.approx(0)


def test_the_limit_for_many_interviews_agrees_with_a_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(8)
    means = draw.normal(3, 0.6, ARRANGED_AT_MOST + 1) + 0.006 * np.arange(ARRANGED_AT_MOST + 1)
    variances = draw.uniform(0.3, 0.5, len(means)).tolist()
    by_limit = checked(means, variances)
    monkeypatch.setattr(monotone_test, "ARRANGED_AT_MOST", len(means))
    drawn = checked(means, variances)
    assert by_limit.arrangement_count == 0
    assert drawn.arrangement_count == 4_999
    assert by_limit.p_value == pytest.approx(drawn.p_value, abs=0.015)
    assert by_limit.low == pytest.approx(drawn.low, abs=0.001)
    assert by_limit.high == pytest.approx(drawn.high, abs=0.001)
    assert by_limit.direction == drawn.direction


def test_the_limit_of_equal_scores_claims_nothing() -> None:
    found = checked([3.0] * (ARRANGED_AT_MOST + 1))
    assert (found.p_value, found.direction) == (1.0, 0)


def test_one_pair_far_apart_among_many_close_ones_leaves_the_slope_open() -> None:
    pairs = (ARRANGED_AT_MOST + 4) // 2
    times = np.array([pair + 0.001 * late for pair in range(pairs) for late in (0, 1)])
    times[-1] = 500.0
    groups = np.repeat(np.arange(pairs), 2)
    means = np.random.default_rng(1).normal(3, 0.5, 2 * pairs)
    found = movement_test(times, means, np.ones(2 * pairs), groups)
    assert (found.low, found.high) == (-math.inf, math.inf)
