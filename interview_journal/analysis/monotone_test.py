"""Whether scores move with time more than luck would, and by how much.

What is left of each interview's mean, in units of its own uncertainty, is exchanged between
interviews in all ways, or a fixed draw of them (Pitman, 1937; as residuals, Freedman and Lane,
1983). With equal numbers of answers the test is exact, whatever the ties; otherwise nearly so,
also when the number of answers grows with time. The interval holds the slopes that the same test
does not reject, found arrangement by arrangement without a search (Maritz, 1981; Garthwaite,
1996), so that interval and verdict never contradict each other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.analysis.arrangements import (
    ENUMERATED_AT_MOST,
    arrangement_count,
    arrangements,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ARRANGED_AT_MOST", "MonotoneTest", "movement_test"]

ARRANGED_AT_MOST = 60
"""Above, the normal limit of the arrangements takes over (Hoeffding, 1951): it is then as good."""

_LEVEL = 0.05
_QUANTILE = 1.959963984540054
_SAME = 1e-9
_APART_MIN = 0.05
"""An order closer to the real one than this part of its information says nothing of slopes."""


@dataclass(frozen=True, slots=True)
class MonotoneTest:
    """What the exchange of order said.

    Attributes:
        p_value: Chance of so much movement either way by luck.
        low: Smallest slope not rejected at 5 %; minus infinity where orders are too few.
        high: Largest, likewise.
        arrangement_count: Orders compared; 0 where the normal limit was used.
        is_exact: Whether these were all orders there are.
        direction: 1 where scores rise with time, -1 where they fall, 0 for neither.
        is_balanced: Whether all interviews were equally certain.
    """

    p_value: float
    low: float
    high: float
    arrangement_count: int
    is_exact: bool
    direction: int = 0
    is_balanced: bool = False


@dataclass(frozen=True)
class _Residuals:
    """What is exchanged: one entry an interview, group after group.

    Attributes:
        sizes: Interviews in each group.
        pull: How each place pulls the slope, the places of its group balanced.
        times: Times around the centre of their group, in units of uncertainty.
        means: Scores likewise.
        time_sum: What the times as they are give: the information on the slope.
        mean_sum: What the scores as they are give.
        scales: How much a group's arrangements vary, a unit of variance of its entries.
        is_balanced: Whether all interviews are equally certain.
    """

    sizes: tuple[int, ...]
    pull: NDArray[np.float64]
    times: NDArray[np.float64]
    means: NDArray[np.float64]
    time_sum: float
    mean_sum: float
    scales: NDArray[np.float64]
    is_balanced: bool


def movement_test(
    times: NDArray[np.float64],
    means: NDArray[np.float64],
    variances: NDArray[np.float64],
    groups: NDArray[np.intp],
) -> MonotoneTest:
    """Return the test of movement with time, interviews compared within their group only.

    Args:
        times: Number of each interview.
        means: Its mean score.
        variances: Variance of that mean; only their ratios count.
        groups: Number of the group, from 0; one group where kinds play no part.
    """
    left = _residuals(times, means, variances, groups)
    if left.time_sum <= _SAME:
        return MonotoneTest(1.0, -math.inf, math.inf, 1, is_exact=True)
    if len(times) > ARRANGED_AT_MOST:
        return _by_limit(left)
    return _by_arrangement(left)


def _residuals(
    times: NDArray[np.float64],
    means: NDArray[np.float64],
    variances: NDArray[np.float64],
    groups: NDArray[np.intp],
) -> _Residuals:
    import numpy as np

    order = np.argsort(groups, kind="stable")
    times, means, groups = times[order], means[order], groups[order]
    weights = 1.0 / variances[order]
    roots = np.sqrt(weights / weights.mean())
    sizes = np.bincount(groups)
    totals = np.bincount(groups, roots**2)

    def centred(values: NDArray[np.float64]) -> NDArray[np.float64]:
        centres = np.bincount(groups, roots**2 * values) / totals
        return np.asarray(roots * (values - centres[groups]), dtype=np.float64)

    from_time, from_mean = centred(times), centred(means)
    # An interview that makes up much of its group's centre leaves little of itself: undone.
    share = roots**2 / totals[groups]
    kept = np.sqrt(np.maximum(1 - share, _SAME))
    balanced = from_time - (np.bincount(groups, from_time) / sizes)[groups]
    expected = (
        sizes
        - (np.bincount(groups, 1 / kept**2) - np.bincount(groups, np.sqrt(share) / kept) ** 2)
        / sizes
    )
    own = np.bincount(groups, from_time**2)
    ours = np.bincount(groups, balanced**2)
    # Such that arrangements vary as much as the sum they are compared with.
    stretch = np.sqrt(own / np.maximum(ours, _SAME) * np.maximum(sizes - 1, 0) / expected)
    return _Residuals(
        sizes=tuple(int(size) for size in sizes),
        pull=balanced * stretch[groups],
        times=from_time / kept,
        means=from_mean / kept,
        time_sum=float(from_time @ from_time),
        mean_sum=float(from_time @ from_mean),
        scales=own / expected,
        is_balanced=bool(np.ptp(roots) <= _SAME),
    )


def _by_arrangement(left: _Residuals) -> MonotoneTest:
    import numpy as np

    orders = arrangements(left.sizes)
    # The first order is the one that was. Where numbers of answers differ, its residuals give
    # not quite what the scores gave, and both count: the test is then never too sure.
    others = orders[1:] if left.is_balanced else orders
    scores = left.means[others] @ left.pull
    slopes = left.times[others] @ left.pull
    count = len(scores) + 1
    slope = left.mean_sum / left.time_sum
    rest = scores - slope * slopes
    # How much slower than the real order an order follows a slope; a border needs some of it.
    apart = left.time_sum - slopes
    same = (np.abs(apart) <= _SAME * left.time_sum) & (np.abs(rest) <= _SAME)
    apart = np.maximum(apart[~same], _APART_MIN * left.time_sum)
    borders = slope - rest[~same] / apart
    slack = _SAME * max(1.0, abs(left.mean_sum))
    # The order that was, and those that change nothing, count on both sides.
    both = 1 + int(same.sum())
    borders[np.abs(borders * apart) <= slack] = 0.0
    above = both + int(np.sum(borders <= 0))
    below = both + int(np.sum(borders >= 0))
    borders.sort()
    place = int(count * _LEVEL / 2 + _SAME) - both
    inside = 0 <= place < len(borders) - place
    return MonotoneTest(
        p_value=min(1.0, 2 * min(above, below) / count),
        low=float(borders[place]) if inside else -math.inf,
        high=float(borders[-1 - place]) if inside else math.inf,
        arrangement_count=len(orders),
        is_exact=arrangement_count(left.sizes) <= ENUMERATED_AT_MOST,
        direction=int(np.sign(left.mean_sum)) if abs(left.mean_sum) > slack else 0,
        is_balanced=left.is_balanced,
    )


def _by_limit(left: _Residuals) -> MonotoneTest:
    """Return the same from the normal limit, whose variance is known without reordering."""
    import numpy as np

    groups = np.repeat(np.arange(len(left.sizes)), left.sizes)

    def varied(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
        centres = np.bincount(groups, one) / left.sizes
        return float(left.scales @ np.bincount(groups, (one - centres[groups]) * other))

    square = _QUANTILE**2
    variance = max(varied(left.means, left.means), _SAME**2)
    # (mean_sum - slope * time_sum)² = quantile² * variance(slope), solved for the slope.
    a = left.time_sum**2 - square * varied(left.times, left.times)
    b = left.mean_sum * left.time_sum - square * varied(left.means, left.times)
    c = left.mean_sum**2 - square * variance
    # One pair far apart in time among many close ones leaves the slope open.
    middle = b / a if a > 0 else 0.0
    half = math.sqrt(max(b * b - a * c, 0.0)) / a if a > 0 else math.inf
    return MonotoneTest(
        p_value=math.erfc(abs(left.mean_sum) / math.sqrt(2 * variance)),
        low=middle - half,
        high=middle + half,
        arrangement_count=0,
        is_exact=False,
        direction=(left.mean_sum > 0) - (left.mean_sum < 0),
        is_balanced=left.is_balanced,
    )
