"""A briefing made to fit one sheet: letters get smaller first, then long texts are cut.

How many lines a text fills is estimated, a little too many rather than too few. What is left out
is counted on the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from interview_journal.writing.breadth import line_count, text_breadth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_journal.writing.briefing_sections import Item, Line, Section, SectionName
    from interview_journal.writing.card import Paper

__all__ = ["SHEETS_MM", "FittedBriefing", "crop", "fit_briefing"]

SHEETS_MM: Final[dict[Paper, tuple[float, float]]] = {"A4": (210, 297), "Letter": (215.9, 279.4)}
"""Width and height; millimetres."""
_MARGIN_MM: Final = 11.0
_HEAD_MM: Final = 27.0
_PLACE_MM: Final = 11.0
"""Two lines of the heading."""
_GAP_MM: Final = 8.0
_MM: Final = 0.3528
"""Of a point."""
_LETTER: Final = 0.52
"""Width of a letter, of its size; a wide face such as DejaVu Sans needs it."""
_LINE: Final = 1.3
_TITLE_LINES: Final = 2.0
_ITEM_LINES: Final = 0.3
_FILLED: Final = 1.0
"""Of both columns. Items are kept whole; what the estimate of lines has to spare pays for that."""

_ITEMS: Final[dict[SectionName, int]] = {
    "rehearse": 3,
    "people": 4,
    "differs": 3,
    "plans": 3,
    "unsaid": 2,
    "requirements": 6,
    "likely": 10,
    "strengths": 3,
    "ask": 5,
    "promised": 4,
    "gaps": 4,
}
_CHARS: Final = {"rehearse": 420, "people": 220, "requirements": 170}
_OTHER_CHARS: Final = 200
_LABEL_SHARE: Final = {"Why": 0.33, "Mind": 0.4}
_SHORTEST: Final = 40
_STEPS: Final = (
    *((points, 1.0, 1.0) for points in (11.0, 10.5, 10.0, 9.7, 9.5)),
    *((9.3, share / 100, max(share, 80) / 100) for share in range(95, 60, -5)),
    *((9.2, max(share, 45) / 100, share / 100) for share in range(80, 35, -4)),
    *((9.0, share / 100, share / 100) for share in (35, 30, 25, 20)),
)
"""Size in points, and the shares of letters and of items kept: smaller letters first."""


@dataclass(frozen=True, slots=True)
class FittedBriefing:
    """Sections that fit.

    Attributes:
        sections: With texts cut where they had to be.
        points: The size of the letters.
    """

    sections: tuple[Section, ...]
    points: float


def fit_briefing(
    sections: Sequence[Section], paper: Paper, *, has_place: bool = False
) -> FittedBriefing:
    """Return the sections cut so that they fit one sheet, as little as possible.

    Args:
        sections: In full.
        paper: What it is printed on.
        has_place: Whether the heading says where.
    """
    fitted = FittedBriefing((), _STEPS[-1][0])
    for points, chars, items in _STEPS:
        fitted = FittedBriefing(tuple(_shortened(one, chars, items) for one in sections), points)
        if _fills(fitted, paper, has_place=has_place) <= 1:
            break
    return fitted


def crop(text: str, breadth: float) -> str:
    """Return a text cut between words where it is broader than that many common letters.

    Example:
        >>> crop("one two three", 10)
        'one two …'
    """
    if text_breadth(text) <= breadth:
        return text
    kept, room = "", breadth - 2
    for char in text:
        room -= text_breadth(char)
        if room < 0:
            break
        kept += char
    is_between = text[len(kept)] == " "
    cut = len(kept) if is_between else kept.rfind(" ")
    return f"{kept[:cut] if cut > len(kept) // 2 else kept} …"


def _shortened(section: Section, chars: float, share: float) -> Section:
    most = _ITEMS[section.name]
    # Three answers to rehearse are what the page is for: they are shortened, never left out.
    most = most if section.name == "rehearse" else max(1, round(most * share))
    breadth = max(_SHORTEST, _CHARS.get(section.name, _OTHER_CHARS) * chars)
    items = tuple(_cropped(item, breadth) for item in section.items[:most])
    return replace(section, items=items, left_out=len(section.items) - len(items))


def _cropped(item: Item, breadth: float) -> Item:
    lines = tuple(
        replace(line, text=crop(line.text, breadth * _LABEL_SHARE.get(line.label, 1.0)))
        for line in item.lines
    )
    lead, aside = crop(item.lead, breadth / 2), crop(item.aside, breadth / 2)
    return replace(item, lead=lead, aside=aside, lines=lines)


def _fills(fitted: FittedBriefing, paper: Paper, *, has_place: bool) -> float:
    """Return which share of the room on the sheet the sections fill."""
    width, height = SHEETS_MM[paper]
    head = _HEAD_MM + (_PLACE_MM if has_place else 0)
    column = (width - 2 * _MARGIN_MM - _GAP_MM) / 2
    per_line = column / (fitted.points * _MM * _LETTER)
    lines = sum(sum(_section_lines(one, per_line)) for one in fitted.sections)
    room = 2 * (height - 2 * _MARGIN_MM - head) * _FILLED
    return lines * fitted.points * _MM * _LINE / room


def _section_lines(section: Section, per_line: float) -> Iterator[float]:
    yield _TITLE_LINES + (1 if section.left_out else 0)
    if section.name == "likely":
        told = " · ".join(line.text for item in section.items for line in item.lines)
        yield line_count(told, per_line)
        return
    for item in section.items:
        yield _ITEM_LINES
        if item.lead:
            yield line_count(f"{item.lead} {item.aside}", per_line)
        for line in item.lines:
            yield line_count(_told(line), per_line - 2)


def _told(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.label else line.text
