"""What became of interviews, and what was guessed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from interview_journal.analysis.outcomes import (
    NO,
    UNDECIDED,
    YES,
    has_enough_outcomes,
    outcomes,
)
from interview_journal.analysis.stages import stage_frame
from interview_journal.analysis.wilson import wilson_interval
from interview_journal.core.records import Forecast, Interview
from tests.analysis.small_journals import FIRST_DAY, evening, scored


def test_silence_is_a_no_and_withdrawing_says_nothing() -> None:
    view = scored(
        [[3]] * 5, outcomes=["advanced", "rejected", "silence", "withdrew", None], percents=[70] * 5
    )
    coming = Interview(id="i_next", application_id="p_acme", held_on=FIRST_DAY)
    found = outcomes(view, (*view.interviews, coming))
    assert found.ends.tolist() == [YES, NO, NO, UNDECIDED, UNDECIDED, UNDECIDED]
    assert found.is_waiting.tolist() == [False, False, False, False, True, False]
    assert found.percents[:4].tolist() == [70] * 4
    assert np.isnan(found.percents[4:]).all()


def test_the_guess_frozen_before_the_outcome_counts() -> None:
    view = scored([[3]], outcomes=["advanced"], percents=[50])
    later = Forecast(interview_id="i_000", percent=90, forecast_at=evening(5))
    found = outcomes(view.and_(forecasts=[later]), view.interviews)
    assert found.percents.tolist() == [50]


@pytest.mark.parametrize(
    ("ends", "enough"),
    [([1] * 8, False), ([1] * 7, False), ([1] * 7 + [0], True), ([1, 0] * 3 + [-1] * 4, False)],
)
def test_eight_outcomes_of_both_kinds_are_enough(ends: list[int], *, enough: bool) -> None:
    assert has_enough_outcomes(np.array(ends)) is enough


def test_stages_are_counted_as_a_naive_count_does() -> None:
    kinds = ["advanced", "rejected", "advanced", None, "silence", "withdrew", None]
    rounds = np.array([1, 1, 2, 2, 5, 3, 4])
    view = scored([[3]] * 7, outcomes=kinds)
    found = outcomes(view, view.interviews)
    frame = stage_frame(found, rounds, np.ones(7, dtype=np.bool_))
    low, high = zip(
        wilson_interval(1, 2), wilson_interval(1, 1), wilson_interval(0, 1), strict=True
    )
    expected = pd.DataFrame(
        {
            "stage": pd.Series(["Round 1", "Round 2", "Round 3 and later"], dtype="str"),
            "decided_count": np.array([2, 1, 1]),
            "advanced_count": np.array([1, 1, 0]),
            "waiting_count": np.array([0, 1, 1]),
            "share": [0.5, 1.0, 0.0],
            "low": low,
            "high": high,
        }
    )
    pd.testing.assert_frame_equal(frame, expected)


def test_a_stage_that_only_waits_has_no_share() -> None:
    view = scored([[3]], outcomes=[None])
    found = outcomes(view, view.interviews)
    frame = stage_frame(found, np.array([2]), np.ones(1, dtype=np.bool_))
    assert frame["stage"].tolist() == ["Round 2"]
    assert frame[["share", "low", "high"]].isna().all(axis=None)
    assert stage_frame(found, np.array([2]), np.zeros(1, dtype=np.bool_)).empty
