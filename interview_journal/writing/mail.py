"""Ways out of a draft: a file that a mail program opens as a draft, a link, a file name.

Nothing is ever sent from here. The file says so itself: ``X-Unsent`` makes mail programs open it
for writing.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from interview_journal.writing.addresses import header_line, sound_address

if TYPE_CHECKING:
    from interview_journal.core.outgoing import Draft

__all__ = ["LINK_AT_MOST", "draft_email", "draft_file_name", "link_holds_text", "mailto_link"]

LINK_AT_MOST: Final = 2000
"""Characters; Windows hands no longer link from one program to another."""

_NAME_AT_MOST: Final = 60
_WORD_AT_MOST: Final = 60
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")


def draft_email(draft: Draft, *, my_name: str = "", my_address: str = "") -> bytes:
    """Return the draft as an ``.eml`` file, UTF-8, with CRLF line ends.

    Args:
        draft: What to send; without a sound address the line for it is left out.
        my_name: The person's own name.
        my_address: Their address; where there is none, the mail program puts in its own.
    """
    # Only asked for when a note is saved: a panel need not wait for it.
    from email.charset import QP, Charset
    from email.message import Message
    from email.policy import compat32

    # Not EmailMessage, whose folding of names differs from version to version: folded here.
    message = Message(policy=compat32.clone(linesep="\r\n", max_line_length=None))
    message["X-Unsent"] = "1"
    for field, name, address in (
        ("From", my_name, my_address),
        ("To", draft.to_name, draft.to_address),
    ):
        sound = sound_address(address)
        if sound:
            message[field] = f"{_phrase(name, field)}<{sound}>"
    message["Subject"] = _encoded(header_line(draft.subject), "Subject")
    readable = Charset("utf-8")
    readable.body_encoding = QP
    message.set_payload(_settled(draft.text), readable)
    return message.as_bytes()


def _phrase(name: str, field: str) -> str:
    """Return a name as it stands before an address: quoted, or in encoded words."""
    from email.utils import quote as quoted

    line = header_line(name)
    if line.isascii():
        return f'"{quoted(line)}" ' if line else ""
    return f"{_encoded(line, field)}\n "


def _encoded(line: str, field: str) -> str:
    """Return a line of the head folded, in encoded words (RFC 2047) where it is not ASCII."""
    from email.header import Header

    # A word longer than a line can only be parted inside encoded words.
    is_plain = line.isascii() and all(len(word) < _WORD_AT_MOST for word in line.split())
    charset = "us-ascii" if is_plain else "utf-8"
    return Header(line, charset, maxlinelen=75, header_name=field).encode()


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def mailto_link(draft: Draft, *, at_most: int = LINK_AT_MOST) -> str:
    """Return a link that opens the draft in the mail program (RFC 6068).

    Where it would be too long, the text is left out of it and must be pasted in; see
    ``link_holds_text``.

    Args:
        draft: What to send.
        at_most: Characters that the link may have.
    """
    link = _link(draft, with_text=True)
    return link if len(link) <= at_most else _link(draft, with_text=False)


def link_holds_text(draft: Draft, *, at_most: int = LINK_AT_MOST) -> bool:
    """Return whether the whole text fits into the link."""
    return len(_link(draft, with_text=True)) <= at_most


def _link(draft: Draft, *, with_text: bool) -> str:
    local, _, domain = sound_address(draft.to_address).rpartition("@")
    reader = f"{quote(local, safe='')}@{quote(domain, safe='')}" if domain else ""
    link = f"mailto:{reader}?subject={quote(header_line(draft.subject), safe='')}"
    if with_text:
        link += f"&body={quote(_settled(draft.text).replace(chr(10), chr(13) + chr(10)), safe='')}"
    return link


def draft_file_name(draft: Draft, ending: str = ".eml") -> str:
    """Return a name for the draft's file, in plain ASCII, the same each time.

    Example:
        >>> from interview_journal.core.outgoing import Draft
        >>> note = Draft(
        ...     kind="thank-you note", tone="warm", subject="", text="", to_name="José Ruíz"
        ... )
        >>> draft_file_name(note)
        'thank-you-note-jose-ruiz.eml'
    """
    plain = unicodedata.normalize("NFKD", draft.to_name).encode("ascii", "ignore").decode()
    name = _NOT_PLAIN.sub("-", plain.lower()).strip("-")
    if not name and draft.to_name.strip():
        # A name in another script still tells two files apart.
        name = hashlib.sha256(draft.to_name.encode("utf-8", "replace")).hexdigest()[:8]
    stem = f"{_NOT_PLAIN.sub('-', draft.kind)}-{name}".strip("-")[:_NAME_AT_MOST]
    return f"{stem.strip('-')}{ending}"
