"""One look: slope, interval and chance together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis import look as look_module
from interview_journal.analysis.look import PAIRED_AT_MOST, Look, look_at, middle_places

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS = st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=5), min_size=5, max_size=12)


def looked(rows: Sequence[Sequence[float]], kinds: str = "", times: Sequence[float] = ()) -> Look:
    """Return the look at interviews with these scores."""
    return look_at(
        np.array(times or range(1, len(rows) + 1), dtype=np.float64),
        np.array([np.mean(row) for row in rows]),
        np.array([len(row) for row in rows], dtype=np.int64),
        np.array([np.var(row) * len(row) for row in rows]),
        np.array([ord(kind) for kind in kinds or "a" * len(rows)], dtype=np.intp),
    )


def test_nothing_and_one_interview_have_no_slope() -> None:
    for rows in ([], [[3, 4]]):
        found = looked(rows)
        assert found.interview_count == len(rows)
        assert math.isnan(found.slope)
        assert found.kinds is None


def test_below_five_there_is_a_slope_and_nothing_else() -> None:
    found = looked([[1], [2], [3], [4]])
    assert found.slope == 1
    assert math.isnan(found.low)
    assert math.isnan(found.p_value)


def test_five_in_a_row_rise() -> None:
    found = looked([[1], [2], [3], [4], [5]])
    assert found.slope == 1
    assert found.low <= 1 <= found.high
    assert found.p_value == pytest.approx(2 / 120)


@given(ROWS)
@settings(deadline=None, max_examples=40)
def test_the_slope_lies_in_its_interval(rows: list[list[float]]) -> None:
    found = looked(rows)
    assert found.low <= found.slope <= found.high


@given(ROWS, st.integers(-3, 3))
@settings(deadline=None, max_examples=40)
def test_shifting_all_scores_changes_nothing(rows: list[list[float]], by: int) -> None:
    here, there = looked(rows), looked([[score + by for score in row] for row in rows])
    assert there.slope == pytest.approx(here.slope, abs=1e-9)
    assert there.p_value == pytest.approx(here.p_value)
    assert (there.low, there.high) == pytest.approx((here.low, here.high), abs=1e-9)


@given(st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=5), min_size=5, max_size=7))
@settings(deadline=None, max_examples=40)
def test_reversed_time_turns_slope_and_interval_round(rows: list[list[float]]) -> None:
    there, back = looked(rows), looked(rows[::-1])
    assert back.slope == pytest.approx(-there.slope, abs=1e-9)
    assert back.p_value == pytest.approx(there.p_value)
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low), abs=1e-6)


def test_kinds_that_differ_are_told_apart_and_the_slope_is_within_them() -> None:
    # Each kind rises by a tenth an interview, but the hard one comes more often later.
    kinds = "aabaababbabb"
    rows = [
        [4 + place / 10 if kind == "a" else 2 + place / 10] * 3 for place, kind in enumerate(kinds)
    ]
    together, apart = looked(rows), looked(rows, kinds)
    assert together.test is not None
    assert together.test.direction == -1
    assert apart.kinds is not None
    assert apart.kinds.state == "within"
    assert apart.slope == pytest.approx(0.1)
    assert apart.low > 0


def test_kinds_that_hardly_differ_are_looked_at_together() -> None:
    rows = [[score] for score in (1, 2, 2, 3, 2, 3, 4, 3, 4, 5, 4, 5)]
    mixed, plain = looked(rows, "ab" * 6), looked(rows)
    assert mixed.kinds is not None
    assert mixed.kinds.state == "alike"
    assert (mixed.slope, mixed.p_value) == (plain.slope, plain.p_value)


def test_kinds_that_had_times_of_their_own_claim_nothing() -> None:
    found = looked([[score] for score in (5, 5, 4, 5, 1, 2, 1, 1)], "aaaabbbb")
    assert math.isnan(found.p_value)
    assert found.kinds is not None
    assert found.kinds.state == "confounded"
    assert found.test is not None


def test_kinds_that_each_came_once_give_no_slope() -> None:
    found = looked([[1], [2], [3], [4], [5]], "abcde")
    assert math.isnan(found.slope)
    assert found.test is None
    assert found.centre.mean == pytest.approx(3)


def test_too_few_of_a_kind_claim_nothing() -> None:
    found = looked([[1], [4], [2], [5], [3]], "abaca")
    assert math.isnan(found.p_value)
    assert math.isnan(found.low)
    assert found.slope == 0.5


def test_interviews_of_one_day_share_a_number() -> None:
    assert middle_places(np.array([5, 5, 9, 9, 9, 12])).tolist() == [1.5, 1.5, 4, 4, 4, 6]


def test_thousands_of_interviews_are_averaged_before_they_are_paired(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = np.random.default_rng(2)
    scores = draw.normal(3, 0.5, 3 * PAIRED_AT_MOST) + np.arange(3 * PAIRED_AT_MOST) / 500
    thinned = looked([[score] for score in scores])
    monkeypatch.setattr(look_module, "PAIRED_AT_MOST", 10_000)
    exact = looked([[score] for score in scores])
    assert thinned.slope == pytest.approx(exact.slope, rel=0.05)
    assert (thinned.low, thinned.high) == (exact.low, exact.high)
