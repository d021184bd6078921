"""Which rounds are still to come, and how far away they are."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from interview_journal.core.followup.days import in_zone, zone_named
from interview_journal.core.followup.defaults import FollowUpDefaults
from interview_journal.core.followup.ends import RoundEnds
from interview_journal.core.rounds import place_in_time

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.records import Interview
    from interview_journal.core.view import JournalView

__all__ = ["coming_rounds", "days_until", "round_to_prepare"]


def coming_rounds(view: JournalView, now: datetime) -> tuple[Interview, ...]:
    """Return the rounds that are not over, the next first.

    A round is over with its end, or once it is written down or has an outcome, whichever is first.

    Args:
        view: The records.
        now: The present, aware, in the person's zone.

    Example:
        >>> import types
        >>> from datetime import date, datetime
        >>> from interview_journal.core.records import Interview
        >>> past = Interview(application_id="p_a", held_on=date(2026, 3, 4))
        >>> ahead = Interview(application_id="p_a", round=2, held_on=date(2026, 3, 12))
        >>> view = types.SimpleNamespace(interviews=(ahead, past))
        >>> coming_rounds(view, datetime(2026, 3, 8, 9, tzinfo=UTC)) == (ahead,)
        True
    """
    ends = RoundEnds(now.tzinfo or UTC, FollowUpDefaults())
    ahead = [
        one
        for one in view.interviews
        if one.captured_at is None and one.outcome is None and ends.of(one) > now
    ]
    return tuple(sorted(ahead, key=lambda one: (ends.of(one), one.round, one.id)))


def round_to_prepare(view: JournalView, now: datetime, *, company: str = "") -> Interview | None:
    """Return the next round; without one, the last that was held. None where there is none.

    Args:
        view: The records.
        now: The present, aware, in the person's zone.
        company: Letters of the company's name, capitals or not; empty for any.

    Example:
        >>> import types
        >>> from datetime import date, datetime
        >>> from interview_journal.core.records import Application, Interview
        >>> acme = Application(company="Acme Ltd")
        >>> first = Interview(application_id=acme.id, held_on=date(2026, 3, 4))
        >>> view = types.SimpleNamespace(applications=(acme,), interviews=(first,))
        >>> round_to_prepare(view, datetime(2026, 3, 8, tzinfo=UTC), company="acme") == first
        True
    """
    wanted = company.casefold().strip()
    about = {one.id for one in view.applications if wanted in one.company.casefold()}
    rounds = [one for one in view.interviews if not wanted or one.application_id in about]
    ahead = [one for one in coming_rounds(view, now) if one in rounds]
    held = sorted(rounds, key=place_in_time)
    return next(iter([*ahead, *reversed(held)]), None)


def days_until(interview: Interview, now: datetime) -> int:
    """Return how many days are left; 0 on its day, below 0 after it.

    Counted from the day it is now where the round is held: days, not hours, so that no change of
    the clock takes one away.

    Args:
        interview: The round.
        now: The present, aware, in the person's zone.

    Example:
        >>> from datetime import date, datetime
        >>> from interview_journal.core.records import Interview
        >>> ahead = Interview(application_id="p_a", held_on=date(2026, 3, 30))
        >>> days_until(ahead, datetime(2026, 3, 28, 23, tzinfo=UTC))
        2
    """
    return (interview.held_on - _today_at(interview, now)).days


def _today_at(interview: Interview, now: datetime) -> date:
    zone = zone_named(interview.time_zone)
    return (now if zone is None else in_zone(now, zone)).date()
