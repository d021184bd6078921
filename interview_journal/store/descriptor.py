"""``datapackage.json`` beside the tables; it can be deleted and is made again."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from interview_journal.core.datapackage import describe_package
from interview_journal.core.tables import TABLES
from interview_journal.store.disk import replace_durably

__all__ = ["DESCRIPTOR", "write_descriptor"]

DESCRIPTOR: Final = "datapackage.json"


def write_descriptor(folder: Path) -> None:
    """Describe the tables that exist.

    Raises:
        SaveFailedError: If the disk refuses; the old description stays.
    """
    present = [table for table in TABLES.values() if (folder / table.file_name).is_file()]
    text = json.dumps(describe_package(present), indent=2, ensure_ascii=False)
    content = text.encode("utf-8") + b"\n"
    with suppress(OSError):
        if (folder / DESCRIPTOR).read_bytes() == content:
            return
    replace_durably(folder / DESCRIPTOR, [content])
