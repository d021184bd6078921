"""What each picture beside the trend says: a sentence, and the same without any number."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.outcomes import MIN_OUTCOMES
from interview_journal.analysis.paired_change import MIN_CHANGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from interview_journal.analysis.calibration import Calibration
    from interview_journal.analysis.paired_change import PairedChange
    from interview_journal.analysis.separation import Separation

__all__ = ["criteria_words", "forecast_words", "noise_words", "repair_words", "stage_words"]

Told = tuple[str, str]
"""A sentence, and the same without any number."""

ONE_NO = (
    "A single no is not interpreted: of those whom one interviewer puts in the lower half, "
    "about one in three would be in the upper half with another."
)


_NO_SEPARATION: Final = 0.5


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def criteria_words(frame: pd.DataFrame) -> Told:
    """Return what the criteria show."""
    if frame.empty:
        words = "Nothing here was looked at more closely yet. Look closer at one answer to begin."
        return words, words
    best, last = frame.iloc[0], frame.iloc[-1]
    moved = [
        f"{row['label']} ({row['verdict']})"
        for row in frame.to_dict("records")
        if row["verdict"] in ("improving", "declining")
    ]
    change = f"Clear change: {_listed(moved)}." if moved else _unmoved(frame)
    if len(frame) == 1:
        words = f"So far only {best['label']} is rated. {change} Rate one more side of an answer."
        return words, words
    mean, low = float(best["mean_score"]), float(last["mean_score"])
    numbers = (
        f"You rate yourself highest on {best['label']} ({mean:.1f} of 5) and lowest on "
        f"{last['label']} ({low:.1f})."
    )
    plain = f"You rate yourself highest on {best['label']} and lowest on {last['label']}."
    rest = f"{change} These are your own eyes, not theirs. Next, work on {last['label']}."
    return f"{numbers} {rest}", f"{plain} {rest}"


def _unmoved(frame: pd.DataFrame) -> str:
    if (frame["verdict"] == "not enough yet").all():
        return "It is too early for a trend in any of them."
    return "No clear change in any of them yet."


def forecast_words(found: Calibration, *, claims: bool) -> Told:
    """Return what the guesses show.

    Args:
        found: Guesses against outcomes.
        claims: Whether a bias may be claimed beside all other looks of the page.
    """
    if not found.is_ready:
        waits = (
            f"Nothing is said before {MIN_OUTCOMES} guesses have an outcome, some a yes and some "
            f"a no; so far there {'is' if found.count == 1 else 'are'} {found.count}. "
            "Keep guessing on the evening itself."
        )
        words = (
            "Too early to compare your guesses with what came. Keep guessing on the evening itself."
        )
        return waits, words
    share = 100 * found.advanced_count / found.count
    guess = share + found.bias
    said = f"You expected a yes {guess:.0f} % of the time and got one {share:.0f} % of the time"
    span = f"({found.count} guesses; the difference is likely {found.bias_low:+.0f} to "
    numbers = f"{said} {span}{found.bias_high:+.0f} points)."
    if not claims:
        verdict = "That difference can be luck."
    elif found.bias > 0:
        verdict = "You tend to hope for more than comes."
    else:
        verdict = "You tend to expect less than comes."
    rest = f"{verdict} It says nothing about any one interview. Keep guessing before you hear."
    return f"{numbers} {rest}", rest


def stage_words(frame: pd.DataFrame, found: Separation, *, claims: bool) -> Told:
    """Return what the outcomes show.

    Args:
        frame: The stages.
        found: Whether ratings go with a yes.
        claims: Whether that may be claimed beside all other looks of the page.
    """
    decided, waiting = int(frame["decided_count"].sum()), int(frame["waiting_count"].sum())
    if decided == 0:
        words = "No outcome is known yet. When you hear, write it down under Tonight."
        return words, words
    parts = [
        f"{row['stage']}: {row['advanced_count']} of {row['decided_count']} went on "
        f"({100 * row['low']:.0f} to {100 * row['high']:.0f} % fits)"
        for row in frame.to_dict("records")
        if row["decided_count"]
    ]
    told = "; ".join(parts)
    wait = f" {_plural(waiting, 'interview')} still without news." if waiting else ""
    plain = "These are your outcomes by round; the bars are wide because there are few of them."
    parted, chance = _separation_words(found, claims=claims)
    return f"{told}.{wait} {ONE_NO} {parted}{chance}", f"{plain} {ONE_NO} {parted}"


def _separation_words(found: Separation, *, claims: bool) -> Told:
    """Return whether ratings go with a yes, and how often luck alone does as much."""
    if not found.is_ready:
        words = (
            "Whether higher ratings go with a yes cannot be said before there are "
            "eight outcomes of both kinds."
        )
        return words, ""
    if not claims:
        return "Your ratings do not tell a yes from a no so far; trust neither too much.", ""
    more = "more" if found.area > _NO_SEPARATION else "less"
    words = (
        f"Interviews you rated higher ended with a yes {more} often than those you rated lower; "
        "luck alone rarely does so."
    )
    return words, f" It would about once in {max(1, round(1 / found.p_value)):,} times."


def repair_words(repaired: PairedChange, other: PairedChange, *, claims: bool) -> Told:
    """Return what repair shows.

    Args:
        repaired: Change of the topics that were repaired and asked again.
        other: Change of those asked again without repair.
        claims: Whether the change may be claimed beside all other looks of the page.
    """
    if repaired.count == 0:
        words = (
            "No repaired answer was asked for again yet. "
            "Write a better answer or rehearse one; it will come up."
        )
        return words, words
    told = f"{_plural(repaired.count, 'repaired topic')} asked again: {repaired.mean:+.1f} points"
    plain = "Repaired topics that were asked again"
    beside = f", {other.mean:+.1f} for {other.count} without repair" if other.count else ""
    if not math.isfinite(repaired.low):
        rest = "That is too few to tell repair from luck. Repair one more weak answer."
        early = f"After {MIN_CHANGES} repaired topics we can say more."
        words = f"{plain} are too few to tell repair from luck. Repair one more weak answer."
        return f"{told}{beside}. {rest} {early}", words
    span = f" ({repaired.low:+.1f} to {repaired.high:+.1f} fits)"
    rest = "Weak answers tend to be better next time even without work, so part of it may be luck."
    if claims:
        verdict = "The change is more than luck alone would do."
        words = f"{plain} changed {'for the better' if repaired.mean > 0 else 'for the worse'}."
    else:
        verdict = "That can still be luck."
        words = f"{plain} show no clear change yet."
    return f"{told}{span}{beside}. {verdict} {rest}", f"{words} {rest}"


def noise_words(meta: Mapping[str, float | str]) -> Told:
    """Return what the person's own noise says beside the trend; empty while it is unknown."""
    band = float(meta.get("noise_band", math.nan))
    if not math.isfinite(band):
        return "", ""
    change = float(meta["detectable_change"])
    told = (
        f" Scored again blind, an interview would move by up to {band:.1f} points, "
        f"so two interviews differ for sure only from {change:.1f} points on."
    )
    return told, " Scored again blind, single interviews move about as well."
