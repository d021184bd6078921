"""Thank-you notes: one to each person met, within a day of the end; later ones are offered still.

That a note within a day helps is a custom and what recruiters say in surveys; no experiment has
shown it. The number of hours is the person's to change.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.days import later
from interview_journal.core.followup.wording import by_words, first_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Encounter, Person

__all__ = ["OFFERED_DAYS", "thank_you_notes"]

OFFERED_DAYS: Final = 14
"""A note that comes later is no thank-you any more."""


def thank_you_notes(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return a note for each person met in a round that is over, and what was promised for a day.

    A promise without a day goes out with the note.
    """
    for one in process.over:
        if later(one.ended_at, timedelta(days=OFFERED_DAYS)) < facts.now or _is_past(process, one):
            continue
        seen: set[str] = set()
        for met, person in one.met:
            if person.id not in seen:
                seen.add(person.id)
                yield _note(facts, process, one, met, person)
            if met.i_promised.strip() and met.i_promised_by is not None:
                yield _promise(facts, process, one, met, person, met.i_promised_by)


def _is_past(process: Process, one: Round) -> bool:
    """Return whether the process ended; what is owed then is another letter."""
    ended = ("declined", "rejected", "withdrawn", "silent")
    return one.interview.outcome in ("rejected", "withdrew") or (
        process.application.status in ended
    )


def _note(
    facts: FollowUpFacts, process: Process, one: Round, met: Encounter, person: Person
) -> DueAction:
    due_at = later(one.ended_at, timedelta(hours=facts.defaults.thank_within_hours))
    if facts.now <= due_at:
        reason = f"By {by_words(due_at, facts.now)}: a note within a day or so is the custom."
    else:
        reason = "The usual day has passed. A late thank-you is still welcome."
    if met.i_promised.strip() and met.i_promised_by is None:
        reason += f" It can carry what you promised: {first_line(met.i_promised)}"
    return make_action(
        "thank-you note",
        process.application,
        one.interview.id,
        person.id,
        interview=one.interview,
        person=person,
        from_at=one.ended_at,
        due_at=due_at,
        text=f"Thank {first_line(person.name)}",
        reason=reason,
        channel=channel_to(process, person, is_letter=True),
    )


def _promise(
    facts: FollowUpFacts,
    process: Process,
    one: Round,
    met: Encounter,
    person: Person,
    day: date,
) -> DueAction:
    due_at = facts.evening(day)
    by = f"by {by_words(due_at, facts.now)}" if facts.now <= due_at else "a little late is fine"
    return make_action(
        "my promise",
        process.application,
        met.id,
        interview=one.interview,
        person=person,
        from_at=one.ended_at,
        due_at=due_at,
        text=f"Send {first_line(person.name)} what you promised",
        reason=f"You promised: {first_line(met.i_promised).rstrip('.')}; {by}.",
        other_id=met.id,
        channel=channel_to(process, person, is_letter=True),
    )
