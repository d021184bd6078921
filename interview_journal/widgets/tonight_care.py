"""What a press on a line about the files does: bring back, accept, take in, merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.results import Result

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

__all__ = ["CARE_PRESSES", "Care"]

CARE_PRESSES: Final = frozenset(
    {
        "bring back",
        "accept missing",
        "accepted",
        "keep asking",
        "tidy",
        "merge copies",
    }
)
NOTHING_FOUND: Final = "Nothing was left to do."


class Care:
    """Does what is pressed in the list of what to look at.

    Attributes:
        confirming: The key of the line that waits for a second press.
    """

    def __init__(self, journal: Journal) -> None:
        """Care for that journal's files."""
        self._journal = journal
        self.confirming = ""

    def press(self, name: str, item: str) -> Result | None:
        """Do it and return what was done; None where nothing is done yet.

        Args:
            name: What was pressed.
            item: The line's key.
        """
        waiting, self.confirming = self.confirming, ""
        if name == "accept missing":
            # Asked twice: what may go now cannot be asked for again.
            self.confirming = item
            return None
        if name == "accepted" and item == waiting:
            self._journal.accept_missing()
            return Result(key="accepted", texts=("Noted: they may go. The backups keep them.",))
        done = {
            "bring back": self._journal.bring_back,
            "tidy": self._journal.tidy,
            "merge copies": self._journal.merge_copies,
        }.get(name)
        if done is None:
            return None
        said = [f"{sentence}." for sentence in done()]
        return Result(key=f"{name}:{len(said)}", texts=tuple(said) or (NOTHING_FOUND,))
