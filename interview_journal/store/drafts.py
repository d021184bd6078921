"""What is typed and not yet saved, kept on disk while typing.

A draft is a small private file a form. It is written whole or not at all, outlives the kernel,
the browser and the port, and goes when the form is saved.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from interview_journal.errors import SaveFailedError
from interview_journal.store.disk import patiently, save_failed, write_private
from interview_journal.store.folder import DRAFTS, make_folder, make_inner_folder

__all__ = ["Draft", "Drafts"]

_NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,79}")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form held when it was last kept.

    Attributes:
        name: Which form.
        fields: The texts by field.
        kept_at: When, aware.
    """

    name: str
    fields: Mapping[str, str]
    kept_at: datetime


class Drafts:
    """The drafts of a journal."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Name the folder; nothing is made before the first draft."""
        self._journal = folder
        self._folder = folder / DRAFTS
        self._now = now

    def keep(self, name: str, fields: Mapping[str, str]) -> Draft:
        """Keep what a form holds and return it with its time; the later of two stays.

        Raises:
            ValueError: If the name is no plain word.
            SaveFailedError: If the disk refuses; the draft before it stays.
            JournalFolderError: If the folder cannot be made.
        """
        path = self._path(name)
        draft = Draft(name, dict(fields), self._now())
        stored = {"kept_at": draft.kept_at.isoformat(), "fields": draft.fields}
        # Escaped to ASCII: half a character typed so far must not stop the draft.
        data = json.dumps(stored, ensure_ascii=True).encode("ascii")
        make_folder(self._journal)
        make_inner_folder(self._folder)
        self._put_damaged_aside(name)
        beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
        try:
            write_private(beside, [data])
            patiently(beside.replace, path)
        except SaveFailedError as error:
            raise SaveFailedError(path, error.reason, error.remedy) from error
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise save_failed(path, error) from error
        return draft

    def get(self, name: str) -> Draft | None:
        """Return the draft of a form, or None; a damaged one is left in its place."""
        path = self._path(name)
        try:
            stored = json.loads(path.read_bytes())
            fields = {str(key): str(value) for key, value in stored["fields"].items()}
            kept_at = datetime.fromisoformat(stored["kept_at"])
        except OSError:
            return None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return None if kept_at.tzinfo is None else Draft(name, fields, kept_at)

    def names(self) -> tuple[str, ...]:
        """Return the names of the forms that have a draft."""
        stems = [path.stem for path in self._folder.glob("*.json")]
        return tuple(sorted(stem for stem in stems if _NAME.fullmatch(stem)))

    def discard(self, name: str) -> None:
        """Remove a draft, if there is one; a damaged one is put aside instead.

        Raises:
            SaveFailedError: If the system refuses.
        """
        self._put_damaged_aside(name)
        path = self._path(name)
        try:
            patiently(lambda: path.unlink(missing_ok=True))
        except OSError as error:
            raise save_failed(path, error) from error

    def _put_damaged_aside(self, name: str) -> None:
        """Keep what cannot be read under another name: words may be in it."""
        path = self._path(name)
        if path.is_file() and self.get(name) is None:
            with suppress(OSError):
                path.replace(path.with_name(f"{path.name}-damaged-{secrets.token_hex(4)}"))

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            message = f"a draft's name is a plain word, not {name!r}"
            raise ValueError(message)
        return self._folder / f"{name}.json"
