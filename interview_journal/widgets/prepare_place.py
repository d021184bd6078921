"""Where the person is in the preparing panel, kept beside the drafts.

It is no part of the journal: losing it costs nothing but a click.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.errors import JournalError

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

__all__ = ["PreparePlace", "keep_prepare_place", "read_prepare_place"]

_NAME: Final = "prepare-place"
_STAYS_FOR: Final = timedelta(hours=36)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparePlace:
    """Which round is prepared, and how far the rehearsal came.

    Attributes:
        interview_id: The round the person chose; "" for the next one.
        swapped: Answers the person wants to rehearse, in their order; empty for our choice.
        queue: The answers of the rehearsal that was begun, in their order.
        done: Those of them that were graded or left out.
        is_rehearsing: Whether the rehearsal is in front, and not the page.
    """

    interview_id: str = ""
    swapped: tuple[str, ...] = ()
    queue: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    is_rehearsing: bool = False

    @property
    def item(self) -> str:
        """The answer in front; "" after the last one.

        Example:
            >>> PreparePlace(queue=("a_1", "a_2"), done=("a_1",)).item
            'a_2'
        """
        return next((one for one in self.queue if one not in self.done), "")

    @property
    def is_begun(self) -> bool:
        """Whether a rehearsal was begun and has answers left."""
        return bool(self.done) and bool(self.item)


def read_prepare_place(journal: Journal) -> PreparePlace:
    """Return where the panel was left: for tonight and tomorrow, then it starts afresh."""
    kept = journal.drafts.get(_NAME)
    if kept is None or journal.now() - kept.kept_at > _STAYS_FOR:
        return PreparePlace()
    fields = kept.fields
    queue = tuple(dict.fromkeys(fields.get("queue", "").split()))
    return PreparePlace(
        interview_id=fields.get("interview_id", ""),
        swapped=tuple(fields.get("swapped", "").split()),
        queue=queue,
        done=tuple(one for one in fields.get("done", "").split() if one in queue),
        is_rehearsing=bool(queue) and fields.get("is_rehearsing") == "yes",
    )


def keep_prepare_place(journal: Journal, place: PreparePlace) -> None:
    """Keep where the person is; a disk that refuses costs only this."""
    fields = {
        "interview_id": place.interview_id,
        "swapped": " ".join(place.swapped),
        "queue": " ".join(place.queue),
        "done": " ".join(place.done),
        "is_rehearsing": "yes" if place.is_rehearsing else "",
    }
    with suppress(JournalError):
        journal.drafts.keep(_NAME, fields)
