"""How the screen says that something was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["saved_words"]


def saved_words(now: datetime, more: str = "") -> str:
    """Return the line that stands below a form that was saved.

    Example:
        >>> from datetime import datetime
        >>> saved_words(datetime(2026, 3, 4, 18, 42))
        'Saved at 18:42.'
    """
    return f"Saved at {now:%H:%M}.{' ' + more if more else ''}"
