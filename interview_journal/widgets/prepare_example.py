"""The example as it stood on the evening before its next round: something to prepare for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.widgets.tonight_example import example_evening

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

__all__ = ["open_prepared_example"]


def open_prepared_example() -> Journal:
    """Return the sample journal with the clock of that evening; nothing is written into it.

    Raises:
        JournalFolderError: If it was not installed.
    """
    evening = example_evening(open_journal(sample_path()))
    return open_journal(sample_path(), now=lambda: evening)
