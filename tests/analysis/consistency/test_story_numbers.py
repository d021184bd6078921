"""What one story cost or took is told twice; two stories have two numbers."""

from __future__ import annotations

from datetime import date

import pytest

from interview_journal.analysis.consistency.index import ConsistencyIndex, Told

PROUD = "What are you most proud of?"


def kinds_found(one: str, other: str, *, asked: str = PROUD, again: str = PROUD) -> list[str]:
    """Return the kinds of what differs between two answers of a journal."""
    index = ConsistencyIndex(lambda first, second: first == second)
    for number, (question, said) in enumerate(((asked, one), (again, other)), start=1):
        day = date(2026, 3, number)
        index.update(Told(f"a_{number}", question, said, "", f"i_{number}", "Acme", day))
    return [found.kind for found in index.findings()]


def test_one_story_told_twice_has_one_cost() -> None:
    one = "The museum's new roof. All in it came to 610,000 euros."
    other = "That museum roof, it was 690,000 euros all told."
    assert kinds_found(one, other) == ["money"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry terminal came to 610,000 euros.", "The fish market was 690,000 euros."),
        # What both questions say, and what is told of anything, ties nothing together.
        (
            "I am proud of the ferry terminal, nobody wanted it. It was 610,000 euros.",
            "Most proud of the fish market, nobody believed in it. It was 690,000 euros.",
        ),
        (
            "The ferry terminal took us nine months.",
            "The fish market took four months.",
        ),
    ],
)
def test_one_question_answered_with_two_stories_is_no_slip(one: str, other: str) -> None:
    assert kinds_found(one, other) == []


def test_what_one_question_says_the_other_answer_may_tell() -> None:
    one = "It came to 610,000 euros in the end, with the glass."
    other = "I did the ferry terminal. With the glass it was 690,000 euros."
    assert kinds_found(one, other, asked="What did the ferry terminal cost?") == ["money"]
