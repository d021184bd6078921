"""The plain ways that stand beside ours: numbers that differ, TF-IDF, rapidfuzz, a negator."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

__all__ = ["TfIdf", "fuzzy", "negation_differs", "numbers_differ", "numbers_in"]

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_WORD: Final = re.compile(r"[a-z0-9']+")
_SMALL: Final = {
    word: str(number)
    for number, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve"),
        ]
    )
}
_NEGATORS: Final = frozenset({"no", "not", "never", "none", "nobody", "nothing", "without"})


def numbers_in(text: str) -> frozenset[str]:
    """Return digits and small number words, as digits.

    Example:
        >>> sorted(numbers_in("Two of 1,500 came."))
        ['1500', '2']
    """
    low = text.lower()
    digits = {found.replace(",", "") for found in _NUMBER.findall(low)}
    return frozenset(digits | {_SMALL[word] for word in _WORD.findall(low) if word in _SMALL})


def numbers_differ(a: str, b: str) -> bool:
    """Return whether both hold numbers and neither set contains the other: the crudest rule."""
    ours, theirs = numbers_in(a), numbers_in(b)
    return bool(ours and theirs) and not ours <= theirs and not theirs <= ours


def negation_differs(a: str, b: str) -> bool:
    """Return whether just one of the two holds a negator."""
    ours, theirs = ({*_WORD.findall(text.lower().replace("’", "'"))} for text in (a, b))
    return _denies(ours) != _denies(theirs)


def _denies(words: set[str]) -> bool:
    return bool(words & _NEGATORS) or any(word.endswith("n't") for word in words)


def fuzzy(a: str, b: str) -> float:
    """Return rapidfuzz's ``token_set_ratio``, 0 to 1."""
    return fuzz.token_set_ratio(a.lower(), b.lower()) / 100


class TfIdf:
    """Cosine of word counts, each weighed by how rare the word is in the texts at hand."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Learn how rare each word is."""
        several = list(texts)
        seen = Counter(word for text in several for word in {*_WORD.findall(text.lower())})
        self._idf = {word: math.log((1 + len(several)) / (1 + n)) + 1 for word, n in seen.items()}

    def alike(self, a: str, b: str) -> float:
        """Return how alike two texts are, 0 to 1."""
        ours, theirs = self._vector(a), self._vector(b)
        return sum(weight * theirs.get(word, 0.0) for word, weight in ours.items())

    def _vector(self, text: str) -> dict[str, float]:
        counts = Counter(_WORD.findall(text.lower()))
        raw = {word: n * self._idf.get(word, 1.0) for word, n in counts.items()}
        length = math.sqrt(sum(weight**2 for weight in raw.values())) or 1.0
        return {word: weight / length for word, weight in raw.items()}
