"""Numbers in a text, in digits and in words, each with its place and value.

Own reading rather than a library's: what is needed is the exact place of each number, the scale
that goes with it ("80k", "3 lakh", "half a million") and the habits of British, American, Indian
and German speakers of English.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.spelled_numbers import FIRST_WORDS, SCALES, read_spelled
from interview_journal.analysis.consistency.words import Word

__all__ = ["Number", "find_numbers"]

_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(
    r"(?<![\w.,/])(?<!\w['’])"
    r"(?:\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,2})?"
    r"|\d{1,3}(?:[ \u202f\u00a0'’]\d{3}){1,5}(?!\d)"
    r"|\d{1,9}(?:[.,]\d{1,3})?)"
    r"(?P<tail>(?:st|nd|rd|th)\b|'?s\b|[ \u00a0]?%|\+|-?ish\b|[kK]\b\+?|[mM](?:n|illion)?\b"
    r"|[bB]n\b|x\b|h\b)?"
)
_CODE: Final = re.compile(r"[A-Z](?![a-z])")
"""Right behind digits a capital letter makes a name of them: "form 12B", "a 5S board"."""
_FORMS: Final = {
    "st": "ordinal",
    "nd": "ordinal",
    "rd": "ordinal",
    "th": "ordinal",
    "s": "decade",
    "%": "percent",
    "+": "plus",
    "ish": "ish",
    "x": "times",
}
"""What stands right behind a number, and what it makes of it."""
_SPACERS: Final = re.compile("[ \u202f\u00a0'’]")
"""Between groups of three digits, a blank or, as the Swiss write it, an apostrophe."""
_GROUPED: Final = (2, 3)
"""Digits between the separators of large numbers, Indian and English."""
_TAIL_SCALES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9}


class Number(NamedTuple):
    """One number.

    Attributes:
        value: What it amounts to.
        start: Where it begins in the text.
        end: Where it ends, exclusive; its scale and its percent sign are inside.
        form: ``plain``, ``ordinal``, ``decade``, ``percent``, ``plus``, ``ish``, ``times`` or
            ``price`` ("twenty-six fifty").
        in_words: Whether it was written in words.
    """

    value: float
    start: int
    end: int
    form: str
    in_words: bool


_AND_A_HALF: Final = ("and", "a", "half")
_HALF: Final = 0.5
_PLUS_YEARS: Final = frozenset({("plus", "years"), ("plus", "yrs"), ("plus", "months")})


def find_numbers(text: str, words: Sequence[Word], offset: int = 0) -> list[Number]:
    """Return the numbers of a text, from first to last.

    Args:
        text: Any text.
        words: Its words, as ``read_words`` gives them, with the same offset.
        offset: Added to every place.

    Example:
        >>> from interview_journal.analysis.consistency.words import read_words
        >>> said = "Half a dozen of us saved 2.5 million in three and a half years"
        >>> [number.value for number in find_numbers(said, read_words(said))]
        [6.0, 2500000.0, 3.5]
    """
    found: list[Number] = []
    # Most sentences have no digit, and the pattern would look around at each of their letters.
    if _DIGIT.search(text):
        found = [
            _from_digits(match, words, offset)
            for match in _DIGITS.finditer(text)
            if not _CODE.match(text, match.end())
        ]
    spelled = [place for place, word in enumerate(words) if word.text in FIRST_WORDS]
    if not spelled:
        return found
    taken = [(one.start, one.end) for one in found]
    behind = 0
    for place in spelled:
        start = words[place].start
        if place < behind or any(begin <= start < end for begin, end in taken):
            continue
        read = read_spelled(words, place)
        if read is not None:
            value, behind, form = read
            if _is_plus(words, behind):
                behind, form = behind + 1, "plus"
            found.append(Number(value, start, words[behind - 1].end, form, in_words=True))
    return sorted(found, key=lambda one: one.start)


def _from_digits(match: re.Match[str], words: Sequence[Word], offset: int) -> Number:
    """Return the number of a run of digits, with the scale behind it."""
    written = match.group("tail") or ""
    tail = written.lower().strip()
    value = _value_of(match.group()[: len(match.group()) - len(written)])
    start, end = match.start() + offset, match.end() + offset
    if tail == "h":
        return Number(value, start, end - 1, "plain", in_words=False)
    form = _FORMS.get(tail.lstrip("'-"), "plain")
    scale = _TAIL_SCALES.get(tail.rstrip("+"))
    if scale is not None:
        value, form = value * scale, "plus" if tail.endswith("+") else "plain"
    if form in ("plain", "plus"):
        first = bisect_left(words, end, key=_start_of)
        following = words[first] if first < len(words) else None
        is_next = following is not None and not match.string[
            match.end() : following.start - offset
        ].strip(" -")
        if following is not None and is_next and following.text in SCALES:
            value, end = value * SCALES[following.text], following.end
        elif form == "plain" and tuple(one.text for one in words[first : first + 3]) == _AND_A_HALF:
            value, end = value + _HALF, words[first + 2].end
        if _is_plus(words, first):
            form, end = "plus", words[first].end
    return Number(value, start, end, form, in_words=False)


def _is_plus(words: Sequence[Word], place: int) -> bool:
    """Return whether "plus years" stands there, as behind the number of "ten plus years"."""
    return tuple(one.text for one in words[place : place + 2]) in _PLUS_YEARS


def _start_of(word: Word) -> int:
    return word.start


def _value_of(body: str) -> float:
    """Return the value of digits with separators, English, Indian or German."""
    body = _SPACERS.sub("", body)
    whole, comma, rest = body.rpartition(",")
    if comma:
        is_pair = len(rest) == 2 and "," not in whole  # noqa: PLR2004 - "3,50"
        is_decimal = "." not in body and (is_pair or len(rest) not in _GROUPED)
        return float(f"{whole}.{rest}" if is_decimal else body.replace(",", ""))
    whole, dot, rest = body.rpartition(".")
    if dot and len(rest) == 3 and whole != "0":  # noqa: PLR2004 - "55.000" as Germans write it
        return float(whole + rest)
    return float(body)
