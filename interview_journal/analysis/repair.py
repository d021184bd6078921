"""Whether topics whose answer was rewritten or rehearsed are answered better when asked again.

Weak answers are the ones people repair, and weak answers tend to be better next time even
without any work. Topics that were asked again without repair therefore stand beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from interview_journal.analysis.asked_topics import topic_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from interview_journal.analysis.asked_topics import AskedTopics
    from interview_journal.analysis.score_table import ScoreRows, ScoreTable
    from interview_journal.core.view import JournalView

__all__ = ["RepairTable", "repair_frame", "repair_table"]


@dataclass(frozen=True)
class RepairTable:
    """What is known of each topic, and of each answer's place before or after its repair.

    Attributes:
        keys: The topics, each once.
        labels: Their plain words.
        numbers: Number of each answer's topic; -1 where nothing is known.
        repaired_at: When each topic's answer was first rewritten or rehearsed; None for never.
        is_after: Whether each answer was given after its topic was repaired.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    numbers: NDArray[np.intp]
    repaired_at: tuple[datetime | None, ...]
    is_after: NDArray[np.bool_]


def repair_table(view: JournalView, table: ScoreTable, asked: AskedTopics) -> RepairTable:
    """Return which topics were repaired when, made once for all filters."""
    import numpy as np

    keys = tuple(dict.fromkeys(key for key in asked.keys if key))
    places = {key: number for number, key in enumerate(keys)}
    numbers = np.array([places.get(key, -1) for key in asked.keys], dtype=np.intp)
    repaired: dict[str, datetime] = {}
    for key, moment in _repairs(view, table, asked):
        if key in places and (key not in repaired or moment < repaired[key]):
            repaired[key] = moment
    questions = dict(zip(reversed(asked.keys), reversed(table.answers), strict=True))
    return RepairTable(
        keys=keys,
        labels=tuple(topic_label(key, questions[key].question) for key in keys),
        numbers=numbers,
        repaired_at=tuple(repaired.get(key) for key in keys),
        is_after=np.array(
            [_is_after(table, place, repaired.get(key)) for place, key in enumerate(asked.keys)],
            dtype=np.bool_,
        ),
    )


def _repairs(
    view: JournalView, table: ScoreTable, asked: AskedTopics
) -> Iterator[tuple[str, datetime]]:
    by_answer = {one.id: key for one, key in zip(table.answers, asked.keys, strict=True)}
    by_topic = {one.topic.strip(): key for one, key in zip(table.answers, asked.keys, strict=True)}
    for answer in table.answers:
        moment = answer.better_answer_at or answer.saved_at
        if answer.better_answer.strip() and moment is not None:
            yield by_answer[answer.id], moment
    for rehearsal in view.rehearsals:
        topic = rehearsal.topic.strip()
        key = by_answer.get(rehearsal.answer_id) or (by_topic.get(topic, "") if topic else "")
        yield key, rehearsal.rehearsed_at


def _is_after(table: ScoreTable, place: int, repaired_at: datetime | None) -> bool:
    """Return whether an answer was given after the repair; of one day only by the clock."""
    if repaired_at is None:
        return False
    interview = table.interviews[int(table.answer_interviews[place])]
    if interview.started_at is not None:
        return interview.started_at > repaired_at
    return interview.held_on > repaired_at.date()


def repair_frame(table: ScoreTable, repairs: RepairTable, rows: ScoreRows) -> pd.DataFrame:
    """Return the topics asked at least twice, before and after.

    For a repaired topic "before" ends with the repair; for any other with the first interview
    that asked about it.

    Args:
        table: The journal's scores.
        repairs: Which topics were repaired when.
        rows: The scores looked at.

    Returns:
        One row a topic with a score in two interviews or more; repaired ones first, then by
        change, largest first, then by label:
            topic: str, the slug, or the question in quotes where there is none.
            label: str, plain words.
            is_repaired: bool.
            repaired_at: datetime64[s], day; NaT where never.
            before_mean, after_mean: float64, 1.0 to 5.0; NaN without a score there.
            before_count, after_count: int64, rated answers.
            change: float64, after minus before; NaN where one is missing.
    """
    import numpy as np
    import pandas as pd

    known = repairs.numbers[rows.answers] >= 0
    answers, scores = rows.answers[known], rows.scores[known]
    topics, interviews = repairs.numbers[answers], table.answer_interviews[answers]
    size = len(repairs.keys)
    first = np.full(size, len(table.interviews))
    last = np.full(size, -1)
    np.minimum.at(first, topics, interviews)
    np.maximum.at(last, topics, interviews)
    is_repaired = np.array([moment is not None for moment in repairs.repaired_at], dtype=np.bool_)
    is_after = np.where(is_repaired[topics], repairs.is_after[answers], interviews > first[topics])
    before, before_count = _means(topics[~is_after], scores[~is_after], size)
    after, after_count = _means(topics[is_after], scores[is_after], size)
    kept = np.flatnonzero(last > first)
    frame = pd.DataFrame(
        {
            "topic": pd.Series([repairs.keys[place] for place in kept], dtype="str"),
            "label": pd.Series([repairs.labels[place] for place in kept], dtype="str"),
            "is_repaired": is_repaired[kept],
            "repaired_at": np.array(
                [_day(repairs.repaired_at[place]) for place in kept], dtype="datetime64[s]"
            ),
            "before_mean": before[kept],
            "after_mean": after[kept],
            "before_count": before_count[kept],
            "after_count": after_count[kept],
            "change": (after - before)[kept],
        }
    )
    return frame.sort_values(
        ["is_repaired", "change", "label"], ascending=[False, False, True], kind="stable"
    ).reset_index(drop=True)


def _means(
    topics: NDArray[np.intp], scores: NDArray[np.float64], size: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    import numpy as np

    counts = np.bincount(topics, minlength=size)
    sums = np.bincount(topics, scores, minlength=size)
    means = np.full(size, np.nan)
    np.divide(sums, counts, out=means, where=counts > 0)
    return means, counts.astype(np.int64)


def _day(moment: datetime | None) -> np.datetime64:
    import numpy as np

    return np.datetime64("NaT" if moment is None else moment.date(), "s")
