"""How long it takes to compare a new answer with all others, and all with each other.

The journal is made up: one person, each project with facts of its own, and once in fifty mentions
one that slips. It stands in memory; reading files is measured in ``bench.storage``. Beside it the
same answers are compared the plain ways: rapidfuzz against each, and a product of TF-IDF rows.
These tell how alike two answers are, not where they differ.

Run it with: python -m bench.consistency_speed [--rounds 15]
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from bench.consistency_parts.tables import table
from bench.measured_page import keep_page
from tests.programs import CHECKOUT

RESULT: Final = "consistency_speed.md"
SMALL: Final = 10_000
LARGE: Final = 50_000
A_SAMPLE: Final = 20
BLOCK: Final = 500
MEGABYTE_KILOBYTES: Final = 1024
PASSES: Final = {SMALL: 3, LARGE: 1}
ADDITIONS: Final = 20_000_000


def seconds(what: Callable[[], object]) -> float:
    """Return how long it takes."""
    gc.collect()
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def peak_megabytes(whose: int = resource.RUSAGE_SELF) -> float:
    """Return the most memory this process, or the largest it started, has held so far."""
    return resource.getrusage(whose).ru_maxrss / MEGABYTE_KILOBYTES


def bare_loop() -> float:
    """Return the seconds of adding numbers one by one: how quick this machine is just now."""

    def add() -> None:
        total = 0
        for number in range(ADDITIONS):
            total += number

    return seconds(add)


# ------------------------------------------------------------------ ours


def whole_pass(answers: int, *, retold: bool = False) -> dict[str, float]:
    """Return seconds, findings and memory of checking a journal from nothing."""
    from bench.consistency_parts.made_up import made_up_journal, retold_journal
    from interview_journal.api.consistency import check_consistency

    journal = retold_journal(answers) if retold else made_up_journal(answers)[0]
    before = peak_megabytes()
    found: list[object] = []
    taken = seconds(lambda: found.extend(check_consistency(journal)))
    words = sum(len(one.answer.split()) for one in journal.answers) / answers
    return {
        "seconds": taken,
        "findings": len(found),
        "before": before,
        "peak": peak_megabytes(),
        "second": peak_megabytes(resource.RUSAGE_CHILDREN),
        "words": words,
    }


def one_more(answers: int, rounds: int) -> dict[str, Any]:
    """Return the milliseconds of taking in one new answer, ours and the plain ways, in turns."""
    from bench.consistency_parts.made_up import made_up_journal
    from interview_journal.api.consistency import consistency_index
    from interview_journal.core.records import Answer

    journal, person = made_up_journal(answers)
    texts = [one.answer for one in journal.answers]
    index = consistency_index(journal)
    rows, alike = tf_idf(texts)
    last = journal.interviews[-1].id
    ways: dict[str, list[float]] = {"ours": [], "rapidfuzz": [], "tf-idf": []}
    for number in range(rounds):
        question, topic = person.asked()
        text = person.answer(topic)
        new = Answer(
            id=f"a_new_{number}",
            interview_id=last,
            question=question,
            topic=topic,
            answer=text,
        )
        ways["ours"].append(1000 * seconds(lambda new=new: index.update(new)))  # type: ignore[misc]
        ways["rapidfuzz"].append(1000 * seconds(lambda text=text: fuzzy([text], texts)))  # type: ignore[misc]
        ways["tf-idf"].append(1000 * seconds(lambda text=text: rows @ alike(text).T))  # type: ignore[misc]
        index.remove(new.id)
    return ways


# ------------------------------------------------------------------ the plain ways


def fuzzy(some: list[str], texts: list[str]) -> Any:  # noqa: ANN401 - an array of scores
    """Return ``token_set_ratio`` of some texts with all, on all cores."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    return cdist(some, texts, scorer=fuzz.token_set_ratio, workers=-1)


def tf_idf(texts: list[str]) -> tuple[Any, Callable[[str], Any]]:
    """Return the rows of all texts, and what gives the row of a new one; sparse, length one."""
    from collections import Counter

    import numpy as np
    from scipy import sparse

    counts = [Counter(text.lower().split()) for text in texts]
    places = {word: at for at, word in enumerate(dict.fromkeys(w for one in counts for w in one))}
    seen = np.zeros(len(places))
    for one in counts:
        seen[[places[word] for word in one]] += 1
    rare = np.log((1 + len(texts)) / (1 + seen)) + 1

    def row_of(several: list[Counter[str]]) -> Any:  # noqa: ANN401 - scipy has no types
        cells = [
            (at, places[word], n * rare[places[word]])
            for at, one in enumerate(several)
            for word, n in one.items()
            if word in places
        ]
        lines, columns, values = (np.array(each) for each in zip(*cells, strict=True))
        matrix = sparse.csr_matrix(
            (values, (lines.astype(int), columns.astype(int))), shape=(len(several), len(places))
        )
        lengths = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
        return sparse.diags(1 / lengths) @ matrix

    return row_of(counts), lambda text: row_of([Counter(text.lower().split())])


def plain_passes(answers: int) -> dict[str, float]:
    """Return the seconds of whole passes of the plain ways; rapidfuzz from a sample of rows."""
    from bench.consistency_parts.made_up import made_up_journal

    journal, _ = made_up_journal(answers)
    texts = [one.answer for one in journal.answers]
    sampled = seconds(lambda: fuzzy(texts[:A_SAMPLE], texts))

    def product() -> None:
        rows, _ = tf_idf(texts)
        for start in range(0, answers, BLOCK):
            (rows[start : start + BLOCK] @ rows.T).max()

    return {
        "rapidfuzz": sampled * answers / A_SAMPLE / 2,
        "tf-idf": seconds(product),
        "peak": peak_megabytes(),
    }


# ------------------------------------------------------------------ children and the page


def child(name: str, answers: int, rounds: int) -> Any:  # noqa: ANN401 - whatever it gives
    """Return a measurement made in a process of its own."""
    command = [sys.executable, "-m", "bench.consistency_speed", "--only", name]
    command += ["--answers", str(answers), "--rounds", str(rounds)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def measured(name: str, answers: int, rounds: int) -> object:
    """Return one measurement, made in this process."""
    if name in ("pass", "retold"):
        return whole_pass(answers, retold=name == "retold")
    return one_more(answers, rounds) if name == "one" else plain_passes(answers)


def page(rounds: int) -> str:
    """Return the measurements, in Markdown."""
    loops = [bare_loop()]
    small, large = (
        [child("pass", answers, rounds) for _ in range(times)] for answers, times in PASSES.items()
    )
    loops.append(bare_loop())
    one = child("one", LARGE, rounds)
    plain = child("plain", SMALL, rounds)
    retold = child("retold", SMALL, rounds)
    quick, slow = (_middle(runs, "seconds") for runs in (small, large))
    ours = one["ours"]
    parts = [
        "# Consistency: speed",
        (
            f"Measured on {datetime.now(tz=UTC):%Y-%m-%d}. A made-up journal in memory, "
            f"{large[0]['words']:.0f} words an answer; {small[0]['findings']:,.0f} findings among "
            f"{SMALL:,} answers and {large[0]['findings']:,.0f} among {LARGE:,}. Whole passes: "
            f"`check_consistency`, medians of {PASSES[SMALL]} processes for the smaller and "
            f"{PASSES[LARGE]} for the larger one (lowest to highest), on {os.cpu_count()} cores: "
            "a second process reads while the first compares. One new answer: "
            f"`consistency_index(...).update`, median of {rounds}. Machines differ, and one "
            f"from hour to hour: adding {ADDITIONS:,} numbers one by one took {loops[0]:.1f} s "
            f"before the passes and {loops[1]:.1f} s after them."
        ),
        table(
            ["", "measured", "to be at most"],
            [
                [
                    f"one new answer against {LARGE:,}",
                    f"{statistics.median(ours):.1f} ms ({min(ours):.1f} to {max(ours):.1f})",
                    "100 ms",
                ],
                [f"whole pass, {SMALL:,} answers", _told(small), "10 s"],
                [f"whole pass, {LARGE:,} answers", _told(large), "60 s"],
                ["growth", f"{slow / quick:.1f} times", "7 times"],
                [
                    f"whole pass, {SMALL:,} answers of fifty people ({retold['words']:.0f} words)",
                    _told([retold]),
                    "",
                ],
                [
                    f"peak memory, {LARGE:,} answers",
                    _memory(large),
                    "500 MB",
                ],
            ],
        ),
        "The plain ways, on the same answers in the same processes:",
        table(
            ["", "ours", "rapidfuzz `cdist`, all cores", "TF-IDF product, scipy sparse"],
            [
                [
                    f"one new answer against {LARGE:,}",
                    *(f"{statistics.median(one[way]):.1f} ms" for way in one),
                ],
                [
                    f"all pairs of {SMALL:,}",
                    f"{quick:.1f} s",
                    f"about {plain['rapidfuzz']:.0f} s (from {A_SAMPLE} rows)",
                    f"{plain['tf-idf']:.1f} s",
                ],
            ],
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _middle(runs: list[dict[str, float]], key: str) -> float:
    return statistics.median(run[key] for run in runs)


def _memory(runs: list[dict[str, float]]) -> str:
    peak, before, second = (_middle(runs, key) for key in ("peak", "before", "second"))
    own = f"{peak:.0f} MB, of these {before:.0f} before checking"
    return f"{own}, and {second:.0f} in the second process"


def _told(runs: list[dict[str, float]]) -> str:
    times = [run["seconds"] for run in runs]
    return f"{statistics.median(times):.1f} s ({min(times):.1f} to {max(times):.1f})"


def main() -> None:
    """Measure, print the tables and keep them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--answers", type=int, default=SMALL)
    parser.add_argument("--only", choices=("pass", "retold", "one", "plain"))
    given = parser.parse_args()
    if given.only:
        print(json.dumps(measured(given.only, given.answers, given.rounds)))
        return
    keep_page(RESULT, page(given.rounds))


if __name__ == "__main__":
    main()
