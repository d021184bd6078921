"""Whole journals with seeded conflicts, checked the way a person's own journal is."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np

from bench.consistency_parts.figures import group_weights, ratio_interval
from bench.consistency_parts.judging import (
    Judged,
    Label,
    Place,
    Pointed,
    judge,
    pointed_at,
    read_labels,
)
from bench.consistency_parts.rivals import TfIdf, fuzzy, numbers_differ, numbers_in
from bench.consistency_parts.tables import section, short, table
from bench.consistency_parts.turns import sentences
from bench.load_journals import journal_files, load_journal
from interview_journal.api.consistency import check_consistency
from tests.programs import CHECKOUT

__all__ = ["OWN_READ", "PLAIN", "UNREAD", "SeededJournal", "measure_journals"]

OWN: Final = CHECKOUT / "bench" / "data"
UNREAD: Final = frozenset(f"fresh_{number}" for number in (27, 31, 35, 39, 46, 47, 49, 51, 66, 67))
"""Nobody who works on the rules has read them: of what is missed there only numbers are told."""
OWN_READ: Final = "the other fresh ones"
PLAIN: Final = ("money", "duration", "count")
TF_IDF_ALIKE: Final = 0.3
FUZZY_ALIKE: Final = 0.6


@dataclass(frozen=True, slots=True)
class SeededJournal:
    """A journal's answers and labels, and what we told of it."""

    name: str
    answers: dict[str, str]
    conflicts: tuple[Label, ...]
    distractors: tuple[Label, ...]
    judged: Judged


def measure_journals() -> tuple[str, list[SeededJournal]]:
    """Return the section, and every journal as judged."""
    paths = [*journal_files(), *sorted(OWN.glob("fresh_*.json"))]
    with tempfile.TemporaryDirectory() as folder:
        journals = [_checked(path, Path(folder)) for path in paths]
    seen = [one for one in journals if one.name.startswith("j")]
    own = [one for one in journals if one.name.startswith("fresh") and one.name not in UNREAD]
    unread = [one for one in journals if one.name in UNREAD]
    sets = {
        "journals_dev: j01, j04, j07, j10": seen,
        OWN_READ: own,
        **({f"{', '.join(one.name for one in unread)} (not read)": unread} if unread else {}),
        "all": journals,
    }
    parts = [
        (
            "A conflict is found when a finding links the same two answers and both quotes "
            "overlap. *False*: told as a conflict and not labelled, notes apart; a few true slips "
            f"are not labelled, so some are not. j01 to j10 and {OWN_READ} were read while the "
            "rules were made: their figures flatter. Where others stand here they were not. Each "
            "made-up journal was labelled by its writer. Intervals by drawing journals."
        ),
        table(
            [
                "journals",
                "recall, all kinds",
                "recall, money, duration, count",
                "false per 10 answers",
                "distractors hit",
                "clashing words in both quotes",
            ],
            [_row(name, several) for name, several in sets.items()],
        ),
        "Found by kind:",
        _by_kind(sets),
        "Each journal:",
        _each_journal(journals),
        "The plain ways, sentence against sentence of two answers, all journals:",
        _rivals(journals),
    ]
    return section("Whole journals", *parts), journals


def _checked(path: Path, folder: Path) -> SeededJournal:
    content = json.loads(path.read_text(encoding="utf-8"))
    given = [answer for held in content["interviews"] for answer in held["answers"]]
    answers = {answer["id"]: answer["answer"] for answer in given}
    conflicts = read_labels(content["conflicts"], answers)
    distractors = read_labels(content["distractors"], answers)
    found = check_consistency(load_journal(path, folder / path.stem))
    told = [pointed_at(one, answers) for one in found]
    return SeededJournal(
        path.stem,
        answers,
        tuple(conflicts),
        tuple(distractors),
        judge(told, conflicts, distractors),
    )


# ------------------------------------------------------------------ tables


def _row(name: str, journals: list[SeededJournal]) -> list[str]:
    drawn = group_weights(np.arange(len(journals)))

    def over(top: Callable[[SeededJournal], float], below: Callable[[SeededJournal], float]) -> str:
        among = np.array([float(below(one)) for one in journals])
        if len(journals) == 1:
            return f"{short(top(journals[0]) / among[0])} (one journal)"
        return ratio_interval(np.array([top(one) for one in journals]) / among, among, drawn).told()

    return [
        name,
        over(lambda one: len(one.judged.found), lambda one: len(one.conflicts)),
        over(lambda one: len(_plain(one.judged.found)), lambda one: len(_plain(one.conflicts))),
        over(lambda one: 10 * len(one.judged.false), lambda one: len(one.answers)),
        over(lambda one: len(one.judged.hit), lambda one: len(one.distractors)),
        over(lambda one: len(one.judged.well_pointed), lambda one: len(one.judged.found)),
    ]


def _plain(labels: tuple[Label, ...]) -> list[Label]:
    return [label for label in labels if label.kind in PLAIN]


def _by_kind(sets: dict[str, list[SeededJournal]]) -> str:
    kinds = sorted({label.kind for one in sets["all"] for label in one.conflicts})
    rows = []
    for kind in [*kinds, "by inference"]:
        cells = [
            f"{_count(kind, [x for one in several for x in one.judged.found])} of "
            f"{_count(kind, [x for one in several for x in one.conflicts])}"
            for several in sets.values()
        ]
        rows.append([kind, *cells])
    return table(["kind", *sets], rows)


def _count(kind: str, labels: list[Label]) -> int:
    if kind == "by inference":
        return sum(label.is_inference for label in labels)
    return sum(label.kind == kind for label in labels)


def _each_journal(journals: list[SeededJournal]) -> str:
    rows = [
        [
            one.name,
            len(one.answers),
            f"{len(one.judged.found)} of {len(one.conflicts)}",
            len(one.judged.false),
            f"{len(one.judged.hit)} of {len(one.distractors)}",
        ]
        for one in journals
    ]
    return table(["journal", "answers", "found", "false", "distractors hit"], rows)


# ------------------------------------------------------------------ beside


def _rivals(journals: list[SeededJournal]) -> str:
    rows = [_rival_row("**ours**", [one.judged for one in journals], journals)]
    ways: dict[str, Callable[[TfIdf, str, str], bool]] = {
        "naive: numbers differ": lambda _model, _one, _other: True,
        f"and TF-IDF at least {short(TF_IDF_ALIKE, 1)}": lambda model, one, other: (
            model.alike(one, other) >= TF_IDF_ALIKE
        ),
        f"and rapidfuzz at least {short(FUZZY_ALIKE, 1)}": lambda _model, one, other: (
            fuzzy(one, other) >= FUZZY_ALIKE
        ),
    }
    for name, also in ways.items():
        rows.append(_rival_row(name, [_plainly(one, also) for one in journals], journals))
    return table(["way", "recall", "false per 10 answers", "distractors hit"], rows)


def _rival_row(name: str, judged: list[Judged], journals: list[SeededJournal]) -> list[str]:
    answers = sum(len(one.answers) for one in journals)
    lures = sum(len(one.distractors) for one in journals)
    conflicts = sum(len(one.conflicts) for one in journals)
    return [
        name,
        short(sum(len(one.found) for one in judged) / conflicts),
        short(10 * sum(len(one.false) for one in judged) / answers),
        short(sum(len(one.hit) for one in judged) / lures),
    ]


def _plainly(journal: SeededJournal, also: Callable[[TfIdf, str, str], bool]) -> Judged:
    """Return what sentences with differing numbers get."""
    model = TfIdf(journal.answers.values())
    told = []
    for (one, first), (other, second) in combinations(_numbered(journal.answers), 2):
        if one.answer == other.answer or not numbers_differ(first, second):
            continue
        if also(model, first, second):
            told.append(Pointed("number", one, other, one, other, 1.0))
    return judge(told, journal.conflicts, journal.distractors)


def _numbered(answers: dict[str, str]) -> list[tuple[Place, str]]:
    found = []
    for answer, text in answers.items():
        end = 0
        for one in sentences(text):
            start = text.find(one, end)
            # Blanks inside a sentence were made even; such a sentence keeps its old end.
            start = max(start, end)
            end = start + len(one)
            if numbers_in(one):
                found.append((Place(answer, start, end), one))
    return found
