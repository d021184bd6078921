"""A card to print for creative roles: one sheet, printed on one side, folded twice.

Drawn by ourselves down to the lettering, so that it looks the same on every computer and asks for
nothing from outside. The person's words stand inside on the left; the right is for their hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from interview_journal.core.outgoing import find_gaps
from interview_journal.writing.breadth import text_breadth
from interview_journal.writing.rendering import packaged_template

if TYPE_CHECKING:
    from interview_journal.core.outgoing import Draft, DraftKind

__all__ = ["Paper", "card_fits", "card_page"]

Paper = Literal["A4", "Letter"]

_PAGES: Final[dict[Paper, tuple[float, float]]] = {"A4": (105, 148.5), "Letter": (107.95, 139.7)}
"""Width and height of a page of the card: a quarter of the sheet; millimetres."""
_MARGINS: Final = (25.0, 27.0)
"""Left and right, top and bottom together; millimetres."""
_MM: Final = 0.3528
"""Of a point."""
_LETTER: Final = 0.58
"""Width of a letter, of its size; a wide face such as DejaVu Serif needs it."""
_LINE: Final = 1.5
_PARAGRAPH: Final = 0.42
"""Room after a paragraph, in lines."""
_ONE_PAGE: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_TWO_PAGES: Final = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_SAYS_THANKS: Final[frozenset[DraftKind]] = frozenset(
    {"thank-you note", "referee thanks", "reply to a rejection"}
)

Piece = tuple[str, bool]
"""Words, and whether they are a gap."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How large the text is set, on how many pages."""

    points: float
    is_long: bool
    fits: bool = True


def card_page(draft: Draft, *, paper: Paper = "A4") -> str:
    """Return a page that prints as a card, complete in itself; all words in it are escaped.

    Args:
        draft: Whose text goes inside.
        paper: What it is printed on.
    """
    # Loaded when a card is asked for, which is seldom.
    from jinja2 import Environment, StrictUndefined

    setting = _setting_of(draft.text, paper)
    width, height = _PAGES[paper]
    page = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    says_thanks = draft.kind in _SAYS_THANKS
    return page.from_string(packaged_template("card.html.j2")).render(
        title=f"A card for {draft.to_name}" if draft.to_name.strip() else "A card",
        paper=paper,
        width=width,
        height=height,
        points=setting.points,
        is_long=setting.is_long,
        fits=setting.fits,
        gap_count=len(draft.gaps),
        paragraphs=_paragraphs(draft.text) if setting.fits else [],
        says_thanks=says_thanks,
        cover_says="Thank you, under a bunch of leaves and berries"
        if says_thanks
        else "A bunch of leaves and berries",
    )


def card_fits(draft: Draft, *, paper: Paper = "A4") -> bool:
    """Return whether the text has room inside a card."""
    return _setting_of(draft.text, paper).fits


def _setting_of(text: str, paper: Paper) -> _Setting:
    for points in _ONE_PAGE:
        if _height(text, points, paper) <= 1:
            return _Setting(points, is_long=False)
    for points in _TWO_PAGES:
        # A paragraph is not always cut where the page ends.
        if _height(text, points, paper) <= 2 - 0.1:
            return _Setting(points, is_long=True)
    return _Setting(_ONE_PAGE[0], is_long=False, fits=False)


def _height(text: str, points: float, paper: Paper) -> float:
    """Return how many pages a text fills, set in that size; a little too much rather than less."""
    width, height = (whole - edge for whole, edge in zip(_PAGES[paper], _MARGINS, strict=True))
    per_line = width / (points * _MM * _LETTER)
    lines = 0.0
    for paragraph in text.split("\n\n"):
        lines += sum(1 + text_breadth(line) // per_line for line in paragraph.split("\n"))
        lines += _PARAGRAPH
    return lines * points * _MM * _LINE / height


def _paragraphs(text: str) -> list[list[list[Piece]]]:
    parts = (part for part in text.split("\n\n") if part.strip())
    return [[_pieces(line) for line in part.split("\n")] for part in parts]


def _pieces(line: str) -> list[Piece]:
    pieces: list[Piece] = []
    start = 0
    for one in find_gaps(line):
        pieces += [(line[start : one.span[0]], False), (one.words, True)]
        start = one.span[1]
    return [*pieces, (line[start:], False)]
