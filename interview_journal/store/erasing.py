"""Really removing words: from tables, history, backups, drafts, templates and recovered bytes.

Everything else in the journal keeps words for ever; this is the one place that does not. It
leaves no backup of what it removes and says where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from interview_journal.core.fields import settle_text
from interview_journal.core.records import Record
from interview_journal.core.tables import TABLES, Table
from interview_journal.errors import FieldFault, InvalidRecordError, NewerJournalError
from interview_journal.store.erased_text import TextEraser, erase_from_loose_files
from interview_journal.store.journal_tables import JournalTables
from interview_journal.store.kept_files import kept_tables, leftovers, remove_leftover
from interview_journal.store.pages import remove_pages
from interview_journal.store.table_eraser import Erasure, erase_in_table, given_ids
from interview_journal.store.table_reader import TableReader

__all__ = ["ErasedPlace", "erase_record", "erase_text"]

_WORTH_SEEKING: Final = 8
"""Shorter texts stand in other places by chance; characters."""


_QUOTING: Final = {
    "actions": (
        ("application_id", "applications"),
        ("interview_id", "interviews"),
        ("person_id", "people"),
    ),
    "verdicts": (("answer_a", "answers"), ("answer_b", "answers")),
}
"""Rows that are not hidden with what they point at, but hold its words: they go with it."""


@dataclass(frozen=True, slots=True)
class ErasedPlace:
    """A file that held what was erased, and how often."""

    file: str
    count: int


def erase_text(tables: JournalTables, folder: Path, text: str) -> tuple[ErasedPlace, ...]:
    """Put ``[erased]`` in the place of a text wherever the journal holds it.

    Raises:
        InvalidRecordError: If the text is empty.
        SaveFailedError: If the disk refuses; files done before stay done.
    """
    if not text.strip():
        raise InvalidRecordError("Erase", (FieldFault("text", "some words", "nothing"),))
    eraser = TextEraser((settle_text(text),))
    return _erase(tables, folder, {}, eraser, in_rows=True)


def erase_record(tables: JournalTables, folder: Path, record: Record) -> tuple[ErasedPlace, ...]:
    """Remove every row of a record, and of what hangs below it, wherever the journal holds it.

    Raises:
        SaveFailedError: If the disk refuses; files done before stay done.
    """
    gone = _with_children(tables, record)
    eraser = TextEraser(tuple(_texts_of(tables, folder, gone)))
    return _erase(tables, folder, gone, eraser, in_rows=False)


def _erase(
    tables: JournalTables,
    folder: Path,
    gone: dict[str, set[str]],
    eraser: TextEraser,
    *,
    in_rows: bool,
) -> tuple[ErasedPlace, ...]:
    for path in list(leftovers(folder)):
        remove_leftover(path)
    places = []

    def erase_in(reader: TableReader) -> None:
        erasure = Erasure(gone.get(reader.table.name, set()), eraser, in_rows=in_rows)
        count = erase_in_table(reader, erasure)
        if count:
            places.append(ErasedPlace(_name(folder, reader.path), count))

    # The tables last, and parents after their children: while a refusal of the disk leaves
    # anything anywhere, the record is there to be erased again.
    for reader in _kept_tables(folder):
        erase_in(reader)
    # A page says things in other words too: what could be in it is not worth a search.
    places += [ErasedPlace(_name(folder, path), 1) for path in remove_pages(folder)]
    for path, count in erase_from_loose_files(folder, eraser):
        places.append(ErasedPlace(_name(folder, path), count))
    for name, file in reversed(tables.files.items()):
        if not file.is_absent:
            # Forgotten first: what is erased must never be asked for as "vanished".
            file.note_known(gone.get(name, set()))
            erase_in(file)
            file.look()
            file.note_known()
            tables.reread_all(name)
    return tuple(reversed(places))


def _kept_tables(folder: Path) -> Iterator[TableReader]:
    """Return every file that holds rows besides the tables."""
    for table, path in list(kept_tables(folder)):
        reader = TableReader(path, table)
        try:
            reader.look()
        except NewerJournalError:
            # Its rows are none of ours to take apart; its words are replaced as they stand.
            reader.refuse("a table of a newer version")
        yield reader


def _with_children(tables: JournalTables, record: Record) -> dict[str, set[str]]:
    gone: dict[str, set[str]] = {record.table: {record.id}}
    for name, table in TABLES.items():
        for column, parent in (*table.parents, *_QUOTING.get(name, ())):
            above = gone.get(parent, set())
            below = {r.id for r in tables.every(name) if getattr(r, column) in above}
            if below:
                gone.setdefault(name, set()).update(below)
    return gone


def _texts_of(tables: JournalTables, folder: Path, gone: dict[str, set[str]]) -> set[str]:
    """Return every longer text those records ever held, to be sought outside the rows too."""
    texts: set[str] = set()
    for reader in (*tables.files.values(), *_kept_tables(folder)):
        ids = gone.get(reader.table.name)
        if not ids or reader.refusal is not None:
            continue
        given = given_ids(reader)
        for cells in (reader.layout.own_cells(row.cells) for row in reader.segments().rows):
            if (cells[0] or given(cells)) in ids:
                texts.update(_long_texts(reader.table, cells))
    return texts


def _long_texts(table: Table, cells: list[str]) -> Iterator[str]:
    for column, cell in zip(table.columns, cells, strict=False):
        if column.kind == "long" and len(cell.strip()) >= _WORTH_SEEKING:
            yield TextEraser.words_of(cell)


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
