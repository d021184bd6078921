"""The open dates of a journal as calendar entries: what is due, what comes, what was promised.

The words say what is to be done, with which company and where; no answer, no rating and no reason
stands in a calendar, which other people's eyes and other companies' servers see.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.days import day_plus, in_zone, later, moment_at, zone_named
from interview_journal.core.followup.wording import company_of
from interview_journal.core.rounds import round_title
from interview_journal.writing.calendar_values import CalendarEntry, entry_uid, is_shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.choices import ApplicationStatus
    from interview_journal.core.followup.defaults import FollowUpDefaults
    from interview_journal.core.followup.values import DueAction, FollowUp, Waiting
    from interview_journal.core.records import Application, Interview
    from interview_journal.core.view import JournalView

__all__ = ["interview_entry", "is_called_off", "is_coming", "open_entries"]

_LENGTH: Final = timedelta(minutes=15)
_REMINDED_BEFORE: Final = timedelta(hours=1)
_BEFORE_INTERVIEW: Final = (timedelta(days=-1), timedelta(hours=-1))
_BEFORE_THE_DAY: Final = (timedelta(hours=-6),)
"""At six in the evening before, where the hour is not known."""
_KEPT_DAYS: Final = 14
_CLOSED: Final[frozenset[ApplicationStatus]] = frozenset(
    {"accepted", "declined", "rejected", "withdrawn"}
)


def open_entries(
    view: JournalView, follow_up: FollowUp, now: datetime, defaults: FollowUpDefaults
) -> list[CalendarEntry]:
    """Return an entry for each open date: interviews, what is due, days they named.

    Args:
        view: The records.
        follow_up: What is due and awaited at that moment.
        now: The present, aware, in the person's zone.
        defaults: The person's conventions.
    """
    applications = {one.id: one for one in view.applications}
    entries = [
        interview_entry(one, applications.get(one.application_id), now, defaults)
        for one in view.interviews
        if _belongs(one, applications.get(one.application_id), now, defaults)
    ]
    entries += [_due_entry(one, applications) for one in follow_up.due if is_shown(one.due_at)]
    for waiting in follow_up.waiting:
        entries += _named_day(waiting, applications)
    return entries


# Interviews -------------------------------------------------------------------------------


def _belongs(
    one: Interview, application: Application | None, now: datetime, defaults: FollowUpDefaults
) -> bool:
    if not is_shown(one.held_on):
        return False
    if is_coming(one, now, defaults):
        return not is_called_off(one, application)
    # One that was planned and then held on another day must not stand on the old day for ever.
    return one.revision > 1 and one.held_on >= day_plus(now.date(), -_KEPT_DAYS)


def is_coming(interview: Interview, now: datetime, defaults: FollowUpDefaults) -> bool:
    """Return whether the time of a round is not over yet, whatever became of the round.

    Args:
        interview: The round; without an hour it lasts until the interviews of a day are over.
        now: The present, aware, in the person's zone.
        defaults: The person's conventions.
    """
    if interview.started_at is not None:
        return _end_of(interview.started_at, interview, defaults) > now
    place = zone_named(interview.time_zone) or now.tzinfo or UTC
    return moment_at(interview.held_on, defaults.assumed_end, place) > now


def is_called_off(interview: Interview, application: Application | None) -> bool:
    """Return whether a round that has not been will not be.

    Its outcome is known, or the application ended after the round was entered.
    """
    if interview.outcome is not None:
        return True
    if application is None or application.status not in _CLOSED:
        return False
    ended_at, entered_at = application.status_at, interview.saved_at
    return ended_at is None or entered_at is None or entered_at <= ended_at


def interview_entry(
    interview: Interview,
    application: Application | None,
    now: datetime,
    defaults: FollowUpDefaults,
    *,
    is_cancelled: bool = False,
) -> CalendarEntry:
    """Return the entry of a round, in the zone it is held in; of a day where no hour is known.

    Args:
        interview: The round.
        application: What it belongs to; None where that is not known.
        now: The present, aware, in the person's zone.
        defaults: The person's conventions; how long a round takes is one of them.
        is_cancelled: Whether the entry takes an earlier one out again.
    """
    uid = entry_uid("interview", interview.id)
    summary = f"Interview: {round_title(interview, application)}"
    details = ", ".join(
        one for one in (interview.kind, application.role if application is not None else "") if one
    )
    # Where it would have been is of no use any more.
    place = "" if is_cancelled else interview.place
    if interview.started_at is None:
        return CalendarEntry(
            uid=uid,
            summary=summary,
            starts=interview.held_on,
            details=details,
            place=place,
            alarms=_BEFORE_THE_DAY,
            is_cancelled=is_cancelled,
        )
    zone = zone_named(interview.time_zone) or now.tzinfo or UTC
    starts = in_zone(interview.started_at, zone)
    return CalendarEntry(
        uid=uid,
        summary=summary,
        starts=starts,
        ends=_end_of(starts, interview, defaults),
        details=details,
        place=place,
        alarms=_BEFORE_INTERVIEW,
        is_busy=not is_cancelled,
        is_cancelled=is_cancelled,
    )


def _end_of(starts: datetime, interview: Interview, defaults: FollowUpDefaults) -> datetime:
    minutes = interview.duration_minutes or defaults.interview_minutes
    return later(starts, timedelta(minutes=minutes))


# What is due ------------------------------------------------------------------------------


def _due_entry(due: DueAction, applications: Mapping[str, Application]) -> CalendarEntry:
    """Return a quarter of an hour that ends when it is due, but never begins too early.

    A day's entry would be reminded of at midnight in one calendar and not at all in the next.
    """
    starts = max(due.from_at, later(due.due_at, -_LENGTH))
    spare = starts.astimezone(UTC) - due.from_at.astimezone(UTC)
    return CalendarEntry(
        uid=entry_uid(due.key),
        summary=_with_company(due.text, applications.get(due.application_id)),
        starts=starts,
        ends=later(starts, _LENGTH),
        alarms=(-min(_REMINDED_BEFORE, spare),),
    )


def _with_company(text: str, application: Application | None) -> str:
    company = "" if application is None else company_of(application)
    return text if not company or company in text else f"{text} ({company})"


def _named_day(waiting: Waiting, applications: Mapping[str, Application]) -> list[CalendarEntry]:
    """Return the last day of the time they named; that one may ask then is due by itself."""
    day = day_plus(waiting.since, waiting.days)
    application = applications.get(waiting.application_id)
    if not waiting.is_told or day >= waiting.until or application is None or not is_shown(day):
        return []
    return [
        CalendarEntry(
            uid=entry_uid("answer", waiting.interview_id),
            summary=f"{company_of(application)}: they named this as the last day for an answer",
            starts=day,
        )
    ]
