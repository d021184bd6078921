"""Which of many scores counts."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from interview_journal.analysis.counted_ratings import counted_scores
from tests.analysis.small_journals import evening, rating

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.records import Rating

KNOWN = evening(2)


def counted(
    *ratings: Rating, known: datetime | None = KNOWN, blind: bool = False
) -> dict[tuple[str, str], int]:
    found = counted_scores(ratings, {"a_1": known, "a_2": known}, blind=blind)
    return {key: one.score for key, one in found.items()}


OVERALL = ("a_1", "overall")


def test_the_last_score_before_the_outcome_counts_whatever_the_order_of_rows() -> None:
    made = [
        rating("a_1", 2, rated_at=evening(0)),
        rating("a_1", 3, rated_at=evening(1)),
        rating("a_1", 5, rated_at=evening(3)),
    ]
    for order in itertools.permutations(made):
        assert counted(*order) == {OVERALL: 3}


def test_a_score_of_the_very_moment_still_counts_as_before() -> None:
    assert counted(rating("a_1", 2), rating("a_1", 4, rated_at=KNOWN)) == {OVERALL: 4}


def test_where_all_came_after_the_outcome_the_last_counts() -> None:
    after = [rating("a_1", n, rated_at=evening(2, hours=n)) for n in (4, 5)]
    assert counted(*after) == {OVERALL: 5}
    found = counted_scores(after, {"a_1": KNOWN})
    assert not found[OVERALL].is_foresight


def test_without_an_outcome_the_last_counts() -> None:
    late = rating("a_1", 5, rated_at=evening(9))
    assert counted(rating("a_1", 2), late, known=None) == {OVERALL: 5}


def test_of_one_moment_the_greater_id_counts() -> None:
    assert counted(rating("a_1", 2, id="r_b"), rating("a_1", 4, id="r_a")) == {OVERALL: 2}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"rater": "Sam"}, id="a mentor's"),
        pytest.param({"target": "better"}, id="of the better answer"),
        pytest.param({"blind": True}, id="blind"),
        pytest.param({"score": None}, id="not applicable"),
        pytest.param({"answer_id": "a_unknown"}, id="of an answer that is gone"),
    ],
)
def test_other_scores_never_count(other: dict[str, object]) -> None:
    made = rating(**{"answer_id": "a_1", "score": 5, "rated_at": evening(1)} | other)  # type: ignore[arg-type]
    assert counted(rating("a_1", 2), made) == {OVERALL: 2}


def test_blind_only_takes_the_last_blind_one_even_after_the_outcome() -> None:
    made = [
        rating("a_1", 1, blind=True),
        rating("a_1", 4, blind=True, rated_at=evening(5)),
        rating("a_1", 2),
        rating("a_2", 3),
    ]
    for order in itertools.permutations(made):
        assert counted(*order, blind=True) == {OVERALL: 4}


def test_each_criterion_has_a_score_of_its_own() -> None:
    made = [rating("a_1", 2), rating("a_1", 4, criterion="structure")]
    assert counted(*made) == {OVERALL: 2, ("a_1", "structure"): 4}
