"""The criteria side by side: where each stands, and beside it how it moves.

Two scales, two pictures: a mean on the scale of scores, and a change an interview with its
interval around zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.charts.canvas import (
    NARROW,
    below,
    empty_chart,
    room_of,
    scale_below,
    side_by_side,
)
from interview_journal.charts.lettering import SMALL, write
from interview_journal.charts.rows import first_rows, left_out, name_rows, row_axes
from interview_journal.charts.themes import LIGHT

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from interview_journal.charts.themes import Theme

__all__ = ["plot_criteria"]

EMPTY: Final = (
    "No answer was looked at by criterion yet. Each criterion will be one row here, "
    "the strongest on top."
)
MARKERS: Final = {"improving": "^", "declining": "v", "no clear change": "o"}
NO_CHANGE: Final = "no clear change"
NOT_ENOUGH: Final = "not enough yet"
TOO_EARLY: Final = "too early"
SCORE_ENDS: Final[dict[float, str]] = {1: "1 weak", 3: "3 fine", 5: "5 strong"}
MEANS_END: Final = 0.6
CHANGES_BEGIN: Final = 0.68


def plot_criteria(
    frame: pd.DataFrame, *, ax: Axes | None = None, theme: Theme = LIGHT, width_px: int = 700
) -> Axes:
    """Return axes with a row a criterion; where changes are known, they stand beside it.

    Args:
        frame: One row a criterion, in the order to show, with ``label``, ``mean_score``,
            ``answer_count``, ``verdict``, and ``slope_per_interview``, ``low``, ``high``, which
            are NaN while there is not enough.
        ax: Where to draw; None makes a figure of its own.
        theme: Its colours.
        width_px: The new figure's width.
    """
    if frame.empty:
        return empty_chart(EMPTY, theme, ax=ax, width_px=width_px)
    shown = first_rows(frame)
    has_changes = bool(shown["low"].notna().any())
    change = "; at the right its change an interview, 95 % interval" if has_changes else ""
    header = f"Mean score{change}{left_out(frame)}"
    ax = row_axes(ax, len(shown), theme, header=header, width_px=width_px)
    _draw_means(ax, shown, theme, until=MEANS_END if has_changes else 1.0)
    if has_changes:
        _draw_changes(ax, shown, theme)
    return ax


def _draw_means(ax: Axes, frame: pd.DataFrame, theme: Theme, *, until: float) -> None:
    at = range(len(frame))
    ax.set_xlim(1, 1 + 4 / until)
    ax.hlines(at, 1, 5, color=theme.grid, linewidth=1.0)
    ax.plot(
        frame["mean_score"].to_numpy(),
        at,
        linestyle="none",
        marker="o",
        markersize=8,
        color=theme.main,
        clip_on=False,
        label="mean score",
    )
    for row, mean in zip(at, frame["mean_score"], strict=True):
        write(
            ax,
            mean,
            row + 0.18,
            f"{mean:.1f}",
            theme,
            color=theme.main,
            fontsize=SMALL,
            ha="center",
            va="top",
        )
    scale_below(ax, SCORE_ENDS, theme, inward=True)
    narrow = room_of(ax)[0] < NARROW
    notes = [_answers(count, narrow=narrow) for count in frame["answer_count"]]
    name_rows(ax, list(frame["label"]), notes, theme, until=until)


def _draw_changes(ax: Axes, frame: pd.DataFrame, theme: Theme) -> None:
    """Draw each change an interview with its interval; a row without one stays empty."""
    at = range(len(frame))
    ends = frame[["low", "high"]].abs().max().max()
    reach = max(1.05 * float(ends), 0.1)
    beside = side_by_side(ax, (CHANGES_BEGIN, 1.0), (-reach, reach))
    ax.vlines(
        [0] * len(frame),
        [row - 0.16 for row in at],
        [row + 0.16 for row in at],
        color=theme.quiet,
        linewidth=1.2,
        transform=beside,
        label="no change",
    )
    ax.hlines(
        at,
        frame["low"].to_numpy(),
        frame["high"].to_numpy(),
        color=theme.text,
        linewidth=1.6,
        transform=beside,
        label="95 % interval",
    )
    for verdict, marker in MARKERS.items():
        # A change without its interval would say more than is known.
        own = ((frame["verdict"] == verdict) & frame["low"].notna()).to_numpy()
        if own.any():
            ax.plot(
                frame["slope_per_interview"].to_numpy()[own],
                [row for row in at if own[row]],
                linestyle="none",
                marker=marker,
                markersize=8,
                color=theme.text if verdict == NO_CHANGE else theme.other,
                transform=beside,
                label=verdict,
                clip_on=False,
            )
    for row, verdict in enumerate(frame["verdict"]):
        write(
            ax,
            0,
            row - 0.2,
            TOO_EARLY if verdict == NOT_ENOUGH else verdict,
            theme,
            transform=beside,
            color=theme.soft,
            fontsize=SMALL,
            ha="center",
            va="bottom",
        )
    _scale_changes(ax, theme)


def _scale_changes(ax: Axes, theme: Theme) -> None:
    _, height = room_of(ax)
    for x, word, across in (
        (CHANGES_BEGIN, "worse", "left"),
        ((CHANGES_BEGIN + 1) / 2, "0", "center"),
        (1.0, "better", "right"),
    ):
        below(ax, x, 8 / height, word, theme, across=across, transform=ax.transAxes)


def _answers(count: int, *, narrow: bool) -> str:
    # On a narrow page the name needs the room.
    return f"n {count:,}" if narrow else f"{count:,} answer{'' if count == 1 else 's'}"
