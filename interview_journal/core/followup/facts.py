"""The journal's facts, laid out for the rules: who belongs to what, and when each round ended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from interview_journal.core.followup.acts import CLOSING, newest_words, told_of_offer
from interview_journal.core.followup.days import (
    business_day_after,
    in_zone,
    later,
    moment_at,
    zone_named,
)
from interview_journal.core.followup.defaults import FollowUpDefaults
from interview_journal.core.followup.ends import RoundEnds
from interview_journal.core.followup.process import Process, Round
from interview_journal.core.rounds import is_written, place_in_time, written_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.records import Action, Encounter, Person, Reference
    from interview_journal.core.view import JournalView

__all__ = ["FollowUpFacts", "Process", "Round", "follow_up_facts"]


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """Everything the rules look at.

    Attributes:
        now: The present, in the person's zone.
        defaults: The person's conventions.
        processes: The applications, in the journal's order.
        acted: What the person did, by the action's key; the newest word of each.
        told_of_offer: When a company was last told of another's offer, by application.
        known: Clock times worked out before: thousands of lines share a few hundred days.
        known_after: The same for the mornings after.
        cared_from: What is older is let be.
    """

    now: datetime
    defaults: FollowUpDefaults
    processes: Sequence[Process]
    acted: dict[str, Action] = field(default_factory=dict)
    told_of_offer: dict[str, datetime] = field(default_factory=dict)
    known: dict[tuple[date, time], datetime] = field(default_factory=dict, repr=False)
    known_after: dict[date, datetime] = field(default_factory=dict, repr=False)
    cared_from: datetime = field(init=False)

    def __post_init__(self) -> None:
        # In the person's zone, as what is due: moments of one zone are told apart at once.
        cared_from = later(self.now, -timedelta(days=self.defaults.let_be_after_days))
        object.__setattr__(self, "cared_from", cared_from)

    @property
    def zone(self) -> tzinfo:
        """The person's zone."""
        return self.now.tzinfo or UTC

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.date()

    def morning(self, day: date) -> datetime:
        """Return when business begins on that day."""
        return self._at(day, self.defaults.day_starts_at)

    def morning_after(self, day: date) -> datetime:
        """Return when business begins on the first business day after that day."""
        known = self.known_after.get(day)
        if known is None:
            after = business_day_after(day, days_off=self.defaults.days_off)
            known = self.known_after[day] = self.morning(after)
        return known

    def evening(self, day: date) -> datetime:
        """Return when business is over on that day."""
        return self._at(day, self.defaults.assumed_end)

    def _at(self, day: date, clock: time) -> datetime:
        known = self.known.get((day, clock))
        if known is None:
            known = self.known[day, clock] = moment_at(day, clock, self.zone)
        return known

    def local(self, moment: datetime) -> datetime:
        """Return the same instant in the person's zone."""
        return in_zone(moment, self.zone)

    def ago(self, days: int) -> datetime:
        """Return the moment so many days before now, in UTC, beside which any is told quickly."""
        return later(in_zone(self.now, UTC), -timedelta(days=days))

    def is_past_care(self, moment: datetime) -> bool:
        """Return whether that is so long ago that nobody is reminded any more."""
        return moment < self.cared_from

    def done(self, key: str) -> Action | None:
        """Return the person's word that it is done, if there is one."""
        action = self.acted.get(key)
        return action if action is not None and action.status == "done" else None

    def closed(self, key: str) -> Action | None:
        """Return the person's word that it is done or passed over, if there is one."""
        action = self.acted.get(key)
        return action if action is not None and action.status in CLOSING else None

    def closed_on(self, action: Action) -> date:
        """Return the day on which it was done or passed over."""
        moment = action.done_at or action.saved_at or self.now
        return self.local(moment).date()


def follow_up_facts(
    view: JournalView, now: datetime, defaults: FollowUpDefaults | None = None
) -> FollowUpFacts:
    """Return the facts of a journal at that moment.

    Args:
        view: The records.
        now: The present, aware.
        defaults: The person's conventions; their zone, where one is named, is the facts' zone.
    """
    given = FollowUpDefaults() if defaults is None else defaults
    zone = zone_named(given.time_zone) or now.tzinfo or UTC
    present = in_zone(now, zone)
    rounds = _rounds(view, present, given)
    references, recruiters = _references(view), _recruiters(view)
    processes = []
    for application in view.applications:
        own = rounds.get(application.id, [])
        processes.append(
            Process(
                application,
                over=[one for one in own if one.is_over],
                ahead=[one for one in own if not one.is_over],
                recruiters=recruiters.get(application.id, ()),
                references=references.get(application.id, ()),
            )
        )
    acted = newest_words(view.actions)
    return FollowUpFacts(present, given, processes, acted, told_of_offer(acted.values()))


def _rounds(view: JournalView, now: datetime, defaults: FollowUpDefaults) -> dict[str, list[Round]]:
    """Return each application's rounds, by day and number."""
    met = _met(view)
    with_answers = written_ids(view.answers)
    zone, present = now.tzinfo or UTC, in_zone(now, UTC)
    ends = RoundEnds(zone, defaults)
    found: dict[str, list[Round]] = defaultdict(list)
    for one in sorted(view.interviews, key=place_in_time):
        end = ends.of(one)
        found[one.application_id].append(
            Round(
                one,
                end,
                zone,
                is_over=end <= present,
                is_written=is_written(one, with_answers),
                met=met.get(one.id, ()),
            )
        )
    return found


def _met(view: JournalView) -> dict[str, list[tuple[Encounter, Person]]]:
    """Return who was met in each round, in the order of the people."""
    encounters: dict[str, list[Encounter]] = defaultdict(list)
    for encounter in view.encounters:
        encounters[encounter.person_id].append(encounter)
    found: dict[str, list[tuple[Encounter, Person]]] = defaultdict(list)
    for person in sorted(view.people, key=_person_place):
        if person.kind != "referee":
            for encounter in encounters.get(person.id, ()):
                found[encounter.interview_id].append((encounter, person))
    return found


def _person_place(person: Person) -> tuple[bool, str, str]:
    """Return where a person stands among several: who can be written to first, then by name.

    The order of the rows in a file has no say in what is due.
    """
    return (not person.email.strip(), person.name, person.id)


def _recruiters(view: JournalView) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in view.people:
        if person.kind == "recruiter":
            found[person.application_id].append(person)
    return {about: sorted(people, key=_person_place) for about, people in found.items()}


def _references(view: JournalView) -> dict[str, list[tuple[Reference, Person]]]:
    people = {one.id: one for one in view.people}
    found: dict[str, list[tuple[Reference, Person]]] = defaultdict(list)
    for one in view.references:
        if one.person_id in people:
            found[one.application_id].append((one, people[one.person_id]))
    for pairs in found.values():
        pairs.sort(key=lambda pair: (pair[1].name, pair[0].id))
    return found
