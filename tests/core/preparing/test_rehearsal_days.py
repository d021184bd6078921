"""The days of rehearsing: golden sequences, and what holds for any date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.preparing.rehearsal_days import (
    DUE_AT_MOST,
    due_rehearsals,
    gap_days,
    last_slot,
)
from interview_journal.core.records import Rehearsal
from tests.prepared_journal import ABOUT, NOW, WHY, asked, held, rehearsed, view_of

BERLIN = ZoneInfo("Europe/Berlin")
OLD = held(1, 1, captured_at=datetime(2026, 3, 1, 20, tzinfo=UTC))
WEAK = asked(OLD, 1, "Why us?", topic="why_us", better_answer="The ward.")
ROUND = held(20, 2)


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def days_of_doing(start: int, last: int, grade: int = 4) -> list[int]:
    """Return the days on which somebody who does what is due says the answer aloud."""
    done: list[Rehearsal] = []
    days = []
    for day in range(start, last + 1):
        if due_rehearsals(view_of(OLD, ROUND, WEAK, *done), at(day)):
            days.append(day)
            done.append(rehearsed(WEAK, at(day, 10), grade))
    return days


def test_the_gaps_are_equal_and_end_on_the_morning_of_the_round() -> None:
    assert days_of_doing(1, 25) == [6, 8, 11, 14, 17, 20]


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2026, 3, 14)])
def test_before_the_first_day_and_after_the_round_there_is_no_slot(today: date) -> None:
    assert last_slot(date(2026, 3, 1), date(2026, 3, 13), today) is None


def test_what_was_stuck_comes_back_the_next_day() -> None:
    assert days_of_doing(1, 22, grade=2) == [6, *range(7, 21)]


@pytest.mark.parametrize(("ahead", "gap"), [(0, 1), (1, 1), (7, 1), (8, 2), (14, 3)])
def test_the_gap_grows_with_the_days_ahead(ahead: int, gap: int) -> None:
    assert gap_days(ahead) == gap


@pytest.mark.parametrize(
    ("day", "is_due"),
    [(5, False), (6, True), (19, True), (20, True), (21, False), (31, False)],
)
def test_a_round_far_away_or_past_asks_for_nothing(day: int, *, is_due: bool) -> None:
    assert bool(due_rehearsals(view_of(OLD, ROUND, WEAK), at(day))) is is_due


def test_without_a_round_or_a_better_wording_nothing_is_due() -> None:
    assert due_rehearsals(view_of(OLD, WEAK), at(10)) == ()
    assert due_rehearsals(view_of(OLD, ROUND, ABOUT), at(15)) == ()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (20, "The round is today, Friday 20 March, and you have not said this one aloud yet."),
        (19, "The round is tomorrow, Friday 20 March, and you have not said this one aloud yet."),
        (11, "The round is on Friday 20 March, and you have not said this one aloud yet."),
    ],
)
def test_the_reason_names_the_day(day: int, why: str) -> None:
    (due,) = due_rehearsals(view_of(OLD, ROUND, WEAK), at(day))
    assert (due.answer_id, due.why, due.interview_id) == (WEAK.id, why, ROUND.id)


def test_the_reason_tells_the_last_try() -> None:
    stuck = view_of(OLD, ROUND, WEAK, rehearsed(WEAK, at(10), 1))
    (due,) = due_rehearsals(stuck, at(11))
    assert due.why.endswith("you were stuck with it yesterday, Tuesday 10 March.")
    assert due.due_on == date(2026, 3, 11)
    fluent = view_of(OLD, ROUND, WEAK, rehearsed(WEAK, at(10)))
    (due,) = due_rehearsals(fluent, at(15))
    assert due.why.endswith("you last said it aloud on Tuesday 10 March.")
    assert due.due_on == date(2026, 3, 14)


def test_a_better_wording_of_last_night_starts_its_own_days() -> None:
    fresh = WEAK.with_changes(better_answer_at=at(16, 22))
    assert due_rehearsals(view_of(OLD, ROUND, fresh), at(16, 23))[0].due_on == date(2026, 3, 16)


def test_of_one_topic_the_newest_is_due_and_three_at_most() -> None:
    newer = held(4, 1, application="p_b", captured_at=at(4))
    again = asked(newer, 1, "Why here?", topic="why_us", better_answer="The team.")
    others = [asked(newer, n, f"Q{n}", better_answer="x") for n in range(2, 7)]
    due = due_rehearsals(view_of(OLD, newer, ROUND, WEAK, again, *others), at(19))
    assert len(due) == DUE_AT_MOST
    assert WEAK.id not in {one.answer_id for one in due}


def test_the_least_fluent_comes_first() -> None:
    other = asked(OLD, 2, "Pay?", topic="salary", better_answer="x")
    done = (rehearsed(WEAK, at(12), 5), rehearsed(other, at(12), 3))
    due = due_rehearsals(view_of(OLD, ROUND, WEAK, other, *done), at(18))
    assert [one.answer_id for one in due] == [other.id, WEAK.id]


def test_the_night_of_the_clock_change_skips_and_doubles_nothing() -> None:
    ahead = held(30, 2, time_zone="Europe/Berlin")
    done: list[Rehearsal] = []
    days = []
    moment = datetime(2026, 3, 25, 6, tzinfo=BERLIN)
    while moment < datetime(2026, 3, 31, 6, tzinfo=BERLIN):
        if due_rehearsals(view_of(OLD, ahead, WEAK, *done), moment):
            days.append(moment.day)
            done.append(rehearsed(WEAK, moment, 4))
        moment = (moment.astimezone(UTC) + timedelta(hours=1)).astimezone(BERLIN)
    assert days == [25, 27, 30]


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 60),
    st.integers(-5, 70),
)
@settings(max_examples=80)
def test_a_slot_lies_between_the_first_day_and_today(first: date, ahead: int, at_day: int) -> None:
    round_on, today = first + timedelta(days=ahead), first + timedelta(days=at_day)
    slot = last_slot(first, round_on, today)
    assert (slot is None) is not (first <= today <= round_on)
    if slot is not None:
        assert first <= slot <= today
        assert today != round_on or slot == today
        assert (today - slot).days < gap_days(ahead)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 23), st.integers(1, 5)), max_size=6))
@settings(max_examples=60)
def test_nothing_is_due_twice_a_day(done: list[tuple[int, int, int]]) -> None:
    rehearsals = [rehearsed(WEAK, at(day, hour), grade) for day, hour, grade in done]
    days = {day for day, *_ in done}
    for day in range(1, 22):
        due = due_rehearsals(view_of(OLD, ROUND, WEAK, *rehearsals), at(day, 23))
        assert not due or (day not in days and max(days, default=0) < day)


def test_the_example_of_the_rules_has_one_weak_answer() -> None:
    assert due_rehearsals(view_of(OLD, ROUND, WHY), NOW)
