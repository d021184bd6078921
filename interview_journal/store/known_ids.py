"""Which rows a table held when we last looked: a cache that can be deleted at any time.

One line a save: id, revision, the table's size after it and the row's end mark. When the
table no longer carries that mark at that place, somebody else rewrote it, and only then are
the ids compared, to say which rows are gone. Lines that start with ``!`` name rows already
missed, so that the question stays until it is answered.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from interview_journal.store.disk import (
    BINARY,
    FILE_MODE,
    FOLDER_MODE,
    close_quietly,
    cut_added,
    write_all,
)

__all__ = ["Glimpse", "KnownIds", "KnownRow", "lines_of"]

_LINE_AT_MOST: Final = 512
_FIELDS: Final = 4


class KnownRow(NamedTuple):
    """One line: a row as it was saved."""

    record_id: str
    revision: int
    size: int
    end: str


class Glimpse(NamedTuple):
    """How much of the cache stood there at one moment, and its newest line.

    It is taken before the table is read: a line that comes later speaks of a row that the
    reader cannot have seen.
    """

    upto: int
    last: KnownRow | None


class KnownIds:
    """The cache of one table."""

    def __init__(self, folder: Path, table_name: str) -> None:
        """Name the cache's file; nothing is read or made yet."""
        self._path = folder / f"{table_name}.ids"
        self._name = os.fspath(self._path)

    def glimpse(self) -> Glimpse:
        """Return where the cache ends now; 0 bytes and no line when there is none."""
        try:
            with self._path.open("rb") as file:
                count = file.seek(0, os.SEEK_END)
                file.seek(max(0, count - _LINE_AT_MOST))
                lines = file.read().split(b"\n")
        except OSError:
            return Glimpse(0, None)
        last = lines[-2] if len(lines) > 1 else b""
        # A line that was cut, by a full disk or a crash, is no line to trust.
        return Glimpse(count, None if lines[-1] or last[:1] == b"!" else _parse(last))

    def missed(self, upto: int) -> dict[str, int]:
        """Return the ids already found missing, each with its newest known revision."""
        found: dict[str, int] = {}
        for line in self._lines(upto):
            if line[:1] != b"!":
                break
            row = _parse(line[1:])
            if row is not None:
                found[row.record_id] = row.revision
        return found

    def newest(self, upto: int) -> dict[str, int]:
        """Return every known id with its newest known revision, missed ones included."""
        found: dict[str, int] = {}
        for line in self._lines(upto):
            row = _parse(line.lstrip(b"!"))
            if row is not None:
                found[row.record_id] = max(row.revision, found.get(row.record_id, 0))
        return found

    def _lines(self, upto: int) -> Iterator[bytes]:
        with suppress(OSError), self._path.open("rb") as file:
            for line in file:
                upto -= len(line)
                if upto < 0 or not line.endswith(b"\n"):
                    return
                yield line[:-1]

    def append(self, lines: bytes) -> bool:
        """Add lines and return whether there was a cache to add them to."""
        try:
            descriptor = os.open(self._name, os.O_WRONLY | os.O_APPEND | BINARY)
        except OSError:
            return False
        try:
            write_all(descriptor, lines)
        except OSError:
            # Only a cache: it is made anew at once, or at the next opening.
            return False
        finally:
            close_quietly(descriptor)
        return True

    def take_back(self, lines: bytes) -> None:
        """Take lines that were added last off the end: their rows are not saved."""
        if not cut_added(self._name, lines):
            # It must not ask for rows that never were.
            self.forget()

    def rewrite(self, missed: Mapping[str, int], rows: Iterable[KnownRow]) -> bool:
        """Put a new cache in the place of the old one; return whether the system let us.

        Not forced to the disk: after a power cut it is compared and made anew.
        """
        beside = self._path.with_name(f".{self._path.name}.{secrets.token_hex(8)}.new")
        try:
            self._path.parent.mkdir(mode=FOLDER_MODE, exist_ok=True)
            self._write(beside, missed, rows)
            beside.replace(self._path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            return False
        return True

    def _write(self, path: Path, missed: Mapping[str, int], rows: Iterable[KnownRow]) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, FILE_MODE)
        try:
            marks = [b"!" + _line(KnownRow(key, rev, 0, "-")) for key, rev in missed.items()]
            write_all(descriptor, b"".join([*marks, *map(_line, rows)]))
        finally:
            os.close(descriptor)

    def forget(self) -> None:
        """Remove the cache."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def lines_of(rows: Iterable[Sequence[str]], size: int) -> bytes:
    r"""Return the lines of rows (own cells, ``end`` last) that were saved together.

    Args:
        rows: The rows.
        size: The table's size in bytes with all of them.

    Example:
        >>> lines_of([["a_x", "1", "Why?", "e1_0000abcd"]], 90)
        b'a_x 1 90 e1_0000abcd\n'
    """
    return "".join([f"{row[0]} {row[1]} {size} {row[-1] or '-'}\n" for row in rows]).encode()


def _line(row: KnownRow) -> bytes:
    return lines_of([(row.record_id, str(row.revision), row.end)], row.size)


def _parse(line: bytes) -> KnownRow | None:
    parts = line.decode("utf-8", "replace").split(" ")
    if len(parts) != _FIELDS or not (parts[1] + parts[2]).isascii():
        return None
    if not parts[1].isdigit() or not parts[2].isdigit():
        return None
    return KnownRow(parts[0], int(parts[1]), int(parts[2]), parts[3])
