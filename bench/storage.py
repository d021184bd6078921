"""The store beside its peers: saving, opening, taking in what another program saved.

Everything compared is measured in turns within one run, because a busy machine slows both
sides alike; the ratios are what counts. Run it with: python -m bench.storage
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import interview_journal as ij
from interview_journal.core.tables import TABLES
from interview_journal.store.layout import canonical_header
from interview_journal.store.row_form import cells_of, end_mark, row_bytes

TABLE: Final = TABLES["answers"]
NOW: Final = datetime(2026, 3, 4, 19, 0, tzinfo=UTC)
WORDS: Final = "I walked them through how we cut the waiting list, step by step. "
LETTERS: Final = str.maketrans("0123456789", "bcdfghjkmn")


def answer(number: int) -> ij.Answer:
    """Return one answer of about 600 characters."""
    return ij.Answer(
        id="a_" + f"{number:016d}".translate(LETTERS),
        interview_id="i_bench",
        revision=1,
        saved_at=NOW,
        position=number % 12 + 1,
        question=f"Question {number}: what would you do in your first month here?",
        answer=f"Answer {number}. " + WORDS * 9,
        topic="first_months",
    )


def stored(number: int) -> bytes:
    """Return the row of one answer as the journal stores it."""
    cells = cells_of(TABLE, answer(number))
    return row_bytes([[*cells, end_mark(cells)]])


def fill(folder: Path, count: int) -> Path:
    """Write a table of that many answers, as fast as the disk takes it; return its folder."""
    folder.mkdir(parents=True)
    with (folder / TABLE.file_name).open("xb") as file:
        file.write(canonical_header(TABLE))
        for number in range(count):
            file.write(stored(number))
    return folder


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


class Savers:
    """The ways of saving one answer, ours and the peers', each with its own files."""

    def __init__(self, scratch: Path, rows: int) -> None:
        """Give each way a table of that many rows to start from."""
        self.number = 10_000_000
        self.folder = fill(scratch / f"ours-{rows}", rows)
        self.journal = ij.open_journal(self.folder, now=lambda: NOW)
        self.bare = scratch / f"bare-{rows}.csv"
        self.bare.write_bytes((self.folder / TABLE.file_name).read_bytes())
        self.database = sqlite3.connect(scratch / f"full-{rows}.db", isolation_level=None)
        self.database.execute("pragma journal_mode=delete")
        self.database.execute("pragma synchronous=full")
        names = ", ".join(column.name for column in TABLE.columns)
        self.database.execute(f"create table answers ({names})")
        marks = ", ".join("?" for _ in TABLE.columns)
        self.insert = f"insert into answers values ({marks})"  # noqa: S608 - marks only
        self.database.execute("begin")
        self.database.executemany(
            self.insert, (cells_of(TABLE, answer(number)) for number in range(min(rows, 20_000)))
        )
        self.database.execute("commit")

    def next(self) -> int:
        """Return the number of the next answer to save."""
        self.number += 1
        return self.number

    def ours(self) -> float:
        """Save through the journal."""
        record = answer(self.next())
        return timed(lambda: self.journal.add(record))

    def append(self) -> float:
        """Append the same bytes and wait for the disk: the least that is durable."""
        data = stored(self.next())

        def work() -> None:
            descriptor = os.open(self.bare, os.O_WRONLY | os.O_APPEND)
            os.write(descriptor, data)
            os.fsync(descriptor)
            os.close(descriptor)

        return timed(work)

    def sqlite(self) -> float:
        """Insert into SQLite with its safest setting."""
        cells = cells_of(TABLE, answer(self.next()))
        return timed(lambda: self.database.execute(self.insert, cells))


def pandas_rewrite(path: Path, number: int) -> float:
    """Read, add a row and write the whole table, as a notebook would."""
    import pandas as pd

    row = dict(zip(TABLE.header, cells_of(TABLE, answer(number)), strict=False))

    def work() -> None:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        pd.concat([table, pd.DataFrame([row])]).to_csv(path, index=False)

    return timed(work)


def tinydb_insert(path: Path) -> Callable[[], float]:
    """Return a way of saving with TinyDB, or raise ImportError where it is not installed."""
    from tinydb import TinyDB

    database = TinyDB(path)
    database.insert_multiple(
        dict(zip(TABLE.header, cells_of(TABLE, answer(number)), strict=False))
        for number in range(10_000)
    )
    return lambda: timed(lambda: database.insert({"answer": WORDS * 9}))


def medians(ways: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Return the times of every way, each taking its turn in each round."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(way())
    return times


def ratio(one: list[float], other: list[float]) -> float:
    """Return the ratio of two medians."""
    return statistics.median(one) / statistics.median(other)


def open_in_new_process(folder: Path, what: str) -> dict[str, float]:
    """Open a journal in a process of its own; return seconds and its peak memory in MB."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.storage", "--open", what, str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def open_here(folder: Path, what: str) -> dict[str, float]:
    """Open and read one table; return seconds and this process's peak memory in MB."""
    # What importing costs is a table of its own.
    ij.open_journal(folder / "nothing").answers  # noqa: B018
    began = time.perf_counter()
    if what == "csv":
        with (folder / TABLE.file_name).open(encoding="utf-8-sig", newline="") as file:
            held: Any = list(csv.reader(file))
    else:
        held = ij.open_journal(folder)
        if what == "records":
            held = (held, held.answers)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak_mb": peak, "kept": float(bool(held))}


def import_seconds(code: str) -> float:
    """Return how long a fresh Python takes for that code, in milliseconds."""
    return timed(lambda: subprocess.run([sys.executable, "-c", code], check=True))


def saving_table(scratch: Path, rounds: int, large: int) -> list[str]:
    """Return the table of what a save costs."""
    small = Savers(scratch, 1_000)
    frame = scratch / "pandas.csv"
    frame.write_bytes((fill(scratch / "pandas-10000", 10_000) / TABLE.file_name).read_bytes())
    ours, bare, sqlite = "ours, 1,000 rows", "bare append and fsync", "SQLite, synchronous=full"
    # Each ratio is taken from turns of its own two ways: what a third leaves in the processor's
    # caches is nobody's cost.
    # Ten times as many turns for the one that a hundredth decides.
    times = medians({ours: small.ours, bare: small.append}, 10 * rounds)
    own = times[ours]
    paired = [one / other for one, other in zip(own, times[bare], strict=True)]
    beside_sqlite = medians({ours: small.ours, sqlite: small.sqlite}, rounds)
    big, ours_big = Savers(scratch, large), f"ours, {large:,} rows"
    by_size = medians({ours_big: big.ours, ours: small.ours}, rounds)
    times |= {sqlite: beside_sqlite[sqlite], ours_big: by_size[ours_big]}
    slow: dict[str, Callable[[], float]] = {
        "pandas read, add, write, 10,000 rows": lambda: pandas_rewrite(frame, 1)
    }
    try:
        slow["TinyDB, 10,000 rows"] = tinydb_insert(scratch / "tiny.json")
    except ImportError:
        print("TinyDB is not installed: pip install tinydb")
    times |= medians(slow, 5)
    lines = ["## Saving one answer", "", "| way | median ms |", "|---|---|"]
    lines += [f"| {name} | {statistics.median(took):.3f} |" for name, took in times.items()]
    to_sqlite = ratio(beside_sqlite[ours], beside_sqlite[sqlite])
    to_small = ratio(by_size[ours_big], by_size[ours])
    pandas_time = times["pandas read, add, write, 10,000 rows"]
    lines += [
        "",
        "| ratio | measured | to be |",
        "|---|---|---|",
        f"| ours to bare append and fsync | {statistics.median(paired):.2f} | at most 1.5 |",
        f"| ours at {large:,} rows to 1,000 | {to_small:.2f} | at most 1.25 |",
        f"| pandas at 10,000 rows to ours | {ratio(pandas_time, own):.0f} | at least 100 |",
        f"| ours to SQLite full | {to_sqlite:.2f} | at most 0.5 |",
    ]
    lines += refresh_lines(big, rounds)
    return lines


def refresh_lines(big: Savers, rounds: int) -> list[str]:
    """Return what taking in another program's save costs in the large journal."""
    other = ij.open_journal(big.folder, now=lambda: NOW)
    times = []
    for _ in range(min(rounds, 60)):
        other.add(answer(big.next()))
        times.append(timed(big.journal.refresh))
    return [
        f"| refresh after another program's save, ms | {statistics.median(times):.2f} | at most 5 |"
    ]


def opening_table(scratch: Path, rows: int, rounds: int) -> list[str]:
    """Return the table of what opening costs."""
    folder = fill(scratch / f"open-{rows}", rows)
    kinds = ("csv", "rows", "records")
    runs: dict[str, list[dict[str, float]]] = {kind: [] for kind in kinds}
    for kind in kinds:
        open_in_new_process(folder, kind)
    for _ in range(rounds):
        for kind in kinds:
            runs[kind].append(open_in_new_process(folder, kind))
    seconds = {kind: statistics.median(run["seconds"] for run in runs[kind]) for kind in kinds}
    peaks = {kind: statistics.median(run["peak_mb"] for run in runs[kind]) for kind in kinds}
    names = {
        "csv": "list(csv.reader)",
        "rows": "open_journal: every row proved",
        "records": "open_journal and journal.answers: validated records",
    }
    lines = [
        "",
        f"## Opening {rows:,} answers",
        "",
        "| way | s | of csv | peak MB |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {names[kind]} | {seconds[kind]:.2f} | {seconds[kind] / seconds['csv']:.2f} "
        f"| {peaks[kind]:.0f} |"
        for kind in kinds
    ]
    return [*lines, "", "To be: rows at most 2, records at most 4 times csv; at most 400 MB."]


def import_table(rounds: int) -> list[str]:
    """Return what importing the package costs above bare Python."""
    ways = {
        "bare": lambda: import_seconds("pass"),
        "ours": lambda: import_seconds("import interview_journal"),
    }
    times = medians(ways, rounds)
    above = statistics.median(times["ours"]) - statistics.median(times["bare"])
    return [
        "",
        "## Importing",
        "",
        f"`import interview_journal` costs {above:.0f} ms above bare Python; to be at most 150.",
    ]


def main() -> None:
    """Measure, print the tables and keep them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--open", nargs=2, metavar=("WHAT", "FOLDER"), help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--large", type=int, default=1_000_000, help="rows of the large journal")
    given = parser.parse_args()
    # Warm means compiled too, as start.py leaves it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if given.open:
        print(json.dumps(open_here(Path(given.open[1]), given.open[0])))
        return
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        lines = [
            "# Storage",
            "",
            f"Measured on {datetime.now(UTC).date().isoformat()}, in turns.",
            "",
        ]
        lines += opening_table(scratch, 100_000, 5)
        lines += ["", *saving_table(scratch, given.rounds, given.large)]
        lines += import_table(9)
    text = "\n".join(lines) + "\n"
    print(text)
    results = Path(__file__).parent / "results"
    results.mkdir(exist_ok=True)
    (results / "storage.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
