"""Whether a sentence says itself why its number differs from what was said before.

"I've three again now, the new one started on Monday" and "let me correct that" tell a panel what
happened in between; nobody has to be asked about such a difference.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from interview_journal.core.claims import Claim, ClaimKind

__all__ = ["tells_beginning", "tells_change"]

_CACHED_NUMBERS: Final = 8_192
_BEFORE: Final = 20
_BEHIND: Final = 45
"""Characters around a number in which a change is one of this number."""
_CHANGING: Final = frozenset({"count", "money"})
_DAY: Final = r"(?:monday|tuesday|wednesday|thursday|friday|last week|this week|yesterday|today)"
_CHANGED: Final = re.compile(
    rf"\b(?:start(?:ed|s)|join(?:ed|s)|left|came back) (?:\w+ ){{0,3}}?(?:on )?{_DAY}\b"
    r"|\bjust (?:started|joined|left|hired|lost|gained)\b"
    r"|\b(?:again|one more|one fewer|one less) now\b|\bback (?:up )?to\b"
    r"|\bsince (?:then|we (?:last )?(?:spoke|talked|met)|the last (?:round|time|interview))\b"
    r"|\b(?:empty|vacant) (?:chair|desk|post|seat)\b"
    r"|\b(?:subjects?|modules?|exams?|papers?|units?) (?:to go|in|into|down)\b"
    r"|\b(?:down|done) and \w+ to go\b|\b\w+ (?:are|is) (?:finished|done|completed)\b"
    r"|\b(?:finished|completed|passed|done) \w+ (?:out )?of (?:the |my )?\w+\b",
    re.IGNORECASE,
)
_TALLIED: Final = re.compile(
    r"\b(?:so far|to date|as of (?:now|today|yesterday)|yesterday|this morning|sitting at)\b"
    r"|\b(?:passed|crossed|topped) \d",
    re.IGNORECASE,
)
"""What is told so far grows; pay does not."""
_THEN: Final = re.compile(
    r"\bwhen (?:i|we) (?:was handed|started|joined|took (?:\w+ )?over|came|arrived|got there)\b"
    r"|\b(?:doubled|tripled|quadrupled|grown|grew|shrunk) since\b"
    r"|\b(?:to begin with|at first|initially|in the beginning|at the start)\b",
    re.IGNORECASE,
)
"""A sentence with one of these tells how it was at a beginning."""
_CORRECTED: Final = re.compile(
    r"\b(?:must|have to|should|let me|want to|need to) (?:correct|put (?:that|it) right)\b"
    r"|\bthen i (?:checked|looked (?:it|that) up|counted again|pulled the \w+)\b"
    r"|\bfrom memory\b|\bafterwards i (?:went|checked|looked)\b"
    r"|\bi (?:had |['’]d )?(?:said|told (?:them|him|her|you)) \w+ (?:before|earlier|last time)\b"
    r"|\bi (?:misspoke|got (?:that|it) wrong|said (?:that|it) wrong)\b|\bcorrect(?:ed)? myself\b",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\b(?:gave|given|handed in|put in) (?:my |the |in my )?(?:notice|resignation)\b|\bresigned\b",
    re.IGNORECASE,
)


def tells_change(claim: Claim) -> bool:
    """Return whether a sentence tells that its number has changed, or takes one back.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = "I've three nurses again now.", "I've three nurses."
        >>> [tells_change(one) for text in said for one in read_claims(text)]
        [True, False]
    """
    start, end = claim.span
    offset = claim.quote_span[0]
    is_pay = "pay" in claim.near
    return _tells(claim.kind, claim.quote, start - offset, end - offset, is_pay=is_pay)


@lru_cache(maxsize=_CACHED_NUMBERS)
def _tells(kind: ClaimKind, quote: str, start: int, end: int, *, is_pay: bool) -> bool:
    """Return whether a change is told of the number at a place of its sentence."""
    if _CORRECTED.search(quote) is not None:
        return True
    if kind == "notice":
        return _GIVEN.search(quote) is not None
    if kind not in _CHANGING:
        return False
    around = quote[max(0, start - _BEFORE) : end + _BEHIND]
    if _CHANGED.search(around) is not None:
        return True
    return not is_pay and _TALLIED.search(around) is not None


def tells_beginning(claim: Claim) -> bool:
    """Return whether a sentence tells how much it was at a beginning, and how much since.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = "We were four cooks when I started.", "We were four cooks."
        >>> [tells_beginning(one) for text in said for one in read_claims(text)]
        [True, False]
    """
    return _tells_beginning(claim.quote)


@lru_cache(maxsize=_CACHED_NUMBERS)
def _tells_beginning(quote: str) -> bool:
    return _THEN.search(quote) is not None
