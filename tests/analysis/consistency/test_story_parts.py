"""Whose work a thing was, what it cost and how long it took, by the story it is told in."""

from __future__ import annotations

from datetime import date

import pytest

from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    read_for_comparison,
)
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.reading import read_answer
from interview_journal.analysis.consistency.story_numbers import may_be_one, story_number_difference
from interview_journal.analysis.consistency.story_parts import part_difference, read_story_parts

OWN = [
    "I ran that job.",
    "It was my idea.",
    "I did it from scratch.",
    "I led the move, our engineers built the racks.",
    "The labels I did also myself.",
    "I ran stock control from the first week on.",
    "I did it on my own from start to end.",
    "I write the whole menu myself.",
    "I was harbour commander for the whole night.",
    "I was responsible for the whole move.",
    "I had written the whole thing.",
]
OTHERS = [
    "I was number two on that.",
    "I helped with the racks.",
    "My part was the labels.",
    "Our engineers built it.",
    "The lead was with a consultant.",
    "It was already there when I came.",
    "I was asked to help.",
    "It was our foreman who led it.",
    "The racks have been given to an outside firm.",
    "Our foreman was the one in charge of the racks.",
    "What I did was carry the boxes.",
    "My end of it was the labels.",
    "I said I was one of the fitters, and a colleague ran the whole thing.",
    "The menus come from our chef.",
    "The hinge came from an outside firm.",
    "Bianca was commanding that one.",
    "It was Ana in the harbour office who built it.",
    "I was working as his deputy.",
    "Our foreman had the lead of it.",
]
NEITHER = [
    "Did I run that job?",
    "The van was cold.",
    "I like the harbour.",
    "The owner is a Mrs Vane.",
    "It has been so since I started the job.",
    "I marked each box with the team that ran it.",
    "He wrote it and Ana wrote that down.",
    "I only took on the harbour last year.",
    "I'd be learning that from scratch.",
    "My role is gone in May.",
    "Ana was doing drums in the next room.",
    "I just sat there.",
    "Our new head baker started last Monday.",
    "I was late with my on my own work.",
]

FERRY = "We rebuilt the ferry timetable for the harbour. I ran that job. The islanders were glad."
FERRY_AGAIN = "The ferry timetable at the harbour, yes. I helped with it, the islanders knew me."


def read(text: str) -> AnswerReading:
    return read_for_comparison(text, said_on=date(2026, 3, 4))


@pytest.mark.parametrize("said", OWN)
def test_ones_own_part_is_heard(said: str) -> None:
    assert [one.is_own for one in read_story_parts(read_answer(said))] == [True]


@pytest.mark.parametrize("said", OTHERS)
def test_anothers_part_is_heard(said: str) -> None:
    assert [one.is_own for one in read_story_parts(read_answer(said))] == [False]


@pytest.mark.parametrize("said", NEITHER)
def test_no_part_is_heard(said: str) -> None:
    assert read_story_parts(read_answer(said)) == []


def test_two_parts_in_one_story_differ() -> None:
    found = differences(read(FERRY), read(FERRY_AGAIN), Circumstances(anywhere=True))
    assert [each.kind for each in found] == ["role"]


def test_parts_in_two_stories_do_not() -> None:
    [one], [other] = read(FERRY).parts, read("The bakery had ovens. I helped with it.").parts
    assert part_difference(one, other, Circumstances()) is None
    assert part_difference(one, one, Circumstances()) is None


def sums(one: str, other: str, *, same_question: bool = False) -> list[str]:
    first, second = read(one), read(other)
    around = Circumstances(same_question=same_question, anywhere=True)
    found = [
        story_number_difference(number, rival, first.claims, second.claims, around)
        for number in first.sums
        for rival in second.sums
        if may_be_one(number, rival)
    ]
    return [each.kind for each in found if each is not None]


LONG = "We rebuilt the ferry timetable for the harbour. It took us eight months."
SHORT = "The ferry timetable at the harbour took fourteen weeks."


def test_one_story_took_two_lengths_of_time() -> None:
    assert sums(LONG, SHORT) == ["duration"]
    assert sums(LONG, SHORT, same_question=True) == ["duration"]


def test_a_story_cost_two_sums() -> None:
    one = "The ferry terminal at the harbour was £300,000 all up."
    assert sums(one, "The ferry terminal in the harbour, that was £420,000.") == ["money"]
    assert sums(one, "The ferry terminal in the harbour, a sign for £1,200.") == []


@pytest.mark.parametrize(
    "other",
    [
        "The ferry timetable at the harbour took eight months.",
        "The ferry timetable at the harbour took fourteen weeks, or eight months with the maps.",
        "The ferry timetable at the harbour. My lunch takes us two minutes.",
        "The bakery took fourteen weeks.",
        "I want the ferry timetable at the harbour within fourteen weeks.",
        "The ferry timetable at the harbour was £420,000 all up.",
        "The ferry timetable at the harbour. I earn £42,000 a year.",
    ],
)
def test_what_agrees_or_is_of_something_else_is_no_clash(other: str) -> None:
    assert sums(LONG, other) == []


@pytest.mark.parametrize(
    "other",
    [
        "The ferry was late and hard. It took us fourteen weeks.",
        "A bakery at the harbour, late and hard. It took us fourteen weeks.",
    ],
)
def test_what_is_said_of_any_story_and_one_word_make_no_two_stories_one(other: str) -> None:
    hard = f"{LONG} It was late and hard."
    assert sums(hard, other, same_question=True) == []


def test_what_another_number_bears_out_is_no_clash() -> None:
    assert sums(LONG, SHORT + " The whole timetable was eight months.") == []


def test_one_share_of_a_story_is_told_in_two_ways() -> None:
    one = "The ferry timetable at the harbour: 75 percent of the crossings are on it."
    assert sums(one, "Ferry timetable, harbour: it has 40 percent of the crossings.") == ["percent"]
    assert sums(one, "Ferry timetable, harbour: it costs 40 percent of the rent.") == []


def test_a_notice_is_no_length_of_a_story() -> None:
    read_notice = read_for_comparison("It took fourteen weeks.", "What is your notice?")
    assert read_notice.sums == ()


def test_pay_is_no_sum_of_a_story() -> None:
    assert read_for_comparison("It was £42,000.", "What do you earn?").sums == ()
    assert read("I'd want £42,000 for it.").sums == ()


@pytest.mark.parametrize(
    ("said", "is_own"),
    [
        ("The whole move I did alone.", True),
        ("The move was planned by the matron.", False),
        ("The move was planned by me.", None),
        ("I wrote two of the chapters.", False),
        ("I stood in for the manager.", False),
        ("I was only checking the lists.", False),
        ("The project leader was a man from Ghent.", False),
        ("The rest came from head office.", False),
        ("Our solicitor drafted it.", False),
    ],
)
def test_whose_part_it_was_is_told_in_many_ways(said: str, is_own: bool | None) -> None:
    found = [one.is_own for one in read_story_parts(read_answer(said))]
    assert found == ([] if is_own is None else [is_own])
