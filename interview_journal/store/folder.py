"""The journal's folder: made private, and kept out of version control."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from interview_journal.errors import JournalFolderError, SaveFailedError
from interview_journal.store.disk import FOLDER_MODE, sync_folder, write_private

__all__ = [
    "BACKUPS",
    "DRAFTS",
    "HISTORY",
    "KNOWN",
    "PAGES",
    "RECOVERED",
    "TEMPLATES",
    "check_folder",
    "make_folder",
    "make_inner_folder",
]

BACKUPS: Final = "backups"
DRAFTS: Final = "drafts"
HISTORY: Final = "history"
KNOWN: Final = ".known"
PAGES: Final = "pages"
RECOVERED: Final = "recovered"
TEMPLATES: Final = "templates"
"""The folders inside a journal; each appears when it is first needed."""

_IGNORE: Final = b"# Private words: nothing in this folder belongs into version control.\n*\n"


def check_folder(path: Path) -> None:
    """Refuse a path that cannot be a journal's folder.

    Raises:
        JournalFolderError: If it is a file, or a name no system can hold.
    """
    if "\0" in str(path):
        raise JournalFolderError(Path("?"), "its name holds a NUL character", "Choose another.")
    try:
        status = path.stat()
    except FileNotFoundError:
        return
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "unknown reason"
        raise JournalFolderError(path, reason, "Check the name and the permissions.") from error
    if not stat.S_ISDIR(status.st_mode):
        raise JournalFolderError(path, "it is a file", "Name a folder, or move the file away.")


def make_folder(path: Path) -> None:
    """Make the folder, readable by its owner only, with a list of files for git to ignore.

    Raises:
        JournalFolderError: If it cannot be made.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - asked at every save
        try:
            path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            sync_folder(path.parent)
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else "unknown reason"
            raise JournalFolderError(
                path, reason, "Choose a folder you can write to, then save again."
            ) from error
    ignore = path / ".gitignore"
    if not os.path.exists(ignore):  # noqa: PTH110 - asked at every save
        # Private words matter more than a tidy start: a refusal here shows at the first save.
        with suppress(SaveFailedError):
            write_private(ignore, [_IGNORE])


def make_inner_folder(path: Path) -> None:
    """Make a folder inside the journal, and those above it, readable by their owner only.

    Raises:
        JournalFolderError: If it cannot be made.
    """
    try:
        absent = [folder for folder in (path, *path.parents) if not folder.exists()]
        for folder in reversed(absent):
            # Each by itself: what mkdir makes on the way gets the common mode.
            folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "unknown reason"
        raise JournalFolderError(
            path, reason, "Free some space or check the permissions, then try again."
        ) from error
