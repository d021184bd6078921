"""Names and addresses as a mail program may be given them: nothing in them opens a new line."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["header_line", "sound_address"]

_ADDRESS: Final = re.compile(
    r"[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+"
)
_ADDRESS_AT_MOST: Final = 254
_LINE_AT_MOST: Final = 300
"""Characters; the standard ends a line of a letter's head at 998."""
_NAMED: Final = re.compile(r"<([^<>]+)>\s*$")
_UNSEEN: Final = ("Cc", "Cf", "Zl", "Zp", "Cn", "Co", "Cs")


def header_line(text: str) -> str:
    r"""Return a text as one line of a letter's head.

    Line breaks and marks that nobody sees become blanks, and nothing in it is taken for the
    codes in which heads hide other letters.

    Example:
        >>> header_line("Ana\r\nBcc: all@example.org")
        'Ana Bcc: all@example.org'
    """
    seen = (" " if unicodedata.category(char) in _UNSEEN else char for char in text)
    line = " ".join("".join(seen).replace("=?", "= ?").split())
    return line if len(line) <= _LINE_AT_MOST else f"{line[: _LINE_AT_MOST - 1].rstrip()}…"


def sound_address(text: str) -> str:
    """Return an e-mail address that stands for one person; empty where there is none.

    Example:
        >>> sound_address("Ana Ruiz <ana@example.org>"), sound_address("a@b.org, c@d.org")
        ('ana@example.org', '')
    """
    line = text.strip().removeprefix("mailto:")
    named = _NAMED.search(line)
    address = named.group(1).strip() if named else line
    fits = len(address) <= _ADDRESS_AT_MOST and _ADDRESS.fullmatch(address) is not None
    local, _, domain = address.rpartition("@")
    if not fits or local.startswith(".") or local.endswith(".") or ".." in local:
        return ""
    try:
        return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        # A name that no domain can have.
        return ""
