"""What is known of one answer beside many others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.slots import slots_of
from interview_journal.analysis.consistency.told import Told

__all__ = ["Surroundings"]

_BY_CHANCE: Final = {
    (question, company, topic): Circumstances(question, company, anywhere=True, other_topic=topic)
    for question in (True, False)
    for company in (True, False)
    for topic in (True, False)
}
_ONE_ANSWER: Final = frozenset({"tools", "leaving", "notice"})
"""Matters to which one answer serves however they are asked for."""


class Surroundings:
    """What is known of the answers to one question beside others, each question asked once."""

    def __init__(
        self, question: str, topic: str, same_question: Callable[[str, str], bool]
    ) -> None:
        """Take a question.

        Args:
            question: What was asked.
            topic: Its topic; empty where that is not sure.
            same_question: Whether one answer serves both questions.
        """
        self._question, self._topic, self._ask = question, topic, same_question
        self._slots = slots_of(question) & _ONE_ANSWER
        self._known: dict[tuple[str, str], tuple[Circumstances, Circumstances]] = {}

    def of(self, told: Told, other: Told) -> Circumstances:
        """Return the circumstances of a pair met by chance.

        Args:
            told: An answer to the question.
            other: Any other answer.
        """
        asked = other.question, other.topic
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._asked(*asked)
        return known[told.company == other.company]

    def _asked(self, question: str, topic: str) -> tuple[Circumstances, Circumstances]:
        """Return the circumstances beside answers to a question, of another and of one company."""
        own = self._topic
        same = (bool(own) and own == topic) or self._asks_same(question)
        is_other = not same and bool(own) and bool(topic)
        return _BY_CHANCE[same, False, is_other], _BY_CHANCE[same, True, is_other]

    def _asks_same(self, question: str) -> bool:
        same = not self._slots.isdisjoint(slots_of(question))
        return same or self._ask(self._question, question)
