"""Criteria side by side, read back from what was drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.charts.criteria import CHANGES_BEGIN, plot_criteria
from interview_journal.charts.lettering import drawable
from interview_journal.charts.rows import ROWS_AT_MOST
from interview_journal.charts.themes import LIGHT
from tests.charts.frames import HOSTILE, criteria_frame
from tests.charts.reading import line, rows_of, words

FOUR = ("Relevance", "Structure", "Own part", "Evidence")


def test_each_criterion_is_a_row_in_the_order_given() -> None:
    frame = criteria_frame(FOUR)
    ax = plot_criteria(frame)
    np.testing.assert_array_equal(line(ax, "mean score").get_xdata(), frame["mean_score"])
    assert list(line(ax, "mean score").get_ydata()) == [0, 1, 2, 3]
    shown = words(ax)
    assert [one for one in shown if one in FOUR] == list(FOUR)
    assert {"4.2", "2.1", "1 answer", "4 answers"} <= set(shown)
    low, high = ax.get_ylim()
    assert low > high, "the first row is on top"


def test_each_change_stands_in_its_interval_beside_zero() -> None:
    frame = criteria_frame(FOUR)
    ax = plot_criteria(frame)
    np.testing.assert_allclose(rows_of(ax, "95 % interval"), frame[["low", "high"]])
    assert line(ax, "improving").get_xdata() == pytest.approx([0.12])
    assert line(ax, "declining").get_xdata() == pytest.approx([-0.08])
    assert {"worse", "0", "better", "improving", "declining", "too early"} <= set(words(ax))


def test_the_changes_keep_to_their_part_of_the_axes() -> None:
    ax = plot_criteria(criteria_frame(FOUR))
    for label in ("improving", "declining", "no clear change"):
        drawn = line(ax, label)
        points = drawn.get_transform().transform(np.column_stack(drawn.get_data()))
        across = ax.transAxes.inverted().transform(points)[:, 0]
        assert all(CHANGES_BEGIN <= one <= 1 for one in across)


def test_verdicts_differ_in_more_than_colour() -> None:
    ax = plot_criteria(criteria_frame(FOUR))
    markers = {line(ax, one).get_marker() for one in ("improving", "declining", "no clear change")}
    assert len(markers) == 3


def test_without_any_interval_only_the_means_are_drawn() -> None:
    frame = criteria_frame(FOUR).assign(low=np.nan, high=np.nan)
    ax = plot_criteria(frame)
    assert [one.get_label() for one in ax.lines] == ["mean score"]
    assert "too early" not in words(ax)
    assert words(ax)[0] == "Mean score"


def test_on_a_narrow_page_the_names_keep_the_room() -> None:
    shown = words(plot_criteria(criteria_frame(FOUR), width_px=300))
    assert "n 4" in shown
    assert "Own part" in shown


def test_more_rows_than_fit_are_counted() -> None:
    frame = criteria_frame(tuple(f"Criterion {number}" for number in range(ROWS_AT_MOST + 4)))
    ax = plot_criteria(frame)
    assert len(line(ax, "mean score").get_xdata()) == ROWS_AT_MOST
    assert "4 more in the table" in words(ax)[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_criterion_of_ones_own_is_drawn_as_typed(name: str) -> None:
    shown = plot_criteria(criteria_frame((name, "Structure"))).texts
    start = " ".join(drawable(name).split())[:6]
    assert any(one.get_text().startswith(start) for one in shown)
    assert not any(one.get_parse_math() for one in shown)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=20), st.sampled_from([260, 700]))
def test_any_frame_is_drawn_and_left_alone(labels: list[str], width_px: int) -> None:
    frame: Any = criteria_frame(tuple(labels))
    before = frame.copy()
    ax = plot_criteria(frame, width_px=width_px, theme=LIGHT)
    assert frame.equals(before)
    shown = line(ax, "mean score").get_xdata()
    np.testing.assert_array_equal(shown, frame["mean_score"][:ROWS_AT_MOST])
