"""What is due and what is awaited, with where it belongs: for the command line and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from interview_journal.api.due import follow_up_of, in_own_zone, settings_problems
from interview_journal.core.followup.plan import due_group
from interview_journal.core.rounds import round_title

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.followup.plan import DueGroup
    from interview_journal.core.followup.values import DueAction, Waiting
    from interview_journal.core.view import JournalView

__all__ = ["DueList", "ListedDue", "due_values", "list_due"]


@dataclass(frozen=True, slots=True)
class ListedDue:
    """One thing to do, with where it belongs.

    Attributes:
        action: What is due.
        group: Under which heading.
        title: About which round, "Northgate Hospital, round 1", or which company.
    """

    action: DueAction
    group: DueGroup
    title: str


@dataclass(frozen=True, slots=True)
class DueList:
    """All that is due and awaited at one moment.

    Attributes:
        due: What is urgent first, then the soonest.
        waiting: What is awaited with the company's name, the earliest end first.
        problems: A sentence for each setting that could not be read.
    """

    due: tuple[ListedDue, ...]
    waiting: tuple[tuple[Waiting, str], ...]
    problems: tuple[str, ...]


def list_due(journal: JournalView, now: datetime) -> DueList:
    """Return what is due and what is awaited.

    Args:
        journal: The journal, or any view of its records.
        now: The present, aware.
    """
    present = in_own_zone(journal, now)
    found = follow_up_of(journal, now)
    applications = {one.id: one for one in journal.applications}
    rounds = {one.id: one for one in journal.interviews}

    def title(action: DueAction | Waiting) -> str:
        application = applications.get(action.application_id)
        held = rounds.get(action.interview_id)
        if held is not None:
            return round_title(held, application)
        return "" if application is None else application.company

    return DueList(
        tuple(ListedDue(one, due_group(one, present), title(one)) for one in found.due),
        tuple((one, title(one)) for one in found.waiting),
        settings_problems(journal),
    )


def due_values(listed: DueList) -> dict[str, list[dict[str, Any]]]:
    """Return the list as plain values, for JSON; times with their offset, days as days."""
    return {
        "due": [_due_value(one) for one in listed.due],
        "waiting": [
            {
                "about": title,
                "text": one.text,
                "since": one.since.isoformat(),
                "until": one.until.isoformat(),
                "day": one.day,
                "days": one.days,
                "is_told": one.is_told,
                "application_id": one.application_id,
                "interview_id": one.interview_id,
            }
            for one, title in listed.waiting
        ],
    }


def _due_value(one: ListedDue) -> dict[str, Any]:
    action = one.action
    return {
        "group": one.group,
        "text": action.text,
        "about": one.title,
        "reason": action.reason,
        "kind": action.kind,
        "from_at": action.from_at.isoformat(timespec="seconds"),
        "due_at": action.due_at.isoformat(timespec="seconds"),
        "channel": action.channel,
        "is_urgent": action.is_urgent,
        "is_snoozed": action.is_snoozed,
        "application_id": action.application_id,
        "interview_id": action.interview_id,
        "person_id": action.person_id,
        "key": action.key,
    }
