"""Where the person was in the record panel, kept beside the drafts.

It is no part of the journal: losing it costs nothing but a click.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from interview_journal.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from interview_journal.core.view import JournalView
    from interview_journal.store.drafts import Drafts
    from interview_journal.store.journal import Journal

__all__ = [
    "NEW",
    "SHORT",
    "Place",
    "ask_for",
    "begins_fresh",
    "draft_name",
    "keep_place",
    "opening_place",
    "read_place",
    "starting_interview",
]

NEW: Final = "new"
"""Stands for an interview that is not saved yet."""
SHORT: Final = "short"
"""The short form, as a part of a draft's name."""
_NAME: Final = "record-place"
_STAYS_FOR: Final = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the panel opens.

    Attributes:
        interview_id: Which interview; None for a fresh one.
        sections: The names of the sections that were open.
        asked: Whether another panel sent the person here.
    """

    interview_id: str | None = None
    sections: frozenset[str] = frozenset()
    asked: bool = False


def read_place(drafts: Drafts, *, now: datetime) -> Place:
    """Return where the panel was left: for tonight and tomorrow, then it starts afresh."""
    kept = drafts.get(_NAME)
    if kept is None:
        return Place()
    fields = kept.fields
    sections = frozenset(fields.get("sections", "").split())
    asked = bool(fields.get("asked"))
    if now - kept.kept_at > _STAYS_FOR:
        return Place(sections=sections)
    return Place(fields.get("interview") or None, sections, asked)


def opening_place(journal: Journal, interview_id: str | None) -> Place:
    """Return where the panel opens: on what was asked for, else where it was left."""
    if interview_id is not None:
        return Place(interview_id, asked=True)
    place = read_place(journal.drafts, now=journal.now())
    has_draft = new_draft_waits(journal.drafts)
    start = starting_interview(journal, place, has_new_draft=has_draft)
    if place.asked:
        # Asked for once: it must not bring the person back here tomorrow.
        keep_place(journal, start, place.sections)
    return Place(start, place.sections if start is not None else frozenset())


def begins_fresh(drafts: Drafts, *, now: datetime) -> bool:
    """Return whether the panel opens on an empty short form, whatever the journal holds."""
    return read_place(drafts, now=now).interview_id is None and not new_draft_waits(drafts)


def new_draft_waits(drafts: Drafts) -> bool:
    """Return whether words wait that belong to an interview that is not saved yet."""
    return drafts.get(draft_name(NEW, SHORT)) is not None


def starting_interview(view: JournalView, place: Place, *, has_new_draft: bool) -> str | None:
    """Return the interview to open with; None for a fresh one.

    What another panel asked for goes first; then words that are not saved; then where it was
    left.
    """
    known = any(one.id == place.interview_id for one in view.interviews)
    if has_new_draft and not place.asked:
        return None
    return place.interview_id if known else None


def keep_place(journal: Journal, interview_id: str | None, sections: Iterable[str]) -> None:
    """Keep where the person is; a disk that refuses costs only this."""
    _keep(journal, interview_id, " ".join(sorted(sections)), "")


def ask_for(journal: Journal, interview_id: str | None) -> None:
    """Let the record panel open next on that interview; None asks for a fresh one.

    For other panels, which call it before they lead the person to the record notebook.
    """
    kept = journal.drafts.get(_NAME)
    sections = "" if kept is None else kept.fields.get("sections", "")
    _keep(journal, interview_id, sections, "yes")


def draft_name(interview_id: str, part: str) -> str:
    """Return the draft's name of one part of one interview's form.

    Example:
        >>> draft_name("i_k3vq9", "short")
        'record-i_k3vq9-short'
    """
    if re.fullmatch(r"[a-z0-9_-]{1,40}", interview_id):
        return f"record-{interview_id}-{part}"
    return f"record-{blake2b(interview_id.encode(), digest_size=12).hexdigest()}-{part}"


def _keep(journal: Journal, interview_id: str | None, sections: str, asked: str) -> None:
    fields = {"interview": interview_id or "", "sections": sections, "asked": asked}
    try:
        journal.drafts.keep(_NAME, fields)
    except JournalError:
        return
