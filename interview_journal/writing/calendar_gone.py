"""What an earlier calendar may still show and is no longer to be done.

Of all that a calendar can have been given, only what could still lie ahead is cancelled. What
lies behind reminds nobody, and some calendars show a cancelled entry struck out where they never
had it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import ACTION_KINDS
from interview_journal.core.followup.facts import follow_up_facts
from interview_journal.core.followup.wording import company_of
from interview_journal.writing.calendar_entries import interview_entry, is_coming
from interview_journal.writing.calendar_possible import possible_entries
from interview_journal.writing.calendar_values import CalendarEntry, entry_uid, is_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from interview_journal.core.followup.defaults import FollowUpDefaults
    from interview_journal.core.records import Application
    from interview_journal.core.view import JournalView
    from interview_journal.writing.calendar_names import PossibleEntry

__all__ = ["gone_entries"]

_LAST_DAY: Final = "Last day for an answer"


def gone_entries(
    ever: JournalView, still_open: Iterable[str], now: datetime, defaults: FollowUpDefaults
) -> list[CalendarEntry]:
    """Return a cancelled entry for each that could lie ahead and is not open any more.

    Args:
        ever: All records, removed ones included.
        still_open: The names of the open entries.
        now: The present, aware, in the person's zone.
        defaults: The person's conventions.
    """
    taken = set(still_open)
    applications = {one.id: one for one in ever.applications}
    facts = follow_up_facts(ever, now, defaults)
    gone = [
        *_rounds(ever, applications, now, defaults),
        *(
            _cancelled(one, applications.get(one.application_id))
            for one in possible_entries(facts)
            if one.last_day >= now.date() and is_shown(one.last_day)
        ),
    ]
    # Two encounters with one person are one note.
    return list({one.uid: one for one in gone if one.uid not in taken}.values())


def _rounds(
    ever: JournalView,
    applications: Mapping[str, Application],
    now: datetime,
    defaults: FollowUpDefaults,
) -> Iterator[CalendarEntry]:
    for one in ever.interviews:
        if is_shown(one.held_on) and is_coming(one, now, defaults):
            application = applications.get(one.application_id)
            yield interview_entry(one, application, now, defaults, is_cancelled=True)


def _cancelled(one: PossibleEntry, application: Application | None) -> CalendarEntry:
    words = _LAST_DAY if one.kind is None else ACTION_KINDS[one.kind]
    company = "" if application is None else f" ({company_of(application)})"
    return CalendarEntry(
        uid=entry_uid("answer", one.key) if one.kind is None else entry_uid(one.key),
        summary=f"{words}{company}",
        starts=one.last_day,
        is_cancelled=True,
    )
