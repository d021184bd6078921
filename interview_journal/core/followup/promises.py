"""What they promised for a day: nothing before it, a fair question after it.

Once the time to ask for news has come, that one question covers what they promised as well: nobody
is asked twice on one evening.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core.followup.building import channel_to, make_action
from interview_journal.core.followup.wording import first_line, name_of, on_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts, Process
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.followup.windows import OpenPromise

__all__ = ["their_promises"]


def their_promises(
    facts: FollowUpFacts,
    process: Process,
    promises: Sequence[OpenPromise],
    *,
    is_news_asked: bool,
) -> Iterator[DueAction]:
    """Return a line for each promise with a day that nothing has settled yet.

    Args:
        facts: The journal at a moment.
        process: The application.
        promises: What they promised.
        is_news_asked: Whether the time to ask for news has come.
    """
    for promise in promises:
        from_at = max(facts.morning(promise.day), promise.one.ended_at)
        due_at = max(facts.morning_after(promise.day), from_at)
        if due_at > facts.now or not is_news_asked:
            yield _line(facts, process, promise, from_at, due_at)


def _line(
    facts: FollowUpFacts,
    process: Process,
    promise: OpenPromise,
    from_at: datetime,
    due_at: datetime,
) -> DueAction:
    met, person, day = promise.met, promise.person, promise.day
    name = name_of(person)
    what = first_line(met.they_promised).rstrip(".") or "something"
    said = f"{name} promised: {what}."
    day_words = on_words(day, facts.today)
    if day >= facts.today:
        reason = f"{said} It is for {day_words}; tick it when it has come."
    elif facts.now < due_at:
        fair_on = on_words(due_at.date(), facts.today)
        reason = f"{said} It was for {day_words}. From {fair_on} a friendly question is fair."
    else:
        reason = f"{said} It was for {day_words}. A friendly question is fair."
    return make_action(
        "their promise",
        process.application,
        met.id,
        interview=promise.one.interview,
        person=person,
        from_at=from_at,
        due_at=due_at,
        text=f"Look for what {name} promised",
        reason=reason,
        other_id=met.id,
        channel=channel_to(process, person),
    )
