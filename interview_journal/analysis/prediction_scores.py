"""How well the guess of likely topics did, round by round, as of the morning of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.analysis.likely_questions import (
    likely_topics,
    needed_topics,
    topic_history,
)
from interview_journal.core.preparing.values import Forecasted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.topics import Catalogue
    from interview_journal.core.view import JournalView

__all__ = ["PredictionMeans", "prediction_means", "score_predictions"]


@dataclass(frozen=True, slots=True)
class PredictionMeans:
    """Means over rounds.

    Attributes:
        round_count: Over how many rounds.
        recall: Mean share of the asked that were predicted, 0 to 1; 0 for no round.
        precision: Mean share of the predicted that came, likewise.
        sentence: The same in words, with what it does not show.
    """

    round_count: int
    recall: float
    precision: float
    sentence: str


def score_predictions(
    view: JournalView, *, catalogue: Catalogue | None = None
) -> tuple[Forecasted, ...]:
    """Return for each round with questions what would have been predicted, the earliest first.

    Only rounds before it are looked at. The requirements are taken as they stand today: when they
    were entered is not kept.

    Example:
        >>> import interview_journal as ij
        >>> scored = score_predictions(ij.open_journal(ij.sample_path()))
        >>> scored[0].predicted[0]
        'about_you'
    """
    history = topic_history(view, catalogue=catalogue)
    needs = {
        one.id: tuple(needed_topics(one.requirements, catalogue=catalogue))
        for one in view.applications
    }
    found = []
    for one in history.rounds:
        asked = history.asked[one.id]
        guess = likely_topics(history, one, needs.get(one.application_id, ()))
        predicted = tuple(topic for topic, _ in guess)
        hits = len(set(asked) & set(predicted))
        found.append(
            Forecasted(
                interview_id=one.id,
                predicted=predicted,
                asked=asked,
                recall=hits / len(asked),
                precision=hits / len(predicted),
            )
        )
    return tuple(found)


def prediction_means(scored: Sequence[Forecasted]) -> PredictionMeans:
    """Return the means over rounds, with one honest sentence.

    Example:
        >>> one = Forecasted(interview_id="i", predicted=("a", "b"), asked=("a",), recall=1.0,
        ...                  precision=0.5)
        >>> prediction_means([one]).sentence
        'Over 1 round: 100 % of what was asked was on the list, 50 % of the list came.'
    """
    count = len(scored)
    if not count:
        return PredictionMeans(0, 0.0, 0.0, "No round with questions yet: nothing to compare.")
    recall = sum(one.recall for one in scored) / count
    precision = sum(one.precision for one in scored) / count
    rounds = "1 round" if count == 1 else f"{count} rounds"
    sentence = (
        f"Over {rounds}: {recall:.0%} of what was asked was on the list, "
        f"{precision:.0%} of the list came."
    ).replace("%", " %")
    return PredictionMeans(count, recall, precision, sentence)
