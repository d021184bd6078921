"""Small journals of our own words, for the tests of what is composed on top of the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Interview, Person

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

FIRST_EVENING = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


class Clock:
    """A clock that moves one minute a look."""

    def __init__(self) -> None:
        self.now = FIRST_EVENING

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@dataclass(frozen=True)
class Evening:
    """A journal with one interview in it."""

    journal: Journal
    application: Application
    interview: Interview
    answer: Answer


def write_evening(folder: Path) -> Evening:
    """Write one interview down: the answer is revised once, one person was removed."""
    journal = open_journal(folder, now=Clock())
    application = journal.add(Application(company="Acme \u2603", role="=Data engineer"))
    interview = journal.add(Interview(application_id=application.id, held_on=date(2026, 3, 4)))
    answer = journal.add(
        Answer(interview_id=interview.id, question="Why do you like us?", answer="First words.")
    )
    answer = journal.revise(answer, answer="Better words.\nOn two lines.")
    gone = journal.add(Person(application_id=application.id, name="Somebody else"))
    journal.remove(gone)
    return Evening(journal, application, interview, answer)
