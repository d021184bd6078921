"""How an application stands: since when, and whether it has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.choices import ApplicationStatus
    from interview_journal.core.followup.facts import FollowUpFacts, Process

__all__ = ["ENDED", "WON", "standing_since"]

WON: Final[tuple[ApplicationStatus, ...]] = ("offer", "accepted")
ENDED: Final[tuple[ApplicationStatus, ...]] = (
    "accepted",
    "declined",
    "rejected",
    "withdrawn",
    "silent",
)


def standing_since(facts: FollowUpFacts, process: Process) -> datetime:
    """Return since when an application stands as it does, as far as the journal knows.

    As they said it, else as the latest round's answer came, else as it was saved.
    """
    application, latest = process.application, process.latest
    heard = None if latest is None else latest.interview.outcome_known_at
    moments = (application.status_at, heard, application.saved_at)
    return facts.local(next((one for one in moments if one is not None), facts.now))
