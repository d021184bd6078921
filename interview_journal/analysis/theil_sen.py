"""The middle one of all slopes between two interviews (Theil, 1950; Sen, 1968).

One outstanding interview cannot tilt it. An interview with more answers has more of a say; with
equal numbers of answers it is the plain median.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["theil_sen_slope", "weighted_median"]

_SAME = 1e-9


def weighted_median(values: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """Return the value with half of the weight on either side; between two, their middle.

    Example:
        >>> import numpy as np
        >>> weighted_median(np.array([1.0, 2.0, 9.0]), np.array([1.0, 1.0, 1.0]))
        2.0
        >>> weighted_median(np.array([1.0, 2.0]), np.array([1.0, 1.0]))
        1.5
    """
    import numpy as np

    order = np.argsort(values, kind="stable")
    sums = np.cumsum(weights[order])
    half = sums[-1] / 2
    slack = _SAME * sums[-1]
    lower = values[order[np.searchsorted(sums, half - slack)]]
    upper = values[order[np.searchsorted(sums, half + slack, side="right")]]
    return float((lower + upper) / 2)


@lru_cache(maxsize=32)
def _pairs(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    import numpy as np

    first, second = np.triu_indices(count, 1)
    return first, second


def theil_sen_slope(
    times: NDArray[np.float64], means: NDArray[np.float64], variances: NDArray[np.float64]
) -> float:
    """Return the weighted median of the slopes of all pairs, in points a unit of time.

    A pair weighs by what it can tell: the product of both informations times the spread of its
    difference. Pairs at the same time are left out; NaN where there is no other.

    Args:
        times: In any order.
        means: Mean score of each interview.
        variances: Variance of each mean.

    Example:
        >>> import numpy as np
        >>> theil_sen_slope(np.array([1.0, 2, 3]), np.array([2.0, 3, 3]), np.ones(3))
        0.5
    """
    import numpy as np

    first, second = _pairs(len(times))
    apart = times[second] - times[first]
    kept = apart != 0
    if not kept.any():
        return float("nan")
    first, second, apart = first[kept], second[kept], apart[kept]
    slopes = (means[second] - means[first]) / apart
    if np.ptp(variances) <= _SAME * float(variances[0]):
        return float(np.median(slopes))
    ours, theirs = variances[first], variances[second]
    return weighted_median(slopes, np.sqrt(ours + theirs) / (ours * theirs))
