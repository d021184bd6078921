"""A journal that stands in memory only: enough of one to be checked."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

from interview_journal.core.records import Answer, Application, Interview

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.core.view import JournalView

__all__ = ["A_DAY", "paper_journal", "view_of"]

A_DAY: Final = date(2026, 3, 4)
_EMPTY: Final = (
    "people",
    "encounters",
    "references",
    "criteria",
    "ratings",
    "forecasts",
    "actions",
    "verdicts",
    "question_links",
    "rehearsals",
    "settings",
    "revisions",
)


def paper_journal(spoken: Iterable[tuple[str, str]]) -> JournalView:
    """Return a journal of one round in which these questions got these answers.

    The answers' ids are a_0, a_1 and so on.

    Args:
        spoken: Question and answer; the question may be empty.
    """
    answers = tuple(
        Answer(id=f"a_{at}", interview_id="i_0", position=at + 1, question=question, answer=answer)
        for at, (question, answer) in enumerate(spoken)
    )
    held = Interview(id="i_0", application_id="p_0", round=1, held_on=A_DAY)
    return view_of((Application(id="p_0", company="Acme"),), (held,), answers)


def view_of(
    applications: tuple[Application, ...],
    interviews: tuple[Interview, ...],
    answers: tuple[Answer, ...],
) -> JournalView:
    """Return a journal of these records and no others."""
    view = SimpleNamespace(
        applications=applications,
        interviews=interviews,
        answers=answers,
        **dict.fromkeys(_EMPTY, ()),
    )
    return cast("JournalView", view)
