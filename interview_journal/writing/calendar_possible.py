"""Every entry that a calendar can have been given, and the last day it can have stood on.

An entry is named after the records it is about, and these are never forgotten. So no list is
kept of what was given: what can have been follows from the records, removed ones included. The
rules say what is due; these lines only say under which names, and until when. A test holds the
two together: whatever is due and lies ahead is possible, and stands on no later day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.days import business_day_after, day_plus, later
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.news import answer_window
from interview_journal.core.rounds import is_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.choices import ActionKind, ApplicationStatus
    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.records import Encounter, Reference

__all__ = ["PossibleEntry", "possible_entries"]

_WON: Final[frozenset[ApplicationStatus]] = frozenset({"offer", "accepted", "declined"})
_STEPS: Final = ("offer", "accepted")


@dataclass(frozen=True, slots=True)
class PossibleEntry:
    """One entry that a calendar can have been given.

    Attributes:
        kind: What sort of thing; None for the last day they named.
        key: The action's key, or the round's id.
        application_id: About which application.
        last_day: It stood on this day or before.
    """

    kind: ActionKind | None
    key: str
    application_id: str
    last_day: date


def possible_entries(facts: FollowUpFacts) -> Iterator[PossibleEntry]:
    """Yield every entry that can have been given; rounds themselves are left out.

    Args:
        facts: Of all records, removed ones included.
    """
    for process in facts.processes:
        for one in process.over:
            yield from _after_round(facts, process, one)
            yield from _about_news(facts, one)
            for met, _person in one.met:
                yield from _about_person(facts, one, met)
        for reference, _person in process.references:
            yield from _before_call(facts, process, reference)
            yield from _after_call(facts, process, reference)
        if process.application.status in _WON:
            yield from _after_offer(facts, process)


def _entry(
    facts: FollowUpFacts, kind: ActionKind, about: str, last_day: date, *ids: str
) -> PossibleEntry:
    """Return an entry; what the person moved or put off stood on another day."""
    key = action_key(kind, *ids)
    action = facts.acted.get(key)
    moments = () if action is None else (action.due_at, action.snoozed_until)
    put_off = [facts.local(one).date() for one in moments if one is not None]
    return PossibleEntry(kind, key, about, max([last_day, *put_off]))


def _after(moment: datetime, hours: int) -> date:
    return later(moment, timedelta(hours=hours)).date()


def _after_round(facts: FollowUpFacts, process: Process, one: Round) -> Iterator[PossibleEntry]:
    interview, defaults = one.interview, facts.defaults
    about, ended_on = interview.application_id, one.ended_at.date()
    # One that was written down when it was entered never had to be.
    if interview.revision > 1 or not is_written(interview, frozenset()):
        yield _entry(facts, "write it down", about, max(interview.held_on, ended_on), interview.id)
    if process.recruiters:
        day = _after(one.ended_at, defaults.thank_within_hours)
        yield _entry(facts, "ask about the process", about, day, interview.id)
    known_at = interview.outcome_known_at
    known_on = ended_on if known_at is None else max(facts.local(known_at).date(), ended_on)
    if interview.outcome == "advanced" or interview.further_rounds is True:
        announced = _business_day_after(facts, _window_end(facts, one))
        day = max(announced, day_plus(known_on, defaults.news_after_days))
        yield _entry(facts, "enter the next round", about, day, interview.id)
    if interview.outcome == "rejected":
        day = day_plus(known_on, defaults.reply_within_days)
        yield _entry(facts, "reply to a rejection", about, day, interview.id)


def _about_news(facts: FollowUpFacts, one: Round) -> Iterator[PossibleEntry]:
    interview, defaults = one.interview, facts.defaults
    about, last = interview.application_id, _window_end(facts, one)
    promised = [met.they_promised_by for met, _ in one.met if met.they_promised_by is not None]
    first_on = _business_day_after(facts, max([last, *promised]))
    yield _entry(facts, "ask for news", about, first_on, interview.id, "1")
    if answer_window(interview, default_days=defaults.news_after_days).is_told:
        yield PossibleEntry(None, interview.id, about, last)
    keys = [action_key("ask for news", interview.id, step) for step in _NEWS_STEPS]
    closed = [facts.closed_on(act) for key in keys if (act := facts.closed(key)) is not None]
    if closed:
        day = _business_day_after(facts, day_plus(max(closed), defaults.news_again_days))
        yield _entry(facts, "ask for news", about, day, interview.id, "2")
    if closed or interview.tells_if_unsuccessful is False:
        ahead = day_plus(max([last, *closed]), defaults.move_on_after_days)
        day = max(_business_day_after(facts, ahead), first_on)
        yield _entry(facts, "move on", about, day, interview.id)


_NEWS_STEPS: Final = ("1", "2")


def _about_person(facts: FollowUpFacts, one: Round, met: Encounter) -> Iterator[PossibleEntry]:
    about, ended_on = one.interview.application_id, one.ended_at.date()
    noted_on = _after(one.ended_at, facts.defaults.thank_within_hours)
    yield _entry(facts, "thank-you note", about, noted_on, one.interview.id, met.person_id)
    if met.i_promised_by is not None:
        day = max(met.i_promised_by, ended_on)
        yield _entry(facts, "my promise", about, day, met.id)
    if met.they_promised_by is not None:
        day = max(_business_day_after(facts, met.they_promised_by), ended_on)
        yield _entry(facts, "their promise", about, day, met.id)


def _before_call(
    facts: FollowUpFacts, process: Process, reference: Reference
) -> Iterator[PossibleEntry]:
    about, hours = reference.application_id, facts.defaults.referee_within_hours
    saved_at = facts.now if reference.saved_at is None else facts.local(reference.saved_at)
    yield _entry(facts, "ask a referee", about, _after(saved_at, hours), reference.id)
    if reference.consented_at is None:
        return
    for one in process.over or process.ahead[:1]:
        saved_at = one.interview.saved_at or facts.now
        day = max(_after(one.ended_at, hours), facts.local(saved_at).date())
        ids = (one.interview.id, reference.person_id)
        yield _entry(facts, "tell a referee", about, day, *ids)


def _after_call(
    facts: FollowUpFacts, process: Process, reference: Reference
) -> Iterator[PossibleEntry]:
    about, defaults = reference.application_id, facts.defaults
    since = _standing_since(facts, process)
    called_at = reference.checked_at
    if called_at is not None or process.application.status in _WON:
        last = since if called_at is None else max(since, facts.local(called_at))
        day = _after(last, defaults.referee_within_hours)
        yield _entry(facts, "thank a referee", about, day, reference.id)
    if not process.is_open:
        day = day_plus(since.date(), defaults.reply_within_days)
        yield _entry(facts, "tell a referee the outcome", about, day, reference.id)


def _after_offer(facts: FollowUpFacts, process: Process) -> Iterator[PossibleEntry]:
    about, since = process.application.id, _standing_since(facts, process).date()
    day = day_plus(since, facts.defaults.answer_offer_days)
    yield _entry(facts, "answer an offer", about, day, about)
    day = day_plus(since, facts.defaults.reply_within_days)
    for other in facts.processes:
        if other is not process and (other.over or other.ahead):
            for step in _STEPS:
                told = other.application.id
                yield _entry(facts, "tell another company", told, day, about, told, step)


def _standing_since(facts: FollowUpFacts, process: Process) -> datetime:
    """Return the last moment since when an application can stand as it does."""
    application = process.application
    heard = [one.interview.outcome_known_at for one in process.over]
    moments = [application.status_at, application.saved_at, *heard]
    return max((facts.local(one) for one in moments if one is not None), default=facts.now)


def _window_end(facts: FollowUpFacts, one: Round) -> date:
    days = facts.defaults.news_after_days
    return answer_window(one.interview, default_days=days).last_day


def _business_day_after(facts: FollowUpFacts, day: date) -> date:
    return business_day_after(day, days_off=facts.defaults.days_off)
