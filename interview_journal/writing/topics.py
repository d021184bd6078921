"""One thing that was talked about with a person, picked from the notes about them.

Notes are lists more often than sentences: "Late running, the new depot, what the drivers say".
The most telling item is taken. Where none can be said to the person as it stands, the notes
go into a gap instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.writing.fitting import fit_line, gap
from interview_journal.writing.phrasing import as_phrase, to_reader

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["Topic", "pick_topic", "turned_to"]

_PARTS: Final = re.compile(r"\s*[;\uff1b]\s*|(?<=[.!?])\s+(?=[A-Z])")
_COMMAS: Final = re.compile(r"\s*[,\uff0c\u3001\u060c]\s*(?:and\s+|or\s+)?")
_LEAD: Final = re.compile(
    r"(?i)^(?:(?:(?:we|i|he|she|they)\s+)?(?:also\s+)?"
    r"(?:talked|spoke|chatted|discussed|asked|told me|wanted to know|cares?|worried"
    r"|interested|keen|had (?:a|an|some) (?:\w+ ){0,2}(?:talk|chat|conversation|discussion))"
    r"(?:\s+(?:a lot|mostly|to (?:him|her|them|me)))*"
    r"(?:\s+(?:about|of|on|in))?|about|topics?:)\s+"
)
_THEIR: Final = re.compile(r"(?i)^(?:her|his|their)\s+(?=\w)")
_ABOUT_THEM: Final = re.compile(r"(?i)\b(?:he|she|him|her|his|hers|himself|herself)\b")
_PRACTICAL: Final = re.compile(
    r"(?i)\b(?:pay|salary|wages?|band|notice|start(?:ing)? date|referees?|references?|holidays?"
    r"|leave|contract|benefits|visa|parking|hybrid|remote|paperwork)\b"
)
_HINT: Final = "in your words, said to them"
_CLAUSE: Final = re.compile(r"(?i)^whether\s")
_NO_OBJECT: Final = re.compile(r"(?i)^(?:that|if)\s")
_WHOLE_SENTENCE: Final = re.compile(
    r"(?i)^(?!(?:what|how|why|when|where|who|whether|which)\b)"
    r"(?:(?!\b(?:who|that|which|what|where|how|whose|why|when)\b).)*?"
    r"\b(?:is|are|was|were|will|has|have|had|wants?|needs?|can|would|should|does|do|did)\b"
)
"""A verb before any "who" or "which": told as a sentence, it cannot follow "about"."""
_LONGEST: Final = 14
"""Words; more do not fit into the sentence about them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a note can speak of.

    Attributes:
        words: The topic inside a sentence; a gap where the notes must be turned first.
        is_practical: Whether it is pay, dates and the like, all of it together.
    """

    words: str = ""
    is_practical: bool = False


def pick_topic(notes: str, small: AbstractSet[str] = frozenset()) -> Topic:
    """Return the most telling thing that was talked about.

    Args:
        notes: As the person typed them.
        small: Words that are written in small letters, see ``as_phrase``.

    Example:
        >>> pick_topic("Pay; how the desk is split between urgent and planned work.").words
        'how the desk is split between urgent and planned work'
    """
    line = fit_line(notes)
    items = [_said(item, small) for item in _items(line)]
    plain = [item for item in items if item and _can_be_said(item)]
    telling = [item for item in plain if not _PRACTICAL.search(item)]
    if telling:
        return Topic(max(telling, key=_weight))
    if plain and len(plain) == len(items):
        together = ", ".join(plain[:-1]) + (" and " if plain[1:] else "") + plain[-1]
        if len(together.split()) <= _LONGEST:
            return Topic(together, is_practical=True)
    return Topic(gap(_HINT, as_phrase(line, small))) if line else Topic()


def _items(line: str) -> list[str]:
    parts = [part for part in _PARTS.split(line) if part]
    if len(parts) == 1:
        parts = _COMMAS.split(parts[0])
    return [part for part in parts if any(char.isalpha() for char in part)]


def _said(item: str, small: AbstractSet[str]) -> str:
    told = _THEIR.sub("your ", _LEAD.sub("", item))
    return as_phrase(to_reader(told), small)


def _weight(item: str) -> tuple[bool, int]:
    """Return how much an item tells: a thing goes before a question, the longer first."""
    return not _CLAUSE.match(item), len(item.split())


def _can_be_said(item: str) -> bool:
    if len(item.split()) > _LONGEST or _ABOUT_THEM.search(item):
        return False
    return not _NO_OBJECT.match(item) and not _WHOLE_SENTENCE.match(item)


def turned_to(text: str) -> str:
    """Return a fitted text as one says it to the person it is about; a gap where it cannot be.

    Example:
        >>> turned_to("His number"), turned_to("The page she asked for")
        ('your number', '[in your words, said to them: The page she asked for]')
    """
    said = to_reader(_THEIR.sub("your ", text))
    return gap(_HINT, text) if _ABOUT_THEM.search(said) else said
