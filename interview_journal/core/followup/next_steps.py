"""What keeps the journal itself whole: rounds to write down, rounds to enter, facts to ask for.

A round is asked for while it is fresh; after a month nearly nothing of a talk is left to write.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import near_day_words
from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.days import day_plus, later, moment_at
from interview_journal.core.followup.standing import ENDED, standing_since
from interview_journal.core.followup.whom import whom_to_ask
from interview_journal.core.followup.wording import company_of, name_of
from interview_journal.core.rounds import round_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.outlook import Outlook
    from interview_journal.core.followup.values import DueAction

__all__ = ["next_steps", "rounds_to_write"]

_BEDTIME: Final = time(22)
_WRITTEN_WITHIN_DAYS: Final = 30
_ASKED_WITHIN_DAYS: Final = 7


def rounds_to_write(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return the rounds of the last month that have no word in the journal yet.

    One that came after the application had ended is taken for one that never was held.
    """
    for one in process.over:
        if one.is_written or one.end < facts.ago(_WRITTEN_WITHIN_DAYS):
            continue
        has_ended = process.application.status in ENDED
        if not has_ended or one.ended_at <= standing_since(facts, process):
            yield _to_write_down(facts, process, one)


def _to_write_down(facts: FollowUpFacts, process: Process, one: Round) -> DueAction:
    """Return the line that asks to write a round down."""
    held_on = one.interview.held_on
    day = near_day_words(held_on, today=facts.today)
    return make_action(
        "write it down",
        process.application,
        one.interview.id,
        interview=one.interview,
        from_at=one.ended_at,
        due_at=moment_at(held_on, _BEDTIME, facts.zone),
        text=f"Write down {round_title(one.interview, process.application)}",
        reason=f"It was {day}. What you remember now is worth keeping.",
    )


def next_steps(
    facts: FollowUpFacts, process: Process, outlook: Outlook | None
) -> Iterator[DueAction]:
    """Return the next round to enter, and what to ask about the process.

    Args:
        facts: The journal at a moment.
        process: The application.
        outlook: What is awaited; None where nothing is.
    """
    latest = process.latest
    if latest is None or not process.is_open or process.ahead:
        return
    if latest.interview.outcome == "advanced":
        yield _after_a_yes(facts, process, latest)
    # Once it is time to ask for news, that question asks for all this as well.
    if outlook is not None and not outlook.has_begun:
        if latest.interview.further_rounds is True:
            yield _announced(facts, outlook)
        yield from _process_question(facts, outlook)


def _after_a_yes(facts: FollowUpFacts, process: Process, latest: Round) -> DueAction:
    known_at, ended_at = latest.interview.outcome_known_at, latest.ended_at
    since = ended_at if known_at is None else max(facts.local(known_at), ended_at)
    due_at = facts.morning(day_plus(since.date(), facts.defaults.news_after_days))
    person = whom_to_ask(process, latest)
    reason = "They said yes. Once the day is set, enter it here."
    if due_at <= facts.now:
        whom = "them" if person is None else name_of(person)
        reason = f"They said yes, and no day is set. Ask {whom}, then enter it here."
    return make_action(
        "enter the next round",
        process.application,
        latest.interview.id,
        interview=latest.interview,
        person=person,
        from_at=since,
        due_at=due_at,
        text=f"Enter the next round at {company_of(process.application)}",
        reason=reason,
        channel=channel_to(process, person),
    )


def _announced(facts: FollowUpFacts, outlook: Outlook) -> DueAction:
    application, latest = outlook.process.application, outlook.latest
    return make_action(
        "enter the next round",
        application,
        latest.interview.id,
        interview=latest.interview,
        from_at=latest.ended_at,
        due_at=facts.morning_after(outlook.window.last_day),
        text=f"Enter the next round at {company_of(application)}",
        reason="They spoke of further rounds. Once they name a day, enter it here.",
    )


def _process_question(facts: FollowUpFacts, outlook: Outlook) -> Iterator[DueAction]:
    """Return a note to a recruiter who was not there; one who was is asked with the thanks.

    Whether there are further rounds alone is no reason to write: the answer will tell.
    """
    process, latest = outlook.process, outlook.latest
    met = any(person.kind == "recruiter" for _, person in latest.met)
    unknown = _unknown_words(outlook)
    if met or not process.recruiters or not unknown:
        return
    if latest.end < facts.ago(_ASKED_WITHIN_DAYS):
        return
    person = process.recruiters[0]
    yield make_action(
        "ask about the process",
        process.application,
        latest.interview.id,
        interview=latest.interview,
        person=person,
        from_at=latest.ended_at,
        due_at=later(latest.ended_at, timedelta(hours=facts.defaults.thank_within_hours)),
        text=f"Ask {name_of(person)} how it goes on",
        reason=f"You do not know yet {unknown}. One question in a short note is enough.",
        channel=channel_to(process, person),
    )


def _unknown_words(outlook: Outlook) -> str:
    unknown = {
        "how long they take": not outlook.window.is_told,
        "whether everyone hears": outlook.tells_everyone is None,
    }
    return " or ".join(words for words, is_unknown in unknown.items() if is_unknown)
