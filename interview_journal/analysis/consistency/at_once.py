"""A notice of next to nothing: "I could start straight away" beside "I owe them six weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.reading import Reading

__all__ = ["read_at_once", "tells_at_once"]

_AT_ONCE: Final = re.compile(
    r"\b(?:straight ?away|right away|immediately|at once|tomorrow|from one day to the next"
    r"|no notice(?: period)?|without (?:any )?notice|any day (?:now|you like))\b",
    re.IGNORECASE,
)
_CUES: Final = frozenset(
    {"away", "straightaway", "immediately", "once", "tomorrow", "notice", "day"}
)
_DAYS: Final = (1.0, 4.0)
"""Who can start at once may still need a few days."""


def tells_at_once(reading: Reading) -> bool:
    """Return whether a sentence may tell that the person is free already; most do not."""
    return "notice" in reading.asked and not reading.said.isdisjoint(_CUES)


def read_at_once(reading: Reading) -> Iterator[Amount]:
    """Yield "I could start tomorrow" as a notice of no days, where a notice was asked for.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("I could start straight away.", "What is your notice?")[0]
        >>> [(found.kind, found.low, found.high) for found in read_at_once(said)]
        [('notice', 1.0, 4.0)]
    """
    if not tells_at_once(reading) or reading.numbers:
        return
    offset = reading.sentence.start
    match = _AT_ONCE.search(reading.sentence.text)
    if match is None or reading.is_negated_at(offset + match.start()):
        return
    start, end = offset + match.start(), offset + match.end()
    yield Amount("notice", *_DAYS, "days", start=start, end=end)
