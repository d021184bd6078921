"""When one may ask for news: from what they said, counted from the round, never earlier.

After the time they named has passed, on the next business day; where they named none, after the
person's own default. Then once more, then no further. Where only the successful hear, one question
is enough, and silence has a day from which on nothing is awaited. Who had word from them, or told
them of another offer, does not ask again within the usual time: that was the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core.followup.asking_words import ask_reason, rest_reason, waiting_text
from interview_journal.core.followup.building import channel_to, make_action, settled
from interview_journal.core.followup.days import day_plus
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.values import DueAction, Waiting
from interview_journal.core.followup.whom import whom_to_ask
from interview_journal.core.followup.windows import AnswerWindow, answer_window
from interview_journal.core.followup.wording import company_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts
    from interview_journal.core.followup.outlook import Outlook

__all__ = ["AnswerWindow", "answer_window", "news"]


def news(facts: FollowUpFacts, outlook: Outlook) -> Iterator[DueAction | Waiting]:
    """Return the next question for news, how long there is nothing to do, when to stop waiting.

    Args:
        facts: The journal at a moment.
        outlook: What is awaited.
    """
    if facts.closed(action_key("move on", outlook.latest.interview.id)) is not None:
        return
    step, from_at = _next_step(facts, outlook)
    ask = _ask(facts, outlook, step, from_at) if step else None
    put_off = None if ask is None else settled(ask, facts) or ask
    rest_at = _rest_at(facts, outlook, put_off)
    if rest_at is not None:
        yield _rest(facts, outlook, rest_at)
    if ask is not None and put_off is not None and (rest_at is None or facts.now < rest_at):
        yield ask
        if facts.now < put_off.due_at:
            yield _waiting(facts, outlook, put_off.due_at)


def _next_step(facts: FollowUpFacts, outlook: Outlook) -> tuple[str, datetime]:
    """Return which question is next, and from when on; "" where none is."""
    first = outlook.first
    if first is None:
        return "1", outlook.first_at
    if first.status == "done" and outlook.second is None and outlook.tells_everyone is not False:
        again_on = day_plus(facts.closed_on(first), facts.defaults.news_again_days)
        return "2", facts.morning_after(max(again_on, outlook.window.last_day))
    return "", facts.now


def _ask(facts: FollowUpFacts, outlook: Outlook, step: str, from_at: datetime) -> DueAction:
    process, latest = outlook.process, outlook.latest
    person = whom_to_ask(process, latest)
    company = company_of(process.application)
    whom = f"{name_of(person)} at {company}" if person is not None else company
    return make_action(
        "ask for news",
        process.application,
        latest.interview.id,
        step,
        interview=latest.interview,
        person=person,
        from_at=from_at,
        due_at=from_at,
        text=f"Ask {whom} for news" if step == "1" else f"Ask {whom} once more",
        reason=ask_reason(step, from_at, facts.now, outlook.window),
        step=step,
        channel=channel_to(process, person),
    )


def _waiting(facts: FollowUpFacts, outlook: Outlook, until: datetime) -> Waiting:
    held_on, window = outlook.latest.interview.held_on, outlook.window
    asked_on = None if outlook.first is None else facts.closed_on(outlook.first)
    day = max((facts.today - held_on).days, 0)
    is_inside = asked_on is None and day <= window.days
    return Waiting(
        application_id=outlook.process.application.id,
        interview_id=outlook.latest.interview.id,
        since=held_on,
        until=until.date(),
        day=day,
        days=window.days if is_inside else (until.date() - held_on).days,
        is_told=window.is_told,
        text=waiting_text(day, window, until, facts.now, asked_on=asked_on),
    )


def _rest_at(facts: FollowUpFacts, outlook: Outlook, ask: DueAction | None) -> datetime | None:
    """Return from when on nothing is awaited; None while a question is still open."""
    closed = [one for one in (outlook.first, outlook.second) if one is not None]
    days = [facts.closed_on(one) for one in closed]
    if outlook.tells_everyone is False:
        days.append(outlook.window.last_day)
    elif ask is not None:
        lapsed_on = day_plus(ask.due_at.date(), facts.defaults.let_be_after_days)
        return facts.morning(lapsed_on) if facts.is_past_care(ask.due_at) else None
    rest_on = day_plus(max(days), facts.defaults.move_on_after_days)
    return max(facts.morning_after(rest_on), outlook.first_at)


def _rest(facts: FollowUpFacts, outlook: Outlook, from_at: datetime) -> DueAction:
    application, interview = outlook.process.application, outlook.latest.interview
    company = company_of(application)
    return make_action(
        "move on",
        application,
        interview.id,
        interview=interview,
        from_at=from_at,
        due_at=from_at,
        text=f"Stop waiting for {company}",
        reason=rest_reason(
            company,
            from_at,
            facts.now,
            only_good_news=outlook.tells_everyone is False,
            has_asked=outlook.first is not None and outlook.first.status == "done",
        ),
    )
