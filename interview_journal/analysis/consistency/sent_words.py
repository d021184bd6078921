"""Words on their way to another process: one text instead of many, and one object when there."""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import Final

__all__ = ["arrived_words", "sent_words"]

_BETWEEN: Final = "\n"
"""Stands in no word."""


def sent_words(words: Iterable[str]) -> str:
    """Return words as one text; none of them is empty.

    Example:
        >>> arrived_words(sent_words(("java", "used"))), arrived_words(sent_words(()))
        (('java', 'used'), ())
    """
    return _BETWEEN.join(words)


def arrived_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that was sent; equal words of several answers are one object."""
    return tuple(map(intern, text.split(_BETWEEN))) if text else ()
