"""What they said is said back as they said it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from interview_journal.core.followup.asking_words import ask_reason, rest_reason, waiting_text
from interview_journal.core.followup.windows import AnswerWindow

NOW = datetime(2026, 3, 4, 19, tzinfo=UTC)
UNTIL = datetime(2026, 3, 19, 9, tzinfo=UTC)
LAST = date(2026, 3, 18)


def told(days: int, at_least: int = 0) -> AnswerWindow:
    return AnswerWindow(LAST, days, is_told=True, named="days", at_least=at_least)


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (told(14), "they said two weeks"),
        (told(14, 14), "they said two weeks"),
        (told(14, 7), "they said one to two weeks"),
        (told(28, 21), "they said three to four weeks"),
        (told(7, 3), "they said 3 days to one week"),
        (told(10, 5), "they said 5 to 10 days"),
        (told(10, 1), "they said 1 to 10 days"),
        (told(10, 7), "they said 7 to 10 days"),
        (told(1), "they said one day"),
        (told(0), "they said the same day"),
        (AnswerWindow(LAST, 14, is_told=True, named="day"), "they named Wednesday 18 March"),
        (
            AnswerWindow(LAST, 14, is_told=True, named="promise"),
            "they promised word by Wednesday 18 March",
        ),
        (
            AnswerWindow(LAST, 7, is_told=False),
            "no day is noted, and about one week is usual",
        ),
    ],
)
def test_the_reason_to_ask_is_what_they_said(window: AnswerWindow, words: str) -> None:
    reason = ask_reason("1", UNTIL, NOW, window)
    assert reason == f"From Thursday 19 March it is polite to ask: {words}."


def test_the_first_evening_says_what_they_said_and_the_days_after_count() -> None:
    assert waiting_text(0, told(14, 7), UNTIL, NOW, asked_on=None) == (
        "They said one to two weeks. Nothing to do until Thursday 19 March."
    )
    assert waiting_text(6, told(14, 7), UNTIL, NOW, asked_on=None) == (
        "Day 6 of 14. Nothing to do until Thursday 19 March."
    )


@pytest.mark.parametrize(
    ("asked_on", "words"),
    [
        (date(2026, 3, 4), "You asked today."),
        (date(2026, 3, 3), "You asked yesterday."),
        (date(2026, 3, 2), "You asked on Monday 2 March."),
    ],
)
def test_who_asked_is_told_when(asked_on: date, words: str) -> None:
    text = waiting_text(6, told(3), UNTIL, NOW, asked_on=asked_on)
    assert text == f"{words} Nothing to do until Thursday 19 March."


def test_the_end_of_the_waiting_says_nothing_about_the_person() -> None:
    for now in (NOW, UNTIL):
        for only_good_news in (True, False):
            for has_asked in (True, False):
                said = rest_reason(
                    "Acme", UNTIL, now, only_good_news=only_good_news, has_asked=has_asked
                )
                assert said.endswith("It says nothing about you.")
