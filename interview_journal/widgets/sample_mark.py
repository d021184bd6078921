"""The sample journal is looked at, never written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.api.journal_paths import sample_path
from interview_journal.errors import JournalError, JournalFolderError

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

__all__ = ["EXAMPLE", "ExampleError", "is_sample"]

EXAMPLE: Final = "This is an example. The person in it is made up, and nothing you type is kept."


class ExampleError(JournalError):
    """Somebody tried to save into the example."""

    def sentence(self) -> str:
        """Return what to do instead."""
        return (
            "This is the example, and it stays as it is. "
            "Open your own journal to write an interview down."
        )


def is_sample(journal: Journal) -> bool:
    """Return whether this is the sample journal that comes with the program."""
    try:
        return journal.path.resolve() == sample_path().resolve()
    except JournalFolderError:
        return False
