"""Which old answers to score again blind, and in which order.

Too early and the old score is remembered; too often and nothing new is learnt. A few at a time,
in random order, without anything that tells which interview it was.
"""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.records import Answer
    from interview_journal.core.view import JournalView

__all__ = ["PAUSE", "SITTING_AT_MOST", "TEXT_CHARS_MIN", "rerating_candidates"]

PAUSE: Final = timedelta(days=7)
"""After a week the old score is mostly forgotten."""
SITTING_AT_MOST: Final = 6
TEXT_CHARS_MIN: Final = 40
"""A shorter answer cannot be judged again from its text."""
_KNOWN_ENOUGH: Final = 30
"""With so many pairs the noise is known to about a quarter; more teach little."""


def rerating_candidates(view: JournalView, now: datetime, *, seed: int) -> tuple[Answer, ...]:
    """Return the answers to score again in one sitting, at most six, in random order.

    Args:
        view: The journal.
        now: The present, aware.
        seed: Draws and orders them; the same seed gives the same answers.

    Returns:
        Answers whose last own score is seven days old or older, never scored blind, with
        enough text to judge; none once thirty were scored twice.

    Example:
        >>> import interview_journal as ij
        >>> from datetime import UTC, datetime
        >>> sample = ij.open_journal(ij.sample_path())
        >>> len(rerating_candidates(sample, datetime(2030, 1, 1, tzinfo=UTC), seed=1))
        6
    """
    last: dict[str, datetime] = {}
    blind: set[str] = set()
    for one in view.ratings:
        if one.rater.strip() or one.target != "given" or one.score is None:
            continue
        if one.blind:
            blind.add(one.answer_id)
        else:
            last[one.answer_id] = max(last.get(one.answer_id, one.rated_at), one.rated_at)
    if len(blind & last.keys()) >= _KNOWN_ENOUGH:
        return ()
    due = [
        one
        for one in sorted(view.answers, key=lambda one: one.id)
        if one.id in last
        and one.id not in blind
        and now - last[one.id] >= PAUSE
        and len(one.answer.strip()) >= TEXT_CHARS_MIN
    ]
    random.Random(seed).shuffle(due)  # noqa: S311 - an order of questions, no secret
    return tuple(due[:SITTING_AT_MOST])
