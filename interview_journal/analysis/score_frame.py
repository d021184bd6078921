"""The dots of the first picture, one an interview, with what chance and the rater add."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from interview_journal.analysis.look import Look
    from interview_journal.analysis.rerating import Rerating
    from interview_journal.analysis.score_table import InterviewScores, ScoreTable

__all__ = ["score_frame"]

_QUANTILE: Final = 1.959963984540054
_LOWEST: Final = 1.0
_HIGHEST: Final = 5.0


def score_frame(
    table: ScoreTable,
    scores: InterviewScores,
    times: NDArray[np.float64],
    look: Look,
    noise: Rerating,
) -> pd.DataFrame:
    """Return the mean score of each rated interview.

    Args:
        table: The journal's scores.
        scores: Those looked at.
        times: When each interview was, in the unit of the look.
        look: The trend whose line is drawn.
        noise: The noise of the person's own scores.

    Returns:
        One row a rated interview, sorted by day, round, id:
            interview_id: str.
            number: int64, from 1.
            held_on: datetime64[s], day.
            company, kind: str; empty where unknown.
            round: int64, from 1.
            answer_count: int64, rated answers, from 1.
            mean_score: float64, 1.0 to 5.0.
            noise_low, noise_high: float64, where the mean would land in 95 of 100 re-ratings;
                NaN while the noise is unknown.
            line, line_low, line_high: float64, trend line with its 95 % band; NaN where no
                trend can be drawn.
    """
    import numpy as np
    import pandas as pd

    places, means = scores.places, scores.means
    reach = _QUANTILE * noise.error / np.sqrt(scores.counts)
    line, low, high = _line(times, look)
    epoch = np.datetime64("1970-01-01", "D").astype("datetime64[s]")
    days = (table.days[places] - _EPOCH_ORDINAL) * np.timedelta64(86_400, "s")
    return pd.DataFrame(
        {
            "interview_id": pd.Series(table.ids[places], dtype="str"),
            "number": np.arange(1, len(places) + 1, dtype=np.int64),
            "held_on": epoch + days,
            "company": pd.Series(table.companies[places], dtype="str"),
            "kind": pd.Series(table.kinds[places], dtype="str"),
            "round": table.rounds[places],
            "answer_count": scores.counts,
            "mean_score": means,
            "noise_low": np.clip(means - reach, _LOWEST, _HIGHEST),
            "noise_high": np.clip(means + reach, _LOWEST, _HIGHEST),
            "line": line,
            "line_low": low,
            "line_high": high,
        }
    )


_EPOCH_ORDINAL: Final = 719_163


def _line(
    times: NDArray[np.float64], look: Look
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the line through the weighted centre and its band, wider away from the centre."""
    import numpy as np

    if not math.isfinite(look.p_value):
        nothing = np.full(len(times), np.nan)
        return nothing, nothing, nothing
    away = times - look.centre.time
    line = look.centre.mean + look.slope * away
    level = _QUANTILE * look.centre.error
    up = np.where(away >= 0, look.high - look.slope, look.slope - look.low) * np.abs(away)
    down = np.where(away >= 0, look.slope - look.low, look.high - look.slope) * np.abs(away)
    low = line - np.sqrt(level**2 + down**2)
    high = line + np.sqrt(level**2 + up**2)
    return line, low, high
