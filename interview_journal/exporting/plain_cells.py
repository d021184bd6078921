"""A record's values as plain text: as the journal stores them, without its apostrophe guard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from interview_journal.core.records import Record

__all__ = ["State", "plain_cell"]

State: TypeAlias = Mapping[str, Sequence[Record]]
"""The current records by table name; a table without records is left out."""


def plain_cell(value: object) -> str:
    """Return the value as text; empty for None.

    Example:
        >>> plain_cell(True), plain_cell(date(2026, 3, 4)), plain_cell("=1+1"), plain_cell(None)
        ('yes', '2026-03-04', '=1+1', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return repr(value) if isinstance(value, float) else str(value)
