"""The criteria an answer is rated on: five levels each, anchored in what one could see or hear.

The built-in ones stand in rubric.toml; rows of the criteria table add to them, weigh them or
retire them. Ratings name a criterion by its key and are never touched by any of that.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from interview_journal.core.records import Criterion
    from interview_journal.core.view import JournalView

__all__ = [
    "BUILT_IN",
    "LEVELS",
    "OVERALL",
    "OVERALL_ANCHORS",
    "Check",
    "Rubric",
    "RubricCriterion",
    "closer_mean",
    "criterion_key",
    "joined_checks",
    "parted_checks",
    "rubric",
    "rubric_of_built_in",
    "suggest_score",
]

OVERALL: Final = "overall"
"""The criterion of a quick rating; never one of the rubric, never in one figure with them."""
_STEPS: Final = 4
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Check:
    """A yes/no question about an answer.

    Attributes:
        key: How a rating keeps it.
        text: How the screen says it.
    """

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricCriterion:
    """One thing an answer is rated on.

    Attributes:
        key: How ratings name it; the person's own criteria go by their name.
        label: How the screen names it.
        question: What is asked; "" for an own one.
        anchors: What each level looks like, 1 to 5.
        checks: Yes/no questions that suggest a score; none for an own one.
        weight: How much it counts in the mean of a closer look.
        is_retired: Whether it is no longer asked for.
        is_built_in: Whether it comes with the program.
    """

    key: str
    label: str
    question: str = ""
    anchors: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    weight: float = 1.0
    is_retired: bool = False
    is_built_in: bool = False


@dataclass(frozen=True, slots=True)
class Rubric:
    """All criteria of a journal, the built-in ones first.

    Attributes:
        all_criteria: With those that are retired.
    """

    all_criteria: tuple[RubricCriterion, ...]

    @property
    def criteria(self) -> tuple[RubricCriterion, ...]:
        """Those that are asked for."""
        return tuple(one for one in self.all_criteria if not one.is_retired)

    def find(self, key: str) -> RubricCriterion | None:
        """Return the criterion that ratings name so, retired or not."""
        return next((one for one in self.all_criteria if one.key == key), None)


@cache
def _packaged() -> dict[str, Any]:
    source = files("interview_journal.core").joinpath("rubric.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _built_in() -> tuple[RubricCriterion, ...]:
    return tuple(
        RubricCriterion(
            key=row["key"],
            label=row["label"],
            question=row["question"],
            anchors=tuple(row["anchors"]),
            checks=tuple(Check(**check) for check in row["checks"]),
            is_built_in=True,
        )
        for row in _packaged()["criteria"]
    )


OVERALL_ANCHORS: Final[tuple[str, ...]] = tuple(_packaged()["overall"])
"""What each level of the quick rating looks like, 1 to 5."""
LEVELS: Final[tuple[str, ...]] = tuple(_packaged()["levels"])
"""One word for each level, 1 to 5."""
_BUILT_IN: Final = _built_in()
BUILT_IN: Final[tuple[str, ...]] = tuple(one.key for one in _BUILT_IN)
"""The keys of the built-in criteria, in order."""


def criterion_key(name: str) -> str:
    """Return the key of the criterion of that name.

    Example:
        >>> criterion_key(" Own part "), criterion_key("Kept it short")
        ('contribution', 'Kept it short')
    """
    plain = " ".join(name.split())
    for one in _BUILT_IN:
        if plain.casefold() in (one.key, one.label.casefold()):
            return one.key
    return OVERALL if plain.casefold() == OVERALL else plain


def rubric(view: JournalView) -> Rubric:
    """Return what answers are rated on in this journal.

    A row of the criteria table named like a built-in criterion weighs it, retires it or gives it
    other anchors; of two rows of one name the one saved last counts.

    Example:
        >>> import interview_journal as ij
        >>> [one.key for one in ij.rubric(ij.open_journal(ij.sample_path())).criteria]
        ['relevance', 'structure', 'evidence', 'contribution', 'delivery', 'Kept it short']
    """
    built_in = {one.key: one for one in _BUILT_IN}
    found = dict(built_in)
    spelled = {one.key.casefold(): one.key for one in _BUILT_IN}
    for row in sorted(view.criteria, key=lambda one: one.saved_at or _NEVER):
        key = criterion_key(row.name)
        if key in ("", OVERALL):
            continue
        key = spelled.setdefault(key.casefold(), key)
        found[key] = _with_row(built_in.get(key) or _own(key), row)
    return Rubric(tuple(found.values()))


def _own(key: str) -> RubricCriterion:
    return RubricCriterion(key=key, label=key, anchors=tuple(_packaged()["plain"]))


def _with_row(base: RubricCriterion, row: Criterion) -> RubricCriterion:
    typed = (row.anchor_1, row.anchor_2, row.anchor_3, row.anchor_4, row.anchor_5)
    pairs = zip(typed, base.anchors, strict=True)
    return replace(
        base,
        anchors=tuple(own if own.strip() else known for own, known in pairs),
        weight=row.weight,
        is_retired=row.retired_at is not None,
    )


def rubric_of_built_in() -> Rubric:
    """Return the built-in criteria alone, as they come with the program."""
    return Rubric(_BUILT_IN)


def suggest_score(criterion: RubricCriterion, checks: Collection[str]) -> int | None:
    """Return the score that the checks suggest; the person overrules it.

    One more than the number of checks that hold, on the way from 1 to 5 (where there are not
    four, in proportion, half up). None while no check holds: nobody may have looked yet.

    Example:
        >>> from interview_journal.core.rubric import rubric
        >>> import interview_journal as ij
        >>> evidence = rubric(ij.open_journal(ij.sample_path())).find("evidence")
        >>> suggest_score(evidence, ["concrete case", "measurable result"])
        3
    """
    held = sum(one.key in checks for one in criterion.checks)
    if held == 0:
        return None
    count = len(criterion.checks)
    return 1 + (2 * _STEPS * held + count) // (2 * count)


def closer_mean(scores: Mapping[str, int | None], criteria: Rubric) -> float | None:
    """Return the weighted mean of one answer's criterion scores, None where there is none.

    The overall score never enters, nor does what is retired, unknown or not applicable.

    Example:
        >>> import interview_journal as ij
        >>> known = ij.rubric(ij.open_journal(ij.sample_path()))
        >>> closer_mean({"overall": 1, "relevance": 4, "evidence": 3, "delivery": None}, known)
        3.5
    """
    counted = [
        (score, one.weight)
        for one in criteria.criteria
        if (score := scores.get(one.key)) is not None and one.key != OVERALL
    ]
    total = sum(weight for _, weight in counted)
    if total == 0:
        return None
    return sum(score * weight for score, weight in counted) / total


def joined_checks(criterion: RubricCriterion, checks: Collection[str]) -> str:
    """Return the checks that held as a rating keeps them, in the rubric's order.

    Example:
        >>> structure = next(one for one in _BUILT_IN if one.key == "structure")
        >>> joined_checks(structure, {"task", "situation", "unknown"})
        'situation; task'
    """
    return "; ".join(one.key for one in criterion.checks if one.key in checks)


def parted_checks(text: str) -> tuple[str, ...]:
    """Return the checks that a rating keeps.

    Example:
        >>> parted_checks("situation; task;")
        ('situation', 'task')
    """
    return tuple(part for one in text.split(";") if (part := one.strip()))
