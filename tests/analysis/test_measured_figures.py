"""Measured figures are shown when they are there and whole."""

from __future__ import annotations

import pytest

from interview_journal.analysis.measured_figures import measured_figures, parse_figures


def test_the_packaged_file_is_whole() -> None:
    for one in measured_figures():
        assert one.words.strip() == one.words != ""
        assert any(map(str.isdigit, one.value))


@pytest.mark.parametrize("text", ["not = [toml", "figures = 3", "figures = [3]", "", "other = 1"])
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert parse_figures(text) == ()
