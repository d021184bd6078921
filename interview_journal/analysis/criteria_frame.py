"""Where the person is strong, criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.analysis.trend import verdict_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from interview_journal.analysis.look import Look

__all__ = ["CriterionLook", "criteria_frame"]


@dataclass(frozen=True, slots=True)
class CriterionLook:
    """One criterion and its look.

    Attributes:
        criterion: Its key.
        label: How the screen names it.
        mean_score: Mean over interviews, 1.0 to 5.0.
        look: Its trend.
    """

    criterion: str
    label: str
    mean_score: float
    look: Look


def criteria_frame(looks: Sequence[CriterionLook], corrected: Sequence[float]) -> pd.DataFrame:
    """Return the criteria with any rating; overall is not among them.

    Args:
        looks: One a criterion.
        corrected: The chance of luck of each, corrected for all looks of the page.

    Returns:
        One row a criterion, highest mean first, then by label:
            criterion: str, its key.
            label: str, plain words.
            mean_score: float64, mean over interviews, 1.0 to 5.0.
            interview_count, answer_count: int64, from 1.
            slope_per_interview, low, high: float64, points; NaN where there is not enough.
            verdict: str, improving, declining, no clear change or not enough yet.
    """
    import numpy as np
    import pandas as pd

    def numbers(name: str) -> list[float]:
        return [float(getattr(one.look, name)) for one in looks]

    frame = pd.DataFrame(
        {
            "criterion": pd.Series([one.criterion for one in looks], dtype="str"),
            "label": pd.Series([one.label for one in looks], dtype="str"),
            "mean_score": np.array([one.mean_score for one in looks], dtype=np.float64),
            "interview_count": np.array([one.look.interview_count for one in looks], np.int64),
            "answer_count": np.array([one.look.answer_count for one in looks], np.int64),
            "slope_per_interview": np.array(numbers("slope"), dtype=np.float64),
            "low": np.array(numbers("low"), dtype=np.float64),
            "high": np.array(numbers("high"), dtype=np.float64),
            "verdict": pd.Series(
                [verdict_of(one.look, p) for one, p in zip(looks, corrected, strict=True)],
                dtype="str",
            ),
        }
    )
    few = frame["verdict"] == "not enough yet"
    frame.loc[few, "slope_per_interview"] = np.nan
    return frame.sort_values(
        ["mean_score", "label"], ascending=[False, True], kind="stable"
    ).reset_index(drop=True)
