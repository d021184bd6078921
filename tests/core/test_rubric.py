"""Criteria, their anchors, the score that checks suggest, and the mean of a closer look."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Criterion
from interview_journal.core.rubric import (
    BUILT_IN,
    LEVELS,
    OVERALL_ANCHORS,
    Check,
    RubricCriterion,
    closer_mean,
    criterion_key,
    joined_checks,
    parted_checks,
    rubric,
    rubric_of_built_in,
    suggest_score,
)
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "own", now=lambda: NOW)


def found(key: str) -> RubricCriterion:
    one = rubric_of_built_in().find(key)
    assert one is not None
    return one


def test_the_built_in_criteria_are_those_that_ratings_name() -> None:
    assert BUILT_IN == ("relevance", "structure", "evidence", "contribution", "delivery")
    assert len(LEVELS) == len(OVERALL_ANCHORS) == 5


@pytest.mark.parametrize("key", BUILT_IN)
def test_each_criterion_has_five_anchors_a_question_and_a_few_checks(key: str) -> None:
    one = found(key)
    assert len(set(one.anchors)) == 5
    assert one.question.endswith("?")
    assert 3 <= len(one.checks) <= 4
    assert len({check.key for check in one.checks}) == len(one.checks)
    assert all(";" not in check.key for check in one.checks)


@pytest.mark.parametrize("key", BUILT_IN)
def test_each_further_check_suggests_one_level_more(key: str) -> None:
    one = found(key)
    keys = [check.key for check in one.checks]
    suggested = [suggest_score(one, keys[:count]) for count in range(len(keys) + 1)]
    assert suggested == [None, 2, 3, 4, 5]
    assert suggest_score(one, [*reversed(keys), *keys]) == 5


def test_nothing_ticked_or_nothing_known_suggests_nothing() -> None:
    assert suggest_score(found("evidence"), []) is None
    assert suggest_score(found("evidence"), ["no such check"]) is None
    assert suggest_score(RubricCriterion(key="own", label="own", anchors=()), ["a"]) is None


@pytest.mark.parametrize(("held", "score"), [(1, 2), (2, 4), (3, 5)])
def test_with_three_checks_the_score_is_in_proportion(held: int, score: int) -> None:
    checks = tuple(Check(key, key) for key in "abc")
    own = RubricCriterion(key="own", label="own", anchors=(), checks=checks)
    assert suggest_score(own, list("abc")[:held]) == score


def test_without_rows_the_rubric_is_the_built_in_one(journal: Journal) -> None:
    assert rubric(journal) == rubric_of_built_in()


def test_an_own_criterion_goes_by_its_name_and_falls_back_on_plain_anchors(
    journal: Journal,
) -> None:
    journal.add(Criterion(name="Kept it short", anchor_1="Four minutes.", weight=2.0))
    own = rubric(journal).criteria[-1]
    assert (own.key, own.label, own.weight, own.is_built_in) == (
        "Kept it short",
        "Kept it short",
        2.0,
        False,
    )
    assert own.anchors[0] == "Four minutes."
    assert all(own.anchors)


@pytest.mark.parametrize("name", ["evidence", "Evidence", " EVIDENCE "])
def test_a_row_named_like_a_built_in_one_weighs_it(journal: Journal, name: str) -> None:
    journal.add(Criterion(name=name, weight=3.0))
    known = rubric(journal)
    assert [one.key for one in known.criteria] == list(BUILT_IN)
    evidence = known.find("evidence")
    assert evidence is not None
    assert evidence.weight == 3.0
    assert evidence.anchors == found("evidence").anchors
    assert evidence.checks == found("evidence").checks


def test_what_is_retired_is_not_asked_for_and_still_known(journal: Journal) -> None:
    row = journal.add(Criterion(name="Own part", retired_at=NOW))
    known = rubric(journal)
    assert "contribution" not in [one.key for one in known.criteria]
    assert "contribution" in [one.key for one in known.all_criteria]
    journal.revise(row, retired_at=None)
    assert rubric(journal) == rubric_of_built_in()


def test_of_two_rows_of_one_name_the_later_counts(tmp_path: Path) -> None:
    seconds = iter(range(10))
    journal = open_journal(tmp_path, now=lambda: NOW.replace(second=next(seconds)))
    journal.add(Criterion(name="Calm", anchor_1="First.", weight=2.0))
    journal.add(Criterion(name="calm", weight=4.0))
    (own,) = [one for one in rubric(journal).criteria if not one.is_built_in]
    assert (own.key, own.weight) == ("Calm", 4.0)
    assert own.anchors[0] != "First."


@pytest.mark.parametrize("name", ["overall", "Overall", " "])
def test_overall_and_nothing_are_no_criteria(journal: Journal, name: str) -> None:
    journal.add(Criterion(name=name))
    assert rubric(journal) == rubric_of_built_in()


def test_keys_are_found_by_name() -> None:
    assert criterion_key("Delivery and length") == "delivery"
    assert criterion_key("OVERALL") == "overall"
    assert criterion_key("  Kept   it short ") == "Kept it short"


def test_an_unknown_key_is_not_found() -> None:
    assert rubric_of_built_in().find("warmth") is None


def test_the_mean_weighs_and_never_takes_overall_in(journal: Journal) -> None:
    journal.add(Criterion(name="evidence", weight=3.0))
    journal.add(Criterion(name="delivery", retired_at=NOW))
    scores = {"overall": 1, "relevance": 4, "evidence": 2, "structure": None, "delivery": 1}
    assert closer_mean(scores, rubric(journal)) == pytest.approx((4 + 3 * 2) / 4)


def test_there_is_no_mean_of_nothing(journal: Journal) -> None:
    journal.add(Criterion(name="evidence", weight=0.0))
    assert closer_mean({"overall": 5, "relevance": None}, rubric(journal)) is None
    assert closer_mean({"evidence": 5}, rubric(journal)) is None


def test_checks_come_back_as_they_were_kept() -> None:
    structure = found("structure")
    text = joined_checks(structure, {"result last", "situation", "not one of ours"})
    assert text == "situation; result last"
    assert parted_checks(text) == ("situation", "result last")
    assert parted_checks(" ; ") == ()


def test_the_page_on_rating_holds_every_anchor_and_check() -> None:
    page = (CHECKOUT / "docs" / "rating.md").read_text(encoding="utf-8")
    for level, (word, anchor) in enumerate(zip(LEVELS, OVERALL_ANCHORS, strict=True), start=1):
        assert f"{level}. {word}: {anchor}\n" in page
    for one in rubric_of_built_in().criteria:
        section = page.partition(f"### {one.label}\n")[2].partition("\n##")[0]
        assert one.question in section
        for level, anchor in enumerate(one.anchors, start=1):
            assert f"{level}. {anchor}\n" in section
        assert "; ".join(check.text for check in one.checks) in section
