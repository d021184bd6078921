"""Texts taken out of anything: cells, bytes of any kind, drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from interview_journal.store.disk import remove_durably, replace_durably
from interview_journal.store.folder import DRAFTS, RECOVERED, TEMPLATES
from interview_journal.store.guard import guard_text, unguard_text
from interview_journal.store.question_file import QUESTION_FILE

__all__ = ["ERASED", "TextEraser", "erase_from_loose_files"]

ERASED: Final = "[erased]"

_ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")


class TextEraser:
    """Finds some texts, in all the shapes in which a file may hold them."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Keep the texts, the longest first: a part must not spoil the whole."""
        self._texts = tuple(sorted((text for text in texts if text), key=len, reverse=True))

    @staticmethod
    def words_of(cell: str) -> str:
        """Return the words that a stored cell stands for."""
        return unguard_text(cell).replace("\r\n", "\n").replace("\r", "\n")

    def from_cell(self, cell: str) -> str:
        """Return a stored cell without the texts; the very same where none was in it."""
        words = self.words_of(cell)
        left = self.from_words(words)
        return cell if left == words else guard_text(left)

    def from_words(self, words: str) -> str:
        """Return words without the texts."""
        for text in self._texts:
            words = words.replace(text, ERASED)
        return words

    def from_lines(self, lines: str) -> str:
        """Return lines of a table, quotes doubled and any line ends, without the texts."""
        for text in self._texts:
            for shape in _shapes(text):
                lines = lines.replace(shape, ERASED)
        return lines

    def from_bytes(self, data: bytes) -> tuple[bytes, int]:
        """Return bytes of any kind without the texts, and how many were in them."""
        count = 0
        for text in self._texts:
            for shape in _shapes(text):
                for encoding in _ENCODINGS:
                    with suppress(UnicodeEncodeError):
                        sought = shape.encode(encoding)
                        count += data.count(sought)
                        data = data.replace(sought, ERASED.encode(encoding))
        return data, count


def _shapes(text: str) -> Iterator[str]:
    """Return the spellings of a text inside a CSV file."""
    seen = set()
    for quoted in (text.replace('"', '""'), text):
        for ended in (quoted, quoted.replace("\n", "\r\n"), quoted.replace("\n", "\r")):
            if ended not in seen:
                seen.add(ended)
                yield ended


def erase_from_loose_files(folder: Path, eraser: TextEraser) -> Iterator[tuple[Path, int]]:
    """Take the texts out of recovered bytes, drafts, own templates and own questions.

    Yields each file that held any.

    Raises:
        SaveFailedError: If the disk refuses.
    """
    loose = [path for name in (RECOVERED, TEMPLATES) for path in sorted((folder / name).glob("*"))]
    for path in (*loose, folder / QUESTION_FILE):
        if path.is_file():
            data, count = eraser.from_bytes(path.read_bytes())
            if count:
                replace_durably(path, [data])
                yield path, count
    for path in sorted((folder / DRAFTS).glob("*.json*")):
        if _erase_from_draft(path, eraser):
            yield path, 1


def _erase_from_draft(path: Path, eraser: TextEraser) -> bool:
    raw = path.read_bytes()
    try:
        stored = json.loads(raw)
    except (ValueError, RecursionError):
        _, count = eraser.from_bytes(raw)
        if count:
            # A damaged draft cannot be mended around the hole.
            remove_durably(path)
        return bool(count)
    left = _without(stored, eraser)
    if left == stored:
        return False
    replace_durably(path, [json.dumps(left, ensure_ascii=True).encode("ascii")])
    return True


def _without(value: Any, eraser: TextEraser) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        settled = value.replace("\r\n", "\n").replace("\r", "\n")
        left = eraser.from_words(settled)
        return value if left == settled else left
    if isinstance(value, dict):
        return {key: _without(inner, eraser) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without(inner, eraser) for inner in value]
    return value
