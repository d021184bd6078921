"""Days and spans as a letter says them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.records import Interview
from interview_journal.writing.process_words import answer_words, letter_day

HELD = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("later", "words"),
    [(-1, "Wednesday 18 March"), (0, "Wednesday"), (6, "Wednesday"), (7, "Wednesday 18 March")],
)
def test_a_day_of_this_week_needs_no_date(later: int, words: str) -> None:
    assert letter_day(HELD, today=HELD + timedelta(days=later)) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"answer_by": date(2026, 3, 27)}, "by Friday 27 March"),
        ({"answer_by": date(2026, 3, 27), "answer_in_days_max": 3}, "by Friday 27 March"),
        ({"answer_in_days_min": 7, "answer_in_days_max": 14}, "within one to two weeks"),
        ({"answer_in_days_min": 3, "answer_in_days_max": 7}, "within three to seven days"),
        ({"answer_in_days_max": 7}, "within a week"),
        ({"answer_in_days_min": 1}, "within a day"),
        ({"answer_in_days_min": 0, "answer_in_days_max": 0}, "the same day"),
        ({"answer_in_days_min": 0, "answer_in_days_max": 45}, "within 45 days"),
        ({"answer_in_days_min": 14, "answer_in_days_max": 7}, "within one to two weeks"),
    ],
)
def test_a_span_is_said_as_they_said_it(facts: dict[str, Any], words: str) -> None:
    held = Interview(application_id="p_a", held_on=HELD, **facts)
    assert answer_words(held, today=HELD) == words


@settings(deadline=None)
@given(st.none() | st.integers(0, 730), st.none() | st.integers(0, 730))
def test_any_span_can_be_said(low: int | None, high: int | None) -> None:
    held = Interview(
        application_id="p_a", held_on=HELD, answer_in_days_min=low, answer_in_days_max=high
    )
    words = answer_words(held, today=HELD)
    assert bool(words) is not (low is None and high is None)
