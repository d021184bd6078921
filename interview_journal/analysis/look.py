"""One look at how scores move with time: the numbers, before any words.

A look stands by itself; whether it may claim anything is decided when all looks of a page are
corrected together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interview_journal.analysis.interview_noise import mean_variances
from interview_journal.analysis.kinds import are_alike, everyone_together, kind_groups
from interview_journal.analysis.monotone_test import movement_test
from interview_journal.analysis.theil_sen import theil_sen_slope
from interview_journal.analysis.trend_values import MIN_INTERVIEWS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from interview_journal.analysis.kinds import KindGroups
    from interview_journal.analysis.monotone_test import MonotoneTest

__all__ = ["PAIRED_AT_MOST", "Centre", "Look", "look_at", "middle_places"]

PAIRED_AT_MOST = 150
"""Above, neighbours in time are averaged first: the number of pairs grows with the square."""

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Centre:
    """Where a trend line hangs: weighted means of time and score, and the latter's error."""

    time: float = math.nan
    mean: float = math.nan
    error: float = math.nan


@dataclass(frozen=True)
class Look:
    """The numbers of one look.

    Attributes:
        interview_count: Interviews with a score.
        answer_count: Answers with a score.
        slope: Points an interview, within kinds where there are several; NaN below two.
        low: Lower end of the 95 % interval; NaN where there is none.
        high: Upper end, likewise.
        p_value: Chance of as much by luck, this look alone; NaN where nothing can be claimed.
        kinds: How interviews were compared; None below five.
        test: What the exchange of order said; None where there was nothing to exchange.
        centre: Where the line hangs.
    """

    interview_count: int
    answer_count: int
    slope: float = math.nan
    low: float = math.nan
    high: float = math.nan
    p_value: float = math.nan
    kinds: KindGroups | None = None
    test: MonotoneTest | None = None
    centre: Centre = Centre()


def middle_places(days: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the number of each interview, from 1; those of one day share their middle.

    Example:
        >>> import numpy as np
        >>> middle_places(np.array([10, 20, 20])).tolist()
        [1.0, 2.5, 2.5]
    """
    import numpy as np

    _, numbers, sizes = np.unique(days, return_inverse=True, return_counts=True)
    ends = np.cumsum(sizes)
    return np.asarray(((ends - sizes + 1 + ends) / 2)[numbers], dtype=np.float64)


def look_at(
    times: NDArray[np.float64],
    means: NDArray[np.float64],
    counts: NDArray[np.int64],
    squares: NDArray[np.float64],
    kinds: NDArray[np.intp],
) -> Look:
    """Return the look at interviews in the order of time.

    Args:
        times: Number or date of each interview, rising.
        means: Its mean score.
        counts: Answers behind it.
        squares: Sum of squared distances of its scores from their mean.
        kinds: Number of its kind.
    """
    import numpy as np

    count, answers = len(times), int(counts.sum())
    none = Look(interview_count=count, answer_count=answers)
    if count < 2:  # noqa: PLR2004 - a slope needs two
        return none
    if count < MIN_INTERVIEWS:
        return replace(none, slope=theil_sen_slope(times, means, np.ones(count)))
    compared = _compared(means, counts, squares, kinds)
    kept, groups = compared.kept, compared.groups
    everywhere = mean_variances(means, counts, squares, np.zeros(count, dtype=np.intp))
    none = replace(none, kinds=compared, centre=_centre(times, means, everywhere))
    if not kept.any():
        return none
    times, means = times[kept], means[kept]
    variances = mean_variances(means, counts[kept], squares[kept], groups)
    test = movement_test(times, means, variances, groups)
    slope = _aligned_slope(times, means, variances, groups)
    is_bounded = math.isfinite(test.low)
    may_claim = is_bounded and compared.state != "confounded"
    return replace(
        none,
        slope=slope,
        low=min(test.low, slope) if is_bounded else math.nan,
        high=max(test.high, slope) if is_bounded else math.nan,
        p_value=test.p_value if may_claim else math.nan,
        test=test,
    )


def _compared(
    means: NDArray[np.float64],
    counts: NDArray[np.int64],
    squares: NDArray[np.float64],
    kinds: NDArray[np.intp],
) -> KindGroups:
    """Return which interviews are compared with which."""
    found = kind_groups(kinds)
    if found.state == "within":
        variances = mean_variances(means, counts, squares, found.numbers)
        if are_alike(means, variances, found.numbers):
            return everyone_together(found)
    return found


def _centre(
    times: NDArray[np.float64], means: NDArray[np.float64], variances: NDArray[np.float64]
) -> Centre:
    weights = 1 / variances
    total = float(weights.sum())
    return Centre(
        float(weights @ times) / total, float(weights @ means) / total, 1 / math.sqrt(total)
    )


def _aligned_slope(
    times: NDArray[np.float64],
    means: NDArray[np.float64],
    variances: NDArray[np.float64],
    groups: NDArray[np.intp],
) -> float:
    """Return the Theil-Sen slope after kinds were moved to one level.

    The levels come from the weighted fit of one slope and a level for each kind, so that pairs
    of two kinds tell something as well.
    """
    import numpy as np

    if groups.max(initial=0) > 0:
        weights = 1 / variances
        totals = np.bincount(groups, weights)
        mean_times = np.bincount(groups, weights * times) / totals
        levels = np.bincount(groups, weights * means) / totals
        from_times = times - mean_times[groups]
        both = float(np.sum(weights * from_times * (means - levels[groups])))
        slope = both / max(float(np.sum(weights * from_times**2)), _SAME)
        means = means - (levels - slope * mean_times)[groups]
    return theil_sen_slope(*_thinned(times, means, variances))


def _thinned(
    times: NDArray[np.float64], means: NDArray[np.float64], variances: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return at most PAIRED_AT_MOST points, neighbours in time averaged by their information."""
    import numpy as np

    count = len(times)
    if count <= PAIRED_AT_MOST:
        return times, means, variances
    block = np.arange(count) * PAIRED_AT_MOST // count
    weights = 1 / variances
    totals = np.bincount(block, weights)
    return (
        np.bincount(block, weights * times) / totals,
        np.bincount(block, weights * means) / totals,
        1 / totals,
    )
