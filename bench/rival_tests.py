"""Other ways to say whether scores moved, to stand beside ours on the same journals."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy import stats

from bench.simulated_journals import ANSWER_SD, INTERVIEW_SD
from interview_journal.analysis.arrangements import arrangements
from interview_journal.analysis.interview_noise import mean_variances
from interview_journal.analysis.kinds import kind_groups
from interview_journal.analysis.monotone_test import movement_test
from interview_journal.analysis.trend import NEARLY_EXACT_AT_MOST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.simulated_journals import Scores

LEVEL = 0.05 + 1e-12
_ORDERS = 1_000
_MARGIN = 0.5
_SAME = 1e-9


def _variances(found: Scores) -> NDArray[np.float64]:
    everyone = np.zeros(len(found.times), dtype=np.intp)
    return mean_variances(found.means, found.counts, found.squares, everyone)


def _two_sided(values: NDArray[np.float64]) -> float:
    above = int(np.sum(values >= values[0] - _SAME))
    below = int(np.sum(values <= values[0] + _SAME))
    return min(1.0, 2 * min(above, below) / len(values))


def _kendall(found: Scores, weights: NDArray[np.float64]) -> float:
    """Return the chance under Kendall's statistic with a weight for each pair of interviews."""
    apart = found.means[None, :] - found.means[:, None]
    signs = np.where(np.abs(apart) < _SAME, 0.0, np.sign(apart)) * weights
    first, second = np.triu_indices(len(found.means), 1)
    orders = arrangements((len(found.means),))[:_ORDERS]
    return _two_sided(signs[orders[:, first], orders[:, second]].sum(axis=1))


def plain_kendall(found: Scores) -> float:
    """Return the chance under Mann-Kendall on interview means (Mann, 1945)."""
    return _kendall(found, np.ones((len(found.means), len(found.means))))


def weighted_kendall(found: Scores) -> float:
    """Return the same, a pair weighing by its information; whole interviews are reordered."""
    own = _variances(found)
    spread = np.sqrt(own[:, None] + own[None, :])
    return _kendall(found, spread / (own[:, None] * own[None, :]))


def weighted_ranks(found: Scores) -> float:
    """Return the chance under our statistic with ranks in place of the means."""
    ranks = stats.rankdata(np.round(found.means, 9))
    everyone = np.zeros(len(ranks), dtype=np.intp)
    return movement_test(found.times, ranks, _variances(found), everyone).p_value


def regression_line(found: Scores) -> float:
    """Return the chance under the t-test of an ordinary least squares line."""
    if np.ptp(found.means) < _SAME:
        return 1.0
    return float(stats.linregress(found.times, found.means).pvalue)


def regression_direction(found: Scores) -> int:
    """Return which way that line goes, where it claims anything."""
    if regression_line(found) > LEVEL:
        return 0
    return int(np.sign(stats.linregress(found.times, found.means).slope))


def known_noise(found: Scores) -> float:
    """Return the chance under the weighted z-test that knows both variances."""
    weights = 1 / (INTERVIEW_SD**2 + ANSWER_SD**2 / found.counts)
    from_centre = found.times - weights @ found.times / weights.sum()
    both = float((weights * from_centre) @ found.means)
    size = abs(both) / math.sqrt(float((weights * from_centre) @ from_centre))
    return math.erfc(size / math.sqrt(2))


def kinds_always_apart(found: Scores) -> int:
    """Return the claim of our test when kinds are told apart even where they hardly differ."""
    compared = kind_groups(found.kinds)
    if compared.state in ("confounded", "single"):
        return 0
    kept = compared.kept
    own = mean_variances(
        found.means[kept], found.counts[kept], found.squares[kept], compared.groups
    )
    test = movement_test(found.times[kept], found.means[kept], own, compared.groups)
    return test.direction if test.p_value <= NEARLY_EXACT_AT_MOST else 0


def kinds_never_apart(found: Scores) -> int:
    """Return the claim of our test when kinds play no part."""
    everyone = np.zeros(len(found.times), dtype=np.intp)
    test = movement_test(found.times, found.means, _variances(found), everyone)
    return test.direction if test.p_value <= NEARLY_EXACT_AT_MOST else 0


def last_minus_first(found: Scores) -> int:
    """Return 1, -1 or 0: the last interview more than half a point from the first."""
    apart = float(found.means[-1] - found.means[0])
    return int(np.sign(apart)) if abs(apart) > _MARGIN else 0


def last_three(found: Scores, margin: float = 0.0) -> int:
    """Return 1, -1 or 0: the mean of the last three against the first three."""
    apart = float(found.means[-3:].mean() - found.means[:3].mean())
    return int(np.sign(apart)) if abs(apart) > margin + _SAME else 0
