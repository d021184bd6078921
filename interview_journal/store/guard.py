"""A reversible apostrophe that keeps spreadsheets from evaluating or reformatting text.

Look at the text without its leading apostrophes. If that rest would be taken for something
else than text, writing adds one apostrophe and reading takes one off; otherwise neither
touches it. Adding or removing an apostrophe never changes the verdict, so the rule is exact
and injective. The usual recipe (a prefix only when the first character is dangerous) makes
two different texts equal.
"""

from __future__ import annotations

import re

__all__ = ["guard_text", "unguard_text"]

_EVALUATED = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_SHORT = 96
_NUMBER_LIKE = re.compile(r"[\s\d.,:;/eE+\-%$£€¥₹()]+")
_PLAIN = re.compile(r"[A-Za-z][ -/:-~]{8,94}[!-/:-~]")
"""A few words without a digit, longer than any that stands for a value, no blank around them."""
_ASCII_DIGIT = re.compile(r"[0-9]")
_WORD_VALUES = frozenset({"true", "false", "inf", "infinity", "nan", "wahr", "falsch"})


def guard_text(text: str) -> str:
    """Return the text as it is stored: one apostrophe in front where a spreadsheet would act.

    Example:
        >>> guard_text("=1+1"), guard_text("'007"), guard_text("plain words")
        ("'=1+1", "''007", 'plain words')
    """
    return "'" + text if _is_acted_on(text) else text


def unguard_text(cell: str) -> str:
    """Return the text that was guarded; any text that was not comes back as it is.

    Example:
        >>> unguard_text("'=1+1"), unguard_text("'tis"), unguard_text("007")
        ('=1+1', "'tis", '007')
    """
    if cell[:1] == "'" and _is_acted_on(cell):
        return cell[1:]
    return cell


def _is_acted_on(text: str) -> bool:
    if len(text) <= _SHORT and _PLAIN.fullmatch(text) is not None:
        return False
    rest = text.lstrip("'")
    if not rest:
        return False
    if len(rest) > _SHORT and rest[0].isalpha() and rest[0] not in "eE":
        # Nearly every answer: words that no number and no formula begins with.
        return False
    # Some spreadsheets pass over blanks before a formula.
    if rest[0] == "\t" or rest.lstrip().startswith(_EVALUATED):
        return True
    if len(rest) <= _SHORT:
        # Short text with any digit can be a date, a time, a price or a number in some locale.
        return _has_digit(rest) or rest.strip().lower() in _WORD_VALUES
    return "\n" not in rest and _NUMBER_LIKE.fullmatch(rest) is not None


def _has_digit(text: str) -> bool:
    if text.isascii():
        return _ASCII_DIGIT.search(text) is not None
    return any(map(str.isdigit, text))
