"""Trends as notebooks and outside scripts ask for them."""

from __future__ import annotations

import math
import random
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

import interview_journal as ij
from interview_journal.analysis.journal_facts import TrendsCache
from interview_journal.api.trends import check_trend, trend_frame, trends_page
from tests.analysis.small_journals import rating, scored
from tests.api.journals import Clock, write_evening
from tests.records_in_memory import Records

if TYPE_CHECKING:
    from pathlib import Path

RISING = [[1, 2], [2, 2], [2, 3], [3, 3], [4, 4], [4, 5], [5, 5], [5, 5]]
ROWS = st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=4), min_size=1, max_size=12)


def same(one: ij.Trend, other: ij.Trend) -> bool:
    """Return whether two trends say the same, NaN for NaN."""
    numbers = ("slope_per_interview", "low", "high", "p_value")
    return one.verdict == other.verdict and all(
        getattr(one, name) == pytest.approx(getattr(other, name), abs=1e-9, nan_ok=True)
        for name in numbers
    )


@given(ROWS, st.integers(0, 99))
@settings(deadline=None, max_examples=30)
def test_the_order_of_rows_makes_no_difference(rows: list[list[int]], seed: int) -> None:
    view = scored(rows)
    shuffled = {}
    for name in ("interviews", "answers", "ratings"):
        records = list(getattr(view, name))
        random.Random(seed).shuffle(records)  # noqa: S311 - an order, no secret
        shuffled[name] = tuple(records)
    assert same(check_trend(view.with_(**shuffled)), check_trend(view))


@given(ROWS)
@settings(deadline=None, max_examples=30)
def test_reversed_time_flips_the_sign_and_mirrors_the_interval(rows: list[list[int]]) -> None:
    there, back = check_trend(scored(rows)), check_trend(scored(rows[::-1]))
    assert back.slope_per_interview == pytest.approx(
        -there.slope_per_interview, abs=1e-9, nan_ok=True
    )
    assert back.low == pytest.approx(-there.high, abs=1e-6, nan_ok=True)
    assert back.high == pytest.approx(-there.low, abs=1e-6, nan_ok=True)
    turned = {"improving": "declining", "declining": "improving"}
    assert back.verdict == turned.get(there.verdict, there.verdict)


@given(ROWS)
@settings(deadline=None, max_examples=20)
def test_unrated_and_not_applicable_answers_change_nothing(rows: list[list[int]]) -> None:
    view = scored(rows)
    unrated = view.answers[0].with_changes(id="a_unrated", position=99)
    passed = view.answers[0].with_changes(id="a_passed", position=98)
    more = view.and_(answers=[unrated, passed], ratings=[rating("a_passed", None)])
    assert same(check_trend(more), check_trend(view))
    assert check_trend(more).answer_count == check_trend(view).answer_count


@given(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=4), min_size=5, max_size=8))
@settings(deadline=None, max_examples=20)
def test_shifting_all_scores_changes_no_verdict(rows: list[list[int]]) -> None:
    higher = [[score + 1 for score in row] for row in rows]
    assert same(check_trend(scored(rows)), check_trend(scored(higher)))


@given(st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=5, max_size=20))
@settings(deadline=None, max_examples=20)
def test_equal_numbers_of_answers_give_scipys_slope(rows: list[list[int]]) -> None:
    means = [np.mean(row) for row in rows]
    with np.errstate(invalid="ignore"):
        expected = stats.theilslopes(means, np.arange(len(rows))).slope
    assert check_trend(scored(rows)).slope_per_interview == pytest.approx(expected)


def test_a_rise_is_told_with_its_numbers() -> None:
    trend = check_trend(scored(RISING))
    assert trend.verdict == "improving"
    assert trend.low <= trend.slope_per_interview <= trend.high
    assert trend.low > 0
    assert (trend.interview_count, trend.answer_count) == (8, 16)
    assert "Your answers got better" in trend.sentence


def test_two_interviews_on_one_day_are_one_moment() -> None:
    rows = [[1], [2], [3], [4], [5], [5]]
    one = check_trend(scored(rows, days=[0, 1, 2, 3, 4, 4]))
    other = check_trend(scored([*rows[:4], rows[5], rows[4]], days=[0, 1, 2, 3, 4, 4]))
    assert same(one, other)
    assert check_trend(scored(rows, days=[3] * 6)).verdict == "no clear change"


def test_one_criterion_one_topic_one_kind_at_a_time() -> None:
    topics = [["team", "salary"]] * 8
    view = scored(RISING, topics=topics, kinds=["panel"] * 7 + ["trial day"])
    view = view.and_(ratings=[rating("a_000_00", 4, criterion="contribution")])
    assert check_trend(view, topic="team").answer_count == 8
    assert check_trend(view, kind="Panel").interview_count == 7
    own = check_trend(view, criterion="Own part")
    assert own.answer_count == 1
    assert "One rated interview so far" in own.sentence
    assert check_trend(view, criterion="no such").verdict == "not enough yet"


@pytest.mark.parametrize("view", [Records(), scored([[3]]), scored([[3], [4]])])
def test_a_small_journal_has_a_page(view: Records) -> None:
    page = trends_page(view)
    assert page.trend.verdict == "not enough yet"
    assert page.look_count == 0
    assert page.interview_count == len(view.interviews)
    assert len(page.then_and_now) == (len(view.interviews) == 2)
    assert bool(page.strengths) == bool(view.interviews)


def test_a_page_is_the_same_from_a_kept_cache_and_afresh() -> None:
    view, cache = scored(RISING, topics=[["team", "salary"]] * 8), TrendsCache()
    for filters in (ij.TrendFilters(), ij.TrendFilters(topic="team"), ij.TrendFilters()):
        kept, fresh = trends_page(view, filters, cache=cache), trends_page(view, filters)
        assert (kept.trend, kept.strengths, kept.then_and_now, kept.choices) == (
            fresh.trend,
            fresh.strengths,
            fresh.then_and_now,
            fresh.choices,
        )
        for one, other in zip(kept.figures, fresh.figures, strict=True):
            pd.testing.assert_frame_equal(one.frame, other.frame)
            assert one.sentence == other.sentence


def test_filters_do_not_leak_into_the_next_page() -> None:
    view, cache = scored(RISING, kinds=["panel"] * 7 + ["trial day"]), TrendsCache()
    first = trends_page(view, cache=cache)
    assert trends_page(view, ij.TrendFilters(kind="trial day"), cache=cache).interview_count == 1
    assert trends_page(view, cache=cache).trend == first.trend


def test_a_page_names_a_criterion_by_its_key() -> None:
    page = trends_page(scored(RISING), ij.TrendFilters(criterion="Own part"))
    assert page.filters.criterion == "contribution"
    assert page.answer_count == 0


def test_a_frame_takes_the_filters_by_name_and_days_as_typed() -> None:
    view = scored(RISING)
    day = view.interviews[3].held_on
    for start in (day, day.isoformat()):
        frame = trend_frame(view, "score", start=start, end=day + timedelta(days=7))
        assert frame["number"].tolist() == [1, 2]
    assert trend_frame(view, criterion="structure").empty
    with pytest.raises(ValueError, match="no picture 'scores'; there are score, criteria"):
        trend_frame(view, "scores")


def test_the_line_of_code_gives_the_pictures_frame() -> None:
    view = scored(RISING, kinds=["panel"] * 8)
    page = trends_page(view, ij.TrendFilters(kind="panel", end=view.interviews[6].held_on))
    for figure in page.figures:
        frame = eval(figure.code, {"ij": ij, "journal": view})  # noqa: S307 - our own line
        pd.testing.assert_frame_equal(frame, figure.frame)


def test_a_journal_on_disk_is_read_again_when_it_changed(tmp_path: Path) -> None:
    made = write_evening(tmp_path)
    cache = TrendsCache()
    assert trends_page(made.journal, cache=cache).answer_count == 0
    made.journal.add(ij.Rating(answer_id=made.answer.id, score=4, rated_at=Clock()()))
    page = trends_page(made.journal, cache=cache)
    assert page.answer_count == 1
    assert math.isnan(check_trend(made.journal).slope_per_interview)
