"""How each answer was last rated by the person: one number, for ranking answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.core.rubric import OVERALL

if TYPE_CHECKING:
    from interview_journal.core.records import Rating
    from interview_journal.core.view import JournalView

__all__ = ["RatedAnswer", "rated_answers"]


@dataclass(frozen=True, slots=True)
class RatedAnswer:
    """The last scores of one answer.

    Attributes:
        given: What was said, 1 to 5; None where it was not rated.
        better: The better wording, likewise.
    """

    given: float | None = None
    better: float | None = None


def rated_answers(view: JournalView) -> dict[str, RatedAnswer]:
    """Return the last scores of each rated answer: the overall one, else the criteria's mean.

    What a mentor gave is left out: the person's own eye is the measure everywhere else too.

    Example:
        >>> import types
        >>> from datetime import UTC, datetime
        >>> from interview_journal.core.records import Rating
        >>> at = datetime(2026, 3, 4, tzinfo=UTC)
        >>> view = types.SimpleNamespace(ratings=(Rating(answer_id="a_1", score=4, rated_at=at),))
        >>> rated_answers(view)["a_1"].given
        4.0
    """
    newest: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for one in sorted(view.ratings, key=_moment):
        if one.score is not None and not one.rater:
            newest[one.answer_id, one.target][one.criterion.casefold()] = one.score
    ids = dict.fromkeys(answer_id for answer_id, _ in newest)
    return {
        one: RatedAnswer(_score(newest.get((one, "given"))), _score(newest.get((one, "better"))))
        for one in ids
    }


def _moment(one: Rating) -> tuple[object, str]:
    return (one.rated_at, one.id)


def _score(by_criterion: dict[str, int] | None) -> float | None:
    if not by_criterion:
        return None
    overall = by_criterion.get(OVERALL)
    return float(overall) if overall is not None else sum(by_criterion.values()) / len(by_criterion)
