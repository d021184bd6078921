"""How long tonight's list takes for a journal of 5,000 interviews, and the calendar of it.

The journal is made up and lies on disk. Two shapes: ten years of applications, of which the last
month is under way, as a person would have it; and the worst one, in which every application is
under way and every round was held in the last month. Measured is ``due_actions`` of an open
journal, as the page calls it after each tick; and once from nothing, files read.

Run it with: python -m bench.follow_up [--rounds 15]
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import interview_journal as ij
from bench.measured_page import keep_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.core.choices import ApplicationStatus
    from interview_journal.core.records import Record

RESULT: Final = "follow_up.md"
JOBS: Final = 1_250
ROUNDS_A_JOB: Final = 4
INTERVIEWS: Final = JOBS * ROUNDS_A_JOB
PEOPLE_A_JOB: Final = 3
ANSWERS_A_ROUND: Final = 5
NOW: Final = datetime(2026, 3, 4, 20, tzinfo=UTC)
TEN_YEARS: Final = 3_650
A_MONTH: Final = 30
A_BATCH: Final = 50
AT_MOST_MS: Final = 200
SHAPES: Final = {"ten years, the last month under way": TEN_YEARS, "all in one month": A_MONTH}


@dataclass(frozen=True, slots=True)
class Times:
    """What was measured of one journal, in milliseconds.

    Attributes:
        due: Of each call on an open journal.
        first: Opened, read and listed, from nothing.
        calendar: The calendar file of an open journal, once.
        lines: How many lines the list has.
        entries: How many entries the calendar has.
    """

    due: list[float]
    first: float
    calendar: float
    lines: int
    entries: int


def milliseconds(what: Callable[[], object]) -> float:
    """Return how much processor time it takes: all of it is computing, save reading the files."""
    gc.collect()
    began = time.process_time()
    what()
    return (time.process_time() - began) * 1000


class MovingClock:
    """Stands where it is put: what is written down is saved at about its own time."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """Return the present."""
        return self.now


def fill(folder: Path, span_days: int) -> None:
    """Make a journal, its interviews spread over the days before now, the oldest saved first."""
    draw, clock = random.Random(5), MovingClock()
    journal = ij.open_journal(folder, now=clock)
    journal.add(ij.Person(id="n_ref", kind="referee", name="Maria Lopez"))
    for start in range(0, JOBS, A_BATCH):
        records: list[Record] = []
        for number in range(start, min(start + A_BATCH, JOBS)):
            ended_on = NOW.date() - timedelta(days=round(span_days * (1 - number / JOBS)))
            clock.now = datetime(ended_on.year, ended_on.month, ended_on.day, 19, tzinfo=UTC)
            records += job(draw, number, ended_on)
        journal.add_all(records)


def job(draw: random.Random, number: int, ended_on: date) -> list[Record]:
    """Return an application with its rounds, people, promises, answers and a referee."""
    is_open = (NOW.date() - ended_on).days <= A_MONTH
    own = f"p_{number}"
    ends: list[ApplicationStatus] = ["rejected", "declined", "silent"]
    stands_at = datetime(ended_on.year, ended_on.month, ended_on.day, 18, tzinfo=UTC)
    records: list[Record] = [
        ij.Application(
            id=own,
            company=f"Company {number}",
            role="Clerk",
            status="open" if is_open else draw.choice(ends),
            status_at=None if is_open else stands_at,
        ),
        ij.Reference(application_id=own, person_id="n_ref", consented_at=stands_at),
    ]
    people = [
        ij.Person(application_id=own, name=f"Person {place}") for place in range(PEOPLE_A_JOB)
    ]
    records += people
    for place in range(ROUNDS_A_JOB):
        is_last = place == ROUNDS_A_JOB - 1
        held_on = ended_on - timedelta(days=2 * (ROUNDS_A_JOB - 1 - place))
        records += one_round(own, place + 1, held_on, people, is_settled=not (is_last and is_open))
    return records


def one_round(
    own: str, number: int, held_on: date, people: list[ij.Person], *, is_settled: bool
) -> list[Record]:
    """Return a round that was written down, with what was promised in it."""
    starts = datetime(held_on.year, held_on.month, held_on.day, 10, tzinfo=UTC)
    held = ij.Interview(
        application_id=own,
        round=number,
        held_on=held_on,
        started_at=starts,
        captured_at=starts + timedelta(hours=9),
        answer_in_days_max=14,
        outcome="advanced" if is_settled else None,
        outcome_known_at=starts + timedelta(days=1) if is_settled else None,
    )
    met: list[Record] = [
        ij.Encounter(
            interview_id=held.id,
            person_id=one.id,
            i_promised="A link.",
            they_promised_by=held_on + timedelta(days=5),
        )
        for one in people
    ]
    answers: list[Record] = [
        ij.Answer(interview_id=held.id, position=place + 1, question="Why us?", answer="Because.")
        for place in range(ANSWERS_A_ROUND)
    ]
    return [held, *met, *answers]


def measured(span_days: int, rounds: int) -> Times:
    """Return the times of a journal of that shape."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "journal"
        fill(place, span_days)
        first = milliseconds(lambda: ij.due_actions(ij.open_journal(place), NOW))
        journal = ij.open_journal(place)
        lines = len(ij.due_actions(journal, NOW))
        assert len(journal.interviews) == INTERVIEWS
        due = [milliseconds(lambda: ij.due_actions(journal, NOW)) for _ in range(rounds)]
        entries = ij.calendar_file(journal, NOW).count(b"BEGIN:VEVENT")
        calendar = milliseconds(lambda: ij.calendar_file(journal, NOW))
    return Times(due, first, calendar, lines, entries)


def table(rounds: int) -> str:
    """Return the measurements, in Markdown."""
    found = {name: measured(span, rounds) for name, span in SHAPES.items()}
    told = (
        f"{INTERVIEWS:,} interviews of {JOBS:,} applications, {PEOPLE_A_JOB} people and "
        f"{ANSWERS_A_ROUND} answers a round, on disk. Processor time; of the list of an open "
        f"journal the median of {rounds} calls (lowest to highest). The bar is for the first "
        "journal; nobody has the second one, it shows where the time goes."
    )
    rows: list[tuple[str, Callable[[Times], str], str]] = [
        ("`due_actions`, open journal", spread, f"{AT_MOST_MS} ms"),
        ("lines in the list", lambda one: f"{one.lines:,}", ""),
        ("opened, read and listed, from nothing", lambda one: f"{one.first:,.0f} ms", ""),
        ("`calendar_file`, open journal", lambda one: f"{one.calendar:,.0f} ms", ""),
        ("entries in it", lambda one: f"{one.entries:,}", ""),
    ]
    head = ["", *found, "to be at most"]
    lines = [head, ["---"] * len(head)]
    lines += [[name, *map(cell, found.values()), most] for name, cell, most in rows]
    shown = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"# What is due: speed\n\n{told}\n\n{shown}\n"


def spread(times: Times) -> str:
    """Return the median with the lowest and the highest."""
    return f"{statistics.median(times.due):.0f} ms ({min(times.due):.0f} to {max(times.due):.0f})"


def main() -> None:
    """Measure, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    text = table(parser.parse_args().rounds)
    keep_page(RESULT, text)


if __name__ == "__main__":
    main()
