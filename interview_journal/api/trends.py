"""What changed from interview to interview: composed of the journal and its analysis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from interview_journal.analysis.figures import FIGURE_KEYS, page_figures
from interview_journal.analysis.filters import Axis, Filters
from interview_journal.analysis.journal_facts import TrendsCache
from interview_journal.analysis.page_looks import filtered_scores, look_at_scores, page_looks
from interview_journal.analysis.strengths import best_answers, strongest_criterion
from interview_journal.analysis.then_and_now import then_and_now
from interview_journal.analysis.trend import trend_of
from interview_journal.analysis.trend_values import Trend, TrendsPage
from interview_journal.core.rubric import OVERALL

if TYPE_CHECKING:
    import pandas as pd

    from interview_journal.core.view import JournalView

__all__ = ["TrendsCache", "check_trend", "trend_frame", "trends_page"]


class FilterWords(TypedDict, total=False):
    """The filters by name; a day may be typed as "2026-03-04"."""

    company: str
    kind: str
    topic: str
    criterion: str
    response_type: str
    start: date | str | None
    end: date | str | None
    blind_only: bool
    axis: Axis


def check_trend(
    journal: JournalView,
    *,
    criterion: str | None = None,
    topic: str | None = None,
    kind: str | None = None,
) -> Trend:
    """Return whether scores rose or fell from interview to interview, and how sure that is.

    One look by itself: whoever looks at several finds them corrected together on the page.

    Args:
        journal: The journal, or any view of its records.
        criterion: A criterion's key or name; None is the overall score.
        topic: Only answers on this topic.
        kind: Only interviews of this kind.

    Example:
        >>> import interview_journal as ij
        >>> ij.check_trend(ij.open_journal(ij.sample_path())).verdict
        'no clear change'
    """
    facts = TrendsCache().facts(journal)
    key = OVERALL if criterion is None else facts.key(criterion)
    filters = Filters(kind=kind or "", topic=topic or "", criterion=key)
    look = look_at_scores(facts.table, filtered_scores(facts.table, filters))
    return trend_of(look, look.p_value, 1, subject=facts.subject(key))


def trends_page(
    journal: JournalView, filters: Filters | None = None, *, cache: TrendsCache | None = None
) -> TrendsPage:
    """Return everything one page of trends shows, all its claims corrected together.

    Args:
        journal: The journal, or any view of its records.
        filters: What to look at; None is everything.
        cache: Keeps what was read between two pages; None reads it anew.

    Example:
        >>> import interview_journal as ij
        >>> page = ij.trends_page(ij.open_journal(ij.sample_path()))
        >>> [figure.key for figure in page.figures]
        ['score', 'criteria', 'forecasts', 'stages', 'repair']
    """
    filters = filters or Filters()
    facts = (cache or TrendsCache()).facts(journal)
    filters = replace(filters, criterion=facts.key(filters.criterion))
    looks = page_looks(facts, filters)
    trend, figures = page_figures(facts, filters, looks)
    criteria = next(figure.frame for figure in figures if figure.key == "criteria")
    mask = facts.table.answer_mask(filters)
    return TrendsPage(
        filters=filters,
        interview_count=looks.look.interview_count,
        answer_count=looks.look.answer_count,
        look_count=looks.look_count,
        trend=trend,
        strengths=(
            *best_answers(facts.table, facts.repairs, looks.rows),
            *strongest_criterion(criteria),
        ),
        then_and_now=then_and_now(facts.table, facts.asked, facts.repairs, mask, looks.rows),
        figures=figures,
        choices=facts.choices,
    )


def trend_frame(
    journal: JournalView,
    key: str = "score",
    *,
    cache: TrendsCache | None = None,
    **filters: Unpack[FilterWords],
) -> pd.DataFrame:
    """Return the rows behind one picture of the trends page.

    Args:
        journal: The journal, or any view of its records.
        key: "score", "criteria", "forecasts", "stages" or "repair".
        cache: Keeps what was read between two frames; None reads it anew.
        filters: company, kind, topic, criterion, response_type, start, end (both inclusive),
            blind_only, axis.

    Returns:
        The picture's frame: see "The frames" in docs/trends.md.

    Raises:
        ValueError: If there is no picture of that key.

    Example:
        >>> import interview_journal as ij
        >>> ij.trend_frame(ij.open_journal(ij.sample_path()), "stages")["stage"].tolist()
        ['Round 1', 'Round 2']
    """
    if key not in FIGURE_KEYS:
        message = f"there is no picture {key!r}; there are {', '.join(FIGURE_KEYS)}"
        raise ValueError(message)
    page = trends_page(journal, _filters(filters), cache=cache)
    return next(figure.frame for figure in page.figures if figure.key == key)


def _filters(words: FilterWords) -> Filters:
    """Return the filters, with days read where they were typed."""
    given: dict[str, Any] = dict(words)
    for name in ("start", "end"):
        value = given.get(name)
        if isinstance(value, str):
            given[name] = date.fromisoformat(value)
    return replace(Filters(), **given)
