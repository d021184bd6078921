"""The person's own templates for drafts: files in the journal's folder ``templates``.

A file that has the name of one of ours goes before it. Nothing is written here but the copy that
the person asks for, to begin from.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interview_journal.core.outgoing import DRAFT_KINDS, template_name
from interview_journal.core.problems import Problem
from interview_journal.store.disk import write_private
from interview_journal.store.folder import TEMPLATES, make_folder, make_inner_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LETTER_TEMPLATE", "OwnTemplates"]

LETTER_TEMPLATE: Final = "letter.txt.j2"
"""What all letters share: greeting and ending."""

_NAMES: Final = frozenset({LETTER_TEMPLATE, *map(template_name, DRAFT_KINDS)})
_READ_AT_MOST: Final = 1 << 18
_REMEDY: Final = "docs/drafts.md lists the names and says what can stand in such a file."


class OwnTemplates:
    """The templates of one journal, read each time they are asked for: the files are small."""

    def __init__(self, folder: Path) -> None:
        """Name the journal's folder; nothing is read or made yet."""
        self._journal = folder
        self._folder = folder / TEMPLATES

    @property
    def texts(self) -> Mapping[str, str]:
        """The templates by their names; what cannot be read is left out and told."""
        return {path.name: text for path, text in self._read() if text is not None}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stands in the folder and is not used, one problem a file."""
        unread = [path for path, text in self._read() if text is None]
        named = {path.name for path in self._files()}
        return (
            *(_problem(name, "no draft is made from it") for name in sorted(named - _NAMES)),
            *(
                _problem(path.name, "it cannot be read, or is larger than 256 KB")
                for path in unread
            ),
        )

    def keep(self, name: str, text: str) -> Path:
        """Write a template to begin from and return its path; one that is there stays as it is.

        Raises:
            ValueError: If no draft is made from a template of that name.
            SaveFailedError: If the disk refuses.
            JournalFolderError: If the folder cannot be made.
        """
        if name not in _NAMES:
            message = f"no draft is made from a template named {name!r}"
            raise ValueError(message)
        path = self._folder / name
        if not path.exists():
            make_folder(self._journal)
            make_inner_folder(self._folder)
            write_private(path, [text.encode("utf-8")])
        return path

    def _files(self) -> Iterator[Path]:
        # What editors leave beside a file begins with a dot or ends with a tilde.
        for path in sorted(self._folder.glob("*")):
            if path.is_file() and not path.name.startswith(".") and not path.name.endswith("~"):
                yield path

    def _read(self) -> Iterator[tuple[Path, str | None]]:
        for path in self._files():
            if path.name in _NAMES:
                yield path, _text_of(path)


def _text_of(path: Path) -> str | None:
    try:
        if path.stat().st_size > _READ_AT_MOST:
            return None
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _problem(name: str, found: str) -> Problem:
    return Problem(
        kind="own template",
        file=f"{TEMPLATES}/{name}",
        found=found,
        remedy=_REMEDY,
        notice=True,
    )
