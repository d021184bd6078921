"""Where and to whom each answer was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_journal.core.view import JournalView

__all__ = ["Occasion", "company_key", "occasions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Where and to whom one answer was given.

    Attributes:
        answer_id: Which answer.
        question: What was asked.
        answer: What was said.
        interview_id: In which round.
        round: The round's number.
        company: To whom; empty where the application is not there.
        held_on: When.
        position: Which question of the round.
        asked_by: The name of who asked; empty where it is not known.
        person_id: Their id; empty likewise.
    """

    answer_id: str
    question: str
    answer: str
    interview_id: str
    round: int
    company: str
    held_on: date
    position: int
    asked_by: str
    person_id: str


def occasions(view: JournalView) -> dict[str, Occasion]:
    """Return the answers that hold words, by their ids, in the order they were given.

    An answer whose round is not there has no day and is left out.

    Example:
        >>> import interview_journal as ij
        >>> given = occasions(ij.open_journal(ij.sample_path()))
        >>> [one.company for one in given.values()][:1]
        ['Osprey Freight']
    """
    companies = {one.id: one.company for one in view.applications}
    rounds = {one.id: one for one in view.interviews}
    names = {one.id: one.name for one in view.people}
    found = []
    for answer in view.answers:
        held = rounds.get(answer.interview_id)
        if held is not None and answer.answer.strip():
            found.append(
                Occasion(
                    answer_id=answer.id,
                    question=answer.question,
                    answer=answer.answer,
                    interview_id=held.id,
                    round=held.round,
                    company=companies.get(held.application_id, ""),
                    held_on=held.held_on,
                    position=answer.position,
                    asked_by=names.get(answer.asked_by, ""),
                    person_id=answer.asked_by if answer.asked_by in names else "",
                )
            )
    found.sort(
        key=lambda one: (one.held_on, one.round, one.interview_id, one.position, one.answer_id)
    )
    return {one.answer_id: one for one in found}


def company_key(company: str) -> str:
    """Return a company's name as it is compared: blanks and capitals make no difference.

    Example:
        >>> company_key(" Tidewell  homes") == company_key("Tidewell Homes")
        True
    """
    return " ".join(company.split()).casefold()
