"""How a journal is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from interview_journal.api.clock import present
from interview_journal.api.journal_paths import default_journal_path
from interview_journal.errors import JournalFolderError
from interview_journal.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

__all__ = ["open_journal"]


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
