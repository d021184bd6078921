"""How far it went, read back from what was drawn."""

from __future__ import annotations

import numpy as np

from interview_journal.charts.stages import plot_stages
from tests.charts.frames import stages_frame
from tests.charts.reading import line, rows_of, words


def test_each_stage_is_a_row_with_its_share_and_interval() -> None:
    frame = stages_frame()
    ax = plot_stages(frame)
    dots = line(ax, "share that went on")
    np.testing.assert_allclose(dots.get_xdata(), 100 * frame["share"])
    np.testing.assert_allclose(
        rows_of(ax, "95 % interval"), 100 * frame[["low", "high"]].to_numpy()
    )
    assert [one for one in words(ax) if one.startswith("Round")] == list(frame["stage"])


def test_each_stage_says_how_many_stand_behind_it() -> None:
    shown = words(plot_stages(stages_frame()))
    assert {"5 of 12 got a yes, 2 waiting", "3 of 5 got a yes", "no answer yet, 1 waiting"} <= set(
        shown
    )
    assert "of 17 with a known answer" in shown[0]
    assert {"0 %", "50 %", "100 %"} <= set(shown)


def test_a_stage_without_an_outcome_has_no_dot() -> None:
    ax = plot_stages(stages_frame().tail(1))
    assert np.isnan(line(ax, "share that went on").get_xdata()).all()
