"""Journals of a few rounds, told in one line each, for the tests of what was said to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from interview_journal.analysis.question_matching import UNSURE_SCORE, QuestionMatcher
from interview_journal.api.opening import open_journal
from interview_journal.core.catalogue import SAME_SCORE
from interview_journal.core.records import Answer, Application, Encounter, Interview, Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from interview_journal.store.journal import Journal

NOTICE = "How much notice do you have to give?"
START = "What is your notice period?"
TEAM = "How big is your team?"
FOUR_WEEKS = "My notice is four weeks."
THREE_MONTHS = "My notice is three months."
ENGLISH = "I said it to them at the end of the talk, and they wrote it down for the file."
GERMAN = (
    "Ich leite seit drei Jahren ein Team von fünf Leuten, alle in Hamburg, und wir bauen die "
    "Schnittstellen zu den Häfen."
)


def maybe_pair() -> tuple[str, str]:
    """Return two questions that may be the same, by the scores that questions have today."""
    asked = "How do you tune a violin"
    pairs = [
        (f"{asked}{' on goats, ladders, harbours, peppers'[: 9 * one]}?", f"{asked}{more}?")
        for one in range(4)
        for more in ("", " by lantern", " by lantern, saddled", " by lantern, saddled, in barrels")
    ]
    matcher = QuestionMatcher()
    scores = {matcher.score(*pair): pair for pair in pairs}
    middle = (UNSURE_SCORE + SAME_SCORE) / 2
    best = min(scores, key=lambda score: abs(score - middle))
    assert UNSURE_SCORE <= best < SAME_SCORE
    return scores[best]


@dataclass
class Clock:
    """A clock that goes on a second each time it is looked at."""

    at: datetime = field(default_factory=lambda: datetime(2026, 5, 4, 18, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass(frozen=True)
class Round:
    """One round: with whom, and what was asked and said.

    Attributes:
        asked_by: The name of who asked all of it; "" for nobody.
    """

    company: str
    number: int
    held_on: date
    told: Sequence[tuple[str, str]] = ()
    asked_by: str = ""


def tell(journal: Journal, *rounds: Round) -> list[Answer]:
    """Write the rounds down; return the answers in the order told."""
    answers: list[Answer] = []
    for one in rounds:
        known = {job.company: job for job in journal.applications}
        job = known.get(one.company) or journal.add(Application(company=one.company))
        held = journal.add(Interview(application_id=job.id, round=one.number, held_on=one.held_on))
        person_id = ""
        if one.asked_by:
            names = {person.name: person for person in journal.people}
            person = names.get(one.asked_by) or journal.add(
                Person(application_id=job.id, name=one.asked_by)
            )
            person_id = person.id
            journal.add(Encounter(interview_id=held.id, person_id=person_id))
        answers += journal.add_all(
            [
                Answer(
                    interview_id=held.id,
                    position=place,
                    question=question,
                    answer=answer,
                    asked_by=person_id,
                )
                for place, (question, answer) in enumerate(one.told, start=1)
            ]
        )
    return answers


def notice_rounds() -> tuple[Round, Round]:
    """Return two rounds that differ in one thing."""
    return (
        Round("Acme", 1, date(2026, 3, 3), [(NOTICE, FOUR_WEEKS)], "Ana Silva"),
        Round("Borealis", 1, date(2026, 3, 20), [(START, THREE_MONTHS)], "Ben Okoro"),
    )


def told_journal(folder: Path, *rounds: Round) -> Journal:
    """Return a journal with these rounds; without any the two that differ in one thing."""
    journal = open_journal(folder, now=Clock())
    tell(journal, *(rounds or notice_rounds()))
    return journal
