"""Where the person is in the rating panel, kept beside the drafts.

It is no part of the journal: losing it costs nothing but a click.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, get_args

from interview_journal.errors import JournalError

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

__all__ = ["Mode", "RatePlace", "keep_rate_place", "read_rate_place"]

Mode = Literal["closer", "training", "blind", "mentor", "better"]

_NAME: Final = "rate-place"
_STAYS_FOR: Final = timedelta(hours=36)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatePlace:
    """What is rated, and how far the person came.

    Attributes:
        mode: The way of rating.
        item: The answer's id, or the example's key; "" for the first that waits.
        at_end: Whether the person went past the last one.
        again: Whether all are gone through, those that were rated as well.
        queue: The answers of a blind pass, in their order.
        started_at: When the blind pass began.
        rater: Who rates; "" for the person themselves.
    """

    mode: Mode = "closer"
    item: str = ""
    at_end: bool = False
    again: bool = False
    queue: tuple[str, ...] = ()
    started_at: datetime | None = None
    rater: str = ""


def read_rate_place(journal: Journal) -> RatePlace:
    """Return where the panel was left: for tonight and tomorrow, then it starts afresh."""
    kept = journal.drafts.get(_NAME)
    if kept is None or journal.now() - kept.kept_at > _STAYS_FOR:
        return RatePlace()
    fields = kept.fields
    mode = next((one for one in get_args(Mode) if one == fields.get("mode")), None)
    started_at = _moment(fields.get("started_at", ""))
    rater = fields.get("rater", "")
    if mode is None or (mode == "blind" and started_at is None) or (mode == "mentor" and not rater):
        return RatePlace()
    return RatePlace(
        mode=mode,
        item=fields.get("item", ""),
        at_end=fields.get("at_end") == "yes",
        again=fields.get("again") == "yes",
        queue=tuple(fields.get("queue", "").split()),
        started_at=started_at,
        rater=rater,
    )


def keep_rate_place(journal: Journal, place: RatePlace) -> None:
    """Keep where the person is; a disk that refuses costs only this."""
    fields = {
        "mode": place.mode,
        "item": place.item,
        "at_end": "yes" if place.at_end else "",
        "again": "yes" if place.again else "",
        "queue": " ".join(place.queue),
        "started_at": "" if place.started_at is None else place.started_at.isoformat(),
        "rater": place.rater,
    }
    with suppress(JournalError):
        journal.drafts.keep(_NAME, fields)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
