"""When to rehearse: the same gap again and again, counted back from the day of the round.

Expanding gaps are no better than equal ones (Latimier, Peyre and Ramus, 2021), so the days are
equal ones. They hang on the round alone: a rehearsal that was missed is not made up for.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words, near_day_words
from interview_journal.core.followup.days import in_zone
from interview_journal.core.preparing.coming import coming_rounds, days_until
from interview_journal.core.preparing.values import DueRehearsal

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.records import Answer, Interview, Rehearsal
    from interview_journal.core.view import JournalView

__all__ = ["DUE_AT_MOST", "WINDOW_DAYS", "due_rehearsals", "gap_days", "last_slot"]

DUE_AT_MOST: Final = 3
"""A day: three answers take ten minutes."""
WINDOW_DAYS: Final = 14
"""A round further away than that asks for nothing yet."""
_SLOTS: Final = 4
_STUCK: Final = 2
"""An answer graded so, or below, comes back the next day."""


def gap_days(days_ahead: int) -> int:
    """Return the days from one rehearsal to the next, at least 1.

    Args:
        days_ahead: From the first day of rehearsing to the round, from 0.

    Example:
        >>> gap_days(14), gap_days(5), gap_days(0)
        (3, 1, 1)
    """
    return max(1, days_ahead // _SLOTS)


def last_slot(first: date, round_on: date, today: date) -> date | None:
    """Return the newest day of rehearsing up to today; None before the first and after the round.

    Args:
        first: The day from which the answer can be rehearsed, inclusive.
        round_on: The day of the round, inclusive: its morning is the last rehearsal.
        today: The present day, on the round's own calendar.

    Example:
        >>> from datetime import date
        >>> last_slot(date(2026, 3, 1), date(2026, 3, 13), date(2026, 3, 9)).isoformat()
        '2026-03-07'
    """
    if today < first or today > round_on:
        return None
    gap = gap_days((round_on - first).days)
    slot = today - timedelta(days=-(round_on - today).days % gap)
    return max(first, slot)


def due_rehearsals(view: JournalView, now: datetime) -> tuple[DueRehearsal, ...]:
    """Return the answers to rehearse today for the next round; the least fluent first.

    Rehearsed is what has a better wording, or was rehearsed before; of one topic the newest. What
    was rehearsed today is not due again.

    Args:
        view: The records.
        now: The present, aware, in the person's zone.

    Example:
        >>> import types
        >>> from datetime import date, datetime
        >>> from interview_journal.core.records import Answer, Interview
        >>> ahead = Interview(application_id="p_a", held_on=date(2026, 3, 12))
        >>> weak = Answer(interview_id="i_1", question="Why us?", better_answer="The wards.")
        >>> view = types.SimpleNamespace(interviews=(ahead,), answers=(weak,), rehearsals=())
        >>> due_rehearsals(view, datetime(2026, 3, 11, 8, tzinfo=UTC))[0].why
        'The round is tomorrow, Thursday 12 March, and you have not said this one aloud yet.'
    """
    ahead = coming_rounds(view, now)
    if not ahead or days_until(ahead[0], now) > WINDOW_DAYS:
        return ()
    done = _rehearsed(view)
    found = []
    for answer in _rehearsable(view, done):
        due = _due(answer, done.get(answer.id, []), ahead[0], now)
        if due is not None:
            found.append((_fluency(done.get(answer.id, [])), due))
    found.sort(key=lambda one: (one[0], one[1].due_on, one[1].answer_id))
    return tuple(due for _, due in found[:DUE_AT_MOST])


def _rehearsed(view: JournalView) -> dict[str, list[Rehearsal]]:
    """Return the rehearsals of each answer, the oldest first."""
    found: dict[str, list[Rehearsal]] = defaultdict(list)
    for one in sorted(view.rehearsals, key=lambda one: (one.rehearsed_at, one.id)):
        found[one.answer_id].append(one)
    return found


def _rehearsable(view: JournalView, done: dict[str, list[Rehearsal]]) -> list[Answer]:
    held = {one.id: one.held_on for one in view.interviews}
    newest: dict[str, Answer] = {}
    in_order = sorted(
        (one for one in view.answers if one.better_answer.strip() or one.id in done),
        key=lambda one: (one.interview_id in held, held.get(one.interview_id), one.id),
    )
    for one in in_order:
        newest[one.topic.strip() or one.id] = one
    return list(newest.values())


def _fluency(done: list[Rehearsal]) -> int:
    """Return the newest grade; 0 for never, 3 where none was given."""
    return (done[-1].grade or 3) if done else 0


def _due(
    answer: Answer, done: list[Rehearsal], ahead: Interview, now: datetime
) -> DueRehearsal | None:
    zone = now.tzinfo or UTC
    today, days = now.date(), days_until(ahead, now)
    round_on = today + timedelta(days=days)
    written = answer.better_answer_at
    first = round_on - timedelta(days=WINDOW_DAYS)
    if written is not None:
        first = max(first, min(today, in_zone(written, zone).date()))
    slot = last_slot(first, round_on, today)
    last_on = in_zone(done[-1].rehearsed_at, zone).date() if done else None
    is_stuck = bool(done) and (done[-1].grade or _STUCK + 1) <= _STUCK
    if slot is None or (last_on is not None and last_on >= today):
        return None
    if last_on is not None and last_on >= slot:
        if not is_stuck:
            return None
        slot = last_on + timedelta(days=1)
    why = f"The round is {_day(round_on, today)}, and {_so_far(last_on, today, is_stuck=is_stuck)}."
    return DueRehearsal(answer_id=answer.id, due_on=slot, why=why, interview_id=ahead.id)


def _day(day: date, today: date) -> str:
    words = near_day_words(day, today=today)
    return words if words != day_words(day, today=today) else f"on {words}"


def _so_far(last_on: date | None, today: date, *, is_stuck: bool) -> str:
    if last_on is None:
        return "you have not said this one aloud yet"
    told = _day(last_on, today)
    return f"you were stuck with it {told}" if is_stuck else f"you last said it aloud {told}"
