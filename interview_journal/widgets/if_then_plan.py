"""A first draft of "If they ask X, I start with Y", from what one would say differently.

A plan that names the moment and the first words is carried out more often than a wish
(Gollwitzer 1999, implementation intentions). The person rewrites it; nothing is decided here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from interview_journal.core.catalogue import similar_questions, suggest_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.records import Answer

__all__ = ["draft_if_then"]

_SENTENCE_AT_MOST: Final = 140
_MIN_LIKENESS: Final = 0.3
_OPENERS: Final = re.compile(
    r"^(?:(?:next time,?|i|i['\u2019]ll|should|would|could|will|must|need to|want to|have|rather|"
    r"start(?:ed|ing)? with|beg[ia]n(?:ning)? with|say|said|mention|mentioned|tell them)\s+)+",
    re.IGNORECASE,
)
_BEFORE_VERB: Final = re.compile(
    r"(?:would|should|could|will|must|rather|to|['\u2019]ll)\s+$", re.IGNORECASE
)
_COMPLAINT: Final = re.compile(
    r"(?:i|my|it|we) (?:\w+ )?(?:was|were|am|is|did|got|spoke|forgot|rambled|talked)\b",
    re.IGNORECASE,
)
_PLAIN_STARTS: Final = frozenset(("the", "a", "an", "my", "our", "one", "how", "what", "why"))
_TOPIC_CONFIDENCE: Final = 0.85
"""A remark is no question: only a very sure topic stands in for one."""


def draft_if_then(to_improve: str, answers: Sequence[Answer]) -> str:
    """Return a plan to be rewritten, "" when there is nothing to draft it from.

    Args:
        to_improve: What the person would say differently.
        answers: The questions of the round.

    Example:
        >>> draft_if_then("Start with the night I reorganised the ward.", [])
        'If they ask that again, I start with the night I reorganised the ward.'
        >>> draft_if_then("I would name the result first.", [])
        'If they ask that again, I name the result first.'
    """
    first = next(
        (part.strip() for part in re.split(r"(?<=[.!?])\s|\n", to_improve) if part.strip()), ""
    )
    if not first:
        return ""
    return f"If they ask {_cue(to_improve, answers)}, I {_first_words(first)}"


def _first_words(sentence: str) -> str:
    """Return what to do first; an open end where the words only say what went wrong."""
    opener = _OPENERS.match(sentence)
    start = _OPENERS.sub("", sentence).rstrip(".!").strip()[:_SENTENCE_AT_MOST]
    if not start or _COMPLAINT.match(sentence):
        return "start with …"  # for the person to fill in
    word = start.split()[0]
    if word.lower() in _PLAIN_STARTS:
        start = word.lower() + start[len(word) :]
    elif opener is not None and _BEFORE_VERB.search(opener.group()) is not None:
        # "I would name the result": a deed of its own.
        return f"{start}."
    return f"start with {start}."


def _cue(to_improve: str, answers: Sequence[Answer]) -> str:
    """Return the question that the words are about, as far as they tell."""
    asked = [answer.question for answer in answers if answer.question.strip()]
    found = similar_questions(to_improve, asked, _MIN_LIKENESS)
    for place, _score in found[:1]:
        return f"“{' '.join(asked[place].split())}”"
    topic = suggest_topic(to_improve)
    if topic is not None and topic.confidence >= _TOPIC_CONFIDENCE:
        return f"about “{topic.label}”"
    return "that again"
