"""Slips beside twins that look like them and are none; all in our own words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.consistency_parts.paper import paper_journal
from bench.consistency_parts.rivals import numbers_differ
from bench.consistency_parts.tables import section, short, table
from interview_journal.analysis.wilson import wilson_interval
from interview_journal.api.consistency import check_consistency, compare_answers
from tests.programs import CHECKOUT

__all__ = ["Twin", "measure_twins", "read_twins"]

TWINS: Final = CHECKOUT / "bench" / "data" / "twin_pairs.toml"


@dataclass(frozen=True, slots=True)
class Twin:
    """Two answers, and whether both can be true."""

    kind: str
    question: str
    a: str
    other_question: str
    b: str
    is_slip: bool


def read_twins(path: Path = TWINS) -> list[Twin]:
    """Return every slip, each followed by its twin that is fine."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["pairs"]
    twins = []
    for row in rows:
        question = row.get("question", "")
        twins.append(Twin(row["kind"], question, row["a"], question, row["slip"], is_slip=True))
        other = row.get("fine_question", question)
        twins.append(Twin(row["kind"], question, row["a"], other, row["fine"], is_slip=False))
    return twins


def in_journal(twin: Twin) -> bool:
    """Return whether a journal of the two answers gets a finding that is no note."""
    journal = paper_journal([(twin.question, twin.a), (twin.other_question, twin.b)])
    return any(found.kind != "note" for found in check_consistency(journal))


def side_by_side(twin: Twin) -> bool:
    """Return whether the two texts get a finding that is no note."""
    same = bool(twin.question) and twin.question == twin.other_question
    return any(
        found.kind != "note" for found in compare_answers(twin.a, twin.b, same_question=same)
    )


def measure_twins() -> str:
    """Return the section."""
    twins = read_twins()
    ways: dict[str, Callable[[Twin], bool]] = {
        "**`check_consistency`**": in_journal,
        "`compare_answers`": side_by_side,
        "naive: numbers differ": lambda twin: numbers_differ(twin.a, twin.b),
    }
    rows = []
    for name, is_told in ways.items():
        slips = [is_told(twin) for twin in twins if twin.is_slip]
        fine = [is_told(twin) for twin in twins if not twin.is_slip]
        rows.append([name, _part(slips), _part(fine)])
    wrong = [
        [twin.kind, "missed" if twin.is_slip else "false", twin.question, twin.a, twin.b]
        for twin in twins
        if in_journal(twin) != twin.is_slip
    ]
    parts = [
        (
            f"{len(twins) // 2} slips and as many twins that look like them, one thing each, in "
            "our own words; written after the rules, by somebody who had seen what they miss: "
            "harder than life on purpose. Slips told should be many, twins told none (95 % "
            "Wilson intervals)."
        ),
        table(["way", "slips told", "twins told"], rows),
        "Where a journal of the two is wrong:",
        table(["kind", "error", "question", "one answer", "the other"], wrong),
    ]
    return section("Slips and their twins", *parts)


def _part(told: list[bool]) -> str:
    low, high = wilson_interval(sum(told), len(told))
    return f"{short(sum(told) / len(told))} ({short(low)} to {short(high)})"
