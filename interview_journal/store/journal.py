"""The journal: records in and out of a folder that nobody can lose.

Reading never writes. Every write takes the lock, looks at what others saved, appends, waits
for the disk, and only then says it is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from interview_journal.core import records as rec
from interview_journal.core.identity import new_id
from interview_journal.core.problems import Conflict, Problem
from interview_journal.core.records import Record
from interview_journal.core.tables import TABLES, table_of
from interview_journal.errors import ConflictError, UnknownRecordError
from interview_journal.store import maintenance, migrations
from interview_journal.store.drafts import Drafts
from interview_journal.store.folder import check_folder
from interview_journal.store.folder_hazards import folder_problems
from interview_journal.store.journal_tables import JournalTables
from interview_journal.store.lock import WAIT_SECONDS
from interview_journal.store.own_templates import OwnTemplates
from interview_journal.store.pages import Pages
from interview_journal.store.past import past_records
from interview_journal.store.question_file import QuestionFile
from interview_journal.store.saving import save_changed, save_chosen, save_new
from interview_journal.store.shown_records import ShownRecords
from interview_journal.store.sidecar import Sidecar
from interview_journal.store.writing import Writer

if TYPE_CHECKING:
    from interview_journal.core.topics import Catalogue
    from interview_journal.store.erasing import ErasedPlace

__all__ = ["Journal"]

R = TypeVar("R", bound=Record)


class Journal(ShownRecords):
    """A person's journal: its records, and what is wrong with its files."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime],
        wait_seconds: float = WAIT_SECONDS,
    ) -> None:
        """Open the journal in that folder; nothing is made before the first write.

        Args:
            path: The folder; it may not exist yet.
            now: Returns the present, aware.
            wait_seconds: How long a save waits for another program that holds the journal.

        Raises:
            JournalFolderError: If the path cannot be a journal's folder.
            NewerJournalError: If a newer version of this program wrote to it.
        """
        check_folder(path)
        migrations.upgrade(path, now, wait_seconds)
        super().__init__(JournalTables(path))
        self._tables.look()
        self.path = path
        self.drafts = Drafts(path, now)
        self.compared = Sidecar(path, "consistency")
        self.templates = OwnTemplates(path)
        self.pages = Pages(path)
        self._question_file = QuestionFile(path)
        self._now = now
        self._writer = Writer(path, self._tables, self._alone, now=now, wait_seconds=wait_seconds)

    def __repr__(self) -> str:
        """Return no path and no content: notebooks and tracebacks keep what is printed."""
        return "<Journal>"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read with certainty, or was repaired, with place and remedy."""
        with self._alone:
            return (
                *folder_problems(self.path),
                *self._tables.problems(),
                *self._question_file.problems,
                *self.templates.problems,
                *self._writer.events,
            )

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Rival revisions that wait for a choice."""
        with self._alone:
            return self._tables.conflicts()

    @property
    def own_questions(self) -> Catalogue:
        """The topics of the person's own ``questions.toml``; none where there is no such file."""
        return self._question_file.catalogue

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever saved here."""
        return not self._tables.have_rows

    def now(self) -> datetime:
        """Return the present, by the clock the journal was opened with."""
        return self._now()

    def new_id(self, kind: type[Record]) -> str:
        """Return a fresh id, to be fixed when a form is shown."""
        return new_id(kind.id_prefix)

    # Writing ------------------------------------------------------------------------------

    def add(self, record: R) -> R:
        """Store a new record and return it as saved; the same record twice is one row.

        Raises:
            SaveFailedError: If the disk refuses; nothing is lost and nothing half-written.
            JournalLockedError: If another program holds the journal for too long.
            TableRefusedError: If the table's file is not certainly ours.
        """

        def work(now: datetime) -> R:
            return save_new(self._tables, [record], now)[0]

        return self._writer.write(work, record.table, adding=record.id)

    def add_all(self, records: Sequence[R]) -> list[R]:
        """Store new records, parents first, and return them as saved, in the order given.

        Raises:
            SaveFailedError: If the disk refuses; parents saved before stay.
        """
        batches: dict[str, list[R]] = {name: [] for name in TABLES}
        for record in records:
            batches[record.table].append(record)
        names = [name for name, batch in batches.items() if batch]
        if not names:
            return []

        def work(now: datetime) -> list[R]:
            saved = {name: iter(save_new(self._tables, batches[name], now)) for name in names}
            return [next(saved[record.table]) for record in records]

        return self._writer.write(work, *names)

    def revise(self, record: R, **changes: Any) -> R:  # noqa: ANN401 - checked by the record
        """Store a changed record as a new revision and return it; the old one stays in the file.

        When somebody else saved in between, both versions stay, as a conflict.

        Raises:
            ConflictError: If the record has rivals that are not settled.
            UnknownRecordError: If it is not in the journal.
            InvalidRecordError: If the changes break a rule of the record.
            SaveFailedError: If the disk refuses.
        """

        def work(now: datetime) -> R:
            return save_changed(self._tables, record, now, changes)

        return self._writer.write(work, record.table, adopting=record.id)

    def remove(self, record: R) -> R:
        """Take a record away; its history stays and what hangs below it is hidden with it."""
        return self.revise(record, removed=True)

    def restore(self, record: R) -> R:
        """Bring back a removed record, or any earlier revision of one, as a new revision."""
        current = self.get(type(record), record.id)
        if current is None:
            raise UnknownRecordError(record.table, record.id)
        content = {
            column.name: getattr(record, column.name)
            for column in table_of(type(record)).content_columns
        }
        return self.revise(current, **content, removed=False)

    def settle(self, conflict: Conflict, chosen: R) -> R:
        """Settle a conflict: the chosen rival becomes the next revision; the others stay history.

        Raises:
            RecordTooOldError: If it was settled in the meantime.
        """

        def work(now: datetime) -> R:
            return save_chosen(self._tables, chosen, conflict.revision, now)

        return self._writer.write(work, conflict.table)

    def history(self, record: R) -> tuple[R, ...]:
        """Return every readable revision of a record, the oldest first, rivals included."""
        with self._alone:
            file = self._tables.files[record.table]
            return cast("tuple[R, ...]", past_records(file, record.id))

    def refresh(self) -> bool:
        """Take in what other programs saved; return whether anything changed.

        Raises:
            NewerJournalError: If a newer version of this program wrote to it.
        """
        with self._alone:
            return self._tables.look()

    # Preferences --------------------------------------------------------------------------

    def setting(self, name: str, default: str = "") -> str:
        """Return a preference's value."""
        return next((s.value for s in self.settings if s.name == name), default)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a preference; of two that were set at once, this one."""
        self.refresh()
        known = self.get(rec.Setting, _setting_id(name))
        if known is None:
            self.add(rec.Setting(id=_setting_id(name), name=name, value=value))
            return
        try:
            self.revise(known, value=value, removed=False)
        except ConflictError as error:
            conflict = Conflict(
                table=error.table, record_id=known.id, revision=error.revision, records=(known,)
            )
            self.settle(conflict, known.with_changes(value=value, removed=False))

    # Care of the files --------------------------------------------------------------------

    def tidy(self) -> tuple[str, ...]:
        """Take in rows typed by hand, move old revisions to ``history/``; return what was done.

        Removal marks stay. Every table that changes is backed up first.
        """
        return self._writer.write(lambda now: maintenance.tidy(self._tables, self.path, now))

    def bring_back(self) -> tuple[str, ...]:
        """Bring rows that vanished back from the backups; return what was done."""
        return self._writer.write(lambda now: maintenance.bring_back(self._tables, self.path, now))

    def accept_missing(self) -> tuple[str, ...]:
        """Accept that vanished rows are gone for good; return their ids."""
        return self._writer.write(lambda _: maintenance.accept_missing(self._tables))

    def merge_copies(self) -> tuple[str, ...]:
        """Add the rows of rival copies of a table that the table lacks; return what was done."""
        return self._writer.write(
            lambda now: maintenance.merge_copies(self._tables, self.path, now)
        )

    def erase(self, record: Record) -> tuple[ErasedPlace, ...]:
        """Really remove a record and what hangs below it, with its past; return where it was.

        Raises:
            SaveFailedError: If the disk refuses; files done before stay done.
        """
        # Rarely wanted, and a form need not wait for it.
        from interview_journal.store.erasing import erase_record

        self.compared.forget()
        return self._writer.write(lambda _: erase_record(self._tables, self.path, record))

    def erase_text(self, text: str) -> tuple[ErasedPlace, ...]:
        """Really remove a text from tables, history, backups and drafts; return where it was.

        Raises:
            InvalidRecordError: If the text is empty.
            SaveFailedError: If the disk refuses; files done before stay done.
        """
        from interview_journal.store.erasing import erase_text

        self.compared.forget()
        return self._writer.write(lambda _: erase_text(self._tables, self.path, text))


def _setting_id(name: str) -> str:
    """Return the one id a preference has in every notebook."""
    return "s_" + "".join(
        char if char.isascii() and (char.isalnum() or char == "_") else f"-{ord(char):x}-"
        for char in name
    )
