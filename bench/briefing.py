"""How long the page for the next round takes in a journal of 5,000 answers.

The journal is made up and lies on disk: 625 rounds, every answer with a score, one in ten with a
better wording, and a round that comes. Each opening has a process of its own, with the program's
modules loaded before: with nothing kept beside the journal, with what was compared kept, and with
what was kept before the answers of one more round came. Measured is the way to the panel's first
page, as a notebook takes it; what is still to be compared goes on in turns afterwards.

Run it with: python -m bench.briefing [--rounds 7]
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import interview_journal as ij
from bench.measured_page import keep_page
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RESULT: Final = "briefing.md"
ANSWERS: Final = 5_000
EVERY_BETTER: Final = 10
NOW: Final = datetime(2026, 11, 27, 7, tzinfo=UTC)
AT_MOST_MS: Final = 500
KEPT: Final = "kept"
OPENINGS: Final = {
    "nothing": "opened with nothing kept",
    "older": "opened with what was kept a round ago",
    KEPT: "opened with what was compared kept",
}
A_ROUND: Final = 8

Times = dict[str, float]


def milliseconds(what: Callable[[], object]) -> float:
    """Return how much processor time it takes."""
    gc.collect()
    began = time.process_time()
    what()
    return (time.process_time() - began) * 1000


# The journal ------------------------------------------------------------------------------


def fill(folder: Path) -> None:
    """Make the journal of a person who has told 5,000 answers and has a round tomorrow."""
    from bench.consistency_parts.made_up import made_up_journal

    view, _ = made_up_journal(ANSWERS)
    journal = ij.open_journal(folder, now=lambda: NOW)
    last = view.interviews[-1]
    ana = ij.Person(application_id=last.application_id, name="Ana Ruiz", title="Head of wards")
    coming = ij.Interview(
        application_id=last.application_id,
        round=9,
        held_on=(NOW + timedelta(days=1)).date(),
        place="Room 4, or https://call.example.org/9",
    )
    needs = "Lead a team of ten\nPlan the work of three sites\nHold a budget"
    jobs = [one.with_changes(requirements=needs) for one in view.applications]
    answers = [
        one.with_changes(better_answer=one.answer[:120]) if at % EVERY_BETTER == 0 else one
        for at, one in enumerate(view.answers)
    ]
    scores = [
        ij.Rating(answer_id=one.id, score=1 + at % 5, rated_at=NOW - timedelta(days=1))
        for at, one in enumerate(view.answers)
    ]
    rounds = [one.with_changes(went_well="I was calm.") for one in view.interviews]
    met = ij.Encounter(interview_id=coming.id, person_id=ana.id)
    journal.add_all([*jobs, *rounds, coming, ana, met, *answers, *scores])


def add_a_round(folder: Path) -> None:
    """Write one more round down: what was compared before does not fit any more."""
    from bench.consistency_parts.made_up import made_up_journal

    journal = ij.open_journal(folder, now=lambda: NOW)
    _, person = made_up_journal(A_ROUND)
    held = ij.Interview(
        application_id=journal.applications[0].id,
        round=8,
        held_on=NOW.date(),
        captured_at=NOW,
    )
    asked = [person.asked() for _ in range(A_ROUND)]
    answers = [
        ij.Answer(
            interview_id=held.id,
            position=at,
            question=question,
            topic=topic,
            answer=person.answer(topic),
        )
        for at, (question, topic) in enumerate(asked, start=1)
    ]
    journal.add_all([held, *answers])


# What is measured -------------------------------------------------------------------------


def opening(folder: Path) -> Times:
    """Return the times of one opening of the panel, in a process that has read nothing yet."""
    from interview_journal.widgets.prepare_panel import PreparePanel

    found: list[PreparePanel] = []

    def first_page() -> None:
        found.append(PreparePanel(ij.open_journal(folder, now=lambda: NOW)))

    async def notebook() -> Times:
        first = milliseconds(first_page)
        (panel,) = found
        reading = panel.state.is_reading
        began = time.process_time()
        while not panel.turns.is_done:  # noqa: ASYNC110 - as a page waits
            await asyncio.sleep(0.01)
        rest = (time.process_time() - began) * 1000
        again = milliseconds(panel.look)
        swapped = milliseconds(lambda: panel.press("swap", "0"))
        return {
            "first": first,
            "is_reading": reading,
            "rest": rest,
            "again": again,
            "swapped": swapped,
        }

    return asyncio.run(notebook())


def whole(folder: Path) -> Times:
    """Return the times of the whole briefing as a value, from files and again."""
    read: list[ij.Journal] = []
    open_ms = milliseconds(lambda: read.append(_read(folder)))
    (journal,) = read
    coming = next(one for one in journal.interviews if one.held_on > NOW.date())
    first = milliseconds(lambda: ij.briefing(journal, coming))
    warm = [milliseconds(lambda: ij.briefing(journal, coming)) for _ in range(5)]
    return {"open": open_ms, "whole": first, "warm": statistics.median(warm)}


def _read(folder: Path) -> ij.Journal:
    journal = ij.open_journal(folder, now=lambda: NOW)
    assert len(journal.answers) >= ANSWERS
    return journal


def child(what: str, folder: Path) -> Times:
    """Return a measurement made in a process of its own."""
    command = [sys.executable, "-m", "bench.briefing", "--only", what, "--folder", str(folder)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    times: Times = json.loads(done.stdout.strip().splitlines()[-1])
    return times


def measured(rounds: int) -> dict[str, list[Times]]:
    """Return the times of each opening, several processes each."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name) / "journal"
        fill(fresh)
        shutil.rmtree(fresh / ".known", ignore_errors=True)
        folders = {kind: Path(name) / kind for kind in OPENINGS}
        for folder in folders.values():
            shutil.copytree(fresh, folder)
        for kind in ("older", KEPT):
            journal = _read(folders[kind])
            ij.briefing(journal, journal.interviews[-1])
        add_a_round(folders["older"])
        found: dict[str, list[Times]] = {kind: [] for kind in OPENINGS}
        for _ in range(rounds):
            for kind, folder in folders.items():
                found[kind].append(once("opening", folder) | once("whole", folder))
        return found


def once(what: str, folder: Path) -> Times:
    """Return a measurement on a copy: what it keeps beside the journal is not there next time."""
    again = folder.with_name("again")
    shutil.copytree(folder, again)
    try:
        return child(what, again)
    finally:
        shutil.rmtree(again)


# The page ---------------------------------------------------------------------------------


def spread(times: Sequence[Times], name: str) -> str:
    """Return the median with the lowest and the highest."""
    own = [one[name] for one in times]
    return f"{statistics.median(own):,.0f} ms ({min(own):,.0f} to {max(own):,.0f})"


def table(rounds: int) -> str:
    """Return the measurements, in Markdown."""
    found = measured(rounds)
    told = (
        f"{ANSWERS:,} answers in {ANSWERS // A_ROUND} rounds, on disk. Processor time, modules "
        f"loaded before; medians of {rounds} processes (lowest to highest). “First page” is from "
        "the files to the panel that can be read and pressed; what is not compared by then is "
        "compared in turns, while the page says so."
    )
    rows = [
        ("first page", "first", f"{AT_MOST_MS} ms"),
        ("until all is compared, in turns", "rest", ""),
        ("look again, nothing changed", "again", ""),
        ("another answer to rehearse", "swapped", f"{AT_MOST_MS} ms"),
        ("files read and records made", "open", ""),
        ("`ij.briefing`, first", "whole", ""),
        ("`ij.briefing`, again", "warm", f"{AT_MOST_MS} ms"),
    ]
    lines = [["", *OPENINGS.values(), "to be at most"]]
    lines.append(["---"] * len(lines[0]))
    for label, name, most in rows:
        lines.append([label, *(spread(found[kind], name) for kind in OPENINGS), most])
    shown = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"# The page for the next round: speed\n\n{told}\n\n{shown}\n"


def main() -> None:
    """Measure, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=["opening", "whole"])
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.only is not None:
        measure = opening if given.only == "opening" else whole
        print(json.dumps(measure(given.folder)))
        return
    keep_page(RESULT, table(given.rounds))


if __name__ == "__main__":
    main()
