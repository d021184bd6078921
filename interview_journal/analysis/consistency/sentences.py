"""Sentences of an answer, each with its place, and the clauses inside them."""

from __future__ import annotations

import re
from itertools import pairwise
from string import ascii_lowercase
from typing import Final, NamedTuple

__all__ = ["Sentence", "split_clauses", "split_sentences"]

SENTENCE_AT_MOST: Final = 600
"""Speech without punctuation is cut at this many characters, between words."""

# Possessive, and with the first letter known: a page of dots costs no more than a page.
_ENDS: Final = re.compile(r"[.!?…]++[\"'”’)\]]*+|\n+|;\s")
_ABBREVIATIONS: Final = frozenset(
    (
        *ascii_lowercase,
        *("mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "approx", "ca", "e.g", "i.e"),
        *("inc", "ltd", "co", "corp", "rs", "p.a", "u.s", "u.k", "z.b", "jan", "feb", "mar"),
        *("apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)
_BEFORE_NUMBERS: Final = frozenset({"no", "nr", "nos"})
"""Short for "number" before a number: "no. 4", and not "I said no. We left"."""
_LONGEST_ABBREVIATION: Final = 12
_STOPS: Final = ".!?…"
_MARKS: Final = r"[,:()]|\s[-–—]+\s"
_CLAUSE_ENDS: Final = re.compile(
    rf"{_MARKS}|\b(?:but|although|though|whereas|while|because|however)\b", re.IGNORECASE
)
_MARKED_ENDS: Final = re.compile(_MARKS)
_MARK_CUES: Final = (",", ":", "(", ")", "-", "–", "—")
_WORD_CUES: Final = ("but", "though", "whereas", "while", "because", "however")
"""Every clause but the last of a sentence ends with one of these marks or words."""


class Sentence(NamedTuple):
    """One sentence.

    Attributes:
        text: As it stands, without blanks around it.
        start: Where it begins in the whole text.
        end: Where it ends, exclusive.
        is_question: Whether it ends with a question mark.
    """

    text: str
    start: int
    end: int
    is_question: bool


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text, from first to last.

    Example:
        >>> [one.text for one in split_sentences("We were 4.5 people. Then Dr. Li left!")]
        ['We were 4.5 people.', 'Then Dr. Li left!']
    """
    found: list[Sentence] = []
    begin = 0
    for match in _ENDS.finditer(text):
        stop, end = match.span()
        if text[stop] in _STOPS and not text[end : end + 1].isspace() and end < len(text):
            continue
        if text[stop] == "." and _ends_abbreviation(text, begin, stop):
            continue
        _add(found, text, begin, end)
        begin = end
    _add(found, text, begin, len(text))
    return found


def _ends_abbreviation(text: str, begin: int, stop: int) -> bool:
    """Return whether a full stop is that of "Dr." or "e.g."."""
    low = max(begin, stop - _LONGEST_ABBREVIATION)
    before = text[low:stop].replace("(", " ")
    if not before or before[-1].isspace():
        return False
    last = before.split()[-1]
    is_whole = len(last) < len(before) or not low
    if last.lower() in _BEFORE_NUMBERS:
        return is_whole and text[stop + 1 : stop + 2] == " " and text[stop + 2 : stop + 3].isdigit()
    return is_whole and last.lower() in _ABBREVIATIONS


def _add(found: list[Sentence], text: str, begin: int, end: int) -> None:
    """Add what stands between two places; a very long piece is cut between words."""
    while begin < end:
        stop = end
        if end - begin > SENTENCE_AT_MOST:
            blank = text.rfind(" ", begin, begin + SENTENCE_AT_MOST)
            stop = blank if blank > begin else begin + SENTENCE_AT_MOST
        piece = text[begin:stop]
        bare = piece.strip()
        if bare:
            start = begin + len(piece) - len(piece.lstrip())
            is_question = bare.rstrip("\"'”’)").endswith("?")
            found.append(Sentence(bare, start, start + len(bare), is_question))
        begin = stop


def split_clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the places of a sentence's clauses in the whole text, ends exclusive."""
    ends = _clause_ends(sentence.text)
    if ends is None:
        return [(sentence.start, sentence.end)]
    edges = [0]
    for match in ends.finditer(sentence.text):
        comma_in_number = match.group() == "," and _between_digits(sentence.text, match.start())
        if not comma_in_number:
            edges.append(match.end() if match.group()[:1] in ",:()" else match.start())
    edges.append(len(sentence.text))
    offset = sentence.start
    return [(offset + begin, offset + end) for begin, end in pairwise(edges) if begin < end]


def _clause_ends(text: str) -> re.Pattern[str] | None:
    """Return what ends the clauses of a sentence; None where nothing can."""
    small = text.lower()
    # Plain loops: asked of every sentence, and most have none.
    for cue in _WORD_CUES:
        if cue in small:
            return _CLAUSE_ENDS
    for cue in _MARK_CUES:
        if cue in text:
            return _MARKED_ENDS
    return None


def _between_digits(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
