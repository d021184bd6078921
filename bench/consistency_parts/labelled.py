"""The labelled collections, as they lie beside the checkout; nothing of them is ever printed."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from tests.programs import CHECKOUT, SHARED_DATA

__all__ = [
    "NUMERIC",
    "OWN_QUESTIONS",
    "PAIRS",
    "READ_QUESTIONS",
    "UNREAD_QUESTIONS",
    "Pair",
    "QuestionSet",
    "clean_pairs",
    "marked_pairs",
    "own_questions",
    "shared_questions",
    "transcript_files",
]

PAIRS: Final = SHARED_DATA / "consistency"
TRANSCRIPTS: Final = SHARED_DATA / "transcripts"
OWN_QUESTIONS: Final = "questions.toml"
READ_QUESTIONS: Final = ("questions_3.toml", "questions_4.toml")
UNREAD_QUESTIONS: Final = ("questions_2.toml", "questions_5.toml")
"""Nobody who works on the catalogue has read these."""
NUMERIC: Final = frozenset(
    {"count", "money", "percent", "duration", "date", "age", "rate", "notice"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one speaker.

    Attributes:
        row: The line in its file, from 2 (the first line is the header).
        a: The one text.
        b: The other.
        label: As in the file; empty for a pair that does not contradict itself.
        source: Where it came from.
    """

    row: int
    a: str
    b: str
    label: str
    source: str


def marked_pairs(name: str, folder: Path = PAIRS) -> list[Pair]:
    """Return the pairs of ``decode_num_dev`` or ``decode_balanced_dev``."""
    rows = _rows(folder / f"{name}.csv")
    return [Pair(at, row["a"], row["b"], row["label"], name) for at, row in enumerate(rows, 2)]


def clean_pairs(folder: Path = PAIRS) -> list[Pair]:
    """Return the pairs on which every flag is a false alarm."""
    rows = _rows(folder / "clean_pool_dev.csv")
    return [Pair(at, row["a"], row["b"], "", row["source"]) for at, row in enumerate(rows, 2)]


def transcript_files(folder: Path = TRANSCRIPTS) -> list[Path]:
    """Return the transcripts, in order."""
    return sorted(folder.glob("2*.md"))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions of which it is known which ask the same.

    Attributes:
        questions: The questions.
        groups: A group's number for each; questions of one group ask the same.
        untold: Pairs of places that count neither way.
    """

    questions: tuple[str, ...]
    groups: tuple[int, ...]
    untold: frozenset[tuple[int, int]] = frozenset()

    def pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of places that count."""
        every = combinations(range(len(self.questions)), 2)
        return [pair for pair in every if pair not in self.untold]

    def is_shown(self, one: int, other: int) -> bool:
        """Return whether both questions are of the half whose errors may be read.

        Whoever mends the catalogue reads these; the other half goes on telling the truth.
        """
        return not self.groups[one] % 2 and not self.groups[other] % 2

    def weight_kept(self, one: int, other: int) -> float:
        """Return how much of a pair is of the other half: 0, a half where it spans both, or 1.

        So weighed, each question of that half meets all others, as it does in the whole set.
        """
        return (self.groups[one] % 2 + self.groups[other] % 2) / 2


def shared_questions(folder: Path = PAIRS) -> QuestionSet:
    """Return ``interview_questions_dev``; related pairs are left out."""
    rows = _rows(folder / "interview_questions_dev.csv")
    questions = tuple(row["question"] for row in rows)
    names = [row["cluster"] or f"alone {at}" for at, row in enumerate(rows)]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    places: dict[str, list[int]] = {}
    for at, question in enumerate(questions):
        places.setdefault(question, []).append(at)
    soft = frozenset(
        (min(one, other), max(one, other))
        for row in _rows(folder / "interview_question_soft_dev.csv")
        for one in places.get(row["question_a"], ())
        for other in places.get(row["question_b"], ())
    )
    return QuestionSet(questions, tuple(numbers[name] for name in names), soft)


def own_questions(name: str = OWN_QUESTIONS) -> QuestionSet:
    """Return one of our own collections, written by somebody who had not seen the catalogue."""
    path = CHECKOUT / "bench" / "data" / name
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    groups = [group["questions"] for group in content["groups"]]
    groups += [[single] for single in content["singles"]]
    return QuestionSet(
        tuple(question for group in groups for question in group),
        tuple(number for number, group in enumerate(groups) for _ in group),
    )
