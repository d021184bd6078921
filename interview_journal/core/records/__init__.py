"""One frozen model a table; the single declaration of its fields, bounds, labels and help.

Its modules do not postpone their annotations: pydantic would have to compile each of some
hundred and fifty from text, and the first form waits for that.
"""

from __future__ import annotations

from interview_journal.core.records.answers import Answer, QuestionLink, Rehearsal
from interview_journal.core.records.applications import Application
from interview_journal.core.records.base import Record
from interview_journal.core.records.follow_up import Action, Setting, Verdict
from interview_journal.core.records.interviews import Interview
from interview_journal.core.records.people import Encounter, Person, Reference
from interview_journal.core.records.ratings import Criterion, Forecast, Rating

__all__ = [
    "Action",
    "Answer",
    "Application",
    "Criterion",
    "Encounter",
    "Forecast",
    "Interview",
    "Person",
    "QuestionLink",
    "Rating",
    "Record",
    "Reference",
    "Rehearsal",
    "Setting",
    "Verdict",
]
