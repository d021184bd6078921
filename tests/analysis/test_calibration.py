"""Guesses against outcomes."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from interview_journal.analysis.calibration import Calibration, calibration, forecast_frame
from interview_journal.analysis.outcomes import Outcomes
from interview_journal.analysis.wilson import wilson_interval


def known(percents: list[float], ends: list[int]) -> Outcomes:
    return Outcomes(
        ends=np.array(ends, dtype=np.int64),
        is_waiting=np.zeros(len(ends), dtype=np.bool_),
        percents=np.array(percents, dtype=np.float64),
    )


def judged(percents: list[float], ends: list[int]) -> Calibration:
    return calibration(known(percents, ends), np.ones(len(ends), dtype=np.bool_))


@pytest.mark.parametrize(
    ("percent", "end", "score"),
    [(100, 1, 0.0), (100, 0, 1.0), (70, 1, 0.09), (30, 1, 0.49), (50, 1, 0.25), (50, 0, 0.25)],
)
def test_the_worked_examples_of_wikipedias_page_on_the_brier_score(
    percent: float, end: int, score: float
) -> None:
    assert judged([percent], [end]).brier == pytest.approx(score)


def test_bias_and_its_interval_are_those_of_the_share() -> None:
    found = judged([90] * 10, [1] * 5 + [0] * 5)
    low, high = wilson_interval(5, 10)
    assert found.bias == pytest.approx(40)
    assert (found.bias_low, found.bias_high) == pytest.approx((90 - 100 * high, 90 - 100 * low))
    assert found.brier_reference == 0.25
    assert (found.count, found.advanced_count, found.is_ready) == (10, 5, True)


@pytest.mark.parametrize("percent", [10, 30, 50, 70, 90])
@pytest.mark.parametrize("yes", range(1, 12))
def test_the_chance_of_a_bias_fits_its_interval(percent: float, yes: int) -> None:
    found = judged([percent] * 12, [1] * yes + [0] * (12 - yes))
    assert (found.p_value <= 0.05) == (not found.bias_low <= 0 <= found.bias_high)
    expected = (yes / 12 - percent / 100) / math.sqrt(percent * (100 - percent) / 120_000)
    assert found.p_value == pytest.approx(2 * stats.norm.sf(abs(expected)))


def test_certain_guesses_that_were_wrong_are_no_luck() -> None:
    assert judged([100] * 8, [1] * 7 + [0]).p_value == 0


def test_nothing_is_claimed_before_eight_outcomes_of_both_kinds() -> None:
    for ends in ([1, 0, 1], [1] * 8):
        found = judged([70] * len(ends), ends)
        assert not found.is_ready
        assert math.isnan(found.p_value)
        assert math.isfinite(found.brier)


def test_no_guess_gives_no_number() -> None:
    found = judged([], [])
    assert (found.count, found.is_ready) == (0, False)
    assert math.isnan(found.brier)


def test_the_frame_counts_by_guessed_percentage() -> None:
    found = known([70, 30, 70, math.nan, 50], [1, 0, 0, 1, -1])
    frame = forecast_frame(found, np.ones(5, dtype=np.bool_))
    low, high = zip(wilson_interval(0, 1), wilson_interval(1, 2), strict=True)
    expected = pd.DataFrame(
        {
            "percent": np.array([30, 70]),
            "forecast_count": np.array([1, 2]),
            "advanced_count": np.array([0, 1]),
            "share": [0.0, 0.5],
            "low": low,
            "high": high,
        }
    )
    pd.testing.assert_frame_equal(frame, expected)
    assert forecast_frame(found, np.zeros(5, dtype=np.bool_)).empty
