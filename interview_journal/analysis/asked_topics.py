"""Which answers are about the same thing, as far as the person's own words say.

A topic is the person's word and joins; a question without one is joined by its words alone.
"The same question" and "not the same" said by the person overrule both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.core.question_words import plain_words
from interview_journal.core.topics import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_journal.core.records import Answer, QuestionLink

__all__ = ["AskedTopics", "asked_topics", "topic_label"]


@dataclass(frozen=True)
class AskedTopics:
    """What each answer is about.

    Attributes:
        keys: One an answer: equal for answers about the same thing; empty where nothing is known.
        questions: One an answer: its question in plain words.
        denied: Pairs of questions in plain words that the person called different.
    """

    keys: tuple[str, ...]
    questions: tuple[str, ...]
    denied: frozenset[frozenset[str]]

    def are_denied(self, first: int, second: int) -> bool:
        """Return whether the person called the questions of these two answers different."""
        return frozenset((self.questions[first], self.questions[second])) in self.denied


def asked_topics(answers: Sequence[Answer], links: Iterable[QuestionLink]) -> AskedTopics:
    """Return what each answer is about.

    Example:
        >>> from interview_journal.core.records import Answer
        >>> asked = [Answer(interview_id="i_1", question=q) for q in ("Why us?", "WHY US")]
        >>> asked_topics(asked, []).keys
        ('"why us"', '"why us"')
    """
    questions = tuple(_plain(one.question) for one in answers)
    keys = [
        one.topic.strip() or (f'"{words}"' if words else "")
        for one, words in zip(answers, questions, strict=True)
    ]
    known = dict(zip(questions, keys, strict=True))
    joined: dict[str, str] = {}
    denied = set()
    for link in sorted(links, key=lambda one: (one.decided_at is not None, one.decided_at, one.id)):
        first, second = _plain(link.question_a), _plain(link.question_b)
        pair = frozenset((first, second))
        if not link.same:
            denied.add(pair)
        elif first in known and second in known:
            denied.discard(pair)
            ours, theirs = _root(joined, known[first]), _root(joined, known[second])
            if ours != theirs:
                joined[max(ours, theirs)] = min(ours, theirs)
    return AskedTopics(tuple(_root(joined, key) for key in keys), questions, frozenset(denied))


def topic_label(key: str, question: str) -> str:
    """Return plain words for a topic: the catalogue's, the person's, or the question itself.

    Example:
        >>> topic_label("notice", "")
        'Notice period and start date'
        >>> topic_label("my_boat", "")
        'My boat'
    """
    if key.startswith('"'):
        return question
    topic = load_catalogue().topic(key)
    if topic is not None:
        return topic.label
    words = key.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _plain(question: str) -> str:
    return " ".join(plain_words(question))


def _root(joined: dict[str, str], key: str) -> str:
    while key in joined:
        key = joined[key]
    return key
