"""What is awaited from a company: whose answer, by when, and what was asked already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.days import day_plus
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.windows import process_window, tells_everyone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.followup.windows import AnswerWindow, OpenPromise
    from interview_journal.core.records import Action

__all__ = ["Outlook", "outlook_of"]

_STEPS: Final = ("1", "2")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is awaited from a company.

    Attributes:
        process: The application.
        latest: The round whose answer is awaited.
        window: By when it can be expected.
        tells_everyone: Whether everyone hears; None where nobody said.
        first: What the person did with the first question for news, once that is settled.
        second: The same for the second.
        first_at: From when on the first question is polite.
        has_begun: Whether the time to ask has come: all else is asked with it.
    """

    process: Process
    latest: Round
    window: AnswerWindow
    tells_everyone: bool | None
    first: Action | None
    second: Action | None
    first_at: datetime
    has_begun: bool


def outlook_of(
    facts: FollowUpFacts, process: Process, promises: Sequence[OpenPromise]
) -> Outlook | None:
    """Return what is awaited; None where it ended, went on, or has its next round set already.

    Args:
        facts: The journal at a moment.
        process: The application.
        promises: What they promised for a day and nothing has settled.
    """
    latest = process.latest
    if latest is None or not process.is_open or process.ahead:
        return None
    if latest.interview.outcome is not None:
        return None
    default_days = facts.defaults.news_after_days
    window = process_window(process, latest, promises, default_days=default_days)
    first, second = (
        facts.closed(action_key("ask for news", latest.interview.id, step)) for step in _STEPS
    )
    heard_on = _heard_on(facts, process, promises, window)
    after = [day_plus(day, default_days) for day in heard_on]
    # A round whose hour was moved, and whose day was not, is over later than it says.
    first_at = facts.morning_after(max([window.last_day, latest.ended_at.date(), *after]))
    return Outlook(
        process,
        latest,
        window,
        tells_everyone(process),
        first,
        second,
        first_at,
        has_begun=first is not None or first_at <= facts.now,
    )


def _heard_on(
    facts: FollowUpFacts,
    process: Process,
    promises: Sequence[OpenPromise],
    window: AnswerWindow,
) -> Iterator[date]:
    """Return the days on which one was in touch with them about this very answer."""
    for promise in promises:
        came = facts.done(action_key("their promise", promise.met.id))
        is_last_word = not window.is_told or promise.day == window.last_day
        if came is not None and is_last_word:
            yield facts.closed_on(came)
    told = facts.told_of_offer.get(process.application.id)
    if told is not None:
        yield facts.local(told).date()
