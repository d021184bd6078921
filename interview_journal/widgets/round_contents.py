"""What belongs to one round: its answers and the people who were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_journal.core.records import Answer, Person
    from interview_journal.core.view import JournalView

__all__ = ["answers_of", "people_met"]


def answers_of(view: JournalView, interview_id: str) -> list[Answer]:
    """Return the answers of a round in their order."""
    own = [one for one in view.answers if one.interview_id == interview_id]
    return sorted(own, key=lambda one: one.position)


def people_met(view: JournalView, interview_id: str) -> list[Person]:
    """Return the people of a round, in the order in which they were entered."""
    people = {person.id: person for person in view.people}
    return [
        people[met.person_id]
        for met in view.encounters
        if met.interview_id == interview_id and met.person_id in people
    ]
