"""The clock a journal is opened with when no other is given."""

from __future__ import annotations

from datetime import datetime

__all__ = ["present"]


def present() -> datetime:
    """Return the present with this computer's offset from UTC, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
