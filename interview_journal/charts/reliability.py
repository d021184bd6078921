"""Guesses against what happened: a dot on the slope is a guess that came true as often as said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.charts.canvas import (
    NARROW,
    Margins,
    bare,
    empty_chart,
    label_above,
    new_axes,
    room_beside,
    room_of,
    scale_below,
    scale_beside,
    top_for,
)
from interview_journal.charts.lettering import BASE_FONT, SMALL, wrap, write
from interview_journal.charts.themes import LIGHT

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from interview_journal.charts.themes import Theme

__all__ = ["plot_reliability"]

EMPTY: Final = (
    "No guess with a known answer yet. Each of your guesses will stand here beside what came of it."
)
HEIGHT: Final = 320
SHARES: Final[dict[float, str]] = {share: f"{share} %" for share in (0, 25, 50, 75, 100)}
RIGHT_FROM: Final = 85
EDGE_SHARE: Final = 0.06
NARROW_DOTS: Final = 300


def plot_reliability(
    frame: pd.DataFrame, *, ax: Axes | None = None, theme: Theme = LIGHT, width_px: int = 700
) -> Axes:
    """Return axes with one dot a guessed percentage, at the share that got a yes.

    Args:
        frame: One row a guessed percentage, with ``percent``, ``share``, ``low``, ``high`` (0 to
            1), ``forecast_count`` and ``advanced_count``.
        ax: Where to draw; None makes a figure of its own.
        theme: Its colours.
        width_px: The new figure's width.
    """
    if frame.empty:
        return empty_chart(EMPTY, theme, ax=ax, width_px=width_px)
    count = int(frame["forecast_count"].sum())
    told = f"{count:,} guess{'' if count == 1 else 'es'} with a known answer"
    header = f"Share that got a yes, with 95 % interval; {told}"
    if ax is None:
        right = 88 if width_px < NARROW else 128
        top = top_for(header, width_px)
        ax = new_axes(width_px, HEIGHT, Margins(left=46, right=right, top=top, bottom=54), theme)
    bare(ax, theme)
    label_above(ax, header, theme)
    ax.set_xlim(0, 100)
    ax.set_ylim(0, 100)
    scale_beside(ax, SHARES, theme)
    # The corner has its nought from the other scale.
    guesses = {share: label for share, label in SHARES.items() if share}
    scale_below(ax, guesses, theme, unit="what you guessed")
    ax.plot([0, 100], [0, 100], color=theme.quiet, linewidth=1.2, linestyle=(0, (4, 3)))
    percents = frame["percent"].to_numpy()
    ax.vlines(
        percents,
        100 * frame["low"].to_numpy(),
        100 * frame["high"].to_numpy(),
        color=theme.main,
        linewidth=1.6,
        alpha=0.75,
        label="95 % interval",
    )
    ax.plot(
        percents,
        100 * frame["share"].to_numpy(),
        linestyle="none",
        marker="o",
        markersize=8,
        color=theme.main,
        markeredgecolor=theme.page,
        clip_on=False,
        label="guesses",
    )
    _write_counts(ax, frame, theme)
    _name_slope(ax, theme)
    return ax


def _write_counts(ax: Axes, frame: pd.DataFrame, theme: Theme) -> None:
    """Write "3 of 4" beside each dot, on the inner side at the right edge."""
    between = "/" if room_of(ax)[0] < NARROW_DOTS else " of "
    for percent, share, won, made in zip(
        frame["percent"],
        frame["share"],
        frame["advanced_count"],
        frame["forecast_count"],
        strict=True,
    ):
        is_right = percent > RIGHT_FROM
        # On the edge of the scale a number would lie on the line.
        lift = 7 if share < EDGE_SHARE else -7 if share > 1 - EDGE_SHARE else 0
        ax.annotate(
            f"{won}{between}{made}",
            (percent, 100 * share),
            (-8 if is_right else 8, lift),
            textcoords="offset points",
            fontsize=SMALL,
            color=theme.main,
            family=BASE_FONT,
            ha="right" if is_right else "left",
            va="center",
            parse_math=False,
        )


def _name_slope(ax: Axes, theme: Theme) -> None:
    """Say at the end of the dashed line what it is, and what lies below it."""
    width, _ = room_of(ax)
    words = "dashed: a yes as often as you guessed; below it: less often"
    write(
        ax,
        1 + 10 / width,
        1.0,
        wrap(words, room_beside(ax), SMALL),
        theme,
        transform=ax.transAxes,
        color=theme.soft,
        fontsize=SMALL,
        va="top",
        linespacing=1.15,
    )
