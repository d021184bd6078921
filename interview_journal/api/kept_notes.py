"""Notes begun or sent, to compare a new one with: two people of one panel may read both."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from interview_journal.core.followup.values import DueAction
    from interview_journal.store.journal import Journal

__all__ = ["OtherNote", "note_name", "other_notes"]

_PREFIX: Final = "note_"


@dataclass(frozen=True, slots=True)
class OtherNote:
    """A note to somebody else of the same application.

    Attributes:
        name: To whom; empty where nobody is known.
        text: Its words.
    """

    name: str
    text: str


def note_name(action: DueAction) -> str:
    """Return the name of the form draft in which a note is kept while it is edited.

    Its hidden values ``_key``, ``_application`` and ``_person`` say what it is for.
    """
    # A key may hold what no file's name can.
    return _PREFIX + hashlib.sha256(action.key.encode()).hexdigest()[:24]


def other_notes(journal: Journal, action: DueAction) -> tuple[OtherNote, ...]:
    """Return the notes that a new one should not read like: sent or begun, for one application.

    Args:
        journal: The journal.
        action: What the new note is for; its own text is left out.
    """
    names = {one.id: one.name for one in journal.people}
    notes = {
        one.key: OtherNote(names.get(one.person_id, ""), one.text)
        for one in journal.actions
        if one.application_id == action.application_id and one.text.strip()
    }
    for name in journal.drafts.names():
        kept = journal.drafts.get(name) if name.startswith(_PREFIX) else None
        if kept is None or kept.fields.get("_application") != action.application_id:
            continue
        text, person = kept.fields.get("text", ""), kept.fields.get("_person", "")
        # What was typed last is what will be sent.
        if text.strip():
            notes[kept.fields.get("_key", name)] = OtherNote(names.get(person, ""), text)
    return tuple(note for key, note in notes.items() if key != action.key)
