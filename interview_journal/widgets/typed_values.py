"""From a form's text to a record's values and back; all that does not fit is reported at once."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.tables import Column, table_of
from interview_journal.errors import InvalidRecordError, JournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from interview_journal.core.records import Record

__all__ = [
    "NOT_A_TIME",
    "YES_NO",
    "FormFaultsError",
    "column_of",
    "faults_by_field",
    "moment_on",
    "text_of",
    "texts_of",
    "typed_changes",
]

YES_NO: Final = {"yes": "Yes", "no": "No"}
NOT_A_TIME: Final = "A time such as 14:30, or leave it empty."


class FormFaultsError(JournalError):
    """Some fields of a form cannot be saved as they stand."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        """Keep a sentence for each field."""
        super().__init__(dict(faults))
        self.faults = dict(faults)

    def sentence(self) -> str:
        """Return all sentences."""
        return " ".join(self.faults.values())


def column_of(record: type[Record], name: str) -> Column:
    """Return the column of that name, with its label, help and bounds."""
    return next(column for column in table_of(record).columns if column.name == name)


def moment_on(day: date, text: str) -> datetime | None:
    """Return the moment that a typed time of day means on that day; None where none was typed.

    It is the local time of this computer, with the offset it has on that day.

    Raises:
        ValueError: If the text is no time of day.
    """
    if not text.strip():
        return None
    return datetime.combine(day, time.fromisoformat(text.strip())).astimezone()


def text_of(value: object) -> str:
    """Return a value as the text a form shows; "" for what is not known.

    Example:
        >>> text_of(None), text_of(True), text_of(date(2026, 3, 4)), text_of(45)
        ('', 'yes', '2026-03-04', '45')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def texts_of(record: Record, names: Iterable[str]) -> dict[str, str]:
    """Return these fields of a record as text."""
    return {name: text_of(getattr(record, name)) for name in names}


def typed_changes(
    record: type[Record], names: Iterable[str], values: Mapping[str, str]
) -> dict[str, Any]:
    """Return these fields as the record wants them.

    Raises:
        FormFaultsError: With a sentence for each field that does not fit.
    """
    typed: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for name in names:
        try:
            typed[name] = _typed(column_of(record, name), values.get(name, ""))
        except ValueError as error:
            faults[name] = str(error)
    if faults:
        raise FormFaultsError(faults)
    return typed


def faults_by_field(error: JournalError) -> dict[str, str]:
    """Return the sentence for each field that an error is about; {} for any other error."""
    if isinstance(error, FormFaultsError):
        return error.faults
    if isinstance(error, InvalidRecordError):
        return {fault.field: f"Expected {fault.expected}." for fault in error.faults}
    return {}


def _typed(column: Column, text: str) -> Any:  # noqa: ANN401 - what the column holds
    if column.kind == "long":
        # As typed, to the last blank; only blanks are nothing.
        return text if text.strip() else ""
    text = text.strip()
    if column.is_free_text or text:
        return _READ.get(column.kind, lambda _column, plain: plain)(column, text)
    return None


def _day(_column: Column, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("Choose a day, such as 2026-03-04.") from None


def _whole_number(column: Column, text: str) -> int:
    low, high = int(column.low or 0), int(column.high or 0)
    sentence = f"A whole number from {low} to {high}, or leave it empty."
    try:
        number = int(text)
    except ValueError:
        raise ValueError(sentence) from None
    if not low <= number <= high:
        raise ValueError(sentence)
    return number


_READ: Final[dict[str, Callable[[Column, str], Any]]] = {
    "day": _day,
    "whole": _whole_number,
    "yes_no": lambda _column, text: text == "yes",
}
