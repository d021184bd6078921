"""Charts as the bytes of a picture: the same frame, the same bytes.

One pass over the canvas and a fast encoder; what matplotlib's own saving does draws twice.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from interview_journal.charts.canvas import DOTS_AN_INCH
from interview_journal.charts.criteria import plot_criteria
from interview_journal.charts.lettering import LARGE, wrap, write
from interview_journal.charts.reliability import plot_reliability
from interview_journal.charts.repair import plot_repair
from interview_journal.charts.score_trend import plot_score_trend
from interview_journal.charts.stages import plot_stages
from interview_journal.charts.themes import LIGHT
from interview_journal.charts.timeline import plot_timeline

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from interview_journal.charts.themes import Theme

__all__ = [
    "CHART_KEYS",
    "TIMELINE",
    "ImageFormat",
    "Output",
    "encode",
    "plot_chart",
    "render",
    "with_title",
]

ImageFormat: TypeAlias = Literal["png", "svg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What kind of picture is made.

    Attributes:
        image_format: "png" or "svg".
        title: Stands above the chart in a picture that leaves the page; "" for none.
        ratio: Dots of a PNG for one pixel of the page.
    """

    image_format: ImageFormat = "png"
    title: str = ""
    ratio: float = 1.0


ON_THE_PAGE: Final = Output()
TIMELINE: Final = "timeline"
"""The key of the one chart that is not on the page of trends."""
CHART_KEYS: Final = ("score", "criteria", "forecasts", "stages", "repair")
_ANY_SALT: Final = "interview_journal"
_FAST: Final = 3
EDGE_PX: Final = 18


def plot_chart(
    key: str,
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    theme: Theme = LIGHT,
    axis: str = "number",
    meta: Mapping[str, float | str] | None = None,
    width_px: int = 700,
) -> Axes:
    """Return axes with the chart of that key.

    Args:
        key: One of ``CHART_KEYS``, or ``TIMELINE``.
        frame: With the columns of that chart.
        ax: Where to draw; None makes a figure of its own.
        theme: Its colours.
        axis: "number" or "date"; the other charts know no time.
        meta: The few scalars that a chart draws.
        width_px: The new figure's width at 100 dots an inch.

    Raises:
        KeyError: If there is no such chart.
    """
    if key == "score":
        return plot_score_trend(frame, ax=ax, theme=theme, axis=axis, width_px=width_px)
    if key == "repair":
        return plot_repair(frame, ax=ax, theme=theme, meta=meta, width_px=width_px)
    plain = {
        "criteria": plot_criteria,
        "forecasts": plot_reliability,
        "stages": plot_stages,
        TIMELINE: plot_timeline,
    }
    return plain[key](frame, ax=ax, theme=theme, width_px=width_px)


def render(
    key: str,
    frame: pd.DataFrame,
    theme: Theme,
    width_px: int,
    *,
    axis: str = "number",
    meta: Mapping[str, float | str] | None = None,
    output: Output = ON_THE_PAGE,
) -> bytes:
    """Return the chart as a picture.

    Args:
        key: One of ``CHART_KEYS``, or ``TIMELINE``.
        frame: With the columns of that chart.
        theme: Its colours.
        width_px: Its width on the page.
        axis: "number" or "date".
        meta: The few scalars that a chart draws.
        output: The kind of picture.
    """
    ax = plot_chart(key, frame, theme=theme, axis=axis, meta=meta, width_px=width_px)
    figure: Figure = ax.get_figure(root=True)  # type: ignore[assignment]  # drawn on one
    if output.title:
        with_title(ax, output.title, theme)
    return encode(figure, output.image_format, ratio=output.ratio)


def with_title(ax: Axes, title: str, theme: Theme) -> None:
    """Make room around the axes and write the title above them."""
    figure: Figure = ax.get_figure(root=True)  # type: ignore[assignment]  # drawn on one
    width, height = (size * DOTS_AN_INCH for size in figure.get_size_inches())
    shown = wrap(title, width, LARGE)
    above = 20 * (shown.count("\n") + 1) + EDGE_PX
    whole = (width + 2 * EDGE_PX, height + above + EDGE_PX)
    box = ax.get_position()
    figure.set_size_inches(whole[0] / DOTS_AN_INCH, whole[1] / DOTS_AN_INCH)
    ax.set_position(
        (
            (box.x0 * width + EDGE_PX) / whole[0],
            (box.y0 * height + EDGE_PX) / whole[1],
            box.width * width / whole[0],
            box.height * height / whole[1],
        )
    )
    write(
        ax,
        (EDGE_PX + 2) / whole[0],
        1 - EDGE_PX / whole[1],
        shown,
        theme,
        transform=figure.transFigure,
        fontsize=LARGE,
        fontweight="bold",
        va="top",
    )


def encode(figure: Figure, image_format: ImageFormat, *, ratio: float = 1.0) -> bytes:
    """Return the figure as bytes that depend on nothing but the figure.

    Args:
        figure: Drawn at 100 dots an inch.
        image_format: "png" or "svg".
        ratio: How many times finer a PNG is drawn.
    """
    return _svg(figure) if image_format == "svg" else _png(figure, ratio)


def _png(figure: Figure, ratio: float) -> bytes:
    from PIL import Image

    from interview_journal.charts.word_pictures import WordRenderer

    dots = DOTS_AN_INCH * ratio
    figure.set_dpi(dots)
    size = (int(figure.bbox.width), int(figure.bbox.height))
    renderer = WordRenderer(*size, dots)  # type: ignore[no-untyped-call]  # matplotlib's own
    figure.draw(renderer)
    pixels = renderer.buffer_rgba()  # type: ignore[no-untyped-call]
    image = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1)
    out = io.BytesIO()
    image.convert("RGB").save(out, "png", compress_level=_FAST, dpi=(dots, dots))
    return out.getvalue()


def _svg(figure: Figure) -> bytes:
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    out = io.BytesIO()
    # Without a salt of our own and with a date, no two pictures of one frame would be equal.
    with mpl.rc_context({"svg.hashsalt": _ANY_SALT, "svg.fonttype": "path"}):
        told = {"Date": None, "Creator": "interview_journal"}
        FigureCanvasSVG(figure).print_svg(out, metadata=told)  # type: ignore[no-untyped-call]
    return out.getvalue()
