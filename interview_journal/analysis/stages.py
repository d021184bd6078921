"""How many interviews ended with a yes, by round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.outcomes import UNDECIDED, YES
from interview_journal.analysis.wilson import wilson_interval

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from interview_journal.analysis.outcomes import Outcomes

__all__ = ["STAGES", "stage_frame"]

STAGES: Final = ("Round 1", "Round 2", "Round 3 and later")


def stage_frame(
    found: Outcomes, rounds: NDArray[np.int64], mask: NDArray[np.bool_]
) -> pd.DataFrame:
    """Return the outcomes by stage.

    Args:
        found: What became of each interview.
        rounds: Its round, from 1.
        mask: Which interviews to count.

    Returns:
        One row a stage with an outcome or an interview that waits for one, in order:
            stage: str.
            decided_count: int64, interviews with a yes or a no.
            advanced_count: int64, of those with a yes.
            waiting_count: int64, interviews nothing was heard about yet; not decided.
            share: float64, 0 to 1; NaN where nothing is decided.
            low, high: float64, ends of its 95 % interval (Wilson, 1927); NaN likewise.
    """
    import numpy as np
    import pandas as pd

    stages = np.minimum(rounds, len(STAGES)) - 1
    size = len(STAGES)
    decided = np.bincount(stages[mask & (found.ends != UNDECIDED)], minlength=size)
    advanced = np.bincount(stages[mask & (found.ends == YES)], minlength=size)
    waiting = np.bincount(stages[mask & found.is_waiting], minlength=size)
    spans = [wilson_interval(int(a), int(n)) for a, n in zip(advanced, decided, strict=True)]
    frame = pd.DataFrame(
        {
            "stage": pd.Series(STAGES, dtype="str"),
            "decided_count": decided.astype(np.int64),
            "advanced_count": advanced.astype(np.int64),
            "waiting_count": waiting.astype(np.int64),
            "share": np.where(decided > 0, advanced / np.maximum(decided, 1), np.nan),
            "low": np.array([low for low, _ in spans]),
            "high": np.array([high for _, high in spans]),
        }
    )
    return frame[decided + waiting > 0].reset_index(drop=True)
