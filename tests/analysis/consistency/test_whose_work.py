"""Whose work it was: phrases with weight, about one thing."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_journal.analysis.consistency import whose_work as module
from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.reading import read_answer
from interview_journal.analysis.consistency.whose_work import (
    WorkClaim,
    read_work,
    work_difference,
    works_clash,
)

OWN = [
    "I built the rota tool myself.",
    "I have set up the bakery stall from scratch.",
    "I was the project lead for the ferry timetable.",
    "The seating plan was my idea.",
    "I have led the move to the new depot.",
    "I was in charge of the harvest.",
    "I opened the second branch.",
    "I set the bakery stall up from scratch.",
]
OTHERS = [
    "The seating plan was really Bianca's work.",
    "Tomas was the lead on the ferry timetable.",
    "Tomas ran the harvest.",
    "My part was the signs for the stall.",
    "The lead was with a man from the head office.",
    "I only helped with the rota tool.",
    "Pricing was never my side.",
    "One of our engineers laid out the depot.",
    "The bakery stall was there long before me.",
    "I got loaned out for the last week.",
    "We did it under the direction of Bianca.",
    "It was Bianca who started the bakery stall.",
    "The plan was Bianca's, she knew the harbour.",
    "Tomas was lead planner on that one.",
]
NEITHER = [
    "The rota tool was slow.",
    "Did I lead the harvest or was it Tomas?",
    "I built the rota tool myself, but my part was small.",
    "I like the harvest.",
]


def works(text: str, question: str = "") -> list[WorkClaim]:
    return read_work(read_answer(text, question))


@pytest.mark.parametrize("said", OWN)
def test_ones_own_work_is_heard(said: str) -> None:
    assert [claim.is_own for claim in works(said)] == [True]


@pytest.mark.parametrize("said", OTHERS)
def test_somebody_elses_work_is_heard(said: str) -> None:
    assert [claim.is_own for claim in works(said)] == [False]


@pytest.mark.parametrize("said", NEITHER)
def test_what_says_neither_or_both_is_left_alone(said: str) -> None:
    assert works(said) == []


def test_one_thing_called_mine_and_hers_differs() -> None:
    [mine], [hers] = works("I built the rota tool myself."), works("My part was the rota tool.")
    found = work_difference(mine, hers)
    assert found is not None
    assert found.kind == "role"
    assert 0.5 <= found.confidence < 1


def test_two_things_do_not_differ() -> None:
    [mine], [hers] = works("I built the rota tool myself."), works("My part was the harvest.")
    assert work_difference(mine, hers) is None


def test_two_of_ones_own_do_not_differ() -> None:
    [one], [other] = works("I built the rota tool myself."), works("I was in charge of the tool.")
    assert works_clash(one, other) == 0.0


def test_the_question_may_name_the_thing() -> None:
    [mine] = works("I set up the choir from nothing.", "What did you do with the choir?")
    [hers] = works("My part was small, really.", "What was your part in the choir?")
    assert works_clash(mine, hers) == 0.0, "one word, and only from the questions, is too little"
    [told] = works("My part in it was the choir stand.", "What was your part in the choir?")
    assert works_clash(mine, told) < works_clash(
        *works("I set up the choir stand from nothing."),
        *works("My part was the choir stand."),
    )


def test_the_span_is_the_phrase_and_lies_in_the_quote() -> None:
    said = "It was May. I built the rota tool myself."
    [claim] = works(said)
    assert said[slice(*claim.span)] == "I built"
    assert said[slice(*claim.quote_span)] == "I built the rota tool myself."


def test_one_sentence_stands_in_one_difference_of_roles_only() -> None:
    one = read_for_comparison("I led the payroll migration.")
    other = read_for_comparison("I only helped with the payroll migration.")
    found = differences(one, other, Circumstances())
    assert [each.kind for each in found].count("role") == 1


WRITTEN = st.sampled_from(f"{string.ascii_letters} ,.;:'-")
SOLE = st.sampled_from(["myself", "on my own", "single-handedly", "from zero", "end to end"])


@pytest.mark.parametrize(
    "way", [*module._OWN, *module._OTHERS], ids=lambda way: way.pattern.pattern
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_way_is_met_without_the_words_it_needs(way: module._Way, data: st.DataObject) -> None:
    # What has to follow is not made from the pattern: it looks ahead for it.
    met = way.pattern.pattern.partition("(?=")[0]
    said = data.draw(
        st.from_regex(re.compile(met, way.pattern.flags), fullmatch=True, alphabet=WRITTEN)
    )
    text = f"{said} {data.draw(SOLE)}. "
    for reading in read_answer(text):
        marks = {"'"} if "'" in reading.sentence.text else set()
        if way.pattern.search(reading.sentence.text) is not None:
            assert all((reading.said | marks) & words for words in (way.rare, *way.needs))
