"""Referees after the call: thanked for it, and told how it ended.

One letter does for both where the application has ended before anybody was thanked. After an
offer one who was ready to speak is thanked too, unless the company still checks references.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from interview_journal.core.followup.building import make_action
from interview_journal.core.followup.days import day_plus, later
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.referee_facts import (
    channel_to_referee,
    checks_references,
    tell_key,
)
from interview_journal.core.followup.standing import ENDED, standing_since
from interview_journal.core.followup.wording import company_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Person, Reference

__all__ = ["after_the_call"]


def after_the_call(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person
) -> Iterator[DueAction]:
    """Return the thanks owed to a referee, or the word on how it ended."""
    status = process.application.status
    company = company_of(process.application)
    if status in ENDED:
        since = standing_since(facts, process)
        if not facts.is_past_care(since) and _was_involved(facts, process, reference, person):
            yield _outcome(facts, process, reference, person, since)
    elif reference.checked_at is not None:
        called_at = facts.local(reference.checked_at)
        why = f"{company} called them for you."
        yield _thanks(facts, process, reference, person, called_at, why)
    elif status == "offer" and _was_only_ready(process, reference):
        since = standing_since(facts, process)
        why = f"You have an offer from {company}, and {name_of(person)} was ready to speak for you."
        yield _thanks(facts, process, reference, person, since, why)


def _was_only_ready(process: Process, reference: Reference) -> bool:
    return reference.consented_at is not None and checks_references(process) is not True


def _was_involved(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person
) -> bool:
    """Return whether they did something for it, or will be glad to hear the end."""
    was_told = any(facts.done(tell_key(one, person)) for one in (*process.over, *process.ahead))
    was_thanked = facts.done(_thanks_key(reference)) is not None
    said_yes = process.application.status == "accepted" and reference.consented_at is not None
    return was_told or was_thanked or said_yes or reference.checked_at is not None


def _thanks_key(reference: Reference) -> str:
    return action_key("thank a referee", reference.id)


def _thanks(
    facts: FollowUpFacts,
    process: Process,
    reference: Reference,
    person: Person,
    from_at: datetime,
    reason: str,
) -> DueAction:
    return make_action(
        "thank a referee",
        process.application,
        reference.id,
        person=person,
        from_at=from_at,
        due_at=later(from_at, timedelta(hours=facts.defaults.referee_within_hours)),
        text=f"Thank {name_of(person)}",
        reason=reason,
        other_id=reference.id,
        channel=channel_to_referee(person),
    )


def _outcome(
    facts: FollowUpFacts,
    process: Process,
    reference: Reference,
    person: Person,
    since: datetime,
) -> DueAction:
    called_at = reference.checked_at
    if called_at is not None and facts.closed(_thanks_key(reference)) is None:
        start = "They were called for you: thank them in the same letter."
    elif process.application.status == "accepted":
        start = "They were ready to speak for you, and it came to something."
    else:
        start = "They gave you their time."
    from_at = since if called_at is None else max(since, facts.local(called_at))
    return make_action(
        "tell a referee the outcome",
        process.application,
        reference.id,
        person=person,
        from_at=from_at,
        due_at=facts.evening(day_plus(from_at.date(), facts.defaults.reply_within_days)),
        text=f"Tell {name_of(person)} how it ended at {company_of(process.application)}",
        reason=f"{start} People who hear the end gladly speak for you again.",
        other_id=reference.id,
        channel=channel_to_referee(person),
    )
