"""What the person did with what was due: one word on each key, the newest.

Two notebooks at once may each keep a row under one key. Neither is lost, and the newer one counts.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.core.choices import ActionStatus
    from interview_journal.core.records import Action

__all__ = ["CLOSING", "newest_words", "told_of_offer"]

CLOSING: Final[tuple[ActionStatus, ...]] = ("done", "skipped")
"""What settles an action for good."""

_FIRST: Final = datetime.min.replace(tzinfo=UTC)


def newest_words(actions: Iterable[Action]) -> dict[str, Action]:
    """Return the newest word on each key; of two in one second the one that settles it.

    Args:
        actions: In any order.

    Example:
        >>> from interview_journal.core.records import Action
        >>> put_off, done = Action(key="a", status="snoozed"), Action(key="a", status="done")
        >>> newest_words([done, put_off])["a"].status
        'done'
    """
    return {one.key: one for one in sorted(actions, key=_place)}


def _place(one: Action) -> tuple[datetime, bool, str]:
    return (one.saved_at or _FIRST, one.status in CLOSING, one.id)


def told_of_offer(actions: Iterable[Action]) -> dict[str, datetime]:
    """Return when each company was last told of an offer from another, by application.

    Example:
        >>> from interview_journal.core.records import Action
        >>> told = Action(key="others:p_a:p_b:offer", kind="tell another company", status="done",
        ...               application_id="p_b", done_at=datetime(2026, 3, 4, tzinfo=UTC))
        >>> told_of_offer([told])["p_b"].isoformat()
        '2026-03-04T00:00:00+00:00'
    """
    found: dict[str, datetime] = {}
    for one in actions:
        told_at = one.done_at or one.saved_at
        if one.kind == "tell another company" and one.status == "done" and told_at is not None:
            found[one.application_id] = max(told_at, found.get(one.application_id, told_at))
    return found
