"""What a question asked the person to tell of: an error, a complaint, a night on call.

"I have never made a medication error" is contradicted by an answer to "Tell me about an error you
made", whatever words that answer uses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from interview_journal.analysis.consistency.lexicon import content_class, exact_words, lexicon
from interview_journal.analysis.consistency.polarity import Statement
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import read_words
from interview_journal.core.catalogue import load_catalogue
from interview_journal.core.claims import Span

__all__ = ["AskedFor", "read_asked_for"]

_TOO_WIDE: Final = exact_words("too_wide_to_ask")
"""Every second question has these words, and every second answer tells of them."""
_MANY_TOPICS: Final = 36
_CACHED_QUESTIONS: Final = 8_192
_OPENING: Final = 3
"""Sentences in which an answer says whether it has anything to tell."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What was asked for and where the answer tells of it.

    Attributes:
        words: Classes of the telling words of the question.
        is_denied: Whether the answer begins by saying there is nothing to tell.
        span: The first clause in which the person speaks of themselves.
        quote_span: Its sentence.
    """

    words: frozenset[str]
    is_denied: bool
    span: Span
    quote_span: Span


@cache
def _worn_words() -> frozenset[str]:
    """Return the words that questions of many topics have: they ask for nothing by themselves."""
    counts: Counter[str] = Counter()
    for topic in load_catalogue().topics:
        words = (word for phrasing in topic.phrasings for word in read_words(phrasing))
        counts.update({content_class(word.text) for word in words})
    return frozenset(word for word, count in counts.items() if count >= _MANY_TOPICS)


@lru_cache(maxsize=_CACHED_QUESTIONS)
def _telling(asked: frozenset[str]) -> frozenset[str]:
    """Return what is asked for in so many words; one set for all who are asked the same."""
    return asked - _TOO_WIDE - _worn_words()


def read_asked_for(readings: Sequence[Reading], statements: Sequence[Statement]) -> AskedFor | None:
    """Return what an answer was asked to tell of; None where nothing telling was asked.

    Example:
        >>> from interview_journal.analysis.consistency.polarity import read_statements
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("I gave a dose twice.", "Tell me about a mistake you made.")
        >>> sorted(read_asked_for(said, read_statements(said)).words)
        ['error']
    """
    words = _telling(readings[0].asked) if readings else frozenset()
    own = [one for one in statements if one.is_mine and not one.is_question]
    if not words or not own:
        return None
    until = readings[:_OPENING][-1].sentence.end
    negators = lexicon().lists["negators"]
    said = readings[0].word_texts
    # "I had to say no" says so as well.
    is_denied = not negators.isdisjoint((*said[:2], *said[-1:])) or any(
        one.denies_self and one.span[0] < until for one in own[:_OPENING]
    )
    told = next((one for one in own if not one.denies_self), own[0])
    return AskedFor(words, is_denied, told.span, told.quote_span)
