"""When an answer comes: certain words become days or a date, all others stay words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.importing.answer_time import (
    AnswerTime,
    describe_answer_time,
    is_only_a_time,
    parse_answer_time,
)

WEDNESDAY = date(2026, 3, 4)

CERTAIN = {
    "one to two weeks": AnswerTime(7, 14),
    "1-2 weeks": AnswerTime(7, 14),
    "between two and three weeks": AnswerTime(14, 21),
    "one week to ten days": AnswerTime(7, 10),
    "3 to 5 days": AnswerTime(3, 5),
    "in about two weeks": AnswerTime(14, 14),
    "in a fortnight": AnswerTime(14, 14),
    "In 3 weeks' time": AnswerTime(21, 21),
    "within ten days": AnswerTime(None, 10),
    "within 5 working days": AnswerTime(None, 7),
    "at least two weeks": AnswerTime(14, None),
    "next week": AnswerTime(5, 9),
    "tomorrow": AnswerTime(by=date(2026, 3, 5)),
    "by Friday": AnswerTime(by=date(2026, 3, 6)),
    "this Friday": AnswerTime(by=date(2026, 3, 6)),
    "by the end of the week": AnswerTime(by=date(2026, 3, 6)),
    "end of next week": AnswerTime(by=date(2026, 3, 13)),
    "end of the month": AnswerTime(by=date(2026, 3, 31)),
    "end of next month": AnswerTime(by=date(2026, 4, 30)),
    "by 12 March": AnswerTime(by=date(2026, 3, 12)),
    "March 12th": AnswerTime(by=date(2026, 3, 12)),
    "Ana rings by 13 Mar 2026": AnswerTime(by=date(2026, 3, 13)),
    "2 January": AnswerTime(by=date(2027, 1, 2)),
    "2026-03-20": AnswerTime(by=date(2026, 3, 20)),
}
DOUBTFUL = [
    "",
    "soon",
    "in a few days",
    "a couple of weeks",
    "next Friday",
    "Wednesday",
    "maybe by Friday",
    "by Friday if it is a yes",
    "they did not say",
    "two weeks, or three weeks if the manager is away",
    "Monday or Tuesday",
    "31 February",
    "2026-13-45",
    "by 1 March 2020",
    "three to two weeks",
    "in 900 days",
    "5",
]


@pytest.mark.parametrize("words", CERTAIN)
def test_certain_words_become_days_or_a_date(words: str) -> None:
    assert parse_answer_time(words, held_on=WEDNESDAY) == CERTAIN[words]


@pytest.mark.parametrize("words", DOUBTFUL)
def test_a_doubt_leaves_the_words_alone(words: str) -> None:
    assert not parse_answer_time(words, held_on=WEDNESDAY).is_known


@settings(deadline=None)
@given(st.text(max_size=80), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_words_are_read_without_an_error(words: str, held_on: date) -> None:
    known = parse_answer_time(words, held_on=held_on)
    assert known.by is None or known.by >= held_on


days = st.integers(0, 730)
times = st.one_of(
    st.tuples(days, days).map(lambda two: AnswerTime(min(two), max(two))),
    days.map(lambda high: AnswerTime(None, high)),
    days.map(lambda low: AnswerTime(low, None)),
    st.integers(0, 360).map(lambda ahead: AnswerTime(by=WEDNESDAY + timedelta(days=ahead))),
)


@settings(deadline=None)
@given(times)
def test_described_times_are_read_back_as_the_same(known: AnswerTime) -> None:
    words = describe_answer_time(known)
    assert parse_answer_time(words, held_on=WEDNESDAY) == known
    assert is_only_a_time(words)


def test_nothing_known_is_described_by_nothing() -> None:
    assert describe_answer_time(AnswerTime()) == ""


def test_words_that_say_more_are_noticed() -> None:
    assert not is_only_a_time("by Friday, Ana will ring")
