"""One chart on the screen: words, bytes and what is pressed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from interview_journal.charts.rendering import CHART_KEYS
from interview_journal.widgets.chart_painting import KEPT_AT_MOST, ChartPainter
from interview_journal.widgets.chart_table import ROWS_AT_MOST, UNKNOWN, chart_table
from interview_journal.widgets.chart_view import ChartView, Place
from tests.charts.frames import frame_of, score_frame
from tests.widgets.trend_pages import figure

LIGHT = Place(width_px=600, theme="light")


class Heard:
    def __init__(self) -> None:
        self.places: list[Place] = []
        self.saved: list[str] = []
        self.view = ChartView(
            on_place=self.places.append, on_save=lambda _view, kind: self.saved.append(kind)
        )

    def hear(self, **content: Any) -> None:
        self.view._hear(self.view, content, [])


def test_a_figure_shows_its_sentence_which_is_also_the_alt_text() -> None:
    view = Heard().view
    view.show(figure("score"))
    assert view.shown["heading"] == "The title of score"
    assert view.shown["sentence"] == view.shown["alt"] == "The sentence of score: 3.5 of 5."
    assert view.shown["how"] == ["How we know score: p = 0.02."]
    assert repr(view) == "interview_journal chart"


def test_hidden_scores_leave_words_only() -> None:
    view = Heard().view
    view.show(figure("score"))
    view.show_picture(b"picture", 600, 300)
    view.open_table(is_open=True)
    view.show(figure("score"), hides_scores=True)
    assert view.shown == {
        "heading": "The title of score",
        "sentence": "The words of score.",
        "shows_chart": False,
    }
    assert (view.image, view.table) == (b"", {})


def test_without_a_row_there_is_the_sentence_alone() -> None:
    view = Heard().view
    view.show(figure("repair"))
    view.show_picture(b"picture", 600, 300)
    shows = [view.shows_chart]
    view.show(figure("repair", frame_of("repair").head(0)))
    assert view.shown["sentence"] == "The sentence of repair: 3.5 of 5."
    assert [*shows, view.shows_chart] == [True, False]
    assert view.image == b""


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"width": 640, "theme": "dark", "ratio": 2}, Place(640, "dark", 2)),
        ({"width": 9, "theme": "<b>", "ratio": 99}, Place(200, "light", 2)),
        ({"width": 99999, "ratio": 0}, Place(900, "light", 1)),
        ({}, Place(200, "light", 1)),
    ],
)
def test_a_place_is_kept_within_reason(told: dict[str, Any], place: Place) -> None:
    heard = Heard()
    heard.hear(type="place", **told)
    assert heard.places == [place]


def test_what_is_pressed_reaches_the_panel() -> None:
    heard = Heard()
    heard.hear(type="save", format="svg")
    heard.hear(type="save", format="exe")
    heard.hear(type="something new")
    assert heard.saved == ["svg", "png"]


def test_the_table_opens_closes_and_follows_the_figure() -> None:
    heard = Heard()
    heard.hear(type="table", open=True)
    assert heard.view.table == {}
    heard.view.show(figure("stages"))
    heard.hear(type="table", open=True)
    assert heard.view.table["rows"][0][:3] == ["Round 1", "12", "5"]
    heard.view.show(figure("stages", frame_of("stages").tail(1)))
    assert [row[0] for row in heard.view.table["rows"]] == ["Round 3 and later"]
    heard.hear(type="table", open=False)
    assert heard.view.table == {}


def test_a_file_is_handed_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[Any, Any]] = []
    view = Heard().view
    monkeypatch.setattr(view, "send", lambda content, buffers: sent.append((content, buffers)))
    view.hand_out("a.svg", "svg", b"<svg/>")
    assert sent == [({"type": "file", "name": "a.svg", "format": "svg"}, [b"<svg/>"])]


def test_the_same_picture_is_not_sent_again() -> None:
    view = Heard().view
    changes: list[Any] = []
    view.observe(changes.append, "image")
    view.show_picture(b"one", 10, 10)
    view.show_picture(b"one", 10, 10)
    assert len(changes) == 1


# The table ----------------------------------------------------------------------------------


def test_a_table_is_words_without_ids() -> None:
    table = chart_table(figure("score", score_frame(5)))
    assert "Interview id" not in table["columns"]
    row = dict(zip(table["columns"], table["rows"][0], strict=True))
    assert row["Held on"] == "2026-01-19"
    assert row["Number"] == "1"
    assert row["Mean score"] == f"{score_frame(5)['mean_score'][0]:.2f}"
    assert table["caption"] == "The title of score: 5 rows"
    assert table["code"] == "ij.trend_frame(journal, 'score')"
    assert table["note"] == ""


def test_unknown_values_and_yes_and_no_are_words() -> None:
    frame = pd.DataFrame(
        {
            "a": [np.nan],
            "b": [pd.NaT],
            "c": [None],
            "d": [True],
            "e": [np.False_],
            "f": ["<b>"],
            "g": [np.float64(0.126)],
        }
    )
    (row,) = chart_table(figure("score", frame))["rows"]
    assert row == [UNKNOWN, UNKNOWN, UNKNOWN, "yes", "no", "<b>", "0.13"]


def test_a_number_that_is_not_there_is_a_dash_in_the_table() -> None:
    frame = pd.DataFrame({"number": pd.array([1, pd.NA], dtype="Int64")})
    rows = chart_table(figure("timeline", frame))["rows"]
    assert rows == [["1"], [UNKNOWN]]


def test_a_long_table_says_that_it_is_cut() -> None:
    table = chart_table(figure("score", score_frame(ROWS_AT_MOST + 50)))
    assert len(table["rows"]) == ROWS_AT_MOST
    assert table["note"].startswith("The first 200 of 250 rows.")


# The painter --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", CHART_KEYS)
def test_a_picture_knows_its_size_on_the_page(key: str) -> None:
    once = ChartPainter().picture(figure(key), LIGHT)
    fine = ChartPainter().picture(figure(key), Place(600, "light", 2))
    assert once.width_px == fine.width_px == 600
    assert once.height_px == fine.height_px
    assert once.data.startswith(b"\x89PNG")


def test_only_what_changed_is_drawn_again() -> None:
    painter = ChartPainter()
    first = painter.picture(figure("score"), LIGHT)
    assert painter.picture(figure("score"), LIGHT) is first, "the same rows in another frame"
    assert painter.picture(figure("score"), LIGHT, axis="date") is not first
    assert painter.picture(figure("score"), Place(600, "dark")) is not first
    assert painter.picture(figure("score", score_frame(3)), LIGHT) is not first
    repair = painter.picture(figure("repair"), LIGHT)
    assert painter.picture(figure("repair"), LIGHT, axis="date") is repair, "it knows no time"
    assert painter.picture(figure("repair", meta={"low": 1.0}), LIGHT) is not repair


def test_only_the_latest_pictures_are_remembered() -> None:
    painter = ChartPainter()
    for width in range(300, 300 + KEPT_AT_MOST + 1):
        painter.picture(figure("stages"), Place(width, "light"))
    assert len(painter._drawn) == KEPT_AT_MOST


def test_a_file_is_drawn_with_its_title_in_the_theme() -> None:
    svg = ChartPainter.file(figure("stages"), "svg", "dark")
    assert svg.startswith(b"<?xml")
    assert b"#111111" in svg
    assert ChartPainter.file(figure("stages"), "png", "light").startswith(b"\x89PNG")
