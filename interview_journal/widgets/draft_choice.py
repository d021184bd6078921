"""Which of two drafts is taken up again: the one on disk or the one in the browser.

The later wins and the other is offered; nothing is thrown away without a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

__all__ = ["Version", "choose_version", "offer_label"]


@dataclass(frozen=True, slots=True)
class Version:
    """What a form held at one time.

    Attributes:
        values: The texts by field.
        at: When, aware; None when nobody typed it (an empty form, or what is saved).
    """

    values: Mapping[str, str]
    at: datetime | None

    def says_the_same(self, other: Version) -> bool:
        """Return whether both hold the same words; an absent field counts as empty."""
        names = {name for name in (*self.values, *other.values) if not name.startswith("_")}
        return all(self.values.get(name, "") == other.values.get(name, "") for name in names)

    def holds(self, other: Version) -> bool:
        """Return whether all words of the other stand here as well."""
        names = {name for name in other.values if not name.startswith("_")}
        return all(other.values[name] in self.values.get(name, "") for name in names)


def choose_version(
    current: Version, found: Version, *, saved_at: datetime | None
) -> tuple[Version, Version | None]:
    """Return the version to show and the other to offer, None when there is nothing to offer.

    Args:
        current: What the form shows: the disk's draft, or what is saved.
        found: What the browser kept.
        saved_at: When the words were last saved; None for a new form.
    """
    if found.says_the_same(current) or not any(found.values.values()):
        return current, None
    known = max((at for at in (current.at, saved_at) if at is not None), default=None)
    if known is None or (found.at is not None and found.at > known):
        return found, None if current.at is None or found.holds(current) else current
    return current, None if current.holds(found) else found


def offer_label(other: Version, zone: tzinfo | None, today: datetime) -> str:
    """Return the sentence that offers a version, with its time."""
    if other.at is None:
        return "Another version is here."
    local = other.at.astimezone(zone)
    day = "" if local.date() == today.astimezone(zone).date() else f"{local:%d %B}, "
    return f"Another version from {day}{local:%H:%M} is here."
