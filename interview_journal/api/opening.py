"""Where the journal is, and how it is opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interview_journal.api.clock import present
from interview_journal.errors import JournalFolderError
from interview_journal.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

__all__ = ["HOME_VARIABLE", "default_journal_path", "open_journal", "sample_path"]

HOME_VARIABLE: Final = "INTERVIEW_JOURNAL_HOME"
"""Names the journal's folder when no path is given."""

_PACKAGE: Final = Path(__file__).resolve().parent.parent


def open_journal(
    path: str | Path | None = None, *, now: Callable[[], datetime] = present
) -> Journal:
    """Return the journal in that folder; nothing is made before the first write.

    Args:
        path: The folder. None takes the one that ``INTERVIEW_JOURNAL_HOME`` names, else
            ``data/journal`` of the checkout, else ``interview_journal/journal`` at home.
        now: Returns the present, aware; for tests and for looking back.

    Raises:
        JournalFolderError: If the path cannot be a journal's folder.
        NewerJournalError: If a newer version of this program wrote to it.

    Example:
        >>> import tempfile
        >>> from datetime import date
        >>> from interview_journal.core.records import Answer, Application, Interview
        >>> journal = open_journal(tempfile.mkdtemp() + "/journal")
        >>> applied = journal.add(Application(company="Acme"))
        >>> first = journal.add(Interview(application_id=applied.id, held_on=date(2026, 3, 4)))
        >>> _ = journal.add(Answer(interview_id=first.id, question="Why us?", answer="Because."))
        >>> [answer.question for answer in journal.answers]
        ['Why us?']
    """
    if path is not None and not str(path).strip():
        raise JournalFolderError(Path("?"), "its name is empty", "Name a folder.")
    folder = default_journal_path() if path is None else Path(path).expanduser()
    return Journal(folder, now=now)


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
