"""What is not known of the process after a round, and how one asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.records import Interview

__all__ = ["UnknownFact", "UnknownName", "process_question", "unknown_facts"]

UnknownName = Literal["answer time", "further rounds", "tells everyone"]


@dataclass(frozen=True, slots=True)
class UnknownFact:
    """One thing about the process that nobody has said yet.

    Attributes:
        name: Which.
        clause: How it is asked inside a question: "when I can expect to hear".
        to_ask: A line for the list of the next round.
    """

    name: UnknownName
    clause: str
    to_ask: str

    @property
    def question(self) -> str:
        """The question by itself, for a note."""
        return process_question((self,))


_TIME: Final = UnknownFact(
    "answer time", "when I can expect to hear from you", "When will I hear, and how?"
)
_ROUNDS: Final = UnknownFact(
    "further rounds", "whether a further round follows", "Are there further rounds? With whom?"
)
_EVERYONE: Final = UnknownFact(
    "tells everyone",
    "whether everyone hears, also when it is a no",
    "Does everyone hear, or only those who go on?",
)


def unknown_facts(interview: Interview) -> tuple[UnknownFact, ...]:
    """Return what is still unknown of the process after that round, the weightiest first.

    Example:
        >>> from datetime import date
        >>> from interview_journal.core.records import Interview
        >>> first = Interview(application_id="p_a", held_on=date(2026, 3, 4), further_rounds=True)
        >>> [one.name for one in unknown_facts(first)]
        ['answer time', 'tells everyone']
    """
    times = (interview.answer_by, interview.answer_in_days_max, interview.answer_in_days_min)
    missing = (
        (_TIME, all(one is None for one in times)),
        (_ROUNDS, interview.further_rounds is None),
        (_EVERYONE, interview.tells_if_unsuccessful is None),
    )
    return tuple(fact for fact, is_missing in missing if is_missing)


def process_question(unknown: Sequence[UnknownFact]) -> str:
    """Return one courteous question for all of them; empty where there is nothing to ask.

    Example:
        >>> process_question((_TIME, _ROUNDS))
        'May I ask when I can expect to hear from you, and whether a further round follows?'
    """
    clauses = [fact.clause for fact in unknown]
    if not clauses:
        return ""
    *first, last = clauses
    return f"May I ask {', '.join(first)}{', and ' if first else ''}{last}?"
