"""How two answers differ, in numbers: a journal holds millions of these, and tells few.

The sentences that tell a difference are made again from the answers when somebody asks.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

__all__ = ["LEVELS", "NO_MEETINGS", "Meeting", "Meetings", "level_of_surest"]

LEVELS: Final = 64
"""How finely it is told apart how sure two answers differ."""


class Meeting(NamedTuple):
    """Two items that differ: their relation, and their numbers in the later and earlier answer."""

    relation: int
    later: int
    earlier: int


class Meetings(NamedTuple):
    """How two answers differ.

    Attributes:
        surest: No difference of theirs is surer than this many 64ths; rounded up, so that few
            of these stand for the millions of pairs of a large journal.
        items: The items that differ.
    """

    surest: int
    items: frozenset[Meeting]

    @classmethod
    def of(cls, found: Mapping[Meeting, float]) -> Meetings:
        """Return meetings.

        Args:
            found: How surely each pair of items differs, 0 to 1.
        """
        return cls(math.ceil(LEVELS * max(found.values())), frozenset(found))


NO_MEETINGS: Final = Meetings(0, frozenset())


def level_of_surest(met: Iterable[Meetings], at_most: int) -> int:
    """Return from which level up there are about so many; 0 where there are fewer.

    Example:
        >>> pairs = [Meetings(level, frozenset()) for level in (40, 50, 50, 60)]
        >>> level_of_surest(pairs, 2), level_of_surest(pairs, 9)
        (50, 0)
    """
    levels = Counter(one.surest for one in met)
    count = 0
    for level in sorted(levels, reverse=True):
        count += levels[level]
        if count >= at_most:
            return level
    return 0
