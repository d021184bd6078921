"""What is known of one answer beside others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from interview_journal.analysis.consistency.surroundings import Surroundings
from interview_journal.analysis.consistency.told import Told

TOLD = Told("a_1", "How are you?", "Fine.", "", "i_1", "Acme", date(2026, 3, 4))


def test_a_question_is_compared_once_with_each_other() -> None:
    calls: list[tuple[str, str]] = []

    def is_same(one: str, other: str) -> bool:
        calls.append((one, other))
        return False

    around = Surroundings(TOLD.question, "", is_same)
    other = replace(TOLD, question="And you?", company="Borealis")
    assert around.of(TOLD, other) == around.of(TOLD, other)
    assert calls == [("How are you?", "And you?")]
    assert not around.of(TOLD, other).same_company
    assert around.of(TOLD, TOLD).same_company
    assert around.of(TOLD, other).anywhere


def test_one_topic_is_one_question_without_asking() -> None:
    told = replace(TOLD, topic="about_you")
    around = Surroundings(told.question, told.topic, lambda _one, _other: False)
    assert around.of(told, replace(TOLD, topic="about_you", question="Who?")).same_question
    assert not around.of(told, replace(TOLD, topic="notice", question="Who?")).same_question
    assert not around.of(told, replace(TOLD, question="Who?")).same_question
    assert around.of(told, replace(TOLD, topic="notice", question="Who?")).other_topic
    assert not around.of(told, replace(TOLD, question="Who?")).other_topic
    assert not around.of(told, told).other_topic


def test_one_answer_serves_any_question_about_notice() -> None:
    told = replace(TOLD, question="What is your notice period?")
    around = Surroundings(told.question, told.topic, lambda _one, _other: False)
    assert around.of(told, replace(TOLD, question="When could you start?")).same_question
