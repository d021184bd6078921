"""The referees of one application: what each agreed to, was told, was asked, was thanked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.core.day_words import day_words
from interview_journal.core.followup.wording import company_of
from interview_journal.widgets.people_met import first_name, reach_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from interview_journal.core.choices import ActionKind
    from interview_journal.core.followup.facts import FollowUpFacts, Process
    from interview_journal.core.records import Action, Person, Reference

__all__ = ["RefereeLine", "referee_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefereeLine:
    """One referee.

    Attributes:
        reference_id: Who, for this application.
        person_id: Who.
        name: As they would write it.
        first_name: As one says it.
        texts: What is known, a line each.
        agreed: Whether they said yes.
        called: Whether the company asked them.
    """

    reference_id: str
    person_id: str
    name: str
    first_name: str
    texts: tuple[str, ...]
    agreed: bool
    called: bool


def referee_lines(facts: FollowUpFacts, process: Process) -> tuple[RefereeLine, ...]:
    """Return the referees of an application, by name."""
    return tuple(
        RefereeLine(
            reference_id=reference.id,
            person_id=person.id,
            name=person.name,
            first_name=first_name(person.name),
            texts=tuple(one for one in _texts(facts, process, reference, person) if one),
            agreed=reference.consented_at is not None,
            called=reference.checked_at is not None,
        )
        for reference, person in process.references
    )


def _texts(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person
) -> Iterator[str]:
    known = (person.relation.strip(), person.title.strip())
    yield ", ".join(one for one in known if one)
    yield reach_line(person)
    yield _agreed(facts, reference)
    yield from _told(facts, process, person)
    if reference.checked_at is not None:
        day = _day(facts, reference.checked_at)
        yield f"{company_of(process.application)} asked them on {day}."
    for kind, said in _CLOSED.items():
        done = _done(facts, process, kind, person)
        if done:
            yield f"{said} on {_day(facts, _moment(facts, done[-1]))}."
    yield person.notes.strip()


_CLOSED: dict[ActionKind, str] = {
    "thank a referee": "You thanked them",
    "tell a referee the outcome": "You told them how it ended",
}


def _agreed(facts: FollowUpFacts, reference: Reference) -> str:
    scope = reference.scope.strip()
    if reference.consented_at is None:
        return "They have not said yes so far."
    day = _day(facts, reference.consented_at)
    return f"Said yes on {day}: {scope}" if scope else f"Said yes on {day}."


def _told(facts: FollowUpFacts, process: Process, person: Person) -> Iterator[str]:
    """Return which rounds they were told about, the first of them first."""
    rounds = {one.interview.id: one.interview.round for one in (*process.over, *process.ahead)}
    for action in _done(facts, process, "tell a referee", person):
        day = _day(facts, _moment(facts, action))
        about = rounds.get(action.interview_id)
        yield f"Told on {day}." if about is None else f"Told about round {about} on {day}."


def _done(
    facts: FollowUpFacts, process: Process, kind: ActionKind, person: Person
) -> Sequence[Action]:
    own = [
        one
        for one in facts.acted.values()
        if one.kind == kind
        and one.status == "done"
        and one.person_id == person.id
        and one.application_id == process.application.id
    ]
    return sorted(own, key=lambda one: (_moment(facts, one), one.id))


def _moment(facts: FollowUpFacts, action: Action) -> datetime:
    return action.done_at or action.saved_at or facts.now


def _day(facts: FollowUpFacts, moment: datetime) -> str:
    return day_words(facts.local(moment).date(), today=facts.today)
