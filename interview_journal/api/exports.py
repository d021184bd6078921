"""The journal's current state as files for other programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from interview_journal.core.tables import TABLES
from interview_journal.errors import ExportError
from interview_journal.exporting.csv_files import DESCRIPTOR, EXPORT_NAME, write_csv_files
from interview_journal.exporting.placing import file_in_place, folder_in_place, lies_inside
from interview_journal.exporting.side_texts import SideTexts, side_name
from interview_journal.exporting.workbook import write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.exporting.plain_cells import State
    from interview_journal.store.journal import Journal

__all__ = ["ExportFormat", "Exported", "export_journal"]

ExportFormat: TypeAlias = Literal["xlsx", "csv", "both"]

_WORKBOOK: Final = "interview-journal.xlsx"
_XLSX: Final = ".xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export wrote.

    Attributes:
        path: The file or folder.
        row_counts: How many rows each table has; empty tables are left out.
        texts_beside: How many texts no cell could hold, kept beside the workbook.
        texts_folder: Where they are kept; None when there are none.
    """

    path: Path
    row_counts: Mapping[str, int]
    texts_beside: int = 0
    texts_folder: Path | None = None


def export_journal(
    journal: Journal,
    target: str | Path,
    *,
    export_format: ExportFormat | None = None,
    force: bool = False,
) -> Exported:
    """Write the newest revision of every record to files and return what was written.

    Text stands exactly as the person wrote it, without the apostrophe that guards it in the
    journal's own files. Removed records and history are left out.

    Args:
        journal: The journal.
        target: A folder, or a file whose name ends with ``.xlsx``.
        export_format: ``xlsx``, ``csv`` or ``both``; None takes what the target's name says.
        force: Whether an earlier export in the same place may be replaced.

    Raises:
        ExportError: If the target is taken or lies in the journal, if the journal is empty, or
            if the disk refuses; what was there before is then unchanged.
    """
    place = Path(target).expanduser()
    is_file = place.suffix.lower() == _XLSX and not place.is_dir()
    wanted = export_format or ("xlsx" if is_file else "both")
    _check_target(journal, place, wanted, is_file=is_file)
    state = {name: journal.records(name) for name in TABLES}
    counts = {name: len(records) for name, records in state.items() if records}
    if not counts:
        raise ExportError(place, "the journal is empty", "Write an interview down first.")
    if is_file:
        texts = _export_workbook(place, state, force=force)
    else:
        texts = _export_folder(place, state, wanted, force=force)
    folder = _texts_folder(place if is_file else place / _WORKBOOK)
    return Exported(
        path=place,
        row_counts=counts,
        texts_beside=texts,
        texts_folder=folder if texts else None,
    )


def _check_target(journal: Journal, place: Path, wanted: str, *, is_file: bool) -> None:
    if is_file and wanted != "xlsx":
        raise ExportError(
            place, "an .xlsx file holds no CSV", "Name a folder: CSV is one file a table."
        )
    if place.suffix.lower() == ".csv":
        raise ExportError(
            place, "CSV is one file a table", "Name a folder, such as the name without .csv."
        )
    if lies_inside(place, journal.path):
        raise ExportError(
            place, "it would lie inside the journal", "Choose a folder outside the journal."
        )


def _export_folder(place: Path, state: State, wanted: str, *, force: bool) -> int:
    with folder_in_place(place, force=force, is_ours=_is_export) as folder:
        texts = SideTexts(_texts_folder(folder / _WORKBOOK), _texts_folder(place / _WORKBOOK).name)
        if wanted in ("csv", "both"):
            write_csv_files(folder, state)
        if wanted in ("xlsx", "both"):
            write_workbook(folder / _WORKBOOK, state, texts)
    return texts.count


def _export_workbook(place: Path, state: State, *, force: bool) -> int:
    beside = _texts_folder(place)
    with file_in_place(place, force=force) as path:
        texts = SideTexts(path.with_name("texts"), beside.name)
        write_workbook(path, state, texts)
        if texts.count:
            # Before the workbook, so that no cell ever names a file that is not there.
            with folder_in_place(beside, force=force, is_ours=_is_texts_folder) as folder:
                for text in path.with_name("texts").iterdir():
                    text.rename(folder / text.name)
    return texts.count


def _texts_folder(workbook: Path) -> Path:
    return workbook.with_name(f"{workbook.stem}-texts")


def _is_texts_folder(folder: Path) -> bool:
    return all(path.is_file() and side_name(path.name) for path in folder.iterdir())


def _is_export(folder: Path) -> bool:
    """Return whether all a folder holds was written by an earlier export."""
    texts = _texts_folder(folder / _WORKBOOK)
    tables = {table.file_name for table in TABLES.values()}
    names = {path.name for path in folder.iterdir()}
    if not names <= tables | {DESCRIPTOR, _WORKBOOK, texts.name}:
        return False
    if texts.exists() and not (texts.is_dir() and _is_texts_folder(texts)):
        return False
    # A journal has tables of the same names: only the description tells the two apart.
    return not names & (tables | {DESCRIPTOR}) or _describes_export(folder / DESCRIPTOR)


def _describes_export(path: Path) -> bool:
    try:
        return bool(json.loads(path.read_bytes())["name"] == EXPORT_NAME)
    except (OSError, ValueError, KeyError, TypeError):
        return False
