"""Writes docs/tables.md, the reference of every table and column, from the records themselves.

Run it with: python tools/make_table_reference.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from interview_journal.core.tables import SCHEMA_VERSION, TABLES, Column, Table

CHECKOUT = Path(__file__).resolve().parent.parent
REFERENCE = CHECKOUT / "docs" / "tables.md"

OPENING: Final = f"""\
# The tables of a journal

<!-- Made by tools/make_table_reference.py. Change the records, then run: make docs -->

A journal is a folder of CSV files, one file a table. A file appears with its first row. This is
format version {SCHEMA_VERSION}.

- A file is UTF-8 with a byte order mark, separated by commas, every cell quoted. Records end with
  CRLF; line breaks inside a cell are LF.
- An empty cell means: nothing was entered.
- Dates are written as 2026-03-04, times as 2026-03-04T18:30:00+01:00, with the offset from UTC.
- Yes/no cells hold `yes` or `no`.
- A text that a spreadsheet would take for a formula or a number has one apostrophe in front. The
  program takes it off again.

A table is a log. Saving a change adds a row with the same `id` and the next `revision`; the row
with the highest revision is the record, the others are its history.

## In every table
"""

EVERY_TABLE_END: Final = (
    "| `end` | End | Format version and checksum of the row's other cells. Never typed by hand. "
    "| text |"
)

BOOKKEEPING: Final = 4
"""How many columns, from the first on, are the same in every table."""

KIND_WORDS: Final = {
    "id": "id",
    "link": "id of another row",
    "line": "text",
    "long": "text of any length",
    "whole": "whole number",
    "number": "number",
    "yes_no": "yes or no",
    "day": "date",
    "moment": "time",
}


def values_words(column: Column, parents: dict[str, str]) -> str:
    """Return in words what a column can hold."""
    if column.choices:
        return "one of: " + ", ".join(f"`{choice}`" for choice in column.choices)
    if column.name in parents:
        return f"id of a row in [{parents[column.name]}](#{parents[column.name]})"
    words = "name" if column.name == "time_zone" else KIND_WORDS[column.kind]
    if column.low is not None and column.high is not None:
        words += f", {column.low:g} to {column.high:g}"
    elif column.low is not None:
        words += f", {column.low:g} or more"
    return words


def column_line(column: Column, parents: dict[str, str]) -> str:
    """Return the table line of one column."""
    help_text = column.help.replace("|", "\\|")
    needed = ", required" if column.required else ""
    holds = values_words(column, parents) + needed
    return f"| `{column.name}` | {column.label} | {help_text} | {holds} |"


def column_lines(columns: tuple[Column, ...], parents: dict[str, str]) -> list[str]:
    """Return the lines of a Markdown table of columns."""
    head = ["| column | on screen | help | holds |", "|---|---|---|---|"]
    return head + [column_line(column, parents) for column in columns]


def table_section(table: Table) -> str:
    """Return the section of one table."""
    parents = {parent.column: parent.table for parent in table.parents}
    sentence = (table.record.__doc__ or "").partition("\n")[0]
    lines = [f"## {table.name}", "", f"`{table.file_name}`. One row is: {sentence}", ""]
    return "\n".join([*lines, *column_lines(table.content_columns, parents)])


def reference_text() -> str:
    """Return the whole reference."""
    first = next(iter(TABLES.values()))
    shared = [*column_lines(first.columns[:BOOKKEEPING], {}), EVERY_TABLE_END]
    sections = ["\n".join([OPENING, *shared]), *map(table_section, TABLES.values())]
    return "\n\n".join(sections) + "\n"


def main() -> None:
    """Write the reference and say where it stands."""
    REFERENCE.write_text(reference_text(), encoding="utf-8", newline="\n")
    print(f"{REFERENCE.relative_to(CHECKOUT)}: {len(TABLES)} tables")


if __name__ == "__main__":
    main()
