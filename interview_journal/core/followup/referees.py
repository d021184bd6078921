"""Referees before the call: asked first, then told what it is about before the company may call.

A referee is told once for an application; each time the company says that it checks references,
one more word is due. Only one who was never told, while the company does check, stands above all
else. No company's wish about channels concerns a referee.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from interview_journal.core.followup.building import make_action
from interview_journal.core.followup.days import later
from interview_journal.core.followup.referee_facts import (
    channel_to_referee,
    checks_references,
    tell_key,
)
from interview_journal.core.followup.referees_after import after_the_call
from interview_journal.core.followup.standing import WON
from interview_journal.core.followup.wording import by_words, company_of, name_of, on_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Person, Reference

__all__ = ["referees"]


def referees(
    facts: FollowUpFacts, process: Process, *, is_given_up: bool = False
) -> Iterator[DueAction]:
    """Return what is owed to each referee of an application.

    Args:
        facts: The journal at a moment.
        process: The application.
        is_given_up: Whether it is given up for another: then nobody is asked or told any more.
    """
    for reference, person in process.references:
        before = None
        if not is_given_up and reference.checked_at is None and _may_call(process):
            before = _before(facts, process, reference, person)
        if before is not None:
            yield before
        yield from after_the_call(facts, process, reference, person)


def _may_call(process: Process) -> bool:
    """Return whether a call can still come: after an offer only where they said so."""
    return process.is_open or (
        process.application.status in WON and checks_references(process) is True
    )


def _before(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person
) -> DueAction | None:
    if reference.consented_at is None:
        return _ask(facts, process, reference, person)
    at_stake = process.latest or next(iter(process.ahead), None)
    if at_stake is None or not _wants_telling(facts, process, at_stake, person):
        return None
    # Nobody is told of anything before they agreed to be asked.
    agreed_at = facts.local(reference.consented_at)
    return _tell(facts, process, reference.id, person, at_stake, agreed_at)


def _ask(facts: FollowUpFacts, process: Process, reference: Reference, person: Person) -> DueAction:
    is_urgent = checks_references(process) is True
    from_at = facts.now if reference.saved_at is None else facts.local(reference.saved_at)
    why = f"{company_of(process.application)} checks references. " if is_urgent else ""
    return make_action(
        "ask a referee",
        process.application,
        reference.id,
        person=person,
        from_at=from_at,
        due_at=later(from_at, timedelta(hours=facts.defaults.referee_within_hours)),
        text=f"Ask {name_of(person)} whether they will speak for you",
        reason=f"{why}Nobody should be named as a referee without having said yes.",
        other_id=reference.id,
        channel=channel_to_referee(person),
        is_urgent=is_urgent,
    )


def _wants_telling(facts: FollowUpFacts, process: Process, at_stake: Round, person: Person) -> bool:
    """Return whether they are to be told of that round.

    Told, or passed over, once for an application is enough, unless they now say that they check
    references; where they said that they do not, nobody is bothered.
    """
    if checks_references(process) is False or at_stake.interview.outcome in (
        "rejected",
        "withdrew",
        "silence",
    ):
        return False
    says_so_now = at_stake.interview.checks_references is True
    return says_so_now or not _was_told_before(facts, process, at_stake, person)


def _was_told_before(
    facts: FollowUpFacts, process: Process, at_stake: Round, person: Person
) -> bool:
    earlier = [one for one in process.over if one is not at_stake]
    return any(facts.closed(tell_key(one, person)) is not None for one in earlier)


def _tell(
    facts: FollowUpFacts,
    process: Process,
    reference_id: str,
    person: Person,
    one: Round,
    agreed_at: datetime,
) -> DueAction:
    name, company = name_of(person), company_of(process.application)
    was_told = _was_told_before(facts, process, one, person)
    is_urgent = one.is_over and checks_references(process) is True and not was_told
    from_at, due_at = _telling_time(facts, one, agreed_at, is_urgent=is_urgent)
    if is_urgent:
        reason = f"{company} checks references. {name} should hear it from you first."
    elif was_told:
        reason = f"{name} knows of {company}. After this round a short word keeps them ready."
    else:
        reason = _before_they_call(facts, one, due_at)
    return make_action(
        "tell a referee",
        process.application,
        one.interview.id,
        person.id,
        interview=one.interview,
        person=person,
        from_at=from_at,
        due_at=due_at,
        text=f"Tell {name} that {company} may call",
        reason=reason,
        other_id=reference_id,
        channel=channel_to_referee(person),
        is_urgent=is_urgent,
    )


def _before_they_call(facts: FollowUpFacts, one: Round, due_at: datetime) -> str:
    if not one.is_over:
        day = on_words(one.interview.held_on, facts.today)
        return f"Your interview is {day}. Some call referees before it."
    if facts.now <= due_at:
        return f"Before they call, by {by_words(due_at, facts.now)}."
    return "Before they call: people speak better for you when they expect it."


def _telling_time(
    facts: FollowUpFacts, one: Round, agreed_at: datetime, *, is_urgent: bool
) -> tuple[datetime, datetime]:
    """Return from when and by when."""
    if not one.is_over:
        saved_at = one.interview.saved_at
        from_at = agreed_at if saved_at is None else max(agreed_at, facts.local(saved_at))
        return from_at, facts.morning(one.interview.held_on)
    from_at = max(agreed_at, one.ended_at)
    hours = 0 if is_urgent else facts.defaults.referee_within_hours
    return from_at, later(from_at, timedelta(hours=hours))
