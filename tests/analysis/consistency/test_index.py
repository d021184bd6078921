"""Many answers: the same findings in whatever order they came, and whatever was changed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.consistency import index as module
from interview_journal.analysis.consistency.index import ConsistencyIndex, Told
from interview_journal.analysis.consistency.places import PlacesByKey
from interview_journal.core.claims import Finding

SAID = (
    "I led a team of five people on the payroll project.",
    "I led a team of eight people on the payroll project.",
    "My notice period is one month.",
    "My notice period is three months.",
    "I earn 45k a year.",
    "I earn 63k a year.",
    "I led the payroll migration to the new system.",
    "I helped with the payroll migration to the new system.",
    "I never changed the payroll without asking the staff.",
    "I changed the payroll of the staff on my own.",
    "I have never made a mistake with a dose.",
    "I gave a dose twice and told my manager at once.",
    "I studied for my degree at Leeds University.",
    "I studied for my degree at Oxford University.",
    "We cut the churn by 12 percent that year.",
    "We cut the churn by 40 percent that year.",
    "It is the pay, nothing else.",
    "It is the commute, nothing else.",
    "I have been at Acme for three years.",
    "I have been at Acme for nine years.",
    "",
)
ASKED = (
    ("What do you earn?", "salary"),
    ("Tell me about a mistake you made.", "mistake"),
    ("Why do you want to leave?", "why_leaving"),
    ("What is your notice period?", ""),
    ("Tell me more.", ""),
)
TOLD = st.builds(
    lambda said, asked, day, number: (said, asked, day, number),
    st.lists(st.sampled_from(SAID), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(ASKED),
    st.integers(0, 3),
    st.integers(0, 2),
)
JOURNALS = st.lists(TOLD, max_size=9).map(
    lambda rows: [told(f"a_{place}", *row) for place, row in enumerate(rows)]
)
SOME = settings(max_examples=60, deadline=None)


def told(
    answer_id: str, said: str, asked: tuple[str, str] = ASKED[4], day: int = 0, number: int = 0
) -> Told:
    question, topic = asked
    held_on = date(2026, 3, 4) + timedelta(days=day)
    return Told(answer_id, question, said, topic, f"i_{number}", "Acme", held_on)


def empty_index() -> ConsistencyIndex:
    return ConsistencyIndex(lambda one, other: one == other)


def index_of(journal: list[Told]) -> ConsistencyIndex:
    index = empty_index()
    for one in journal:
        index.update(one)
    return index


def findings_of(journal: list[Told]) -> list[Finding]:
    return index_of(journal).findings()


@pytest.fixture(params=[1, 2, 24], ids=lambda most: f"compared with {most} at most")
def _windows(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PlacesByKey", lambda _: PlacesByKey(request.param))


@pytest.mark.usefixtures("_windows")
def test_the_order_in_which_answers_come_is_no_matter() -> None:
    rng = random.Random(5)  # noqa: S311 - the same journals every time
    for size in (4, 9, 20, 20):
        journal = [
            told(
                f"a_{place}",
                " ".join(rng.sample(SAID, 3)),
                rng.choice(ASKED),
                rng.randint(0, 6),
                rng.randint(0, 3),
            )
            for place in range(size)
        ]
        expected = findings_of(journal)
        assert expected
        for _ in range(6):
            rng.shuffle(journal)
            assert findings_of(journal) == expected


@SOME
@given(JOURNALS, st.randoms(use_true_random=False))
def test_any_order_of_any_journal_gives_the_same(journal: list[Told], rng: random.Random) -> None:
    shuffled = rng.sample(journal, len(journal))
    assert findings_of(shuffled) == findings_of(journal)


@pytest.mark.usefixtures("_windows")
def test_whatever_was_changed_and_removed_it_is_as_built_afresh() -> None:
    rng = random.Random(8)  # noqa: S311 - the same journals every time
    index = empty_index()
    there: dict[str, Told] = {}
    for step in range(120):
        name = f"a_{rng.randint(0, 15)}"
        if name in there and rng.random() < 0.4:
            index.remove(name)
            del there[name]
        else:
            there[name] = told(
                name, " ".join(rng.sample(SAID, 2)), rng.choice(ASKED), rng.randint(0, 6)
            )
            index.update(there[name])
        if step % 10 == 9:
            assert index.findings() == findings_of(list(there.values()))
    for name in list(there):
        index.remove(name)
    assert index.findings() == []
    assert repr(index) == "<ConsistencyIndex of 0 answers>"


@SOME
@given(JOURNALS)
def test_an_update_returns_the_findings_of_its_answer(journal: list[Told]) -> None:
    index = index_of(journal)
    every = index.findings()
    for one in journal:
        own = [f for f in every if one.answer_id in (f.answer_a, f.answer_b)]
        assert index.update(one) == own
    assert index.findings() == every


def test_the_same_answer_twice_is_one() -> None:
    one, other = told("a_1", SAID[2]), told("a_2", SAID[3], day=3)
    index = index_of([one, other])
    once = index.findings()
    assert index.update(other) == once
    assert [finding.kind for finding in once] == ["notice"]


def test_two_answers_of_the_same_words_never_differ() -> None:
    said = "I led the payroll migration. I helped with the payroll migration. I am 30 or I am 40."
    journal = [told("a_1", said), told("a_2", said, day=2), told("a_3", said.upper(), day=4)]
    assert findings_of(journal[:2]) == []
    assert index_of(journal).findings() == findings_of(journal[::-1])


def test_a_changed_answer_is_compared_anew() -> None:
    index = index_of([told("a_1", SAID[2]), told("a_2", SAID[3], day=3)])
    assert index.update(told("a_2", SAID[2], day=3)) == []
    assert index.findings() == []
    [found] = index.update(told("a_1", SAID[3]))
    assert (found.answer_a, found.answer_b) == ("a_1", "a_2")


def test_the_earlier_answer_comes_first_whichever_was_taken_in_first() -> None:
    later, earlier = told("a_1", SAID[2], day=9), told("a_2", SAID[3])
    [found] = findings_of([later, earlier])
    assert (found.answer_a, found.answer_b) == ("a_2", "a_1")
    assert found.quote_a == SAID[3]
    assert "4 March 2026" in found.reason


def test_places_of_findings_lie_in_their_answers() -> None:
    journal = [told(f"a_{place}", f"Well. {said}", day=place) for place, said in enumerate(SAID)]
    texts = {one.answer_id: one.answer for one in journal}
    found = findings_of(journal)
    assert {finding.kind for finding in found} >= {"count", "money", "notice", "name", "percent"}
    for finding in found:
        for answer_id, quote, (start, end) in (
            (finding.answer_a, finding.quote_a, finding.span_a),
            (finding.answer_b, finding.quote_b, finding.span_b),
        ):
            assert answer_id is not None
            first = texts[answer_id].index(quote)
            assert first <= start < end <= first + len(quote)


def test_an_answer_in_another_language_is_said_to_be_unread() -> None:
    german = (
        "Ich leite seit drei Jahren ein Team von fünf Leuten, alle in Hamburg, und wir bauen die "
        "Schnittstellen zu den Häfen."
    )
    index = index_of([told("a_1", german), told("a_2", SAID[0], day=1)])
    assert list(index.unread) == ["a_1"]
    assert index.findings() == []
    index.remove("a_1")
    assert not list(index.unread)


def test_removing_what_is_not_there_is_no_fault() -> None:
    index = index_of([told("a_1", SAID[0])])
    index.remove("a_9")
    assert repr(index) == "<ConsistencyIndex of 1 answers>"


def test_a_wish_that_differs_between_companies_is_a_note() -> None:
    asked = ("What salary do you expect?", "salary")
    one = told("a_1", "I would like 70k.", asked)
    other = replace(told("a_2", "I would like 82k.", asked, day=5), company="Borealis")
    assert [found.kind for found in findings_of([one, other])] == ["note"]
    assert [f.kind for f in findings_of([one, replace(other, company="Acme")])] == ["money"]


@SOME
@given(JOURNALS, st.integers(1, 6), st.integers(0, 3))
def test_only_the_surest_are_returned_where_fewer_are_asked_for(
    journal: list[Told], at_most: int, spare: int
) -> None:
    index = index_of(journal)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SPARE", spare)
        found = index.findings(at_most=at_most)
    assert found == index.findings()[:at_most]


def test_the_least_sure_are_dropped_while_the_surest_are_gathered() -> None:
    asked = ("How long is your notice?", "notice")
    given = [told(f"a_{at}", f"My notice is {at} months.", asked, day=at) for at in range(2, 8)]
    index = index_of(given)
    assert len(index.findings()) > 4
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SPARE", 0)
        assert index.findings(at_most=2) == index.findings()[:2]


def test_what_is_asked_of_an_answer_is_what_taking_it_in_told() -> None:
    index = index_of([told("a_1", SAID[2])])
    found = index.update(told("a_2", SAID[3], day=3))
    assert found == index.findings_of("a_2") == index.findings_of("a_1")
