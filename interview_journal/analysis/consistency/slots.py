"""Which fixed matter a question asks for: pay, notice, the team, how long, why leave.

"It's a month" or "twenty-nine an hour" says nothing by itself; the question says what it is about.
The cues stand in slots.toml, where a line can be read and added without reading code.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from interview_journal.analysis.consistency.lexicon import content_class, lexicon
from interview_journal.core.catalogue import suggest_topic

__all__ = ["slots_of"]

_READ_AT_MOST: Final = 2_000
"""Characters of a question that are read; no question is longer."""
_HOW_MANY: Final = re.compile(r"\bhow many (?P<what>[a-z]{3,}s)\b", re.IGNORECASE)
"""What is counted: "how many suppliers" does not ask for a team."""
_NOTHING: Final[frozenset[str]] = frozenset()
_CACHED_QUESTIONS: Final = 8_192


@dataclass(frozen=True, slots=True)
class _Cues:
    """What in a question, and which topics, ask for a fixed matter."""

    by_words: tuple[tuple[re.Pattern[str], str], ...]
    by_topic: dict[str, frozenset[str]]


@lru_cache(maxsize=_CACHED_QUESTIONS)
def slots_of(question: str, topic: str = "") -> frozenset[str]:
    """Return the fixed matters a question asks for; empty where it asks for none.

    Args:
        question: What was asked.
        topic: The topic kept with the answer; "" leaves it to the words of the question.

    Example:
        >>> sorted(slots_of("What are you on at the moment, if I may ask?"))
        ['pay']
        >>> sorted(slots_of("When could you start?"))
        ['notice']
    """
    question = question[:_READ_AT_MOST]
    cues = _cues()
    found = frozenset(slot for pattern, slot in cues.by_words if pattern.search(question))
    own = cues.by_topic.get(topic)
    if own is None:
        suggested = suggest_topic(question)
        own = cues.by_topic.get(suggested.slug, _NOTHING) if suggested is not None else _NOTHING
    counted = _HOW_MANY.search(question)
    if counted is not None and not lexicon().is_person(content_class(counted["what"])):
        own, found = own - {"team"}, found - {"team"}
    if "had" in found and "want" not in found:
        own -= {"want"}
    found = (found | own) - {"had"}
    return found if "pay" in found else found - {"want"}


@cache
def _cues() -> _Cues:
    source = files(__package__).joinpath("slots.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    return _Cues(
        by_words=tuple(
            (re.compile("|".join(patterns), re.IGNORECASE), slot)
            for slot, patterns in stored["cues"].items()
        ),
        by_topic={topic: frozenset(slots.split()) for topic, slots in stored["topics"].items()},
    )
