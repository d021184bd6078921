"""Topics before and after, read back from what was drawn."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.charts.repair import plot_repair
from interview_journal.charts.rows import ROWS_AT_MOST
from tests.charts.frames import MEANS, repair_frame
from tests.charts.reading import line, rows_of, words


def test_each_topic_has_a_ring_before_and_a_dot_after() -> None:
    frame = repair_frame()
    ax = plot_repair(frame)
    for name, own in (
        ("worked on", frame["is_repaired"]),
        ("not worked on", ~frame["is_repaired"]),
    ):
        before, after = line(ax, f"{name}, before"), line(ax, f"{name}, after")
        np.testing.assert_array_equal(before.get_xdata(), frame["before_mean"][own])
        np.testing.assert_array_equal(after.get_xdata(), frame["after_mean"][own])
        assert before.get_markerfacecolor() != after.get_markerfacecolor()


def test_topics_that_were_worked_on_differ_in_more_than_colour() -> None:
    ax = plot_repair(repair_frame())
    lines: dict[str, Any] = {str(one.get_label()): one for one in ax.collections}
    assert lines["worked on"].get_linestyle()[0][1] is None
    assert lines["not worked on"].get_linestyle()[0][1] is not None
    assert "worked on: 1 answer, then 2" in words(ax)
    assert "not worked on: 1 answer, then 2" in words(ax)


def test_a_topic_that_was_not_asked_since_says_so() -> None:
    ax = plot_repair(repair_frame())
    assert "worked on, not asked since" in words(ax)
    assert np.isnan(line(ax, "worked on, after").get_xdata()).sum() == 1


def test_topics_of_one_kind_only_draw_no_empty_group() -> None:
    frame = repair_frame().assign(is_repaired=False)
    labels = [one.get_label() for one in plot_repair(frame).lines]
    assert labels == ["not worked on, before", "not worked on, after"]


def test_the_mean_changes_stand_below_with_their_intervals() -> None:
    ax = plot_repair(repair_frame(), meta=MEANS)
    assert list(line(ax, "worked on").get_xdata()) == [0.7]
    assert list(line(ax, "not worked on").get_xdata()) == [0.2]
    np.testing.assert_allclose(rows_of(ax, "95 % interval"), [[-0.3, 1.7], [-0.5, 0.9]])
    assert {"Mean change, with 95 % interval", "worse", "better"} <= set(words(ax))


@pytest.mark.parametrize(
    "meta",
    [
        pytest.param(None, id="nothing known"),
        pytest.param({"mean_change": 1.0, "low": math.nan, "high": math.nan}, id="no interval"),
        pytest.param({**MEANS, "mean_change": "unknown"}, id="no number"),
    ],
)
def test_a_mean_without_its_interval_is_not_drawn(meta: dict[str, float | str] | None) -> None:
    ax = plot_repair(repair_frame(), meta=meta)
    assert "Mean change, with 95 % interval" not in words(ax)


def test_the_others_mean_alone_is_not_known() -> None:
    ax = plot_repair(repair_frame(), meta={**MEANS, "other_low": math.nan})
    assert "worked on" in [one.get_label() for one in ax.lines]
    assert "not worked on" not in [one.get_label() for one in ax.lines]


def test_the_strip_lies_within_the_picture() -> None:
    ax = plot_repair(repair_frame(), meta=MEANS)
    figure = ax.get_figure(root=True)
    assert figure is not None
    figure.draw_without_rendering()
    assert min(one.get_window_extent().y0 for one in ax.texts) >= 0


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=20), st.sampled_from([260, 700]))
def test_any_frame_is_drawn_and_left_alone(labels: list[str], width_px: int) -> None:
    frame = repair_frame(tuple(labels))
    before = frame.copy()
    ax = plot_repair(frame, width_px=width_px, meta=MEANS)
    assert frame.equals(before)
    drawn = [one for one in ax.lines if str(one.get_label()).endswith("before")]
    rows = sum(len(np.atleast_1d(one.get_xdata())) for one in drawn)
    assert rows == min(len(frame), ROWS_AT_MOST)
    assert len(rows_of(ax, "worked on")) == min(int(frame["is_repaired"].sum()), ROWS_AT_MOST)
