"""The long path: its sections, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.widgets.question_offers import NotesBox
from interview_journal.widgets.question_section import QuestionSection
from interview_journal.widgets.record_guess import GuessSection, RatingSection
from interview_journal.widgets.record_people import PeopleSection
from interview_journal.widgets.record_sections import JOB, PROCESS, REFLECTION, ROUND
from interview_journal.widgets.section_form import SectionForm

if TYPE_CHECKING:
    from interview_journal.widgets.record_desk import RecordDesk, RecordPart

__all__ = ["long_path"]


def long_path(desk: RecordDesk) -> list[RecordPart]:
    """Return the sections, closed."""
    return [
        SectionForm(desk, ROUND),
        SectionForm(desk, PROCESS),
        PeopleSection(desk),
        NotesBox(desk),
        QuestionSection(desk),
        SectionForm(desk, REFLECTION),
        SectionForm(desk, JOB),
        GuessSection(desk),
        RatingSection(desk),
    ]
