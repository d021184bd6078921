"""The scores from interview to interview, read back from what was drawn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.charts.score_trend import MANY, plot_score_trend
from interview_journal.charts.themes import DARK, LIGHT
from tests.charts.frames import score_frame
from tests.charts.reading import band, line, rows_of, words


def test_each_interview_is_one_dot_at_its_score() -> None:
    frame = score_frame(7)
    ax = plot_score_trend(frame)
    np.testing.assert_array_equal(line(ax, "interviews").get_ydata(), frame["mean_score"])
    np.testing.assert_array_equal(line(ax, "interviews").get_xdata(), frame["number"])
    assert line(ax, "interviews").get_linestyle() == "None"


@pytest.mark.parametrize("count", [1, 2, 4])
def test_below_five_interviews_there_are_dots_and_no_line(count: int) -> None:
    ax = plot_score_trend(score_frame(count))
    assert [one.get_label() for one in ax.lines] == ["interviews"]
    assert "line" not in " ".join(words(ax))


def test_the_line_its_band_and_the_noise_are_the_columns() -> None:
    frame = score_frame(9)
    ax = plot_score_trend(frame)
    np.testing.assert_array_equal(line(ax, "line").get_ydata(), frame["line"])
    low, high = band(ax, "95 % band of the line")
    assert low == pytest.approx(frame["line_low"].min())
    assert high == pytest.approx(frame["line_high"].max())
    np.testing.assert_allclose(
        rows_of(ax, "re-rating noise", across=1), frame[["noise_low", "noise_high"]]
    )


def test_unknown_noise_is_not_drawn_and_not_spoken_of() -> None:
    ax = plot_score_trend(score_frame(9, has_noise=False))
    assert "re-rating noise" not in [one.get_label() for one in ax.collections]
    assert "own ratings vary" not in " ".join(words(ax))


def test_only_columns_that_are_there_are_drawn() -> None:
    frame = score_frame(9).drop(columns=["noise_low", "noise_high", "line_low", "line_high"])
    ax = plot_score_trend(frame)
    assert [one.get_label() for one in ax.lines] == ["line", "interviews"]
    ax = plot_score_trend(frame.drop(columns=["line"]))
    assert [one.get_label() for one in ax.lines] == ["interviews"]


def test_many_interviews_have_one_band_of_noise_and_round_numbers() -> None:
    frame = score_frame(MANY + 340)
    ax = plot_score_trend(frame)
    low, high = band(ax, "re-rating noise")
    assert low == pytest.approx(frame["noise_low"].min())
    assert high == pytest.approx(frame["noise_high"].max())
    assert {"1", "100", "200", "300", "400"} <= set(words(ax))


def test_the_chart_says_how_many_and_in_which_unit() -> None:
    frame = score_frame(3)
    shown = words(plot_score_trend(frame))
    assert f"Mean score of 3 interviews, {frame['answer_count'].sum()} rated answers" in shown
    assert {"1 weak", "3 fine", "5 strong", "interview, oldest first"} <= set(shown)
    (one,) = [text for text in words(plot_score_trend(score_frame(1))) if "Mean score" in text]
    assert one.startswith("Mean score of 1 interview, ")


def test_days_are_drawn_to_scale_and_named() -> None:
    frame = score_frame(6)
    ax = plot_score_trend(frame, axis="date")
    np.testing.assert_array_equal(line(ax, "interviews").get_xdata(orig=True), frame["held_on"])
    shown = words(ax)
    assert {"19 Jan 2026", "23 Feb 2026", "day of the interview"} <= set(shown)


def test_days_of_several_years_are_named_by_month() -> None:
    frame = score_frame(80)
    assert "Jan 2026" in words(plot_score_trend(frame, axis="date"))


def test_one_day_alone_is_named_once() -> None:
    shown = words(plot_score_trend(score_frame(1), axis="date"))
    assert shown.count("19 Jan 2026") == 1


def test_line_and_dots_differ_in_more_than_colour() -> None:
    ax = plot_score_trend(score_frame(9))
    assert line(ax, "interviews").get_marker() == "o"
    assert line(ax, "line").get_marker() == "None"
    assert line(ax, "line").get_linestyle() == "-"


def test_labels_stand_beside_what_they_name_in_its_colour() -> None:
    ax = plot_score_trend(score_frame(9))
    colours = {one.get_text().split()[0]: one.get_color() for one in ax.texts}
    assert colours["latest"] == LIGHT.main
    assert colours["line;"] == LIGHT.other_text


def test_an_axes_that_is_given_is_drawn_on() -> None:
    ours = plot_score_trend(score_frame(2))
    ours.clear()
    assert plot_score_trend(score_frame(3), ax=ours, theme=DARK) is ours
    assert len(line(ours, "interviews").get_ydata()) == 3


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 90),
    st.sampled_from(["number", "date"]),
    st.sampled_from([260, 420, 700, 900]),
    st.booleans(),
)
def test_any_frame_is_drawn_and_left_alone(
    count: int, axis: str, width_px: int, has_noise: bool
) -> None:
    frame = score_frame(count, has_noise=has_noise)
    before = frame.copy()
    ax = plot_score_trend(frame, axis=axis, width_px=width_px)
    assert frame.equals(before)
    np.testing.assert_array_equal(line(ax, "interviews").get_ydata(), frame["mean_score"])
    assert ax.get_ylim() == (0.8, 5.2)
