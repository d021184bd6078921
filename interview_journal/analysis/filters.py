"""Which ratings a person wants to look at.

A value, not a query: the same filters give the same page, however they were reached.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from interview_journal.core.rubric import OVERALL

__all__ = ["Axis", "Filters", "TrendFilters"]

Axis = Literal["number", "date"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What to look at; empty means everything.

    Attributes:
        company: The employer, as the application calls it.
        kind: The interview's kind, such as "phone screen".
        topic: The slug stored with an answer.
        criterion: One criterion's key; "overall" is the quick score.
        response_type: Kind of answer, such as "story".
        start: First day, inclusive.
        end: Last day, inclusive.
        blind_only: Only scores given without company, date or old score.
        axis: Whether time runs by interview number or by date.

    Example:
        >>> Filters(company="Acme").criterion
        'overall'
    """

    company: str = ""
    kind: str = ""
    topic: str = ""
    criterion: str = OVERALL
    response_type: str = ""
    start: date | None = None
    end: date | None = None
    blind_only: bool = False
    axis: Axis = "number"

    def chosen(self) -> dict[str, object]:
        """Return what differs from "everything", by name.

        Example:
            >>> Filters(kind="phone screen").chosen()
            {'kind': 'phone screen'}
        """
        return {
            one.name: value
            for one in fields(self)
            if (value := getattr(self, one.name)) != one.default
        }


TrendFilters = Filters
"""Its public name: at the top of the package "filters" alone would not say of what."""
