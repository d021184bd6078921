"""Who will be there, what is known of each, and what each has heard from you already."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.asked_topics import topic_label
from interview_journal.analysis.briefing.sources import one_line, round_words
from interview_journal.core.preparing.values import BriefingPerson

if TYPE_CHECKING:
    from interview_journal.analysis.briefing.sources import BriefingSources
    from interview_journal.core.records import Encounter, Person

__all__ = ["briefing_people"]

_HEARD_AT_MOST: Final = 6


def briefing_people(sources: BriefingSources) -> tuple[BriefingPerson, ...]:
    """Return those entered for the round, then those met before, whoever was met last first."""
    met: dict[str, list[Encounter]] = defaultdict(list)
    rounds = {*sources.own_rounds, sources.interview.id}
    for one in sources.view.encounters:
        if one.interview_id in rounds:
            met[one.person_id].append(one)
    own = [
        person
        for person in sources.view.people
        if person.kind != "referee"
        and (person.application_id == sources.interview.application_id or person.id in met)
    ]
    found = [_person(sources, person, met.get(person.id, [])) for person in own]
    last = {person.id: _last_met(sources, met.get(person.id, [])) for person in own}
    order = sorted(
        range(len(own)),
        key=lambda at: (not found[at].is_expected, -last[own[at].id], own[at].name, own[at].id),
    )
    return tuple(found[at] for at in order)


def _last_met(sources: BriefingSources, met: list[Encounter]) -> int:
    days = [sources.rounds[one.interview_id].held_on.toordinal() for one in met]
    return max(days, default=0)


def _person(sources: BriefingSources, person: Person, met: list[Encounter]) -> BriefingPerson:
    there = {one.interview_id for one in met} & sources.own_rounds
    met_in = [one for one in sources.earlier if one.id in there]
    topics = (one.topics for one in sorted(met, key=lambda one: _place(sources, one), reverse=True))
    known = [one_line(text) for text in (*topics, person.notes) if text.strip()]
    return BriefingPerson(
        name=one_line(person.name),
        title=one_line(person.title),
        is_expected=any(one.interview_id == sources.interview.id for one in met),
        met=round_words(met_in),
        known=" ".join(text if text[-1] in ".!?…" else f"{text}." for text in known),
        heard=_heard(sources, person, there),
    )


def _place(sources: BriefingSources, one: Encounter) -> tuple[int, str]:
    return (sources.rounds[one.interview_id].held_on.toordinal(), one.id)


def _heard(sources: BriefingSources, person: Person, there: set[str]) -> tuple[str, ...]:
    """Return topics they heard, the ones they asked about themselves first, newest before older."""
    answers = [
        (one.asked_by != person.id, label, one)
        for topic, own in sources.history.answers.items()
        for one in own
        if one.interview_id in there
        or (one.asked_by == person.id and one.interview_id in sources.own_rounds)
        for label in (topic_label(topic, one_line(one.question)),)
    ]
    answers.sort(key=lambda one: (one[0], -_day(sources, one[2].interview_id), one[2].position))
    return tuple(dict.fromkeys(label for _, label, _ in answers))[:_HEARD_AT_MOST]


def _day(sources: BriefingSources, interview_id: str) -> int:
    return sources.rounds[interview_id].held_on.toordinal()
