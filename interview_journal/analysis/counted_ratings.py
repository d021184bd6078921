"""Which of the many scores of one answer counts.

A person may score an answer on the evening itself, again blind two weeks later, and once more
when the outcome is known and colours everything. One of them is the score; the rule is here and
nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from interview_journal.core.records import Rating

__all__ = ["CountedScore", "counted_scores"]


class CountedScore(NamedTuple):
    """The score of one answer on one criterion.

    Attributes:
        is_foresight: Whether it was given before the outcome was known; True without outcome.
        rated_at: When.
        rating_id: Which rating it is.
        score: 1 to 5.
    """

    is_foresight: bool
    rated_at: datetime
    rating_id: str
    score: int


def counted_scores(
    ratings: Iterable[Rating], known_at: Mapping[str, datetime | None], *, blind: bool = False
) -> dict[tuple[str, str], CountedScore]:
    """Return the score that counts by answer id and criterion as stored.

    Of the person's own scores of what was really said it is the last one made before the
    outcome was known, or the last one where all were made after. A mentor's scores, scores of
    a better answer and "not applicable" never count.

    Args:
        ratings: In any order.
        known_at: By answer id, when its round's outcome was known; None where it is not.
            Ratings of other answers are left out.
        blind: False leaves blind scores out; True takes the last blind one, nothing else.
    """
    found: dict[tuple[str, str], CountedScore] = {}
    for one in ratings:
        if one.score is None or one.blind is not blind or one.target != "given":
            continue
        if one.rater.strip() or one.answer_id not in known_at:
            continue
        known = known_at[one.answer_id]
        is_foresight = known is None or one.rated_at <= known
        made = CountedScore(is_foresight, one.rated_at, one.id, one.score)
        key = (one.answer_id, one.criterion)
        held = found.get(key)
        if held is None or (held[1:] if blind else held) < (made[1:] if blind else made):
            found[key] = made
    return found
