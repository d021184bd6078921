"""Referees: asked first, told before the company may call, thanked after, told how it ended."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.building import make_action
from interview_journal.core.followup.days import day_plus, later
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.wording import by_words, company_of, first_line, on_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from interview_journal.core.choices import ApplicationStatus, Channel
    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Person, Reference

__all__ = ["referees", "standing_since"]

_WON: Final[tuple[ApplicationStatus, ...]] = ("offer", "accepted")
_ENDED: Final[tuple[ApplicationStatus, ...]] = (
    "accepted",
    "declined",
    "rejected",
    "withdrawn",
    "silent",
)


def referees(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return what is owed to each referee of an application."""
    for reference, person in process.references:
        if process.is_open:
            yield from _before(facts, process, reference, person)
        yield from _after(facts, process, reference, person)


# Before the call --------------------------------------------------------------------------


def _before(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person
) -> Iterator[DueAction]:
    at_stake = _round_at_stake(process)
    if reference.checked_at is not None:
        return
    if reference.consented_at is None:
        yield _ask(facts, process, reference, person, is_urgent=_checks(process))
    elif at_stake is not None and _wants_telling(facts, process, at_stake, person):
        yield _tell(facts, process, reference, person, at_stake)


def _round_at_stake(process: Process) -> Round | None:
    """Return the round after which they may call: the latest that is over, else the next."""
    if process.latest is not None:
        return process.latest
    return process.ahead[0] if process.ahead else None


def _checks(process: Process) -> bool:
    latest = process.latest
    return latest is not None and latest.interview.checks_references is True


def _ask(
    facts: FollowUpFacts,
    process: Process,
    reference: Reference,
    person: Person,
    *,
    is_urgent: bool,
) -> DueAction:
    name, company = first_line(person.name), company_of(process.application)
    from_at = facts.now if reference.saved_at is None else facts.local(reference.saved_at)
    why = f"{company} asks referees. " if is_urgent else ""
    return make_action(
        "ask a referee",
        process.application,
        reference.id,
        person=person,
        from_at=from_at,
        due_at=later(from_at, timedelta(hours=facts.defaults.referee_within_hours)),
        text=f"Ask {name} whether they will speak for you",
        reason=f"{why}Nobody should be named as a referee without having said yes.",
        other_id=reference.id,
        channel=_channel(person),
        is_urgent=is_urgent,
    )


def _wants_telling(facts: FollowUpFacts, process: Process, at_stake: Round, person: Person) -> bool:
    """Return whether they are to be told of that round.

    Told once for an application is enough, unless they now say that they check references; where
    they said that they do not, nobody is bothered.
    """
    checks, outcome = at_stake.interview.checks_references, at_stake.interview.outcome
    if checks is False or outcome in ("rejected", "withdrew", "silence"):
        return False
    keys = [_tell_key(one, person) for one in process.over if one is not at_stake]
    return checks is True or not any(facts.done(key) for key in keys)


def _tell_key(one: Round, person: Person) -> str:
    return action_key("tell a referee", one.interview.id, person.id)


def _tell(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person, one: Round
) -> DueAction:
    name, company = first_line(person.name), company_of(process.application)
    checks = one.is_over and one.interview.checks_references is True
    from_at, due_at = _telling_time(facts, one, is_pressing=checks)
    if checks:
        reason = f"{company} checks references. {name} should hear it from you first."
    elif one.is_over:
        reason = f"Before they call, by {by_words(due_at, facts.now)}."
    else:
        day = on_words(one.interview.held_on, facts.today)
        reason = f"Your interview is {day}. Some call referees before it."
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
        other_id=reference.id,
        channel=_channel(person),
        is_urgent=checks,
    )


def _telling_time(
    facts: FollowUpFacts, one: Round, *, is_pressing: bool
) -> tuple[datetime, datetime]:
    if not one.is_over:
        saved = one.interview.saved_at
        from_at = facts.now if saved is None else facts.local(saved)
        return from_at, facts.morning(one.interview.held_on)
    hours = 0 if is_pressing else facts.defaults.referee_within_hours
    return one.ended_at, later(one.ended_at, timedelta(hours=hours))


def _channel(person: Person) -> Channel | None:
    """Return how to reach a referee, whom no company's wish about channels concerns."""
    return "e-mail" if person.email.strip() else ("phone" if person.phone.strip() else None)


# After it ---------------------------------------------------------------------------------


def _after(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person
) -> Iterator[DueAction]:
    status = process.application.status
    ended_at = standing_since(facts, process)
    if reference.checked_at is not None:
        yield _thank(facts, process, reference, person, facts.local(reference.checked_at))
    elif status in _WON and reference.consented_at is not None:
        yield _thank(facts, process, reference, person, ended_at)
    if status in _ENDED and _was_involved(facts, process, reference, person):
        yield _tell_outcome(facts, process, reference, person, ended_at)


def standing_since(facts: FollowUpFacts, process: Process) -> datetime:
    """Return since when an application stands as it does, as far as the journal knows."""
    application = process.application
    known = [one.interview.outcome_known_at for one in process.over]
    moments = [application.status_at, *reversed(known), application.saved_at]
    return facts.local(next((one for one in moments if one is not None), facts.now))


def _was_involved(
    facts: FollowUpFacts, process: Process, reference: Reference, person: Person
) -> bool:
    told = any(facts.done(_tell_key(one, person)) for one in (*process.over, *process.ahead))
    return told or reference.checked_at is not None


def _thank(
    facts: FollowUpFacts,
    process: Process,
    reference: Reference,
    person: Person,
    from_at: datetime,
) -> DueAction:
    name, company = first_line(person.name), company_of(process.application)
    called = reference.checked_at is not None
    return make_action(
        "thank a referee",
        process.application,
        reference.id,
        person=person,
        from_at=from_at,
        due_at=later(from_at, timedelta(hours=facts.defaults.referee_within_hours)),
        text=f"Thank {name}",
        reason=f"{company} called them for you."
        if called
        else f"You have an offer from {company}, and {name} was ready to speak for you.",
        other_id=reference.id,
        channel=_channel(person),
    )


def _tell_outcome(
    facts: FollowUpFacts,
    process: Process,
    reference: Reference,
    person: Person,
    from_at: datetime,
) -> DueAction:
    name, company = first_line(person.name), company_of(process.application)
    return make_action(
        "tell a referee the outcome",
        process.application,
        reference.id,
        person=person,
        from_at=from_at,
        due_at=facts.evening(day_plus(from_at.date(), facts.defaults.reply_within_days)),
        text=f"Tell {name} how it ended at {company}",
        reason="They gave you their time. People who hear the end gladly speak for you again.",
        other_id=reference.id,
        channel=_channel(person),
    )
