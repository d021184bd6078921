"""The person's guesses against what came: how far off, and to which side.

People misremember a guess once they know the result, so the guess is the one frozen before.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.analysis.outcomes import UNDECIDED, has_enough_outcomes
from interview_journal.analysis.wilson import wilson_interval

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from interview_journal.analysis.outcomes import Outcomes

__all__ = ["Calibration", "calibration", "forecast_frame"]


@dataclass(frozen=True, slots=True)
class Calibration:
    """How guesses and outcomes compare.

    Attributes:
        count: Guesses with an outcome.
        advanced_count: Of those, how many ended with a yes.
        brier: Mean squared distance of guess and outcome, 0 best, 1 worst (Brier, 1950).
        brier_reference: The same for always guessing the share of yes that came out.
        bias: Mean guess minus share of yes, in percentage points; above 0 is too hopeful.
        bias_low: Lower end of its 95 % interval.
        bias_high: Upper end.
        p_value: Chance of so large a bias by luck; NaN before eight outcomes of both kinds.
        is_ready: Whether anything may be claimed.
    """

    count: int
    advanced_count: int
    brier: float
    brier_reference: float
    bias: float
    bias_low: float
    bias_high: float
    p_value: float
    is_ready: bool


def _guessed(
    found: Outcomes, mask: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    import numpy as np

    kept = mask & (found.ends != UNDECIDED) & np.isfinite(found.percents)
    return found.percents[kept], found.ends[kept]


def calibration(found: Outcomes, mask: NDArray[np.bool_]) -> Calibration:
    """Return how the guesses of the masked interviews compare with their outcomes.

    The guesses are known numbers; what is uncertain is the share of yes. The interval of the
    bias is therefore that of the share (Wilson, 1927) taken from the mean guess: a little too
    wide where the chances differ from interview to interview (Hoeffding, 1956), never too
    narrow for that reason.
    """
    percents, ends = _guessed(found, mask)
    count, advanced = len(ends), int(ends.sum())
    if count == 0:
        nan = math.nan
        return Calibration(0, 0, nan, nan, nan, nan, nan, nan, is_ready=False)
    guess, share = float(percents.mean()) / 100, advanced / count
    low, high = wilson_interval(advanced, count)
    is_ready = has_enough_outcomes(ends)
    return Calibration(
        count=count,
        advanced_count=advanced,
        brier=float(((percents / 100 - ends) ** 2).mean()),
        brier_reference=share * (1 - share),
        bias=100 * (guess - share),
        bias_low=100 * (guess - high),
        bias_high=100 * (guess - low),
        p_value=_chance(guess, share, count) if is_ready else math.nan,
        is_ready=is_ready,
    )


def _chance(guess: float, share: float, count: int) -> float:
    """Return the chance by luck that belongs to Wilson's interval: the score test."""
    spread = guess * (1 - guess) / count
    if spread == 0:
        return 0.0
    return math.erfc(abs(guess - share) / math.sqrt(2 * spread))


def forecast_frame(found: Outcomes, mask: NDArray[np.bool_]) -> pd.DataFrame:
    """Return the outcomes by guessed percentage.

    Returns:
        One row a guessed percentage that has an outcome, sorted by it:
            percent: int64, 0 to 100.
            forecast_count: int64, guesses with an outcome.
            advanced_count: int64, how many of them ended with a yes.
            share: float64, 0 to 1.
            low, high: float64, ends of its 95 % interval (Wilson, 1927).
    """
    import numpy as np
    import pandas as pd

    percents, ends = _guessed(found, mask)
    values, places = np.unique(percents, return_inverse=True)
    counts = np.bincount(places, minlength=len(values)).astype(np.int64)
    advanced = np.bincount(places, ends, minlength=len(values)).astype(np.int64)
    spans = [wilson_interval(int(a), int(n)) for a, n in zip(advanced, counts, strict=True)]
    return pd.DataFrame(
        {
            "percent": values.astype(np.int64),
            "forecast_count": counts,
            "advanced_count": advanced,
            "share": advanced / np.maximum(counts, 1),
            "low": np.array([low for low, _ in spans], dtype=np.float64),
            "high": np.array([high for _, high in spans], dtype=np.float64),
        }
    )
