"""All rules together: everything due, and everything awaited, at one moment."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final, Literal

from interview_journal.core.followup.building import settled
from interview_journal.core.followup.days import in_zone, later
from interview_journal.core.followup.endings import endings, given_up, words_to_others
from interview_journal.core.followup.facts import follow_up_facts
from interview_journal.core.followup.news import news
from interview_journal.core.followup.next_steps import next_steps, rounds_to_write
from interview_journal.core.followup.outlook import outlook_of
from interview_journal.core.followup.promises import their_promises
from interview_journal.core.followup.referees import referees
from interview_journal.core.followup.thanks import thank_you_notes
from interview_journal.core.followup.values import DueAction, FollowUp, Waiting
from interview_journal.core.followup.windows import open_promises

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from interview_journal.core.followup.defaults import FollowUpDefaults
    from interview_journal.core.followup.facts import FollowUpFacts, Process
    from interview_journal.core.view import JournalView

__all__ = ["DUE_GROUPS", "DueGroup", "due_group", "follow_up"]

DueGroup = Literal["now", "today", "this week", "later"]
DUE_GROUPS: Final[dict[DueGroup, str]] = {
    "now": "Now",
    "today": "By tomorrow",
    "this week": "This week",
    "later": "Later",
}
_A_DAY: Final = timedelta(hours=24)
_A_WEEK: Final = timedelta(days=7)


def follow_up(
    view: JournalView, now: datetime, defaults: FollowUpDefaults | None = None
) -> FollowUp:
    """Return what is due and what is awaited.

    Nothing is due before the event it follows from; what the person ticked off or passed over
    under a key never comes back under it; what they put off comes back on its day.

    Args:
        view: The records.
        now: The present, aware.
        defaults: The person's conventions; see ``parse_defaults``.

    Example:
        >>> import types
        >>> from datetime import UTC, date, datetime
        >>> from interview_journal.core.records import Application, Interview
        >>> acme = Application(company="Acme")
        >>> told = Interview(application_id=acme.id, held_on=date(2026, 2, 25), account="Fine.",
        ...                  answer_in_days_min=7, answer_in_days_max=14)
        >>> names = ("people", "encounters", "references", "answers", "actions")
        >>> view = types.SimpleNamespace(applications=(acme,), interviews=(told,),
        ...                              **dict.fromkeys(names, ()))
        >>> follow_up(view, datetime(2026, 3, 3, 19, tzinfo=UTC)).waiting[0].text
        'Day 6 of 14. Nothing to do until Thursday 12 March.'
    """
    facts = follow_up_facts(view, now, defaults)
    found = list(_found(facts))
    lines = [kept for one in found if (kept := _still_due(one, facts)) is not None]
    about_offer = {one.application_id for one in lines if one.step == "offer"}
    return FollowUp(
        tuple(sorted(_unrepeated(lines, about_offer), key=lambda one: _place(one, facts.now))),
        tuple(
            sorted(
                (one for one in found if isinstance(one, Waiting)),
                key=lambda one: (one.until, one.application_id),
            )
        ),
    )


def _still_due(found: DueAction | Waiting, facts: FollowUpFacts) -> DueAction | None:
    if isinstance(found, Waiting):
        return None
    kept = settled(found, facts)
    return None if kept is None or facts.is_past_care(kept.due_at) else kept


def _unrepeated(lines: Iterable[DueAction], about_offer: set[str]) -> Iterator[DueAction]:
    """Leave out asking for news where telling of another offer asks for it anyway."""
    for one in lines:
        if one.kind != "ask for news" or one.application_id not in about_offer:
            yield one


def _place(one: DueAction, now: datetime) -> tuple[bool, datetime, str, str]:
    return (not one.is_urgent or one.from_at > now, one.due_at, one.text, one.key)


def _found(facts: FollowUpFacts) -> Iterator[DueAction | Waiting]:
    left = given_up(facts)
    for process in facts.processes:
        is_given_up = process.application.id in left
        yield from rounds_to_write(facts, process)
        yield from thank_you_notes(facts, process)
        if process.is_open and not is_given_up:
            yield from _awaited(facts, process)
        yield from referees(facts, process, is_given_up=is_given_up)
        yield from endings(facts, process)
    yield from words_to_others(facts)


def _awaited(facts: FollowUpFacts, process: Process) -> Iterator[DueAction | Waiting]:
    promises = tuple(open_promises(process))
    outlook = outlook_of(facts, process, promises)
    if outlook is not None:
        yield from news(facts, outlook)
    is_news_asked = outlook is not None and outlook.has_begun
    yield from their_promises(facts, process, promises, is_news_asked=is_news_asked)
    yield from next_steps(facts, process, outlook)


def due_group(action: DueAction, now: datetime) -> DueGroup:
    """Return under which heading an action stands at that moment.

    "now" is what stands above all others or whose time has come, "today" what is due, or can be
    done from later that day on, today or within 24 hours, "this week" what is due or begins within
    seven days, "later" the rest.

    Args:
        action: What is due.
        now: The present, aware; its zone says which day it is.
    """
    if action.from_at > now and not _is_on_day(action.from_at, now):
        return "this week" if action.from_at <= later(now, _A_WEEK) else "later"
    if (action.is_urgent or action.due_at <= now) and action.from_at <= now:
        return "now"
    if _is_on_day(action.due_at, now) or action.due_at <= later(now, _A_DAY):
        return "today"
    return "this week" if action.due_at <= later(now, _A_WEEK) else "later"


def _is_on_day(moment: datetime, now: datetime) -> bool:
    return in_zone(moment, now.tzinfo or UTC).date() == now.date()
