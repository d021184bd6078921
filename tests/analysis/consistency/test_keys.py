"""Under which words claims meet: what may differ shares a key."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    read_for_comparison,
)
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.keys import (
    asked_for_keys,
    claim_keys,
    claim_looks,
    lookers_of_claims,
    lookers_of_statements,
    name_keys,
    statement_keys,
    statement_looks,
)
from interview_journal.analysis.consistency.number_differences import may_clash
from interview_journal.analysis.consistency.places import Key, Keys, Order, each_key
from interview_journal.analysis.consistency.relations import RELATIONS, Relation

WORDS = (
    "I we never not used Java payroll led helped with audit team of five nine percent churn "
    "people growing shrinking vegan chicken love hate remote office , . years career total at Acme "
    "went live opened in 2017 2019"
)
ORDER = Order(date(2026, 3, 4), "i_1", "a_1")
SOUP = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)


def keys_of(keys: Keys) -> set[Key]:
    return set(each_key(keys))


def worth_comparing(
    relation: Relation, one: AnswerReading, number: int, other: AnswerReading, rival: int
) -> bool:
    place = (ORDER, rival, other)
    return relation.worth_comparing(one, number, [place]) == [place]


def test_a_number_without_words_beside_it_is_looked_for_by_those_around_and_asked_for() -> None:
    said = "We are at 71 percent, without passwords. We cut churn by 5 percent."
    asked = "How many tickets are fixed at once?"
    bare, telling = read_for_comparison(said, asked).claims
    assert keys_of(claim_keys(bare, "")) >= {("percent:|", "password"), ("percent:|", "ticket")}
    assert ("percent:|", "ticket") not in keys_of(claim_keys(telling, ""))


def test_keys_of_numbers() -> None:
    [career] = read_for_comparison("I have nine years of career in total.").claims
    assert ("duration:%", "career") in keys_of(claim_keys(career, ""))
    [team] = read_for_comparison("I lead a team of five.").claims
    asked = keys_of(claim_keys(team, "team"))
    assert asked >= {("count:person?", "team"), ("count:person%", "team")}
    [notice] = read_for_comparison("Four weeks.", "What is your notice period?").claims
    assert keys_of(claim_keys(notice, "")) >= {("notice:", ""), ("notice:?", "notice")}


def test_who_looks_for_what_happens_to_many_things() -> None:
    something, anything = ("date:|+", "live"), ("date:|-", "live")
    assert list(lookers_of_claims(something)) == [anything]
    assert list(lookers_of_claims(anything)) == [anything, something]
    assert list(lookers_of_claims(("date:|", "ferry"))) == [("date:|", "ferry")]


def test_keys_of_names() -> None:
    [name] = read_for_comparison("I nursed patients at Acme.").names
    assert keys_of(name_keys(name, "")) == {("at|", "nurse"), ("at|", "patient")}
    assert ("at?", "about_you") in keys_of(name_keys(name, "about_you"))
    [school] = read_for_comparison("The Leeds School was good.").names[:1]
    assert keys_of(name_keys(school, "about_you")) == {("school", "")}


def test_a_question_says_nothing_that_could_be_kept() -> None:
    asked = read_for_comparison("Do I never use Java?")
    assert len(asked.statements) == 1
    assert not any(list(relation.keeps(asked, "")) for relation in RELATIONS)
    assert not any(list(relation.looks(asked, "")) for relation in RELATIONS)


def test_what_was_not_done_is_not_looked_for() -> None:
    asked = read_for_comparison("No, I worked well.", "Tell me about a mistake.").asked_for
    assert [keys_of(asked_for_keys(one, "")) for one in asked] == [set()]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("The ferry went live in 2017.", "The bakery went live in 2019.", False),
        ("The ferry went live in 2017.", "It went live in 2019.", True),
        ("It finally went live in spring 2017.", "We went live in 2019.", True),
        ("The ferry went live in 2017.", "We closed the ferry in 2019.", True),
    ],
)
def test_what_happens_to_many_things_ties_no_two_that_are_named(
    one: str, other: str, *, meet: bool
) -> None:
    [ours], [theirs] = read_for_comparison(one).claims, read_for_comparison(other).claims
    for looker, kept in ((ours, theirs), (theirs, ours)):
        looked = keys_of(claim_looks(looker, ""))
        assert bool(looked & keys_of(claim_keys(kept, ""))) == meet


@settings(max_examples=100, deadline=None)
@given(SOUP, SOUP, st.sampled_from(("", "project")))
def test_who_looks_under_a_key_is_kept_where_it_is_looked_for(
    text: str, other: str, topic: str
) -> None:
    one, two = read_for_comparison(text), read_for_comparison(other)
    for looker, kept in product(one.statements.sides(), two.statements.sides()):
        looked = keys_of(statement_looks(looker))
        for key in looked & keys_of(statement_keys(kept)):
            own = keys_of(statement_keys(looker))
            assert own & set(lookers_of_statements(key))
    for claim, rival in product(one.claims, two.claims):
        for key in keys_of(claim_looks(claim, topic)) & keys_of(claim_keys(rival, topic)):
            assert keys_of(claim_keys(claim, topic)) & set(lookers_of_claims(key))


@settings(max_examples=100, deadline=None)
@given(SOUP, SOUP)
def test_whatever_differs_surely_shares_a_key(text: str, other: str) -> None:
    one, two = read_for_comparison(text), read_for_comparison(other)
    around = Circumstances(anywhere=True)
    for relation in RELATIONS:
        looked = [(number, keys_of(keys)) for number, keys in relation.looks(one, "")]
        kept = [(number, keys_of(keys)) for number, keys in relation.keeps(two, "")]
        for (number, ours), (rival, theirs) in product(looked, kept):
            if worth_comparing(relation, one, number, two, rival):
                found = relation.difference(one, number, two, rival, around)
                if found is not None and found.confidence >= 0.5 and found.kind == "polarity":
                    assert ours & theirs


@settings(max_examples=60, deadline=None)
@given(SOUP, SOUP)
def test_what_is_not_worth_comparing_is_never_sure(text: str, other: str) -> None:
    one, two = read_for_comparison(text), read_for_comparison(other)
    around = Circumstances(anywhere=True, same_question=True)
    for relation in RELATIONS[1:-1]:
        numbers = [number for number, _ in relation.looks(one, "")]
        rivals = [rival for rival, _ in relation.keeps(two, "")]
        for number, rival in product(numbers, rivals):
            if not worth_comparing(relation, one, number, two, rival):
                found = relation.difference(one, number, two, rival, around)
                assert found is None or found.confidence < 0.5


@settings(max_examples=100, deadline=None)
@given(SOUP, SOUP, st.sampled_from(("", "What did you earn?", "How big was the team?")))
def test_numbers_that_are_not_worth_comparing_are_never_sure(
    text: str, other: str, question: str
) -> None:
    one, two = read_for_comparison(text, question), read_for_comparison(other, question)
    around = Circumstances(anywhere=True, same_question=True)
    told = [(one.claims, two.claims), ([a.claim for a in one.sums], [b.claim for b in two.sums])]
    for relation, (ours, theirs) in zip((RELATIONS[0], RELATIONS[-1]), told, strict=True):
        for (number, claim), (rival, kept) in product(enumerate(ours), enumerate(theirs)):
            # Whether both values can be true is asked once, before.
            if may_clash(claim, kept) and not worth_comparing(relation, one, number, two, rival):
                found = relation.difference(one, number, two, rival, around)
                assert found is None or found.confidence < 0.5
