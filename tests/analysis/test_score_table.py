"""Scores as columns, beside a naive count over the records."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.filters import Filters
from interview_journal.analysis.score_table import score_table
from interview_journal.core.records import Application, Criterion
from tests.analysis.small_journals import FIRST_DAY, evening, rating, scored
from tests.records_in_memory import Records

ROWS = st.lists(st.lists(st.one_of(st.none(), st.integers(1, 5)), max_size=4), max_size=6)


def naive_means(view: Records) -> list[tuple[str, float, int]]:
    """Return the mean score and number of answers of each interview that has any."""
    interview_of = {one.id: one.interview_id for one in view.answers}
    scores = defaultdict(list)
    for one in view.ratings:
        if one.score is not None:
            scores[interview_of[one.answer_id]].append(one.score)
    ordered = sorted(view.interviews, key=lambda one: (one.held_on, one.round, one.id))
    return [
        (one.id, sum(scores[one.id]) / len(scores[one.id]), len(scores[one.id]))
        for one in ordered
        if scores[one.id]
    ]


@given(ROWS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_interview_means_are_those_of_a_naive_count_in_any_order_of_rows(
    rows: list[list[int | None]], shuffle: object
) -> None:
    view = scored(rows)
    mixed = {}
    for name in ("interviews", "answers", "ratings"):
        records = list(getattr(view, name))
        shuffle.shuffle(records)  # type: ignore[attr-defined]
        mixed[name] = tuple(records)
    table = score_table(view.with_(**mixed))
    found = table.interview_scores(table.rows("overall"))
    expected = naive_means(view)
    assert table.ids[found.places].tolist() == [row[0] for row in expected]
    assert found.means.tolist() == pytest.approx([row[1] for row in expected])
    assert found.counts.tolist() == [row[2] for row in expected]
    for place, scores in enumerate([[s for s in row if s is not None] for row in rows]):
        at = np.flatnonzero(found.places == place)
        if scores:
            assert found.squares[at[0]] == pytest.approx(np.var(scores) * len(scores), abs=1e-9)


def test_an_empty_journal_is_an_empty_table() -> None:
    table = score_table(Records())
    assert table.criteria() == ()
    assert len(table.interview_scores(table.rows("overall")).means) == 0
    assert not table.answer_mask(Filters(topic="salary")).any()


def test_filters_keep_what_they_say() -> None:
    view = scored(
        [[1, 2], [3], [4]],
        kinds=["Phone screen", "panel", "panel"],
        topics=[["salary", "team"], ["salary"], [""]],
    )
    other = view.interviews[2].with_changes(application_id="p_other")
    story = view.answers[0].with_changes(response_type="story")
    view = view.with_(
        interviews=(*view.interviews[:2], other), answers=(story, *view.answers[1:])
    ).and_(applications=[Application(id="p_other", company="Other")])
    table = score_table(view)

    def kept(**words: object) -> list[float]:
        mask = table.answer_mask(Filters(**words))  # type: ignore[arg-type]
        rows = table.rows("overall")
        return [float(score) for score in rows.where(mask[rows.answers]).scores]

    assert kept() == [1, 2, 3, 4]
    assert kept(company="Acme") == [1, 2, 3]
    assert kept(kind="phone SCREEN ") == [1, 2]
    assert kept(kind="no such kind") == []
    assert kept(topic="salary") == [1, 3]
    assert kept(response_type="story") == [1]
    assert kept(start=date(2026, 1, 12)) == [3, 4]
    assert kept(end=date(2026, 1, 12)) == [1, 2, 3]
    assert kept(start=FIRST_DAY, end=FIRST_DAY) == [1, 2]


def test_criteria_are_told_by_key_in_the_rubrics_order_and_never_mixed() -> None:
    view = scored([[3]]).and_(
        criteria=[Criterion(name="Kept it short")],
        ratings=[
            rating("a_000_00", 5, criterion="kept it SHORT"),
            rating("a_000_00", 2, criterion="Delivery and length", rated_at=evening(0, hours=1)),
            rating("a_000_00", 4, criterion="delivery"),
            rating("a_000_00", 1, criterion="relevance"),
            rating("a_000_00", 1, criterion="evidence", blind=True),
        ],
    )
    table = score_table(view)
    assert table.criteria() == ("relevance", "delivery", "Kept it short")
    assert table.criteria(blind_only=True) == ("evidence",)
    assert table.rows("delivery").scores.tolist() == [2]
    assert table.rows("overall").scores.tolist() == [3]
    assert table.rows("structure").scores.tolist() == []
    assert table.rows("evidence", blind_only=True).scores.tolist() == [1]


def test_an_outcome_that_is_not_said_freezes_nothing() -> None:
    view = scored([[3]])
    held = view.interviews[0].with_changes(outcome_known_at=evening(0))
    late = rating("a_000_00", 5, rated_at=evening(4))
    found = score_table(view.with_(interviews=(held,)).and_(ratings=[late])).rows("overall")
    assert (found.scores.tolist(), found.is_foresight.tolist()) == ([5], [True])


def test_an_answer_without_an_interview_is_left_out() -> None:
    view = scored([[3], [4]])
    assert len(score_table(view.with_(interviews=view.interviews[:1])).answers) == 1


def test_an_unrated_answer_changes_nothing() -> None:
    bare = scored([[3], [4, 2]])
    more = bare.and_(answers=[bare.answers[0].with_changes(id="a_more", position=9)])
    one, two = score_table(bare), score_table(more)
    for name in ("means", "counts", "squares"):
        found = [getattr(t.interview_scores(t.rows("overall")), name) for t in (one, two)]
        assert np.array_equal(*found)
