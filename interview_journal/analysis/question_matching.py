"""Whether two questions are the same: the person's word first, then the catalogue, then words.

What the person said or denied is never overruled. It joins as well: who says that two questions
are the same has said it of all that were said to be the same as either.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from interview_journal.core.catalogue import (
    SAME_SCORE,
    question_similarity,
    suggest_topic,
)
from interview_journal.core.question_words import plain_words
from interview_journal.core.topics import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from interview_journal.core.records import QuestionLink
    from interview_journal.core.topics import Catalogue

__all__ = ["UNSURE_SCORE", "QuestionMatcher", "plain_question"]

UNSURE_SCORE: Final = 0.35
"""From here up to SAME_SCORE two questions may be the same: the person is asked."""


@lru_cache(maxsize=8_192)
def plain_question(question: str) -> str:
    """Return a question's words in one line, small letters: equal for equal questions.

    Example:
        >>> plain_question("Why  us?!")
        'why us'
    """
    return " ".join(plain_words(question))


class QuestionMatcher:
    """Compares questions of one journal."""

    def __init__(
        self,
        links: Iterable[QuestionLink] = (),
        *,
        catalogue: Catalogue | None = None,
        own_topics: Mapping[str, str] | None = None,
    ) -> None:
        """Take in what the person said.

        Args:
            links: Questions said or denied to be the same; of two words on one pair the later
                one counts.
            catalogue: Another than the packaged one.
            own_topics: Topic by question, as the person set them.
        """
        self._catalogue = catalogue
        self._own = {plain_question(one): topic for one, topic in (own_topics or {}).items()}
        words: dict[frozenset[str], bool] = {}
        for link in sorted(
            links, key=lambda one: (one.decided_at is not None, one.decided_at, one.id)
        ):
            pair = frozenset((plain_question(link.question_a), plain_question(link.question_b)))
            words[pair] = link.same
        self._denied = frozenset(pair for pair, same in words.items() if not same)
        self._roots = _joined(pair for pair, same in words.items() if same)

    def said(self, first: str, second: str) -> bool | None:
        """Return the person's word on two questions; None where there is none.

        Example:
            >>> from interview_journal.core.records import QuestionLink
            >>> link = QuestionLink(question_a="Why us?", question_b="Why here?", same=False)
            >>> QuestionMatcher([link]).said("why here", "Why us")
            False
        """
        one, other = plain_question(first), plain_question(second)
        if frozenset((one, other)) in self._denied:
            return False
        if one in self._roots and self._roots[one] == self._roots.get(other):
            return True
        return None

    def score(self, first: str, second: str, least: float = 0.0) -> float:
        """Return how likely two questions are the same, 0 to 1; SAME_SCORE is the border.

        Args:
            first: A question.
            second: Another.
            least: Whoever asks only for more may get 0 for less, and gets it sooner.
        """
        said = self.said(first, second)
        if said is not None:
            return 1.0 if said else 0.0
        own = self._own.get(plain_question(first), "")
        if own and not self.is_broad(own) and own == self._own.get(plain_question(second)):
            return 1.0
        return question_similarity(first, second, catalogue=self._catalogue, least=least)

    def same(self, first: str, second: str) -> bool:
        """Return whether one answer serves both questions.

        Example:
            >>> QuestionMatcher().same("Why are you leaving?", "What makes you want to move on?")
            True
        """
        return self.score(first, second, SAME_SCORE) >= SAME_SCORE

    def topic_of(self, question: str, own: str = "") -> str:
        """Return the topic that may stand for a question; empty where none is sure.

        A question that the person set apart from another has no topic: a topic would join the
        two again.

        Args:
            question: As asked.
            own: The topic that is kept with the answer, "" for none.
        """
        if any(plain_question(question) in pair for pair in self._denied):
            return ""
        if own.strip():
            return own.strip()
        found = suggest_topic(question, catalogue=self._catalogue)
        return found.slug if found is not None and found.is_sure else ""

    def label_of(self, topic: str) -> str:
        """Return plain words for a topic; empty for one that the catalogue does not have."""
        found = self._known.topic(topic)
        return "" if found is None else found.label

    def is_broad(self, topic: str) -> bool:
        """Return whether a topic is a family of questions."""
        found = self._known.topic(topic)
        return found is not None and found.broad

    def partners(self, question: str) -> frozenset[str]:
        """Return the questions, in plain words, that the person said to be the same."""
        root = self._roots.get(plain_question(question))
        return frozenset(
            one for one, its in self._roots.items() if root is not None and its == root
        )

    def stand_of(self, question: str) -> tuple[frozenset[str], frozenset[frozenset[str]]]:
        """Return all that the person said of a question; when it changes, findings may."""
        plain = plain_question(question)
        return self.partners(question), frozenset(one for one in self._denied if plain in one)

    @property
    def _known(self) -> Catalogue:
        return load_catalogue() if self._catalogue is None else self._catalogue


def _joined(pairs: Iterable[frozenset[str]]) -> dict[str, str]:
    """Return for each question the one that stands for all it was joined with."""
    roots: dict[str, str] = {}

    def root(question: str) -> str:
        while roots.setdefault(question, question) != question:
            question = roots[question]
        return question

    for pair in pairs:
        first, last = root(min(pair)), root(max(pair))
        roots[max(first, last)] = min(first, last)
    return {question: root(question) for question in list(roots)}
