"""What the tab of people and dates shows, computed from the journal's facts alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.records import Application
from interview_journal.widgets.people_choices import (
    OFFERED_AT_MOST,
    ApplicationChoice,
    application_choices,
    newest_active_first,
)
from interview_journal.widgets.people_dates import own_conventions
from interview_journal.widgets.people_met import PersonLine, person_lines
from interview_journal.widgets.people_referees import RefereeLine, referee_lines
from interview_journal.widgets.people_standing import Standing, standing_of
from interview_journal.widgets.typed_values import column_of

if TYPE_CHECKING:
    from interview_journal.core.followup.facts import FollowUpFacts
    from interview_journal.core.followup.values import FollowUp
    from interview_journal.core.view import JournalView

__all__ = ["LETTER_TEXTS", "PeopleState", "people_state"]

LETTER_TEXTS: Final = ("why_role", "why_company", "can_contribute", "requirements", "notes")
"""The application's long texts that letters are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleState:
    """Everything under the tab.

    Attributes:
        is_sample: The records are an example and not the person's own.
        choices: The applications the list offers, the chosen one among them.
        can_find: Whether there are more of them than the list offers.
        found: Whether any of them has the words that were typed.
        standing: How the chosen one stands; None where there is none to choose.
        people: Its people.
        referees: Its referees.
        letters: Label and words of what its letters are made of.
        lacking: Labels of what is not written yet.
        is_creative: Whether a designed card suits this employer.
        dates: Label and value of the conventions that the person changed.
        date_problems: Conventions that could not be read.
    """

    is_sample: bool
    choices: tuple[ApplicationChoice, ...] = ()
    can_find: bool = False
    found: bool = True
    standing: Standing | None = None
    people: tuple[PersonLine, ...] = ()
    referees: tuple[RefereeLine, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    lacking: tuple[str, ...] = ()
    is_creative: bool = False
    dates: tuple[tuple[str, str], ...] = ()
    date_problems: tuple[str, ...] = ()


def people_state(
    view: JournalView,
    facts: FollowUpFacts,
    follow_up: FollowUp,
    *,
    chosen: str = "",
    words: str = "",
    is_sample: bool = False,
) -> PeopleState:
    """Return what is shown.

    Args:
        view: The records.
        facts: The same, laid out for the rules, at that moment.
        follow_up: What is due and awaited then.
        chosen: The application that was chosen; the newest one under way where it is not known.
        words: What was typed to find an application.
        is_sample: True for the example, which is looked at and never written to.
    """
    ordered = newest_active_first(view)
    processes = {one.application.id: one for one in facts.processes}
    dates, problems = own_conventions(view.settings)
    if not ordered:
        return PeopleState(is_sample=is_sample, dates=dates, date_problems=problems)
    process = processes.get(chosen) or processes[ordered[0].id]
    application = process.application
    letters = _letters(application)
    return PeopleState(
        is_sample=is_sample,
        choices=application_choices(ordered, chosen=application.id, words=words),
        can_find=len(ordered) > OFFERED_AT_MOST,
        found=not words.strip() or bool(application_choices(ordered, words=words)),
        standing=standing_of(facts, process, follow_up),
        people=person_lines(view, process, today=facts.today),
        referees=referee_lines(facts, process),
        letters=tuple((label, text) for label, text in letters if text),
        lacking=tuple(label for label, text in letters if not text),
        is_creative=application.creative_role,
        dates=dates,
        date_problems=problems,
    )


def _letters(application: Application) -> list[tuple[str, str]]:
    return [
        (column_of(Application, name).label, str(getattr(application, name)).strip())
        for name in LETTER_TEXTS
    ]
