"""How often each stage ended with a yes, with how little a few answers say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.charts.canvas import empty_chart, scale_below
from interview_journal.charts.rows import name_rows, row_axes
from interview_journal.charts.themes import LIGHT

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from interview_journal.charts.themes import Theme

__all__ = ["plot_stages"]

EMPTY: Final = "No interview yet. Here you will see how often each round ended with a yes."
ENDS: Final = (0, 50, 100)


def plot_stages(
    frame: pd.DataFrame, *, ax: Axes | None = None, theme: Theme = LIGHT, width_px: int = 700
) -> Axes:
    """Return axes with a row a stage: the share that went on, and its interval.

    Args:
        frame: One row a stage, with ``stage``, ``decided_count``, ``advanced_count``,
            ``waiting_count``, ``share``, ``low``, ``high`` (0 to 1; NaN where none is decided).
        ax: Where to draw; None makes a figure of its own.
        theme: Its colours.
        width_px: The new figure's width.
    """
    if frame.empty:
        return empty_chart(EMPTY, theme, ax=ax, width_px=width_px)
    decided = int(frame["decided_count"].sum())
    header = (
        f"Share of rounds that ended with a yes, of {decided:,} with a known answer; "
        "bar: 95 % interval"
    )
    ax = row_axes(ax, len(frame), theme, header=header, width_px=width_px)
    at = range(len(frame))
    ax.set_xlim(0, 100)
    ax.hlines(at, 0, 100, color=theme.grid, linewidth=1.0)
    ax.hlines(
        at,
        100 * frame["low"].to_numpy(),
        100 * frame["high"].to_numpy(),
        color=theme.main,
        linewidth=5,
        alpha=0.35,
        label="95 % interval",
    )
    ax.plot(
        100 * frame["share"].to_numpy(),
        at,
        linestyle="none",
        marker="o",
        markersize=9,
        color=theme.main,
        markeredgecolor=theme.page,
        clip_on=False,
        label="share that went on",
    )
    scale_below(ax, {end: f"{end} %" for end in ENDS}, theme, inward=True)
    name_rows(ax, list(frame["stage"]), [_note(row) for row in frame.itertuples()], theme)
    return ax


def _note(row: object) -> str:
    decided, won, waiting = (
        int(getattr(row, name)) for name in ("decided_count", "advanced_count", "waiting_count")
    )
    told = f"{won:,} of {decided:,} got a yes" if decided else "no answer yet"
    return f"{told}, {waiting:,} waiting" if waiting else told
