"""Sorted places under keys, and the window that an answer looks through."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.places import Order, Place, PlacesByKey

KEY, OTHER, NEW = ("+", "word"), ("+", "other"), ("+", "new")
LATER = ("-", "word")
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
        kept.add(KEY, place(day))
    return kept


def test_a_window_holds_the_last_ones_before_an_answer(three: PlacesByKey) -> None:
    assert three.window(KEY, order(12)) == [place(6), place(9)]
    assert three.window(KEY, order(9)) == [place(3), place(6)]
    assert three.window(KEY, order(3)) == []
    assert three.window(OTHER, order(3)) == []


def test_the_windows_of_several_keys_hold_each_item_once(three: PlacesByKey) -> None:
    three.add(OTHER, place(6))
    three.add(LATER, place(15))
    assert list(three.in_windows([("+", ("word", "other", "none"))], order(12))) == [
        place(6),
        place(9),
    ]
    assert list(three.in_windows([("+", ("word",)), ("-", ("word",))], order(9))) == [
        place(3),
        place(6),
    ]
    assert list(three.in_windows([("-", ("word",)), ("*", ("none",))], order(9))) == []


def test_what_comes_last_needs_no_looking_for(three: PlacesByKey) -> None:
    three.add_last([("+", ("word", "new"))], place(15))
    assert three.window(KEY, order(20)) == [place(9), place(15)]
    assert three.window(NEW, order(20)) == [place(15)]


def test_an_answer_is_not_in_its_own_window(three: PlacesByKey) -> None:
    three.add(KEY, place(9, 1))
    assert three.window(KEY, order(9)) == [place(3), place(6)]


def test_later_places_come_in_order(three: PlacesByKey) -> None:
    assert list(three.after(KEY, order(3))) == [place(6), place(9)]
    assert list(three.after(KEY, order(9))) == []
    assert list(three.after(OTHER, order(1))) == []


def test_what_stands_at_the_edge_of_a_window(three: PlacesByKey) -> None:
    assert three.just_outside(KEY, order(12)) == place(3)
    assert three.just_outside(KEY, order(9)) is None
    assert three.first_inside(KEY, order(12)) == place(6)
    assert three.first_inside(KEY, order(6)) is None
    assert three.first_inside(OTHER, order(6)) is None


def test_a_key_goes_with_its_last_place(three: PlacesByKey) -> None:
    for day in (3, 9, 6):
        assert KEY in three
        three.remove(KEY, place(day))
    assert KEY not in three
