"""How the mean score moves from interview to interview.

The eye gets the same order as the truth: what was rated stands in front, how much the ratings
themselves wobble behind it, and a line only where there are enough interviews for one.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

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
from interview_journal.charts.lettering import SMALL, spread, wrap, write
from interview_journal.charts.themes import LIGHT

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from interview_journal.charts.themes import Theme

__all__ = ["plot_score_trend"]

EMPTY: Final = "No interview with a rated answer yet. Each will be one dot here."
SCORE_TICKS: Final[dict[float, str]] = {1: "1 weak", 2: "2", 3: "3 fine", 4: "4", 5: "5 strong"}
HEIGHT: Final = 300
MANY: Final = 60
"""From here on single bars would be a hedge: the noise is drawn as one band."""
DOTS: Final = ((MANY, 6.5, 1.0, 0.8), (1_000, 3.0, 0.5, 0.0), (math.inf, 2.0, 0.25, 0.0))
"""Up to how many interviews, and the size, the opacity and the edge of their dots."""
TICKS_AT_MOST: Final = 6
ROUND_STEPS: Final = tuple(one * 10**power for power in range(9) for one in (1, 2, 5))
DAYS_AT_MOST: Final = 4
YEAR: Final = 366
EPOCH: Final = date(1970, 1, 1)


def plot_score_trend(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    theme: Theme = LIGHT,
    axis: str = "number",
    width_px: int = 700,
) -> Axes:
    """Return axes with one dot an interview and, where the frame has it, the line with its band.

    Args:
        frame: One row an interview, oldest first, with ``number``, ``held_on``, ``mean_score``,
            ``answer_count``; the band of re-rating noise in ``noise_low`` and ``noise_high``,
            the trend in ``line``, ``line_low`` and ``line_high``, all NaN while unknown.
        ax: Where to draw; None makes a figure of its own.
        theme: Its colours.
        axis: "number" for interviews side by side, "date" for days to scale.
        width_px: The new figure's width.
    """
    if frame.empty:
        return empty_chart(EMPTY, theme, ax=ax, width_px=width_px)
    header = f"Mean score of {_counted(frame)}"
    if ax is None:
        right = 96 if width_px < NARROW else 128
        margins = Margins(left=64, right=right, top=top_for(header, width_px), bottom=48)
        ax = new_axes(width_px, HEIGHT, margins, theme)
    bare(ax, theme)
    label_above(ax, header, theme)
    x = frame["held_on" if axis == "date" else "number"].to_numpy()
    labels = [
        *_draw_noise(ax, frame, x, theme),
        *_draw_line(ax, frame, x, theme),
        *_draw_dots(ax, frame, x, theme),
    ]
    _set_axes(ax, frame, x, theme, axis)
    _write_labels(ax, labels, theme)
    return ax


Label = tuple[float, str, str]
"""A height on the score axis, words and their colour."""


def _draw_noise(ax: Axes, frame: pd.DataFrame, x: Any, theme: Theme) -> list[Label]:  # noqa: ANN401 - numbers or days
    if "noise_low" not in frame or frame["noise_low"].isna().all():
        return []
    low, high = frame["noise_low"].to_numpy(), frame["noise_high"].to_numpy()
    if len(frame) > MANY:
        ax.fill_between(
            x, low, high, color=theme.quiet, alpha=0.22, linewidth=0, label="re-rating noise"
        )
        word = "grey: how far your own ratings vary (95 %)"
    else:
        ax.vlines(
            x, low, high, color=theme.quiet, alpha=0.75, linewidth=1.2, label="re-rating noise"
        )
        word = "bars: how far your own ratings vary (95 %)"
    known = frame["noise_low"].dropna()
    return [(float(known.iloc[-1]), word, theme.soft)]


def _draw_line(ax: Axes, frame: pd.DataFrame, x: Any, theme: Theme) -> list[Label]:  # noqa: ANN401
    if "line" not in frame or frame["line"].isna().all():
        return []
    words = "line"
    if "line_low" in frame:
        words = "line; shaded: 95 % interval"
        ax.fill_between(
            x,
            frame["line_low"].to_numpy(),
            frame["line_high"].to_numpy(),
            color=theme.other,
            alpha=0.16,
            linewidth=0,
            label="95 % band of the line",
        )
    ax.plot(x, frame["line"].to_numpy(), color=theme.other, linewidth=1.8, label="line")
    return [(float(frame["line"].dropna().iloc[-1]), words, theme.other_text)]


def _draw_dots(ax: Axes, frame: pd.DataFrame, x: Any, theme: Theme) -> list[Label]:  # noqa: ANN401
    scores = frame["mean_score"].to_numpy()
    size, alpha, edge = next(look for most, *look in DOTS if len(frame) <= most)
    is_many = len(frame) > MANY
    ax.plot(
        x,
        scores,
        linestyle="none",
        marker="o",
        markersize=size,
        alpha=alpha,
        color=theme.main,
        markeredgecolor=theme.page,
        markeredgewidth=edge,
        # A cloud of dots stays behind the line that runs through it.
        zorder=1 if is_many else 2.5,
        label="interviews",
        clip_on=False,
    )
    word = "one interview" if is_many else f"latest interview: {scores[-1]:.1f}"
    return [(float(scores[-1]), word, theme.main)]


def _set_axes(ax: Axes, frame: pd.DataFrame, x: Any, theme: Theme, axis: str) -> None:  # noqa: ANN401
    ax.set_ylim(0.8, 5.2)
    scale_beside(ax, SCORE_TICKS, theme)
    if axis == "date":
        _set_days(ax, x, theme)
    else:
        ax.set_xlim(0.5, len(frame) + 0.5)
        step = next(step for step in ROUND_STEPS if len(frame) <= step * TICKS_AT_MOST)
        # 1 and 2 would stand too close; 1 and 5 do not.
        start = 1 if step == ROUND_STEPS[1] else step
        numbers = {1, *range(start, len(frame) + 1, step)}
        labels = {float(number): f"{number:,}" for number in sorted(numbers)}
        scale_below(ax, labels, theme, unit="interview, oldest first")


def _counted(frame: pd.DataFrame) -> str:
    interviews, answers = len(frame), int(frame["answer_count"].sum())
    many = f"{interviews:,} interview{'' if interviews == 1 else 's'}"
    return f"{many}, {answers:,} rated answer{'' if answers == 1 else 's'}"


def _set_days(ax: Axes, x: Any, theme: Theme) -> None:  # noqa: ANN401
    """Draw days to scale, and name the first, the last and some between."""
    days = x.astype("datetime64[D]").astype(int)
    first, last = int(days.min()), int(days.max())
    spare = max((last - first) // 40, 2)
    ax.set_xlim(first - spare, last + spare)
    count = min(DAYS_AT_MOST if room_of(ax)[0] >= NARROW else 2, last - first + 1)
    step = (last - first) / max(count - 1, 1)
    named = [round(first + at * step) for at in range(count)]
    labels: dict[float, str] = {day: _day_words(day, last - first) for day in named}
    scale_below(ax, labels, theme, unit="day of the interview")


def _day_words(day: int, span: int) -> str:
    """Return a day, counted from 1970, in words short enough for the span."""
    words = EPOCH + timedelta(days=day)
    return f"{words:%b %Y}" if span > YEAR else f"{words.day} {words:%b %Y}"


def _write_labels(ax: Axes, labels: list[Label], theme: Theme) -> None:
    """Write each label at the right of what it names, moved apart where they would touch."""
    width, height = room_of(ax)
    room = room_beside(ax)
    low, high = ax.get_ylim()
    scale = height / (high - low)
    shown = [(at, wrap(word, room, SMALL), colour) for at, word, colour in labels]
    tallest = max(text.count("\n") + 1 for _, text, _ in shown)
    places = spread([(at - low) * scale for at, _, _ in shown], 13.0 * tallest + 4)
    # Nothing may climb into the words above the chart.
    over = max(max(places) - (height - 4), 0.0)
    places = [place - over for place in places]
    for (_, text, colour), place in zip(shown, places, strict=True):
        write(
            ax,
            1 + 10 / width,
            place / height,
            text,
            theme,
            transform=ax.transAxes,
            color=colour,
            fontsize=SMALL,
            va="center",
            linespacing=1.15,
        )
