"""The packaged lists of words by which notes are fitted into sentences."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

__all__ = ["ListName", "word_list"]

ListName = Literal["small", "capital", "titles"]


@cache
def word_list(name: ListName) -> frozenset[str]:
    """Return one of the lists, in small letters.

    Example:
        >>> "monday" in word_list("capital")
        True
    """
    text = (files("interview_journal.writing") / "words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())
