"""Pages made of the journal, to print or to open in a browser: files in the folder ``pages``.

They hold the journal's words and can always be made again. So each replaces the one before, no
backup takes them along, and erasing anything removes them all.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from interview_journal.store.disk import remove_durably, replace_durably, write_private
from interview_journal.store.folder import PAGES, make_folder, make_inner_folder

__all__ = ["Pages", "remove_pages"]

_NAME: Final = re.compile(r"[a-z][a-z_]{0,40}\.(?:html|txt)")


class Pages:
    """The pages of one journal."""

    def __init__(self, folder: Path) -> None:
        """Name the journal's folder; nothing is made yet."""
        self._journal = folder
        self._folder = folder / PAGES

    def keep(self, name: str, text: str) -> Path:
        """Write a page that only its owner can read, in the place of an earlier one of that name.

        Args:
            name: Small letters and underscores, then ``.html`` or ``.txt``.
            text: The page.

        Raises:
            ValueError: If the name is another.
            SaveFailedError: If the disk refuses.
            JournalFolderError: If the folder cannot be made.
        """
        if not _NAME.fullmatch(name):
            message = f"no page is named {name!r}"
            raise ValueError(message)
        make_folder(self._journal)
        make_inner_folder(self._folder)
        path = self._folder / name
        data = text.encode("utf-8")
        if path.exists():
            replace_durably(path, [data])
        else:
            write_private(path, [data])
        return path


def remove_pages(folder: Path) -> tuple[Path, ...]:
    """Remove every page of a journal and return which there were.

    Raises:
        SaveFailedError: If the system refuses; pages removed before stay removed.
    """
    gone = tuple(path for path in sorted((folder / PAGES).glob("*")) if path.is_file())
    for path in gone:
        remove_durably(path)
    return gone
