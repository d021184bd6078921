"""What was found in a journal, held against what its writer labelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from interview_journal.core.claims import Finding, Span

__all__ = ["Judged", "Label", "Place", "Pointed", "judge", "meet", "pointed_at", "read_labels"]


class Place(NamedTuple):
    """Words of an answer: its id and the half-open place."""

    answer: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """Two places that its writer marked as a conflict, or as one only in looks.

    Attributes:
        name: Its id in the file.
        kind: As its writer named it.
        a: The earlier words.
        b: The later words.
        is_inference: Whether it takes a thought to see it.
    """

    name: str
    kind: str
    a: Place
    b: Place
    is_inference: bool


@dataclass(frozen=True, slots=True)
class Pointed:
    """Two places that some way told of.

    Attributes:
        kind: What it said they differ in; "note" is told, not asked about.
        a: The one sentence.
        b: The other.
        a_words: The clashing words of the one.
        b_words: Those of the other.
        confidence: How sure it was.
    """

    kind: str
    a: Place
    b: Place
    a_words: Place
    b_words: Place
    confidence: float


@dataclass(frozen=True, slots=True)
class Judged:
    """What a way found in one journal.

    Attributes:
        found: Conflicts that were told of.
        missed: Conflicts that were not.
        false: What was told, not as a note, and is no conflict.
        true: What was told and is one.
        hit: Distractors that were told of.
        spared: Distractors that were not.
        well_pointed: Names of the found ones whose clashing words lie in both labelled quotes.
    """

    found: tuple[Label, ...]
    missed: tuple[Label, ...]
    false: tuple[Pointed, ...]
    true: tuple[Pointed, ...]
    hit: tuple[Label, ...]
    spared: tuple[Label, ...]
    well_pointed: frozenset[str]


def read_labels(rows: Iterable[Mapping[str, Any]], answers: Mapping[str, str]) -> list[Label]:
    """Return labels with the places of their quotes.

    Args:
        rows: "conflicts" or "distractors" of a journal's file.
        answers: Text by answer id.

    Raises:
        ValueError: If a quote does not stand in its answer.
    """
    return [
        Label(
            name=row["id"],
            kind=row["kind"],
            a=_place(row["a"], answers),
            b=_place(row["b"], answers),
            is_inference=bool(row.get("inference", False)),
        )
        for row in rows
    ]


def _place(side: Mapping[str, str], answers: Mapping[str, str]) -> Place:
    start = answers[side["answer"]].find(side["quote"])
    if start < 0:
        raise ValueError(f"A quote of {side['answer']} does not stand in its answer.")
    return Place(side["answer"], start, start + len(side["quote"]))


def pointed_at(found: Finding, answers: Mapping[str, str]) -> Pointed:
    """Return where a finding of ``check_consistency`` points."""
    a, b = found.answer_a or "", found.answer_b or ""
    return Pointed(
        found.kind,
        _sentence(a, answers[a], found.quote_a, found.span_a),
        _sentence(b, answers[b], found.quote_b, found.span_b),
        Place(a, *found.span_a),
        Place(b, *found.span_b),
        found.confidence,
    )


def _sentence(answer: str, text: str, quote: str, span: Span) -> Place:
    """Return the sentence's place: of equal ones the one that holds the clashing words."""
    start = text.find(quote)
    while start >= 0 and not start <= span[0] <= span[1] <= start + len(quote):
        start = text.find(quote, start + 1)
    if start < 0:
        raise ValueError(f"A finding's words in {answer} do not stand in its sentence.")
    return Place(answer, start, start + len(quote))


def _overlap(one: Place, other: Place) -> bool:
    return one.answer == other.answer and one.start < other.end and other.start < one.end


def meet(told: Pointed, label: Label) -> bool:
    """Return whether it links the labelled answers, in either order, and both quotes overlap."""
    return (_overlap(told.a, label.a) and _overlap(told.b, label.b)) or (
        _overlap(told.a, label.b) and _overlap(told.b, label.a)
    )


def _is_well_pointed(told: Pointed, label: Label) -> bool:
    words = Pointed(told.kind, told.a_words, told.b_words, told.a_words, told.b_words, 0.0)
    return meet(told, label) and meet(words, label)


def judge(
    told: Iterable[Pointed], conflicts: Iterable[Label], distractors: Iterable[Label]
) -> Judged:
    """Return what was found, what was missed and what should not have been told.

    A distractor of kind "note" is hit only by what is told as a conflict; so is every count of
    false findings.
    """
    every, labels, lures = list(told), list(conflicts), list(distractors)
    asked = [one for one in every if one.kind != "note"]
    found = [label for label in labels if any(meet(one, label) for one in every)]
    hit = [
        lure
        for lure in lures
        if any(meet(one, lure) for one in (asked if lure.kind == "note" else every))
    ]
    true = [one for one in every if any(meet(one, label) for label in labels)]
    return Judged(
        found=tuple(found),
        missed=tuple(label for label in labels if label not in found),
        false=tuple(one for one in asked if one not in true),
        true=tuple(true),
        hit=tuple(hit),
        spared=tuple(lure for lure in lures if lure not in hit),
        well_pointed=frozenset(
            label.name for label in found if any(_is_well_pointed(one, label) for one in every)
        ),
    )
