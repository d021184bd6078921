"""A backup as a zip file: plain files anybody can unpack, and a list of what they should be.

``backup.json`` names every file with its size and SHA-256, so that a damaged copy is known
before anything is put in its place. The zip is read back before it takes its name.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from interview_journal.errors import BackupError
from interview_journal.exporting.archive_reading import FOLDER, KIND, LIST_NAME, VERSION, read_list
from interview_journal.exporting.placing import file_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

__all__ = ["Member", "write_archive"]

_CHUNK: Final = 1 << 20
_MODE: Final = 0o600 << 16
_FIRST_STAMP: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a backup.

    Attributes:
        name: Its name inside the journal folder, with ``/``.
        stream: Its bytes, open for reading.
        size: How many of them belong to the backup; a table may have grown meanwhile.
    """

    name: str
    stream: BinaryIO
    size: int


def write_archive(
    target: Path, members: Iterable[Member], made_at: datetime, *, force: bool = False
) -> int:
    """Write a zip of these files, read it back, and return how many it holds.

    Raises:
        BackupError: If the target is taken, the system refuses, or it does not read back.
    """
    with file_in_place(target, force=force, refusal=BackupError) as path:
        listed = _write(path, members, made_at)
        path.chmod(0o600)
        read_list(path, shown_as=target).verify()
    return len(listed)


def _write(path: Path, members: Iterable[Member], made_at: datetime) -> list[dict[str, Any]]:
    # A zip knows no year before 1980, where a clock without battery stands.
    stamp = max(made_at.timetuple()[:6], _FIRST_STAMP)
    listed = []
    with zipfile.ZipFile(path, "x", compression=zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            info = _info(f"{FOLDER}/{member.name}", stamp)
            info.file_size = member.size
            digest = hashlib.sha256()
            left = member.size
            with archive.open(info, "w") as out:
                while left and (data := member.stream.read(min(_CHUNK, left))):
                    digest.update(data)
                    out.write(data)
                    left -= len(data)
            fact = {"name": member.name, "size": member.size - left, "sha256": digest.hexdigest()}
            listed.append(fact)
        about = {
            "kind": KIND,
            "version": VERSION,
            "made_at": made_at.isoformat(timespec="seconds"),
            "files": listed,
        }
        text = json.dumps(about, indent=1, ensure_ascii=True)
        archive.writestr(_info(LIST_NAME, stamp), text.encode("ascii"))
    return listed


def _info(name: str, stamp: Any) -> zipfile.ZipInfo:  # noqa: ANN401 - six numbers of a date
    info = zipfile.ZipInfo(name, stamp)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _MODE
    return info
