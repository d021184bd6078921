"""A figure of its own for each chart, and axes that keep quiet.

No pyplot: it keeps every figure it made, and a page that is redrawn all evening would never let
go of one. Nothing is laid out by trial either; the margins are known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.charts.lettering import NORMAL, SMALL, wrap, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

    from interview_journal.charts.themes import Theme

__all__ = [
    "DOTS_AN_INCH",
    "NARROW",
    "Margins",
    "bare",
    "below",
    "empty_chart",
    "label_above",
    "new_axes",
    "room_beside",
    "room_of",
    "scale_below",
    "scale_beside",
    "side_by_side",
    "top_for",
]

DOTS_AN_INCH: Final = 100
EMPTY_HEIGHT: Final = 120
EDGE: Final = 2
LINE_PX: Final = 16
NARROW: Final = 480
"""Below this width a chart has a phone's or a split screen's room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Room around the axes for what is written there, in pixels at 100 dots an inch."""

    left: int = 10
    right: int = 10
    top: int = 36
    bottom: int = 36


def top_for(header: str, width_px: int) -> int:
    """Return the room above the axes that a header takes, in pixels."""
    return 20 + LINE_PX * len(wrap(header, width_px - 2 * EDGE, SMALL).split("\n"))


def new_axes(width_px: int, height_px: int, margins: Margins, theme: Theme) -> Axes:
    """Return axes in a figure of their own that nothing else holds on to.

    Args:
        width_px: The figure's width at 100 dots an inch.
        height_px: Its height.
        margins: Around the axes.
        theme: Its colours.
    """
    # matplotlib costs more than half a second; only what draws pays it.
    from matplotlib.figure import Figure

    size = (width_px / DOTS_AN_INCH, height_px / DOTS_AN_INCH)
    figure = Figure(figsize=size, dpi=DOTS_AN_INCH, facecolor=theme.page)
    return figure.add_axes(
        (
            margins.left / width_px,
            margins.bottom / height_px,
            (width_px - margins.left - margins.right) / width_px,
            (height_px - margins.top - margins.bottom) / height_px,
        )
    )


def room_of(ax: Axes) -> tuple[float, float]:
    """Return the width and height of the axes in pixels at 100 dots an inch."""
    box = ax.get_position()
    size = ax.get_figure(root=True).get_size_inches()  # type: ignore[union-attr]  # drawn on one
    return float(box.width * size[0] * DOTS_AN_INCH), float(box.height * size[1] * DOTS_AN_INCH)


def room_beside(ax: Axes) -> float:
    """Return the pixels at the right of the axes that words can fill."""
    width, _ = room_of(ax)
    box = ax.get_position()
    return max(width / float(box.width) * (1 - float(box.x1)) - 16, 40.0)


def bare(ax: Axes, theme: Theme) -> None:
    """Take matplotlib's own axes away: their ticks cost a third of the time of a small chart."""
    ax.set_axis_off()
    ax.set_facecolor(theme.page)


def scale_below(
    ax: Axes,
    labels: Mapping[float, str],
    theme: Theme,
    *,
    unit: str = "",
    transform: Transform | None = None,
    inward: bool = False,
    drop: float = 8,
) -> None:
    """Write a scale under the axes.

    Args:
        ax: The axes; their limits are set already.
        labels: Words by place.
        theme: Its colours.
        unit: What the scale measures, on a line below.
        transform: Of the places; the data's unless given.
        inward: Whether the first label begins and the last ends at its place.
        drop: Pixels between the axes and the words.
    """
    _, height = room_of(ax)
    last = len(labels) - 1
    where = transform or ax.get_xaxis_transform()
    for number, (place, label) in enumerate(labels.items()):
        across = "center"
        if inward and last:
            across = {0: "left", last: "right"}.get(number, "center")
        below(ax, place, drop / height, label, theme, across=across, transform=where)
    if unit:
        below(ax, 0, (drop + 19) / height, unit, theme, across="left", transform=ax.transAxes)


def below(
    ax: Axes, x: float, depth: float, text: str, theme: Theme, *, across: str, transform: Transform
) -> None:
    """Write a few soft words under the axes, ``depth`` in parts of their height."""
    write(
        ax,
        x,
        -depth,
        text,
        theme,
        transform=transform,
        color=theme.soft,
        fontsize=SMALL,
        ha=across,
        va="top",
    )


def scale_beside(ax: Axes, labels: Mapping[float, str], theme: Theme) -> None:
    """Write a scale at the left of the axes, with a faint line across for each label."""
    from matplotlib.collections import LineCollection

    across = ax.get_yaxis_transform()
    lines = [((0.0, place), (1.0, place)) for place in labels]
    ax.add_collection(
        LineCollection(lines, colors=theme.grid, linewidths=0.8, transform=across, zorder=0.5),
        autolim=False,
    )
    width, _ = room_of(ax)
    for place, label in labels.items():
        write(
            ax,
            -8 / width,
            place,
            label,
            theme,
            transform=across,
            color=theme.soft,
            fontsize=SMALL,
            ha="right",
            va="center",
        )


def side_by_side(ax: Axes, part: tuple[float, float], ends: tuple[float, float]) -> Transform:
    """Return how a scale of its own is drawn in a part of the axes, rows kept.

    Other axes inside these would cost as much as a second chart.

    Args:
        ax: The axes; their limits from bottom to top are set already.
        part: Where it begins and ends, in parts of the axes' width.
        ends: The lowest and highest value of its scale.
    """
    from matplotlib.transforms import Affine2D, blended_transform_factory

    grow = (part[1] - part[0]) / (ends[1] - ends[0])
    across = Affine2D().scale(grow, 1).translate(part[0] - ends[0] * grow, 0) + ax.transAxes
    return blended_transform_factory(across, ax.transData)


def label_above(ax: Axes, text: str, theme: Theme, *, lift: float = 14) -> None:
    """Write what is drawn, with its unit and the number behind it, above the axes."""
    width, height = room_of(ax)
    box = ax.get_position()
    whole = width / box.width
    left = min(box.x0 * whole, EDGE)
    write(
        ax,
        (left - box.x0 * whole) / width,
        1 + lift / height,
        wrap(text, whole - left - EDGE, SMALL),
        theme,
        transform=ax.transAxes,
        color=theme.soft,
        fontsize=SMALL,
        va="bottom",
    )


def empty_chart(text: str, theme: Theme, *, ax: Axes | None, width_px: int) -> Axes:
    """Return axes that hold one sentence: what will stand here, and from when on."""
    if ax is None:
        ax = new_axes(width_px, EMPTY_HEIGHT, Margins(top=10, bottom=10), theme)
    bare(ax, theme)
    room, _ = room_of(ax)
    write(
        ax,
        0.5,
        0.5,
        wrap(text, 0.9 * room),
        theme,
        transform=ax.transAxes,
        color=theme.soft,
        fontsize=NORMAL,
        ha="center",
        va="center",
    )
    return ax
