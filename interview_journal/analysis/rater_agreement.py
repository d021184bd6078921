"""How two rounds of scores of the same answers agree."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Agreement", "agreement"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two scores of one answer agree.

    Attributes:
        count: Answers scored twice.
        exact_share: Share of equal pairs, 0 to 1; NaN without pairs.
        near_share: Share of pairs at most one point apart; NaN likewise.
        shift: Mean of second minus first, in points; NaN likewise.
        kappa: Agreement beyond luck, distances squared (Cohen, 1968): 1 perfect, 0 none;
            NaN where all scores are the same.
    """

    count: int
    exact_share: float
    near_share: float
    shift: float
    kappa: float


def agreement(pairs: Sequence[tuple[int, int]]) -> Agreement:
    """Return how the pairs agree.

    Example:
        >>> agreement([(1, 1), (3, 4), (5, 5)]).exact_share
        0.6666666666666666
    """
    count = len(pairs)
    if count == 0:
        return Agreement(0, math.nan, math.nan, math.nan, math.nan)
    apart = [second - first for first, second in pairs]
    observed = sum(one**2 for one in apart) / count
    expected = sum((second - first) ** 2 for first, _ in pairs for _, second in pairs) / count**2
    return Agreement(
        count=count,
        exact_share=sum(one == 0 for one in apart) / count,
        near_share=sum(abs(one) <= 1 for one in apart) / count,
        shift=sum(apart) / count,
        kappa=1 - observed / expected if expected else math.nan,
    )
