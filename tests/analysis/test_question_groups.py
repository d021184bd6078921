"""Answers are put to their questions, and what only may be the same is asked about."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.consistency.index import Told
from interview_journal.analysis.question_groups import question_groups
from interview_journal.analysis.question_matching import QuestionMatcher
from interview_journal.core.records import QuestionLink
from tests.told_journal import maybe_pair

QUESTIONS = [
    "Why are you leaving?",
    "Why do you want to move on?",
    "What salary do you expect?",
    "What would you like to earn?",
    "Can you sail a boat?",
    "Do you like to sail your boat?",
    "",
]


def told(*questions: str, matcher: QuestionMatcher | None = None) -> list[Told]:
    matcher = matcher or QuestionMatcher()
    return [
        Told(
            f"a_{number}",
            question,
            "Words.",
            matcher.topic_of(question),
            f"i_{number}",
            "Acme",
            date(2026, 3, 1) + timedelta(number),
        )
        for number, question in enumerate(questions)
    ]


def link(one: str, other: str, *, same: bool) -> QuestionLink:
    return QuestionLink(question_a=one, question_b=other, same=same)


def test_the_question_asked_last_comes_first() -> None:
    asked = told("Why are you leaving?", "What salary do you expect?", *QUESTIONS[:4])
    groups = question_groups(asked, QuestionMatcher()).groups
    assert groups == (("a_1", "a_4", "a_5"), ("a_0", "a_2", "a_3"))


def test_a_question_asked_twice_in_one_round_is_no_group() -> None:
    asked = [*told(QUESTIONS[0]), *told(QUESTIONS[0])]
    assert question_groups(asked, QuestionMatcher()).groups == ()


def test_answers_without_a_question_are_in_no_group() -> None:
    assert question_groups(told("", " ", "?"), QuestionMatcher()).groups == ()


def test_the_person_joins_questions_in_any_order() -> None:
    links = [link("Can you sail a boat?", "What salary do you expect?", same=True)]
    matcher = QuestionMatcher(links)
    asked = told("What salary do you expect?", "Can you sail a boat?", matcher=matcher)
    assert question_groups(asked, matcher).groups == (("a_0", "a_1"),)
    assert question_groups(asked[::-1], matcher).groups == (("a_1", "a_0"),)


def test_the_person_sets_questions_apart_with_all_their_wordings() -> None:
    matcher = QuestionMatcher(
        [link("Why are you leaving?", "Why do you want to move on?", same=False)]
    )
    asked = told(
        "Why are you leaving?",
        "Why do you want to move on?",
        "Why are you leaving?",
        "What makes you want to move on?",
        matcher=matcher,
    )
    groups = question_groups(asked, matcher).groups
    assert any("a_0" in one and "a_2" in one for one in groups)
    assert not any("a_0" in one and "a_1" in one for one in groups)


def test_what_may_be_the_same_is_asked_until_it_is_said() -> None:
    one, other = maybe_pair()
    assert question_groups(told(one, other), QuestionMatcher()).unsure == (("a_0", "a_1"),)
    for same in (True, False):
        matcher = QuestionMatcher([link(one, other, same=same)])
        assert question_groups(told(one, other, matcher=matcher), matcher).unsure == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(QUESTIONS), max_size=12),
    st.lists(
        st.tuples(st.sampled_from(QUESTIONS[:6]), st.sampled_from(QUESTIONS[:6]), st.booleans()),
        max_size=4,
    ),
)
def test_every_answer_is_in_at_most_one_group_and_the_persons_word_holds(
    questions: list[str], words: list[tuple[str, str, bool]]
) -> None:
    matcher = QuestionMatcher([link(a, b, same=same) for a, b, same in words if a != b])
    asked = told(*questions, matcher=matcher)
    found = question_groups(asked, matcher)
    every = [one for group in found.groups for one in group]
    assert len(every) == len(set(every))
    home = {one: number for number, group in enumerate(found.groups) for one in group}
    question = {one.answer_id: one.question for one in asked}
    for one in every:
        for other in every:
            if matcher.said(question[one], question[other]) is False:
                assert home[one] != home[other]
