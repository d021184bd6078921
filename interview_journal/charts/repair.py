"""Topics asked again: the score before and after, worked-on topics apart from the others."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from interview_journal.charts.canvas import (
    NARROW,
    below,
    empty_chart,
    room_of,
    scale_below,
    side_by_side,
)
from interview_journal.charts.rows import first_rows, left_out, name_rows, row_axes
from interview_journal.charts.themes import LIGHT

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from interview_journal.charts.themes import Theme

__all__ = ["plot_repair"]

EMPTY: Final = (
    "No topic came up in two interviews yet. Here you will see each one before and after "
    "you worked on it."
)
SCORE_ENDS: Final[dict[float, str]] = {1: "1 weak", 3: "3 fine", 5: "5 strong"}
STRIP_TITLE: Final = "Mean change, with 95 % interval"
STRIP_TITLE_PX: Final = 24
STRIP_ROW_PX: Final = 34
WORKED_ON: Final = "worked on"
NOT_WORKED_ON: Final = "not worked on"


def plot_repair(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    theme: Theme = LIGHT,
    meta: Mapping[str, float | str] | None = None,
    width_px: int = 700,
) -> Axes:
    """Return axes with a row a topic: a ring before, a dot after, an arrow between.

    Args:
        frame: One row a topic, in the order to show, with ``label``, ``is_repaired``,
            ``before_mean``, ``after_mean``, ``before_count``, ``after_count``.
        ax: Where to draw; None makes a figure of its own.
        theme: Its colours.
        meta: ``mean_change`` of the worked-on topics with ``low`` and ``high``, and the same of
            the others after ``other_``; drawn in a strip below where they are known.
        width_px: The new figure's width.
    """
    if frame.empty:
        return empty_chart(EMPTY, theme, ax=ax, width_px=width_px)
    shown = first_rows(frame)
    means = _known(meta or {})
    strip = STRIP_TITLE_PX + STRIP_ROW_PX * len(means) + 26 if means else 0
    count = f"{len(frame):,} topic{'' if len(frame) == 1 else 's'} asked again{left_out(frame)}"
    header = f"Mean score, ring: before, dot: after; {count}"
    ax = row_axes(ax, len(shown), theme, header=header, width_px=width_px, strip_px=strip)
    ax.set_xlim(1, 5)
    at = range(len(shown))
    ax.hlines(at, 1, 5, color=theme.grid, linewidth=1.0)
    _draw_group(ax, shown, theme, is_repaired=True)
    _draw_group(ax, shown, theme, is_repaired=False)
    scale_below(ax, SCORE_ENDS, theme, inward=True)
    narrow = room_of(ax)[0] < NARROW
    notes = [_note(row, narrow=narrow) for row in shown.itertuples()]
    name_rows(ax, list(shown["label"]), notes, theme)
    if means:
        _draw_means(ax, means, theme, rows=len(shown))
    return ax


def _draw_group(ax: Axes, frame: pd.DataFrame, theme: Theme, *, is_repaired: bool) -> None:
    own = (frame["is_repaired"].astype(bool) == is_repaired).to_numpy()
    if not own.any():
        return
    colour = theme.main if is_repaired else theme.quiet
    before, after = (frame[name].to_numpy()[own] for name in ("before_mean", "after_mean"))
    at = [row for row in range(len(frame)) if own[row]]
    name = WORKED_ON if is_repaired else NOT_WORKED_ON
    style = "solid" if is_repaired else "dashed"
    ax.hlines(at, before, after, color=colour, linewidth=2.0, linestyle=style, label=name)
    ax.plot(
        before,
        at,
        linestyle="none",
        marker="o",
        markersize=8,
        color=theme.page,
        markeredgecolor=colour,
        markeredgewidth=1.6,
        clip_on=False,
        label=f"{name}, before",
    )
    ax.plot(
        after,
        at,
        linestyle="none",
        marker="o",
        markersize=8,
        color=colour,
        clip_on=False,
        label=f"{name}, after",
    )


def _note(row: object, *, narrow: bool) -> str:
    before, after = (int(getattr(row, name)) for name in ("before_count", "after_count"))
    worked = WORKED_ON if getattr(row, "is_repaired", False) else NOT_WORKED_ON
    noun = "" if narrow else f" answer{'' if before == 1 else 's'}"
    return f"{worked}: {before:,}{noun}, then {after:,}" if after else f"{worked}, not asked since"


Mean: TypeAlias = tuple[str, float, float, float]
"""Whose mean change it is, with the ends of its interval."""


def _known(meta: Mapping[str, float | str]) -> list[Mean]:
    """Return the mean changes that have an interval; none while the worked-on topics lack one."""
    found: list[Mean] = []
    for name, prefix in ((WORKED_ON, ""), (NOT_WORKED_ON, "other_")):
        values = [meta.get(f"{prefix}{part}") for part in ("mean_change", "low", "high")]
        if not all(isinstance(value, int | float) and math.isfinite(value) for value in values):
            break
        mean, low, high = (float(value) for value in values if value is not None)
        found.append((name, mean, low, high))
    return found


def _draw_means(ax: Axes, means: list[Mean], theme: Theme, *, rows: int) -> None:
    """Draw the mean changes on a scale of their own, below."""
    ends = [abs(value) for _, *values in means for value in values]
    reach = max(1.15 * max(ends), 1.0)
    below_all = side_by_side(ax, (0.0, 1.0), (-reach, reach))
    _, height = room_of(ax)
    row = height / rows
    first = 36 + STRIP_TITLE_PX
    below(ax, 0, 44 / height, STRIP_TITLE, theme, across="left", transform=ax.transAxes)
    for number, (name, mean, low, high) in enumerate(means):
        depth = first + STRIP_ROW_PX * (number + 0.75)
        at = rows - 0.62 + depth / row
        colour = theme.main if name == WORKED_ON else theme.quiet
        ends_at: dict[str, Any] = {"color": colour, "transform": below_all, "clip_on": False}
        ax.vlines([0], at - 0.2, at + 0.2, **{**ends_at, "color": theme.quiet}, label="no change")
        ax.hlines([at], low, high, linewidth=5, alpha=0.35, label="95 % interval", **ends_at)
        ax.plot([mean], [at], linestyle="none", marker="D", markersize=8, label=name, **ends_at)
        below(ax, 0, (depth - 26) / height, name, theme, across="left", transform=ax.transAxes)
    for x, word, across in ((0, "worse", "left"), (0.5, "0", "center"), (1, "better", "right")):
        depth = first + STRIP_ROW_PX * len(means) + 2
        below(ax, x, depth / height, word, theme, across=across, transform=ax.transAxes)
