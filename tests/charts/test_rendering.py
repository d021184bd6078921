"""Charts as bytes: the same each time, in both themes, and nothing left behind."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import warnings
import weakref
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from interview_journal.charts import word_pictures
from interview_journal.charts.rendering import CHART_KEYS, Output, encode, plot_chart, render
from interview_journal.charts.themes import DARK, LIGHT
from tests.charts.frames import HOSTILE, MEANS, empty, frame_of
from tests.charts.reading import words

if TYPE_CHECKING:
    from interview_journal.charts.themes import Theme

THEMES = [pytest.param(theme, id=theme.name) for theme in (LIGHT, DARK)]
SVG = Output(image_format="svg", title="How far it went")


def pixels(data: bytes) -> Any:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)


@pytest.mark.parametrize("key", CHART_KEYS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_same_frame_gives_the_same_bytes(key: str, theme: Theme) -> None:
    for output in (Output(), Output(ratio=2), SVG):
        made = [render(key, frame_of(key), theme, 700, meta=MEANS, output=output) for _ in range(2)]
        assert made[0] == made[1]


@pytest.mark.parametrize("key", CHART_KEYS)
def test_a_picture_is_as_wide_as_asked_and_finer_where_asked(key: str) -> None:
    frame = frame_of(key)
    once = pixels(render(key, frame, LIGHT, 640, meta=MEANS))
    twice = pixels(render(key, frame, LIGHT, 640, meta=MEANS, output=Output(ratio=2)))
    assert once.shape[1] == 640
    assert twice.shape[:2] == (2 * once.shape[0], 2 * once.shape[1])


@pytest.mark.parametrize("key", CHART_KEYS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_page_behind_a_chart_is_the_themes(key: str, theme: Theme) -> None:
    corner = pixels(render(key, frame_of(key), theme, 700))[0, 0]
    assert "#" + "".join(f"{part:02x}" for part in corner) == theme.page


@pytest.mark.parametrize("key", CHART_KEYS)
@pytest.mark.parametrize("width_px", [260, 700])
def test_an_empty_frame_draws_one_sentence(key: str, width_px: int) -> None:
    ax = plot_chart(key, empty(key), width_px=width_px)
    (sentence,) = words(ax)
    assert sentence.endswith(".")
    assert len(ax.lines) == len(ax.collections) == 0
    assert render(key, empty(key), DARK, width_px)


@pytest.mark.parametrize("key", CHART_KEYS)
def test_an_axes_that_is_given_takes_any_chart(key: str) -> None:
    for frame in (frame_of(key), empty(key)):
        ax = Figure(figsize=(7, 4)).add_subplot()
        assert plot_chart(key, frame, ax=ax, meta=MEANS) is ax
        assert ax.texts


def test_a_chart_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        plot_chart("pie", frame_of("score"))


@pytest.mark.parametrize("width_px", [300, 700])
@pytest.mark.parametrize("key", CHART_KEYS)
def test_no_word_of_a_chart_leaves_the_picture(key: str, width_px: int) -> None:
    ax = plot_chart(key, frame_of(key), meta=MEANS, width_px=width_px)
    figure = ax.get_figure(root=True)
    assert figure is not None
    figure.draw_without_rendering()
    for text in ax.texts:
        box = text.get_window_extent()
        assert box.x0 >= -1, text.get_text()
        assert box.x1 <= figure.bbox.width + 1, text.get_text()
        assert box.y0 >= -1, text.get_text()
        assert box.y1 <= figure.bbox.height + 1, text.get_text()


@pytest.mark.parametrize("key", ["criteria", "repair", "stages"])
@pytest.mark.parametrize("output", [Output(), SVG], ids=["png", "svg"])
def test_no_text_of_a_person_can_warn_or_fail(key: str, output: Output) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert render(key, frame_of(key, HOSTILE), LIGHT, 420, meta=MEANS, output=output)


def test_a_saved_picture_carries_its_title_and_keeps_its_chart() -> None:
    frame = frame_of("stages")
    plain = pixels(render("stages", frame, LIGHT, 700))
    titled = pixels(render("stages", frame, LIGHT, 700, output=Output(title="$How$ far " * 12)))
    assert titled.shape[0] > plain.shape[0] + 60
    assert titled.shape[1] > plain.shape[1]


def test_an_svg_says_nothing_of_when_it_was_made() -> None:
    data = render("score", frame_of("score"), LIGHT, 700, output=SVG).decode()
    assert "<dc:date>" not in data
    root = ET.fromstring(data)  # noqa: S314 - our own picture
    assert root.tag.endswith("svg")


def test_no_figure_is_held_after_it_was_drawn() -> None:
    ax = plot_chart("score", frame_of("score"))
    figure = ax.get_figure(root=True)
    assert isinstance(figure, Figure)
    encode(figure, "png")
    gone = weakref.ref(figure)
    del ax, figure
    gc.collect()
    assert gone() is None


def test_drawing_never_loads_pyplot() -> None:
    code = (
        "import sys\n"
        "from tests.charts.frames import frame_of\n"
        "from interview_journal.charts.rendering import CHART_KEYS, render\n"
        "from interview_journal.charts.themes import LIGHT\n"
        "for key in CHART_KEYS: render(key, frame_of(key), LIGHT, 400)\n"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_importing_the_charts_loads_nothing_heavy() -> None:
    code = (
        "import sys, interview_journal.charts.rendering\n"
        "print(sorted({'matplotlib', 'pandas', 'numpy', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("key", CHART_KEYS)
def test_remembered_words_look_as_if_drawn_anew(key: str) -> None:
    figure = plot_chart(key, frame_of(key), meta=MEANS).get_figure(root=True)
    assert isinstance(figure, Figure)
    ours = pixels(encode(figure, "png"))
    assert (ours == pixels(encode(figure, "png"))).all()
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    plain = np.asarray(canvas.buffer_rgba())[..., :3].astype(int)  # type: ignore[no-untyped-call]
    assert abs(ours - plain).mean() < 1.5, "words may move by less than a pixel, no more"


def test_only_the_latest_words_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_pictures, "KEPT_AT_MOST", 5)
    word_pictures._pictures.clear()
    word_pictures._sizes.clear()
    render("criteria", frame_of("criteria"), LIGHT, 700)
    assert len(word_pictures._pictures) == len(word_pictures._sizes) == 5


def test_turned_words_are_left_to_matplotlib() -> None:
    ax = plot_chart("stages", frame_of("stages"))
    ax.text(0.5, 0.5, "turned", rotation=90, transform=ax.transAxes)
    figure = ax.get_figure(root=True)
    assert isinstance(figure, Figure)
    assert encode(figure, "png")
    assert not any("turned" in look for look in word_pictures._pictures)
