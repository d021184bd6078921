"""Correction for several looks, on a published example and by its definition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.analysis.holm import holm_corrected


def test_the_worked_example_of_wikipedias_page_on_the_method() -> None:
    # "Holm-Bonferroni method", section "Example": at .05, H4 and H1 are rejected, no other.
    corrected = holm_corrected([0.01, 0.04, 0.03, 0.005])
    assert corrected == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert [p <= 0.05 for p in corrected] == [True, False, False, True]


def test_no_look_and_one_look_need_no_correction() -> None:
    assert holm_corrected([]) == []
    assert holm_corrected([0.2]) == [0.2]


def naive(p_values: list[float], level: float) -> list[bool]:
    """Return what is rejected, by Holm's own steps."""
    rejected = [False] * len(p_values)
    for rank, place in enumerate(sorted(range(len(p_values)), key=lambda i: p_values[i])):
        if p_values[place] * (len(p_values) - rank) > level:
            break
        rejected[place] = True
    return rejected


@given(st.lists(st.floats(0, 1), max_size=9), st.floats(0.001, 0.5))
def test_a_corrected_chance_rejects_as_holms_steps_do(p_values: list[float], level: float) -> None:
    assert [p <= level for p in holm_corrected(p_values)] == naive(p_values, level)
