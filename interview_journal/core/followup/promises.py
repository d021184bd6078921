"""What they promised for a day: nothing before it, a fair question after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.wording import first_line, on_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Encounter, Person

__all__ = ["their_promises"]


def their_promises(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return each promise with a day, made in the latest round that is over.

    Nothing where an answer has come: a promise of an earlier round is settled by the next one.
    """
    latest = process.latest
    if latest is None or not process.is_open or latest.interview.outcome is not None:
        return
    for met, person in latest.met:
        if met.they_promised_by is not None:
            yield _promise(facts, process, latest, met, person, met.they_promised_by)


def _promise(
    facts: FollowUpFacts,
    process: Process,
    latest: Round,
    met: Encounter,
    person: Person,
    day: date,
) -> DueAction:
    name = first_line(person.name)
    what = first_line(met.they_promised).rstrip(".") or "something"
    from_at = max(facts.morning(day), latest.ended_at)
    due_at = facts.morning_after(day)
    said = f"{name} promised: {what}."
    if facts.now < due_at:
        reason = f"{said} It is for {on_words(day, facts.today)}; tick it when it has come."
    else:
        reason = f"{said} It was for {on_words(day, facts.today)}. A friendly question is fair."
    return make_action(
        "their promise",
        process.application,
        met.id,
        interview=latest.interview,
        person=person,
        from_at=from_at,
        due_at=due_at,
        text=f"See whether {name} kept their word",
        reason=reason,
        other_id=met.id,
        channel=channel_to(process, person),
    )
