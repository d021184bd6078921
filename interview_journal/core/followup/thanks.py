"""Thank-you notes: one to each person met, within a day of the end; later ones are offered still.

That a note within a day helps is a custom and what recruiters say in surveys; no experiment has
shown it. The number of hours is the person's to change. Who was met twice is thanked for the later
round only, and after two weeks nobody is: a note that comes so late is no thank-you any more.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.days import later
from interview_journal.core.followup.standing import ENDED
from interview_journal.core.followup.wording import by_words, first_line, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Encounter, Person

__all__ = ["OFFERED_DAYS", "thank_you_notes"]

OFFERED_DAYS: Final = 14
"""For so many days after the end of a round a note is offered."""


def thank_you_notes(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return a note for each person met in a round that is over, and what was promised for a day.

    A promise without a day goes out with the note. Nothing is owed once the process ended: the
    reply to a no, or the answer to an offer, is the letter then.
    """
    if process.application.status in ENDED:
        return
    thanked: set[str] = set()
    offered_from = facts.ago(OFFERED_DAYS)
    for one in reversed(process.over):
        if one.interview.outcome in ("rejected", "withdrew", "silence"):
            continue
        is_late = one.end < offered_from
        for met, person in one.met:
            if not is_late and person.id not in thanked:
                yield _note(facts, process, one, person)
            if met.i_promised.strip() and met.i_promised_by is not None:
                yield from _promise(facts, process, one, met, person)
            thanked.add(person.id)


def _note(facts: FollowUpFacts, process: Process, one: Round, person: Person) -> DueAction:
    due_at = later(one.ended_at, timedelta(hours=facts.defaults.thank_within_hours))
    if facts.now <= due_at:
        reason = f"By {by_words(due_at, facts.now)}: a note within a day or so is the custom."
    else:
        reason = "The usual day has passed. A late thank-you is still welcome."
    own = [met.i_promised for met, who in one.met if who is person and met.i_promised_by is None]
    promised = "; ".join(line.rstrip(".") for text in sorted(own) if (line := first_line(text)))
    if promised:
        reason += f" It can carry what you promised: {promised}."
    return make_action(
        "thank-you note",
        process.application,
        one.interview.id,
        person.id,
        interview=one.interview,
        person=person,
        from_at=one.ended_at,
        due_at=due_at,
        text=f"Thank {name_of(person)}",
        reason=reason,
        channel=channel_to(process, person, is_letter=True),
    )


def _promise(
    facts: FollowUpFacts, process: Process, one: Round, met: Encounter, person: Person
) -> Iterator[DueAction]:
    due_at = facts.evening(met.i_promised_by or one.interview.held_on)
    if max(due_at, one.ended_at) < facts.ago(OFFERED_DAYS):
        return
    by = f"by {by_words(due_at, facts.now)}" if facts.now <= due_at else "a little late is fine"
    yield make_action(
        "my promise",
        process.application,
        met.id,
        interview=one.interview,
        person=person,
        from_at=one.ended_at,
        due_at=due_at,
        text=f"Send {name_of(person)} what you promised",
        reason=f"You promised: {first_line(met.i_promised).rstrip('.')}; {by}.",
        other_id=met.id,
        channel=channel_to(process, person, is_letter=True),
    )
