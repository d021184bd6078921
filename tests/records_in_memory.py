"""A journal as plain tuples: analysis, writing and the rules never see a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Records"]


@dataclass(frozen=True)
class Records:
    """A journal's records; the same tuples for as long as nothing changes."""

    applications: tuple[Application, ...] = ()
    interviews: tuple[Interview, ...] = ()
    people: tuple[Person, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    references: tuple[Reference, ...] = ()
    answers: tuple[Answer, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    ratings: tuple[Rating, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    actions: tuple[Action, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    question_links: tuple[QuestionLink, ...] = ()
    rehearsals: tuple[Rehearsal, ...] = ()
    settings: tuple[Setting, ...] = ()

    def with_(self, **changes: Any) -> Records:
        """Return the same with other records."""
        return replace(self, **changes)

    def and_(self, **more: Sequence[Any]) -> Records:
        """Return the same with more records."""
        return self.with_(**{name: (*getattr(self, name), *rows) for name, rows in more.items()})
