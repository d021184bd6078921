"""One answer with what is known of where it was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interview_journal.analysis.consistency.places import Order

__all__ = ["Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """One answer with what is known of where it was given.

    Attributes:
        answer_id: Its id.
        question: What was asked.
        answer: What was said.
        topic: The topic of the question; empty where that is not sure.
        interview_id: The round.
        company: To whom.
        held_on: When.
    """

    answer_id: str
    question: str
    answer: str
    topic: str
    interview_id: str
    company: str
    held_on: date

    @property
    def order(self) -> Order:
        """What puts it before or behind other answers."""
        return Order(self.held_on, self.interview_id, self.answer_id)
