"""The rows of a card: each criterion with its levels, its checks and what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.rubric import (
    LEVELS,
    OVERALL,
    OVERALL_ANCHORS,
    Rubric,
    RubricCriterion,
    closer_mean,
    parted_checks,
    rubric_of_built_in,
    suggest_score,
)
from interview_journal.core.training import compare_try

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_journal.core.records import Rating
    from interview_journal.core.training import TrainingExample
    from interview_journal.widgets.rate_queue import Tries

__all__ = ["OVERALL_ROW", "answer_rows", "mean_words", "score_words", "training_rows"]

Row = dict[str, Any]

OVERALL_ROW: Final = RubricCriterion(
    key=OVERALL,
    label="Overall",
    question="All in all, how did it go? It is kept apart from the rest.",
    anchors=OVERALL_ANCHORS,
)
NOT_APPLICABLE: Final = "does not apply"


def score_words(score: int | None, criterion: str, *, hides: bool = False) -> str:
    """Return how the screen says a score.

    Example:
        >>> score_words(4, "overall"), score_words(4, "evidence"), score_words(None, "evidence")
        ('4 Clear', '4 of 5', 'does not apply')
        >>> score_words(4, "evidence", hides=True)
        'scored'
    """
    if score is None:
        return NOT_APPLICABLE
    if hides:
        return "scored"
    return f"{score} {LEVELS[score - 1]}" if criterion == OVERALL else f"{score} of 5"


def answer_rows(
    criteria: Rubric, asked: Sequence[str], own: Mapping[str, Rating], *, hides: bool
) -> list[Row]:
    """Return a row for each criterion asked, with the last rating of it."""
    rows = []
    for key in asked:
        criterion = OVERALL_ROW if key == OVERALL else criteria.find(key)
        if criterion is None:
            continue
        row = _row(criterion)
        rating = own.get(key)
        if rating is not None:
            row |= _given(rating.score, key, hides=hides)
            row["ticked"] = list(parted_checks(rating.checks))
        rows.append(row)
    return rows


def training_rows(example: TrainingExample, tries: Tries, *, hides: bool) -> list[Row]:
    """Return a row for each criterion, with the try against the reference."""
    rows = []
    for criterion in (*rubric_of_built_in().criteria, OVERALL_ROW):
        row = _row(criterion)
        place = (example.key, criterion.key)
        if place in tries:
            row |= _given(tries[place], criterion.key, hides=hides)
            reference = example.references[criterion.key]
            row["feedback"] = compare_try(tries[place], reference, in_words=hides)
        rows.append(row)
    return rows


def mean_words(criteria: Rubric, own: Mapping[str, Rating], *, hides: bool) -> str:
    """Return the mean of a closer look in words, once every criterion was decided on."""
    keys = [one.key for one in criteria.criteria]
    mean = closer_mean({name: one.score for name, one in own.items()}, criteria)
    if hides or mean is None or any(key not in own for key in keys):
        return ""
    weights = {one.weight for one in criteria.criteria}
    how = "your weights" if len(weights) > 1 else "all weigh the same"
    return f"Mean of the criteria: {mean:.1f} of 5 ({how}). Overall is not in it."


def _row(criterion: RubricCriterion) -> Row:
    keys = [one.key for one in criterion.checks]
    counts = range(len(keys) + 1)
    return {
        "key": criterion.key,
        "label": criterion.label,
        "question": criterion.question,
        "anchors": list(criterion.anchors),
        "levels": list(LEVELS) if criterion.key == OVERALL else [],
        "checks": [{"key": one.key, "text": one.text} for one in criterion.checks],
        # What the screen suggests while checks are ticked, without asking the kernel each time.
        "suggested": [suggest_score(criterion, keys[:count]) for count in counts],
        "ticked": [],
        "is_given": False,
        "score": None,
        "result": "",
        "feedback": "",
    }


def _given(score: int | None, criterion: str, *, hides: bool) -> Row:
    return {"is_given": True, "score": score, "result": score_words(score, criterion, hides=hides)}
