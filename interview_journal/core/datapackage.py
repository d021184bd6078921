"""The journal described for other programs: a Frictionless Data Package.

Made from the same declarations as the tables themselves. The key of a row is its id and its
revision, for a table is a log; ``export`` writes the current state with a key of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from interview_journal.core.tables import END_COLUMN, SCHEMA_VERSION, Column, Table

__all__ = ["describe_package"]

_TYPES: Final = {
    "id": "string",
    "link": "string",
    "line": "string",
    "long": "string",
    "choice": "string",
    "whole": "integer",
    "number": "number",
    "yes_no": "boolean",
    "day": "date",
    "moment": "datetime",
}

_LOG: Final = (
    "Each table is a log: a save appends one row, the row with the highest revision of an id "
    "is the record, rows before it are its history, and removed=yes takes it away. Free text "
    "that a spreadsheet would evaluate carries one apostrophe in front: where the text without "
    "its leading apostrophes starts with a tab or (after blanks) with = + - @, has at most 96 "
    "characters and holds a digit or reads true, false, inf, infinity, nan, wahr or falsch, or is "
    "one longer line of digits, signs and blanks only, take one apostrophe off. The column end "
    "is e, the format's version, _ and the CRC-32 of the row's other stored cells in this order, "
    "joined by NUL, empty ones at the end left out, as eight hexadecimal digits."
)
_STATE: Final = "Each table holds the current state: one row a record, text exactly as written."


def describe_package(
    tables: Iterable[Table], *, log: bool = True, paths: dict[str, str] | None = None
) -> dict[str, Any]:
    """Return the descriptor of a folder that holds these tables.

    Args:
        tables: The tables whose files exist.
        log: True for a journal, False for an export of the current state.
        paths: File names by table, where they differ from ours.
    """
    return {
        "profile": "tabular-data-package",
        "name": "interview-journal" if log else "interview-journal-export",
        "title": "Interview journal",
        "description": _LOG if log else _STATE,
        "format_version": SCHEMA_VERSION,
        "resources": [
            _resource(table, log=log, path=(paths or {}).get(table.name, table.file_name))
            for table in tables
        ],
    }


def _resource(table: Table, *, log: bool, path: str) -> dict[str, Any]:
    fields = [_field(column) for column in table.columns]
    if log:
        fields.append(
            {
                "name": END_COLUMN,
                "type": "string",
                "title": "End",
                "description": "Format version and checksum of the row's other cells.",
            }
        )
    return {
        "name": table.name.replace("_", "-"),
        "path": path,
        "profile": "tabular-data-resource",
        "title": table.record.noun,
        "description": (table.record.__doc__ or "").partition("\n")[0],
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminator": "\r\n",
            "skipInitialSpace": False,
        },
        "schema": {
            "fields": fields,
            "missingValues": [""],
            "primaryKey": ["id", "revision"] if log else ["id"],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": column.label,
        "description": column.help,
    }
    if column.kind == "yes_no":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    constraints: dict[str, Any] = {}
    if column.required or column.name in ("id", "revision", "saved_at"):
        constraints["required"] = column.kind not in ("long", "link")
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.low is not None:
        constraints["minimum"] = int(column.low) if column.kind == "whole" else column.low
    if column.high is not None:
        constraints["maximum"] = int(column.high) if column.kind == "whole" else column.high
    constraints = {name: value for name, value in constraints.items() if value is not False}
    if constraints:
        field["constraints"] = constraints
    return field
