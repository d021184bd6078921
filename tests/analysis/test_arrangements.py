"""Orders that could have been."""

from __future__ import annotations

import math

import numpy as np
import pytest

from interview_journal.analysis.arrangements import (
    DRAWN,
    ENUMERATED_AT_MOST,
    arrangement_count,
    arrangements,
)


@pytest.mark.parametrize("size", [1, 2, 5, 7])
def test_few_orders_are_all_there_each_once(size: int) -> None:
    found = arrangements((size,))
    assert len(found) == math.factorial(size) == len(np.unique(found, axis=0))
    assert found[0].tolist() == list(range(size))


def test_groups_exchange_places_only_within_themselves() -> None:
    found = arrangements((3, 2))
    assert len(found) == arrangement_count((3, 2)) == 12
    assert {frozenset(row[:3]) for row in found.tolist()} == {frozenset({0, 1, 2})}


def test_many_orders_are_a_fixed_draw_with_the_real_one_first() -> None:
    assert arrangement_count((8,)) > ENUMERATED_AT_MOST
    found = arrangements((8,)).copy()
    arrangements.cache_clear()
    assert np.array_equal(found, arrangements((8,)))
    assert len(found) == DRAWN + 1
    assert found[0].tolist() == list(range(8))
    assert np.array_equal(np.sort(found, axis=1), np.tile(np.arange(8), (len(found), 1)))


def test_a_draw_is_the_same_from_either_end_of_time() -> None:
    found = arrangements((9,))
    backwards = 8 - found[:, ::-1]
    assert {tuple(row) for row in found.tolist()} == {tuple(row) for row in backwards.tolist()}


def test_a_drawn_order_keeps_groups_apart_and_visits_every_place_alike() -> None:
    found = arrangements((8, 4))
    assert set(found[:, 8:].ravel().tolist()) == {8, 9, 10, 11}
    shares = np.bincount(found[1:, 0], minlength=8) / DRAWN
    assert np.all(np.abs(shares - 1 / 8) < 0.03)
