"""Days in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.day_words import day_words, near_day_words

FRIDAY = date(2026, 3, 6)


def test_a_day_of_this_year_is_said_without_the_year() -> None:
    assert day_words(date(2026, 3, 4), today=FRIDAY) == "Wednesday 4 March"


def test_a_day_of_another_year_is_said_with_it() -> None:
    assert day_words(date(2027, 1, 1), today=FRIDAY) == "Friday 1 January 2027"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-2, "Wednesday 4 March"),
        (-1, "yesterday, Thursday 5 March"),
        (0, "today, Friday 6 March"),
        (1, "tomorrow, Saturday 7 March"),
        (2, "Sunday 8 March"),
    ],
)
def test_a_near_day_is_named(days: int, words: str) -> None:
    assert near_day_words(FRIDAY + timedelta(days), today=FRIDAY) == words


@given(st.dates(), st.dates())
def test_any_day_has_its_number_in_its_words(day: date, today: date) -> None:
    assert str(day.day) in day_words(day, today=today).split()
