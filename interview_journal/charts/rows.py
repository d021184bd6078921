"""Rows with their names above them: what the charts of criteria, stages and topics share.

A name above its row has the whole width, on a narrow page as on a wide one, and no margin has to
be guessed for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.charts.canvas import Margins, bare, label_above, new_axes, room_of, top_for
from interview_journal.charts.lettering import NORMAL, SMALL, shorten, text_width, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.axes import Axes

    from interview_journal.charts.themes import Theme

__all__ = ["ROWS_AT_MOST", "ROW_PX", "first_rows", "left_out", "name_rows", "row_axes"]

ROW_PX: Final = 46
ROWS_AT_MOST: Final = 15
"""More would be a wall; the rest stands in the table."""


def first_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Return as many rows as a chart holds, in their order."""
    return frame.iloc[:ROWS_AT_MOST]


def left_out(frame: pd.DataFrame) -> str:
    """Return how many rows are not drawn, in words to put behind a title; "" for none."""
    rest = len(frame) - ROWS_AT_MOST
    return f"; {rest:,} more in the table" if rest > 0 else ""


def row_axes(
    ax: Axes | None, count: int, theme: Theme, *, header: str, width_px: int, strip_px: int = 0
) -> Axes:
    """Return axes for that many rows, the first on top, row ``n`` at height ``n``.

    Args:
        ax: Where to draw; None makes a figure of its own.
        count: Of the rows.
        theme: Its colours.
        header: What is drawn, with its unit; it is written above.
        width_px: The new figure's width.
        strip_px: Room that is left below.
    """
    if ax is None:
        room = Margins(top=top_for(header, width_px), bottom=36 + strip_px)
        ax = new_axes(width_px, room.top + room.bottom + ROW_PX * count, room, theme)
    bare(ax, theme)
    ax.set_ylim(count - 0.62, -0.62)
    label_above(ax, header, theme)
    return ax


def name_rows(
    ax: Axes, names: Sequence[str], notes: Sequence[str], theme: Theme, *, until: float = 1.0
) -> None:
    """Write each row's name above it at the left, and its note at the right end of that line.

    Args:
        ax: Axes made with ``row_axes``.
        names: As typed; cut where they do not fit beside the note.
        notes: Such as how many answers stand behind the row.
        theme: Its colours.
        until: Where the notes end, in parts of the axes' width.
    """
    room, _ = room_of(ax)
    for at, (name, note) in enumerate(zip(names, notes, strict=True)):
        place = {"transform": ax.get_yaxis_transform(), "va": "bottom"}
        height = at - 0.2
        left = room * until - text_width(note, SMALL) - 14
        write(ax, 0, height, shorten(name, max(left, 40), NORMAL), theme, **place)
        soft = {"color": theme.soft, "fontsize": SMALL, "ha": "right"}
        write(ax, until, height, note, theme, **soft, **place)
