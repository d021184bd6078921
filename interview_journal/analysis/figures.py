"""The five pictures of the page, as data with their sentences."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.calibration import forecast_frame
from interview_journal.analysis.criteria_frame import criteria_frame
from interview_journal.analysis.figure_how import (
    criteria_how,
    forecast_how,
    noise_how,
    repair_how,
    stage_how,
)
from interview_journal.analysis.figure_words import (
    criteria_words,
    forecast_words,
    noise_words,
    repair_words,
    stage_words,
)
from interview_journal.analysis.look import middle_places
from interview_journal.analysis.page_looks import date_look
from interview_journal.analysis.score_frame import score_frame
from interview_journal.analysis.stages import stage_frame
from interview_journal.analysis.trend import trend_of
from interview_journal.analysis.trend_values import MIN_INTERVIEWS, Figure, Trend

if TYPE_CHECKING:
    from interview_journal.analysis.filters import Filters
    from interview_journal.analysis.journal_facts import JournalFacts
    from interview_journal.analysis.page_looks import PageLooks

__all__ = ["FIGURE_KEYS", "figure_code", "page_figures"]

FIGURE_KEYS: Final = ("score", "criteria", "forecasts", "stages", "repair")
_MIN_DECIDED: Final = 3


def page_figures(
    facts: JournalFacts, filters: Filters, looks: PageLooks
) -> tuple[Trend, tuple[Figure, ...]]:
    """Return the trend of the page and its five pictures, in order."""
    trend, score = _score(facts, filters, looks)
    return trend, (
        score,
        _criteria(filters, looks),
        _forecasts(facts, filters, looks),
        _stages(facts, filters, looks),
        _repair(filters, looks),
    )


def figure_code(key: str, filters: Filters) -> str:
    """Return the line of Python that gives a picture's frame.

    Example:
        >>> from interview_journal.analysis.filters import Filters
        >>> figure_code("score", Filters(company="Acme"))
        "ij.trend_frame(journal, 'score', company='Acme')"
    """
    given = [
        f"{name}={str(value)!r}" if isinstance(value, date) else f"{name}={value!r}"
        for name, value in filters.chosen().items()
    ]
    return f"ij.trend_frame({', '.join(['journal', repr(key), *given])})"


def _score(facts: JournalFacts, filters: Filters, looks: PageLooks) -> tuple[Trend, Figure]:
    look, scores = looks.look, looks.scores
    times, drawn, per_month = middle_places(facts.table.days[scores.places]), look, None
    if filters.axis == "date":
        times, drawn = date_look(facts.table, scores)
        per_month = drawn.slope
    trend = trend_of(
        look,
        looks.corrected["trend"],
        looks.look_count,
        subject=facts.subject(filters.criterion),
        slope_per_month=per_month,
    )
    noise = facts.noise(filters.criterion)
    frame = score_frame(facts.table, scores, times, drawn, noise)
    meta: dict[str, float | str] = {"verdict": trend.verdict, "axis": filters.axis}
    meta |= {"slope_per_interview": trend.slope_per_interview, "look_count": looks.look_count}
    if len(frame) and math.isfinite(noise.error):
        middle = float(frame["answer_count"].median())
        meta["noise_band"] = noise.detectable_change(middle) / math.sqrt(2)
        meta["detectable_change"] = noise.detectable_change(middle)
    is_ready = look.interview_count >= MIN_INTERVIEWS
    told, plain = noise_words(meta) if is_ready else ("", "")
    return trend, Figure(
        key="score",
        title="Your scores, interview by interview",
        frame=frame,
        sentence=trend.sentence + told,
        words=trend.words + plain,
        is_ready=is_ready,
        how=(*trend.how, *noise_how(noise, facts.mentors(filters.criterion))),
        code=figure_code("score", filters),
        meta=meta,
    )


def _criteria(filters: Filters, looks: PageLooks) -> Figure:
    corrected = [looks.corrected[f"criterion {one.criterion}"] for one in looks.criteria]
    frame = criteria_frame(looks.criteria, corrected)
    sentence, words = criteria_words(frame)
    return Figure(
        key="criteria",
        title="What you are strong at",
        frame=frame,
        sentence=sentence,
        words=words,
        is_ready=len(frame) > 0,
        how=criteria_how(looks.criteria, corrected, looks.look_count),
        code=figure_code("criteria", filters),
    )


def _forecasts(facts: JournalFacts, filters: Filters, looks: PageLooks) -> Figure:
    found = looks.guesses
    sentence, words = forecast_words(found, claims=looks.claims("forecasts"))
    return Figure(
        key="forecasts",
        title="What you expected, and what came",
        frame=forecast_frame(facts.outcomes, facts.table.interview_mask(filters)),
        sentence=sentence,
        words=words,
        is_ready=found.is_ready,
        how=forecast_how(found, looks.corrected["forecasts"], looks.look_count),
        code=figure_code("forecasts", filters),
        meta={
            "brier": found.brier,
            "brier_reference": found.brier_reference,
            "bias": found.bias,
            "bias_low": found.bias_low,
            "bias_high": found.bias_high,
        },
    )


def _stages(facts: JournalFacts, filters: Filters, looks: PageLooks) -> Figure:
    frame = stage_frame(facts.outcomes, facts.table.rounds, facts.table.interview_mask(filters))
    sentence, words = stage_words(frame, looks.parted, claims=looks.claims("separation"))
    return Figure(
        key="stages",
        title="How far it went",
        frame=frame,
        sentence=sentence,
        words=words,
        is_ready=int(frame["decided_count"].sum()) >= _MIN_DECIDED,
        how=stage_how(looks.parted, looks.corrected["separation"], looks.look_count),
        code=figure_code("stages", filters),
    )


def _repair(filters: Filters, looks: PageLooks) -> Figure:
    repaired, other = looks.repaired, looks.other
    sentence, words = repair_words(repaired, other, claims=looks.claims("repair"))
    return Figure(
        key="repair",
        title="Did repair work?",
        frame=looks.topics,
        sentence=sentence,
        words=words,
        is_ready=math.isfinite(repaired.low),
        how=repair_how(repaired, other, looks.corrected["repair"], looks.look_count),
        code=figure_code("repair", filters),
        meta={
            "mean_change": repaired.mean,
            "low": repaired.low,
            "high": repaired.high,
            "other_mean_change": other.mean,
            "other_low": other.low,
            "other_high": other.high,
            "repaired_count": repaired.count,
            "other_count": other.count,
        },
    )
