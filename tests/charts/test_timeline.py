"""One application in time, read back from what was drawn."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from interview_journal.charts.rendering import TIMELINE, Output, plot_chart, render
from interview_journal.charts.themes import DARK, LIGHT
from interview_journal.charts.timeline import EMPTY, MARKS_AT_MOST, plot_timeline
from tests.charts.frames import HOSTILE
from tests.charts.reading import line, words

MARKS: Any = [
    ("round", "2025-12-30", "2025-12-30", "Round 1: phone screen", "with Ana Ruiz", True, 1),
    ("done", "2025-12-31", "2025-12-31", "Thanked Ana Ruiz", "e-mail", True, None),
    ("outcome", "2026-01-08", "2026-01-08", "They said yes", "9 days after round 1", True, None),
    ("round", "2026-02-25", "2026-02-25", "Round 2: panel interview", "", True, 2),
    ("today", "2026-03-03", "2026-03-03", "Today", "", True, None),
    ("due", "2026-03-03", "2026-03-03", "Thank Ben Cole", "now", False, None),
    ("round", "2026-03-09", "2026-03-09", "Round 3", "9 am", False, 3),
    ("waiting", "2026-02-25", "2026-03-12", "Waiting: day 6 of 14", "nothing", False, None),
    ("due", "2026-03-12", "2026-03-12", "Ask Ana Ruiz for news", "from then", False, None),
]
TODAY = 4


def frame_of(marks: Any = tuple(MARKS)) -> pd.DataFrame:
    columns = ["kind", "start", "end", "label", "detail", "is_past", "number"]
    frame = pd.DataFrame(list(marks), columns=columns)
    return frame.assign(
        start=frame["start"].astype("datetime64[s]"),
        end=frame["end"].astype("datetime64[s]"),
        is_past=frame["is_past"].astype(bool),
        number=frame["number"].astype("Int64"),
    )


def heights(ax: Any) -> dict[str, float]:
    """Return the height of each text from the top."""
    return {one.get_text().replace("\n", " "): one.get_position()[1] for one in ax.texts}


def dots(ax: Any, kind: str) -> list[Any]:
    return [one for one in ax.lines if one.get_label() == kind]


def rail(ax: Any, label: str) -> tuple[float, float]:
    (found,) = [one for one in ax.collections if one.get_label() == label]
    (path,) = found.get_paths()
    return float(path.vertices[0, 1]), float(path.vertices[-1, 1])


def test_the_marks_stand_in_the_order_given_each_on_a_line_of_its_own() -> None:
    ax = plot_timeline(frame_of(), width_px=400)
    found = heights(ax)
    places = [found[label] for _, _, _, label, *_ in MARKS]
    assert np.diff(places).min() > 20
    low, high = ax.get_ylim()
    assert low > high, "the earliest is on top"


def test_rounds_carry_their_number_filled_when_held_and_open_before() -> None:
    ax = plot_timeline(frame_of())
    rounds = dots(ax, "round")
    assert [one.get_markerfacecolor() for one in rounds] == [LIGHT.main, LIGHT.main, LIGHT.page]
    assert {one.get_markeredgecolor() for one in rounds} == {LIGHT.main}
    assert {"1", "2", "3"} <= set(words(ax))


def test_what_is_due_is_an_open_ring_and_what_was_done_a_dot() -> None:
    ax = plot_timeline(frame_of())
    assert [one.get_markerfacecolor() for one in dots(ax, "due")] == [LIGHT.page] * 2
    assert [one.get_markeredgecolor() for one in dots(ax, "due")] == [LIGHT.other] * 2
    assert line(ax, "done").get_markerfacecolor() == LIGHT.main
    assert line(ax, "outcome").get_marker() == "D"


def test_the_rail_is_a_line_until_today_and_dots_from_there_on() -> None:
    ax = plot_timeline(frame_of())
    at = rail(ax, "today")[0]
    assert rail(ax, "past")[1] == rail(ax, "ahead")[0] == at
    assert rail(ax, "ahead")[1] == dots(ax, "due")[-1].get_ydata()[0]


def test_an_application_that_ended_has_nothing_ahead() -> None:
    ax = plot_timeline(frame_of(MARKS[: TODAY + 1]))
    assert not [one for one in ax.collections if one.get_label() == "ahead"]
    no_today = plot_timeline(frame_of(MARKS[:TODAY]))
    assert not [one for one in no_today.collections if one.get_label() in ("ahead", "today")]


def test_waiting_reaches_from_its_round_to_its_end() -> None:
    ax = plot_timeline(frame_of())
    second = dots(ax, "round")[1].get_ydata()[0]
    assert rail(ax, "waiting") == (second, line(ax, "waiting").get_ydata()[0])


def test_waiting_since_a_round_that_is_left_out_begins_at_the_top() -> None:
    ax = plot_timeline(frame_of(MARKS[TODAY:]))
    assert rail(ax, "waiting")[0] == rail(ax, "today")[0]


def test_days_are_said_once_and_the_year_where_it_changes() -> None:
    shown = words(plot_timeline(frame_of()))
    assert {"30 Dec 2025", "31 Dec", "8 Jan 2026", "25 Feb", "9 Mar"} <= set(shown)
    assert shown.count("12 Mar") == 1
    assert shown.count("3 Mar") == 1, "today says its day, what is due then does not again"


def test_a_longer_time_is_a_longer_way_up_to_a_bound() -> None:
    found = heights(plot_timeline(frame_of()))
    near = found["Thanked Ana Ruiz"] - found["Round 1: phone screen"]
    far = found["They said yes"] - found["Thanked Ana Ruiz"]
    assert far > near
    one_month, one_year = (
        heights(plot_timeline(frame_of([MARKS[0], (*MARKS[3][:2], end, *MARKS[3][3:])])))[
            "Round 2: panel interview"
        ]
        for end in ("2026-01-30", "2026-12-30")
    )
    assert one_month == one_year


@pytest.mark.parametrize(("width_px", "is_beside"), [(400, False), (900, True)])
def test_softer_words_stand_beside_where_there_is_room_and_below_where_not(
    width_px: int, is_beside: bool
) -> None:
    ax = plot_timeline(frame_of(), width_px=width_px)
    label, detail = (
        next(one for one in ax.texts if one.get_text() == text)
        for text in ("Thanked Ana Ruiz", "e-mail")
    )
    assert (detail.get_position()[0] > label.get_position()[0] + 60) is is_beside
    assert (detail.get_position()[1] > label.get_position()[1] + 10) is not is_beside


@pytest.mark.parametrize("width_px", [300, 400, 900])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_no_word_leaves_the_picture_and_none_covers_another(width_px: int, theme: Any) -> None:
    wordy = [(*one[:3], f"{one[3]} and very many others of the house", *one[4:]) for one in MARKS]
    ax = plot_timeline(frame_of(wordy), theme=theme, width_px=width_px)
    figure = ax.get_figure(root=True)
    assert figure is not None
    figure.draw_without_rendering()
    boxes = [(one.get_text(), one.get_window_extent()) for one in ax.texts]
    for text, box in boxes:
        assert box.x0 >= -1, text
        assert box.x1 <= figure.bbox.width + 1, text
        assert box.y0 >= -1, text
        assert box.y1 <= figure.bbox.height + 1, text
    for place, (text, box) in enumerate(boxes):
        for other, beside in boxes[place + 1 :]:
            assert not box.padded(-1.5).overlaps(beside.padded(-1.5)), (text, other)


@pytest.mark.parametrize("image_format", ["png", "svg"])
def test_no_text_of_a_person_can_warn_or_fail(image_format: Any) -> None:
    marks = [(*MARKS[0][:3], text, text, True, 1) for text in HOSTILE]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        output = Output(image_format=image_format)
        assert render(TIMELINE, frame_of(marks), LIGHT, 400, output=output)


def test_the_earliest_of_very_many_marks_are_left_to_the_table() -> None:
    frame = frame_of([MARKS[0]] * 5 + [MARKS[1]] * MARKS_AT_MOST)
    ax = plot_timeline(frame)
    assert words(ax)[0].endswith("; 5 earlier in the table")
    assert len(ax.lines) == MARKS_AT_MOST
    assert not dots(ax, "round")


def test_an_empty_frame_draws_one_sentence() -> None:
    ax = plot_timeline(frame_of().head(0), width_px=300)
    assert words(ax) == [EMPTY]


def test_an_axes_that_is_given_is_drawn_on() -> None:
    for frame in (frame_of(), frame_of().head(0)):
        ax = Figure(figsize=(7, 6)).add_subplot()
        assert plot_chart(TIMELINE, frame, ax=ax) is ax
        assert ax.texts


def test_the_same_frame_gives_the_same_bytes() -> None:
    for output in (Output(), Output(image_format="svg", title="Acme")):
        made = [render(TIMELINE, frame_of(), DARK, 400, output=output) for _ in range(2)]
        assert made[0] == made[1]
