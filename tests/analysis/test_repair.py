"""Topics before and after repair."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd
import pytest

from interview_journal.analysis.asked_topics import asked_topics
from interview_journal.analysis.repair import repair_frame, repair_table
from interview_journal.analysis.score_table import score_table
from interview_journal.core.records import Rehearsal
from tests.analysis.small_journals import evening, scored
from tests.records_in_memory import Records

TOPICS = [["salary", "team", "notice"], ["salary", "team", "mistake"], ["salary", "team", ""]]
SCORES = [[1, 3, 2], [3, 4, 4], [5, 3, 2]]


def framed(view: Records) -> pd.DataFrame:
    table = score_table(view)
    asked = asked_topics(table.answers, view.question_links)
    return repair_frame(table, repair_table(view, table, asked), table.rows("overall"))


def repaired(view: Records, place: int, moment: datetime | None) -> Records:
    answers = list(view.answers)
    answers[place] = answers[place].with_changes(
        better_answer="What I will say.", better_answer_at=moment
    )
    return view.with_(answers=tuple(answers))


def test_a_topic_is_counted_before_and_after_its_repair() -> None:
    frame = framed(repaired(scored(SCORES, topics=TOPICS), 0, evening(0, hours=1)))
    expected = pd.DataFrame(
        {
            "topic": pd.Series(["salary", "team"], dtype="str"),
            "label": pd.Series(["Salary you expect", "Your team"], dtype="str"),
            "is_repaired": [True, False],
            "repaired_at": pd.Series(["2026-01-05", None]).astype("datetime64[s]"),
            "before_mean": [1.0, 3.0],
            "after_mean": [4.0, 3.5],
            "before_count": np.array([1, 1]),
            "after_count": np.array([2, 2]),
            "change": [3.0, 0.5],
        }
    )
    pd.testing.assert_frame_equal(frame, expected)


def test_a_repair_between_two_asks_parts_them() -> None:
    frame = framed(repaired(scored(SCORES, topics=TOPICS), 3, evening(1, hours=1)))
    salary = frame.iloc[0]
    assert (salary["before_mean"], salary["after_mean"]) == (2.0, 5.0)
    assert (salary["before_count"], salary["after_count"]) == (2, 1)


def test_a_repair_without_a_later_ask_has_no_change() -> None:
    frame = framed(repaired(scored(SCORES, topics=TOPICS), 6, evening(2, hours=1)))
    salary = frame.set_index("topic").loc["salary"]
    assert salary["is_repaired"]
    assert salary["after_count"] == 0
    assert pd.isna(salary["change"])


def test_a_rehearsal_is_a_repair_by_answer_or_by_topic() -> None:
    view = scored(SCORES, topics=TOPICS)
    by_answer = Rehearsal(answer_id="a_000_00", rehearsed_at=evening(1, hours=3))
    by_topic = Rehearsal(topic="salary", rehearsed_at=evening(0, hours=3))
    unknown = Rehearsal(topic="boats", rehearsed_at=evening(0))
    nothing = Rehearsal(rehearsed_at=evening(0))
    one = framed(view.and_(rehearsals=[by_answer, unknown, nothing])).iloc[0]
    both = framed(view.and_(rehearsals=[by_answer, by_topic])).iloc[0]
    assert (one["topic"], one["before_count"]) == ("salary", 2)
    assert both["before_count"] == 1


def test_on_the_day_of_an_interview_the_clock_decides() -> None:
    morning = evening(1, hours=-10)
    view = repaired(scored(SCORES, topics=TOPICS), 0, morning)
    assert framed(view).iloc[0]["before_count"] == 2
    second = view.interviews[1].with_changes(started_at=evening(1, hours=-2))
    view = view.with_(interviews=(view.interviews[0], second, view.interviews[2]))
    assert framed(view).iloc[0]["before_count"] == 1


@pytest.mark.parametrize("saved", [True, False])
def test_a_better_answer_without_its_moment_dates_from_its_save(*, saved: bool) -> None:
    view = repaired(scored(SCORES, topics=TOPICS), 0, None)
    if saved:
        kept = view.answers[0].as_saved(revision=2, saved_at=evening(0, hours=2))
        view = view.with_(answers=(kept, *view.answers[1:]))
    assert framed(view).iloc[0]["is_repaired"] == saved


def test_nothing_asked_twice_gives_no_row_with_the_same_columns() -> None:
    full = framed(scored(SCORES, topics=TOPICS))
    empty = framed(scored([[3]], topics=[["salary"]]))
    assert empty.empty
    assert dict(empty.dtypes) == dict(full.dtypes)
    assert framed(Records()).empty
