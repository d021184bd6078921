"""Everything the trends read from a journal, read once and kept while the records stay.

The records of a journal are tuples that are made anew when something changed; as long as they
are the same tuples, what was read from them still holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from interview_journal.analysis.asked_topics import AskedTopics, asked_topics
from interview_journal.analysis.outcomes import Outcomes, outcomes
from interview_journal.analysis.page_choices import page_choices
from interview_journal.analysis.repair import RepairTable, repair_table
from interview_journal.analysis.rerating import Rerating, mentor_agreements, rerating
from interview_journal.analysis.score_table import ScoreTable, score_table
from interview_journal.core.rubric import OVERALL, Rubric, criterion_key, rubric

if TYPE_CHECKING:
    from interview_journal.analysis.rater_agreement import Agreement
    from interview_journal.analysis.trend_values import Choices
    from interview_journal.core.records import Rating
    from interview_journal.core.view import JournalView

__all__ = ["JournalFacts", "TrendsCache", "journal_facts"]


@dataclass(frozen=True)
class JournalFacts:
    """What was read from a journal.

    Attributes:
        table: The scores.
        asked: What each answer is about.
        repairs: Which topics were repaired when.
        outcomes: What became of each interview.
        criteria: The rubric.
        again: Ratings of the answers that were scored blind or by somebody else as well.
    """

    table: ScoreTable
    asked: AskedTopics
    repairs: RepairTable
    outcomes: Outcomes
    criteria: Rubric
    again: tuple[Rating, ...]
    _noise: dict[str, Rerating] = field(default_factory=dict)
    _mentors: dict[str, tuple[tuple[str, Agreement], ...]] = field(default_factory=dict)

    def key(self, criterion: str) -> str:
        """Return the key of a criterion named by its key, its label or in other capitals."""
        key = criterion_key(criterion)
        known = (one.key for one in self.criteria.all_criteria)
        return next((one for one in known if one.casefold() == key.casefold()), key)

    def label(self, criterion: str) -> str:
        """Return how the screen names a criterion."""
        if criterion == OVERALL:
            return "Overall"
        known = self.criteria.find(criterion)
        return criterion if known is None else known.label

    def subject(self, criterion: str) -> str:
        """Return what a sentence calls the scores of a criterion."""
        if criterion == OVERALL:
            return "Your answers"
        return f"Your answers on “{self.label(criterion)}”"

    @cached_property
    def choices(self) -> Choices:
        """What the filter lists offer."""
        return page_choices(self.table, self.label)

    def noise(self, criterion: str) -> Rerating:
        """Return the noise of the person's own scores on a criterion."""
        if criterion not in self._noise:
            self._noise[criterion] = rerating(self.again, criterion)
        return self._noise[criterion]

    def mentors(self, criterion: str) -> tuple[tuple[str, Agreement], ...]:
        """Return how the person and each mentor agree on a criterion."""
        if criterion not in self._mentors:
            rows = self.table.rows(criterion)
            theirs = {one.answer_id for one in self.again if one.rater.strip()}
            own = {
                answer_id: int(score)
                for answer, score in zip(rows.answers, rows.scores, strict=True)
                if (answer_id := self.table.answers[answer].id) in theirs
            }
            self._mentors[criterion] = mentor_agreements(self.again, own, criterion)
        return self._mentors[criterion]


def journal_facts(view: JournalView) -> JournalFacts:
    """Return what the trends need of a journal."""
    table = score_table(view)
    asked = asked_topics(table.answers, view.question_links)
    return JournalFacts(
        table=table,
        asked=asked,
        repairs=repair_table(view, table, asked),
        outcomes=outcomes(view, table.interviews),
        criteria=rubric(view),
        again=_rated_again(view.ratings),
    )


def _rated_again(ratings: tuple[Rating, ...]) -> tuple[Rating, ...]:
    answers = {one.answer_id for one in ratings if one.blind or one.rater.strip()}
    return tuple(one for one in ratings if one.answer_id in answers)


class TrendsCache:
    """Keeps what was read from a journal until its records change."""

    def __init__(self) -> None:
        """Start empty."""
        self._key: tuple[object, ...] = ()
        self._facts: JournalFacts | None = None

    def facts(self, view: JournalView) -> JournalFacts:
        """Return what the trends need of a journal, read again only when a table changed."""
        key = (
            view.applications,
            view.interviews,
            view.answers,
            view.ratings,
            view.forecasts,
            view.rehearsals,
            view.question_links,
            view.criteria,
        )
        same = len(key) == len(self._key) and all(map(_is, key, self._key))
        if self._facts is None or not same:
            self._facts, self._key = journal_facts(view), key
        return self._facts


def _is(one: object, other: object) -> bool:
    return one is other
