"""Which three answers to rehearse: five facts, weighed openly, and the person's choice before all.

A weak rating counts most: rehearsal helps where an answer is not fluent yet. What was rehearsed
to fluency gives way to what was not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["PICKED_AT_MOST", "RehearsalCandidate", "choose_rehearsals", "rehearsal_worth"]

PICKED_AT_MOST: Final = 3
"""Three answers take ten minutes."""

_WEAKNESS: Final = 0.35
_IMPORTANCE: Final = 0.25
_FINDING: Final = 0.15
_ASKED: Final = 0.15
_RECENCY: Final = 0.10
_UNRATED: Final = 0.5
"""The weakness of an answer that nobody rated: as if it had been given 3 of 5."""
_HALF_LIFE_DAYS: Final = 60.0
"""After so many days an answer's recency counts half."""
_OFTEN: Final = 4
"""From so many rounds on a topic counts as asked often."""
_FLUENT: Final = 4
_FLUENT_SHARE: Final = 0.5
_UNWRITTEN_SHARE: Final = 0.7
"""Without a better wording there is less to rehearse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalCandidate:
    """What is known of one answer that could be rehearsed.

    Attributes:
        answer_id: Which answer.
        topic: Key of its topic; of one topic only one answer is picked. Empty for none.
        rating: The last score, 1 to 5; of the better wording where that was rated. None for none.
        importance: How likely the topic comes in this kind of round, 0 to 1.
        days_ago: Days since it was given, from 0.
        open_findings: Findings that wait for the person's word and quote it.
        asked_in: In how many rounds the topic was asked, from 1.
        last_grade: The newest grade of rehearsing it, 1 to 5; None for never.
        has_better: Whether a better wording is written.
    """

    answer_id: str
    topic: str
    rating: float | None
    importance: float
    days_ago: int
    open_findings: int
    asked_in: int
    last_grade: int | None
    has_better: bool


def rehearsal_worth(one: RehearsalCandidate) -> float:
    """Return how much it is worth to rehearse an answer, 0 to 1.

    Example:
        >>> weak = RehearsalCandidate(answer_id="a", topic="", rating=1, importance=1.0,
        ...     days_ago=0, open_findings=1, asked_in=4, last_grade=None, has_better=True)
        >>> round(rehearsal_worth(weak), 2)
        1.0
    """
    weakness = _UNRATED if one.rating is None else (5 - one.rating) / 4
    worth: float = (
        _WEAKNESS * weakness
        + _IMPORTANCE * one.importance
        + _FINDING * min(1, one.open_findings)
        + _ASKED * min(one.asked_in, _OFTEN) / _OFTEN
        + _RECENCY * math.exp2(-max(0, one.days_ago) / _HALF_LIFE_DAYS)
    )
    if one.last_grade is not None and one.last_grade >= _FLUENT:
        worth *= _FLUENT_SHARE
    return worth if one.has_better else worth * _UNWRITTEN_SHARE


def choose_rehearsals(
    candidates: Iterable[RehearsalCandidate],
    *,
    swapped: Sequence[str] = (),
    at_most: int = PICKED_AT_MOST,
) -> tuple[RehearsalCandidate, ...]:
    """Return the answers to rehearse: the person's own choice first, then by worth.

    Of several answers to one topic the worthiest is taken; what the person chose is taken whatever
    its topic. Equal worth goes to the newer answer, then by id.

    Args:
        candidates: In any order.
        swapped: Ids the person chose, in their order; unknown ones are passed over.
        at_most: How many; 0 for none.

    Example:
        >>> def one(name, rating):
        ...     return RehearsalCandidate(answer_id=name, topic=name, rating=rating, importance=0.5,
        ...         days_ago=1, open_findings=0, asked_in=1, last_grade=None, has_better=True)
        >>> picked = choose_rehearsals([one("good", 5), one("weak", 1)], swapped=["good"])
        >>> [pick.answer_id for pick in picked]
        ['good', 'weak']
    """
    known = {one.answer_id: one for one in candidates}
    picked = [known[one] for one in dict.fromkeys(swapped) if one in known][:at_most]
    topics = {one.topic for one in picked if one.topic}
    ids = {one.answer_id for one in picked}
    ranked = sorted(
        known.values(), key=lambda one: (-rehearsal_worth(one), one.days_ago, one.answer_id)
    )
    for one in ranked:
        if len(picked) >= at_most:
            break
        if one.answer_id not in ids and (not one.topic or one.topic not in topics):
            picked.append(one)
            topics.add(one.topic)
    return tuple(picked)
