"""The person's own questions: ``questions.toml`` beside the tables, written by hand.

It widens the catalogue that comes with the program. What cannot be read in it is told as a
problem of the journal's files, and the rest is used.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from interview_journal.core.problems import Problem
from interview_journal.core.topics import Catalogue, parse_catalogue

__all__ = ["QUESTION_FILE", "QuestionFile"]

QUESTION_FILE: Final = "questions.toml"
_READ_AT_MOST: Final = 1 << 20
_REMEDY: Final = "Correct the file or take it away; docs/consistency.md shows an example."


class QuestionFile:
    """The file of one journal, read again when it changed."""

    def __init__(self, folder: Path) -> None:
        """Name the file; nothing is read yet."""
        self._path = folder / QUESTION_FILE
        self._seen: tuple[int, int] | None = None
        self._read = Catalogue(())

    @property
    def catalogue(self) -> Catalogue:
        """Its topics, none where there is no file, with a sentence for each fault."""
        try:
            status = self._path.stat()
            seen = (status.st_mtime_ns, status.st_size)
            if seen != self._seen:
                self._read, self._seen = self._parsed(status.st_size), seen
        except FileNotFoundError:
            self._read, self._seen = Catalogue(()), None
        except OSError:
            self._read, self._seen = Catalogue((), ("The question file cannot be read.",)), None
        return self._read

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What cannot be read in it, one problem a fault."""
        return tuple(
            Problem(
                kind="question file",
                file=QUESTION_FILE,
                found=fault.rstrip("."),
                remedy=_REMEDY,
                notice=True,
            )
            for fault in self.catalogue.problems
        )

    def _parsed(self, size: int) -> Catalogue:
        if size > _READ_AT_MOST:
            return Catalogue((), ("The question file is larger than 1 MB.",))
        text = self._path.read_bytes().decode("utf-8-sig", "replace")
        return parse_catalogue(text)
