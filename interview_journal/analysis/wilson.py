"""A share of few cases with its interval (Wilson, 1927)."""

from __future__ import annotations

import math

__all__ = ["wilson_interval"]

_QUANTILE = 1.959963984540054


def wilson_interval(successes: int, count: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share, 0 to 1; NaN twice without cases.

    Example:
        >>> [round(end, 2) for end in wilson_interval(2, 5)]
        [0.12, 0.77]
    """
    if count == 0:
        return math.nan, math.nan
    share, square = successes / count, _QUANTILE**2 / count
    centre = (share + square / 2) / (1 + square)
    half = math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    return max(0.0, centre - half), min(1.0, centre + half)
