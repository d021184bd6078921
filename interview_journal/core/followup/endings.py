"""When an application ends, or an offer comes: a reply, an answer, a word to the others.

A reply to a no is due soon and dropped after two weeks. An acceptance concerns the companies that
one was talking to by then: who sat in an interview after it did so on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.days import day_plus
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.standing import WON, standing_since
from interview_journal.core.followup.whom import whom_to_ask
from interview_journal.core.followup.windows import tells_everyone
from interview_journal.core.followup.wording import by_words, company_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction

__all__ = ["endings", "given_up", "words_to_others"]

_REPLIED_WITHIN_DAYS: Final = 14


def endings(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return the reply to a no, or the answer to an offer."""
    latest, status = process.latest, process.application.status
    if latest is not None and _is_no(process, latest):
        since = max(_heard_at(facts, process, latest), latest.end)
        if since >= facts.ago(_REPLIED_WITHIN_DAYS):
            yield _reply(facts, process, latest, facts.local(since))
    if status == "offer":
        yield _answer(facts, process)


def _is_no(process: Process, latest: Round) -> bool:
    status, outcome = process.application.status, latest.interview.outcome
    return status == "rejected" or (status == "open" and outcome == "rejected")


def _heard_at(facts: FollowUpFacts, process: Process, latest: Round) -> datetime:
    """Return when they said no, in whatever zone it was written."""
    known = latest.interview.outcome_known_at
    return known if known is not None else standing_since(facts, process)


def _reply(facts: FollowUpFacts, process: Process, latest: Round, since: datetime) -> DueAction:
    person = whom_to_ask(process, latest)
    whom = company_of(process.application) if person is None else name_of(person)
    reason = "A no is often a no for now. Three lines keep the door open."
    if tells_everyone(process) is True:
        reason += " They do tell people, so you may ask what to work on."
    return make_action(
        "reply to a rejection",
        process.application,
        latest.interview.id,
        interview=latest.interview,
        person=person,
        from_at=since,
        due_at=facts.evening(day_plus(since.date(), facts.defaults.reply_within_days)),
        text=f"Write {whom} a short thank-you",
        reason=reason,
        channel=channel_to(process, person, is_letter=True),
    )


def _answer(facts: FollowUpFacts, process: Process) -> DueAction:
    from_at = standing_since(facts, process)
    due_at = max(from_at, facts.evening(day_plus(from_at.date(), facts.defaults.answer_offer_days)))
    latest = process.latest
    person = whom_to_ask(process, latest)
    if facts.now <= due_at:
        by = f"By {by_words(due_at, facts.now)}, unless they named another day. "
        reason = f"{by}Take the time you need, and say when they will hear."
    else:
        reason = "They are waiting for a word. If you need longer, say until when."
    return make_action(
        "answer an offer",
        process.application,
        process.application.id,
        interview=None if latest is None else latest.interview,
        person=person,
        from_at=from_at,
        due_at=due_at,
        text=f"Answer the offer from {company_of(process.application)}",
        reason=reason,
        channel=channel_to(process, person),
    )


# A word to the others --------------------------------------------------------------------


def words_to_others(facts: FollowUpFacts) -> Iterator[DueAction]:
    """Return, after an offer or an acceptance, a word to each company that it concerns.

    After an offer, each one that owes an answer to a round; after an acceptance, each one whose
    first round had been or was set by then.
    """
    for process, other in _pairs(facts):
        if process.application.status == "accepted":
            yield _withdrawal(facts, process, other)
        else:
            yield _news_of_offer(facts, process, other)


def given_up(facts: FollowUpFacts) -> frozenset[str]:
    """Return the applications given up for another: nothing is asked there any more.

    One where the person passed over the withdrawal goes on as it was.
    """
    return frozenset(
        other.application.id
        for process, other in _pairs(facts)
        if process.application.status == "accepted" and not _is_kept(facts, process, other)
    )


def _is_kept(facts: FollowUpFacts, process: Process, other: Process) -> bool:
    action = facts.acted.get(_others_key(process, other))
    return action is not None and action.status == "skipped"


def _pairs(facts: FollowUpFacts) -> Iterator[tuple[Process, Process]]:
    """Return who made an offer, or was accepted, lately, with each of the others concerned."""
    won = [one for one in facts.processes if one.application.status in WON]
    lately = [one for one in won if not facts.is_past_care(standing_since(facts, one))]
    under_way = [one for one in facts.processes if one.is_open] if lately else []
    for process in lately:
        since = standing_since(facts, process)
        is_offer = process.application.status == "offer"
        for other in under_way:
            if _owes_answer(facts, other) if is_offer else _was_under_way(other, since):
                yield process, other


def _owes_answer(facts: FollowUpFacts, other: Process) -> bool:
    latest = other.latest
    if latest is None or facts.is_past_care(latest.ended_at):
        return False
    has_rest = facts.closed(action_key("move on", latest.interview.id)) is not None
    return latest.interview.outcome in (None, "advanced") and not has_rest


def _was_under_way(other: Process, since: datetime) -> bool:
    if other.over:
        return other.over[0].ended_at <= since
    saved = [one.interview.saved_at for one in other.ahead]
    return any(one is None or one <= since for one in saved)


def _others_key(process: Process, other: Process) -> str:
    return action_key("tell another company", *_others_about(process, other))


def _others_about(process: Process, other: Process) -> tuple[str, str, str]:
    return process.application.id, other.application.id, process.application.status


def _withdrawal(facts: FollowUpFacts, process: Process, other: Process) -> DueAction:
    return _word(
        facts,
        process,
        other,
        standing_since(facts, process),
        f"Withdraw at {company_of(other.application)}",
        f"You said yes to {company_of(process.application)}. "
        "A line now spares them and others the wait.",
    )


def _news_of_offer(facts: FollowUpFacts, process: Process, other: Process) -> DueAction:
    won, company = company_of(process.application), company_of(other.application)
    return _word(
        facts,
        process,
        other,
        max(standing_since(facts, process), other.over[0].ended_at),
        f"Tell {company} that you have an offer",
        f"{won} made you an offer. If you still want {company}, they should know in time.",
    )


def _word(
    facts: FollowUpFacts,
    process: Process,
    other: Process,
    from_at: datetime,
    text: str,
    reason: str,
) -> DueAction:
    latest = other.latest or other.ahead[0]
    person = whom_to_ask(other, latest)
    return make_action(
        "tell another company",
        other.application,
        *_others_about(process, other),
        interview=latest.interview,
        person=person,
        from_at=from_at,
        due_at=facts.evening(day_plus(from_at.date(), facts.defaults.reply_within_days)),
        text=text,
        reason=reason,
        other_id=process.application.id,
        step=process.application.status,
        channel=channel_to(other, person),
    )
