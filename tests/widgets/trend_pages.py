"""Hand-made pages of trends, for what the panel does with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from interview_journal.analysis.filters import Filters
from interview_journal.analysis.trend_values import (
    AskedOnce,
    Choice,
    Choices,
    Figure,
    Strength,
    ThenAndNow,
    Trend,
    TrendsPage,
)
from tests.charts.frames import frame_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["CHOICES", "TODAY", "asked", "figure", "page"]

TODAY: Final = date(2026, 7, 1)
CHOICES: Final = Choices(
    companies=(Choice("Northgate Hospital", "Northgate Hospital"), Choice("Osprey", "Osprey")),
    kinds=(Choice("phone screen", "phone screen"),),
    topics=(Choice("why_us", "Why this employer"),),
    criteria=(Choice("overall", "Overall"), Choice("structure", "Structure")),
    response_types=(Choice("story", "A story"),),
)
NAN: Final = float("nan")


def figure(key: str = "score", frame: pd.DataFrame | None = None, **more: Any) -> Figure:
    """Return one figure with its sentence and its words."""
    given: dict[str, Any] = {
        "title": f"The title of {key}",
        "sentence": f"The sentence of {key}: 3.5 of 5.",
        "words": f"The words of {key}.",
        "is_ready": True,
        "how": (f"How we know {key}: p = 0.02.",),
        "code": f"ij.trend_frame(journal, {key!r})",
    }
    return Figure(key=key, frame=frame_of(key) if frame is None else frame, **(given | more))


def asked(score: int | None = 2, *, answer: str = "I said yes.", day: int = 4) -> AskedOnce:
    """Return one question with its answer."""
    return AskedOnce(
        question="Why here?",
        answer=answer,
        company="Northgate Hospital",
        round=1,
        held_on=date(2026, 3, day),
        score=score,
    )


def page(interviews: int = 12, *, filters: Filters | None = None, **more: Any) -> TrendsPage:
    """Return a page that rests on so many interviews."""
    made = TrendsPage(
        filters=filters or Filters(),
        interview_count=interviews,
        answer_count=4 * interviews,
        look_count=6,
        trend=Trend("no clear change", 0.0, NAN, NAN, NAN, interviews, 4 * interviews, "", ""),
        strengths=(Strength("Your best answer", "It was fine: 5 of 5.", "It was fine."),),
        then_and_now=(ThenAndNow("why_us", "Why this employer", asked(2), asked(4, day=20)),),
        figures=tuple(
            figure(key) for key in ("score", "criteria", "forecasts", "stages", "repair")
        ),
        choices=CHOICES,
    )
    return replace(made, **more)
