"""A journal's scores as columns of numbers, made once and looked at through many filters.

Redrawing a page must cost the same for a thousand ratings and for a hundred thousand: records
are read once, into arrays, and every filter is a mask over those.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from interview_journal.analysis.counted_ratings import counted_scores
from interview_journal.core.rounds import place_in_time
from interview_journal.core.rubric import BUILT_IN, OVERALL, Rubric, criterion_key, rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    import numpy as np
    from numpy.typing import NDArray

    from interview_journal.analysis.filters import Filters
    from interview_journal.core.records import Answer, Interview
    from interview_journal.core.view import JournalView

__all__ = ["InterviewScores", "ScoreRows", "ScoreTable", "score_table"]


@dataclass(frozen=True)
class ScoreRows:
    """The counted scores of one criterion.

    Attributes:
        answers: Place of the answer in the table.
        scores: 1.0 to 5.0.
        is_foresight: Whether the score was given before the outcome was known.
    """

    answers: NDArray[np.intp]
    scores: NDArray[np.float64]
    is_foresight: NDArray[np.bool_]

    def where(self, mask: NDArray[np.bool_]) -> ScoreRows:
        """Return the rows whose mask holds."""
        return ScoreRows(self.answers[mask], self.scores[mask], self.is_foresight[mask])


@dataclass(frozen=True)
class InterviewScores:
    """One row a rated interview, in the order of time.

    Attributes:
        places: Place of the interview in the table.
        means: Mean over its rated answers, 1.0 to 5.0.
        counts: Rated answers, from 1.
        squares: Sum of squared distances of its scores from their mean.
    """

    places: NDArray[np.intp]
    means: NDArray[np.float64]
    counts: NDArray[np.int64]
    squares: NDArray[np.float64]


@dataclass(frozen=True)
class ScoreTable:
    """Interviews and answers in the order of time, and the scores that count.

    Attributes:
        interviews: Sorted by day, round, id.
        answers: Those of a known interview, sorted by interview, position, id.
        companies: Employer of each interview; empty where unknown.
        kinds: Kind of each interview, as typed, without outer blanks.
        days: Day of each interview, as a proleptic ordinal.
        answer_interviews: Place of each answer's interview.
        topics: Topic of each answer.
        response_types: Kind of each answer; empty where unknown.
        given: Counted scores by criterion, blind ones left out.
        blind: Blind scores by criterion.
    """

    interviews: tuple[Interview, ...]
    answers: tuple[Answer, ...]
    companies: NDArray[np.object_]
    kinds: NDArray[np.object_]
    days: NDArray[np.int64]
    answer_interviews: NDArray[np.intp]
    topics: NDArray[np.object_]
    response_types: NDArray[np.object_]
    given: Mapping[str, ScoreRows]
    blind: Mapping[str, ScoreRows]

    @cached_property
    def rounds(self) -> NDArray[np.int64]:
        """Round of each interview."""
        import numpy as np

        return np.array([one.round for one in self.interviews], dtype=np.int64)

    @cached_property
    def ids(self) -> NDArray[np.object_]:
        """Id of each interview."""
        import numpy as np

        return np.array([one.id for one in self.interviews], dtype=object)

    @cached_property
    def kind_names(self) -> dict[str, int]:
        """Number of each kind by its name; capitals make no other kind."""
        plain = {str(kind).casefold() for kind in self.kinds}
        return {kind: number for number, kind in enumerate(sorted(plain))}

    @cached_property
    def kind_numbers(self) -> NDArray[np.intp]:
        """Number of each interview's kind."""
        import numpy as np

        names = self.kind_names
        return np.array([names[str(kind).casefold()] for kind in self.kinds], dtype=np.intp)

    @cached_property
    def have_words(self) -> NDArray[np.bool_]:
        """Whether each answer says anything."""
        import numpy as np

        return np.array([bool(one.answer.strip()) for one in self.answers], dtype=np.bool_)

    def interview_mask(self, filters: Filters) -> NDArray[np.bool_]:
        """Return which interviews the filters keep, by company, kind and day."""
        import numpy as np

        mask = np.ones(len(self.interviews), dtype=np.bool_)
        if filters.company:
            mask &= self.companies == filters.company
        if filters.kind:
            plain = filters.kind.strip().casefold()
            mask &= self.kind_numbers == self.kind_names.get(plain, -1)
        if filters.start is not None:
            mask &= self.days >= filters.start.toordinal()
        if filters.end is not None:
            mask &= self.days <= filters.end.toordinal()
        return mask

    def answer_mask(self, filters: Filters) -> NDArray[np.bool_]:
        """Return which answers the filters keep, their interviews' filters included."""
        import numpy as np

        mask = np.asarray(self.interview_mask(filters)[self.answer_interviews], dtype=np.bool_)
        if filters.topic:
            mask &= self.topics == filters.topic.strip()
        if filters.response_type:
            mask &= self.response_types == filters.response_type
        return mask

    def criteria(self, *, blind_only: bool = False) -> tuple[str, ...]:
        """Return the criteria that have any score, overall left out."""
        return tuple(key for key in (self.blind if blind_only else self.given) if key != OVERALL)

    def rows(self, criterion: str, *, blind_only: bool = False) -> ScoreRows:
        """Return the counted scores of a criterion; none where it was never scored."""
        found = (self.blind if blind_only else self.given).get(criterion)
        return _rows(()) if found is None else found

    def interview_scores(self, rows: ScoreRows) -> InterviewScores:
        """Return the mean of each interview that has a score among the rows."""
        import numpy as np

        where = self.answer_interviews[rows.answers]
        size = len(self.interviews)
        counts = np.bincount(where, minlength=size)
        places = np.flatnonzero(counts)
        counts = counts[places]
        means = np.bincount(where, rows.scores, minlength=size)[places] / counts
        raised = np.bincount(where, rows.scores**2, minlength=size)[places]
        squares = np.maximum(raised - counts * means**2, 0.0)
        return InterviewScores(places, means, counts.astype(np.int64), squares)


def _rows(made: Iterable[tuple[int, int, bool]]) -> ScoreRows:
    import numpy as np

    rows = sorted(made)
    return ScoreRows(
        np.array([row[0] for row in rows], dtype=np.intp),
        np.array([row[1] for row in rows], dtype=np.float64),
        np.array([row[2] for row in rows], dtype=np.bool_),
    )


def score_table(view: JournalView) -> ScoreTable:
    """Return a journal's scores as columns.

    Example:
        >>> import interview_journal as ij
        >>> score_table(ij.open_journal(ij.sample_path())).criteria()[:2]
        ('relevance', 'structure')
    """
    import numpy as np

    companies = {one.id: one.company for one in view.applications}
    interviews = sorted(view.interviews, key=place_in_time)
    places = {one.id: place for place, one in enumerate(interviews)}
    answers = sorted(
        (one for one in view.answers if one.interview_id in places),
        key=lambda one: (places[one.interview_id], one.position, one.id),
    )
    return ScoreTable(
        interviews=tuple(interviews),
        answers=tuple(answers),
        companies=_texts(companies.get(one.application_id, "") for one in interviews),
        kinds=_texts(one.kind.strip() for one in interviews),
        days=np.array([one.held_on.toordinal() for one in interviews], dtype=np.int64),
        answer_interviews=np.array([places[one.interview_id] for one in answers], dtype=np.intp),
        topics=_texts(one.topic.strip() for one in answers),
        response_types=_texts(one.response_type or "" for one in answers),
        given=_by_criterion(view, interviews, answers, places, blind=False),
        blind=_by_criterion(view, interviews, answers, places, blind=True),
    )


def _texts(values: Iterable[str]) -> NDArray[np.object_]:
    import numpy as np

    return np.array(list(values), dtype=object)


def _by_criterion(
    view: JournalView,
    interviews: list[Interview],
    answers: list[Answer],
    places: Mapping[str, int],
    *,
    blind: bool,
) -> dict[str, ScoreRows]:
    """Return the counted scores by criterion key, in the rubric's order, own ones last."""
    known_at = {one.id: _known_at(interviews[places[one.interview_id]]) for one in answers}
    numbers = {one.id: number for number, one in enumerate(answers)}
    parts: dict[str, dict[int, tuple[tuple[object, ...], int, bool]]] = {}
    keys = _CriterionKeys(rubric(view))
    for (answer_id, stored), made in counted_scores(view.ratings, known_at, blind=blind).items():
        key = keys[stored]
        # One criterion may be stored under its name and its key: still one score an answer.
        part = parts.setdefault(key, {})
        rank = (made.is_foresight or blind, made.rated_at, made.rating_id)
        held = part.get(numbers[answer_id])
        if held is None or held[0] < rank:
            part[numbers[answer_id]] = (rank, made.score, made.is_foresight)
    return {
        key: _rows((answer, score, before) for answer, (_, score, before) in part.items())
        for key, part in sorted(parts.items(), key=lambda item: _place_in_rubric(item[0]))
    }


class _CriterionKeys(dict[str, str]):
    """The key of each criterion as stored; capitals make no other criterion."""

    def __init__(self, known: Rubric) -> None:
        super().__init__()
        self._spelled = {one.key.casefold(): one.key for one in known.all_criteria}

    def __missing__(self, stored: str) -> str:
        key = criterion_key(stored)
        self[stored] = self._spelled.setdefault(key.casefold(), key)
        return self[stored]


def _known_at(interview: Interview) -> datetime | None:
    return None if interview.outcome is None else interview.outcome_known_at


def _place_in_rubric(key: str) -> tuple[int, str]:
    return (BUILT_IN.index(key) if key in BUILT_IN else len(BUILT_IN), key)
