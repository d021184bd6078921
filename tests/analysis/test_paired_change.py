"""A mean change with its interval."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from interview_journal.analysis.paired_change import MIN_CHANGES, paired_change

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHANGES = st.lists(st.integers(-8, 8).map(lambda n: n / 2), min_size=6, max_size=9)


@given(CHANGES)
@settings(deadline=None, max_examples=30)
def test_the_chance_is_scipys_for_all_choices_of_signs(changes: list[float]) -> None:
    def total(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        return np.asarray(values.sum(axis=axis), dtype=np.float64)

    expected = stats.permutation_test(
        (np.array(changes),), total, permutation_type="samples", n_resamples=np.inf
    ).pvalue
    assert paired_change(np.array(changes)).p_value == pytest.approx(expected)


@given(CHANGES, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=30)
def test_order_makes_no_difference_and_signs_turn_it_round(
    changes: list[float], shuffle: object
) -> None:
    found = paired_change(np.array(changes))
    shuffle.shuffle(changes)  # type: ignore[attr-defined]
    again, turned = paired_change(np.array(changes)), paired_change(-np.array(changes))
    assert (again.low, again.high) == pytest.approx((found.low, found.high))
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))
    assert found.low - 1e-9 <= found.mean <= found.high + 1e-9


def test_the_interval_is_that_of_hartigans_subset_means() -> None:
    changes = [0.5, 1.0, 1.5, 2.5, 3.0, 4.0, 5.5]
    means = sorted(
        sum(some) / len(some)
        for size in range(1, 8)
        for some in itertools.combinations(changes, size)
    )
    found = paired_change(np.array(changes))
    # 2.5 % of 128 is 3: two subset means lie outside at either end.
    assert (found.low, found.high) == pytest.approx((means[2], means[-3]))


def test_many_changes_use_a_fixed_draw_close_to_the_t_interval() -> None:
    changes = np.random.default_rng(6).normal(0.5, 1, 40)
    found = paired_change(changes)
    assert found == paired_change(changes[::-1])
    expected = stats.ttest_1samp(changes, 0).confidence_interval()
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=0.06)
    assert paired_change(np.full(20, 1.0)).p_value == pytest.approx(2 / 4_096, rel=0.01)


def test_fewer_than_six_have_a_mean_and_no_interval() -> None:
    found = paired_change(np.ones(MIN_CHANGES - 1))
    assert (found.count, found.mean) == (5, 1.0)
    assert math.isnan(found.low)
    assert math.isnan(paired_change(np.array([])).mean)
