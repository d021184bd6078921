"""Reasons for leaving that no single word tells: "there's no way up", "they let me go"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["denied_phrases", "named_phrases"]


def named_phrases(reading: Reading) -> Iterator[tuple[str, Word, Word]]:
    """Yield each sort of reason that a phrase of a sentence names, with its first and last word.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [one[0] for one in named_phrases(read_answer("There is no way up for me.")[0])]
        ['growth']
    """
    return _found(reading, _pattern("named"))


def denied_phrases(reading: Reading) -> Iterator[tuple[str, Word, Word]]:
    """Yield each sort of reason that a phrase of a sentence rules out, with its words.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [one[0] for one in denied_phrases(read_answer("I am well paid there.")[0])]
        ['pay']
    """
    return _found(reading, _pattern("denied"))


@cache
def _pattern(table: str) -> re.Pattern[str]:
    """Return one pattern whose groups are named by the sorts."""
    source = files(__package__).joinpath("reason_phrases.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))[table]
    ways = (rf"(?P<{sort}>{'|'.join(several)})" for sort, several in stored.items())
    return re.compile(rf"\b(?:{'|'.join(ways)})\b")


def _found(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[str, Word, Word]]:
    text = reading.line
    for match in pattern.finditer(text):
        first, last = text.count(" ", 0, match.start()), text.count(" ", 0, match.end() - 1)
        yield match.lastgroup or "", reading.words[first], reading.words[last]
