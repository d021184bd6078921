"""What a number turned out to be, before it is put into its sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from interview_journal.core.claims import ClaimKind

__all__ = ["ABOUT", "Amount"]

ABOUT: Final = 0.2
"""How far "about" reaches to each side of a value, as a share of it."""
_ABOUT_BY_KIND: Final[dict[ClaimKind, float]] = {"money": 0.07, "percent": 0.12}
"""People round money and percentages less boldly than they round a number of things."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its kind, its unit and what it counts.

    Attributes:
        kind: What sort of claim it will be.
        low: The lowest value it can mean, inclusive.
        high: The highest, inclusive.
        unit: As in a claim.
        head: The class of what is counted.
        word: Its root.
        start: Where its words begin in the answer.
        end: Where they end, exclusive.
        is_hedged: Whether it was said with "about", as a range or the like.
    """

    kind: ClaimKind
    low: float
    high: float
    unit: str = ""
    head: str = ""
    word: str = ""
    start: int = 0
    end: int = 0
    is_hedged: bool = False

    def times(self, scale: float) -> Amount:
        """Return the amount with both bounds scaled."""
        return replace(self, low=self.low * scale, high=self.high * scale)

    def narrowed(self) -> Amount:
        """Return the amount with "about" as narrow as its kind is spoken of.

        Example:
            >>> about = Amount("money", 80.0, 120.0, is_hedged=True).narrowed()
            >>> round(about.low), round(about.high)
            (93, 107)
        """
        share = _ABOUT_BY_KIND.get(self.kind, ABOUT)
        middle = (self.low + self.high) / 2
        reach = middle * ABOUT
        if not self.is_hedged or not math.isclose(self.high - middle, reach, rel_tol=1e-6):
            return self
        return replace(self, low=middle * (1 - share), high=middle * (1 + share))
