"""How one application stands: what is awaited, what can be done, what they said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import APPLICATION_STATUS
from interview_journal.core.day_words import day_words
from interview_journal.core.followup.wording import (
    by_words,
    clock_words,
    company_of,
    first_line,
    on_words,
)
from interview_journal.widgets.people_process import ProcessWords, process_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.values import DueAction, FollowUp

__all__ = ["Standing", "standing_of"]

TO_DO_AT_MOST: Final = 4
NO_ROUND: Final = "No round yet. Once you have a date, enter it, and the picture begins."
NOTHING_AWAITED: Final = "Nothing is awaited here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One application in words.

    Attributes:
        application_id: Which one.
        company: The employer.
        role: The job; empty where it is not known.
        status: Where it stands.
        since: Since when, in a sentence; empty where that is not known.
        sentence: What is awaited, or what comes next.
        to_do: What can be done now, the most urgent first.
        process: What they said of how it goes on.
        round_id: The round that "Add to it" leads to; empty where there is none.
        round_label: What that round is called.
    """

    application_id: str
    company: str
    role: str
    status: str
    since: str
    sentence: str
    to_do: tuple[str, ...]
    process: ProcessWords
    round_id: str
    round_label: str


def standing_of(facts: FollowUpFacts, process: Process, follow_up: FollowUp) -> Standing:
    """Return how an application stands.

    Args:
        facts: The journal's facts at that moment.
        process: The application.
        follow_up: What is due and awaited then, of all applications.
    """
    application = process.application
    own = [one for one in follow_up.due if one.application_id == application.id]
    known = _round_to_add_to(process)
    since = application.status_at
    return Standing(
        application_id=application.id,
        company=company_of(application),
        role=first_line(application.role),
        status=APPLICATION_STATUS[application.status],
        since=""
        if since is None
        else f"Since {day_words(facts.local(since).date(), today=facts.today)}.",
        sentence=_sentence(facts, process, follow_up),
        to_do=_to_do(facts, own),
        process=process_words(process, today=facts.today),
        round_id="" if known is None else known.interview.id,
        round_label="" if known is None else f"round {known.interview.round}",
    )


def _round_to_add_to(process: Process) -> Round | None:
    return process.latest or (process.ahead[0] if process.ahead else None)


def _sentence(facts: FollowUpFacts, process: Process, follow_up: FollowUp) -> str:
    own = [one for one in follow_up.waiting if one.application_id == process.application.id]
    if own:
        return own[0].text
    if process.ahead and process.is_open:
        coming = process.ahead[0].interview
        return f"Round {coming.round} is {on_words(coming.held_on, facts.today)}."
    return NOTHING_AWAITED if process.over else NO_ROUND


def _to_do(facts: FollowUpFacts, own: Sequence[DueAction]) -> tuple[str, ...]:
    ready = [one for one in own if one.from_at <= facts.now]
    lines = [f"{one.text}{_by(one.due_at, facts)}" for one in ready[:TO_DO_AT_MOST]]
    more = len(ready) - TO_DO_AT_MOST
    return (*lines, f"and {more} more") if more > 0 else tuple(lines)


def _by(due_at: datetime, facts: FollowUpFacts) -> str:
    """Return by when; a moment that has passed is not held against anybody."""
    if due_at <= facts.now:
        return ""
    if due_at.date() == facts.today:
        return f", today by {clock_words(due_at)}"
    return f", by {by_words(due_at, facts.now)}"
