"""Journals to hurt: a clock that stands where it is put, and records in our own words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from interview_journal.core.records import Answer, Application, Interview, Record
from interview_journal.store.journal import Journal
from interview_journal.store.table_reader import TableReader

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "EVENING",
    "ROUND_ID",
    "Clock",
    "all_rows",
    "an_answer",
    "bytes_under",
    "furnish",
    "open_at",
    "serious",
]

EVENING = datetime(2026, 3, 4, 18, 30, tzinfo=timezone(timedelta(hours=1)))

ROUND_ID = "i_bcdfghjkmnpqrstv"
"""The one round that every answer here was given in."""


class Clock:
    """Gives the moment it was put on."""

    def __init__(self, moment: datetime = EVENING) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


def open_at(folder: Path, clock: Clock | None = None, *, wait_seconds: float = 20.0) -> Journal:
    return Journal(folder, now=clock or Clock(), wait_seconds=wait_seconds)


def an_answer(number: int = 0, **values: str) -> Answer:
    words: dict[str, Any] = {
        "interview_id": ROUND_ID,
        "question": f"Why do you want this job, asked {number} times?",
        "answer": f'Because I like "quiet" nights,\nand number {number}.',
    }
    return Answer(**(words | values))


def furnish(journal: Journal, answers: int = 3) -> tuple[Application, Interview, list[Answer]]:
    """Fill a journal that has no problems at all."""
    applied = journal.add(Application(company="Harbour Clinic", role="Night nurse"))
    first = journal.add(
        Interview(
            id=ROUND_ID,
            application_id=applied.id,
            round=1,
            held_on=date(2026, 3, 4),
            went_well="Calm.",
        )
    )
    given = journal.add_all([an_answer(n, interview_id=first.id) for n in range(answers)])
    return applied, first, given


def serious(journal: Journal) -> list[str]:
    """Return the problems that ask for something; notices and repairs left out."""
    return [p.sentence for p in journal.problems if not p.notice]


def all_rows(folder: Path, record: type[Record] = Answer) -> list[tuple[str, ...]]:
    """Return every row of a table as it stands in the file, old revisions too."""
    from interview_journal.core.tables import table_of

    table = table_of(record)
    reader = TableReader(folder / table.file_name, table)
    reader.look()
    return [tuple(reader.layout.own_cells(row.cells)) for row in reader.segments().rows]


def bytes_under(folder: Path) -> bytes:
    """Return every byte of every file under a folder."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def moved(moment: datetime) -> datetime:
    """Return the same moment told in another zone."""
    return moment.astimezone(UTC)
