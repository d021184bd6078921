"""Every entry that a calendar can have been given, and the last day it can have stood on.

An entry is named after the records it is about, and these are never forgotten. So no list is
kept of what was given: what can have been follows from the records, removed ones included. The
rules say what is due; these lines only say under which names, and until when. A test holds the
two together: whatever is due and lies ahead is possible, and stands on no later day. A fact that
was wrong and is corrected can leave an entry behind: of it nothing is left in the records.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.days import business_day_after, day_plus
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.windows import answer_window
from interview_journal.core.rounds import is_written
from interview_journal.writing.calendar_names import (
    PossibleEntry,
    day_after,
    possible_entry,
    standing_until,
)
from interview_journal.writing.calendar_possible_later import about_offers, about_referees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.records import Encounter

__all__ = ["possible_entries"]

_NEWS_STEPS: Final = ("1", "2")


def possible_entries(facts: FollowUpFacts) -> Iterator[PossibleEntry]:
    """Yield every entry that can have been given; rounds themselves are left out.

    Args:
        facts: Of all records, removed ones included.
    """
    for process in facts.processes:
        for place, one in enumerate(process.over):
            said_until = _said_until(facts, process.over[: place + 1])
            yield from _after_round(facts, process, one, said_until)
            yield from _about_news(facts, process, one, said_until)
            for met, _person in one.met:
                yield from _about_person(facts, one, met)
        yield from about_referees(facts, process)
        yield from about_offers(facts, process)


def _said_until(facts: FollowUpFacts, rounds: Sequence[Round]) -> date:
    """Return the last day for which any of these rounds let one expect a word."""
    usual = facts.defaults.news_after_days
    ends = [answer_window(one.interview, default_days=usual).last_day for one in rounds]
    promised = [met.they_promised_by for one in rounds for met, _ in one.met]
    return max([*ends, *(day for day in promised if day is not None)])


def _after_round(
    facts: FollowUpFacts, process: Process, one: Round, said_until: date
) -> Iterator[PossibleEntry]:
    interview, defaults = one.interview, facts.defaults
    about, ended_on = interview.application_id, one.ended_at.date()
    # One that was written down when it was entered never had to be.
    if interview.revision > 1 or not is_written(interview, frozenset()):
        yield possible_entry(
            facts, "write it down", about, max(interview.held_on, ended_on), interview.id
        )
    if process.recruiters:
        day = day_after(one.ended_at, defaults.thank_within_hours)
        yield possible_entry(facts, "ask about the process", about, day, interview.id)
    known_at = interview.outcome_known_at
    known_on = ended_on if known_at is None else max(facts.local(known_at).date(), ended_on)
    if interview.outcome == "advanced" or interview.further_rounds is True:
        announced = _business_day_after(facts, said_until)
        day = max(announced, day_plus(known_on, defaults.news_after_days))
        yield possible_entry(facts, "enter the next round", about, day, interview.id)
    if "rejected" in (interview.outcome, process.application.status):
        since = max(known_on, standing_until(facts, process).date())
        day = day_plus(since, defaults.reply_within_days)
        yield possible_entry(facts, "reply to a rejection", about, day, interview.id)


def _about_news(
    facts: FollowUpFacts, process: Process, one: Round, said_until: date
) -> Iterator[PossibleEntry]:
    interview, defaults = one.interview, facts.defaults
    about = interview.application_id
    heard = [day_plus(day, defaults.news_after_days) for day in _heard_on(facts, process)]
    first_on = _business_day_after(facts, max([said_until, *heard]))
    yield possible_entry(facts, "ask for news", about, first_on, interview.id, "1")
    yield PossibleEntry(None, interview.id, about, said_until)
    keys = [action_key("ask for news", interview.id, step) for step in _NEWS_STEPS]
    closed = [facts.closed_on(act) for key in keys if (act := facts.closed(key)) is not None]
    if closed:
        again = max(day_plus(max(closed), defaults.news_again_days), said_until)
        day = _business_day_after(facts, again)
        yield possible_entry(facts, "ask for news", about, day, interview.id, "2")
    if closed or any(held.interview.tells_if_unsuccessful is False for held in process.over):
        rest = day_plus(max([said_until, *closed]), defaults.move_on_after_days)
        day = max(_business_day_after(facts, rest), first_on)
        yield possible_entry(facts, "move on", about, day, interview.id)


def _heard_on(facts: FollowUpFacts, process: Process) -> Iterator[date]:
    """Yield the days on which one was in touch with them about an answer."""
    told = facts.told_of_offer.get(process.application.id)
    if told is not None:
        yield facts.local(told).date()
    for one in process.over:
        for met, _ in one.met:
            came = facts.done(action_key("their promise", met.id))
            if came is not None:
                yield facts.closed_on(came)


def _about_person(facts: FollowUpFacts, one: Round, met: Encounter) -> Iterator[PossibleEntry]:
    about, ended_on = one.interview.application_id, one.ended_at.date()
    noted_on = day_after(one.ended_at, facts.defaults.thank_within_hours)
    yield possible_entry(facts, "thank-you note", about, noted_on, one.interview.id, met.person_id)
    if met.i_promised_by is not None:
        day = max(met.i_promised_by, ended_on)
        yield possible_entry(facts, "my promise", about, day, met.id)
    if met.they_promised_by is not None:
        day = max(_business_day_after(facts, met.they_promised_by), ended_on)
        yield possible_entry(facts, "their promise", about, day, met.id)


def _business_day_after(facts: FollowUpFacts, day: date) -> date:
    return business_day_after(day, days_off=facts.defaults.days_off)
