"""The trends panel: what is chosen and pressed reaches the screen, and stays the same afresh."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING, Any

import pytest
from matplotlib.figure import Figure

from interview_journal.api.demo import copy_sample
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Interview, Rating
from interview_journal.widgets.chart_view import Place
from interview_journal.widgets.trends_filters import NO_FILTERS
from interview_journal.widgets.trends_panel import TrendsPanel
from tests.trend_journal import fill_rounds, trend_journal

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

PLACE = Place(width_px=500, theme="light")


@pytest.fixture
def panel(tmp_path: Path) -> TrendsPanel:
    return placed(trend_journal(tmp_path / "j", 8))


def placed(journal: Journal) -> TrendsPanel:
    """Return a panel that the screen has told where it stands."""
    panel = TrendsPanel(journal)
    panel.take_place(PLACE)
    return panel


def choose(panel: TrendsPanel, **values: str) -> None:
    """Choose filters, as the screen reports it."""
    panel.filter_form.take_typed({**panel.filter_form.values, **values})


def shown(panel: TrendsPanel) -> dict[str, Any]:
    """Return all that is on the screen."""
    return {
        "upper": panel.upper.sections,
        "lower": panel.lower.sections,
        "charts": [(one.shown, one.image, one.size) for one in panel.charts.children],
        "filters": (panel.filter_form.fields, panel.filter_form.buttons, panel.filter_form.lead),
        "values": panel.filter_form.values,
    }


def lead(panel: TrendsPanel) -> str:
    return str(panel.upper.sections[0]["texts"][0])


def images(panel: TrendsPanel) -> list[bytes]:
    return [one.image for one in panel.charts.children]


def test_words_come_first_and_pictures_when_the_place_is_known(tmp_path: Path) -> None:
    panel = TrendsPanel(trend_journal(tmp_path / "j", 8))
    assert len(panel.charts.children) == 5
    assert images(panel) == [b""] * 5
    panel.take_place(PLACE)
    assert all(one.startswith(b"\x89PNG") for one in images(panel))


def test_every_view_that_tells_the_same_place_draws_nothing_more(
    panel: TrendsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel._painter, "picture", lambda *_: pytest.fail("drawn again"))
    for view in panel.views:
        view._hear(view, {"type": "place", "width": 500, "theme": "light", "ratio": 1}, [])


def test_another_theme_is_drawn_in_it(panel: TrendsPanel) -> None:
    before = images(panel)
    panel.take_place(Place(width_px=500, theme="dark"))
    assert all(one != two for one, two in zip(before, images(panel), strict=True))


def test_one_change_of_a_filter_changes_sentence_and_picture(panel: TrendsPanel) -> None:
    before = shown(panel)["charts"]
    choose(panel, company="Osprey Freight")
    after = shown(panel)["charts"]
    assert after[0][0]["sentence"] != before[0][0]["sentence"]
    assert after[0][1] != before[0][1]
    assert panel.filter_form.lead == "Only: Osprey Freight."
    assert [one["name"] for one in panel.filter_form.buttons] == ["clear"]


def test_filters_are_cleared_by_the_form_and_by_the_sheet(panel: TrendsPanel) -> None:
    before = shown(panel)
    for clear in (lambda: panel.filter_form.press("clear"), lambda: panel.press("clear")):
        choose(panel, company="Osprey Freight", axis="date")
        clear()
        assert shown(panel) == before


def test_a_filter_that_fits_nothing_says_so_and_keeps_the_form(panel: TrendsPanel) -> None:
    choose(panel, end="2020-01-01")
    assert lead(panel) == "No score fits what you chose."
    assert panel.charts.children == ()
    assert panel.filter_form.fields


def test_a_day_that_is_no_day_is_told_beside_it_and_nothing_else_moves(panel: TrendsPanel) -> None:
    before = shown(panel)
    choose(panel, start="2026-02-01", end="2026-01-01")
    assert panel.filter_form.errors == {"end": "This day lies before the first one."}
    assert shown(panel)["charts"] == before["charts"]
    choose(panel, end="2026-03-01")
    assert panel.filter_form.errors == {}
    assert shown(panel)["charts"] != before["charts"]


def test_the_filters_fold_away(panel: TrendsPanel) -> None:
    assert not panel.filter_form.opened
    panel.filter_form.press("toggle")
    assert panel.filter_form.opened


def test_hiding_scores_is_kept_and_leaves_words_only(panel: TrendsPanel) -> None:
    panel.press("scores", "hide")
    assert panel.journal.setting("hide_scores") == "yes"
    assert images(panel) == [b""] * 5
    told = str(panel.upper.sections) + str([one.shown for one in panel.charts.children])
    assert not re.search(r"\b[1-5](\.\d+)? of 5\b|\d\.\d", told)
    again = placed(open_journal(panel.journal.path, now=panel.journal.now))
    assert shown(again) == shown(panel)
    panel.press("scores", "show")
    assert all(images(panel))
    assert panel.journal.setting("hide_scores") == "no"


def test_a_chart_is_saved_by_the_browser(
    panel: TrendsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Any] = []
    view = panel.views[3]
    monkeypatch.setattr(view, "send", lambda content, buffers: sent.append((content, buffers)))
    view._hear(view, {"type": "save", "format": "svg"}, [])
    ((content, (data,)),) = sent
    assert content["name"] == "interview_journal_stages.svg"
    assert data.startswith(b"<?xml")


def test_nothing_is_saved_before_there_is_anything(tmp_path: Path) -> None:
    panel = TrendsPanel(open_journal(tmp_path / "none"))
    view = panel.views[0]
    view._hear(view, {"type": "save", "format": "png"}, [])
    assert panel.notice.message == {}


@pytest.mark.parametrize(
    ("rounds", "sentence"),
    [
        (0, "Write down your first interview."),
        (1, "One interview has scores. Write down the next one as well."),
        (2, "Too early for a trend. After five interviews we can look."),
        (12, "Take the answer you like least and write a better one."),
    ],
)
def test_a_journal_of_any_length_says_what_to_do(
    tmp_path: Path, rounds: int, sentence: str
) -> None:
    panel = placed(trend_journal(tmp_path / "j", rounds))
    assert lead(panel) == sentence
    assert len(panel.charts.children) == (5 if rounds else 0)
    assert bool(panel.filter_form.fields) == (rounds >= 2)
    assert bool(panel.filter_form.title) == (rounds >= 2)


def test_two_interviews_show_the_same_question_then_and_now(tmp_path: Path) -> None:
    panel = placed(trend_journal(tmp_path / "j", 2, answers=6))
    headings = [one.get("heading") for one in panel.upper.sections]
    assert "The same question, then and now" in headings


def test_what_another_notebook_saved_is_shown_when_the_panel_is_seen(panel: TrendsPanel) -> None:
    before = lead(panel)
    other = open_journal(panel.journal.path, now=panel.journal.now)
    held = other.interviews[0]
    other.add(Answer(interview_id=held.id, position=9, question="Anything else?"))
    assert lead(panel) == before
    panel.look()
    assert lead(panel) == "One answer has no score yet. Give it one while you remember."


def test_create_update_clear_update_equals_afresh(tmp_path: Path) -> None:
    journal = trend_journal(tmp_path / "j", 3)
    panel = placed(journal)
    choose(panel, company="Milltown Clinic")
    fill_rounds(journal, 4, seed=9)
    panel.look()
    panel.press("clear")
    gone = journal.interviews[0]
    journal.remove(gone)
    panel.look()
    choose(panel, criterion="structure", axis="date")
    afresh = placed(open_journal(journal.path, now=journal.now))
    choose(afresh, criterion="structure", axis="date")
    assert shown(panel) == shown(afresh)


def test_the_example_is_looked_at_and_left_without_a_trace(panel: TrendsPanel) -> None:
    before = shown(panel)
    files = {path: path.read_bytes() for path in panel.journal.path.glob("*.csv")}
    sample = {path: path.read_bytes() for path in sample_path().glob("*.csv")}
    choose(panel, company="Osprey Freight")
    panel.press("example")
    assert panel.upper.sections[0]["key"] == "example"
    assert panel.filter_form.values == NO_FILTERS
    assert all(images(panel))
    panel.press("scores", "hide")
    assert images(panel) == [b""] * 5
    panel.press("scores", "show")
    panel.press("own")
    assert shown(panel) == before
    assert {path: path.read_bytes() for path in panel.journal.path.glob("*.csv")} == files
    assert {path: path.read_bytes() for path in sample_path().glob("*.csv")} == sample


def test_the_sample_opened_by_itself_is_the_example() -> None:
    panel = placed(open_journal(sample_path()))
    assert panel.upper.sections[0]["key"] == "example"
    assert "buttons" not in panel.upper.sections[0]
    panel.press("scores", "hide")
    assert images(panel) == [b""] * 5


def test_a_copy_of_the_sample_is_ones_own(tmp_path: Path) -> None:
    panel = placed(open_journal(copy_sample(tmp_path / "copy")))
    assert panel.upper.sections[0]["key"] == "lead"
    assert len(panel.charts.children) == 5


def test_a_press_that_is_not_known_does_nothing(panel: TrendsPanel) -> None:
    before = shown(panel)
    panel.press("something new")
    assert shown(panel) == before


def test_a_hostile_company_is_a_choice_like_any_other(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "j")
    now = journal.now()
    name = '<script>alert("x")</script> $\\frac$ 🎉'
    job = journal.add(Application(company=name))
    for number in (1, 2):
        held = journal.add(
            Interview(application_id=job.id, held_on=now.date(), round=number, kind=name)
        )
        answer = journal.add(Answer(interview_id=held.id, question=name, answer=name, topic=name))
        journal.add(Rating(answer_id=answer.id, score=3, rated_at=now))
    panel = placed(journal)
    choose(panel, company=name)
    assert images(panel)[0]
    assert not images(panel)[2], "nothing was guessed"
    assert name in panel.filter_form.lead


def test_an_error_is_shown_in_the_panel(
    panel: TrendsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(panel, "redraw", fail)
    panel.filter_form._heard(
        None,
        {"type": "keep", "seq": 1, "values": {**NO_FILTERS, "kind": "phone screen"}, "at": 0},
        [],
    )
    assert panel.notice.message["kind"] == "bug"


def test_redraws_leave_no_figure_behind(panel: TrendsPanel) -> None:
    for number in range(20):
        choose(panel, start=f"2026-01-{number + 1:02}")
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Figure)]
