"""The picture of one application in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.charts.rendering import TIMELINE
from interview_journal.widgets.chart_view import Place
from interview_journal.widgets.handing import Handing
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.people_desk import PeopleAndDates
from interview_journal.widgets.people_timeline import KEY
from tests.widgets.people_page import NOW

if TYPE_CHECKING:
    from tests.widgets.people_page import Page

PLACE = Place(width_px=500, theme="light")


def test_the_key_is_the_one_that_the_charts_know() -> None:
    assert KEY == TIMELINE


def test_without_a_round_there_is_no_picture(page: Page) -> None:
    page.application()
    page.desk.redraw()
    picture = page.desk.picture
    assert picture.is_empty
    assert picture.view not in page.desk.page.children
    picture.take_place(PLACE)
    picture.save(picture.view, "png")
    assert picture.view.image == b""


def test_the_picture_stands_below_how_the_application_stands(page: Page) -> None:
    page.round(page.application(), answer_in_days_max=14)
    page.desk.redraw()
    shown = page.desk.page.children
    at = shown.index(page.desk.picture.view)
    assert shown[at - 1] is page.desk.slots["standing"]
    assert shown[at + 1] is page.desk.sheets["people"]
    words = page.desk.picture.view.shown
    assert words["heading"] == "Northgate Hospital: rounds and dates"
    assert words["alt"] == words["sentence"]
    assert words["sentence"].startswith("Northgate Hospital: ")


def test_its_table_says_how_to_get_the_rows_in_python(page: Page) -> None:
    page.round(page.application())
    page.desk.redraw()
    view = page.desk.picture.view
    view.open_table(is_open=True)
    first, last = view.table["code"].splitlines()
    names: dict[str, Any] = {"journal": page.journal}
    exec(first, names)  # noqa: S102 - the line that the page offers to copy
    frame = eval(last, names)  # noqa: S307 - the same
    assert len(frame) == len(view.table["rows"])


def test_it_is_drawn_for_its_place_and_anew_only_when_something_changed(page: Page) -> None:
    job = page.application()
    one = page.round(job)
    page.desk.redraw()
    picture = page.desk.picture
    assert picture.view.image == b""
    picture.take_place(PLACE)
    first = picture.view.image
    assert first.startswith(b"\x89PNG")
    assert picture.view.size[0] == 500
    picture.take_place(PLACE)
    page.desk.redraw()
    assert picture.view.image is first
    picture.take_place(Place(width_px=400, theme="dark"))
    assert picture.view.size[0] == 400
    narrow = picture.view.image
    page.journal.revise(one, outcome="advanced", outcome_known_at=NOW)
    page.desk.redraw()
    assert picture.view.image != narrow


def test_it_shows_the_same_as_one_built_afresh(page: Page) -> None:
    job = page.application()
    page.round(job)
    page.desk.redraw()
    page.desk.picture.take_place(PLACE)
    page.round(job, days=3, round=2)
    page.desk.redraw()
    kept = (page.desk.picture.view.shown, page.desk.picture.view.image)
    page.show()
    page.desk.picture.take_place(PLACE)
    assert (page.desk.picture.view.shown, page.desk.picture.view.image) == kept


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_it_is_handed_over_as_a_file(
    page: Page, monkeypatch: pytest.MonkeyPatch, kind: str, start: bytes
) -> None:
    page.round(page.application())
    page.desk.redraw()
    view = page.desk.picture.view
    given: list[Any] = []
    monkeypatch.setattr(view, "hand_out", lambda *what: given.append(what))
    page.desk.picture.save(view, kind)
    assert given == []
    page.desk.picture.take_place(PLACE)
    page.desk.picture.save(view, kind)
    ((name, image_format, data),) = given
    assert (name, image_format) == (f"interview_journal_timeline.{kind}", kind)
    assert data.startswith(start)


def test_the_examples_picture_is_marked() -> None:
    desk = PeopleAndDates(
        open_journal(sample_path()),
        Panel(label="x"),
        Handing(),
        on_changed=lambda: None,
        now=lambda: NOW.replace(month=7, day=1),
    )
    desk.redraw()
    assert desk.picture.view.shown["heading"].startswith("Example. ")
