"""When an application ends, or an offer comes: a reply, an answer, a word to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.days import day_plus
from interview_journal.core.followup.news import whom_to_ask
from interview_journal.core.followup.referees import standing_since
from interview_journal.core.followup.wording import by_words, company_of, first_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.choices import ApplicationStatus
    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction

__all__ = ["endings", "words_to_others"]

_STEPS: Final[dict[ApplicationStatus, str]] = {"offer": "offer", "accepted": "accepted"}


def endings(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return the reply to a no, or the answer to an offer."""
    latest = process.latest
    if latest is not None and latest.interview.outcome == "rejected":
        yield _reply(facts, process, latest)
    if process.application.status == "offer":
        yield _answer(facts, process)


def _reply(facts: FollowUpFacts, process: Process, latest: Round) -> DueAction:
    interview = latest.interview
    known = interview.outcome_known_at
    from_at = latest.ended_at if known is None else max(facts.local(known), latest.ended_at)
    person = whom_to_ask(process, latest)
    whom = company_of(process.application) if person is None else first_line(person.name)
    return make_action(
        "reply to a rejection",
        process.application,
        interview.id,
        interview=interview,
        person=person,
        from_at=from_at,
        due_at=facts.evening(day_plus(from_at.date(), facts.defaults.reply_within_days)),
        text=f"Write {whom} a short thank-you",
        reason="A no is often a no for now. Three lines keep the door open.",
        channel=channel_to(process, person, is_letter=True),
    )


def _answer(facts: FollowUpFacts, process: Process) -> DueAction:
    from_at = standing_since(facts, process)
    due_at = facts.evening(day_plus(from_at.date(), facts.defaults.answer_offer_days))
    latest = process.latest
    person = whom_to_ask(process, latest) if latest is not None else None
    return make_action(
        "answer an offer",
        process.application,
        process.application.id,
        interview=None if latest is None else latest.interview,
        person=person,
        from_at=from_at,
        due_at=due_at,
        text=f"Answer the offer from {company_of(process.application)}",
        reason=f"By {by_words(due_at, facts.now)}, unless they named another day. "
        "Take the time you need, and say when they will hear.",
        channel=channel_to(process, person),
    )


def words_to_others(facts: FollowUpFacts) -> Iterator[DueAction]:
    """Return, after an offer or an acceptance, a word to each company that is still waiting.

    After an offer, only where a round was held and no answer came yet; after an acceptance, to
    each application under way.
    """
    won = [one for one in facts.processes if one.application.status in _STEPS]
    waiting = [one for one in facts.processes if one.is_open and (one.over or one.ahead)]
    for process in won:
        for other in waiting:
            if process.application.status == "accepted" or _awaits_answer(other):
                yield _word(facts, process, other)


def _awaits_answer(other: Process) -> bool:
    return other.latest is not None and other.latest.interview.outcome in (None, "advanced")


def _word(facts: FollowUpFacts, process: Process, other: Process) -> DueAction:
    step = _STEPS[process.application.status]
    from_at = standing_since(facts, process)
    latest = other.latest or other.ahead[0]
    person = whom_to_ask(other, latest)
    won, company = company_of(process.application), company_of(other.application)
    if step == "accepted":
        text = f"Withdraw at {company}"
        reason = f"You said yes to {won}. A line now spares them and others the wait."
    else:
        text = f"Tell {company} that you have an offer"
        reason = f"{won} made you an offer. If you still want {company}, they should know in time."
    return make_action(
        "tell another company",
        other.application,
        process.application.id,
        other.application.id,
        step,
        interview=latest.interview,
        person=person,
        from_at=from_at,
        due_at=facts.evening(day_plus(from_at.date(), facts.defaults.reply_within_days)),
        text=text,
        reason=reason,
        other_id=process.application.id,
        step=step,
        channel=channel_to(other, person),
    )
