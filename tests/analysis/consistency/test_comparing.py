"""Two bare texts: what differs, how surely, and what stays silent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interview_journal.analysis.consistency.comparing import compare_texts
from tests.analysis.consistency.tables import rows_of


@pytest.mark.parametrize("row", rows_of("pairs.toml"))
def test_what_two_texts_differ_in(row: dict[str, Any]) -> None:
    found = compare_texts(row["a"], row["b"])
    assert [one.kind for one in found] == row["kinds"]


@pytest.mark.parametrize("least", [-0.1, 1.5, float("nan")])
def test_a_confidence_outside_of_nought_to_one_is_refused(least: float) -> None:
    with pytest.raises(ValueError, match="expected a number from 0 to 1"):
        compare_texts("a", "b", min_confidence=least)


def test_a_length_of_time_meets_a_date() -> None:
    said = "I have been at Acme for three years."
    also = "I have worked at Acme since 2014."
    [found] = compare_texts(said, also, date_a=date(2026, 3, 4), date_b=date(2026, 4, 5))
    assert found.kind == "duration"
    assert compare_texts(said, also) == []
    assert compare_texts(said, also, date_a=date(2017, 3, 4)) == []


def test_the_surest_comes_first_and_places_are_exact() -> None:
    one = "I am 32 and I lead a team of five nurses."
    other = "I lead a team of nine nurses, and I am 45."
    found = compare_texts(one, other)
    assert [each.confidence for each in found] == sorted(
        (each.confidence for each in found), reverse=True
    )
    places = {(one[slice(*each.span_a)], other[slice(*each.span_b)]) for each in found}
    assert places == {("32", "45"), ("five nurses", "nine nurses")}
    assert {each.answer_a for each in found} == {None}
    assert found[0].reason.startswith("“")


def test_where_no_rule_is_sure_the_pair_is_ranked_as_a_whole() -> None:
    [weak] = compare_texts("I like tea early.", "Then no tea was there.", min_confidence=0.0)
    assert weak.kind == "polarity"
    assert 0 < weak.confidence < 0.5
    [calm] = compare_texts("I like tea.", "The bus was late.", min_confidence=0.0)
    assert calm.confidence < weak.confidence
    assert compare_texts("I like tea.", "", min_confidence=0.0) == []
    assert compare_texts("I like tea.", "i like tea.", min_confidence=0.0) == []


def test_a_sure_difference_is_told_alone() -> None:
    texts = ("I have two children.", "My three children keep me busy.")
    [found] = compare_texts(*texts, min_confidence=0.0)
    assert found.kind == "count"
