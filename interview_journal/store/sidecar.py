"""What was computed of a journal and can be computed again: kept so that opening is quick.

It may be deleted at any time and holds no words. Not being able to read or write it is never an
error: then all is computed once more.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from interview_journal.errors import SaveFailedError
from interview_journal.store.disk import FOLDER_MODE, write_private
from interview_journal.store.folder import KNOWN

__all__ = ["Sidecar"]

_READ_AT_MOST: Final = 64 << 20
"""Bytes; a journal of 50,000 answers needs a tenth of it."""


class Sidecar:
    """One such file of a journal."""

    def __init__(self, folder: Path, name: str) -> None:
        """Name the file; nothing is read or made yet.

        Args:
            folder: The journal's folder.
            name: A plain word.
        """
        self._folder = folder
        self._path = folder / KNOWN / f"{name}.json"

    def load(self, digest: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return what was kept under that digest; None where that is not what is there.

        Args:
            digest: Names what it was computed from, and by which rules.
        """
        known, kept = self.read()
        return kept if known == digest else None

    def read(self) -> tuple[str, Any]:
        """Return what is there and the digest it was kept under; "" and None for nothing."""
        try:
            if self._path.stat().st_size > _READ_AT_MOST:
                return "", None
            stored = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return "", None
        digest = stored.get("digest") if isinstance(stored, dict) else None
        return (digest, stored.get("kept")) if isinstance(digest, str) else ("", None)

    def keep(self, digest: str, values: object) -> None:
        """Put these values in the place of what was kept, if the system lets us.

        Nothing is made where there is no journal.
        """
        if not self._folder.is_dir():
            return
        beside = self._path.with_name(f".{self._path.name}.{secrets.token_hex(8)}.new")
        data = json.dumps({"digest": digest, "kept": values}, separators=(",", ":")).encode("ascii")
        try:
            self._path.parent.mkdir(mode=FOLDER_MODE, exist_ok=True)
            write_private(beside, [data])
            beside.replace(self._path)
        except (OSError, SaveFailedError):
            with suppress(OSError):
                beside.unlink()

    def forget(self) -> None:
        """Remove what was kept, if the system lets us."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
