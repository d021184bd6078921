"""All looks of one page, corrected together.

Whoever looks at seven things sees something move by luck once in three pages. Every claim of a
page (trends, guesses, ratings against outcomes, repair) is therefore one look of one family.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.calibration import Calibration, calibration
from interview_journal.analysis.criteria_frame import CriterionLook
from interview_journal.analysis.holm import holm_corrected
from interview_journal.analysis.look import Look, look_at, middle_places
from interview_journal.analysis.paired_change import PairedChange, paired_change
from interview_journal.analysis.repair import repair_frame
from interview_journal.analysis.separation import Separation, separation
from interview_journal.analysis.trend import CLAIM_AT_MOST

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from interview_journal.analysis.filters import Filters
    from interview_journal.analysis.journal_facts import JournalFacts
    from interview_journal.analysis.score_table import InterviewScores, ScoreRows, ScoreTable

__all__ = [
    "DAYS_A_MONTH",
    "PageLooks",
    "date_look",
    "filtered_scores",
    "look_at_scores",
    "page_looks",
]

DAYS_A_MONTH: Final = 365.25 / 12


@dataclass(frozen=True)
class PageLooks:
    """The looks of a page.

    Attributes:
        rows: Scores of the criterion asked for.
        scores: The same by interview.
        look: Their trend.
        criteria: One a criterion with a score, overall left out.
        guesses: Guesses against outcomes.
        parted: Whether ratings go with a yes.
        topics: Topics before and after repair.
        repaired: Change of the repaired ones.
        other: Change of the others.
        corrected: Chance of luck by look, corrected for all: "trend", "forecasts",
            "separation", "repair", and each criterion as "criterion " and its key; NaN where
            nothing is tested.
        look_count: How many were tested.
    """

    rows: ScoreRows
    scores: InterviewScores
    look: Look
    criteria: tuple[CriterionLook, ...]
    guesses: Calibration
    parted: Separation
    topics: pd.DataFrame
    repaired: PairedChange
    other: PairedChange
    corrected: dict[str, float]
    look_count: int

    def claims(self, name: str) -> bool:
        """Return whether a look may claim anything."""
        return self.corrected[name] <= CLAIM_AT_MOST


def page_looks(facts: JournalFacts, filters: Filters) -> PageLooks:
    """Return all looks of the page under these filters."""
    table = facts.table
    mask, interviews = table.answer_mask(filters), table.interview_mask(filters)
    rows = _masked(table, filters.criterion, mask, blind_only=filters.blind_only)
    scores = table.interview_scores(rows)
    look = look_at_scores(table, scores)
    criteria = tuple(_criterion_looks(facts, filters, mask, (rows, look)))
    guesses = calibration(facts.outcomes, interviews)
    before = table.interview_scores(rows.where(rows.is_foresight))
    parted = separation(before.means, facts.outcomes.ends[before.places])
    topics = repair_frame(table, facts.repairs, rows)
    repaired = paired_change(_changes(topics, repaired=True))
    p_values = {
        "trend": look.p_value,
        "forecasts": guesses.p_value,
        "separation": parted.p_value,
        "repair": repaired.p_value,
    }
    own = {f"criterion {one.criterion}": one.look.p_value for one in criteria}
    # The criterion asked for is the trend itself: looked at once, counted once.
    own.pop(f"criterion {filters.criterion}", None)
    corrected, count = _corrected(p_values | own)
    corrected[f"criterion {filters.criterion}"] = corrected["trend"]
    return PageLooks(
        rows=rows,
        scores=scores,
        look=look,
        criteria=criteria,
        guesses=guesses,
        parted=parted,
        topics=topics,
        repaired=repaired,
        other=paired_change(_changes(topics, repaired=False)),
        corrected=corrected,
        look_count=count,
    )


def filtered_scores(table: ScoreTable, filters: Filters) -> InterviewScores:
    """Return the interview means of the criterion asked for, under the filters."""
    mask = table.answer_mask(filters)
    rows = _masked(table, filters.criterion, mask, blind_only=filters.blind_only)
    return table.interview_scores(rows)


def _masked(
    table: ScoreTable, criterion: str, mask: NDArray[np.bool_], *, blind_only: bool
) -> ScoreRows:
    rows = table.rows(criterion, blind_only=blind_only)
    return rows.where(mask[rows.answers])


def look_at_scores(table: ScoreTable, scores: InterviewScores) -> Look:
    """Return the look at interview means by interview number."""
    times = middle_places(table.days[scores.places])
    kinds = table.kind_numbers[scores.places]
    return look_at(times, scores.means, scores.counts, scores.squares, kinds)


def date_look(table: ScoreTable, scores: InterviewScores) -> tuple[NDArray[np.float64], Look]:
    """Return the months since the first interview, and the look by them."""
    days = table.days[scores.places]
    months = (days - days[:1]) / DAYS_A_MONTH
    kinds = table.kind_numbers[scores.places]
    return months, look_at(months, scores.means, scores.counts, scores.squares, kinds)


def _criterion_looks(
    facts: JournalFacts, filters: Filters, mask: NDArray[np.bool_], chosen: tuple[ScoreRows, Look]
) -> list[CriterionLook]:
    table = facts.table
    found = []
    for key in table.criteria(blind_only=filters.blind_only):
        is_chosen = key == filters.criterion
        rows = chosen[0] if is_chosen else _masked(table, key, mask, blind_only=filters.blind_only)
        if not len(rows.answers):
            continue
        scores = table.interview_scores(rows)
        look = chosen[1] if is_chosen else look_at_scores(table, scores)
        found.append(CriterionLook(key, facts.label(key), float(scores.means.mean()), look))
    return found


def _changes(topics: pd.DataFrame, *, repaired: bool) -> NDArray[np.float64]:
    import numpy as np

    changes = topics.loc[topics["is_repaired"] == repaired, "change"].to_numpy(dtype=np.float64)
    return np.asarray(changes[np.isfinite(changes)], dtype=np.float64)


def _corrected(p_values: dict[str, float]) -> tuple[dict[str, float], int]:
    tested = {name: p for name, p in p_values.items() if math.isfinite(p)}
    together = dict(zip(tested, holm_corrected(list(tested.values())), strict=True))
    return {name: together.get(name, math.nan) for name in p_values}, len(tested)
