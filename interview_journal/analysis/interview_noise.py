"""How much one interview's mean score can be trusted, by how many answers stand behind it.

Two sources of chance: answers within an interview differ, and interviews differ. Both are
estimated without looking at the order of time, so that a test that reorders time stays exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["mean_variances"]

_USUAL_WITHIN = 0.8
"""Variance of scores within an interview that is assumed as long as little is known."""
_USUAL_COUNTS_AS = 4
"""How many degrees of freedom that assumption is worth."""


def mean_variances(
    means: NDArray[np.float64],
    counts: NDArray[np.int64],
    squares: NDArray[np.float64],
    groups: NDArray[np.intp],
) -> NDArray[np.float64]:
    """Return the variance of each interview's mean score.

    The part between interviews is estimated by moments (DerSimonian and Laird, 1986), around
    the mean of each group.

    Args:
        means: Mean score of each interview.
        counts: Answers behind it, from 1.
        squares: Sum of squared distances of its scores from its mean.
        groups: Number of the group, from 0, that each interview belongs to.
    """
    import numpy as np

    freedom = float(np.sum(counts - 1))
    known = float(np.sum(squares)) + _USUAL_COUNTS_AS * _USUAL_WITHIN
    within = known / (freedom + _USUAL_COUNTS_AS)
    weights = counts / within
    totals = np.bincount(groups, weights)
    centres = np.bincount(groups, weights * means) / totals
    spread = float(np.sum(weights * (means - centres[groups]) ** 2))
    expected = len(means) - len(totals)
    scale = float(np.sum(totals) - np.sum(np.bincount(groups, weights**2) / totals))
    between = max(0.0, (spread - expected) / scale) if scale > 0 else 0.0
    return np.asarray(between + within / counts, dtype=np.float64)
