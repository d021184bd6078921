"""Opaque ids that a spreadsheet leaves alone.

An id starts with a letter and holds no digit pattern that a spreadsheet could take for a
number, a date or a truth value: one letter or two for the table, an underscore, and letters
and digits from an alphabet without look-alikes.
"""

from __future__ import annotations

import re
import secrets

__all__ = ["ID_PATTERN", "new_id"]

_ALPHABET = "abcdefghjkmnpqrstvwxyz23456789"
_LENGTH = 16

ID_PATTERN = re.compile(r"[a-z][A-Za-z0-9_.\-]{0,127}")
"""What the store accepts as an id; ours are a stricter kind of it."""


def new_id(prefix: str) -> str:
    """Return a fresh id such as ``a_k3vq9x...``: the prefix and 16 random characters.

    Sixteen characters of a thirty-letter alphabet carry 78 bits: two laptops can make ids
    for the same journal without ever meeting.

    Example:
        >>> new_id("a").startswith("a_")
        True
        >>> len(new_id("a"))
        18
    """
    return prefix + "_" + "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
