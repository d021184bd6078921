"""One application in time: its frame and its words, composed of what is due and of the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.analysis.timeline import timeline_frame
from interview_journal.analysis.timeline_words import timeline_sentence
from interview_journal.api.due import follow_up_of, in_own_zone
from interview_journal.core.followup.wording import company_of

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd

    from interview_journal.core.followup.values import FollowUp
    from interview_journal.core.view import JournalView

__all__ = ["Timeline", "application_timeline"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One application in time.

    Attributes:
        title: The company, as the person calls it; empty where the application is not there.
        frame: One row a mark; see ``timeline_frame``.
        sentence: What the picture shows, in words.
    """

    title: str
    frame: pd.DataFrame
    sentence: str


def application_timeline(
    journal: JournalView, application_id: str, now: datetime, *, follow_up: FollowUp | None = None
) -> Timeline:
    """Return the timeline of one application at that moment.

    Args:
        journal: The journal, or any view of its records.
        application_id: Which application.
        now: The present, aware.
        follow_up: What is due and awaited then, where that is known already.

    Example:
        >>> from datetime import UTC, datetime
        >>> import interview_journal as ij
        >>> sample = ij.open_journal(ij.sample_path())
        >>> evening = datetime(2026, 6, 23, 21, tzinfo=UTC)
        >>> application_timeline(sample, sample.applications[0].id, evening).sentence
        'Osprey Freight: 2 rounds, the latest on Wednesday 18 March. They said no. Nothing to do.'
    """
    found = follow_up or follow_up_of(journal, now)
    frame = timeline_frame(journal, application_id, found, in_own_zone(journal, now))
    titles = [company_of(one) for one in journal.applications if one.id == application_id]
    title = titles[0] if titles else ""
    return Timeline(title, frame, timeline_sentence(frame, title or "This application"))
