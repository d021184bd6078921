"""What a company has heard already: who was met, what each asked, and who listened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from interview_journal.analysis.occasions import Occasion, company_key
from interview_journal.core.rounds import place_in_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from interview_journal.core.records import Interview
    from interview_journal.core.view import JournalView

__all__ = ["CompanyRounds", "Listener", "company_rounds", "listeners"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyRounds:
    """The rounds with one company.

    Attributes:
        company: Its name as last written.
        past: Ids of its rounds in which an answer was given, the earliest first.
        next_on: The day of its next round; None where none is known.
        next_round: The number of that round; 0 where none is known.
    """

    company: str
    past: tuple[str, ...]
    next_on: date | None
    next_round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """One person of the company, and what they heard.

    Attributes:
        name: Their name; empty for the answers of a round in which nobody is named.
        title: Their job title.
        rounds: Ids of the rounds they were in.
        asked: The answers to their own questions.
        heard: The other answers of those rounds.
    """

    name: str
    title: str
    rounds: tuple[str, ...]
    asked: tuple[Occasion, ...]
    heard: tuple[Occasion, ...]


def company_rounds(
    view: JournalView, given: Mapping[str, Occasion], today: date
) -> tuple[CompanyRounds, ...]:
    """Return the companies that heard anything: the one with the next round first.

    Args:
        view: The records.
        given: The answers by their ids.
        today: A round on this day is still to come.
    """
    companies = {one.id: one.company for one in view.applications}
    answered = {one.interview_id for one in given.values()}
    rounds: dict[str, list[Interview]] = {}
    for held in sorted(view.interviews, key=place_in_time):
        name = companies.get(held.application_id, "")
        rounds.setdefault(company_key(name), []).append(held)
    found = []
    for own in rounds.values():
        past = tuple(one.id for one in own if one.id in answered)
        ahead = next((o for o in own if o.held_on >= today and o.id not in answered), None)
        if past:
            found.append(
                CompanyRounds(
                    company=" ".join(companies.get(own[-1].application_id, "").split()),
                    past=past,
                    next_on=None if ahead is None else ahead.held_on,
                    next_round=0 if ahead is None else ahead.round,
                )
            )
    latest = {one.id: one.held_on for one in view.interviews}
    found.sort(key=lambda one: latest[one.past[-1]], reverse=True)
    return tuple(sorted(found, key=lambda one: one.next_on or date.max))


def listeners(
    view: JournalView, given: Mapping[str, Occasion], company: CompanyRounds
) -> tuple[Listener, ...]:
    """Return who heard what, whoever was met last first; what nobody is named for comes last."""
    told = [one for one in given.values() if one.interview_id in company.past]
    met: dict[str, set[str]] = {}
    for encounter in view.encounters:
        if encounter.interview_id in company.past:
            met.setdefault(encounter.person_id, set()).add(encounter.interview_id)
    for one in told:
        if one.person_id:
            met.setdefault(one.person_id, set()).add(one.interview_id)
    found = [
        _listener(person.name, person.title, person.id, company, met[person.id], told)
        for person in view.people
        if person.id in met
    ]
    found.sort(key=lambda one: (-company.past.index(one.rounds[-1]), one.name))
    named = {round_id for one in found for round_id in one.rounds}
    alone = set(company.past) - named
    return (*found, _listener("", "", "", company, alone, told)) if alone else tuple(found)


def _listener(
    name: str,
    title: str,
    person_id: str,
    company: CompanyRounds,
    rounds: Iterable[str],
    told: list[Occasion],
) -> Listener:
    there = set(rounds)
    own = [one for one in told if one.interview_id in there]
    return Listener(
        name=name,
        title=title,
        rounds=tuple(one for one in company.past if one in there),
        asked=tuple(one for one in own if person_id and one.person_id == person_id),
        heard=tuple(one for one in own if not person_id or one.person_id != person_id),
    )
