"""Which stretches of a person's text are links that may be followed."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

__all__ = ["TextPart", "linked_parts"]

_LINK: Final = re.compile(r"https://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\xa0]+", re.IGNORECASE)
_HOST: Final = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_AFTER: Final = ".,;:!?"


class TextPart(NamedTuple):
    """A stretch of a text.

    Attributes:
        text: As it was typed.
        link: Where it leads; empty where it is no link.
    """

    text: str
    link: str = ""


def linked_parts(text: str) -> tuple[TextPart, ...]:
    """Return the text in stretches that give it again when joined; links stand by themselves.

    Only ``https://`` counts, with a host in plain letters and no name before it: what such an
    address shows is where it leads.

    Example:
        >>> [one.link for one in linked_parts("Room 4, or https://call.example.org/4.")]
        ['', 'https://call.example.org/4', '']
        >>> [one.link for one in linked_parts("https://bank.example.org@other.example.net")]
        ['']
    """
    parts: list[TextPart] = []
    end = 0
    for found in _LINK.finditer(text):
        link = _without_stop(found.group())
        if _leads_where_it_says(link):
            parts += (TextPart(text[end : found.start()]), TextPart(link, link))
            end = found.start() + len(link)
    parts.append(TextPart(text[end:]))
    return tuple(part for part in parts if part.text) or (TextPart(""),)


def _without_stop(link: str) -> str:
    """Return a link without what ends the sentence around it."""
    while link[-1] in _AFTER or (link[-1] in ")]" and _is_unopened(link)):
        link = link[:-1]
    return link


def _is_unopened(link: str) -> bool:
    opens = "(" if link[-1] == ")" else "["
    return link.count(opens) < link.count(link[-1])


def _leads_where_it_says(link: str) -> bool:
    try:
        found = urlsplit(link)
        port = found.port
    except ValueError:
        return False
    host = found.netloc if port is None else found.netloc.rpartition(":")[0]
    return found.netloc.isascii() and _HOST.fullmatch(host) is not None
