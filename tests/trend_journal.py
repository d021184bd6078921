"""Made-up journals of any length with scores, guesses and outcomes, for tests and measurements."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Forecast, Interview, Rating

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.core.records.base import Record
    from interview_journal.store.journal import Journal

__all__ = ["COMPANIES", "fill_rounds", "trend_journal"]

FIRST_DAY = date(2026, 1, 12)
COMPANIES = ("Northgate Hospital", "Milltown Clinic", "Osprey Freight", "Harbour School")
KINDS = ("phone screen", "panel interview", "video interview")
CRITERIA = ("relevance", "structure", "evidence", "contribution", "delivery")
QUESTIONS = {
    "why_us": "Why do you want to work here?",
    "conflict_colleague": "Tell us about a conflict with a colleague.",
    "weakness": "What are you not so good at?",
    "mistake": "Tell us about a mistake you made.",
    "pressure": "What do you do when everything comes at once?",
    "strengths": "What are you good at?",
}
PERCENTS = (30, 50, 70, 90)


def trend_journal(
    folder: Path, rounds: int, *, answers: int = 4, criteria: bool = True, seed: int = 1
) -> Journal:
    """Return a new journal with so many rounds, every answer scored."""
    last = FIRST_DAY + timedelta(days=4 * rounds)
    journal = open_journal(folder, now=lambda: datetime.combine(last, time(20), tzinfo=UTC))
    fill_rounds(journal, rounds, answers=answers, criteria=criteria, seed=seed)
    return journal


def fill_rounds(
    journal: Journal, rounds: int, *, answers: int = 4, criteria: bool = True, seed: int = 1
) -> None:
    """Add so many rounds; the scores rise slowly, with luck in them."""
    draw = random.Random(seed)  # noqa: S311 - made-up journals, no secrets
    records: list[Record] = []
    for number in range(rounds):
        records += _round(draw, number, rounds, answers=answers, criteria=criteria)
    journal.add_all(records)


def _round(
    draw: random.Random, number: int, rounds: int, *, answers: int, criteria: bool
) -> list[Record]:
    day = FIRST_DAY + timedelta(days=4 * number)
    evening = datetime.combine(day, time(19), tzinfo=UTC)
    job = Application(company=COMPANIES[number % len(COMPANIES)], role="Nurse")
    is_known = number < rounds - 1 or rounds == 1
    won = draw.random() < 0.5
    held = Interview(
        application_id=job.id,
        held_on=day,
        round=1 + number % 3,
        kind=KINDS[number % len(KINDS)],
        captured_at=evening,
        outcome=("advanced" if won else "rejected") if is_known else None,
        outcome_known_at=evening + timedelta(days=3) if is_known else None,
    )
    guess = Forecast(interview_id=held.id, percent=draw.choice(PERCENTS), forecast_at=evening)
    records: list[Record] = [job, held, guess]
    level = 2.4 + 1.6 * number / max(rounds - 1, 1) + draw.gauss(0, 0.3)
    for place, topic in enumerate(draw.sample(sorted(QUESTIONS), k=min(answers, len(QUESTIONS)))):
        records += _answer(draw, held, place + 1, topic, level, criteria=criteria)
    return records


def _answer(
    draw: random.Random,
    held: Interview,
    position: int,
    topic: str,
    level: float,
    *,
    criteria: bool,
) -> list[Record]:
    answer = Answer(
        interview_id=held.id,
        position=position,
        question=QUESTIONS[topic],
        answer=f"I told them about the ward in winter, the {position}. time they asked.",
        topic=topic,
        response_type=draw.choice(("story", "opinion")),
    )
    names = ("overall", *CRITERIA) if criteria else ("overall",)
    evening = datetime.combine(held.held_on, time(20), tzinfo=UTC)
    return [
        answer,
        *(
            Rating(
                answer_id=answer.id,
                criterion=name,
                score=min(max(round(level + draw.gauss(0, 0.8)), 1), 5),
                rated_at=evening,
            )
            for name in names
        ),
    ]
