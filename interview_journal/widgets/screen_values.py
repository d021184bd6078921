"""What comes from the page, made fit to keep: whole characters, aware times, safe names."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.store.journal import Journal

__all__ = ["browser_key", "moment_of", "whole_values"]


def moment_of(milliseconds: float) -> datetime | None:
    """Return the moment a page's clock showed, None where it told none."""
    if milliseconds <= 0:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, tz=UTC)


def whole_values(values: Mapping[str, object]) -> dict[str, str]:
    """Return the values as text; half a character, which nothing can keep, becomes a mark."""
    return {
        str(name): str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        for name, value in values.items()
    }


def browser_key(journal: Journal, name: str) -> str:
    """Return the draft's name in the browser, which tells one journal from another."""
    folder = blake2b(str(journal.path.resolve()).encode("utf-8", "replace"), digest_size=6)
    return f"{folder.hexdigest()}:{name}"
