"""What to look at, as a form asks it: lists and days in words, and back to a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.filters import Filters
from interview_journal.core.day_words import day_words
from interview_journal.core.rubric import OVERALL
from interview_journal.widgets import fields as f

if TYPE_CHECKING:
    from interview_journal.analysis.trend_values import Choice, Choices
    from interview_journal.widgets.fields import Field

__all__ = ["NO_FILTERS", "filter_fields", "filter_values", "filter_words", "filters_from"]

BLIND: Final = {
    "": "Given at the time",
    "blind": "Given again later, without company or date",
}
AXES: Final = {"number": "One after the other", "date": "By date"}
NOT_A_DAY: Final = "Choose a day, or leave this empty."
UPSIDE_DOWN: Final = "This day lies before the first one."

NO_FILTERS: Final[dict[str, str]] = {
    "company": "",
    "kind": "",
    "response_type": "",
    "topic": "",
    "criterion": OVERALL,
    "start": "",
    "end": "",
    "blind": "",
    "axis": "number",
}
"""The form's values that leave nothing out."""


def filter_fields(choices: Choices, values: Mapping[str, str]) -> list[Field]:
    """Return the form's fields.

    Args:
        choices: What there is to choose from.
        values: What is chosen; an entry that is gone since stays to be seen.
    """

    def pick(name: str, label: str, every: str, known: Sequence[Choice]) -> Field:
        options = {"": every} | {one.value: one.label for one in known}
        chosen = values.get(name, "")
        return f.pick(name, label, options | _absent(chosen, options), half=True)

    criteria = {OVERALL: "The answer as a whole"}
    criteria |= {one.value: one.label for one in choices.criteria if one.value != OVERALL}
    chosen = values.get("criterion", OVERALL)
    return [
        pick("company", "Company", "All companies", choices.companies),
        pick("kind", "Kind of interview", "All kinds", choices.kinds),
        pick("response_type", "Kind of answer", "All answers", choices.response_types),
        pick("topic", "Topic", "All topics", choices.topics),
        f.pick("criterion", "Scored on", criteria | _absent(chosen, criteria), half=True),
        f.pick("blind", "Which scores", BLIND, half=True),
        f.day("start", "From", half=True),
        f.day("end", "To", half=True),
        f.pick("axis", "Interviews stand", AXES, half=True),
    ]


def _absent(chosen: str, options: Mapping[str, str]) -> dict[str, str]:
    return {} if chosen in options else {chosen: chosen}


def filters_from(values: Mapping[str, str]) -> tuple[Filters, dict[str, str]]:
    """Return what the form asks for, and a sentence for each field that cannot be used."""
    days: dict[str, date | None] = {}
    faults: dict[str, str] = {}
    for name in ("start", "end"):
        text = values.get(name, "").strip()
        try:
            days[name] = date.fromisoformat(text) if text else None
        except ValueError:
            days[name], faults[name] = None, NOT_A_DAY
    start, end = days["start"], days["end"]
    if start is not None and end is not None and end < start:
        faults["end"] = UPSIDE_DOWN
    chosen = {name: values.get(name, "") for name in ("company", "kind", "topic", "response_type")}
    filters = Filters(
        **chosen,
        criterion=values.get("criterion") or OVERALL,
        start=start,
        end=end,
        blind_only=values.get("blind") == "blind",
        axis="date" if values.get("axis") == "date" else "number",
    )
    return filters, faults


def filter_values(filters: Filters) -> dict[str, str]:
    """Return the form's values for these filters."""
    return {
        "company": filters.company,
        "kind": filters.kind,
        "response_type": filters.response_type,
        "topic": filters.topic,
        "criterion": filters.criterion,
        "start": "" if filters.start is None else filters.start.isoformat(),
        "end": "" if filters.end is None else filters.end.isoformat(),
        "blind": "blind" if filters.blind_only else "",
        "axis": filters.axis,
    }


def filter_words(filters: Filters, choices: Choices, *, today: date) -> str:
    """Return what is left of the whole, in words; "" where nothing is left out."""
    if replace(filters, axis="number") == Filters():
        return ""
    parts = [
        filters.company,
        filters.kind,
        _label(filters.response_type, choices.response_types),
        _label(filters.topic, choices.topics),
        "" if filters.criterion == OVERALL else _label(filters.criterion, choices.criteria),
        "blind ratings" if filters.blind_only else "",
        "" if filters.start is None else f"from {day_words(filters.start, today=today)}",
        "" if filters.end is None else f"to {day_words(filters.end, today=today)}",
    ]
    return f"Only: {', '.join(part for part in parts if part)}."


def _label(value: str, choices: Sequence[Choice]) -> str:
    return next((one.label for one in choices if one.value == value), value)
