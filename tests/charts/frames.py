"""Hand-made frames with the columns a chart draws."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd

__all__ = [
    "HOSTILE",
    "MEANS",
    "criteria_frame",
    "empty",
    "forecasts_frame",
    "frame_of",
    "repair_frame",
    "score_frame",
    "stages_frame",
]

HOSTILE: Final = (
    "$x^2$ & Sons",
    r"\frac{1}{0} $\alpha",
    "<script>alert(1)</script>",
    "株式会社 山田",
    "שלום עולם",
    "party 🎉 👩‍⚕️",
    "line\none\ttab\x07bell",
    "%s {name} \u202eevil",
    "a" * 300,
    "word " * 60,
)
MEANS: Final = {
    "mean_change": 0.7,
    "low": -0.3,
    "high": 1.7,
    "other_mean_change": 0.2,
    "other_low": -0.5,
    "other_high": 0.9,
}


def score_frame(count: int, *, has_noise: bool = True, has_line: bool | None = None) -> Any:
    """Return so many interviews; the line is there from five on unless asked otherwise."""
    draw = np.random.default_rng(3)
    numbers = np.arange(1, count + 1)
    scores = np.clip(2.4 + 0.1 * numbers + draw.normal(0, 0.4, count), 1, 5)
    days = np.datetime64("2026-01-12", "s") + (7 * numbers).astype("timedelta64[D]")
    unknown = np.full(count, np.nan)
    drawn = count >= 5 if has_line is None else has_line
    line = np.linspace(2.5, 3.5, count) if drawn else unknown
    noise = 0.4 if has_noise else np.nan
    return pd.DataFrame(
        {
            "interview_id": [f"i_{number}" for number in numbers],
            "number": numbers.astype("int64"),
            "held_on": pd.Series(days).astype("datetime64[s]"),
            "company": "Northgate Hospital",
            "kind": "panel interview",
            "round": 1,
            "answer_count": (1 + numbers % 5).astype("int64"),
            "mean_score": scores,
            "noise_low": scores - noise,
            "noise_high": scores + noise,
            "line": line,
            "line_low": line - 0.3,
            "line_high": line + 0.3,
        }
    )


def criteria_frame(labels: tuple[str, ...] = ("Relevance", "Structure", "Evidence")) -> Any:
    """Return a criterion a label; the last one has no change yet."""
    count = len(labels)
    slopes = np.array([0.12, -0.08, 0.02, 0.05] * count)[:count]
    slopes[-1] = np.nan
    verdicts = ["improving", "declining", "no clear change", "no clear change"] * count
    return pd.DataFrame(
        {
            "criterion": list(labels),
            "label": list(labels),
            "mean_score": np.linspace(4.2, 2.1, count),
            "interview_count": 9,
            "answer_count": np.arange(1, count + 1),
            "slope_per_interview": slopes,
            "low": slopes - 0.1,
            "high": slopes + 0.1,
            "verdict": [*verdicts[: count - 1], "not enough yet"],
        }
    )


def forecasts_frame() -> Any:
    """Return guesses of five kinds, none to all of them right."""
    return pd.DataFrame(
        {
            "percent": [10, 30, 50, 70, 90],
            "forecast_count": [1, 3, 6, 4, 5],
            "advanced_count": [0, 0, 2, 2, 5],
            "share": [0.0, 0.0, 1 / 3, 0.5, 1.0],
            "low": [0.0, 0.0, 0.1, 0.15, 0.57],
            "high": [0.79, 0.56, 0.7, 0.85, 1.0],
        }
    )


def stages_frame() -> Any:
    """Return three stages; nothing is known of the last."""
    return pd.DataFrame(
        {
            "stage": ["Round 1", "Round 2", "Round 3 and later"],
            "decided_count": [12, 5, 0],
            "advanced_count": [5, 3, 0],
            "waiting_count": [2, 0, 1],
            "share": [5 / 12, 0.6, np.nan],
            "low": [0.19, 0.23, np.nan],
            "high": [0.68, 0.88, np.nan],
        }
    )


def repair_frame(
    labels: tuple[str, ...] = ("A conflict", "Why here", "Strengths", "A mistake"),
) -> Any:
    """Return a topic a label: the first half worked on, the last of those not asked since."""
    count = len(labels)
    worked = [at < (count + 1) // 2 for at in range(count)]
    after = np.linspace(4.0, 3.0, count)
    counts = np.full(count, 2)
    if count > 1:
        after[sum(worked) - 1], counts[sum(worked) - 1] = np.nan, 0
    before = np.linspace(2.0, 3.5, count)
    return pd.DataFrame(
        {
            "topic": [f"topic_{at}" for at in range(count)],
            "label": list(labels),
            "is_repaired": worked,
            "repaired_at": pd.NaT,
            "before_mean": before,
            "after_mean": after,
            "before_count": 1,
            "after_count": counts,
            "change": after - before,
        }
    )


def frame_of(key: str, labels: tuple[str, ...] | None = None) -> Any:
    """Return the usual frame of a chart; the labels go where that chart shows words."""
    if key == "score":
        return score_frame(12)
    if key == "criteria":
        return criteria_frame(labels) if labels else criteria_frame()
    if key == "repair":
        return repair_frame(labels) if labels else repair_frame()
    if key == "stages":
        frame = stages_frame()
        return frame.assign(stage=list(labels[:3])) if labels else frame
    return forecasts_frame()


def empty(key: str) -> Any:
    """Return the chart's frame without a row."""
    return frame_of(key).head(0)
