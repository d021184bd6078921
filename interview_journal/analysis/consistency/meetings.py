"""How two answers differ, in numbers: a journal holds millions of these, and tells few.

The sentences that tell a difference are made again from the answers when somebody asks.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

__all__ = ["LEVELS", "NO_MEETINGS", "Meeting", "Meetings", "MeetingsOfAll", "level_of_surest"]

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


class MeetingsOfAll:
    """How the answers of a journal differ, two by two.

    The later answer of a pair holds their meetings, the earlier one only by whom it is met. A
    row of earlier answers takes half the room of a dictionary, and is rarely changed.
    """

    def __init__(self) -> None:
        """Make it empty."""
        self._earlier: dict[str, tuple[tuple[str, ...], tuple[Meetings, ...]]] = {}
        self._later: defaultdict[str, list[str]] = defaultdict(list)
        # Few differ from each other: equal ones are one object.
        self._known: dict[Meetings, Meetings] = {}

    def __iter__(self) -> Iterator[str]:
        """Yield the answers that differ from an earlier one."""
        return iter(self._earlier)

    def levels(self) -> Iterator[int]:
        """Yield how sure each pair is, in 64ths."""
        rows = (meetings for _, meetings in self._earlier.values())
        return (one.surest for one in chain.from_iterable(rows))

    def earlier_than(self, answer_id: str) -> Iterable[tuple[str, Meetings]]:
        """Return the earlier answers that one differs from, and how."""
        return zip(*self._earlier.get(answer_id, ((), ())), strict=True)

    def later_than(self, answer_id: str) -> Sequence[str]:
        """Return the later answers that differ from one."""
        return self._later.get(answer_id, ())

    def between(self, later_id: str, earlier_id: str) -> Meetings:
        """Return how two answers differ; ``NO_MEETINGS`` where they do not."""
        return dict(self.earlier_than(later_id)).get(earlier_id, NO_MEETINGS)

    def keep(self, later_id: str, found: Mapping[str, Meetings]) -> None:
        """Keep how an answer differs from earlier ones, in the place of what was kept of these."""
        row = dict(self.earlier_than(later_id))
        for earlier_id, meetings in found.items():
            if not meetings.items:
                del row[earlier_id]
                self._later[earlier_id].remove(later_id)
                continue
            if earlier_id not in row:
                self._later[earlier_id].append(later_id)
            row[earlier_id] = self._known.setdefault(meetings, meetings)
        self._put(later_id, row)

    def forget(self, answer_id: str) -> None:
        """Forget how an answer differs from any other."""
        for earlier_id, _ in self.earlier_than(answer_id):
            self._later[earlier_id].remove(answer_id)
        self._earlier.pop(answer_id, None)
        for later_id in self._later.pop(answer_id, ()):
            row = dict(self.earlier_than(later_id))
            del row[answer_id]
            self._put(later_id, row)

    def _put(self, later_id: str, row: Mapping[str, Meetings]) -> None:
        if row:
            self._earlier[later_id] = (tuple(row), tuple(row.values()))
        else:
            self._earlier.pop(later_id, None)


def level_of_surest(found: Iterable[int], at_most: int) -> int:
    """Return from which level up there are about so many; 0 where there are fewer.

    Example:
        >>> level_of_surest([40, 50, 50, 60], 2), level_of_surest([40, 50, 50, 60], 9)
        (50, 0)
    """
    levels = Counter(found)
    count = 0
    for level in sorted(levels, reverse=True):
        count += levels[level]
        if count >= at_most:
            return level
    return 0
