"""A table's bytes into text and back, without losing one.

UTF-8 is ours; spreadsheets also leave UTF-16 (always with a byte order mark) and Windows-1252.
Bytes that are no text become lone surrogates, which are found again row by row and reported.
"""

from __future__ import annotations

import re
from typing import Final, cast

from interview_journal.core.problems import Problem
from interview_journal.core.tables import Table

__all__ = [
    "BOM",
    "byte_order_mark",
    "decode_lines",
    "decode_text",
    "encode_text",
    "encoding_notice",
    "find_encoding",
    "holds_no_text",
    "is_utf16",
    "lost_bytes",
]

BOM: Final = b"\xef\xbb\xbf"
_UTF16: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_NAMES: Final = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
_NO_TEXT: Final = re.compile("[\0\ud800-\udfff]")


def is_utf16(encoding: str) -> bool:
    """Return whether each character takes two bytes or four."""
    return encoding.startswith("utf-16")


def byte_order_mark(data: bytes) -> bytes:
    """Return the byte order mark the data starts with, or no bytes."""
    if data.startswith(BOM):
        return BOM
    return data[:2] if data[:2] in _UTF16 else b""


def find_encoding(data: bytes) -> str:
    """Return the codec of a whole file, for what follows its byte order mark."""
    if data[:2] in _UTF16:
        return _UTF16[data[:2]]
    if data.startswith(BOM):
        return "utf-8"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    good = bad = 0
    for raw in data.splitlines():
        if raw.isascii():
            continue
        try:
            raw.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad += 1
    # A few bad lines among good ones are damage; bad lines alone are another encoding.
    return "utf-8" if good >= bad else "cp1252"


def encoding_notice(table: Table, encoding: str) -> Problem | None:
    """Return what to say about a file that is not in UTF-8."""
    if encoding == "utf-8":
        return None
    return Problem(
        kind="other encoding",
        file=table.file_name,
        found=f"a file in {_NAMES[encoding]}",
        expected="UTF-8",
        remedy="It is read as it is. The next save rewrites it as UTF-8 and keeps a backup.",
        notice=True,
    )


def decode_text(data: bytes, encoding: str) -> str:
    """Return the text; bytes that are none become lone surrogates, half a character is left."""
    if is_utf16(encoding):
        whole = len(data) - lost_bytes(data, encoding)
        return data[:whole].decode(encoding, "surrogatepass")
    return data.decode(encoding, "surrogateescape")


def lost_bytes(data: bytes, encoding: str) -> int:
    """Return how many bytes at the end are half a character, which no text can hold."""
    return len(data) % 2 if is_utf16(encoding) else 0


def encode_text(text: str, encoding: str) -> bytes:
    """Return the very bytes that ``decode_text`` made the text from."""
    return text.encode(encoding, "surrogatepass" if is_utf16(encoding) else "surrogateescape")


def decode_lines(data: bytes, encoding: str) -> list[str]:
    """Return the lines with their ends: CRLF, LF and CR, as a spreadsheet counts them."""
    if is_utf16(encoding):
        raw = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", decode_text(data, encoding))
        return [str(line) for line in raw]
    # Line by line, so that one rare character does not quadruple the memory of all text.
    lines: list[bytes | str] = [*data.splitlines(keepends=True)]
    for place, line in enumerate(lines):
        lines[place] = cast("bytes", line).decode(encoding, "surrogateescape")
    return cast("list[str]", lines)


def holds_no_text(cell: str) -> bool:
    """Return whether a cell holds NUL or bytes that were no text."""
    return _NO_TEXT.search(cell) is not None
