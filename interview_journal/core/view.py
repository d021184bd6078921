"""How analysis and writing see a journal: tuples of records, and nothing of its files."""

from __future__ import annotations

from typing import Protocol

from interview_journal.core.records import (
    Action,
    Answer,
    Application,
    Criterion,
    Encounter,
    Forecast,
    Interview,
    Person,
    QuestionLink,
    Rating,
    Reference,
    Rehearsal,
    Setting,
    Verdict,
)

__all__ = ["JournalView"]


class JournalView(Protocol):
    """The records of a journal, removed ones left out."""

    @property
    def applications(self) -> tuple[Application, ...]:
        """Jobs applied for."""

    @property
    def interviews(self) -> tuple[Interview, ...]:
        """Rounds, past and coming."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Interviewers, recruiters and referees."""

    @property
    def encounters(self) -> tuple[Encounter, ...]:
        """Who was met in which round."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """Which referee speaks for which application."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Questions asked and answers given."""

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Rating criteria the person added or changed."""

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """Scores."""

    @property
    def forecasts(self) -> tuple[Forecast, ...]:
        """Guesses."""

    @property
    def actions(self) -> tuple[Action, ...]:
        """Follow-ups done, skipped, snoozed or moved."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The person's word on findings."""

    @property
    def question_links(self) -> tuple[QuestionLink, ...]:
        """Questions said to be the same, or not."""

    @property
    def rehearsals(self) -> tuple[Rehearsal, ...]:
        """Times an answer was rehearsed."""

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Preferences."""
