"""All tables of a journal together: what is in them, what is hidden, what hangs loose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from interview_journal.core.problems import Conflict, Problem
from interview_journal.core.records import Record
from interview_journal.core.tables import TABLES, Parent, Table
from interview_journal.errors import InvalidRecordError
from interview_journal.store.cells import CellFault
from interview_journal.store.file_problems import file_problems
from interview_journal.store.folder import BACKUPS, KNOWN
from interview_journal.store.known_ids import KnownIds
from interview_journal.store.record_set import RecordSet, record_of
from interview_journal.store.second_copy import SecondCopy
from interview_journal.store.table_file import Change, TableFile

__all__ = ["JournalTables"]


class JournalTables:
    """The files of a journal and their records."""

    def __init__(self, folder: Path) -> None:
        """Name the files; ``look`` reads them."""
        known, backups = folder / KNOWN, folder / BACKUPS
        self.files = {
            name: TableFile(
                folder, table, known=KnownIds(known, name), copy=SecondCopy(backups, table)
            )
            for name, table in TABLES.items()
        }
        self._sets = {name: RecordSet(file) for name, file in self.files.items()}
        self._visible: dict[str, tuple[Record, ...]] = {}
        self._hidden: dict[str, frozenset[str]] = {}

    def look(self, *names: str) -> bool:
        """Take in what changed in these tables (all when none is named); return whether any did.

        Raises:
            NewerJournalError: If a newer version of this program wrote there.
        """
        changed = False
        for name in names or TABLES:
            try:
                change = self.files[name].look()
                if change.everything or change.record_ids:
                    self._sets[name].apply(change)
                    self._forget(name)
                    changed = True
            except BaseException:
                # Interrupted between the look and what it means: nothing made before holds.
                self.reread_all(name)
                raise
        return changed

    @property
    def present(self) -> tuple[str, ...]:
        """The names of the tables that have a file."""
        return tuple(name for name, file in self.files.items() if not file.is_absent)

    @property
    def have_rows(self) -> bool:
        """Whether any table holds a row."""
        return any(file.rows.newest for file in self.files.values())

    def took(self, record: Record) -> None:
        """Take in a record that was just saved."""
        self._sets[record.table].put(record)
        self._forget(record.table)

    def reread(self, name: str, record_id: str) -> None:
        """Forget a record, so that it is made from its row again."""
        self._sets[name].apply(Change(record_ids=(record_id,)))
        self._forget(name)

    def reread_all(self, name: str) -> None:
        """Forget every record of a table, so that each is made from its row again."""
        self._sets[name].apply(Change(everything=True))
        self._forget(name)

    def _forget(self, name: str) -> None:
        self._visible.pop(name, None)
        if name in self._hidden or name in _WITH_CHILDREN:
            self._hidden.clear()
            self._visible.clear()

    def get(self, name: str, record_id: str) -> Record | None:
        """Return the record as it is now, removed or not."""
        return self._sets[name].get(record_id)

    def records(self, name: str) -> tuple[Record, ...]:
        """Return the records shown: neither removed nor below something removed."""
        found = self._visible.get(name)
        if found is None:
            hidden = self._hidden_ids(name)
            found = tuple(r for r in self._sets[name].all() if r.id not in hidden)
            self._visible[name] = found
        return found

    def every(self, name: str) -> tuple[Record, ...]:
        """Return the newest revision of every record, removed ones too."""
        return tuple(self._sets[name].all())

    def removed(self, name: str) -> tuple[Record, ...]:
        """Return the records taken away, newest revision of each."""
        return tuple(record for record in self._sets[name].all() if record.removed)

    def _hidden_ids(self, name: str) -> frozenset[str]:
        found = self._hidden.get(name)
        if found is None:
            table = TABLES[name]
            above = [(p.column, self._hidden_ids(p.table)) for p in table.parents]
            above = [(column, ids) for column, ids in above if ids]
            found = frozenset(
                record.id
                for record in self._sets[name].all()
                if record.removed or any(getattr(record, column) in ids for column, ids in above)
            )
            self._hidden[name] = found
        return found

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return every unsettled conflict, in the order of the tables."""
        return tuple(
            conflict
            for name, file in self.files.items()
            for record_id in file.rows.rivals
            for conflict in [self._conflict(TABLES[name], record_id)]
            if conflict is not None
        )

    def _conflict(self, table: Table, record_id: str) -> Conflict | None:
        records = []
        entries = self.files[table.name].rows.rivals[record_id]
        for entry in entries:
            try:
                records.append(record_of(table, entry.cells))
            except (CellFault, InvalidRecordError):
                # Its unreadable cell is reported on its own.
                continue
        if not records:
            return None
        return Conflict(
            table=table.name,
            record_id=record_id,
            revision=entries[0].revision,
            records=tuple(records),
        )

    def problems(self) -> Iterator[Problem]:
        """Return every problem of the files and rows, table by table."""
        for name, file in self.files.items():
            yield from file_problems(file)
            yield from self._sets[name].faults()
            yield from self._orphans(TABLES[name])

    def _orphans(self, table: Table) -> Iterator[Problem]:
        rows = self.files[table.name].rows.newest
        for parent in table.parents:
            required = next(c.required for c in table.columns if c.name == parent.column)
            known = self.files[parent.table].rows.newest
            for record in self._sets[table.name].all():
                link = getattr(record, parent.column)
                if link not in known and (link or required) and not record.removed:
                    yield _orphan(table, parent, record, rows[record.id].line)


def _orphan(table: Table, parent: Parent, record: Record, line: int) -> Problem:
    return Problem(
        kind="orphan",
        file=table.file_name,
        line=line,
        column=parent.column,
        record_id=record.id,
        found=getattr(record, parent.column) or "an empty cell",
        expected=f"the id of a row in {parent.table}.csv",
        remedy=f"It is still shown. Bring the missing row back, or write its {parent.column}.",
    )


_WITH_CHILDREN = frozenset(p.table for table in TABLES.values() for p in table.parents)
