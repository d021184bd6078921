"""What could not be read with certainty, and what was changed in two places: as values.

Faults in a person's data are no exceptions: the journal opens, shows what it has, and lists
these with the place and the remedy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from interview_journal.core.records import Record

__all__ = ["Conflict", "Problem", "ProblemKind"]

ProblemKind = Literal[
    "unreadable row",
    "unreadable cell",
    "unreadable file",
    "unknown header",
    "edited outside",
    "typed by hand",
    "missing column",
    "other encoding",
    "orphan",
    "vanished",
    "torn row set aside",
    "rival copy",
    "backup not made",
    "history changed",
    "empty file",
    "empty row",
    "other layout",
    "row twice",
    "version control",
    "network folder",
    "question file",
    "own template",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One located problem in the journal's files.

    Attributes:
        kind: What sort of problem.
        file: The file's name inside the journal folder.
        line: The line it starts on, 1 for the header; None when it is about the whole file.
        column: The column's name, where one cell is meant.
        record_id: The id of the row, where known.
        found: What stood there, shortened; never a person's free text.
        expected: What should stand there.
        remedy: What to do.
        row_count: How many rows of the file are not shown because of it.
        notice: True when nothing is wrong with the rows shown: told, not asked about.
    """

    kind: ProblemKind
    file: str
    line: int | None = None
    column: str | None = None
    record_id: str | None = None
    found: str = ""
    expected: str = ""
    remedy: str = ""
    row_count: int = 0
    notice: bool = False

    @property
    def sentence(self) -> str:
        """The problem in one or two plain sentences."""
        place = self.file
        if self.line is not None:
            place += f" line {self.line}"
        if self.column is not None:
            place += f', column "{self.column}"'
        if self.record_id is not None:
            place += f" ({self.record_id})"
        middle: str = self.kind
        if self.expected and self.found:
            middle = f"expected {self.expected}, found {self.found}"
        elif self.found:
            middle = self.found
        return f"{place}: {middle}. {self.remedy}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Rival rows: one id and revision, different words.

    Attributes:
        table: The table's name.
        record_id: The id both share.
        revision: The revision number both carry.
        records: All rivals, the earliest saved first; that one is shown until it is settled.
    """

    table: str
    record_id: str
    revision: int
    records: tuple[Record, ...]

    @property
    def sentence(self) -> str:
        """The conflict in one plain sentence."""
        return (
            f"{self.table}.csv: {self.record_id} was changed in {len(self.records)} places at "
            f"once (revision {self.revision}). Choose the one to keep; the others stay in "
            "its history."
        )
