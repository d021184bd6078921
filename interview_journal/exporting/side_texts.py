"""Texts that an xlsx cell cannot hold, kept whole in files of their own.

A workbook cuts long text, has no place for control characters, and its readers disagree on
text that looks like one of its escapes (``_x0041_``). Such a text is written to a file that
is named in the cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from interview_journal.exporting.placing import write_private_bytes

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SideTexts", "fits_cell", "marker", "side_name"]

_UNITS_AT_MOST: Final = 32_767
"""What a cell holds, in UTF-16 units: an emoji counts as two."""
_LINE_FEEDS_AT_MOST: Final = 253
_NOT_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ESCAPE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")
_NAME: Final = re.compile(r"[a-z_]+-[a-z][A-Za-z0-9_.\-]*\.txt")
_MARKER: Final = "[The whole text is in the file {}]"
_MARKER_START: Final = _MARKER.partition("{")[0]


def fits_cell(text: str) -> bool:
    r"""Return whether every reader of xlsx gives this text back from a cell.

    Text that could be taken for one of our markers does not fit either.

    Example:
        >>> fits_cell("=1+1"), fits_cell("my_x0041_name"), fits_cell("a\x07b"), fits_cell("  ")
        (True, False, False, False)
    """
    if not text:
        return True
    return (
        # Only white space: no reader is told to keep it.
        bool(text.strip())
        and len(text) + sum(char > "\uffff" for char in text) <= _UNITS_AT_MOST
        and text.count("\n") <= _LINE_FEEDS_AT_MOST
        and _NOT_XML.search(text) is None
        and _ESCAPE.search(text) is None
        and not text.startswith(_MARKER_START)
    )


def marker(name: str) -> str:
    """Return what stands in the cell in the place of a text kept in that file."""
    return _MARKER.format(name)


def side_name(name: str) -> bool:
    """Return whether a file of this name can be one that we wrote beside a workbook."""
    return _NAME.fullmatch(name) is not None


class SideTexts:
    """The texts kept beside one workbook."""

    def __init__(self, folder: Path, shown_as: str) -> None:
        """Name the folder, which is made with its first text.

        Args:
            folder: Where the files are written.
            shown_as: The folder's name as the cells show it.
        """
        self._folder = folder
        self._shown_as = shown_as
        self._taken: set[str] = set()

    @property
    def count(self) -> int:
        """How many texts are kept here."""
        return len(self._taken)

    def keep(self, table: str, record_id: str, column: str, text: str) -> str:
        """Write the text to a file of its own and return what the cell says instead.

        Raises:
            OSError: If the system refuses.
        """
        if not self._taken:
            self._folder.mkdir(mode=0o700)
        name = self._free_name(f"{table}-{record_id}-{column}")
        write_private_bytes(self._folder / name, text.encode("utf-8"))
        return marker(f"{self._shown_as}/{name}")

    def _free_name(self, stem: str) -> str:
        """Return a name that is free also where a and A are the same letter."""
        name, count = f"{stem}.txt", 1
        while name.casefold() in self._taken:
            count += 1
            name = f"{stem}-{count}.txt"
        self._taken.add(name.casefold())
        return name
