"""Where the person's own journal is, and where the sample is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from interview_journal.errors import JournalFolderError

__all__ = ["HOME_VARIABLE", "default_journal_path", "sample_path"]

HOME_VARIABLE: Final = "INTERVIEW_JOURNAL_HOME"
"""Names the journal's folder when no path is given."""

_PACKAGE: Final = Path(__file__).resolve().parent.parent


def default_journal_path() -> Path:
    """Return the folder of the person's own journal; it may not exist yet."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "notebooks").is_dir():
        return checkout / "data" / "journal"
    return Path.home() / "interview_journal" / "journal"


def sample_path() -> Path:
    """Return the folder of the sample journal that comes with the program.

    Raises:
        JournalFolderError: If it was not installed.
    """
    for folder in (_PACKAGE / "_sample", _PACKAGE.parent / "data" / "sample"):
        if folder.is_dir():
            return folder
    raise JournalFolderError(
        _PACKAGE / "_sample", "the sample is missing", "Install interview_journal again."
    )
