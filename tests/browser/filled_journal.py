"""A journal with something of everything a panel can show, in our own words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from interview_journal.api.opening import open_journal
from interview_journal.core.records import (
    Answer,
    Application,
    Encounter,
    Forecast,
    Interview,
    Person,
)

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

__all__ = ["fill", "make_rivals", "take_a_row_away"]


def fill(path: Path) -> Journal:
    """Store one application with a told round, one to come, one missed, and return the journal."""
    journal = open_journal(path)
    today = journal.now().date()
    job = Application(company="Northgate Hospital", role="Staff nurse")
    clinic = Application(company="Milltown Clinic", role="Night nurse")
    told = Interview(
        application_id=job.id,
        held_on=today - timedelta(1),
        kind="panel interview",
        account="We talked for three quarters of an hour.",
        went_well="The story of the handover.",
        captured_at=journal.now(),
    )
    ana = Person(application_id=job.id, name="Ana Ruiz", title="Ward manager")
    journal.add_all(
        [
            job,
            clinic,
            told,
            Interview(application_id=clinic.id, held_on=today - timedelta(4)),
            Interview(application_id=clinic.id, held_on=today + timedelta(6), round=2),
            ana,
            Encounter(interview_id=told.id, person_id=ana.id, topics="Night shifts"),
            Forecast(interview_id=told.id, percent=70, forecast_at=journal.now()),
            Answer(
                interview_id=told.id,
                position=1,
                question="Why do you want to work here?",
                answer="Because of the ward and its people.",
            ),
            Answer(
                interview_id=told.id,
                position=2,
                question="What do you do when you are tired?",
                answer="I ask somebody to look over my list.",
            ),
        ]
    )
    return journal


def make_rivals(path: Path) -> None:
    """Change one application in two places at once."""
    one, other = open_journal(path), open_journal(path)
    mine, theirs = one.applications[0], other.applications[0]
    one.revise(mine, why_role="I like the work with people.")
    other.revise(theirs, why_role="It is near my home.")


def take_a_row_away(path: Path) -> None:
    """Leave out the last answer, as a spreadsheet does when a row is deleted."""
    table = path / "answers.csv"
    table.write_bytes(table.read_bytes().rpartition(b'\r\n"a_')[0] + b"\r\n")
