"""Journals of a few records, made in memory: analysis never sees a file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from interview_journal.core.records import (
    Answer,
    Application,
    Forecast,
    Interview,
    Rating,
)
from tests.records_in_memory import Records

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_DAY = date(2026, 1, 5)


def evening(place: int, *, hours: float = 0) -> datetime:
    """Return seven in the evening of the interview at that place."""
    day = FIRST_DAY + timedelta(days=7 * place)
    return datetime.combine(day, time(19), tzinfo=UTC) + timedelta(hours=hours)


def rating(answer_id: str, score: int | None, **given: Any) -> Rating:
    """Return an overall score of the first evening, unless said otherwise."""
    return Rating(**{"answer_id": answer_id, "score": score, "rated_at": evening(0)} | given)


def scored(
    scores: Sequence[Sequence[int | None]],
    *,
    kinds: Sequence[str] = (),
    days: Sequence[int] = (),
    topics: Sequence[Sequence[str]] = (),
    outcomes: Sequence[Any] = (),
    percents: Sequence[int | None] = (),
    criterion: str = "overall",
) -> Records:
    """Return a journal with one interview a week and these scores; None is not applicable."""
    interviews, answers, ratings, forecasts = [], [], [], []
    for place, row in enumerate(scores):
        outcome = outcomes[place] if outcomes else None
        day = FIRST_DAY + timedelta(days=days[place] if days else 7 * place)
        interviews.append(
            Interview(
                id=f"i_{place:03}",
                application_id="p_acme",
                held_on=day,
                kind=kinds[place] if kinds else "",
                outcome=outcome,
                outcome_known_at=None if outcome is None else evening(place, hours=48),
            )
        )
        if percents and percents[place] is not None:
            forecasts.append(
                Forecast(
                    id=f"g_{place:03}",
                    interview_id=f"i_{place:03}",
                    percent=percents[place] or 0,
                    forecast_at=evening(place),
                )
            )
        for number, score in enumerate(row):
            answer_id = f"a_{place:03}_{number:02}"
            answers.append(
                Answer(
                    id=answer_id,
                    interview_id=f"i_{place:03}",
                    position=number + 1,
                    question=f"Question {number}?",
                    answer=f"What I said about {number} at {place}.",
                    topic=topics[place][number] if topics else "",
                )
            )
            ratings.append(
                rating(
                    answer_id,
                    score,
                    id=f"r_{place:03}_{number:02}_{criterion}",
                    criterion=criterion,
                    rated_at=evening(place),
                )
            )
    return Records(
        applications=(Application(id="p_acme", company="Acme"),),
        interviews=tuple(interviews),
        answers=tuple(answers),
        ratings=tuple(ratings),
        forecasts=tuple(forecasts),
    )
