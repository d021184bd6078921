"""A save that knows what it last read: what others changed elsewhere is never overwritten.

Two panels may change two fields of one record; only the same field changed in two places is a
conflict, and then both versions are kept for the person to choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from interview_journal.core.records import Record
from interview_journal.errors import UnknownRecordError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.store.journal import Journal

__all__ = ["merge_change", "revision_of"]

R = TypeVar("R", bound=Record)


def revision_of(journal: Journal, record: R, revision: int) -> R:
    """Return the record as it was at that revision; as it is now where that is not known."""
    if revision == record.revision or revision < 1:
        return record
    past = [one for one in journal.history(record) if one.revision == revision]
    return past[0] if past else record


def merge_change(journal: Journal, base: R, changes: Mapping[str, Any]) -> R:
    """Save what differs from ``base`` and return the record as it stands then.

    Args:
        journal: Where it is saved.
        base: The record as the form read it.
        changes: The fields of the form, changed or not.

    Raises:
        UnknownRecordError: If the record is not in the journal.
        ConflictError: If the record has rivals that are not settled.
        SaveFailedError: If the disk refuses.
    """
    journal.refresh()
    current = journal.get(type(base), base.id)
    if current is None:
        raise UnknownRecordError(base.table, base.id)
    mine = {name: value for name, value in changes.items() if value != getattr(base, name)}
    if not mine:
        return current
    clash = [
        name
        for name, value in mine.items()
        if getattr(current, name) not in (getattr(base, name), value)
    ]
    if not clash:
        return journal.revise(current, **mine, removed=False)
    # The rival differs from what is shown only where both changed the same.
    stale = current.with_changes(**{name: getattr(base, name) for name in clash})
    return journal.revise(stale, **mine, removed=False)
