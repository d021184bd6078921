"""Journals written by somebody else, loaded through the public API: ``load_journal``.

Run by itself it loads the whole collection and prints counts, never the words: some of these
journals are kept unread for scoring.

Run it with: python -m bench.load_journals FOLDER
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import interview_journal as ij

COLLECTION: Final = Path(__file__).resolve().parents[2] / "shared" / "data" / "journals_dev"
WRITTEN_DOWN_AT: Final = time(20, 0, tzinfo=ZoneInfo("UTC"))


@dataclass(frozen=True, slots=True)
class LoadedCounts:
    """How much of one journal arrived, and what was wrong with it."""

    name: str
    interviews: int
    answers: int
    words: int
    problems: int
    conflicts: int

    @property
    def is_clean(self) -> bool:
        """Whether the journal has neither a problem nor a conflict."""
        return self.problems == 0 and self.conflicts == 0


class _EveningClock:
    """Stands at the evening of the interview that is being written down."""

    def __init__(self) -> None:
        self.day = date.min

    def __call__(self) -> datetime:
        return datetime.combine(self.day, WRITTEN_DOWN_AT)


def journal_files(folder: Path = COLLECTION) -> list[Path]:
    """Return the collection's journals, in order; empty where it is absent."""
    return sorted(path for path in folder.glob("j*.json"))


def load_journal(json_path: Path, folder: Path) -> ij.Journal:
    """Return the journal in that folder, filled from one file of the collection.

    Each round is saved on the evening of its day. Interviews and answers keep the ids they have
    in the file, so that its labels can be looked up. A second call adds nothing.

    Args:
        json_path: One file of ``journals_dev``; the format stands in the collection's README.
        folder: The journal's folder; it may not exist yet.
    """
    content = json.loads(json_path.read_text(encoding="utf-8"))
    clock = _EveningClock()
    journal = ij.open_journal(folder, now=clock)
    rounds = sorted(content["interviews"], key=lambda one: (str(one["date"]), int(one["round"])))
    for one in rounds:
        clock.day = date.fromisoformat(one["date"])
        _add_round(journal, content["journal"], one)
    return journal


def _add_round(journal: ij.Journal, name: str, one: dict[str, Any]) -> None:
    application = _application(journal, name, one["company"], one["role"])
    interview = ij.Interview(
        id=one["id"],
        application_id=application.id,
        round=one["round"],
        kind=one["kind"],
        held_on=date.fromisoformat(one["date"]),
        captured_at=journal.now(),
    )
    journal.add(interview)
    answers = [
        ij.Answer(
            id=row["id"],
            interview_id=interview.id,
            position=position,
            question=row["question"],
            answer=row["answer"],
            topic=row["topic"],
        )
        for position, row in enumerate(one["answers"], start=1)
    ]
    journal.add_all(answers)


def _application(journal: ij.Journal, name: str, company: str, role: str) -> ij.Application:
    for known in journal.applications:
        if (known.company, known.role) == (company, role):
            return known
    application_id = f"{name}-p{len(journal.applications) + 1}"
    return journal.add(ij.Application(id=application_id, company=company, role=role))


def count_loaded(journal: ij.Journal) -> LoadedCounts:
    """Return counts, and nothing that a person wrote."""
    return LoadedCounts(
        name=journal.path.name,
        interviews=len(journal.interviews),
        answers=len(journal.answers),
        words=sum(len(answer.answer.split()) for answer in journal.answers),
        problems=sum(not problem.notice for problem in journal.problems),
        conflicts=len(journal.conflicts),
    )


def load_all(paths: Iterable[Path], folder: Path) -> list[LoadedCounts]:
    """Load each file into a folder of its own name and return the counts, as read anew."""
    counts = []
    for path in paths:
        load_journal(path, folder / path.stem)
        counts.append(count_loaded(ij.open_journal(folder / path.stem)))
    return counts


def main() -> int:
    """Load the collection; return 1 when anything was unclean or nothing was there."""
    parser = argparse.ArgumentParser(description="Load journals_dev through the public API.")
    parser.add_argument("folder", type=Path, help="where the journals go, a folder each")
    counts = load_all(journal_files(), parser.parse_args().folder)
    print("journal  interviews  answers  words  problems  conflicts")
    for one in counts:
        print(
            f"{one.name:7}  {one.interviews:10}  {one.answers:7}  {one.words:5}  "
            f"{one.problems:8}  {one.conflicts:9}"
        )
    return 0 if counts and all(one.is_clean for one in counts) else 1


if __name__ == "__main__":
    sys.exit(main())
