"""One entry that a calendar can have been given: its name, and the last day it stood on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from interview_journal.core.followup.days import later
from interview_journal.core.followup.keys import action_key

if TYPE_CHECKING:
    from interview_journal.core.choices import ActionKind
    from interview_journal.core.followup.facts import FollowUpFacts, Process

__all__ = ["PossibleEntry", "day_after", "possible_entry", "standing_until"]


@dataclass(frozen=True, slots=True)
class PossibleEntry:
    """One entry that a calendar can have been given.

    Attributes:
        kind: What sort of thing; None for the last day they named.
        key: The action's key, or the round's id.
        application_id: About which application.
        last_day: It stood on this day or before.
    """

    kind: ActionKind | None
    key: str
    application_id: str
    last_day: date


def possible_entry(
    facts: FollowUpFacts, kind: ActionKind, about: str, last_day: date, *ids: str
) -> PossibleEntry:
    """Return an entry; what the person moved or put off stood on another day.

    Args:
        facts: Of all records, removed ones included.
        kind: What sort of thing.
        about: About which application.
        last_day: It stood on this day or before, unless the person chose another.
        ids: What its key is made of.
    """
    key = action_key(kind, *ids)
    action = facts.acted.get(key)
    moments = () if action is None else (action.due_at, action.snoozed_until)
    put_off = [facts.local(one).date() for one in moments if one is not None]
    return PossibleEntry(kind, key, about, max([last_day, *put_off]))


def day_after(moment: datetime, hours: int) -> date:
    """Return the day on which so many hours have passed."""
    return later(moment, timedelta(hours=hours)).date()


def standing_until(facts: FollowUpFacts, process: Process) -> datetime:
    """Return the last moment since when an application can stand as it does."""
    application = process.application
    if application.status_at is not None:
        return facts.local(application.status_at)
    heard = [one.interview.outcome_known_at for one in process.over]
    moments = [application.saved_at, *heard]
    return max((facts.local(one) for one in moments if one is not None), default=facts.now)
