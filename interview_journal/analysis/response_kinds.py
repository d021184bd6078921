"""The kind of an answer, guessed from its words by rules one can read; the person corrects it.

Stories and what usually happens are told by time: past tense, one occasion, one thing after
another, against habit. Examples, opinions and descriptions of oneself are told by their turns of
phrase. The kinds are those of Bangerter, Corvalan and Cavin (2014).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from interview_journal.core.question_words import plain_words

if TYPE_CHECKING:
    from interview_journal.core.choices import ResponseType

__all__ = ["suggest_response_type"]

_READ_CHARS_MAX: Final = 2_000
"""An answer is read up to here; its kind shows early."""
_FEWEST_WORDS: Final = 6
_PAST_ENOUGH: Final = 3
_SHORTEST_ED: Final = 5
_HABIT: Final = 2


@dataclass(frozen=True, slots=True)
class _Signs:
    """How often each kind of sign stands in an answer."""

    past: int
    present: int
    occasion: int
    sequence: int
    habit: int
    would: int
    example: int
    opinion: int
    oneself: int
    figures: int


def suggest_response_type(question: str, answer: str) -> ResponseType | None:
    """Return the kind of answer its words point to, None where they say too little.

    Example:
        >>> suggest_response_type(
        ...     "Tell me about a mistake.",
        ...     "Last May I sent the wrong file. I rang them, then I wrote to everybody.",
        ... )
        'story'
        >>> suggest_response_type("Your strengths?", "I am a calm person and I like order.")
        'self-description'
    """
    signs = _signs_in(answer[:_READ_CHARS_MAX])
    if signs is None:
        return None
    asked = plain_words(question)
    other = any(_asks(asked, name) for name in ("example", "opinion", "self"))
    if _is_story(signs, is_asked=_asks(asked, "story"), other_is_asked=other):
        return "story"
    is_in_general = signs.habit > 0 or signs.present > signs.past
    scores: dict[ResponseType, int] = {
        "pseudo-story": 2 * signs.habit + (2 if is_in_general and _asks(asked, "story") else 0),
        "example": 2 * signs.example
        + min(signs.figures, 2)
        + (3 if _asks(asked, "example") else 0),
        "opinion": 2 * signs.opinion + (3 if _asks(asked, "opinion") else 0),
        "self-description": 2 * signs.oneself + (3 if _asks(asked, "self") else 0),
    }
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] > 0 else None


def _is_story(signs: _Signs, *, is_asked: bool, other_is_asked: bool) -> bool:
    """Return whether something that happened once is told.

    People write down an interview in the past tense ("I said that ..."): a past tense alone is a
    story only where the question asks for one, or at least for nothing else.
    """
    told = signs.past + 2 * signs.occasion + signs.sequence
    other = signs.present + 2 * signs.habit + signs.would
    if signs.past < _PAST_ENOUGH:
        return False
    if is_asked:
        return 2 * told > other and signs.habit < _HABIT
    return told > (3 * other if other_is_asked else other) and signs.occasion > 0


def _signs_in(answer: str) -> _Signs | None:
    words = plain_words(answer)
    if len(words) < _FEWEST_WORDS:
        return None
    lists = _lists()
    line = f" {' '.join(words)} "
    return _Signs(
        past=sum(_is_past(word) for word in words),
        present=sum(word in lists["present"] for word in words),
        occasion=_count(line, "occasion"),
        sequence=_count(line, "sequence"),
        habit=_count(line, "habit"),
        would=words.count("would"),
        example=_count(line, "example"),
        opinion=_count(line, "opinion"),
        oneself=_count(line, "self"),
        figures=sum(any(char.isdigit() for char in word) for word in words),
    )


def _is_past(word: str) -> bool:
    lists = _lists()
    if word in lists["past"]:
        return True
    return word.endswith("ed") and len(word) >= _SHORTEST_ED and word not in lists["not_past"]


def _count(line: str, name: str) -> int:
    return sum(line.count(f" {phrase} ") for phrase in _lists()[name])


def _asks(question: list[str], name: str) -> bool:
    return _count(f" {' '.join(question)} ", f"asks_{name}") > 0


@cache
def _lists() -> dict[str, frozenset[str]]:
    """Return the packaged lists, read once."""
    source = files("interview_journal.analysis").joinpath("response_kinds.toml")
    read = tomllib.loads(source.read_text(encoding="utf-8"))
    by_word = {"past", "present", "not_past"}
    return {
        name: frozenset(text.split() if name in by_word else text.strip().split("\n"))
        for name, text in read.items()
    }
