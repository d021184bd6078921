"""The person's word on two questions is never overruled."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from interview_journal.analysis.question_matching import QuestionMatcher, plain_question
from interview_journal.core.records import QuestionLink
from interview_journal.core.topics import load_catalogue, parse_catalogue

WHY = "Why do you want to work here?"
LEAVE = "Why are you leaving your job?"
SAIL = "Can you sail?"


def link(one: str, other: str, *, same: bool, day: int | None = 1) -> QuestionLink:
    at = None if day is None else datetime(2026, 3, day, tzinfo=UTC)
    return QuestionLink(question_a=one, question_b=other, same=same, decided_at=at)


def test_the_persons_word_wins_over_the_catalogue() -> None:
    assert QuestionMatcher().same(LEAVE, "What makes you want to move on?")
    denied = QuestionMatcher([link(LEAVE, "What makes you want to move on?", same=False)])
    assert denied.score(LEAVE, "what makes you want to move on") == 0.0
    joined = QuestionMatcher([link(WHY, SAIL, same=True)])
    assert joined.score(SAIL, WHY) == 1.0


@pytest.mark.parametrize("first_day", [None, 1])
def test_of_two_words_on_one_pair_the_later_one_counts(first_day: int | None) -> None:
    links = [link(SAIL, WHY, same=False, day=2), link(WHY, SAIL, same=True, day=first_day)]
    assert QuestionMatcher(links).said(WHY, SAIL) is False
    assert QuestionMatcher(links).said(WHY, LEAVE) is None


def test_what_is_said_joins_and_a_denial_of_a_pair_stands() -> None:
    links = [link("A one?", "B two?", same=True), link("C three?", "B two?", same=True)]
    assert QuestionMatcher(links).said("a one", "c three") is True
    assert QuestionMatcher(links).partners("A one?") == {"a one", "b two", "c three"}
    links.append(link("A one?", "C three?", same=False))
    matcher = QuestionMatcher(links)
    assert matcher.said("A one?", "C three?") is False
    assert matcher.said("B two?", "C three?") is True


def test_what_changes_when_something_is_said_is_told() -> None:
    before, after = QuestionMatcher(), QuestionMatcher([link(WHY, SAIL, same=False)])
    assert before.stand_of(WHY) != after.stand_of(WHY)
    assert before.stand_of(LEAVE) == after.stand_of(LEAVE)
    assert before.partners(WHY) == frozenset()


def test_topics_the_person_set_join_unless_they_are_a_family() -> None:
    own = {SAIL: "boats", "Do you row?": "boats"}
    assert QuestionMatcher(own_topics=own).score(SAIL, "Do you row?") == 1.0
    broad = next(one.slug for one in load_catalogue().topics if one.broad)
    family = QuestionMatcher(own_topics=dict.fromkeys(own, broad))
    assert family.score(SAIL, "Do you row?") < 0.5


def test_a_topic_stands_for_a_question_when_it_is_set_or_sure() -> None:
    matcher = QuestionMatcher()
    assert matcher.topic_of(SAIL, " boats ") == "boats"
    assert matcher.topic_of("What is your notice period?") == "notice"
    assert matcher.topic_of("She laughed at that.") == ""


def test_a_question_that_was_set_apart_has_no_topic() -> None:
    matcher = QuestionMatcher([link(LEAVE, WHY, same=False)])
    assert matcher.topic_of(LEAVE, "why_leaving") == ""


def test_the_persons_own_questions_widen_the_catalogue() -> None:
    mine = parse_catalogue(
        'topics = [{slug = "boats", label = "Boats", phrasings = ["Can you sail?", "Do you row?"]}]'
    )
    matcher = QuestionMatcher(catalogue=load_catalogue().extended_by(mine))
    assert matcher.same(SAIL, "Do you row?")
    assert not QuestionMatcher().same(SAIL, "Do you row?")
    assert matcher.label_of("boats") == "Boats"
    assert QuestionMatcher().label_of("boats") == ""
    assert not matcher.is_broad("boats")


def test_equal_words_are_the_same_question() -> None:
    assert plain_question("Why us?!") == plain_question("why  US")
    assert QuestionMatcher().score("Zyx wvu?", "zyx WVU") == 1.0
    assert QuestionMatcher().score("", "") == 0.0
