"""Whether higher ratings go with a yes, with the chance of that by luck.

With three outcomes a rating "separates" them perfectly once in three times by luck alone; so
nothing is said before eight outcomes of both kinds, and never without the chance beside it.
Scores given after the outcome was known are left out: they know the answer.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.outcomes import UNDECIDED, YES, has_enough_outcomes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Separation", "separation"]

_COMBINED_AT_MOST: Final = 20_000
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Separation:
    """How well ratings tell a yes from a no.

    Attributes:
        count: Interviews with a score given before their outcome.
        area: Chance that an interview with a yes was rated above one with a no; 0.5 is none
            (Mann and Whitney, 1947); NaN before eight outcomes of both kinds.
        p_value: Chance of so much either way by luck; NaN likewise.
        is_exact: Whether all ways to spread the outcomes were counted.
        is_ready: Whether anything may be claimed.
    """

    count: int
    area: float
    p_value: float
    is_exact: bool
    is_ready: bool


def separation(means: NDArray[np.float64], ends: NDArray[np.int64]) -> Separation:
    """Return how well interview means tell a yes from a no.

    Args:
        means: Mean score of each interview, of scores given before the outcome.
        ends: What became of it.
    """
    decided = ends != UNDECIDED
    means, ends = means[decided], ends[decided]
    if not has_enough_outcomes(ends):
        return Separation(len(ends), math.nan, math.nan, is_exact=False, is_ready=False)
    ranks = _middle_ranks(means)
    yes = int((ends == YES).sum())
    no = len(ends) - yes
    found = float(ranks[ends == YES].sum())
    expected = yes * (len(ends) + 1) / 2
    is_exact = math.comb(len(ends), yes) <= _COMBINED_AT_MOST
    chance = _exact_chance if is_exact else _limit_chance
    return Separation(
        count=len(ends),
        area=(found - yes * (yes + 1) / 2) / (yes * no),
        p_value=chance(ranks, yes, abs(found - expected)),
        is_exact=is_exact,
        is_ready=True,
    )


def _middle_ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    _, places, sizes = np.unique(np.round(values, 9), return_inverse=True, return_counts=True)
    ends = np.cumsum(sizes)
    return np.asarray(((2 * ends - sizes + 1) / 2)[places], dtype=np.float64)


def _exact_chance(ranks: NDArray[np.float64], yes: int, distance: float) -> float:
    import numpy as np

    chosen = np.array(list(itertools.combinations(range(len(ranks)), yes)), dtype=np.intp)
    sums = ranks[chosen].sum(axis=1)
    expected = yes * (len(ranks) + 1) / 2
    return float(np.mean(np.abs(sums - expected) >= distance - _SAME))


def _limit_chance(ranks: NDArray[np.float64], yes: int, distance: float) -> float:
    """Return the chance by the normal limit, ties allowed for, half a rank taken off."""
    import numpy as np

    count = len(ranks)
    spread = yes * (count - yes) / count * float(np.var(ranks, ddof=1))
    if spread == 0:
        return 1.0
    return math.erfc(max(0.0, distance - 0.5) / math.sqrt(2 * spread))
