"""Sorted places under keys, and the window that an answer looks through."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.places import Order, Place, PlacesByKey

NOTHING = read_for_comparison("")


def order(day: int) -> Order:
    return Order(date(2026, 3, day), "i_1", f"a_{day}")


@cache
def place(day: int, number: int = 0) -> Place:
    """Return the one object that an item is, under whatever keys."""
    return (order(day), number, NOTHING)


@pytest.fixture
def three() -> PlacesByKey:
    kept = PlacesByKey(2)
    for day in (9, 3, 6):
        kept.add("key", place(day))
    return kept


def test_a_window_holds_the_last_ones_before_an_answer(three: PlacesByKey) -> None:
    assert three.window("key", order(12)) == [place(6), place(9)]
    assert three.window("key", order(9)) == [place(3), place(6)]
    assert three.window("key", order(3)) == []
    assert three.window("other", order(3)) == []


def test_the_windows_of_several_keys_hold_each_item_once(three: PlacesByKey) -> None:
    three.add("other", place(6))
    three.add("later", place(15))
    assert list(three.in_windows(["key", "other", "none"], order(12))) == [place(6), place(9)]
    assert list(three.in_windows(["key", "later"], order(9))) == [place(3), place(6)]
    assert list(three.in_windows(["later", "none"], order(9))) == []


def test_what_comes_last_needs_no_looking_for(three: PlacesByKey) -> None:
    three.add_last("key", place(15))
    three.add_last("new", place(15))
    assert three.window("key", order(20)) == [place(9), place(15)]
    assert three.window("new", order(20)) == [place(15)]


def test_an_answer_is_not_in_its_own_window(three: PlacesByKey) -> None:
    three.add("key", place(9, 1))
    assert three.window("key", order(9)) == [place(3), place(6)]


def test_later_places_come_in_order(three: PlacesByKey) -> None:
    assert list(three.after("key", order(3))) == [place(6), place(9)]
    assert list(three.after("key", order(9))) == []
    assert list(three.after("other", order(1))) == []


def test_what_stands_at_the_edge_of_a_window(three: PlacesByKey) -> None:
    assert three.just_outside("key", order(12)) == place(3)
    assert three.just_outside("key", order(9)) is None
    assert three.first_inside("key", order(12)) == place(6)
    assert three.first_inside("key", order(6)) is None
    assert three.first_inside("other", order(6)) is None


def test_a_key_goes_with_its_last_place(three: PlacesByKey) -> None:
    for day in (3, 9, 6):
        assert "key" in three
        three.remove("key", place(day))
    assert "key" not in three
