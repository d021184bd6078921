"""How much the person's own scores move when the same answer is scored again, blind.

Half of the difference between two interviews may be the rater's mood. Scoring old answers
again without company, date and old score shows how much (standard error of measurement from
repeated measurements: Bland and Altman, 1996).
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.chi_square import chi_square_quantile
from interview_journal.analysis.rater_agreement import Agreement, agreement
from interview_journal.core.rubric import criterion_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.core.records import Rating

__all__ = ["MIN_PAIRS", "Rerating", "mentor_agreements", "rerating"]

MIN_PAIRS: Final = 5
"""Fewer pairs say next to nothing about the noise."""

_QUANTILE: Final = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Rerating:
    """The noise of one rating.

    Attributes:
        pair_count: Answers scored twice.
        error: Standard error of one score, in points; NaN below five pairs.
        error_low: Lower end of its 95 % interval.
        error_high: Upper end.
        shift: Mean of second minus first score; NaN without pairs.
        agreement: How the two rounds agree.
    """

    pair_count: int
    error: float
    error_low: float
    error_high: float
    shift: float
    agreement: Agreement

    def mean_error(self, answer_count: float) -> float:
        """Return the standard error of the mean of so many scores."""
        return self.error / math.sqrt(answer_count)

    def detectable_change(self, answer_count: float) -> float:
        """Return the smallest change between two such means that is more than noise (95 %)."""
        return _QUANTILE * math.sqrt(2) * self.mean_error(answer_count)


def rerating(ratings: Iterable[Rating], criterion: str) -> Rerating:
    """Return the noise of the person's scores on a criterion.

    A pair is the last score given in the open before the first blind one, and that one: one
    pair an answer, so that an answer scored often does not count more.

    Example:
        >>> rerating([], "overall").pair_count
        0
    """
    pairs = _own_pairs(ratings, criterion)
    both = agreement(pairs)
    freedom = len(pairs) - 1
    if len(pairs) < MIN_PAIRS:
        nan = math.nan
        return Rerating(len(pairs), nan, nan, nan, both.shift, both)
    spread = sum((second - first - both.shift) ** 2 for first, second in pairs)
    return Rerating(
        pair_count=len(pairs),
        error=math.sqrt(spread / freedom / 2),
        error_low=math.sqrt(spread / chi_square_quantile(0.975, freedom) / 2),
        error_high=math.sqrt(spread / chi_square_quantile(0.025, freedom) / 2),
        shift=both.shift,
        agreement=both,
    )


def _own_pairs(ratings: Iterable[Rating], criterion: str) -> list[tuple[int, int]]:
    by_answer: dict[str, list[Rating]] = defaultdict(list)
    for one in ratings:
        if one.score is None or one.target != "given" or one.rater.strip():
            continue
        if criterion_key(one.criterion) == criterion:
            by_answer[one.answer_id].append(one)
    pairs = []
    for made in by_answer.values():
        made.sort(key=lambda one: (one.rated_at, one.id))
        blind = next((place for place, one in enumerate(made) if one.blind), 0)
        if blind:
            pairs.append((made[blind - 1].score or 0, made[blind].score or 0))
    return pairs


def mentor_agreements(
    ratings: Iterable[Rating], own: dict[str, int], criterion: str
) -> tuple[tuple[str, Agreement], ...]:
    """Return how the person and each mentor agree on a criterion, by the mentor's name.

    Args:
        ratings: In any order; a mentor's last score of an answer is taken.
        own: The person's score by answer id.
        criterion: Its key.
    """
    last: dict[tuple[str, str], Rating] = {}
    for one in sorted(ratings, key=lambda one: (one.rated_at, one.id)):
        name = one.rater.strip()
        counts = name and one.score is not None and one.target == "given"
        if counts and one.answer_id in own and criterion_key(one.criterion) == criterion:
            last[name, one.answer_id] = one
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (name, answer_id), one in last.items():
        pairs[name].append((own[answer_id], one.score or 0))
    return tuple((name, agreement(pairs[name])) for name in sorted(pairs))
