"""The drafted plan names the moment and the first words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.records import Answer
from interview_journal.widgets.if_then_plan import draft_if_then

PLANS = {
    "I should have said my number.": "If they ask that again, I start with my number.",
    "Next time I'll start with the rota": "If they ask that again, I start with the rota.",
    "I would name the result first.": "If they ask that again, I name the result first.",
    "I was too long.": "If they ask that again, I start with …",
    "The number first!": "If they ask that again, I start with the number first.",
    "Leeds, then the rest.": "If they ask that again, I start with Leeds, then the rest.",
    "": "",
    "  \n ": "",
}


@pytest.mark.parametrize("words", PLANS)
def test_a_plan_is_drafted_from_the_first_sentence(words: str) -> None:
    assert draft_if_then(words, []) == PLANS[words]


def test_the_question_it_is_about_is_quoted() -> None:
    asked = Answer(interview_id="i_1", question="How long\nis your notice?")
    plan = draft_if_then(
        "Say the three months at once when they ask about my notice period.", [asked]
    )
    assert plan.startswith("If they ask “How long is your notice?”, I start with the three months")


def test_a_topic_stands_in_where_the_question_was_not_written_down() -> None:
    plan = draft_if_then("My notice period is three months", [])
    assert plan.startswith("If they ask about “Notice period and start date”")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_words_give_a_plan_or_nothing(words: str) -> None:
    plan = draft_if_then(words, [])
    assert plan == "" or plan.startswith("If they ask")
