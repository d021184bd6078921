"""The people of one application: who they are, where you met, what was talked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import PERSON_KINDS
from interview_journal.core.day_words import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from interview_journal.core.followup.facts import Process, Round
    from interview_journal.core.records import Encounter, Interview, Person
    from interview_journal.core.view import JournalView

__all__ = ["PersonLine", "first_name", "person_lines", "reach_line"]

NOTHING_SAID: Final = "Nothing is noted of it yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person.

    Attributes:
        person_id: Who.
        name: As they would write it.
        texts: Who they are and how to reach them, a line each.
        rounds: Where you met, and what was said and promised there.
        round_id: The latest round they were met in; empty where there is none.
        round_label: What it is called.
    """

    person_id: str
    name: str
    texts: tuple[str, ...]
    rounds: tuple[tuple[str, str], ...] = ()
    round_id: str = ""
    round_label: str = ""


def person_lines(view: JournalView, process: Process, *, today: date) -> tuple[PersonLine, ...]:
    """Return everyone of an application but its referees, in the order they were entered."""
    rounds = sorted((*process.over, *process.ahead), key=_place)
    met: dict[str, list[tuple[Round, Encounter]]] = {}
    for one in rounds:
        for encounter, person in one.met:
            met.setdefault(person.id, []).append((one, encounter))
    return tuple(
        _line(person, met.get(person.id, ()), today)
        for person in view.people
        if person.kind != "referee"
        and (person.application_id == process.application.id or person.id in met)
    )


def first_name(name: str) -> str:
    """Return the name one would say, the whole where it begins with a title.

    Example:
        >>> first_name("Maria Gomez"), first_name("Dr Isabel Moreau")
        ('Maria', 'Dr Isabel Moreau')
    """
    words = name.split()
    titles = {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "herr", "frau"}
    if not words or words[0].rstrip(".").casefold() in titles:
        return " ".join(words)
    return words[0]


def reach_line(person: Person) -> str:
    """Return how to reach somebody, on one line; empty where nothing is known."""
    ways = (person.email, person.phone, person.linkedin)
    return " · ".join(one.strip() for one in ways if one.strip())


def _place(one: Round) -> tuple[date, int]:
    return (one.interview.held_on, one.interview.round)


def _line(person: Person, met: Sequence[tuple[Round, Encounter]], today: date) -> PersonLine:
    who = ", ".join(one for one in (PERSON_KINDS[person.kind], person.title.strip()) if one)
    texts = (who, reach_line(person), person.notes.strip())
    latest = met[-1][0].interview if met else None
    return PersonLine(
        person_id=person.id,
        name=person.name,
        texts=tuple(text for text in texts if text),
        rounds=tuple(_met_in(one.interview, encounter, today) for one, encounter in met),
        round_id="" if latest is None else latest.id,
        round_label="" if latest is None else f"round {latest.round}",
    )


def _met_in(one: Interview, met: Encounter, today: date) -> tuple[str, str]:
    said = [met.topics.strip()]
    for who, promise, by in (
        ("You promised", met.i_promised, met.i_promised_by),
        ("They promised", met.they_promised, met.they_promised_by),
    ):
        if promise.strip():
            when = "" if by is None else f", by {day_words(by, today=today)}"
            said.append(f"{who}{when}: {promise.strip()}")
    words = "\n".join(text for text in said if text)
    return f"Round {one.round}\n{day_words(one.held_on, today=today)}", words or NOTHING_SAID
