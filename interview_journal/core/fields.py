"""The kinds of value a column can hold, each declared once.

A record settles its text when it is made: line ends become LF, and what no CSV reader could
give back (NUL, lone surrogates) is refused with a reason. From there on text is never
changed again, which is what makes "what was written is what is read" provable.
"""

from __future__ import annotations

import functools
import re
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from interview_journal.core.identity import ID_PATTERN

__all__ = [
    "REVISION_AT_MOST",
    "AddedLater",
    "Identifier",
    "LineText",
    "LongText",
    "Moment",
    "RecordLink",
    "ZoneName",
    "settle_moment",
    "settle_text",
]

REVISION_AT_MOST = 999_999_999
"""The highest number a revision can have; a cell with more digits is no revision."""

_MINUTE = timedelta(minutes=1)
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+)*")


class ColumnKind:
    """Marks what a column is for, beyond its Python type: how forms and files treat it."""

    def __init__(self, name: str) -> None:
        """Keep the name: ``line``, ``long``, ``id`` or ``link``."""
        self.name = name


class AddedLater:
    """Marks a column that older journals lack. It stands last, so that their rows stay whole."""


def settle_text(value: str) -> str:
    r"""Return the text with LF line ends.

    Raises:
        ValueError: If it holds NUL or a lone surrogate, which no text file can keep.

    Example:
        >>> settle_text("one\r\ntwo\rthree")
        'one\ntwo\nthree'
    """
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in value:
        message = "text without the NUL character, which text files cannot keep"
        raise ValueError(message)
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            message = "text in whole characters; it holds half of one (a lone surrogate)"
            raise ValueError(message) from error
    return value


_WHOLE_MINUTES: set[tzinfo | None] = set()
"""Fixed offsets known to be whole minutes, of which there are not three thousand: a file's moments
are settled already, and a journal reads thousands at once."""


def settle_moment(value: datetime) -> datetime:
    """Return the same point in time, to the second, with a fixed offset of whole minutes.

    Raises:
        ValueError: If it has no offset from UTC.
    """
    if _is_known(value):
        return value
    offset = value.utcoffset()
    if offset is None:
        message = "a time with its offset from UTC, such as 2026-03-04T18:30:00+01:00"
        raise ValueError(message)
    if _is_settled(value, offset):
        _WHOLE_MINUTES.add(value.tzinfo)
        return value
    # A fixed offset is what the file can keep: a zone's name would be lost on reading. Local
    # mean time, as zones had it long ago, goes to the nearest whole minute: same instant.
    clock = (value.hour, value.minute, value.second, value.microsecond)
    local = datetime(value.year, value.month, value.day, *clock)  # noqa: DTZ001 - offset follows
    for whole in (offset // _MINUTE, -(-offset // _MINUTE)):
        try:
            settled = local + (whole * _MINUTE - offset)
            return settled.replace(microsecond=0, tzinfo=timezone(whole * _MINUTE))
        except (OverflowError, ValueError):
            continue
    message = "a time in the years 1 to 9999"
    raise ValueError(message)


def _is_known(value: datetime) -> bool:
    # A zone of another kind may not even be hashable: the computer's own is not.
    is_plain = type(value) is datetime and type(value.tzinfo) is timezone
    return is_plain and value.tzinfo in _WHOLE_MINUTES and not value.microsecond


def _is_settled(value: datetime, offset: timedelta) -> bool:
    is_plain = type(value) is datetime and type(value.tzinfo) is timezone
    return is_plain and not value.microsecond and not offset % _MINUTE


def _check_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        message = "an id that starts with a small letter and holds letters, digits, _ . or -"
        raise ValueError(message)
    return value


@functools.lru_cache(1024)
def _check_reference(value: str) -> str:
    return _check_id(value) if value else value


def _check_zone(value: str) -> str:
    if value and not _ZONE.fullmatch(value):
        message = "a time zone's name such as Europe/Berlin"
        raise ValueError(message)
    return value


def _empty_when_none(value: object) -> object:
    return "" if value is None else value


_STRICT = StringConstraints(strict=True)

LineText = Annotated[str, _STRICT, AfterValidator(settle_text), ColumnKind("line")]
"""Text that usually fits on one line: a name, a title, a link."""

LongText = Annotated[str, _STRICT, AfterValidator(settle_text), ColumnKind("long")]
"""Text of any length, with line breaks: an answer, an account."""

Identifier = Annotated[str, _STRICT, AfterValidator(_check_id), ColumnKind("id")]
"""The id of a record."""

RecordLink = Annotated[
    str, BeforeValidator(_empty_when_none), AfterValidator(_check_reference), ColumnKind("link")
]
"""The id of a record in another table; empty where the column allows it."""

Moment = Annotated[datetime, AfterValidator(settle_moment)]
"""An aware point in time, kept to the second with its offset."""

ZoneName = Annotated[str, _STRICT, AfterValidator(_check_zone), ColumnKind("id")]
"""An IANA time zone name, or empty."""
