"""Guesses against what came, read back from what was drawn."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.charts.reliability import plot_reliability
from tests.charts.frames import forecasts_frame
from tests.charts.reading import line, rows_of, words


def test_each_guess_is_one_dot_at_the_share_that_came_true() -> None:
    frame = forecasts_frame()
    ax = plot_reliability(frame)
    np.testing.assert_array_equal(line(ax, "guesses").get_xdata(), frame["percent"])
    np.testing.assert_allclose(line(ax, "guesses").get_ydata(), 100 * frame["share"])
    np.testing.assert_allclose(rows_of(ax, "95 % interval", across=1), 100 * frame[["low", "high"]])


def test_the_dashed_line_is_a_guess_that_holds_and_is_named_so() -> None:
    ax = plot_reliability(forecasts_frame())
    (dashed,) = [one for one in ax.lines if one.get_label() != "guesses"]
    np.testing.assert_array_equal(dashed.get_xdata(), [0, 100])
    np.testing.assert_array_equal(dashed.get_ydata(), [0, 100])
    assert dashed.get_linestyle() != "-"
    assert "dashed: a yes as often as you guessed; below it: less often" in words(ax)


def test_each_dot_says_how_many_stand_behind_it() -> None:
    shown = words(plot_reliability(forecasts_frame()))
    assert {"0 of 1", "0 of 3", "2 of 6", "2 of 4", "5 of 5"} <= set(shown)
    assert "Share that got a yes, with 95 % interval; 19 guesses with a known answer" in shown
    assert {"what you guessed", "25 %", "100 %"} <= set(shown)


def test_a_narrow_chart_counts_in_fewer_letters() -> None:
    shown = words(plot_reliability(forecasts_frame(), width_px=360))
    assert {"0/1", "5/5"} <= set(shown)


def test_a_single_guess_is_counted_as_one() -> None:
    shown = words(plot_reliability(forecasts_frame().head(1)))
    assert any(one.endswith("1 guess with a known answer") for one in shown)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.integers(0, 100), st.tuples(st.integers(1, 50), st.floats(0, 1))))
def test_any_percentages_are_drawn(made: dict[int, tuple[int, float]]) -> None:
    counts = [count for count, _ in made.values()]
    shares = [share for _, share in made.values()]
    frame = pd.DataFrame(
        {
            "percent": list(made),
            "forecast_count": counts,
            "advanced_count": [round(s * n) for s, n in zip(shares, counts, strict=True)],
            "share": shares,
            "low": [max(share - 0.2, 0) for share in shares],
            "high": [min(share + 0.2, 1) for share in shares],
        }
    )
    ax = plot_reliability(frame)
    if made:
        np.testing.assert_array_equal(line(ax, "guesses").get_xdata(), frame["percent"])
        assert (ax.get_xlim(), ax.get_ylim()) == ((0, 100), (0, 100))
