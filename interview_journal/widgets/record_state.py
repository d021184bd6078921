"""What the record panel shows around its forms, computed from the journal and the present."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words, near_day_words
from interview_journal.core.rounds import is_written, latest_first, round_title, written_ids
from interview_journal.widgets.record_shell import FIVE_MINUTES, WRITE_IT_DOWN

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.records import Interview
    from interview_journal.core.view import JournalView

__all__ = ["RecordState", "RoundChoice", "record_state"]

_EARLIER_AT_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class RoundChoice:
    """A round that can be opened.

    Attributes:
        interview_id: Which one.
        label: Company, round and day.
    """

    interview_id: str
    label: str


@dataclass(frozen=True, slots=True)
class RecordState:
    """The panel's frame.

    Attributes:
        title: Its heading.
        lead: The sentence below; "" for none.
        is_new: Whether the interview is not saved yet.
        waiting: Rounds that were planned, whose day has come, not written down yet.
        earlier: All other rounds, the latest first.
    """

    title: str
    lead: str
    is_new: bool
    waiting: tuple[RoundChoice, ...]
    earlier: tuple[RoundChoice, ...]


def record_state(view: JournalView, interview_id: str | None, *, now: datetime) -> RecordState:
    """Return the frame for one interview, or for one that is not saved yet.

    Args:
        view: The journal.
        interview_id: Which interview; None for a fresh one.
        now: The present.
    """
    today = now.date()
    answered = written_ids(view.answers)
    others = [one for one in latest_first(view.interviews) if one.id != interview_id]
    waiting = [one for one in others if one.held_on <= today and not is_written(one, answered)]
    shown = next((one for one in view.interviews if one.id == interview_id), None)
    title, lead = WRITE_IT_DOWN, FIVE_MINUTES
    if shown is not None:
        title = _title(view, shown)
        words = near_day_words(shown.held_on, today=today)
        lead = words[:1].upper() + words[1:]
    return RecordState(
        title=title,
        lead=lead,
        is_new=shown is None,
        waiting=tuple(_choice(view, one, today) for one in waiting) if shown is None else (),
        earlier=tuple(_choice(view, one, today) for one in others[:_EARLIER_AT_MOST]),
    )


def _title(view: JournalView, interview: Interview) -> str:
    applications = {one.id: one for one in view.applications}
    return round_title(interview, applications.get(interview.application_id))


def _choice(view: JournalView, interview: Interview, today: date) -> RoundChoice:
    day = day_words(interview.held_on, today=today)
    return RoundChoice(interview.id, f"{_title(view, interview)}, {day}")
