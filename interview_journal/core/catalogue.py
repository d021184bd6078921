"""Which known question is this, and was it asked before.

Likeness of words does not tell "your greatest failure" from "your greatest success", so a
question is first given its likely topics. Two questions are one as far as they are likely to be
about the same topic; words decide only where no topic fits, or inside a family of questions.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from interview_journal.core.question_words import (
    READ_CHARS_MAX,
    QuestionIdeas,
    are_opposed,
    read_ideas,
)
from interview_journal.core.topic_index import MeasuredQuestion, TopicIndex, topic_index
from interview_journal.core.topics import Catalogue, Topic, load_catalogue, parse_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "SAME_SCORE",
    "SUGGEST_CONFIDENCE",
    "SURE_CONFIDENCE",
    "Catalogue",
    "SimilarQuestion",
    "Topic",
    "TopicSuggestion",
    "load_catalogue",
    "parse_catalogue",
    "question_similarity",
    "similar_questions",
    "suggest_topic",
]

SUGGEST_CONFIDENCE = 0.35
"""A weaker guess is not offered: an empty topic field is kinder than a wrong one.

A confidence is the share that is right among guesses like it: of guesses at .35 about half."""

SURE_CONFIDENCE = 0.6
"""From here a topic may stand for the question: shown as found, used to compare questions."""

SAME_SCORE = 0.5
"""``question_similarity`` from here up means: one answer serves both questions."""

# Two questions that may each be about several topics agree by the chance that both are about one.
# A third of a chance is the border: topics are believed in too little where wordings are new.
_AGREED_POWER = 0.62
# Words alone, without a topic in common, are weak evidence.
_WORDING_TRUST = 0.75
_OPPOSED_TRUST = 0.4
_ROUNDING = 0.001
"""Scores are rounded; what is that little below may still reach a border."""


class TopicSuggestion(NamedTuple):
    """The topic a question seems to be about.

    Attributes:
        slug: The topic's stored name.
        label: Plain words for the screen.
        confidence: 0 to 1; never under SUGGEST_CONFIDENCE.
    """

    slug: str
    label: str
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Whether the topic may stand for the question without asking the person."""
        return self.confidence >= SURE_CONFIDENCE


class SimilarQuestion(NamedTuple):
    """One earlier question like the one at hand.

    Attributes:
        place: Its place among the questions handed in, from 0.
        score: 0 to 1; never under the smallest score asked for.
    """

    place: int
    score: float


def suggest_topic(question: str, *, catalogue: Catalogue | None = None) -> TopicSuggestion | None:
    """Return the topic a question is most likely about, or None when none is likely.

    Args:
        question: As typed; only its first 2,000 characters are read.
        catalogue: Another than the packaged one, such as one extended by the person's file.

    Example:
        >>> suggest_topic("How long is your notice?").label
        'Notice period and start date'
        >>> suggest_topic("She laughed at that.") is None
        True
    """
    index = topic_index(catalogue)
    beliefs = _read(index, question[:READ_CHARS_MAX]).beliefs
    number = max(beliefs, key=lambda place: (beliefs[place], -place), default=-1)
    if beliefs.get(number, 0.0) < SUGGEST_CONFIDENCE:
        return None
    topic = index.topics[number]
    return TopicSuggestion(topic.slug, topic.label, round(beliefs[number], 3))


class _Read(NamedTuple):
    ideas: QuestionIdeas
    measured: MeasuredQuestion
    beliefs: dict[int, float]
    unknown: float


@lru_cache(maxsize=8_192)
def _read(index: TopicIndex, question: str) -> _Read:
    """Return a question ready to be compared; a long journal asks for the same ones again."""
    ideas = read_ideas(question)
    beliefs = index.beliefs(ideas)
    return _Read(ideas, index.measured(ideas), beliefs, 1 - sum(beliefs.values()))


def _wording(index: TopicIndex, first: _Read, second: _Read) -> float:
    """Return how alike two questions are, 0 to 1, whatever their topics."""
    alike = index.likeness(first.measured, second.measured)
    # Hardly any two are opposed: asked only where it can matter.
    is_opposed = alike and are_opposed(first.ideas.ideas, second.ideas.ideas)
    return alike * _OPPOSED_TRUST if is_opposed else alike


def _compare(index: TopicIndex, first: _Read, second: _Read, least: float = 0.0) -> float:
    """Return how likely two questions are one; 0 where that is clearly less than the least."""
    if first.ideas.words == second.ideas.words:
        return 1.0 if first.ideas.words else 0.0
    agreed = in_family = 0.0
    for number in sorted(first.beliefs.keys() & second.beliefs.keys()):
        both = first.beliefs[number] * second.beliefs[number]
        if index.topics[number].broad:
            in_family += both
        else:
            agreed += both
    by_words = max(0.0, in_family + first.unknown * second.unknown)
    score: float = agreed**_AGREED_POWER
    if score + by_words * _WORDING_TRUST < least - _ROUNDING:
        return 0.0
    if by_words:
        score += by_words * _WORDING_TRUST * _wording(index, first, second)
    return min(score, 1.0)


def question_similarity(
    first: str, second: str, *, catalogue: Catalogue | None = None, least: float = 0.0
) -> float:
    """Return how likely one answer serves both questions, 0 to 1; SAME_SCORE is the border.

    The order of the two makes no difference; equal words give 1.

    Args:
        first: A question; only its first 2,000 characters are read.
        second: Another.
        catalogue: Another than the packaged one.
        least: Whoever asks only for more, 0 to 1, may get 0 for less, and gets it sooner.

    Example:
        >>> question_similarity("Why are you leaving?", "What makes you want to move on?") >= 0.5
        True
        >>> question_similarity("Your greatest failure?", "Your greatest success?") >= 0.5
        False
    """
    index = topic_index(catalogue)
    one, other = _read(index, first[:READ_CHARS_MAX]), _read(index, second[:READ_CHARS_MAX])
    return round(_compare(index, one, other, least), 3)


def similar_questions(
    question: str,
    others: Iterable[str],
    min_score: float = SAME_SCORE,
    *,
    catalogue: Catalogue | None = None,
) -> list[SimilarQuestion]:
    """Return which of the other questions ask the same, the likeliest first.

    Args:
        question: The question at hand.
        others: Earlier questions, in any order; equal scores keep it.
        min_score: 0 to 1; weaker likeness is left out.
        catalogue: Another than the packaged one.

    Example:
        >>> asked = ["Where do you see yourself in five years?", "What would you like to earn?"]
        >>> [found.place for found in similar_questions("What pay are you hoping for?", asked)]
        [1]
    """
    index = topic_index(catalogue)

    at_hand = _read(index, question[:READ_CHARS_MAX])
    found = [
        SimilarQuestion(
            place, round(_compare(index, at_hand, _read(index, other[:READ_CHARS_MAX])), 3)
        )
        for place, other in enumerate(others)
    ]
    return sorted(
        (one for one in found if one.score >= min_score), key=lambda one: (-one.score, one.place)
    )
