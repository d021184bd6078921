"""How much of what disagrees is found, and how often speech that agrees is disturbed.

Every figure stands beside what plain ways get on the same texts. The collections lie beside the
checkout; nothing of them is printed but line numbers.

Run it with: python -m bench.consistency
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import Final

from bench.consistency_parts.calibration import (
    measure_calibration,
    told_of_journals,
    told_of_pairs,
    told_of_ranked,
    told_of_speech,
)
from bench.consistency_parts.floors import tell_floors
from bench.consistency_parts.journals import measure_journals
from bench.consistency_parts.labelled import PAIRS
from bench.consistency_parts.numbers import measure_numbers
from bench.consistency_parts.questions import measure_questions
from bench.consistency_parts.ranking import measure_ranking
from bench.consistency_parts.speech import measure_speech
from bench.consistency_parts.twins import measure_twins
from bench.consistency_parts.worst import tell_worst
from bench.measured_page import keep_page

RESULT: Final = "consistency.md"
INTRODUCTION: Final = (
    "Development halves only; the rules were written with these texts in view, so the figures "
    "flatter, except where it is said that something was not read. Brackets hold 95 % intervals of "
    "a bootstrap by group (1,000 draws; 400 for rankings of pairs, 100 for questions), seeds fixed."
)


def page() -> str:
    """Return all measurements, in Markdown."""
    numbers, pairs, sure = measure_numbers()
    ranking, ranked = measure_ranking()
    speech, heard = measure_speech()
    questions, judged = measure_questions()
    whole, journals = measure_journals()
    told = {
        "pairs with numbers, half of them clean": told_of_pairs(pairs, sure),
        "pairs of every sort": told_of_ranked(ranked.pairs, ranked.scores),
        "whole journals": told_of_journals(journals),
        "whole journals and clean speech": [
            *told_of_journals(journals),
            *told_of_speech(heard.alarms),
        ],
    }
    parts = [
        "# Consistency",
        f"Measured on {datetime.now(tz=UTC):%Y-%m-%d}. {INTRODUCTION}",
        tell_floors((pairs, sure), ranked, heard, judged, journals),
        numbers,
        ranking,
        speech,
        questions,
        whole,
        measure_twins(),
        measure_calibration(told),
        tell_worst((pairs, sure), ranked, heard.alarms, judged, journals),
    ]
    return "\n\n".join(parts) + "\n"


def main() -> int:
    """Measure, print the figures and keep them; return 1 where the collections are not there."""
    if not PAIRS.is_dir():
        print(f"The collections are not there: expected the folder {PAIRS}.")
        return 1
    began = time.perf_counter()
    text = page()
    keep_page(RESULT, text)
    print(f"{time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
