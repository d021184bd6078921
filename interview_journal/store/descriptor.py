"""``datapackage.json`` beside the tables; it can be deleted and is made again."""

from __future__ import annotations

import functools
import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from interview_journal.core.datapackage import describe_package
from interview_journal.core.tables import TABLES, Table
from interview_journal.store.disk import replace_durably
from interview_journal.store.encodings import find_encoding
from interview_journal.store.layout import Layout, find_layout

__all__ = ["DESCRIPTOR", "write_descriptor"]

DESCRIPTOR: Final = "datapackage.json"
_HEAD: Final = 1 << 16


def write_descriptor(folder: Path) -> None:
    """Describe the tables that exist.

    Raises:
        SaveFailedError: If the disk refuses; the old description stays.
    """
    content = _content(
        tuple(
            (table.name, _columns_in(folder, table))
            for table in TABLES.values()
            if (folder / table.file_name).is_file()
        )
    )
    with suppress(OSError):
        if (folder / DESCRIPTOR).read_bytes() == content:
            return
    replace_durably(folder / DESCRIPTOR, [content])


@functools.lru_cache(maxsize=32)
def _content(present: tuple[tuple[str, tuple[str, ...]], ...]) -> bytes:
    """Return the description of tables, each with the columns of these names."""
    tables = []
    for name, names in present:
        table = TABLES[name]
        kept = tuple(column for column in table.columns if column.name in names)
        tables.append(replace(table, columns=kept))
    text = json.dumps(describe_package(tables), indent=2, ensure_ascii=False)
    return text.encode("utf-8") + b"\n"


def _columns_in(folder: Path, table: Table) -> tuple[str, ...]:
    """Return the names of the columns without the later ones that the file does not have yet."""
    if not any(column.is_later for column in table.columns):
        return table.header
    with suppress(OSError), (folder / table.file_name).open("rb") as file:
        head = file.read(_HEAD)
        layout = find_layout(table, head, find_encoding(head))
        if isinstance(layout, Layout):
            kept = (one for one in table.columns if not one.is_later or one.name in layout.names)
            return tuple(one.name for one in kept)
    return table.header
