"""Facts of a working life, told in one answer and denied in another."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.denied_names import read_denied_names
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.personal_facts import fact_difference, read_facts
from interview_journal.analysis.consistency.reading import read_answer

TOLD = [
    ("I don't drive.", "drive", "not"),
    ("My car is in the yard.", "drive", "is"),
    ("I'd drive in from Leeds.", "drive", "is"),
    ("I have never been made permanent.", "permanent", "never"),
    ("They made me permanent in May.", "permanent", "is"),
    ("We never worked nights on that ward.", "nights", "never"),
    ("I did nights for a year.", "nights", "was"),
    ("I haven't done nights since 2019.", "nights", "not"),
    ("Last week I was up a ladder at three in the morning.", "nights", "is"),
    ("Nobody reports to me.", "people under me", "never"),
    ("I manage four people.", "people under me", "is"),
    ("Back then I managed four people.", "people under me", "was"),
    ("We've never had an accident.", "injuries", "never"),
    ("A lad broke his wrist on the scaffold.", "injuries", "was"),
    ("I never missed a deadline.", "missed deadlines", "never"),
    ("We shipped it two weeks late.", "missed deadlines", "was"),
    ("I didn't go to university.", "degree", "never"),
    ("I graduated from Leeds.", "degree", "was"),
    ("I've never had to sack anybody.", "dismissed somebody", "never"),
    ("In the end I had to let him go.", "dismissed somebody", "was"),
]
NOT_TOLD = [
    "Do I drive?",
    "She said they never work nights there.",
    "If I managed four people I'd be happy.",
    "I had never done nights before I came here.",
    "I've never done nights. In March I worked nights.",
    "The licence server is slow.",
    "My reports read like a novel.",
]


@pytest.mark.parametrize(("said", "name", "stance"), TOLD)
def test_a_fact_is_told_or_denied(said: str, name: str, stance: str) -> None:
    assert [(one.name, one.stance) for one in read_facts(read_answer(said))] == [(name, stance)]


@pytest.mark.parametrize("said", NOT_TOLD)
def test_what_is_asked_reported_supposed_or_taken_back_is_no_fact(said: str) -> None:
    assert read_facts(read_answer(said)) == []


def test_a_wish_is_no_fact() -> None:
    assert read_facts(read_answer("Nobody under me.", "What pay would you expect?")) == []


@pytest.mark.parametrize(
    ("one", "other", "is_clash"),
    [
        ("I don't drive.", "I'll drive in, my car is outside.", True),
        ("I've never had a complaint.", "A family put in a complaint.", True),
        ("I don't work nights.", "I did nights when I was young.", False),
        ("I don't drive.", "I don't drive, no.", False),
        ("I don't drive.", "Nobody reports to me.", False),
        ("I don't manage people.", "I managed six people.", False),
        ("I don't manage people.", "I told her I managed six people.", True),
        ("I've never managed people.", "I managed six people.", True),
    ],
)
def test_a_denied_fact_meets_one_that_is_told(one: str, other: str, is_clash: bool) -> None:
    [first], [second] = read_facts(read_answer(one)), read_facts(read_answer(other))
    found = fact_difference(first, second)
    assert (found is not None) == is_clash
    turned = fact_difference(second, first)
    assert (turned.turned() if turned is not None else None) == found


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("I've never worked with Spark.", [("named spark", "never")]),
        ("I run PySpark jobs.", [("named pyspark", "is"), ("named spark", "is")]),
        ("I ran PySpark jobs.", [("named pyspark", "was"), ("named spark", "was")]),
        ("I don't use Spark.", [("named spark", "not")]),
        ("I no longer use Spark.", [("named spark", "not")]),
        ("We like Spark, they use it.", []),
        ("They used Spark, I watched.", []),
        ("I used Spark. We never used Spark.", []),
        ("Have I used Spark?", []),
        ("I used it before Spark.", []),
        ("Ana said we use Spark.", []),
        ("I use it, and Ana hates Spark.", []),
        ("We met Ana, and I work hard.", []),
        ("On Spark I have no practice.", [("named spark", "never")]),
        ("On Spark I was honest, I have never worked on it.", [("named spark", "never")]),
        ("Oracle for the orders, and Spark I use daily.", [("named spark", "was")]),
        ("On Spark Ana and I met, and I worked hard.", []),
        ("I have my PMP.", [("named pmp", "was")]),
        ("I haven't taken the PMP, though I would.", [("named pmp", "never")]),
        ("They have the PMP and I don't mind.", []),
        ("I have my Spark.", []),
        ("I don't want Spark.", []),
        ("Spark is what I'm in all day, I work there.", [("named spark", "was")]),
        ("I don't have any forklift licence.", [("certificate of forklift", "never")]),
        ("I got my forklift licence in May.", [("certificate of forklift", "was")]),
        ("Do I have a forklift licence?", []),
        ("I have the same licence.", []),
        ("I would have a forklift licence if we had one.", []),
    ],
)
def test_named_things_are_used_or_never_were(said: str, facts: list[tuple[str, str]]) -> None:
    known = frozenset({"ana", "spark"})
    readings = read_answer(said, known_names=known)
    assert [(one.name, one.stance) for one in read_denied_names(readings)] == facts


def test_two_answers_differ_in_a_fact() -> None:
    one = read_for_comparison("I have never had a complaint.")
    other = read_for_comparison("One mother put in a complaint last May.")
    found = differences(one, other, Circumstances(anywhere=True))
    assert [each.kind for each in found] == ["polarity"]


@pytest.mark.parametrize(
    ("said", "name", "stance"),
    [
        ("Not one reportable injury on my shift.", "injuries", "never"),
        ("In all my years, no accident on any site.", "injuries", "never"),
        ("A lad of mine fell off a ladder.", "injuries", "was"),
        ("I've never handed anything in late.", "missed deadlines", "never"),
        ("The bid went in two days after the deadline.", "missed deadlines", "was"),
        ("The hardest was letting Hugo go.", "dismissed somebody", "was"),
        ("I can't do nights away.", "travel", "not"),
        ("Saturdays I can't do.", "weekends", "not"),
        ("I've never had a cross word with them.", "fell out", "never"),
        ("Me and the porter had a shouting match.", "fell out", "was"),
        ("I wrote a little tool for the rota.", "code", "was"),
        ("I resigned in May.", "was dismissed", "not"),
        ("I've never had to fire anyone.", "dismissed somebody", "never"),
        ("I terminated him myself.", "dismissed somebody", "was"),
        ("I told him not to come back.", "dismissed somebody", "was"),
        ("I told him we weren't keeping him on.", "dismissed somebody", "was"),
        ("Kyle was off work three weeks with his wrist.", "injuries", "was"),
        ("I've never had anybody reporting to me.", "people under me", "never"),
        ("Two juniors have reported to me since May.", "people under me", "was"),
        ("It did not work out, the degree.", "degree", None),
        ("I said no, I've never held a budget.", "budget", "never"),
        ("I never had it in my head, a budget.", "budget", None),
        ("I manage the overtime budget.", "budget", "is"),
        ("No client has reported me.", "complaints", "never"),
        ("On the Monday I let two of them go.", "dismissed somebody", "was"),
        ("I've never line-managed anybody.", "people under me", "never"),
        ("I manage two juniors.", "people under me", "is"),
        ("I managed two juniors.", "people under me", "was"),
        ("I said I managed two juniors.", "people under me", "is"),
        ("One of my reports left.", "people under me", "is"),
        ("Staff responsibility I have never had.", "people under me", "never"),
        ("I've never had a direct report.", "people under me", "never"),
        ("It was my turn with the pager.", "on call", "was"),
        ("I've never carried a sales target.", "a target of one's own", "never"),
        ("I had a sales target for two years.", "a target of one's own", "was"),
        ("I haven't missed a quarter.", "missed a target", "never"),
        ("I came in at 61 percent of my number.", "missed a target", "was"),
    ],
)
def test_facts_are_told_in_many_ways(said: str, name: str, stance: str | None) -> None:
    found = {one.name: one.stance for one in read_facts(read_answer(said))}
    assert found.get(name) == stance


def test_nobody_was_hurt_once_is_no_record() -> None:
    assert not [one for one in read_facts(read_answer("Nobody hurt, thank God.")) if one.is_denied]
