"""A new journal's folder, made before the first word is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.api.opening import open_journal
from interview_journal.core.tables import TABLES
from interview_journal.errors import JournalFolderError
from interview_journal.store.folder import make_folder

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

__all__ = ["make_journal"]


def make_journal(path: str | Path | None = None) -> Journal:
    """Make the folder of a new journal, readable by its owner only, and return the journal.

    A journal that is already there is returned as it is.

    Args:
        path: The folder; None takes the person's own.

    Raises:
        JournalFolderError: If the folder holds other files, or cannot be made.

    Example:
        >>> import tempfile
        >>> make_journal(tempfile.mkdtemp() + "/journal").is_empty
        True
    """
    journal = open_journal(path)
    folder = journal.path
    if folder.is_dir() and not any((folder / t.file_name).exists() for t in TABLES.values()):
        others = [inner.name for inner in folder.iterdir() if not inner.name.startswith(".")]
        if others:
            raise JournalFolderError(
                folder, "it already holds other files", "Name a new or an empty folder."
            )
    make_folder(folder)
    return journal
