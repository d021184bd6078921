"""The choice of answers to rehearse, fact by fact."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.preparing.rehearsal_choice import (
    RehearsalCandidate,
    choose_rehearsals,
    rehearsal_worth,
)

MIDDLE = RehearsalCandidate(
    answer_id="a_m",
    topic="m",
    rating=3,
    importance=0.4,
    days_ago=30,
    open_findings=0,
    asked_in=2,
    last_grade=None,
    has_better=True,
)


def one(name: str, **changes: Any) -> RehearsalCandidate:
    return replace(MIDDLE, **{"answer_id": f"a_{name}", "topic": name, **changes})


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"rating": 1}, {"rating": 5}),
        ({"rating": None}, {"rating": 4}),
        ({"importance": 0.9}, {"importance": 0.1}),
        ({"days_ago": 2}, {"days_ago": 200}),
        ({"open_findings": 1}, {"open_findings": 0}),
        ({"asked_in": 4}, {"asked_in": 1}),
        ({"last_grade": 2}, {"last_grade": 4}),
        ({"last_grade": None}, {"last_grade": 5}),
        ({"has_better": True}, {"has_better": False}),
    ],
)
def test_each_fact_alone_decides_where_all_else_is_equal(
    more: dict[str, Any], less: dict[str, Any]
) -> None:
    picked = choose_rehearsals([one("less", **less), one("more", **more)], at_most=1)
    assert [pick.answer_id for pick in picked] == ["a_more"]


@pytest.mark.parametrize(
    ("changes", "worth"),
    [
        ({}, 0.4),
        ({"rating": 1, "open_findings": 3}, 0.725),
        ({"rating": None}, 0.4),
        ({"last_grade": 4}, 0.2),
        ({"has_better": False}, 0.28),
        ({"days_ago": 60, "asked_in": 9}, 0.475),
    ],
)
def test_the_weights_stay_as_documented(changes: dict[str, Any], worth: float) -> None:
    known = one("m", **{"days_ago": 60, **changes})
    assert rehearsal_worth(known) == pytest.approx(worth)


def test_of_one_topic_one_answer_is_picked_unless_the_person_wants_two() -> None:
    weak, weaker = one("a", topic="t", rating=2), one("b", topic="t", rating=1)
    assert [p.answer_id for p in choose_rehearsals([weak, weaker])] == ["a_b"]
    both = choose_rehearsals([weak, weaker], swapped=["a_a", "a_b"])
    assert [p.answer_id for p in both] == ["a_a", "a_b"]


def test_what_the_person_chose_comes_first_once_and_unknown_ids_are_passed_over() -> None:
    found = choose_rehearsals(
        [one("x", rating=5), one("y", rating=1), one("z", rating=2), one("w", rating=4)],
        swapped=["a_gone", "a_x", "a_x"],
    )
    assert [pick.answer_id for pick in found] == ["a_x", "a_y", "a_z"]


def test_answers_without_a_topic_do_not_shut_each_other_out() -> None:
    assert len(choose_rehearsals([one("a", topic=""), one("b", topic="")])) == 2


CANDIDATES = st.lists(
    st.builds(
        RehearsalCandidate,
        answer_id=st.sampled_from([f"a_{n}" for n in range(8)]),
        topic=st.sampled_from(["", "t", "u", "v"]),
        rating=st.none() | st.floats(1, 5),
        importance=st.floats(0, 1),
        days_ago=st.integers(0, 10_000),
        open_findings=st.integers(0, 9),
        asked_in=st.integers(1, 99),
        last_grade=st.none() | st.integers(1, 5),
        has_better=st.booleans(),
    ),
    unique_by=lambda one: one.answer_id,
)


@given(CANDIDATES, st.lists(st.sampled_from(["a_0", "a_1", "a_9"])), st.randoms())
@settings(max_examples=60)
def test_any_order_of_rows_gives_the_same_three(
    found: list[RehearsalCandidate], swapped: list[str], chance: Any
) -> None:
    mixed = [*found]
    chance.shuffle(mixed)
    picked = choose_rehearsals(found, swapped=swapped)
    assert picked == choose_rehearsals(mixed, swapped=swapped)
    assert len(picked) == len({one.answer_id for one in picked}) <= 3
    assert all(0 <= rehearsal_worth(one) <= 1 for one in picked)
