"""What the filter lists of the page offer: only what the journal has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.analysis.asked_topics import topic_label
from interview_journal.analysis.trend_values import Choice, Choices
from interview_journal.core.choices import RESPONSE_TYPES
from interview_journal.core.rubric import OVERALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from interview_journal.analysis.score_table import ScoreTable

__all__ = ["page_choices"]


def page_choices(table: ScoreTable, criterion_label: Callable[[str], str]) -> Choices:
    """Return what the filters offer, each list in the order to show it.

    Args:
        table: The journal's scores.
        criterion_label: Returns how the screen names a criterion.
    """
    used = set(map(str, table.response_types))
    return Choices(
        companies=_own_words(table.companies),
        kinds=_own_words(table.kinds),
        topics=_sorted(Choice(one, topic_label(one, "")) for one in _used(table.topics)),
        criteria=tuple(Choice(one, criterion_label(one)) for one in (OVERALL, *_criteria(table))),
        response_types=tuple(
            Choice(value, label) for value, label in RESPONSE_TYPES.items() if value in used
        ),
    )


def _used(values: Iterable[object]) -> set[str]:
    return {text for value in values if (text := str(value))}


def _own_words(values: Iterable[object]) -> tuple[Choice, ...]:
    return _sorted(Choice(one, one) for one in _used(values))


def _sorted(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda one: (one.label.casefold(), one.value)))


def _criteria(table: ScoreTable) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*table.criteria(), *table.criteria(blind_only=True))))
