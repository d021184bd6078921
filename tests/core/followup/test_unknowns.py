"""What is unknown of a process, and one question for all of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interview_journal.core.followup.unknowns import process_question, unknown_facts
from interview_journal.core.records import Interview

KNOWN: dict[str, Any] = {
    "answer_in_days_max": 7,
    "further_rounds": False,
    "tells_if_unsuccessful": False,
}


def held(**facts: Any) -> Interview:
    return Interview(application_id="p_a", held_on=date(2026, 3, 4), **facts)


def test_nothing_is_asked_where_all_is_known() -> None:
    assert unknown_facts(held(**KNOWN)) == ()
    assert process_question(()) == ""


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("answer_in_days_max", "answer time"),
        ("further_rounds", "further rounds"),
        ("tells_if_unsuccessful", "tells everyone"),
    ],
)
def test_only_what_is_unknown_is_asked(field: str, name: str) -> None:
    (fact,) = unknown_facts(held(**(KNOWN | {field: None})))
    assert fact.name == name
    assert fact.question == f"May I ask {fact.clause}?"
    assert fact.to_ask.endswith("?")


@pytest.mark.parametrize(
    "time", [{"answer_by": date(2026, 3, 9)}, {"answer_in_days_min": 0}, {"answer_in_days_max": 3}]
)
def test_any_word_about_the_time_is_enough(time: dict[str, Any]) -> None:
    assert "answer time" not in {one.name for one in unknown_facts(held(**time))}


def test_everything_unknown_is_still_one_question() -> None:
    question = process_question(unknown_facts(held()))
    assert question.count("?") == 1
    assert ", and whether" in question
