"""Quantiles of the chi-square distribution, for the interval of a standard deviation."""

from __future__ import annotations

import math
from typing import Final

__all__ = ["chi_square_quantile"]

_SUMMED_AT_MOST: Final = 100
_HALVINGS: Final = 80
_SMALL: Final = 1e-14
_NORMAL: Final = {0.025: -1.959963984540054, 0.975: 1.959963984540054}


def chi_square_quantile(share: float, freedom: int) -> float:
    """Return the value below which a chi-square variable falls with that share.

    Args:
        share: 0.025 or 0.975.
        freedom: Degrees of freedom, from 1; above 100 after Wilson and Hilferty (1931).

    Example:
        >>> round(chi_square_quantile(0.975, 10), 2)
        20.48
    """
    part = 2 / (9 * freedom)
    near = freedom * (1 - part + _NORMAL[share] * math.sqrt(part)) ** 3
    if freedom > _SUMMED_AT_MOST:
        return float(near)
    low, high = 0.0, 4.0 * freedom + 20
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, freedom) < share else (low, middle)
    return (low + high) / 2


def _below(value: float, freedom: int) -> float:
    """Return the share below a value: the series of the incomplete gamma function."""
    shape, half = freedom / 2, value / 2
    term = math.exp(shape * math.log(half) - half - math.lgamma(shape + 1))
    total, place = 0.0, shape
    while term > _SMALL * max(total, _SMALL):
        total += term
        place += 1
        term *= half / place
    return total
