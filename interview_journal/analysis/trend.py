"""The verdict of a look, once all looks beside it are known."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from interview_journal.analysis.trend_values import MIN_INTERVIEWS, Trend
from interview_journal.analysis.trend_words import reason_of, trend_sentence, trend_words

if TYPE_CHECKING:
    from interview_journal.analysis.look import Look
    from interview_journal.analysis.monotone_test import MonotoneTest
    from interview_journal.analysis.trend_values import TrendVerdict

__all__ = ["CLAIM_AT_MOST", "NEARLY_EXACT_AT_MOST", "trend_of", "verdict_of"]

CLAIM_AT_MOST = 0.05
"""The chance of a claim by luck alone, on a whole page: one in twenty."""
NEARLY_EXACT_AT_MOST = 0.04
"""The same where numbers of answers differ: a margin, as the test is then not quite exact."""

_SLACK = 1e-12


def verdict_of(look: Look, corrected: float) -> TrendVerdict:
    """Return what a look may claim.

    Args:
        look: The numbers.
        corrected: Its chance of luck, corrected for all looks beside it; NaN claims nothing.
    """
    if look.interview_count < MIN_INTERVIEWS:
        return "not enough yet"
    if look.test is None or not corrected <= _claim_at_most(look.test) + _SLACK:
        return "no clear change"
    # The interval holds the slope as well: with many ties the test may move, yet half of all
    # pairs of interviews do not, and then nothing is claimed.
    if look.low > 0:
        return "improving"
    return "declining" if look.high < 0 else "no clear change"


def _claim_at_most(test: MonotoneTest) -> float:
    return CLAIM_AT_MOST if test.is_balanced else NEARLY_EXACT_AT_MOST


def trend_of(
    look: Look,
    corrected: float,
    look_count: int,
    *,
    subject: str = "Your answers",
    slope_per_month: float | None = None,
) -> Trend:
    """Return the trend with its sentences.

    Args:
        look: The numbers.
        corrected: Its chance of luck, corrected for all looks beside it.
        look_count: How many looks were corrected together.
        subject: What was rated.
        slope_per_month: The slope by date, where it was asked for.
    """
    verdict = verdict_of(look, corrected)
    sentence = trend_sentence(look, verdict, subject)
    if slope_per_month is not None and look.interview_count >= MIN_INTERVIEWS:
        sentence = f"{sentence} By the calendar that is {slope_per_month:+.2f} points a month."
    return Trend(
        verdict=verdict,
        slope_per_interview=look.slope,
        low=look.low,
        high=look.high,
        p_value=corrected,
        interview_count=look.interview_count,
        answer_count=look.answer_count,
        sentence=sentence,
        words=trend_words(look, verdict, subject),
        reason=reason_of(look),
        how=_how(look, corrected, look_count),
        slope_per_month=slope_per_month,
    )


def _how(look: Look, corrected: float, look_count: int) -> tuple[str, ...]:
    """Return the names and numbers of the statistics."""
    if look.kinds is None:
        return ("No trend is tested below five interviews: 2/4! = 8 %, too often luck.",)
    unit = "the unit is the mean of an interview, weighted by its information."
    lines = [
        f"{look.interview_count} interviews, {look.answer_count} rated answers; {unit}",
        {
            "one kind": "One kind of interview.",
            "alike": "Kinds differ by less than luck would make them (F below 1): all together.",
            "within": "Kinds differ, so interviews are compared within their kind only.",
            "main": "Only the most frequent kind is looked at; the others came at other times.",
            "confounded": "Kind and time cannot be told apart (each kind had a time of its own).",
            "single": "Kind and time cannot be told apart (no kind came twice).",
        }[look.kinds.state],
    ]
    if math.isfinite(look.slope):
        interval = (
            f"95 % interval {look.low:+.3f} to {look.high:+.3f} (inverted permutation test)"
            if math.isfinite(look.low)
            else "no interval"
        )
        lines.append(f"Theil-Sen slope {look.slope:+.3f} points an interview, {interval}.")
    if look.test is not None and math.isfinite(look.p_value):
        lines.append(
            f"Permutation test of a trend in time, {_orders(look)}: p = {look.p_value:.3f}; "
            f"after Holm's correction for {look_count} look{'s' * (look_count != 1)}: "
            f"p = {corrected:.3f}. A claim is made at {_claim_at_most(look.test)} or below."
        )
    return tuple(lines)


def _orders(look: Look) -> str:
    if look.test is None or look.test.arrangement_count == 0:
        return "by its normal limit"
    kind = "all" if look.test.is_exact else "a fixed draw of"
    return f"{kind} {look.test.arrangement_count:,} orders"
