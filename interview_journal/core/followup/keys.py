"""The names of due actions: what it is, and the ids it is about. A name never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from interview_journal.core.choices import ActionKind

__all__ = ["action_key"]

_STEMS: Final[dict[ActionKind, str]] = {
    "write it down": "write",
    "thank-you note": "thank",
    "ask about the process": "process",
    "ask for news": "news",
    "their promise": "theirs",
    "my promise": "mine",
    "move on": "ahead",
    "enter the next round": "next",
    "ask a referee": "consent",
    "tell a referee": "tell",
    "thank a referee": "thank_referee",
    "tell a referee the outcome": "outcome",
    "reply to a rejection": "reply",
    "answer an offer": "offer",
    "tell another company": "others",
}


def action_key(kind: ActionKind, *about: str) -> str:
    """Return the key of an action of that kind about these ids.

    Example:
        >>> action_key("thank-you note", "i_first", "n_ana")
        'thank:i_first:n_ana'
    """
    return ":".join((_STEMS[kind], *about))
