"""Predictions scored as of the morning of each round."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.prediction_scores import prediction_means, score_predictions
from interview_journal.core.preparing.values import Forecasted
from tests.prepared_journal import ACME, FIRST, asked, held, prepared, view_of


def test_recall_and_precision_are_counted_over_what_was_asked() -> None:
    rows = [asked(FIRST, 1, "About?", topic="about_you"), asked(FIRST, 2, "X?", topic="odd")]
    (one,) = score_predictions(view_of(ACME, FIRST, *rows))
    assert one.asked == ("about_you", "odd")
    assert (one.recall, one.precision) == (0.5, 0.1)


def test_a_round_without_questions_is_not_scored() -> None:
    assert [one.interview_id for one in score_predictions(view_of(*prepared()))] == [FIRST.id]
    assert prediction_means(()).sentence == "No round with questions yet: nothing to compare."


def test_the_means_say_over_how_many_rounds() -> None:
    def one(recall: float, precision: float) -> Forecasted:
        return Forecasted(
            interview_id="i", predicted=(), asked=(), recall=recall, precision=precision
        )

    means = prediction_means([one(1.0, 0.2), one(0.5, 0.3)])
    assert (means.round_count, means.recall, means.precision) == (2, 0.75, 0.25)
    assert means.sentence == (
        "Over 2 rounds: 75 % of what was asked was on the list, 25 % of the list came."
    )


@pytest.mark.parametrize("seed", range(3))
@given(later=st.lists(st.sampled_from(["about_you", "odd", "salary", "boats"]), min_size=1))
@settings(max_examples=15)
def test_no_prediction_looks_at_what_came_later(seed: int, later: list[str]) -> None:
    rounds = [held(2 + n, 1, application=f"p_{n}") for n in range(4)]
    topics = [["about_you", "odd"], ["salary"], ["odd", "boats"], later]
    rows = [
        asked(one, n, f"{topic}?", topic=topic)
        for one, own in zip(rounds, topics, strict=True)
        for n, topic in enumerate(own, start=1)
    ]
    known = [row for row in rows if row.interview_id != rounds[3].id]
    whole, part = (
        score_predictions(view_of(*rounds, *rows)),
        score_predictions(view_of(*rounds[:3], *known)),
    )
    assert whole[seed] == part[seed]
