"""What became of each interview, and what the person had guessed, as columns.

Yes is "advanced"; no is "rejected", or silence that the person called final. An interview the
person withdrew from says nothing about its answers.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.rounds import frozen_forecast, is_written, written_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from interview_journal.core.records import Forecast, Interview
    from interview_journal.core.view import JournalView

__all__ = ["MIN_OUTCOMES", "NO", "UNDECIDED", "YES", "Outcomes", "has_enough_outcomes", "outcomes"]

MIN_OUTCOMES: Final = 8
"""Nothing about outcomes is claimed below: four of each are parted by luck once in seventy times,
but two of five once in ten."""

YES: Final = 1
NO: Final = 0
UNDECIDED: Final = -1
_DECIDED: Final = {"advanced": YES, "rejected": NO, "silence": NO}


@dataclass(frozen=True)
class Outcomes:
    """One entry an interview, in the order of time.

    Attributes:
        ends: YES, NO or UNDECIDED.
        is_waiting: Held and written down, and nothing heard yet.
        percents: The guess that counts; NaN where there is none.
    """

    ends: NDArray[np.int64]
    is_waiting: NDArray[np.bool_]
    percents: NDArray[np.float64]


def outcomes(view: JournalView, interviews: Sequence[Interview]) -> Outcomes:
    """Return what became of these interviews.

    Args:
        view: The journal.
        interviews: Its interviews, in the order of time.
    """
    import numpy as np

    written = written_ids(view.answers)
    guesses: dict[str, list[Forecast]] = defaultdict(list)
    for one in view.forecasts:
        guesses[one.interview_id].append(one)
    frozen = [frozen_forecast(one, guesses.get(one.id, ())) for one in interviews]
    return Outcomes(
        ends=np.array([_DECIDED.get(one.outcome or "", UNDECIDED) for one in interviews], np.int64),
        is_waiting=np.array(
            [one.outcome is None and is_written(one, written) for one in interviews], np.bool_
        ),
        percents=np.array([np.nan if one is None else one.percent for one in frozen], np.float64),
    )


def has_enough_outcomes(ends: NDArray[np.int64]) -> bool:
    """Return whether there are eight outcomes or more, of both kinds."""
    decided = ends[ends != UNDECIDED]
    return len(decided) >= MIN_OUTCOMES and YES in decided and NO in decided
