"""The statistics' names and numbers behind each picture, for those who ask."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.analysis.calibration import Calibration
    from interview_journal.analysis.criteria_frame import CriterionLook
    from interview_journal.analysis.paired_change import PairedChange
    from interview_journal.analysis.rater_agreement import Agreement
    from interview_journal.analysis.rerating import Rerating
    from interview_journal.analysis.separation import Separation

__all__ = ["criteria_how", "forecast_how", "noise_how", "repair_how", "stage_how"]


def _corrected(p_value: float, corrected: float, look_count: int) -> str:
    return (
        f"p = {p_value:.3f}; after Holm's correction for {look_count} "
        f"look{'s' * (look_count != 1)}: p = {corrected:.3f}."
    )


def _agreed(found: Agreement) -> str:
    kappa = f", weighted kappa {found.kappa:.2f}" if math.isfinite(found.kappa) else ""
    return (
        f"{found.count} answers, {100 * found.exact_share:.0f} % equal, "
        f"{100 * found.near_share:.0f} % at most one point apart, "
        f"mean difference {found.shift:+.2f}{kappa}."
    )


def noise_how(noise: Rerating, mentors: Sequence[tuple[str, Agreement]]) -> tuple[str, ...]:
    """Return what is known of the noise of the ratings."""
    if noise.pair_count == 0:
        lines = ["Your own re-rating noise is unknown: no answer was scored again blind."]
    elif not math.isfinite(noise.error):
        lines = [f"Re-rated blind: {_agreed(noise.agreement)} The noise is told from five on."]
    else:
        lines = [
            f"Re-rated blind: {_agreed(noise.agreement)}",
            (
                f"Standard error of one score {noise.error:.2f} points (95 % interval "
                f"{noise.error_low:.2f} to {noise.error_high:.2f}); it does not gate the verdict."
            ),
        ]
    lines += [f"You and {name}: {_agreed(found)}" for name, found in mentors]
    return tuple(lines)


def criteria_how(
    looks: Sequence[CriterionLook], corrected: Sequence[float], look_count: int
) -> tuple[str, ...]:
    """Return the trend of each criterion."""
    lines = []
    for one, p in zip(looks, corrected, strict=True):
        found = one.look
        if math.isfinite(found.p_value):
            lines.append(
                f"{one.label}: Theil-Sen slope {found.slope:+.3f} an interview "
                f"({found.low:+.3f} to {found.high:+.3f}), "
                f"{_corrected(found.p_value, p, look_count)}"
            )
    return tuple(lines) or ("No trend is tested below five interviews.",)


def forecast_how(found: Calibration, corrected: float, look_count: int) -> tuple[str, ...]:
    """Return the scores of the guesses."""
    if not found.is_ready:
        return ("Brier score and bias are told from eight outcomes on, with both kinds.",)
    return (
        (
            f"Brier score {found.brier:.3f} (0 is best); always guessing the share of yes, known "
            f"only afterwards, would have given {found.brier_reference:.3f}."
        ),
        (
            f"Bias {found.bias:+.0f} percentage points, 95 % interval {found.bias_low:+.0f} to "
            f"{found.bias_high:+.0f} (from Wilson's interval of the share of yes), "
            f"{_corrected(found.p_value, corrected, look_count)}"
        ),
    )


def stage_how(found: Separation, corrected: float, look_count: int) -> tuple[str, ...]:
    """Return how the outcomes were counted, and whether ratings go with them."""
    lines = [
        (
            "Shares with Wilson's 95 % interval. Silence counts as a no once you called it final; "
            "rounds you withdrew from are left out, those without news counted apart."
        ),
        (
            "Interviewers agree with each other at about .44 alone and .74 in a panel "
            "(Huffcutt et al., 2013): of those one puts below the median, about 36 % would be "
            "above it with another."
        ),
    ]
    if found.is_ready:
        how = "exact" if found.is_exact else "normal limit"
        lines.append(
            f"Area under the curve of interview mean against outcome {found.area:.2f} over "
            f"{found.count} interviews (one comparison, permutation test, {how}): "
            f"{_corrected(found.p_value, corrected, look_count)}"
        )
    return tuple(lines)


def repair_how(
    repaired: PairedChange, other: PairedChange, corrected: float, look_count: int
) -> tuple[str, ...]:
    """Return the changes with and without repair."""
    lines = ["The unit is the topic: mean score after minus mean score before."]
    for name, found in (("Repaired", repaired), ("Not repaired", other)):
        if math.isfinite(found.low):
            lines.append(
                f"{name}: {found.count} topics, mean change {found.mean:+.2f}, 95 % interval "
                f"{found.low:+.2f} to {found.high:+.2f} (inverted sign-flip test)."
            )
        else:
            lines.append(f"{name}: {found.count} topics; an interval needs six.")
    if math.isfinite(repaired.p_value):
        lines.append(f"Repaired: {_corrected(repaired.p_value, corrected, look_count)}")
    lines.append("Weak answers are repaired first and rise by themselves: regression to the mean.")
    return tuple(lines)
