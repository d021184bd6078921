"""Journals of scores drawn at random, as arrays and as real records.

An interview has a level, its answers scatter around it, and every score is rounded to a whole
number and cut off at 1 and 5: ties, few values and a ceiling, as in a real journal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from interview_journal.core.records import Answer, Application, Forecast, Interview, Rating

if TYPE_CHECKING:
    from numpy.typing import NDArray

ANSWER_SD: Final = 0.9
INTERVIEW_SD: Final = 0.3
KINDS: Final = ("first interview", "panel interview", "phone screen", "task or case")
OVERALL_AND: Final = ("overall", "relevance", "structure", "evidence", "contribution", "delivery")
TABLES: Final = (
    "people", "encounters", "references", "criteria", "actions",
    "verdicts", "question_links", "rehearsals", "settings",
)  # fmt: skip
FIRST_DAY: Final = date(2024, 1, 8)


@dataclass(frozen=True)
class Scores:
    """One criterion of one journal, an entry an interview, in the order of time."""

    times: NDArray[np.float64]
    means: NDArray[np.float64]
    counts: NDArray[np.int64]
    squares: NDArray[np.float64]
    kinds: NDArray[np.intp]


@dataclass(frozen=True)
class Drawn:
    """A journal: whole scores by interview, one column a criterion."""

    scores: tuple[NDArray[np.int64], ...]
    kinds: NDArray[np.intp]
    truth: float = 0.0
    extra: dict[str, Any] = field(default_factory=dict)

    def columns(self, criterion: int = 0) -> Scores:
        """Return a criterion as the analysis sees it."""
        own = [one[:, criterion].astype(np.float64) for one in self.scores]
        counts = np.array([len(one) for one in own], dtype=np.int64)
        means = np.array([one.sum() for one in own]) / counts
        raised = np.array([(one**2).sum() for one in own])
        return Scores(
            times=np.arange(1.0, len(own) + 1),
            means=means,
            counts=counts,
            squares=np.maximum(raised - counts * means**2, 0.0),
            kinds=self.kinds,
        )


def answer_counts(draw: np.random.Generator, count: int, how: str) -> NDArray[np.int64]:
    """Return how many answers each interview has: "any", "few", "one", "equal" or "growing"."""
    if how == "growing":
        return np.rint(np.linspace(1, 12, count)).astype(np.int64)
    low, high = {"any": (1, 12), "few": (1, 2), "one": (1, 1), "equal": (6, 6)}[how]
    return draw.integers(low, high + 1, count)


def draw_journal(
    draw: np.random.Generator,
    *,
    count: int,
    how: str = "any",
    level: float = 3.2,
    slope: float = 0.0,
    criteria: int = 1,
    kinds: NDArray[np.intp] | None = None,
    kind_levels: NDArray[np.float64] | None = None,
) -> Drawn:
    """Return a journal of so many interviews, its slope in points an interview."""
    centred = np.arange(count, dtype=np.float64) - (count - 1) / 2
    places = np.zeros(count, dtype=np.intp) if kinds is None else kinds
    hardness = 0.0 if kind_levels is None else kind_levels[places]
    expected = level + slope * centred + hardness
    scores = []
    for mean, size in zip(expected, answer_counts(draw, count, how), strict=True):
        shared = mean + draw.normal(0, INTERVIEW_SD)
        # What the criteria of one answer share, and what each has of its own: sd .9 together.
        answer = draw.normal(0, ANSWER_SD, (size, 1)) * np.sqrt(0.5)
        own = draw.normal(0, ANSWER_SD, (size, criteria)) * np.sqrt(0.5)
        scores.append(np.clip(np.rint(shared + answer + own), 1, 5).astype(np.int64))
    return Drawn(tuple(scores), places, true_slope(np.asarray(level + slope * centred)))


def true_slope(levels: NDArray[np.float64]) -> float:
    """Return the slope of the expected score: rounding and the ends of the scale bend it."""
    grid = np.linspace(-4, 4, 401)
    weights = np.exp(-(grid**2) / 2)
    spread = np.hypot(ANSWER_SD, INTERVIEW_SD)
    seen = np.clip(np.rint(levels[:, None] + spread * grid), 1, 5) @ weights / weights.sum()
    first, second = np.triu_indices(len(levels), 1)
    return float(np.median((seen[second] - seen[first]) / (second - first)))


def shifting_kinds(
    draw: np.random.Generator, count: int, kinds: int, shift: float
) -> NDArray[np.intp]:
    """Return kinds whose harder ones come later: 0 not at all, 0.5 mildly, 2 strongly."""
    places = np.linspace(-0.5, 0.5, kinds)
    found = []
    for moment in np.linspace(-0.5, 0.5, count):
        chances = np.exp(4 * shift * moment * places)
        found.append(draw.choice(kinds, p=chances / chances.sum()))
    return np.array(found, dtype=np.intp)


def as_view(drawn: Drawn, draw: np.random.Generator) -> Any:  # noqa: ANN401 - a stand-in journal
    """Return the journal as records, with guesses and outcomes that have nothing to do with it."""
    applications = [Application(id="p_only", company="Acme")]
    interviews, answers, ratings, forecasts = [], [], [], []
    for place, rows in enumerate(drawn.scores):
        day = FIRST_DAY + timedelta(days=4 * place)
        evening = datetime.combine(day, time(19), tzinfo=UTC)
        interview = f"i_{place:03}"
        percent = int(draw.choice([10, 30, 50, 70, 90]))
        interviews.append(
            Interview(
                id=interview,
                application_id="p_only",
                held_on=day,
                round=1 + place % 3,
                kind=KINDS[drawn.kinds[place]],
                outcome="advanced" if draw.random() < percent / 100 else "rejected",
                outcome_known_at=evening + timedelta(days=2),
            )
        )
        forecasts.append(
            Forecast(
                id=f"g_{place:03}", interview_id=interview, percent=percent, forecast_at=evening
            )
        )
        for number, row in enumerate(rows):
            answer = f"a_{place:03}_{number:02}"
            answers.append(
                Answer(id=answer, interview_id=interview, position=number + 1, answer="Words.")
            )
            ratings += [
                Rating(
                    id=f"r_{place:03}_{number:02}_{name}",
                    answer_id=answer,
                    criterion=name,
                    score=int(score),
                    rated_at=evening,
                )
                for name, score in zip(OVERALL_AND, row, strict=False)
            ]
    empty = dict.fromkeys(TABLES, ())
    return SimpleNamespace(
        applications=tuple(applications),
        interviews=tuple(interviews),
        answers=tuple(answers),
        ratings=tuple(ratings),
        forecasts=tuple(forecasts),
        **empty,
    )
