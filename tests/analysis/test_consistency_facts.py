"""What is kept up to date step by step is what would be read afresh."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis import consistency_facts as module
from interview_journal.analysis.consistency.index import Told
from interview_journal.analysis.consistency_facts import ComparedAnswers, ConsistencyFacts
from interview_journal.analysis.question_matching import QuestionMatcher
from interview_journal.core.records import QuestionLink
from tests.told_journal import FOUR_WEEKS, GERMAN, NOTICE, START, THREE_MONTHS

if TYPE_CHECKING:
    import pytest

ANSWERS = [
    FOUR_WEEKS,
    THREE_MONTHS,
    "I led the payroll migration at Castle Street.",
    "At Castle street I helped with the payroll migration.",
    "I have never used Airflow. My team was five people.",
    "We used Airflow every day. My team was eleven people.",
    GERMAN,
]
QUESTIONS = [NOTICE, START, "How big is your team?", "What did you do?"]


def told(number: int, question: str, answer: str) -> Told:
    topic = QuestionMatcher().topic_of(question)
    day = date(2026, 3, 1) + timedelta(number)
    company = "Acme" if number % 2 else "Borealis"
    return Told(f"a_{number}", question, answer, topic, f"i_{number}", company, day)


def read(answers: list[Told], matcher: QuestionMatcher | None = None) -> ConsistencyFacts:
    compared = ComparedAnswers(matcher or QuestionMatcher())
    return took(compared, answers, matcher)


def took(
    compared: ComparedAnswers, answers: list[Told], matcher: QuestionMatcher | None = None
) -> ConsistencyFacts:
    steps = list(compared.take_in(answers, matcher or QuestionMatcher()))
    assert steps == list(range(1, 2 * len(answers) + 1))
    return compared.facts()


def test_findings_ledger_questions_and_unread_come_of_it() -> None:
    facts = read(
        [told(1, NOTICE, FOUR_WEEKS), told(2, START, THREE_MONTHS), told(3, "Und?", GERMAN)]
    )
    assert [one.kind for one in facts.findings] == ["notice"]
    assert {one.subject for one in facts.ledger} >= {"notice"}
    assert facts.questions.groups == (("a_1", "a_2"),)
    assert facts.unread == ("a_3",)


def test_of_very_many_findings_the_surest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = ("two", "four", "seven", "nine")
    told_all = [told(n, NOTICE, f"My notice is {word} months.") for n, word in enumerate(numbers)]
    every = read(told_all).findings
    assert len(every) > 2
    monkeypatch.setattr(module, "FINDINGS_AT_MOST", 2)
    assert read(told_all).findings == every[:2]


def test_an_answer_that_went_takes_its_findings_along() -> None:
    compared = ComparedAnswers(QuestionMatcher())
    both = [told(1, NOTICE, FOUR_WEEKS), told(2, START, THREE_MONTHS)]
    took(compared, both)
    facts = took(compared, both[:1])
    assert facts == read(both[:1])
    assert facts.findings == ()
    compared.forget("a_none")


def test_one_answer_at_a_time_gives_its_findings() -> None:
    compared = ComparedAnswers(QuestionMatcher())
    compared.read(told(1, NOTICE, FOUR_WEEKS))
    assert [one.kind for one in compared.read(told(2, START, THREE_MONTHS))] == ["notice"]


def test_a_name_is_known_for_as_long_as_an_answer_holds_it() -> None:
    compared = ComparedAnswers(QuestionMatcher())
    small, named = "We moved it to northgate in May.", "I was with Northgate then."
    answers = [told(1, NOTICE, named), told(2, START, small), told(3, NOTICE, named)]
    took(compared, answers)
    for number in (0, 2):
        answers[number] = replace(answers[number], answer="I was with them then.")
        list(compared.take_in(answers, QuestionMatcher()))
        assert compared.facts() == read(answers)


def test_the_persons_word_on_a_question_is_heard_at_once() -> None:
    both = [told(1, "How about teams?", "Five people."), told(2, "Sizes?", "Eleven people.")]
    matcher = QuestionMatcher(
        [QuestionLink(question_a="How about teams?", question_b="Sizes?", same=True)]
    )
    compared = ComparedAnswers(QuestionMatcher())
    took(compared, both)
    assert took(compared, both, matcher) == read(both, matcher)


def test_who_stopped_halfway_goes_on_with_what_is_due() -> None:
    first = [told(1, NOTICE, "My notice is four weeks at airflow."), told(2, START, THREE_MONTHS)]
    later = [*first, told(3, "What did you use?", "We used Airflow every day.")]
    for stop in range(1, 7):
        compared = ComparedAnswers(QuestionMatcher())
        took(compared, first)
        work = compared.take_in(later, QuestionMatcher())
        for _ in range(stop):
            next(work)
        assert took(compared, later) == read(later)


changes = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(QUESTIONS), st.sampled_from([*ANSWERS, ""])),
    max_size=10,
)


@settings(max_examples=25, deadline=None)
@given(changes, st.lists(st.booleans(), max_size=3))
def test_any_way_to_the_same_answers_gives_the_same(
    steps: list[tuple[int, str, str]], links: list[bool]
) -> None:
    compared = ComparedAnswers(QuestionMatcher())
    held: dict[int, Told] = {}
    matcher = QuestionMatcher()
    for at, (number, question, answer) in enumerate(steps):
        if answer:
            held[number] = told(number, question, answer)
        else:
            held.pop(number, None)
        said = [
            QuestionLink(question_a=NOTICE, question_b=QUESTIONS[place + 1], same=same)
            for place, same in enumerate(links[: at // 3])
        ]
        matcher = QuestionMatcher(said)
        order = [held[key] for key in sorted(held)]
        order = [replace(one, topic=matcher.topic_of(one.question)) for one in order]
        took(compared, order, matcher)
    order = [replace(held[key], topic=matcher.topic_of(held[key].question)) for key in sorted(held)]
    assert took(compared, order, matcher) == read(order, matcher)
