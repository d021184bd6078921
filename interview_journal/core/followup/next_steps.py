"""What keeps the journal itself whole: rounds to write down, rounds to enter, facts to ask for."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import near_day_words
from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.days import day_plus, later, moment_at
from interview_journal.core.followup.news import answer_window
from interview_journal.core.followup.wording import company_of, first_line
from interview_journal.core.rounds import round_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Interview

__all__ = ["next_steps", "rounds_to_write", "to_write_down"]

WRITE_AT_MOST: Final = 6
"""Of rounds long past without a word the oldest are let be."""
_BEDTIME: Final = time(22)
_ASKED_WITHIN: Final = timedelta(days=7)


def rounds_to_write(facts: FollowUpFacts) -> Iterator[DueAction]:
    """Return the latest rounds that are over and have no word in the journal yet."""
    unwritten = [
        (one, process) for process in facts.processes for one in process.over if not one.is_written
    ]
    unwritten.sort(key=lambda pair: (pair[0].ended_at, pair[0].interview.id), reverse=True)
    for one, process in unwritten[:WRITE_AT_MOST]:
        yield to_write_down(facts, process, one)


def to_write_down(facts: FollowUpFacts, process: Process, one: Round) -> DueAction:
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


def next_steps(facts: FollowUpFacts, process: Process) -> Iterator[DueAction]:
    """Return the next round to enter, and what to ask about the process."""
    latest = process.latest
    if latest is None or not process.is_open:
        return
    if not process.ahead and _goes_on(latest.interview):
        yield _next_round(facts, process, latest)
    if latest.interview.outcome is None and not process.ahead:
        yield from _process_question(facts, process, latest)


def _goes_on(interview: Interview) -> bool:
    announced = interview.further_rounds is True and interview.outcome is None
    return announced or interview.outcome == "advanced"


def _next_round(facts: FollowUpFacts, process: Process, latest: Round) -> DueAction:
    interview, company = latest.interview, company_of(process.application)
    if interview.outcome == "advanced":
        known_at = (
            latest.ended_at
            if interview.outcome_known_at is None
            else (max(facts.local(interview.outcome_known_at), latest.ended_at))
        )
        due_at = facts.morning(day_plus(known_at.date(), facts.defaults.news_after_days))
        reason = "They said yes. Once the day is set, enter it here."
    else:
        known_at = latest.ended_at
        window = answer_window(interview, default_days=facts.defaults.news_after_days)
        due_at = facts.morning_after(window.last_day)
        reason = "They spoke of further rounds. Once they name a day, enter it here."
    return make_action(
        "enter the next round",
        process.application,
        interview.id,
        interview=interview,
        from_at=known_at,
        due_at=due_at,
        text=f"Enter the next round at {company}",
        reason=reason,
    )


def _process_question(facts: FollowUpFacts, process: Process, latest: Round) -> Iterator[DueAction]:
    """Return a note to a recruiter who was not there; one who was is asked with the thanks."""
    interview = latest.interview
    met = {person.id for _, person in latest.met if person.kind == "recruiter"}
    if met or not process.recruiters or is_process_known(interview):
        return
    if later(latest.ended_at, _ASKED_WITHIN) < facts.now:
        return
    person = process.recruiters[0]
    yield make_action(
        "ask about the process",
        process.application,
        interview.id,
        interview=interview,
        person=person,
        from_at=latest.ended_at,
        due_at=later(latest.ended_at, timedelta(hours=facts.defaults.thank_within_hours)),
        text=f"Ask {first_line(person.name)} how it goes on",
        reason="You do not know yet how long they take, or whether everyone hears. "
        "One question in a short note is enough.",
        channel=channel_to(process, person),
    )


def is_process_known(interview: Interview) -> bool:
    """Return whether all is known that one can ask of the process."""
    when = (interview.answer_in_days_min, interview.answer_in_days_max, interview.answer_by)
    return (
        any(one is not None for one in when)
        and interview.tells_if_unsuccessful is not None
        and interview.further_rounds is not None
    )
