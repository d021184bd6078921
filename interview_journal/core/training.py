"""Worked examples to practise rating on, with reference scores and the difference explained.

Raters who first agree on what a level looks like rate more accurately (frame-of-reference
training: Roch, Woehr, Mishra and Kieszczynska, 2012). A try is compared and forgotten: it is no
rating of an answer and is never stored as one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.rubric import BUILT_IN, OVERALL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.choices import ResponseType

__all__ = ["Reference", "TrainingExample", "compare_try", "training_examples"]

_EXACT: Final = "The same as the reference."


@dataclass(frozen=True, slots=True)
class Reference:
    """What a trained rater gives, and why.

    Attributes:
        score: 1 to 5.
        checks: The keys of the checks that hold.
        why: One or two sentences.
    """

    score: int
    checks: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingExample:
    """One worked answer.

    Attributes:
        key: Identifies it for ever.
        person: Who speaks, in a few words.
        question: What was asked.
        answer: What was said.
        heard: What a listener noticed: how long it took, how they looked.
        kind: Its kind of answer.
        references: By criterion, ``overall`` last.
    """

    key: str
    person: str
    question: str
    answer: str
    heard: str
    kind: ResponseType
    references: Mapping[str, Reference]


@cache
def training_examples() -> tuple[TrainingExample, ...]:
    """Return the worked examples, in the order in which they are offered.

    Example:
        >>> training_examples()[0].person
        'A nurse'
    """
    source = files("interview_journal.core").joinpath("training.toml")
    read = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple(_example(row) for row in read["examples"])


def _example(row: dict[str, Any]) -> TrainingExample:
    return TrainingExample(
        key=row["key"],
        person=row["person"],
        question=row["question"],
        answer=row["answer"].strip(),
        heard=row["heard"],
        kind=row["kind"],
        references={
            name: Reference(
                score=row[name]["score"],
                checks=tuple(row[name].get("checks", ())),
                why=row[name]["why"],
            )
            for name in (*BUILT_IN, OVERALL)
        },
    )


def compare_try(score: int | None, reference: Reference, *, in_words: bool = False) -> str:
    """Return a try against the reference, with the reason.

    Args:
        score: What was given; None for not applicable.
        reference: What a trained rater gives.
        in_words: Leave the numbers out.

    Example:
        >>> compare_try(3, Reference(2, (), "Nothing came of it."))
        'You: 3, reference: 2. One level higher than the reference. Nothing came of it.'
    """
    if score is None:
        verdict = "The reference gives it a score: here it does apply."
    else:
        verdict = _difference(score - reference.score)
    given = "does not apply" if score is None else str(score)
    numbers = "" if in_words else f"You: {given}, reference: {reference.score}. "
    return f"{numbers}{verdict} {reference.why}"


def _difference(levels: int) -> str:
    if levels == 0:
        return _EXACT
    count = {1: "One level", 2: "Two levels", 3: "Three levels", 4: "Four levels"}[abs(levels)]
    return f"{count} {'higher' if levels > 0 else 'lower'} than the reference."
