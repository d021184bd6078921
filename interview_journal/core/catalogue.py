"""Which known question is this, and was it asked before.

Likeness of words does not tell "your greatest failure" from "your greatest success", so a
question is first given a topic; two questions of two different sure topics are never taken for
one, and words alone decide only where no topic is sure.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from interview_journal.core.question_words import QuestionIdeas, are_opposed, read_ideas
from interview_journal.core.topic_index import TopicIndex, topic_index
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

SUGGEST_CONFIDENCE = 0.5
"""A weaker guess is not offered: an empty topic field is kinder than a wrong one."""

SURE_CONFIDENCE = 0.65
"""From here a topic may stand for the question: shown as found, used to compare questions."""

SAME_SCORE = 0.5
"""``question_similarity`` from here up means: one answer serves both questions."""

# Words alone, without a topic in common, are weak evidence.
_WORDING_TRUST = 0.7
_OPPOSED_TRUST = 0.4
_TWO_TOPICS_TRUST = 0.5


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
    found = index.best_topic(read_ideas(question))
    if found is None or found[1] < SUGGEST_CONFIDENCE:
        return None
    topic = index.topics[found[0]]
    return TopicSuggestion(topic.slug, topic.label, round(found[1], 3))


def _wording(index: TopicIndex, first: QuestionIdeas, second: QuestionIdeas) -> float:
    """Return how alike the ideas of two questions are, 0 to 1, whatever their topics."""
    if not first.ideas or not second.ideas:
        return 0.0
    shared = index.weigh(first.ideas & second.ideas)
    alike = shared / math.sqrt(index.weigh(first.ideas) * index.weigh(second.ideas))
    return alike * (_OPPOSED_TRUST if are_opposed(first.ideas, second.ideas) else 1.0)


def _same_topic_score(confidence: float) -> float:
    """Return SAME_SCORE for a just sure topic, 1 for a certain one, linear between."""
    if confidence < SURE_CONFIDENCE:
        return SAME_SCORE * confidence / SURE_CONFIDENCE
    return SAME_SCORE + (1 - SAME_SCORE) * (confidence - SURE_CONFIDENCE) / (1 - SURE_CONFIDENCE)


class _Read(NamedTuple):
    ideas: QuestionIdeas
    topic: tuple[int, float] | None


def _compare(index: TopicIndex, first: _Read, second: _Read) -> float:
    if first.ideas.words == second.ideas.words:
        return 1.0 if first.ideas.words else 0.0
    wording = _wording(index, first.ideas, second.ideas)
    if first.topic is None or second.topic is None:
        return wording * _WORDING_TRUST
    (number, confidence), (other, other_confidence) = first.topic, second.topic
    if number != other:
        both_sure = min(confidence, other_confidence) >= SURE_CONFIDENCE
        return wording * (_TWO_TOPICS_TRUST if both_sure else _WORDING_TRUST)
    if index.topics[number].broad:
        return wording
    return max(wording * _WORDING_TRUST, _same_topic_score(min(confidence, other_confidence)))


def question_similarity(first: str, second: str, *, catalogue: Catalogue | None = None) -> float:
    """Return how likely one answer serves both questions, 0 to 1; SAME_SCORE is the border.

    The order of the two makes no difference; equal words give 1.

    Example:
        >>> question_similarity("Why are you leaving?", "What makes you want to move on?") >= 0.5
        True
        >>> question_similarity("Your greatest failure?", "Your greatest success?") >= 0.5
        False
    """
    return next(iter(similar_questions(first, [second], 0.0, catalogue=catalogue))).score


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

    def read(text: str) -> _Read:
        ideas = read_ideas(text)
        return _Read(ideas, index.best_topic(ideas))

    at_hand = read(question)
    found = [
        SimilarQuestion(place, round(_compare(index, at_hand, read(other)), 3))
        for place, other in enumerate(others)
    ]
    return sorted(
        (one for one in found if one.score >= min_score), key=lambda one: (-one.score, one.place)
    )
