"""The tables of a journal, read off the records: columns, their kinds, and who belongs to whom.

Everything that needs to know a table (the CSV header, the forms, the reference in docs/, the
data package) asks here, so that a field is declared once, in its record.
"""

from __future__ import annotations

import functools
import types
import typing
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from interview_journal.core import records
from interview_journal.core.fields import AddedLater, ColumnKind
from interview_journal.core.records import Record

__all__ = [
    "END_COLUMN",
    "SCHEMA_VERSION",
    "TABLES",
    "Column",
    "Table",
    "table_named",
    "table_of",
]

SCHEMA_VERSION: Final = 1
"""The format's version; the digit in every row's end mark."""

END_COLUMN: Final = "end"
"""The last column: version and checksum of the row's other cells."""

Kind = Literal["id", "link", "line", "long", "choice", "whole", "number", "yes_no", "day", "moment"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; one that is later may be missing from an older journal's file."""

    name: str
    kind: Kind
    label: str
    help: str
    required: bool
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    is_later: bool = False

    @property
    def is_free_text(self) -> bool:
        """Whether a person's own words stand in it, so that the cell is guarded."""
        return self.kind in ("line", "long")


class Parent(NamedTuple):
    """A column that names a row of another table."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its record, its columns in the order of the file (``end`` aside).

    Attributes:
        header: The column names of a new file, ``end`` last.
    """

    name: str
    record: type[Record]
    columns: tuple[Column, ...]
    parents: tuple[Parent, ...]
    header: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Name the columns once: every look at a file asks for them."""
        names = (*(column.name for column in self.columns), END_COLUMN)
        object.__setattr__(self, "header", names)

    @property
    def content_columns(self) -> tuple[Column, ...]:
        """The columns that hold what the person entered."""
        return self.columns[len(_BOOKKEEPING) :]

    @property
    def file_name(self) -> str:
        """The name of the table's file."""
        return f"{self.name}.csv"


_BOOKKEEPING: Final = ("id", "revision", "saved_at", "removed")

_PARENTS: Final[dict[str, tuple[Parent, ...]]] = {
    "interviews": (Parent("application_id", "applications"),),
    "people": (Parent("application_id", "applications"),),
    "encounters": (Parent("interview_id", "interviews"), Parent("person_id", "people")),
    "references": (Parent("application_id", "applications"), Parent("person_id", "people")),
    "answers": (Parent("interview_id", "interviews"),),
    "ratings": (Parent("answer_id", "answers"),),
    "forecasts": (Parent("interview_id", "interviews"),),
    "rehearsals": (Parent("answer_id", "answers"),),
}
"""Whose removal hides a row, and whose absence makes it an orphan. The other links (who asked,
which revision a verdict read) only point."""


def _kind_and_choices(annotation: object, marks: list[object]) -> tuple[Kind, tuple[str, ...]]:
    for mark in marks:
        if isinstance(mark, ColumnKind):
            return typing.cast("Kind", mark.name), ()
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        inner = next(a for a in typing.get_args(annotation) if a is not type(None))
        if typing.get_origin(inner) is typing.Annotated:
            inner, *rest = typing.get_args(inner)
            return _kind_and_choices(inner, list(rest))
        return _kind_and_choices(inner, [])
    if typing.get_origin(annotation) is Literal:
        return "choice", typing.get_args(annotation)
    simple: dict[object, Kind] = {
        bool: "yes_no",
        int: "whole",
        float: "number",
        date: "day",
        datetime: "moment",
    }
    return simple[annotation], ()


def _column(record: type[Record], name: str) -> Column:
    field = record.model_fields[name]
    kind, choices = _kind_and_choices(field.annotation, list(field.metadata))
    low = high = None
    for mark in field.metadata:
        low = getattr(mark, "ge", low)
        high = getattr(mark, "le", high)
    return Column(
        name,
        kind,
        field.title or name,
        field.description or "",
        field.is_required(),
        choices,
        low,
        high,
        any(isinstance(mark, AddedLater) for mark in field.metadata),
    )


def _table(record: type[Record]) -> Table:
    names = [name for name in record.model_fields if name not in _BOOKKEEPING]
    columns = tuple(_column(record, name) for name in (*_BOOKKEEPING, *names))
    return Table(record.table, record, columns, _PARENTS.get(record.table, ()))


TABLES: Final[dict[str, Table]] = {
    record.table: _table(record)
    for record in (
        records.Application,
        records.Interview,
        records.Person,
        records.Encounter,
        records.Reference,
        records.Answer,
        records.Criterion,
        records.Rating,
        records.Forecast,
        records.Action,
        records.Verdict,
        records.QuestionLink,
        records.Rehearsal,
        records.Setting,
    )
}
"""Every table by its name, parents before children."""


def table_named(name: str) -> Table:
    """Return the table with that name.

    Raises:
        KeyError: If there is none.
    """
    return TABLES[name]


@functools.cache
def table_of(record: type[Record]) -> Table:
    """Return the table whose rows are such records."""
    return TABLES[record.table]
