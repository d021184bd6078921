"""How a person is called in a letter, from the name as it was written down."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from interview_journal.writing.fitting import fit_lines
from interview_journal.writing.word_lists import word_list

__all__ = ["called", "fit_name", "formally_called"]

_INITIAL: Final = re.compile(r"[^\W\d_]\.?")


def fit_name(name: str) -> str:
    """Return a name on one line; one written family name first is turned round.

    Example:
        >>> fit_name("Ruiz,  Ana"), fit_name("Ana Ruiz (she/her)")
        ('Ana Ruiz', 'Ana Ruiz')
    """
    line = " ".join(fit_lines(name))
    line = re.sub(r"\s*\([^()]*\)\s*$", "", line) or line
    family, comma, given = (part.strip() for part in line.partition(","))
    return f"{given} {family}".strip() if comma and given and "," not in given else line


def called(name: str) -> str:
    """Return what one calls somebody in a friendly letter.

    Only a name in Latin letters is cut to its first word: elsewhere the family name may stand
    first. A title keeps the family name.

    Example:
        >>> called("Ana Ruiz"), called("Dr Isabel Moreau"), called("王小明")
        ('Ana', 'Dr Moreau', '王小明')
    """
    words = fit_name(name).split()
    if not words or not _is_latin("".join(words)):
        return " ".join(words)
    if _is_title(words[0]) or _INITIAL.fullmatch(words[0]):
        return formally_called(name)
    return words[0]


def formally_called(name: str) -> str:
    """Return how a formal letter names somebody: with a title the family name, else in full.

    Example:
        >>> formally_called("Dr Isabel Moreau"), formally_called("Ana Ruiz")
        ('Dr Moreau', 'Ana Ruiz')
    """
    words = fit_name(name).split()
    titles = [word for word in words[:-1] if _is_title(word)]
    if titles and words[: len(titles)] == titles and _is_latin("".join(words)):
        return " ".join([*titles, *_family(words[len(titles) :])])
    return " ".join(words)


def _family(words: list[str]) -> list[str]:
    """Return the family name with what stands before it in small letters: "de Vries"."""
    start = len(words) - 1
    while start > 1 and words[start - 1][:1].islower():
        start -= 1
    return words[start:]


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in word_list("titles")


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
