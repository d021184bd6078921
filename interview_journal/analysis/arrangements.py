"""The ways in which interviews could have followed each other, had time no say.

All of them where they are few, otherwise a fixed draw: the same journal gives the same verdict
on any computer and any day.
"""

from __future__ import annotations

import itertools
import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["DRAWN", "ENUMERATED_AT_MOST", "arrangement_count", "arrangements"]

ENUMERATED_AT_MOST = 5_040
"""Seven interviews can follow each other in as many ways."""
DRAWN = 4_998
"""With the order that really was, 4,999: a chance of one in twenty is known to within 0.6 %."""

_SEED = 20_260_304


def arrangement_count(sizes: tuple[int, ...]) -> int:
    """Return in how many ways interviews can be reordered within groups of these sizes.

    Example:
        >>> arrangement_count((3, 2))
        12
    """
    return math.prod(map(math.factorial, sizes))


@lru_cache(maxsize=64)
def arrangements(sizes: tuple[int, ...]) -> NDArray[np.intp]:
    """Return one row an arrangement: which place each interview takes; the first row is as it was.

    Args:
        sizes: How many interviews each group has, in the order in which they stand; places are
            exchanged only within a group.

    Example:
        >>> arrangements((2, 1)).tolist()
        [[0, 1, 2], [1, 0, 2]]
    """
    import numpy as np

    starts = [0, *itertools.accumulate(sizes)]
    if arrangement_count(sizes) <= ENUMERATED_AT_MOST:
        groups = [
            itertools.permutations(range(start, start + size))
            for start, size in zip(starts, sizes, strict=False)
        ]
        rows = [tuple(itertools.chain(*parts)) for parts in itertools.product(*groups)]
        return np.array(rows, dtype=np.intp)
    draw = np.random.default_rng(_SEED)
    half = DRAWN // 2
    places = np.tile(np.arange(starts[-1], dtype=np.intp), (DRAWN + 1, 1))
    for start, size in zip(starts, sizes, strict=False):
        drawn = draw.permuted(np.tile(np.arange(size), (half, 1)), axis=1)
        places[1 : half + 1, start : start + size] = start + drawn
        # The same seen from the other end of time: a journal read backwards turns every sign.
        places[half + 1 :, start : start + size] = start + size - 1 - drawn[:, ::-1]
    return places
