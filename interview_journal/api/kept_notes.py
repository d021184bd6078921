"""Notes begun and not yet sent: kept beside the journal while they are edited, and compared."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, cast, get_args

from interview_journal.core.outgoing import Draft, DraftKind, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.followup.values import DueAction
    from interview_journal.store.journal import Journal

__all__ = ["discard_note", "keep_note", "kept_note", "other_notes"]

_PREFIX: Final = "note_"


def keep_note(journal: Journal, action: DueAction, draft: Draft) -> None:
    """Keep a note as it is now, until it is sent or thrown away.

    Raises:
        SaveFailedError: If the disk refuses; the note as it was before stays.
    """
    journal.drafts.keep(
        _name(action),
        {
            "key": action.key,
            "application_id": action.application_id,
            "kind": draft.kind,
            "tone": draft.tone,
            "subject": draft.subject,
            "text": draft.text,
            "to_name": draft.to_name,
            "to_address": draft.to_address,
        },
    )


def kept_note(journal: Journal, action: DueAction) -> Draft | None:
    """Return the note that was begun for something that is due; None where none was."""
    kept = journal.drafts.get(_name(action))
    return None if kept is None else _draft_of(kept.fields)


def discard_note(journal: Journal, action: DueAction) -> None:
    """Throw a note away that was begun, if there is one.

    Raises:
        SaveFailedError: If the system refuses.
    """
    journal.drafts.discard(_name(action))


def other_notes(journal: Journal, action: DueAction) -> tuple[str, ...]:
    """Return the texts that a note should not read like: sent or begun, for the same application.

    Args:
        journal: The journal.
        action: What the note is for; its own text is left out.
    """
    texts = [
        one.text
        for one in journal.actions
        if one.key != action.key and one.application_id == action.application_id
    ]
    for name in journal.drafts.names():
        kept = journal.drafts.get(name) if name.startswith(_PREFIX) else None
        if kept is None or kept.fields.get("key") == action.key:
            continue
        if kept.fields.get("application_id") == action.application_id:
            texts.append(kept.fields.get("text", ""))
    return tuple(text for text in texts if text.strip())


def _name(action: DueAction) -> str:
    """Return the draft's name: a key may hold what no file's name can."""
    return _PREFIX + hashlib.sha256(action.key.encode()).hexdigest()[:24]


def _draft_of(fields: Mapping[str, str]) -> Draft | None:
    """Return the note that those fields hold; None where they hold none of ours."""
    kind, tone = fields.get("kind"), fields.get("tone")
    if kind not in get_args(DraftKind) or tone not in get_args(Tone):
        return None
    return Draft(
        kind=cast("DraftKind", kind),
        tone=cast("Tone", tone),
        **{name: fields.get(name, "") for name in ("subject", "text", "to_name", "to_address")},
    )
