"""The last scores of an answer."""

from __future__ import annotations

from datetime import timedelta

from interview_journal.analysis.rated_answers import RatedAnswer, rated_answers
from tests.prepared_journal import ABOUT, NOW, WHY, rated, view_of


def test_the_newest_overall_score_counts() -> None:
    older = rated(ABOUT, 2, rated_at=NOW - timedelta(days=3))
    assert rated_answers(view_of(rated(ABOUT, 4), older)) == {ABOUT.id: RatedAnswer(4.0, None)}


def test_without_an_overall_score_the_criteria_speak() -> None:
    parts = (rated(ABOUT, 2, criterion="clear"), rated(ABOUT, 5, criterion="short"))
    assert rated_answers(view_of(*parts))[ABOUT.id].given == 3.5


def test_given_and_better_are_told_apart_and_a_mentor_is_left_out() -> None:
    view = view_of(
        rated(WHY, 2),
        rated(WHY, 4, target="better"),
        rated(WHY, 5, rater="Sam"),
        rated(ABOUT, 1).with_changes(score=None),
    )
    assert rated_answers(view) == {WHY.id: RatedAnswer(2.0, 4.0)}
