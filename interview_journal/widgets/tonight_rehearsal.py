"""The line for tonight that says how many answers to rehearse, and for which round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words, near_day_words
from interview_journal.core.preparing.rehearsal_days import due_rehearsals
from interview_journal.widgets.prepare_state import count_words
from interview_journal.widgets.sheet import line, link, section

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.view import JournalView
    from interview_journal.widgets.sheet import Section

__all__ = ["RehearsalLine", "rehearsal_line", "rehearsal_section"]

PREPARE: Final = "5_prepare.ipynb"


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalLine:
    """What to rehearse tonight.

    Attributes:
        text: How many answers, and for which company.
        why: How long it takes, and when the round is.
    """

    text: str
    why: str


def rehearsal_line(view: JournalView, now: datetime) -> RehearsalLine | None:
    """Return what is to be rehearsed today; None where nothing is.

    Args:
        view: The records.
        now: The present, aware, in the person's zone.
    """
    due = due_rehearsals(view, now)
    if not due:
        return None
    interview = next(one for one in view.interviews if one.id == due[0].interview_id)
    companies = {one.id: one.company for one in view.applications}
    company = companies.get(interview.application_id, "") or "the next round"
    return RehearsalLine(
        text=f"Rehearse {count_words(len(due))} for {company}",
        why=f"Ten minutes. The round is {_day(interview.held_on, now.date())}.",
    )


def rehearsal_section(given: RehearsalLine) -> Section:
    """Return the line as a section of its own, with the way to where it is done."""
    to = link(PREPARE, "Rehearse", look="button", title=f"Rehearse: {given.text}")
    return section(
        "rehearse", "Before the round", lines=[line(given.text, texts=(given.why,), links=(to,))]
    )


def _day(day: date, today: date) -> str:
    near = near_day_words(day, today=today)
    return near if near != day_words(day, today=today) else f"on {near}"
