"""Several looks at one journal, corrected together (Holm, 1979)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["holm_corrected"]


def holm_corrected(p_values: Sequence[float]) -> list[float]:
    """Return each chance corrected for all the looks, in the order given.

    Where only a corrected chance of at most 5 % is claimed, luck alone leads to any claim at
    all on at most one page in twenty, however the looks hang together.

    Example:
        >>> holm_corrected([0.01, 0.04, 0.03])
        [0.03, 0.06, 0.06]
    """
    count = len(p_values)
    corrected = [1.0] * count
    worst = 0.0
    for rank, place in enumerate(sorted(range(count), key=p_values.__getitem__)):
        worst = max(worst, min(1.0, (count - rank) * p_values[place]))
        corrected[place] = worst
    return corrected
