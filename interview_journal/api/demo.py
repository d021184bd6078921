"""The sample journal in a folder of its own, to look at and to try things on."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from interview_journal.api.journal_paths import default_journal_path, sample_path
from interview_journal.core.tables import TABLES
from interview_journal.errors import ExportError
from interview_journal.exporting.placing import folder_in_place, private_file, write_private_bytes

__all__ = ["copy_sample", "default_sample_folder"]

_IGNORE: Final = b"# A journal to try things on; none of it belongs into version control.\n*\n"


def default_sample_folder() -> Path:
    """Return where the sample is copied to when no folder is named: beside the own journal."""
    return default_journal_path().with_name("example")


def copy_sample(target: str | Path | None = None) -> Path:
    """Copy the sample journal to a folder and return the folder.

    A copy that is already there is left as it is, with all that was tried on it.

    Args:
        target: A new or an empty folder; None takes the one beside the person's own journal.

    Raises:
        ExportError: If the folder holds something else, or the disk refuses.
        JournalFolderError: If the sample was not installed.

    Example:
        >>> import tempfile
        >>> copy_sample(tempfile.mkdtemp() + "/example").name
        'example'
    """
    place = default_sample_folder() if target is None else Path(target).expanduser()
    source = sample_path()
    if _is_copy(place, source):
        return place
    with folder_in_place(place, refusal=ExportError) as folder:
        for path in sorted(source.rglob("*")):
            name = path.relative_to(source)
            inner = folder / name
            if any(part.startswith(".") for part in name.parts):
                # Caches and locks of whoever looked at the sample in its own place.
                continue
            if path.is_dir():
                inner.mkdir(mode=0o700)
                continue
            with path.open("rb") as stream, private_file(inner) as out:
                while data := stream.read(1 << 20):
                    out.write(data)
        write_private_bytes(folder / ".gitignore", _IGNORE)
    return place


def _is_copy(place: Path, source: Path) -> bool:
    """Return whether a folder holds the sample's applications: the first rows never change."""
    first = f"{next(iter(TABLES))}.csv"
    try:
        whole = (source / first).read_bytes()
        with (place / first).open("rb") as file:
            return file.read(len(whole)) == whole
    except OSError:
        return False
