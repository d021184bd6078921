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
    """What is known of one answer beside others, each question asked once."""

    def __init__(self, told: Told, same_question: Callable[[str, str], bool]) -> None:
        self._told = told
        self._ask = same_question
        self._slots = slots_of(told.question) & _ONE_ANSWER
        self._same: dict[str, bool] = {}

    def of(self, other: Told) -> Circumstances:
        """Return the circumstances of a pair met by chance."""
        told = self._told
        same = bool(told.topic) and told.topic == other.topic
        if not same:
            known = self._same.get(other.question)
            same = self._asks_same(other.question) if known is None else known
        is_other = not same and bool(told.topic) and bool(other.topic)
        return _BY_CHANCE[same, told.company == other.company, is_other]

    def _asks_same(self, question: str) -> bool:
        same = not self._slots.isdisjoint(slots_of(question))
        same = self._same[question] = same or self._ask(self._told.question, question)
        return same
