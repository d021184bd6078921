"""One table's file that is also written: appended to, cut where torn, compared with the cache.

Writing goes on from what the last look saw; whatever else stands there by then stops it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from interview_journal.core.tables import Table
from interview_journal.errors import SaveFailedError, TableRefusedError
from interview_journal.store.appending import append_durably, cut_durably
from interview_journal.store.coming_rows import ComingRows
from interview_journal.store.disk import FileMovedOnError, save_failed, sync_folder, write_private
from interview_journal.store.known_ids import Glimpse, KnownIds, KnownRow
from interview_journal.store.layout import Layout, canonical_header, canonical_layout
from interview_journal.store.pieces import Scan
from interview_journal.store.row_form import row_bytes
from interview_journal.store.second_copy import SecondCopy
from interview_journal.store.table_reader import TAIL, Change, Mark, TableReader, stat_of

__all__ = ["Change", "TableFile"]


_TRIES: Final = 3


class TableFile(TableReader):
    """A table of the journal, or of its history."""

    def __init__(
        self,
        folder: Path,
        table: Table,
        *,
        known: KnownIds | None = None,
        copy: SecondCopy | None = None,
    ) -> None:
        """Name the file; nothing is read yet.

        Args:
            folder: Where the file is.
            table: Whose rows.
            known: The cache that tells which rows vanished; None where nobody asks.
            copy: Where each saved row is kept once more; None where that is not wanted.
        """
        super().__init__(folder / table.file_name, table)
        self.missed: dict[str, int] = {}
        self._known = known
        self._copy = copy
        self._is_cache_behind = True
        self._others_wrote = False
        # What every save asks of the layout, found out once for each.
        self._weighed: Layout | None = None
        self._is_complete = True
        self._is_plain = True

    # What is gone -------------------------------------------------------------------------

    def _load(self) -> None:
        for _ in range(_TRIES):
            # Before the table: a line that comes later speaks of a row we cannot have seen.
            glimpse = self._known.glimpse() if self._known is not None else Glimpse(0, None)
            super()._load()
            if self._is_still_named():
                break
        self._others_wrote = False
        self.missed = {} if self.refusal else self._find_missed(glimpse)
        self._is_cache_behind = glimpse.last is None or glimpse.last.size != self._scan.consumed

    def _is_still_named(self) -> bool:
        """Return whether no other file took this one's place while it was read."""
        try:
            status = stat_of(self.path)
        except OSError:
            return True
        if status is None or self._mark is None:
            return status is None and self._mark is None
        return status.st_ino == self._mark.inode

    def _take_more(self, status: object) -> Change:
        change = super()._take_more(status)  # type: ignore[arg-type]
        self._others_wrote = True
        self.missed = self._still_missed(self.missed)
        return change

    def _find_missed(self, glimpse: Glimpse) -> dict[str, int]:
        """Return the rows that the cache knows and the file no longer has."""
        if self._known is None or not glimpse.upto:
            return {}
        if glimpse.last is not None and self._carries(glimpse.last):
            return self._still_missed(self._known.missed(glimpse.upto))
        return self._still_missed(self._known.newest(glimpse.upto))

    def _still_missed(self, candidates: dict[str, int]) -> dict[str, int]:
        newest = self.rows.newest
        return {
            record_id: revision
            for record_id, revision in candidates.items()
            if record_id not in newest or newest[record_id].revision < revision
        }

    def _carries(self, last: KnownRow) -> bool:
        """Return whether the row of the cache's newest line still ends where it ended."""
        mark = f'"{last.end}"\r\n'.encode()
        if self._mark is None or not len(mark) <= last.size <= self._mark.size:
            return False
        try:
            return self._read(last.size - len(mark), len(mark)) == mark
        except OSError:
            return False

    def note_known(self, leaving_out: Container[str] = ()) -> None:
        """Write the cache anew from what is in the file, keeping what is missed."""
        if self._known is None or self.refusal is not None:
            return
        self._is_cache_behind = False
        for record_id in [key for key in self.missed if key in leaving_out]:
            del self.missed[record_id]
        size = self._scan.consumed
        # The row at the file's end comes last: it is the one that is looked for.
        entries = sorted(self.rows.newest.items(), key=lambda item: item[1].line)
        lines = (
            KnownRow(key, entry.revision, size, entry.cells[-1])
            for key, entry in entries
            if key not in leaving_out
        )
        if not self._known.rewrite(self.missed, lines):
            self._known.forget()
            # Trying again at each save would cost the more the larger the table is.
            self._known = None

    def accept_missing(self) -> None:
        """Forget the rows that are gone: the person meant it."""
        self.missed = {}
        self.note_known()

    # Writing ------------------------------------------------------------------------------

    @property
    def needs_rewrite(self) -> bool:
        """Whether a row of ours cannot be appended to the file as it is laid out."""
        if self.layout is not self._weighed:
            layout = self._weighed = self.layout
            self._is_complete = layout.is_complete
            self._is_plain = layout.is_canonical and layout.separator == ","
        return not (self._is_complete or self._header_missing or self.refusal)

    @property
    def takes_rows(self) -> bool:
        """Whether a row can be appended to the file as it was last looked at."""
        return self.loaded and not (self.refusal or self._scan.torn or self.needs_rewrite)

    def cut_torn(self) -> None:
        """Cut the unfinished row off; it must have been copied elsewhere before.

        Raises:
            FileMovedOnError: If another program changed the file since the look.
            SaveFailedError: If the system refuses.
        """
        if self._mark is None or not self.torn_bytes:
            return
        mark = self._mark
        cut_durably(self.path, self._scan.consumed, inode=mark.inode, found_size=mark.size)
        # The next look finds a shorter file and reads it whole: it happens once a crash.
        self.loaded = False

    def append(self, new_rows: Sequence[Sequence[str]], *, day: date) -> None:
        """Append rows (own cells, ``end`` last); look and make it ready before, under the lock.

        Raises:
            TableRefusedError: If the file cannot be ours, or was not made ready.
            FileMovedOnError: If another program changed the file since the look.
            SaveFailedError: If the disk refuses; the file is then as it was.
        """
        if not self.takes_rows:
            refusal = self.refusal
            why = "It must be made ready first." if refusal is None else refusal.sentence
            raise TableRefusedError(self.path, why)
        if self._header_missing:
            self.layout = canonical_layout(self.table)
            self._is_plain = True
        plain = row_bytes(new_rows)
        data = plain
        if not self._is_plain:
            rows = [self.layout.file_cells(row) for row in new_rows]
            data = row_bytes(rows, separator=self.layout.separator)
        if self._others_wrote:
            self._look_at_cache()
        line = self._scan.line
        if self._header_missing:
            data, line = canonical_header(self.table) + data, 2
        elif self._mark is not None:
            line_end = _line_end(self._mark.tail)
            data, line = line_end + data, line + (line_end == b"\r\n")
        coming = ComingRows(
            new_rows,
            plain,
            line=line,
            size=len(data) + (self._mark.size if self._mark is not None else 0),
            copy=self._copy,
            known=None if self._is_cache_behind else self._known,
        )
        try:
            mark = self._write(data, lambda: coming.begin(day))
        except BaseException:
            coming.take_back()
            raise
        self._take(coming, mark)
        if not coming.is_known:
            self.note_known()

    def _write(self, data: bytes, meanwhile: Callable[[], None]) -> Mark:
        """Put the bytes behind the last row, or begin the file with them."""
        mark = self._mark
        if mark is None:
            mark = self._start_file(data)
            meanwhile()
            return mark
        status = append_durably(
            self.path,
            data,
            inode=mark.inode,
            size=mark.size,
            changed_ns=mark.changed_ns,
            meanwhile=meanwhile,
        )
        return Mark(status.st_ino, mark.size + len(data), status.st_mtime_ns, data[-TAIL:])

    def _start_file(self, data: bytes) -> Mark:
        # Where the name is a link to a file that does not exist yet, the link stays.
        real = self.path.resolve()
        try:
            write_private(real, [data])
            sync_folder(real.parent)
            status = real.stat()
        except SaveFailedError as error:
            if isinstance(error.__cause__, FileExistsError):
                raise FileMovedOnError(self.path) from error
            raise SaveFailedError(self.path, error.reason, error.remedy) from error
        except OSError as error:
            # The row is there, but a power cut could still take the file: it is not "saved".
            raise save_failed(self.path, error) from error
        return Mark(status.st_ino, len(data), status.st_mtime_ns, data[-TAIL:])

    def _take(self, coming: ComingRows, mark: Mark) -> None:
        """Take the written rows in; the mark last, so that an interrupt means one more look."""
        for record_id, entry in coming.entries:
            self.rows.take_whole(record_id, entry)
        self._header_missing = False
        self.missed = self._still_missed(self.missed) if self.missed else {}
        self._scan = Scan(mark.size, coming.line)
        self._mark = mark

    def _look_at_cache(self) -> None:
        self._others_wrote = False
        if self._known is not None:
            # One that died between its row and its line left a gap; we hold the lock now.
            last = self._known.glimpse().last
            self._is_cache_behind = last is None or last.size != self._scan.consumed


def _line_end(tail: bytes) -> bytes:
    """Return what ends the last line, where an editor left it open."""
    if tail[-1:] == b"\n":
        return b""
    return b"\n" if tail[-1:] == b"\r" else b"\r\n"
