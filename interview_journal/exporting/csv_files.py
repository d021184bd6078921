"""The current state as one CSV file a table, with a description other programs can read.

UTF-8 with a byte order mark, every cell quoted, CRLF ends: of the usual spellings the one that
``csv``, pandas, polars and Excel all take for what it is. Text stands exactly as written, without
the journal's apostrophe guard.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from interview_journal.core.datapackage import describe_package
from interview_journal.core.tables import TABLES, Table
from interview_journal.exporting.placing import private_file, write_private_bytes
from interview_journal.exporting.plain_cells import State, plain_cell

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from interview_journal.core.records import Record

__all__ = ["DESCRIPTOR", "EXPORT_NAME", "write_csv", "write_csv_files"]

DESCRIPTOR: Final = "datapackage.json"
EXPORT_NAME: Final = describe_package([], log=False)["name"]
"""What the description of an export is called inside; a journal's own has another name."""


def write_csv_files(folder: Path, state: State) -> tuple[str, ...]:
    """Write one file a table into the folder, and ``datapackage.json``; return their names.

    Raises:
        OSError: If the system refuses.
    """
    tables = [table for name, table in TABLES.items() if state.get(name)]
    for table in tables:
        write_csv(folder / table.file_name, table, state[table.name])
    description = json.dumps(describe_package(tables, log=False), indent=2, ensure_ascii=False)
    write_private_bytes(folder / DESCRIPTOR, description.encode("utf-8") + b"\n")
    return (*(table.file_name for table in tables), DESCRIPTOR)


def write_csv(path: Path, table: Table, records: Iterable[Record]) -> None:
    """Write the records of one table to a new file.

    Raises:
        OSError: If the system refuses, or the file exists.
    """
    names = [column.name for column in table.columns]
    with (
        private_file(path) as stream,
        io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text,
    ):
        writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows([plain_cell(getattr(record, n)) for n in names] for record in records)
