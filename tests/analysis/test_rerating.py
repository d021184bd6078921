"""The noise of the person's own ratings."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from scipy import stats

from interview_journal.analysis.rater_agreement import agreement
from interview_journal.analysis.rerating import mentor_agreements, rerating
from interview_journal.analysis.rerating_candidates import (
    PAUSE,
    SITTING_AT_MOST,
    rerating_candidates,
)
from interview_journal.core.records import Rating
from tests.analysis.small_journals import evening, rating, scored


def pair(answer_id: str, first: int, second: int, **given: object) -> list[Rating]:
    return [
        rating(answer_id, first, **given),
        rating(answer_id, second, blind=True, rated_at=evening(2), **given),
    ]


PAIRS = [(1, 2), (3, 3), (4, 3), (5, 5), (2, 4), (3, 2)]
RATINGS = [one for place, both in enumerate(PAIRS) for one in pair(f"a_{place}", *both)]


def test_the_error_is_the_spread_of_differences_over_the_root_of_two() -> None:
    found = rerating(RATINGS, "overall")
    apart = np.array([second - first for first, second in PAIRS])
    assert found.pair_count == 6
    assert found.error == pytest.approx(np.std(apart, ddof=1) / math.sqrt(2))
    assert found.shift == pytest.approx(apart.mean())
    low, high = (
        math.sqrt(5 * np.var(apart, ddof=1) / stats.chi2.ppf(q, 5) / 2) for q in (0.975, 0.025)
    )
    assert (found.error_low, found.error_high) == pytest.approx((low, high))


def test_a_mean_of_more_answers_is_surer() -> None:
    found = rerating(RATINGS, "overall")
    assert found.mean_error(4) == pytest.approx(found.error / 2)
    assert found.detectable_change(4) == pytest.approx(1.96 * math.sqrt(2) * found.error / 2, 1e-4)


def test_few_pairs_have_no_error_yet() -> None:
    found = rerating(RATINGS[:8], "overall")
    assert found.pair_count == 4
    assert math.isnan(found.error)
    assert math.isnan(found.mean_error(3))


def test_a_pair_is_the_last_open_score_before_the_first_blind_one() -> None:
    made = [
        rating("a_1", 1, rated_at=evening(0)),
        rating("a_1", 3, rated_at=evening(1)),
        rating("a_1", 4, blind=True, rated_at=evening(3)),
        rating("a_1", 5, rated_at=evening(4)),
        rating("a_1", 1, blind=True, rated_at=evening(5)),
        rating("a_2", 2, blind=True),
        rating("a_3", 2),
    ]
    found = rerating(made, "overall")
    assert (found.pair_count, found.shift) == (1, 1)
    assert rerating(reversed(made), "overall").shift == 1


@pytest.mark.parametrize(
    "other", [{"rater": "Sam"}, {"target": "better"}, {"criterion": "structure"}, {"score": None}]
)
def test_other_ratings_make_no_pair(other: dict[str, object]) -> None:
    given: dict[str, Any] = {"answer_id": "a_1", "score": 5, "blind": True, "rated_at": evening(1)}
    again = rating(**(given | other))
    assert rerating([rating("a_1", 2), again], "overall").pair_count == 0


def test_a_mentors_last_score_is_set_beside_the_persons() -> None:
    made = [
        rating("a_1", 1, rater="Sam"),
        rating("a_1", 5, rater="Sam ", rated_at=evening(1)),
        rating("a_2", 3, rater="Alex"),
        rating("a_2", 3, rater="Sam", criterion="structure"),
        rating("a_unknown", 3, rater="Sam"),
        rating("a_2", None, rater="Sam"),
        rating("a_2", 1),
    ]
    found = dict(mentor_agreements(made, {"a_1": 4, "a_2": 3}, "overall"))
    assert list(found) == ["Alex", "Sam"]
    assert (found["Sam"].count, found["Sam"].shift) == (1, 1)
    assert found["Alex"].exact_share == 1


def naive_kappa(pairs: list[tuple[int, int]]) -> float:
    """Return quadratic kappa from the table of counts, as Cohen (1968) has it."""
    table = np.zeros((5, 5))
    for first, second in pairs:
        table[first - 1, second - 1] += 1 / len(pairs)
    weights = (np.arange(5)[:, None] - np.arange(5)[None, :]) ** 2
    chance = np.outer(table.sum(axis=1), table.sum(axis=0))
    return float(1 - (weights * table).sum() / (weights * chance).sum())


def test_agreement_is_that_of_the_table_of_counts() -> None:
    found = agreement(PAIRS)
    assert found.kappa == pytest.approx(naive_kappa(PAIRS))
    assert (found.exact_share, found.near_share) == (2 / 6, 5 / 6)
    assert math.isnan(agreement([(3, 3)] * 4).kappa)
    assert math.isnan(agreement([]).shift)


LONG = "A long enough answer to be judged again from its words."


def test_old_answers_with_enough_words_are_offered_in_a_random_but_fixed_order() -> None:
    view = scored([[3] * 9])
    view = view.with_(answers=tuple(one.with_changes(answer=LONG) for one in view.answers))
    now = evening(0) + PAUSE
    found = rerating_candidates(view, now, seed=1)
    assert len(found) == SITTING_AT_MOST
    assert found == rerating_candidates(view.with_(answers=view.answers[::-1]), now, seed=1)
    assert found != rerating_candidates(view, now, seed=2)
    assert rerating_candidates(view, now - timedelta(seconds=1), seed=1) == ()


def test_only_answers_that_teach_something_are_offered() -> None:
    view = scored([[3] * 6])
    answers = [one.with_changes(answer=LONG) for one in view.answers]
    answers[1] = answers[1].with_changes(answer="Short.")
    view = view.with_(answers=tuple(answers), ratings=view.ratings[:5]).and_(
        ratings=[
            rating("a_000_02", 4, blind=True),
            rating("a_000_03", 4, rated_at=evening(1)),
            rating("a_000_04", 4, rater="Sam", rated_at=evening(1)),
        ]
    )
    found = rerating_candidates(view, evening(1, hours=1), seed=1)
    assert {one.id for one in found} == {"a_000_00", "a_000_04"}


def test_after_thirty_pairs_nothing_more_is_learnt() -> None:
    view = scored([[3] * 31])
    view = view.with_(answers=tuple(one.with_changes(answer=LONG) for one in view.answers))
    blind = [rating(one.id, 3, blind=True) for one in view.answers[:30]]
    assert len(rerating_candidates(view.and_(ratings=blind[:29]), evening(9), seed=1)) == 2
    assert rerating_candidates(view.and_(ratings=blind), evening(9), seed=1) == ()
