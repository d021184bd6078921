"""Which interviews may be compared with which."""

from __future__ import annotations

import numpy as np
import pytest

from interview_journal.analysis.kinds import are_alike, everyone_together, kind_groups


@pytest.mark.parametrize(
    ("kinds", "state", "kept"),
    [
        pytest.param("aaaaa", "one kind", "11111", id="one kind"),
        pytest.param("abab", "within", "1111", id="mixed"),
        pytest.param("aabbab", "within", "111111", id="overlapping"),
        pytest.param("aaabbb", "confounded", "111111", id="each a time of its own"),
        pytest.param("abcde", "single", "00000", id="each once"),
        pytest.param("abcac", "within", "10111", id="one met once"),
        pytest.param("abcada", "within", "100101", id="only one kind came again"),
        pytest.param("aaaaaabb", "main", "11111100", id="one makes up three quarters"),
        pytest.param("aaaabb", "confounded", "111111", id="the main kind has only four"),
        pytest.param("", "one kind", "", id="nothing"),
    ],
)
def test_the_kinds_alone_decide(kinds: str, state: str, kept: str) -> None:
    found = kind_groups(np.array([ord(kind) for kind in kinds], dtype=np.intp))
    assert found.state == state
    assert "".join("01"[int(one)] for one in found.kept) == kept
    assert len(found.groups) == found.kept.sum()
    assert set(found.groups.tolist()) == set(range(len(set(found.groups.tolist()))))


def test_kinds_that_differ_are_not_alike() -> None:
    numbers, ones = np.array([0, 1] * 5), np.ones(10)
    assert not are_alike(np.array([4.0, 2.0] * 5) + np.arange(10) / 100, ones, numbers)


def test_kinds_that_differ_less_than_luck_would_make_them_are_alike() -> None:
    numbers, ones = np.array([0, 1] * 5), np.ones(10)
    means = np.array([1.0, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    assert are_alike(means, ones, numbers)
    together = everyone_together(kind_groups(numbers))
    assert together.state == "alike"
    assert together.kept.all()
    assert not together.groups.any()


def test_too_few_of_each_kind_are_never_called_alike() -> None:
    assert not are_alike(np.array([3.0, 3, 3, 3]), np.ones(4), np.array([0, 0, 1, 1]))
