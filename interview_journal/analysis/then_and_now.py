"""The same question in two rounds, side by side: the first true thing there is to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.trend_values import AskedOnce, ThenAndNow
from interview_journal.core.catalogue import SAME_SCORE, question_similarity
from interview_journal.core.topics import load_catalogue

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from interview_journal.analysis.asked_topics import AskedTopics
    from interview_journal.analysis.repair import RepairTable
    from interview_journal.analysis.score_table import ScoreRows, ScoreTable

__all__ = ["SHOWN_AT_MOST", "then_and_now"]

SHOWN_AT_MOST: Final = 6
"""Pairs on one page: a person reads a handful."""


def then_and_now(
    table: ScoreTable,
    asked: AskedTopics,
    repairs: RepairTable,
    mask: NDArray[np.bool_],
    rows: ScoreRows,
) -> tuple[ThenAndNow, ...]:
    """Return questions asked in two rounds: the first time and the latest.

    Args:
        table: The journal's scores.
        asked: What each answer is about.
        repairs: Number of each answer's topic.
        mask: Which answers to look at.
        rows: Their scores; an answer without one is shown as well.

    Returns:
        Those with both scores first, then by the latest time, newest first; at most six.
    """
    import numpy as np

    scores = np.full(len(table.answers), np.nan)
    scores[rows.answers] = rows.scores
    places = np.flatnonzero(mask & (repairs.numbers >= 0) & table.have_words)
    numbers = repairs.numbers[places]
    # Answers stand in the order of time: np.unique names the first of each topic.
    topics, first = np.unique(numbers, return_index=True)
    last = len(numbers) - 1 - np.unique(numbers[::-1], return_index=True)[1]
    then, now = places[first], places[last]
    when = table.answer_interviews
    twice = when[then] != when[now]
    topics, then, now = topics[twice], then[twice], now[twice]
    rated = np.isfinite(scores[then]) & np.isfinite(scores[now])
    order = np.lexsort((topics, -when[now], ~rated))
    found: list[ThenAndNow] = []
    for place in order:
        number, early, late = int(topics[place]), int(then[place]), int(now[place])
        if len(found) == SHOWN_AT_MOST:
            break
        if _is_same(table, asked, repairs.keys[number], early, late):
            found.append(
                ThenAndNow(
                    topic="" if repairs.keys[number].startswith('"') else repairs.keys[number],
                    label=repairs.labels[number],
                    then=_asked_once(table, early, scores[early]),
                    now=_asked_once(table, late, scores[late]),
                )
            )
    return tuple(found)


def _is_same(table: ScoreTable, asked: AskedTopics, key: str, early: int, late: int) -> bool:
    """Return whether the two may stand side by side as one question."""
    if asked.are_denied(early, late):
        return False
    topic = load_catalogue().topic(key)
    if topic is None or not topic.broad:
        return True
    first, second = table.answers[early].question, table.answers[late].question
    return question_similarity(first, second) >= SAME_SCORE


def _asked_once(table: ScoreTable, place: int, score: float) -> AskedOnce:
    answer, at = table.answers[place], int(table.answer_interviews[place])
    interview = table.interviews[at]
    return AskedOnce(
        question=answer.question,
        answer=answer.answer,
        company=str(table.companies[at]),
        round=interview.round,
        held_on=interview.held_on,
        score=None if score != score else int(score),  # noqa: PLR0124 - NaN is no score
    )
