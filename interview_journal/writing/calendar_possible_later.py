"""The entries about referees and offers that a calendar can have been given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.days import day_plus
from interview_journal.writing.calendar_names import day_after, possible_entry, standing_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.choices import ApplicationStatus
    from interview_journal.core.followup.facts import FollowUpFacts, Process
    from interview_journal.core.records import Reference
    from interview_journal.writing.calendar_names import PossibleEntry

__all__ = ["about_offers", "about_referees"]

_WON: Final[frozenset[ApplicationStatus]] = frozenset({"offer", "accepted", "declined"})
_STEPS: Final = ("offer", "accepted")


def about_referees(facts: FollowUpFacts, process: Process) -> Iterator[PossibleEntry]:
    """Yield what can have been due to each referee of an application."""
    for reference, _person in process.references:
        yield from _before_call(facts, process, reference)
        yield from _after_call(facts, process, reference)


def _before_call(
    facts: FollowUpFacts, process: Process, reference: Reference
) -> Iterator[PossibleEntry]:
    about, hours = reference.application_id, facts.defaults.referee_within_hours
    saved_at = facts.now if reference.saved_at is None else facts.local(reference.saved_at)
    yield possible_entry(facts, "ask a referee", about, day_after(saved_at, hours), reference.id)
    if reference.consented_at is None:
        return
    agreed_at = facts.local(reference.consented_at)
    for one in process.over or process.ahead[:1]:
        day = day_after(max(one.ended_at, agreed_at), hours)
        if not one.is_over:
            saved_at = one.interview.saved_at or facts.now
            day = max(day, facts.local(saved_at).date())
        ids = (one.interview.id, reference.person_id)
        yield possible_entry(facts, "tell a referee", about, day, *ids)


def _after_call(
    facts: FollowUpFacts, process: Process, reference: Reference
) -> Iterator[PossibleEntry]:
    about, defaults = reference.application_id, facts.defaults
    since = standing_until(facts, process)
    called_at = reference.checked_at
    if called_at is not None or process.application.status in _WON:
        last = since if called_at is None else max(since, facts.local(called_at))
        day = day_after(last, defaults.referee_within_hours)
        yield possible_entry(facts, "thank a referee", about, day, reference.id)
    # One that had ended and was taken up again is open, and remembers since when.
    if not process.is_open or process.application.status_at is not None:
        last = since if called_at is None else max(since, facts.local(called_at))
        day = day_plus(last.date(), defaults.reply_within_days)
        yield possible_entry(facts, "tell a referee the outcome", about, day, reference.id)


def about_offers(facts: FollowUpFacts, process: Process) -> Iterator[PossibleEntry]:
    """Yield what can have been due after an offer from this company."""
    if process.application.status not in _WON:
        return
    about, stands = process.application.id, standing_until(facts, process)
    since = stands.date()
    day = day_plus(since, facts.defaults.answer_offer_days)
    yield possible_entry(facts, "answer an offer", about, day, about)
    if facts.is_past_care(stands):
        # Each offer with each other company would be millions after a few years.
        return
    for other in facts.processes:
        if other is not process and (other.over or other.ahead):
            began = [one.ended_at.date() for one in other.over[:1]]
            day = day_plus(max([since, *began]), facts.defaults.reply_within_days)
            for step in _STEPS:
                told = other.application.id
                yield possible_entry(facts, "tell another company", told, day, about, told, step)
