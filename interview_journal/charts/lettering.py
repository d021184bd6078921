"""Words in a chart: drawn letter for letter, never as mathematics, never wider than their place.

A name such as "$x$ & Sons" is a name. A character that no installed font has becomes a box, for
a missing letter must be neither an error nor a page of warnings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.ft2font import FT2Font
    from matplotlib.text import Text

    from interview_journal.charts.themes import Theme

__all__ = [
    "BASE_FONT",
    "LARGE",
    "NORMAL",
    "SMALL",
    "drawable",
    "fonts_for",
    "shorten",
    "spread",
    "text_width",
    "wrap",
    "write",
]

NORMAL: Final = 9.5
SMALL: Final = 8.5
LARGE: Final = 11.5
"""Sizes in points; at 100 dots an inch 9.5 points are 13 pixels."""

PIXELS_A_POINT: Final = 100 / 72
HINTED: Final = 1.02
"""Letters are drawn on whole pixels, which makes a line a little wider than its letters."""
BASE_FONT: Final = "DejaVu Sans"
BOX: Final = "\u25af"
ELLIPSIS: Final = "…"
BETWEEN_WORDS: Final = re.compile(r"\s+(?!%)|(?<!\d)\s+")
"""Where a line may end; a number keeps its percent sign."""
# Fonts with letters that ours lacks, as the systems ship them; the first that has all is used.
OTHER_FONTS: Final = (
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "Hiragino Sans",
    "PingFang SC",
    "Apple SD Gothic Neo",
    "Arial Unicode MS",
    "Nirmala UI",
    "Noto Sans Devanagari",
    "Noto Sans",
    "Segoe UI",
    "Segoe UI Symbol",
    "Segoe UI Emoji",
    "Noto Emoji",
)


def write(ax: Axes, x: float, y: float, text: str, theme: Theme, **more: Any) -> Text:  # noqa: ANN401 - what matplotlib's text takes
    """Write text letter for letter and return it.

    Args:
        ax: Where.
        x: In the coordinates of ``transform``, the data's unless given.
        y: Likewise.
        text: One line or several; blanks and control characters become single blanks.
        theme: Its ``text`` colour unless ``color`` is given.
        more: Passed on to matplotlib.
    """
    shown = drawable(text)
    given = {"fontsize": NORMAL, "color": theme.text, **more}
    return ax.text(x, y, shown, parse_math=False, usetex=False, family=fonts_for(shown), **given)


def drawable(text: str) -> str:
    r"""Return the text with single blanks, and a box for what no font here can draw.

    Example:
        >>> drawable("A\tcompany\u0007")
        'A company'
    """
    lines = (" ".join(_visible(part).split()) for part in text.split("\n"))
    joined = "\n".join(lines)
    letters = _letters(BASE_FONT)
    if all(ord(one) in letters or one == "\n" for one in joined):
        return joined
    known = frozenset().union(*(_letters(name) for name in fonts_for(joined)))
    return "".join(one if ord(one) in known or one == "\n" else BOX for one in joined)


def _visible(text: str) -> str:
    """Leave out what has no shape of its own: controls, joiners, marks of direction."""
    kept = (one if one.isprintable() or one.isspace() else "" for one in text)
    return "".join(kept).translate(_NO_SHAPE)


_NO_SHAPE: Final = dict.fromkeys((*range(0xFE00, 0xFE10), 0x20E3))
"""Marks that choose between two pictures of the character before them."""


def fonts_for(text: str) -> list[str]:
    """Return the fonts to draw it with: ours, and an installed one for what ours lacks."""
    missing = {ord(one) for one in text} - _letters(BASE_FONT) - {ord("\n")}
    if not missing:
        return [BASE_FONT]
    best = max(_installed(), key=lambda name: len(missing & _letters(name)), default=None)
    if best is None or not missing & _letters(best):
        return [BASE_FONT]
    return [BASE_FONT, best]


@lru_cache(maxsize=1)
def _installed() -> tuple[str, ...]:
    from matplotlib.font_manager import fontManager

    names = set(fontManager.get_font_names())
    return tuple(name for name in OTHER_FONTS if name in names)


@lru_cache(maxsize=32)
def _font(name: str) -> FT2Font:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return get_font(findfont(FontProperties(family=[name])))


@lru_cache(maxsize=32)
def _letters(name: str) -> frozenset[int]:
    return frozenset(_font(name).get_charmap())


# Words and their room ------------------------------------------------------------------------


def text_width(text: str, size: float = NORMAL) -> float:
    """Return how wide one line is drawn, in pixels at 100 dots an inch.

    Example:
        >>> text_width("wide words") > text_width("wide")
        True
    """
    return HINTED * sum(_advance(one) for one in text) * size * PIXELS_A_POINT


@lru_cache(maxsize=4096)
def _advance(letter: str) -> float:
    """Return the width of a letter in parts of the size it is written in."""
    font = _font(BASE_FONT)
    if ord(letter) not in _letters(BASE_FONT):
        return 1.0
    font.set_size(64, 72)
    return font.load_char(ord(letter)).linearHoriAdvance / 65536 / 64


def shorten(text: str, room: float, size: float = NORMAL) -> str:
    """Return the text, cut with an ellipsis where it would be wider than ``room`` pixels.

    Example:
        >>> shorten("A name that never comes to an end", 80)
        'A name t…'
    """
    line = drawable(text).replace("\n", " ")
    if text_width(line, size) <= room:
        return line
    left = room - text_width(ELLIPSIS, size)
    kept = 0
    while left >= (wide := text_width(line[kept], size)):
        left -= wide
        kept += 1
    return line[:kept].rstrip() + ELLIPSIS


def wrap(text: str, room: float, size: float = NORMAL) -> str:
    r"""Return the text in lines that are at most ``room`` pixels wide; long words are cut.

    Example:
        >>> wrap("one two three", 60)
        'one two\nthree'
    """
    lines: list[str] = []
    for word in BETWEEN_WORDS.split(drawable(text)):
        together = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(together, size) <= room:
            lines[-1] = together
        else:
            lines.append(shorten(word, room, size))
    return "\n".join(lines)


def spread(places: Sequence[float], gap: float) -> list[float]:
    """Return the places moved apart so that none are closer than ``gap``, each as near as can be.

    Example:
        >>> spread([1.0, 1.0, 5.0], 2.0)
        [0.0, 2.0, 5.0]
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    # Neighbours that clash become one block around their own middle.
    blocks: list[list[int]] = []
    for at in order:
        blocks.append([at])
        while len(blocks) > 1 and _top(blocks[-2], places, gap) + gap > _bottom(
            blocks[-1], places, gap
        ):
            last = blocks.pop()
            blocks[-1] += last
    moved = [0.0] * len(places)
    for block in blocks:
        for step, at in enumerate(block):
            moved[at] = _bottom(block, places, gap) + step * gap
    return moved


def _bottom(block: list[int], places: Sequence[float], gap: float) -> float:
    middle = sum(places[at] for at in block) / len(block)
    return middle - (len(block) - 1) * gap / 2


def _top(block: list[int], places: Sequence[float], gap: float) -> float:
    return _bottom(block, places, gap) + (len(block) - 1) * gap
