"""Which answers are about the same thing."""

from __future__ import annotations

import pytest

from interview_journal.analysis.asked_topics import asked_topics, topic_label
from interview_journal.core.records import Answer, QuestionLink
from tests.analysis.small_journals import evening


def asked(question: str, topic: str = "") -> Answer:
    return Answer(interview_id="i_1", question=question, topic=topic)


def said(first: str, second: str, *, same: bool, week: int | None = None) -> QuestionLink:
    decided = None if week is None else evening(week)
    return QuestionLink(question_a=first, question_b=second, same=same, decided_at=decided)


def test_the_topic_joins_and_words_join_where_there_is_none() -> None:
    found = asked_topics(
        [asked("One?", " salary "), asked("Two?", "salary"), asked("Why us?"), asked("why us")], []
    )
    assert found.keys == ("salary", "salary", '"why us"', '"why us"')


def test_nothing_is_known_of_an_answer_without_words_or_topic() -> None:
    assert asked_topics([asked("")], []).keys == ("",)


def test_the_persons_word_joins_two_questions() -> None:
    answers = [asked("What pay?", "salary"), asked("How much, then?"), asked("Why us?")]
    links = [said("how much then", "What pay?", same=True), said("Unknown?", "Why us?", same=True)]
    keys = asked_topics(answers, links).keys
    assert keys[0] == keys[1] != keys[2]
    assert asked_topics(answers, [*links, links[0]]).keys == keys


def test_the_last_word_on_two_questions_counts() -> None:
    answers = [asked("One?", "team"), asked("Two?", "team")]
    no, yes = (said("One?", "Two?", same=same, week=week) for same, week in ((False, 1), (True, 2)))
    assert asked_topics(answers, [no]).are_denied(0, 1)
    assert not asked_topics(answers, [yes, no]).are_denied(0, 1)
    early = said("One?", "Two?", same=True)
    assert asked_topics(answers, [no, early]).are_denied(0, 1)


@pytest.mark.parametrize(
    ("key", "label"),
    [("notice", "Notice period and start date"), ("my_boat", "My boat"), ('"why us"', "Why us?")],
)
def test_a_label_is_plain_words(key: str, label: str) -> None:
    assert topic_label(key, "Why us?") == label
