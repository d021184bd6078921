"""Every error the program raises on purpose.

Each class builds its sentence from typed arguments and keeps them as attributes, so that a
panel, the command line and a test all read the same facts. A sentence says what is wrong,
where, what was expected and what to do; it never quotes a person's free text.

    JournalError
    ├── InvalidRecordError      a record breaks the rules of its table
    ├── UnknownRecordError      no record with that id
    ├── ConflictError           two rival revisions must be settled first
    ├── RecordTooOldError       a record was made by another table or never saved
    ├── SaveFailedError         the disk refused; the text was not stored
    ├── JournalLockedError      another program holds the journal for too long
    ├── TableRefusedError       a file cannot be written safely as it stands
    ├── JournalFolderError      the folder cannot be used at all
    ├── NewerJournalError       made by a newer version of this program
    ├── BackupError             a backup cannot be made or restored
    ├── ImportRefusedError      a file to be read in is not what it should be
    ├── TemplateMistakeError    a person's own template for drafts does not work
    └── ExportError             a file to be written cannot be written
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = [
    "BackupError",
    "ConflictError",
    "ExportError",
    "FieldFault",
    "ImportRefusedError",
    "InvalidRecordError",
    "JournalError",
    "JournalFolderError",
    "JournalLockedError",
    "NewerJournalError",
    "RecordTooOldError",
    "SaveFailedError",
    "TableRefusedError",
    "TemplateMistakeError",
    "UnknownRecordError",
]


class JournalError(Exception):
    """Root of every error this package raises on purpose."""

    def __init__(self, *facts: object) -> None:
        """Keep the facts as arguments, which is also what makes the error picklable."""
        super().__init__(*facts)

    def __str__(self) -> str:
        """Return the sentence for the person."""
        return self.sentence()

    def sentence(self) -> str:
        """Return one or two plain sentences: what, where, what was expected, what to do."""
        return " ".join(str(fact) for fact in self.args)


class FieldFault(NamedTuple):
    """One field of one record that breaks a rule."""

    field: str
    expected: str
    found: str


class InvalidRecordError(JournalError):
    """A record breaks the rules of its table; all faults are gathered."""

    def __init__(self, record: str, faults: tuple[FieldFault, ...]) -> None:
        """Keep the record's name and every fault."""
        super().__init__(record, faults)
        self.record = record
        self.faults = faults

    def sentence(self) -> str:
        """Return one clause a fault."""
        clauses = [
            f'{self.record}, "{fault.field}": expected {fault.expected}, found {fault.found}.'
            for fault in self.faults
        ]
        return " ".join(clauses) + " Correct it and save again."


class UnknownRecordError(JournalError):
    """No record with that id is in the journal."""

    def __init__(self, table: str, record_id: str) -> None:
        """Keep table and id."""
        super().__init__(table, record_id)
        self.table = table
        self.record_id = record_id

    def sentence(self) -> str:
        """Return where was looked and what to try."""
        return (
            f"{self.table}.csv holds no row with the id {self.record_id}. "
            "Add it first, or look in the backups if it was there before."
        )


class ConflictError(JournalError):
    """The newest revision exists twice, with different words."""

    def __init__(self, table: str, record_id: str, revision: int) -> None:
        """Keep which revision of which record is doubled."""
        super().__init__(table, record_id, revision)
        self.table = table
        self.record_id = record_id
        self.revision = revision

    def sentence(self) -> str:
        """Return what happened and how to go on."""
        return (
            f"{self.table}.csv holds two versions of {self.record_id}, both as revision "
            f"{self.revision}: it was changed in two places at once. Nothing is lost. "
            "Choose one of them first, then change it."
        )


class RecordTooOldError(JournalError):
    """A record given to the journal cannot be the base of a change."""

    def __init__(self, table: str, record_id: str, expected: str) -> None:
        """Keep what was given and what was expected."""
        super().__init__(table, record_id, expected)
        self.table = table
        self.record_id = record_id
        self.expected = expected

    def sentence(self) -> str:
        """Return what was expected."""
        return f"{self.table}.csv, {self.record_id}: expected {self.expected}."


class SaveFailedError(JournalError):
    """The words could not be stored; the file is as it was before."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Keep the file, the system's reason and what to do."""
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def sentence(self) -> str:
        """Return why the save failed and that nothing was lost."""
        return (
            f"Not saved: {self.path.name} could not be written ({self.reason}). "
            f"What was there before is unchanged. {self.remedy}"
        )


class JournalLockedError(JournalError):
    """Another program has held the journal for longer than we wait."""

    def __init__(self, path: Path, holder: str, waited_seconds: float) -> None:
        """Keep who holds the lock and how long was waited."""
        super().__init__(path, holder, waited_seconds)
        self.path = path
        self.holder = holder
        self.waited_seconds = waited_seconds

    def sentence(self) -> str:
        """Return who holds it and what to do."""
        return (
            f"Not saved: the journal was busy for {self.waited_seconds:.0f} seconds. "
            f"It is held by {self.holder}. Close that notebook or restart its kernel, "
            "then save again."
        )


class TableRefusedError(JournalError):
    """A file cannot be written safely as it stands."""

    def __init__(self, path: Path, problem: str) -> None:
        """Keep the file and the problem's sentence."""
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def sentence(self) -> str:
        """Return why nothing is written."""
        return f"Not saved: nothing is written to {self.path.name} as it stands. {self.problem}"


class JournalFolderError(JournalError):
    """The journal's folder cannot be used."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Keep folder, reason and remedy."""
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def sentence(self) -> str:
        """Return why, and what to do."""
        return f"The journal folder {self.path} cannot be used: {self.reason}. {self.remedy}"


class NewerJournalError(JournalError):
    """The journal was written by a newer version of this program."""

    def __init__(self, path: Path, found: int, supported: int) -> None:
        """Keep the two version numbers."""
        super().__init__(path, found, supported)
        self.path = path
        self.found = found
        self.supported = supported

    def sentence(self) -> str:
        """Return both versions and the way out."""
        return (
            f"{self.path.name} was written by a newer version of interview_journal (format "
            f"{self.found}; this one knows up to {self.supported}). Nothing was touched. "
            "Update interview_journal, then open it again."
        )


class BackupError(JournalError):
    """A backup cannot be made or restored."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Keep the file, the reason and what to do."""
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def sentence(self) -> str:
        """Return why, and what to do."""
        return f"Backup {self.path.name}: {self.reason}. {self.remedy}"


class ImportRefusedError(JournalError):
    """A file to be read in is not what it should be."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Keep the file, the reason and what to do."""
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def sentence(self) -> str:
        """Return why it was refused, and what to do."""
        return f"{self.path.name} was not read: {self.reason}. {self.remedy}"


class TemplateMistakeError(JournalError):
    """A person's own template for drafts does not work."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        """Keep the file's name, the line, 1 for the first, and what is wrong there."""
        super().__init__(file, line, problem)
        self.file = file
        self.line = line
        self.problem = problem

    def sentence(self) -> str:
        """Return what is wrong, where, and what to do."""
        return (
            f"templates/{self.file} line {self.line}: {self.problem}. "
            "Correct it, or take the file away to have the usual draft back."
        )


class ExportError(JournalError):
    """A file to be written cannot be written."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Keep the file, the reason and what to do."""
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def sentence(self) -> str:
        """Return why it was not written, and what to do."""
        return f"{self.path.name} was not written: {self.reason}. {self.remedy}"
