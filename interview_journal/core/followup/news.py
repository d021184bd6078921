"""When one may ask for news: from what they said, counted from the round, never earlier.

After the time they named has passed, on the next business day; where they named none, after the
person's own default. Then once more, then no further. Where only the successful hear, one question
is enough, and silence has a day from which on nothing is awaited. Who had word from them, or told
them of another offer, does not ask again within the usual time: that was the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.asking_words import ask_reason, rest_reason, waiting_text
from interview_journal.core.followup.building import channel_to, make_action, settled
from interview_journal.core.followup.days import day_plus
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.values import DueAction, Waiting
from interview_journal.core.followup.whom import whom_to_ask
from interview_journal.core.followup.windows import (
    AnswerWindow,
    answer_window,
    open_promises,
    process_window,
    tells_everyone,
)
from interview_journal.core.followup.wording import company_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.records import Action

__all__ = ["AnswerWindow", "answer_window", "awaited", "has_begun", "news", "window_of"]

_STEPS: Final = ("1", "2")


def awaited(process: Process) -> Round | None:
    """Return the round whose answer is awaited.

    None where the process ended, went on, or has its next round set already.
    """
    latest = process.latest
    if latest is None or not process.is_open or process.ahead:
        return None
    return latest if latest.interview.outcome is None else None


def window_of(facts: FollowUpFacts, process: Process, latest: Round) -> AnswerWindow:
    """Return by when an answer to the latest round can be expected, by the person's defaults."""
    return process_window(process, latest, default_days=facts.defaults.news_after_days)


def has_begun(facts: FollowUpFacts, process: Process) -> bool:
    """Return whether the time to ask for news has come: all else is asked with it."""
    latest = awaited(process)
    if latest is None:
        return False
    first, _ = _closed_steps(facts, latest)
    return first is not None or _first_at(facts, process, latest) <= facts.now


def news(facts: FollowUpFacts, process: Process) -> Iterator[DueAction | Waiting]:
    """Return the next question for news, how long there is nothing to do, when to stop waiting."""
    latest = awaited(process)
    if latest is None or facts.closed(action_key("move on", latest.interview.id)) is not None:
        return
    step, from_at = _next_step(facts, process, latest)
    ask = _ask(facts, process, latest, step, from_at) if step else None
    put_off = None if ask is None else settled(ask, facts) or ask
    rest_at = _rest_at(facts, process, latest, put_off)
    if rest_at is not None:
        yield _rest(facts, process, latest, rest_at)
    if ask is not None and put_off is not None and (rest_at is None or facts.now < rest_at):
        yield ask
        yield from _wait(facts, process, latest, put_off.due_at)


def _closed_steps(facts: FollowUpFacts, latest: Round) -> tuple[Action | None, Action | None]:
    """Return what the person did with the first question and with the second."""
    keys = [action_key("ask for news", latest.interview.id, step) for step in _STEPS]
    return facts.closed(keys[0]), facts.closed(keys[1])


def _next_step(facts: FollowUpFacts, process: Process, latest: Round) -> tuple[str, datetime]:
    """Return which question is next, and from when on; "" where none is."""
    first, second = _closed_steps(facts, latest)
    if first is None:
        return "1", _first_at(facts, process, latest)
    if first.status == "done" and second is None and tells_everyone(process) is not False:
        again_on = day_plus(facts.closed_on(first), facts.defaults.news_again_days)
        last_day = window_of(facts, process, latest).last_day
        return "2", facts.morning_after(max(again_on, last_day))
    return "", facts.now


def _first_at(facts: FollowUpFacts, process: Process, latest: Round) -> datetime:
    window = window_of(facts, process, latest)
    heard_on = _heard_on(facts, process, window)
    after = [day_plus(day, facts.defaults.news_after_days) for day in heard_on]
    return facts.morning_after(max([window.last_day, *after]))


def _heard_on(facts: FollowUpFacts, process: Process, window: AnswerWindow) -> Iterator[date]:
    """Return the days on which one was in touch with them about this very answer."""
    for promise in open_promises(process):
        came = facts.done(action_key("their promise", promise.met.id))
        is_last_word = not window.is_told or promise.day == window.last_day
        if came is not None and is_last_word:
            yield facts.closed_on(came)
    told = facts.told_of_offer.get(process.application.id)
    if told is not None:
        yield facts.local(told).date()


def _ask(
    facts: FollowUpFacts, process: Process, latest: Round, step: str, from_at: datetime
) -> DueAction:
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
        reason=ask_reason(step, from_at, facts.now, window_of(facts, process, latest)),
        step=step,
        channel=channel_to(process, person),
    )


def _wait(
    facts: FollowUpFacts, process: Process, latest: Round, until: datetime
) -> Iterator[Waiting]:
    if until <= facts.now:
        return
    window = window_of(facts, process, latest)
    held_on = latest.interview.held_on
    first, _ = _closed_steps(facts, latest)
    asked_on = None if first is None else facts.closed_on(first)
    day = max((facts.today - held_on).days, 0)
    is_inside = asked_on is None and day <= window.days
    yield Waiting(
        application_id=process.application.id,
        interview_id=latest.interview.id,
        since=held_on,
        until=until.date(),
        day=day,
        days=window.days if is_inside else (until.date() - held_on).days,
        is_told=window.is_told,
        text=waiting_text(day, window, until, facts.now, asked_on=asked_on),
    )


def _rest_at(
    facts: FollowUpFacts, process: Process, latest: Round, ask: DueAction | None
) -> datetime | None:
    """Return from when on nothing is awaited; None while a question is still open."""
    closed = [one for one in _closed_steps(facts, latest) if one is not None]
    days = [facts.closed_on(one) for one in closed]
    if tells_everyone(process) is False:
        days.append(window_of(facts, process, latest).last_day)
    elif ask is not None:
        lapsed_on = day_plus(ask.due_at.date(), facts.defaults.let_be_after_days)
        return facts.morning(lapsed_on) if facts.is_past_care(ask.due_at) else None
    rest_on = day_plus(max(days), facts.defaults.move_on_after_days)
    return max(facts.morning_after(rest_on), _first_at(facts, process, latest))


def _rest(facts: FollowUpFacts, process: Process, latest: Round, from_at: datetime) -> DueAction:
    company = company_of(process.application)
    first, _ = _closed_steps(facts, latest)
    return make_action(
        "move on",
        process.application,
        latest.interview.id,
        interview=latest.interview,
        from_at=from_at,
        due_at=from_at,
        text=f"Stop waiting for {company}",
        reason=rest_reason(
            company,
            from_at,
            facts.now,
            only_good_news=tells_everyone(process) is False,
            has_asked=first is not None and first.status == "done",
        ),
    )
