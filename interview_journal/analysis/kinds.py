"""Comparing interviews only with others of their kind, where kinds differ.

A panel interview is harder than a phone screen. When panels come later, scores fall without
anyone having become worse. Kinds are told apart unless they differ in the scores by less than
luck alone would make them: then they cannot bend a trend by more than luck does either, and
comparing all with all finds a true change sooner. The order of time plays no part in that choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from interview_journal.analysis.trend_values import MIN_INTERVIEWS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["KindGroups", "are_alike", "everyone_together", "kind_groups"]

_MAIN_SHARE = 0.75
"""A kind that holds so much of all interviews may speak alone."""
_MIN_FREEDOM = 3
"""Interviews beyond one a kind that are needed to call kinds alike."""
_SAME = 1e-9


@dataclass(frozen=True)
class KindGroups:
    """Which interviews can be compared with which.

    Attributes:
        state: "one kind"; "alike" when kinds hardly differ and all are compared; "within" when
            they are told apart; "main" when only the one kind that makes up most is looked at;
            "confounded" when each kind had a time of its own; "single" when no kind came twice.
        kept: Which interviews take part.
        groups: Number of the group, from 0, of each that takes part.
        numbers: Number of the kind of every interview.
    """

    state: Literal["one kind", "alike", "within", "main", "confounded", "single"]
    kept: NDArray[np.bool_]
    groups: NDArray[np.intp]
    numbers: NDArray[np.intp]


def kind_groups(kinds: NDArray[np.intp]) -> KindGroups:
    """Return how interviews of these kinds, in the order of time, can be compared.

    A kind met once can be compared with nothing. Kinds of which each has a stretch of time of
    its own are confounded with time, unless one of them makes up three quarters of all.

    Args:
        kinds: Number of the kind of each interview, in any numbering.

    Example:
        >>> import numpy as np
        >>> phone, panel = 0, 1
        >>> kind_groups(np.array([phone, phone, phone, panel, panel, panel])).state
        'confounded'
    """
    import numpy as np

    _, numbers, sizes = np.unique(kinds, return_inverse=True, return_counts=True)
    repeated = (sizes > 1)[numbers]
    if len(sizes) <= 1:
        return _grouped("one kind", np.ones(len(kinds), dtype=np.bool_), numbers)
    if not repeated.any():
        return _grouped("single", repeated, numbers)
    stretches = int(np.sum(np.diff(numbers[repeated]) != 0)) + 1
    if stretches == 1 or stretches > int(np.sum(sizes > 1)):
        return _grouped("within", repeated, numbers)
    main = int(np.argmax(sizes))
    if sizes[main] >= max(MIN_INTERVIEWS, _MAIN_SHARE * len(kinds)):
        return _grouped("main", numbers == main, numbers)
    return _grouped("confounded", repeated, numbers)


def _grouped(
    state: Literal["one kind", "within", "main", "confounded", "single"],
    kept: NDArray[np.bool_],
    numbers: NDArray[np.intp],
) -> KindGroups:
    import numpy as np

    groups = np.unique(numbers[kept], return_inverse=True)[1].astype(np.intp)
    return KindGroups(state, kept, groups, numbers)


def everyone_together(kinds: KindGroups) -> KindGroups:
    """Return the same with all interviews in one group, their kinds being alike."""
    import numpy as np

    count = len(kinds.numbers)
    everyone = np.ones(count, dtype=np.bool_)
    return KindGroups("alike", everyone, np.zeros(count, dtype=np.intp), kinds.numbers)


def are_alike(
    means: NDArray[np.float64], variances: NDArray[np.float64], numbers: NDArray[np.intp]
) -> bool:
    """Return whether kinds differ by less than luck alone would make them.

    That is a ratio of variances between and within kinds below 1 (Fisher, 1925).

    Args:
        means: Mean score of each interview.
        variances: Variance of each mean.
        numbers: Number of its kind.
    """
    import numpy as np

    weights = 1 / variances
    totals = np.bincount(numbers, weights)
    levels = np.bincount(numbers, weights * means) / totals
    centre = float(totals @ levels) / float(totals.sum())
    freedom = len(means) - len(totals)
    if freedom < _MIN_FREEDOM:
        return False
    between = float(totals @ (levels - centre) ** 2) / (len(totals) - 1)
    within = float(weights @ (means - levels[numbers]) ** 2) / freedom
    return between < within + _SAME
