"""Labels that the screen shows before the records, which carry all others, are loaded."""

from __future__ import annotations

from typing import Final

__all__ = ["ACCOUNT_LABEL"]

ACCOUNT_LABEL: Final = "What happened? What did they ask, and what did you say?"
