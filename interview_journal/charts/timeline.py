"""One application in time, from top to bottom: a rail with a mark for each thing that happened.

Days to scale from left to right would be truer and say less: three notes on one evening and four
weeks of silence do not fit one scale. Here each mark has a line of its own, a longer time is a
longer way, and the words have the room that a narrow page leaves them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from interview_journal.charts.canvas import (
    Margins,
    bare,
    empty_chart,
    label_above,
    new_axes,
    room_of,
    top_for,
)
from interview_journal.charts.lettering import SMALL, write
from interview_journal.charts.themes import LIGHT
from interview_journal.charts.timeline_layout import LINE_PX, RAIL_PX, lay_out, rail_at

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from interview_journal.charts.themes import Theme
    from interview_journal.charts.timeline_layout import Layout, Line

__all__ = ["MARKS_AT_MOST", "plot_timeline"]

EMPTY: Final = "Nothing is known of this application yet. Its rounds will stand here, in time."
HEADER: Final = "Earliest on top; filled: what has been, open: what is to come"
MARKS_AT_MOST: Final = 40
"""More would be a wall; the earliest are left to the table."""
SHAPES: Final[dict[str, tuple[str, float]]] = {
    "round": ("o", 15),
    "done": ("o", 5.5),
    "outcome": ("D", 7),
    "due": ("o", 8),
    "waiting": ("_", 12),
}
"""The shape of each kind of mark, and its size in points."""


def plot_timeline(
    frame: pd.DataFrame, *, ax: Axes | None = None, theme: Theme = LIGHT, width_px: int = 700
) -> Axes:
    """Return axes with the marks of one application under each other.

    Args:
        frame: One row a mark, in the order to show, with ``kind``, ``start``, ``end``, ``label``,
            ``detail``, ``is_past`` and ``number``.
        ax: Where to draw; None makes a figure of its own, as high as its marks need.
        theme: Its colours.
        width_px: The new figure's width.
    """
    if frame.empty:
        return empty_chart(EMPTY, theme, ax=ax, width_px=width_px)
    rest = len(frame) - MARKS_AT_MOST
    header = f"{HEADER}; {rest:,} earlier in the table" if rest > 0 else HEADER
    margins = Margins(left=4, right=6, top=top_for(header, width_px), bottom=8)
    width = room_of(ax)[0] if ax is not None else width_px - margins.left - margins.right
    layout = lay_out(list(frame.iloc[-MARKS_AT_MOST:].itertuples()), width)
    if ax is None:
        whole = round(layout.height) + margins.top + margins.bottom
        ax = new_axes(width_px, whole, margins, theme)
    bare(ax, theme)
    label_above(ax, header, theme)
    ax.set_xlim(0, width)
    ax.set_ylim(layout.height, 0)
    _draw_rail(ax, layout, theme)
    for line in layout.lines:
        _draw_mark(ax, line, layout, theme)
        _write_words(ax, line, layout, theme)
    return ax


def _draw_rail(ax: Axes, layout: Layout, theme: Theme) -> None:
    """Draw the way from the first mark to the last: a line until today, dots from there on."""
    lines, rail = layout.lines, [rail_at()]
    first, last = lines[0].at, lines[-1].at
    turn = next((one.at for one in lines if one.mark.kind == "today"), last)
    hue, wide = theme.quiet, 1.6
    ax.vlines(rail, first, turn, color=hue, linewidth=wide, zorder=1, label="past")
    if turn < last:
        ax.vlines(
            rail, turn, last, color=hue, linewidth=wide, linestyle=":", zorder=1, label="ahead"
        )


def _draw_mark(ax: Axes, line: Line, layout: Layout, theme: Theme) -> None:
    kind, is_past = line.mark.kind, bool(line.mark.is_past)
    if kind == "today":
        _draw_today(ax, line, theme)
        return
    if kind == "waiting":
        _draw_waiting(ax, line, layout, theme)
    hue = {"due": theme.other, "outcome": theme.text}.get(kind, theme.main)
    shape, size = SHAPES[kind]
    ax.plot(
        [rail_at()],
        [line.at],
        linestyle="none",
        marker=shape,
        markersize=size,
        color=hue if is_past else theme.page,
        markeredgecolor=hue,
        markeredgewidth=1.8,
        zorder=2.5,
        clip_on=False,
        label=kind,
    )
    if kind == "round":
        look = {"fontsize": SMALL, "fontweight": "bold", "ha": "center", "va": "center_baseline"}
        inside = theme.page if is_past else theme.main
        number = str(line.mark.number)
        write(ax, rail_at(), line.at, number, theme, color=inside, zorder=3, **look)


def _draw_today(ax: Axes, line: Line, theme: Theme) -> None:
    ends = ax.get_xlim()
    ax.hlines([line.at], *ends, color=theme.other, linewidth=1.2, linestyle="--", label="today")


def _draw_waiting(ax: Axes, line: Line, layout: Layout, theme: Theme) -> None:
    """Draw a time of waiting as a broad piece of the rail, from its round to its end."""
    begins = [
        one.at
        for one in layout.lines
        if one.mark.kind == "round" and one.mark.end == line.mark.start
    ]
    ax.vlines(
        [rail_at()],
        begins[0] if begins else layout.lines[0].at,
        line.at,
        color=theme.main,
        alpha=0.3,
        linewidth=8,
        zorder=1.2,
        label="waiting",
    )


def _write_words(ax: Axes, line: Line, layout: Layout, theme: Theme) -> None:
    is_today = line.mark.kind == "today"
    top = line.at - LINE_PX / 2
    hue = theme.other_text if is_today else theme.text
    words: dict[str, Any] = {"va": "top", "linespacing": 1.2, "zorder": 3}
    if is_today:
        # The line of today runs behind its words, not through them.
        words["bbox"] = {"facecolor": theme.page, "edgecolor": "none", "pad": 2.0}
    soft = {**words, "fontsize": SMALL}
    if line.is_new_day or is_today:
        days = {**soft, "color": hue if is_today else theme.soft, "ha": "right"}
        write(ax, rail_at() - RAIL_PX, top + 1, line.day, theme, **days)
    weight = "bold" if is_today else "normal"
    write(ax, layout.words_at, top, line.label, theme, color=hue, fontweight=weight, **words)
    if line.detail:
        below = 1 if layout.is_wide else LINE_PX * (line.label.count("\n") + 1)
        soft["color"] = theme.other_text if line.mark.kind == "due" else theme.soft
        write(ax, layout.details_at, top + below, line.detail, theme, **soft)
