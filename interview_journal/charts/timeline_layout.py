"""Where each mark of a timeline stands, and in how many lines its words are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from interview_journal.charts.lettering import NORMAL, SMALL, text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LINE_PX", "RAIL_PX", "Layout", "Line", "lay_out", "rail_at"]

WIDE: Final = 620
"""From here on the softer words stand beside the others, below it under them."""
LINE_PX: Final = 17
SOFT_LINE_PX: Final = 15
GAP_PX: Final = 17
A_DAY_PX: Final = 1.3
DAYS_AT_MOST: Final = 21
"""A longer time is not drawn longer."""
DAY_SAMPLE: Final = "28 May 2028"
RAIL_PX: Final = 22
"""From the days to the rail, and from the rail to the words."""
LABELS_AT_MOST: Final = 0.5
BETWEEN_PX: Final = 28


@dataclass(frozen=True, slots=True)
class Line:
    """One mark and where it stands.

    Attributes:
        mark: A row of the frame.
        at: Its height from the top, in pixels.
        day: Its day in words.
        is_new_day: Whether the mark above is of another day.
        label: Its words, in lines.
        detail: Its softer words, in lines.
    """

    mark: Any
    at: float
    day: str
    is_new_day: bool
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, in pixels from the left and from the top.

    Attributes:
        lines: From top to bottom.
        height: Of all of them.
        words_at: Where the words begin.
        details_at: Where the softer words begin; the same where they stand below.
    """

    lines: Sequence[Line]
    height: float
    words_at: float
    details_at: float

    @property
    def is_wide(self) -> bool:
        """Whether the softer words stand beside the others."""
        return self.details_at > self.words_at


def rail_at() -> float:
    """Return where the rail stands, in pixels from the left."""
    return text_width(DAY_SAMPLE, SMALL) + RAIL_PX


def lay_out(marks: Sequence[Any], width: float) -> Layout:
    """Return where each mark stands.

    Args:
        marks: Rows of the frame, in the order to show.
        width: Of the axes, in pixels.
    """
    left = rail_at() + RAIL_PX
    room = width - left
    beside = left
    if width >= WIDE:
        longest = max((text_width(one.label, NORMAL) for one in marks), default=0.0)
        beside = left + min(longest, LABELS_AT_MOST * room) + BETWEEN_PX
    label_room = room if beside == left else beside - left - BETWEEN_PX + 1
    lines: list[Line] = []
    top, before = 0.0, None
    for mark in marks:
        if before is not None:
            top += GAP_PX + A_DAY_PX * min((mark.end - before.end).days, DAYS_AT_MOST)
        label, detail = wrap(mark.label, label_room), wrap(mark.detail, width - beside, SMALL)
        is_new_day = before is None or before.end != mark.end
        words = _day_words(mark.end, before)
        lines.append(Line(mark, top + LINE_PX / 2, words, is_new_day, label, detail))
        top += _height(label, detail, is_wide=beside > left)
        before = mark
    return Layout(lines, top + LINE_PX / 2, left, beside)


def _height(label: str, detail: str, *, is_wide: bool) -> float:
    main = LINE_PX * (label.count("\n") + 1)
    soft = SOFT_LINE_PX * (detail.count("\n") + 1) if detail else 0
    return max(main, soft) if is_wide else main + soft


def _day_words(day: date, before: Any) -> str:  # noqa: ANN401 - a row of the frame
    """Return "4 Mar"; the year stands where it is not the one of the mark above."""
    words = f"{day.day} {day:%b}"
    return words if before is not None and before.end.year == day.year else f"{words} {day.year}"
