"""Numbers in words: "three and a half", "two hundred and fifty", "half a dozen", "twice"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.words import Word

__all__ = ["FIRST_WORDS", "SCALES", "Spelled", "read_spelled"]

_UNITS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORD_VALUES: Final = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    "fourty": 40,
}
_ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
            *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
            *("sixteenth", "seventeenth", "eighteenth", "nineteenth"),
        ),
        start=1,
    )
} | {f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, start=2)}
_ORDINAL_SCALES: Final = {"hundredth": 1e2, "thousandth": 1e3, "millionth": 1e6}
_DECADES: Final = {f"{word[:-1]}ies": 10 * value for value, word in enumerate(_TENS, start=2)}
SCALES: Final = {
    "hundred": 1e2,
    "thousand": 1e3,
    "grand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "lacs": 1e5,
    "million": 1e6,
    "millions": 1e6,
    "mio": 1e6,
    "mil": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
}
"""Words behind a number that multiply it, British, American, Indian and German."""
_GROUPS: Final = {"dozen": 12.0, "couple": 2.0, "pair": 2.0}
_WITH_ARTICLE: Final = frozenset({"pair", "couple"})
_TIMES: Final = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_FRACTIONS: Final = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_ARTICLES: Final = frozenset({"a", "an"})
_LARGEST: Final = 1e15
"""Nobody counts further; "a hundred billion billion billion" ends here."""
_SMALL: Final = 10
_TEEN: Final = 20
_CENTURY: Final = 100
_CENTURIES: Final = (18, 19, 20)
"""What begins a year said in two numbers: "nineteen ninety"."""
_SINGLE: Final[dict[str, Mapping[str, float]]] = {
    "times": _TIMES,
    "decade": _DECADES,
    "ordinal": {word: value for word, value in _ORDINALS.items() if word != "second"},
}
"""Words that are a number by themselves, by its form; "second" is more often a unit."""
_A_HUNDRED: Final = "hundred"
FIRST_WORDS: Final = frozenset({"half", _A_HUNDRED}).union(
    _ARTICLES, _GROUPS, _WORD_VALUES, *_SINGLE.values()
)
"""A number in words begins with one of these."""


class Spelled(NamedTuple):
    """A number in words.

    Attributes:
        value: What it amounts to.
        stop: The place of the word behind it.
        form: As of a ``Number``.
    """

    value: float
    stop: int
    form: str = "plain"


def read_spelled(words: Sequence[Word], place: int) -> Spelled | None:
    """Return the number that begins at a word; None where none does.

    Example:
        >>> from interview_journal.analysis.consistency.words import read_words
        >>> read_spelled(read_words("half a million people"), 0)
        Spelled(value=500000.0, stop=3, form='plain')
    """
    text = words[place].text
    for form, table in _SINGLE.items():
        if text in table:
            return Spelled(float(table[text]), place + 1, form)
    if text == "half":
        return _half(words, place)
    if text in _ARTICLES or text in _GROUPS:
        return _group(words, place)
    if text == _A_HUNDRED:
        # "Hundred and twenty-eight beds", as notes have it.
        goes_on = _text(words, place + 1) == "and" and _text(words, place + 2) in _WORD_VALUES
        return Spelled(*_whole(words, place, 1.0)) if goes_on else None
    return _counted(words, place) if text in _WORD_VALUES else None


def _half(words: Sequence[Word], place: int) -> Spelled | None:
    """Read "half a dozen" and "half a million"; half of anything else is no number here."""
    if _text(words, place + 1) not in _ARTICLES:
        return None
    after = _text(words, place + 2)
    scale = _GROUPS.get(after) or SCALES.get(after)
    return Spelled(scale / 2, place + 3) if scale is not None else None


def _group(words: Sequence[Word], begin: int) -> Spelled | None:
    """Read "a dozen", "a couple of", "a hundred thousand"."""
    part = _part_of_scale(words, begin)
    if part is not None:
        return part
    place = begin + (_text(words, begin) in _ARTICLES)
    text = _text(words, place)
    scale = _GROUPS.get(text) or SCALES.get(text)
    if scale is None or text in ("k", "grand") or (begin == place and text in _WITH_ARTICLE):
        return None
    if begin < place and text in SCALES:
        # "A hundred and ten" is one number.
        return Spelled(*_whole(words, place, 1.0))
    place += 1
    while scale < _LARGEST and _text(words, place) in SCALES:
        scale *= SCALES[_text(words, place)]
        place += 1
    return Spelled(scale, place + (text in _GROUPS and _text(words, place) == "of"))


def _part_of_scale(words: Sequence[Word], begin: int) -> Spelled | None:
    """Read "a quarter of a million"."""
    if _text(words, begin + 1) not in _FRACTIONS or _text(words, begin + 2) != "of":
        return None
    if _text(words, begin + 3) not in _ARTICLES or _text(words, begin + 4) not in SCALES:
        return None
    share = _FRACTIONS[_text(words, begin + 1)]
    return Spelled(share * SCALES[_text(words, begin + 4)], begin + 5)


def _counted(words: Sequence[Word], begin: int) -> Spelled:
    """Read "twenty-five", "two hundred and fifty", "three and a half", "nineteen ninety"."""
    value, place = _whole(words, begin)
    return _ending(words, place, value) or Spelled(value, place)


def _whole(words: Sequence[Word], place: int, current: float = 0.0) -> tuple[float, int]:
    """Return the whole number that begins at a word, and the place behind it.

    Args:
        words: The words.
        place: Where it begins.
        current: What was read of it already: the "a" of "a hundred".
    """
    total = 0.0
    while True:
        text = _text(words, place)
        if text in _WORD_VALUES:
            value = _WORD_VALUES[text]
            if current and not _fits(current, value):
                break
            current = current * _CENTURY + value if _is_year(current, value) else current + value
        elif text in SCALES and text != "k" and (current or total):
            scale = SCALES[text]
            if scale == _CENTURY:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
        elif text != "and" or not _goes_on(words, place, current, total):
            break
        place += 1
    return total + current, place


def _ending(words: Sequence[Word], place: int, value: float) -> Spelled | None:
    """Return a number with what ends it: "and a half", "point five", "dozen", "-third"."""
    part, after = _part(words, place)
    if part:
        scale, after = _scale(words, after)
        return Spelled((value + part) * scale, after)
    decimals, after = _decimals(words, place)
    if decimals:
        scale, after = _scale(words, after)
        return Spelled(float(f"{value:.0f}.{decimals}") * scale, after)
    text = _text(words, place)
    if text == "dozen":
        return Spelled(value * _GROUPS["dozen"], place + 1)
    if text in _ORDINAL_SCALES:
        return Spelled(value * _ORDINAL_SCALES[text], place + 1, "ordinal")
    if _ORDINALS.get(text, _SMALL) < _SMALL and value >= _TEEN and not value % 10:
        return Spelled(value + _ORDINALS[text], place + 1, "ordinal")
    return None


def _part(words: Sequence[Word], place: int) -> tuple[float, int]:
    """Return the half of "and a half" and the place behind it; 0 where none follows."""
    if _text(words, place) != "and" or _text(words, place + 1) not in _ARTICLES:
        return 0.0, place
    return _FRACTIONS.get(_text(words, place + 2), 0.0), place + 3


def _scale(words: Sequence[Word], place: int) -> tuple[float, int]:
    """Return the scale that stands at a place, 1 for none, and the place behind it."""
    scale = SCALES.get(_text(words, place))
    return (1.0, place) if scale is None else (scale, place + 1)


def _decimals(words: Sequence[Word], place: int) -> tuple[str, int]:
    """Return the digits of "point two five" and the place behind them; none where none follow."""
    digits = ""
    if _text(words, place) == "point":
        place += 1
        while _WORD_VALUES.get(_text(words, place), _SMALL) < _SMALL:
            digits += str(_WORD_VALUES[_text(words, place)])
            place += 1
    return digits, place


def _fits(current: float, value: int) -> bool:
    """Return whether a number word goes on with the number before it."""
    if not current % _CENTURY:
        return True
    last = current % _CENTURY
    return (last >= _TEEN and not last % 10 and 0 < value < _SMALL) or _is_year(current, value)


def _is_year(current: float, value: int) -> bool:
    return current in _CENTURIES and value >= _SMALL


def _goes_on(words: Sequence[Word], place: int, current: float, total: float) -> bool:
    is_large = bool(total and not current) or (current >= _CENTURY and not current % _CENTURY)
    return is_large and _text(words, place + 1) in _WORD_VALUES


def _text(words: Sequence[Word], place: int) -> str:
    return words[place].text if place < len(words) else ""
