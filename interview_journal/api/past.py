"""Any record by its id or its question's words, with its revisions, each of them restorable."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from interview_journal.core.records import Answer, Record
from interview_journal.core.tables import TABLES

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

__all__ = ["Revision", "find_answers", "find_record", "restore_revision", "revisions_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One revision of a record.

    Attributes:
        label: Its number; rivals with one number are told apart by a letter, such as ``3b``.
        record: What it holds.
        changes: Field name to value, of what differs from the revision before it; of the first
            one everything that is not empty.
        is_rival: Whether it waits for a choice between versions.
    """

    label: str
    record: Record
    changes: dict[str, Any]
    is_rival: bool


def find_record(journal: Journal, record_id: str) -> Record | None:
    """Return the record with that id, removed or not, whatever table it is in; or None."""
    for table in TABLES.values():
        found = journal.get(table.record, record_id)
        if found is not None:
            return found
    return None


def find_answers(journal: Journal, words: str) -> tuple[Answer, ...]:
    """Return the answers whose question holds all these words, removed ones last.

    Upper and lower case count as the same; the order of the words does not matter.
    """
    wanted = words.casefold().split()
    every = (*journal.answers, *journal.removed(Answer))
    return tuple(
        answer for answer in every if all(word in answer.question.casefold() for word in wanted)
    )


def revisions_of(journal: Journal, record: Record) -> tuple[Revision, ...]:
    """Return every revision of a record, the oldest first, with what each changed."""
    past = journal.history(record)
    counts = Counter(one.revision for one in past)
    open_rivals = {
        (conflict.record_id, conflict.revision)
        for conflict in journal.conflicts
        if conflict.table == record.table
    }
    seen: Counter[int] = Counter()
    before: Record | None = None
    revisions = []
    for one in past:
        letter = chr(ord("a") + seen[one.revision]) if counts[one.revision] > 1 else ""
        seen[one.revision] += 1
        revisions.append(
            Revision(
                label=f"{one.revision}{letter}",
                record=one,
                changes=_changes(before, one),
                is_rival=(one.id, one.revision) in open_rivals,
            )
        )
        # A rival did not follow the other one: both are compared with what both started from.
        if seen[one.revision] == counts[one.revision]:
            before = one
    return tuple(revisions)


def restore_revision(journal: Journal, record: Record, label: str) -> Record | None:
    """Bring back the revision of that label as the newest one, and return it as saved.

    Where rival versions wait for a choice, naming one of them is the choice.

    Returns:
        None if the record has no such revision.

    Raises:
        ConflictError: If rivals wait for a choice and an older revision is named.
        SaveFailedError: If the disk refuses.
    """
    chosen = next((r for r in revisions_of(journal, record) if r.label == label), None)
    if chosen is None:
        return None
    if chosen.is_rival:
        conflict = next(c for c in journal.conflicts if c.record_id == record.id)
        rival = next(one for one in conflict.records if one.same_content(chosen.record))
        return journal.settle(conflict, rival)
    return journal.restore(chosen.record)


def _changes(before: Record | None, after: Record) -> dict[str, Any]:
    names = [column.name for column in TABLES[after.table].content_columns]
    if before is None:
        return {name: value for name in names if (value := getattr(after, name)) not in (None, "")}
    return {
        name: getattr(after, name)
        for name in names
        if getattr(after, name) != getattr(before, name)
    }
