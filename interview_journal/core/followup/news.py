"""When one may ask for news: from what they said, counted from the round, never earlier.

After the time they named has passed, on the next business day; where they named none, after the
person's own default. Then once more, then no further. Where only the successful hear, silence has
a day on which to look ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.days import day_plus, later
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.values import DueAction, Waiting
from interview_journal.core.followup.wording import company_of, first_line, on_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.records import Interview, Person

__all__ = ["AnswerWindow", "answer_window", "news"]


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """By when an answer can be expected.

    Attributes:
        last_day: The last day on which it is still in time.
        days: How many days after the round that is.
        is_told: Whether they said so.
    """

    last_day: date
    days: int
    is_told: bool


def answer_window(interview: Interview, *, default_days: int) -> AnswerWindow:
    """Return by when an answer to that round can be expected.

    A day they named goes before a number of days, the longer end of a span before the shorter.

    Args:
        interview: The round.
        default_days: Taken where they said nothing.

    Example:
        >>> from interview_journal.core.records import Interview
        >>> told = Interview(application_id="p_a", held_on=date(2026, 2, 25), answer_in_days_max=14)
        >>> answer_window(told, default_days=7).last_day
        datetime.date(2026, 3, 11)
    """
    held_on = interview.held_on
    if interview.answer_by is not None:
        last = max(interview.answer_by, held_on)
        return AnswerWindow(last, (last - held_on).days, is_told=True)
    said = [interview.answer_in_days_max, interview.answer_in_days_min]
    told = [one for one in said if one is not None]
    days = max(told) if told else default_days
    return AnswerWindow(day_plus(held_on, days), days, is_told=bool(told))


def news(facts: FollowUpFacts, process: Process) -> Iterator[DueAction | Waiting]:
    """Return the next question for news, or how long there is nothing to do, or when to look ahead.

    Nothing where the process ended, went on, or has its next round set already.
    """
    latest = process.latest
    if (
        latest is None
        or not process.is_open
        or process.ahead
        or latest.interview.outcome is not None
    ):
        return
    window = answer_window(latest.interview, default_days=facts.defaults.news_after_days)
    first_at = facts.morning_after(max(window.last_day, _promised(latest)))
    given_up_at = later(first_at, timedelta(days=facts.defaults.let_be_after_days))
    if given_up_at < facts.now:
        if not facts.is_past_care(given_up_at):
            yield _look_ahead(facts, process, latest, given_up_at)
        return
    yield from _asking(facts, process, latest, first_at, window)


def _promised(latest: Round) -> date:
    days = [met.they_promised_by for met, _ in latest.met if met.they_promised_by is not None]
    return max(days, default=date.min)


def _asking(
    facts: FollowUpFacts, process: Process, latest: Round, first_at: datetime, window: AnswerWindow
) -> Iterator[DueAction | Waiting]:
    defaults, interview = facts.defaults, latest.interview
    keys = [action_key("ask for news", interview.id, step) for step in ("1", "2")]
    first, second = (facts.closed(key) for key in keys)
    only_good_news = interview.tells_if_unsuccessful is False
    ahead_from = window.last_day if only_good_news else None
    if first is None:
        yield _ask(facts, process, latest, "1", first_at, window)
        yield from _wait(facts, process, latest, first_at, window)
    elif first.status == "done" and not only_good_news and second is None:
        again_at = facts.morning_after(day_plus(facts.closed_on(first), defaults.news_again_days))
        yield _ask(facts, process, latest, "2", again_at, window)
        yield from _wait(facts, process, latest, again_at, window)
    elif not only_good_news:
        ahead_from = facts.closed_on(first if second is None else second)
    if ahead_from is not None:
        last_day = max(ahead_from, facts.closed_on(first) if first is not None else ahead_from)
        look_at = facts.morning_after(day_plus(last_day, defaults.move_on_after_days))
        yield _look_ahead(facts, process, latest, max(look_at, first_at))


def _ask(
    facts: FollowUpFacts,
    process: Process,
    latest: Round,
    step: str,
    from_at: datetime,
    window: AnswerWindow,
) -> DueAction:
    person = whom_to_ask(process, latest)
    company = company_of(process.application)
    whom = f"{first_line(person.name)} at {company}" if person is not None else company
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
        reason=_reason(facts, step, from_at, window),
        step=step,
        channel=channel_to(process, person),
    )


def _reason(facts: FollowUpFacts, step: str, from_at: datetime, window: AnswerWindow) -> str:
    day = on_words(from_at.date(), facts.today)
    start = f"From {day} it is polite to ask" if facts.now < from_at else "It is polite to ask now"
    if step == "2":
        return f"{start}, a second and last time."
    said = _days_words(window.days)
    return f"{start}: they said {said}." if window.is_told else f"{start}: about {said} is usual."


def _days_words(days: int) -> str:
    """Return "two weeks" or "10 days"; how a person would say it."""
    weeks = {7: "one week", 14: "two weeks", 21: "three weeks", 28: "four weeks"}
    return weeks.get(days) or ("one day" if days == 1 else f"{days} days")


def _wait(
    facts: FollowUpFacts, process: Process, latest: Round, until: datetime, window: AnswerWindow
) -> Iterator[Waiting]:
    if until <= facts.now:
        return
    held_on = latest.interview.held_on
    day = max((facts.today - held_on).days, 0)
    length = window.days if day <= window.days else (until.date() - held_on).days
    yield Waiting(
        application_id=process.application.id,
        interview_id=latest.interview.id,
        since=held_on,
        until=until.date(),
        day=day,
        days=length,
        is_told=window.is_told,
        text=f"Day {day} of {length}. Nothing to do until {on_words(until.date(), facts.today)}.",
    )


def _look_ahead(
    facts: FollowUpFacts, process: Process, latest: Round, from_at: datetime
) -> DueAction:
    company = company_of(process.application)
    silent = latest.interview.tells_if_unsuccessful is False
    why = "they tell only the ones they take" if silent else "you have asked, or waited long enough"
    day = on_words(from_at.date(), facts.today)
    start = f"From {day}, if" if facts.now < from_at else "If"
    return make_action(
        "move on",
        process.application,
        latest.interview.id,
        interview=latest.interview,
        from_at=from_at,
        due_at=from_at,
        text=f"Look ahead from {company}",
        reason=f"{start} {company} stays silent: {why}. It says nothing about you.",
    )


def whom_to_ask(process: Process, latest: Round) -> Person | None:
    """Return a recruiter of the round, else of the application, else who led the talk."""
    met = [person for _, person in latest.met]
    recruiters = [one for one in met if one.kind == "recruiter"] or list(process.recruiters)
    return next(iter([*recruiters, *met]), None)
