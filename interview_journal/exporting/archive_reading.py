"""A backup's zip file read without trust: bounded, checked against its list, nothing outside.

A zip can name files outside the folder, claim sizes it does not have, or blow up to fill the
disk. What is not on the list, what differs from it, and what is too much is refused before
anything takes its place.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from interview_journal.errors import BackupError
from interview_journal.exporting.placing import private_file, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["FOLDER", "KIND", "LIST_NAME", "VERSION", "Archive", "name_is_safe", "read_list"]

FOLDER: Final = "journal"
LIST_NAME: Final = "backup.json"
KIND: Final = "interview_journal backup"
VERSION: Final = 1

_CHUNK: Final = 1 << 20
_FILES_AT_MOST: Final = 20_000
_LIST_AT_MOST: Final = 8 << 20
_BYTES_AT_MOST: Final = 50_000_000
_RATIO_AT_MOST: Final = 100
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeError,
    ValueError,
    KeyError,
    TypeError,
)
"""What reading a zip raises that somebody changed by chance or on purpose."""
_ELSEWHERE: Final = "Take another backup; this one is left as it is."


def name_is_safe(name: str) -> bool:
    r"""Return whether a file's name, with ``/`` between folders, is safe on every system.

    Example:
        >>> [name_is_safe(n) for n in ("history/answers.csv", "../x", "/x", "NUL.csv", "a\\b")]
        [True, False, False, False, False]
    """
    return all(
        part not in ("", ".", "..")
        and not part.endswith((" ", "."))
        and not _UNSAFE.search(part)
        and not _RESERVED.match(part)
        for part in name.split("/")
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Archive:
    """A backup whose list was read and fits what the zip says of itself.

    Attributes:
        path: The zip file.
        made_at: When it was made, as its list says.
        files: What it holds.
        total: The sum of their sizes, in bytes.
    """

    path: Path
    shown_as: Path
    made_at: str
    files: tuple[_Listed, ...]
    total: int

    def check_size(self) -> None:
        """Refuse a backup that would unpack to more than a journal usually is.

        Raises:
            BackupError: Above 50 MB, or a hundred times the size of the zip.
        """
        packed = max(1, self.path.stat().st_size)
        if self.total > _BYTES_AT_MOST or self.total > packed * _RATIO_AT_MOST:
            raise BackupError(
                self.shown_as,
                f"it would unpack to {self.total / 1e6:,.1f} MB, "
                f"{self.total / packed:,.0f} times its size",
                "If you made it yourself and your journal is that large, add --large.",
            )

    def verify(self) -> int:
        """Read every file against its checksum and return how many there are.

        Raises:
            BackupError: If one differs.
        """
        with _opened(self.path, self.shown_as) as archive:
            for listed in self.files:
                self._copy(archive, listed, lambda _: None)
        return len(self.files)

    def unpack(self, folder: Path) -> None:
        """Write every file into a new folder, each checked against its checksum.

        Raises:
            BackupError: If one differs; the folder is then incomplete.
            OSError: If the system refuses.
        """
        with _opened(self.path, self.shown_as) as archive:
            for listed in self.files:
                target = folder.joinpath(*listed.name.split("/"))
                for parent in reversed(target.relative_to(folder).parents[:-1]):
                    (folder / parent).mkdir(mode=0o700, exist_ok=True)
                with private_file(target) as out:
                    self._copy(archive, listed, out.write)

    def _copy(
        self, archive: zipfile.ZipFile, listed: _Listed, write: Callable[[bytes], object]
    ) -> None:
        digest = hashlib.sha256()
        size = 0
        with archive.open(f"{FOLDER}/{listed.name}") as stream:
            # Never more than the zip says of itself, which read_list found equal to its list.
            while data := stream.read(_CHUNK):
                size += len(data)
                digest.update(data)
                write(data)
        if size != listed.size or digest.hexdigest() != listed.sha256:
            raise BackupError(
                self.shown_as, f"{listed.name} in it is not what was backed up", _ELSEWHERE
            )


def read_list(
    path: Path,
    *,
    accepts: Callable[[str], bool] = name_is_safe,
    shown_as: Path | None = None,
) -> Archive:
    """Return what a backup holds, after comparing its list with the zip's own.

    Args:
        path: The zip file.
        accepts: Tells whether a file of this name belongs into a journal.
        shown_as: The name to tell the person, where it differs.

    Raises:
        BackupError: If it is no backup of ours, or names what does not belong into a journal.
    """
    shown = shown_as or path
    with _opened(path, shown) as archive:
        infos = archive.infolist()
        names = [info.filename for info in infos]
        if LIST_NAME not in names:
            raise BackupError(
                shown,
                "it was not made by interview-journal backup",
                "To use single files of it, unpack it by hand.",
            )
        if len(infos) > _FILES_AT_MOST or archive.getinfo(LIST_NAME).file_size > _LIST_AT_MOST:
            raise BackupError(shown, "it holds more files than a journal has", _ELSEWHERE)
        about = json.loads(archive.read(LIST_NAME))
        _check_version(about, shown)
        files = tuple(_listed(fact, accepts, shown) for fact in about["files"])
        wanted = sorted([LIST_NAME, *(f"{FOLDER}/{listed.name}" for listed in files)])
        sizes = {info.filename: info.file_size for info in infos}
        fits = all(sizes.get(f"{FOLDER}/{listed.name}") == listed.size for listed in files)
        if sorted(names) != wanted or not fits:
            raise BackupError(shown, "its files are not those on its list", _ELSEWHERE)
        total = sum(listed.size for listed in files)
        return Archive(path, shown, str(about["made_at"]), files, total)


def _check_version(about: Any, shown: Path) -> None:  # noqa: ANN401 - whatever the file holds
    if about["kind"] != KIND:
        raise BackupError(shown, "it was not made by interview-journal backup", _ELSEWHERE)
    if about["version"] != VERSION:
        raise BackupError(
            shown,
            "it was made by a newer version of interview_journal",
            "Update interview_journal, then try again.",
        )


def _listed(fact: Any, accepts: Callable[[str], bool], shown: Path) -> _Listed:  # noqa: ANN401
    name, size, digest = fact["name"], fact["size"], fact["sha256"]
    right = isinstance(name, str) and isinstance(size, int) and isinstance(digest, str)
    if not right or size < 0 or not name_is_safe(name) or not accepts(name):
        raise BackupError(shown, "it names a file that belongs into no journal", _ELSEWHERE)
    return _Listed(name, size, digest)


@contextmanager
def _opened(path: Path, shown: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except FileNotFoundError as error:
        raise BackupError(shown, "there is no such file", "Check its name.") from error
    except OSError as error:
        raise refused(shown, error, BackupError) from error
    except _DAMAGED as error:
        raise BackupError(shown, "it is damaged or no zip file", _ELSEWHERE) from error
