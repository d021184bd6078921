"""A validation library's complaints, turned into plain sentences about fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from interview_journal.errors import FieldFault

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

__all__ = ["faults_of"]

_SHOWN_AT_MOST = 40
_SHOWN = (bool, int, float, date, datetime)

_EXPECTED = {
    "missing": "a value",
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "yes or no",
    "date_type": "a date",
    "datetime_type": "a time with its offset from UTC",
    "string_too_short": "some text",
    "string_unicode": "text in whole characters; it holds half of one (a lone surrogate)",
}


def faults_of(model: type[BaseModel], error: ValidationError) -> tuple[FieldFault, ...]:
    """Return one fault for each field that breaks a rule, in the order of the fields.

    What a person wrote is not repeated: of text only its length is told.
    """
    return tuple(
        FieldFault(
            str(detail["loc"][0]) if detail["loc"] else "record",
            _expected(model, detail),
            _found(detail),
        )
        for detail in error.errors(include_url=False)
    )


def _expected(model: type[BaseModel], detail: Mapping[str, Any]) -> str:
    kind = detail["type"]
    facts = detail.get("ctx", {})
    if kind == "extra_forbidden":
        return f"one of the fields {', '.join(model.model_fields)}"
    if kind == "literal_error":
        return f"one of {facts['expected']}"
    if kind == "value_error":
        return str(facts["error"])
    if kind.startswith(("greater_than", "less_than")):
        return _bounds(model, str(detail["loc"][0]))
    return _EXPECTED.get(kind, str(detail["msg"]))


def _bounds(model: type[BaseModel], field: str) -> str:
    low = high = None
    for mark in model.model_fields[field].metadata:
        low = getattr(mark, "ge", low)
        high = getattr(mark, "le", high)
    upper = "" if high is None else f" to {high}"
    return f"a number from {low}{upper}"


def _found(detail: Mapping[str, Any]) -> str:
    value = detail.get("input")
    if detail["type"] == "missing" or value is None:
        return "nothing"
    if isinstance(value, str):
        characters = "1 character" if len(value) == 1 else f"{len(value)} characters"
        return f"text of {characters}" if value else "empty text"
    shown = str(value) if isinstance(value, _SHOWN) else ""
    if shown and len(shown) <= _SHOWN_AT_MOST:
        return shown
    name = type(value).__name__
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
