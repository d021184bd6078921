"""The mean of a few changes with an interval that assumes no more than symmetry.

If nothing had changed, each change could as well have had the other sign. The interval holds
all values not rejected by that test; its ends are means of subsets (Hartigan, 1969).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["MIN_CHANGES", "PairedChange", "paired_change"]

MIN_CHANGES: Final = 6
"""With five changes even five of one sign come by luck once in sixteen times."""

_ALL_SIGNS_AT_MOST: Final = 12
_DRAWN: Final = 4_095
_SEED: Final = 20_260_305
_LEVEL: Final = 0.05
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True)
class PairedChange:
    """A mean change.

    Attributes:
        count: Changes behind it.
        mean: Their mean; NaN without any.
        low: Lower end of its 95 % interval; NaN below six.
        high: Upper end, likewise.
        p_value: Chance of so large a mean by luck; NaN below six.
    """

    count: int
    mean: float
    low: float
    high: float
    p_value: float


def paired_change(changes: NDArray[np.float64]) -> PairedChange:
    """Return the mean change with its interval; the order of the changes makes no difference.

    Example:
        >>> import numpy as np
        >>> found = paired_change(np.array([0.5, 1.0, 1.0, 1.5, 2.0, 0.0]))
        >>> (found.mean, found.low, found.high)
        (1.0, 0.0, 2.0)
    """
    import numpy as np

    count = len(changes)
    ordered = np.sort(changes)
    mean = float(ordered.mean()) if count else math.nan
    if count < MIN_CHANGES:
        return PairedChange(count, mean, math.nan, math.nan, math.nan)
    subsets = _subsets(count)
    sums = subsets @ ordered
    means = np.sort(sums / subsets.sum(axis=1))
    # A subset whose sum is at or below nought is a choice of signs as far from nought as ours.
    whole = len(subsets) + 1
    below = 1 + int(np.sum(sums <= _SAME))
    above = 1 + int(np.sum(sums >= -_SAME))
    place = max(int(whole * _LEVEL / 2 + _SAME) - 1, 0)
    return PairedChange(
        count=count,
        mean=mean,
        low=float(means[place]),
        high=float(means[-1 - place]),
        p_value=min(1.0, 2 * min(below, above) / whole),
    )


def _subsets(count: int) -> NDArray[np.float64]:
    import numpy as np

    if count <= _ALL_SIGNS_AT_MOST:
        numbers = np.arange(1, 2**count)
        return ((numbers[:, None] >> np.arange(count)) & 1).astype(np.float64)
    drawn = np.random.default_rng(_SEED).integers(0, 2, size=(_DRAWN, count))
    return np.asarray(drawn[drawn.any(axis=1)], dtype=np.float64)
