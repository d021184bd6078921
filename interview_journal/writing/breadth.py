"""How broad a text is when printed, in common letters: enough to tell how many lines it fills."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["line_count", "text_breadth"]

_FULL: Final = 2.0
_BROAD: Final = 1.8
_CAPITAL: Final = 1.3
"""Chinese and other full letters, the broadest Latin ones, capitals; in common letters."""


def text_breadth(text: str) -> float:
    """Return how long a text is, in common letters.

    Example:
        >>> text_breadth("ab"), text_breadth("北")
        (2, 2.0)
    """
    return sum(map(_char_breadth, text))


def line_count(text: str, per_line: float) -> int:
    """Return how many lines a text fills, at least 1; words that do not fit move down whole.

    Args:
        text: On one line; a line break counts as a blank.
        per_line: Common letters a line, above 0.

    Example:
        >>> line_count("one two three", 8)
        2
    """
    lines, room = 1, per_line
    for word in text.split():
        breadth = text_breadth(word)
        if breadth > room and room < per_line:
            lines, room = lines + 1, per_line
        if breadth > per_line:
            lines += int(breadth // per_line)
            breadth %= per_line
        room -= breadth + 1
    return lines


def _char_breadth(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return _FULL
    return _BROAD if char in "MWmw@%" else _CAPITAL if char.isupper() else 1
