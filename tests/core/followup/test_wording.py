"""How a moment, a name and a line are said."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.followup.wording import (
    by_words,
    clock_words,
    company_of,
    first_line,
    name_of,
    on_words,
)
from interview_journal.core.records import Application, Person

NOW = datetime(2026, 3, 4, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "midnight"),
        (0, 5, "12:05 am"),
        (9, 0, "9 am"),
        (11, 59, "11:59 am"),
        (12, 0, "noon"),
        (12, 30, "12:30 pm"),
        (16, 0, "4 pm"),
        (23, 7, "11:07 pm"),
    ],
)
def test_a_clock_is_said_as_people_say_it(hour: int, minute: int, words: str) -> None:
    assert clock_words(datetime(2026, 3, 4, hour, minute, tzinfo=UTC)) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 3), "yesterday"),
        (date(2026, 3, 4), "today"),
        (date(2026, 3, 5), "tomorrow"),
        (date(2026, 3, 12), "Thursday 12 March"),
        (date(2027, 3, 12), "Friday 12 March 2027"),
    ],
)
def test_a_day_is_said_as_seen_from_today(day: date, words: str) -> None:
    assert on_words(day, NOW.date()) == words
    at_nine = datetime.combine(day, time(9), tzinfo=UTC)
    assert by_words(at_nine, NOW) == f"{words}, 9 am"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A call.", "A call."),
        ("  A call. \nBy Friday.", "A call."),
        ("\n \n", ""),
        ("a\u2028b", "a"),
        ("x" * 81, "x" * 79 + "…"),
        ("x" * 80, "x" * 80),
    ],
)
def test_the_first_line_of_a_text_is_short_and_one_line(text: str, line: str) -> None:
    assert first_line(text) == line


@given(st.text())
def test_whatever_was_typed_stays_one_short_line(text: str) -> None:
    line = first_line(text)
    assert len(line) <= 80
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


def test_a_blank_name_has_words_in_its_place() -> None:
    assert name_of(Person(name="  ")) == "somebody"
    assert company_of(Application(company=" ")) == "this company"
