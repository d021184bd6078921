"""Charts for scripts: drawn by name, saved whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from interview_journal.analysis.filters import Filters
from interview_journal.api.charts import draw_chart, save_chart
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.charts.rendering import CHART_KEYS
from interview_journal.charts.themes import DARK
from interview_journal.errors import ExportError


@pytest.mark.parametrize("name", CHART_KEYS)
def test_every_chart_of_the_page_is_drawn_by_its_name(name: str) -> None:
    figure = draw_chart(open_journal(sample_path()), name, theme="dark")
    assert figure.get_facecolor()[:3] == pytest.approx((17 / 255,) * 3)
    (ax,) = figure.axes
    assert ax.texts
    assert {one.get_color() for one in ax.texts} <= {
        DARK.text,
        DARK.soft,
        DARK.main,
        DARK.other_text,
    }
    assert (
        "matplotlib.pyplot" not in sys.modules or not sys.modules["matplotlib.pyplot"].get_fignums()
    )


def test_filters_choose_what_is_drawn() -> None:
    journal = open_journal(sample_path())
    (whole,) = draw_chart(journal).axes
    part = draw_chart(journal, filters=Filters(company="Tidewell Homes", axis="date"))
    counts = [len(ax.lines[0].get_xdata()) for ax in (whole, *part.axes)]  # type: ignore[arg-type]
    assert counts == [6, 2]


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("b.SVG", b"<?xml")])
def test_a_chart_is_saved_by_its_files_name(tmp_path: Path, name: str, start: bytes) -> None:
    journal = open_journal(sample_path())
    place = save_chart(journal, "stages", tmp_path / "new" / name)
    data = place.read_bytes()
    assert data.startswith(start)
    if sys.platform != "win32":
        assert place.stat().st_mode & 0o077 == 0
    assert save_chart(journal, "stages", place, force=True).read_bytes() == data


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    place.write_bytes(b"mine")
    with pytest.raises(ExportError, match="already there"):
        save_chart(open_journal(sample_path()), "score", place)
    assert place.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("name", ["chart.pdf", "chart", "chart.svg.gz"])
def test_other_endings_are_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match=r"Let its name end with \.png or \.svg\."):
        save_chart(open_journal(sample_path()), "score", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_names_that_are_not_there_are_told() -> None:
    journal = open_journal(sample_path())
    with pytest.raises(ValueError, match=r"expected one of .*, found 'pie'"):
        draw_chart(journal, "pie")
    with pytest.raises(ValueError, match='expected "light" or "dark"'):
        draw_chart(journal, theme="sepia")
