"""To whom a person reports: "I report to Ana Lund" beside "my manager is called Tom Reed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from interview_journal.analysis.consistency.names import BOSS, NameClaim
from interview_journal.analysis.consistency.reading import Reading

__all__ = ["read_bosses"]

_NAME: Final = r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
_TITLE: Final = (
    r"(?:(?:line |team |supervising |department |project |general |direct |immediate )*"
    r"(?:boss|manager|supervisor|lead|leader|director|partner|head|foreman|matron|superior))"
)
_SOMEBODY: Final = (
    r"(?:(?:a|an|this)\s(?:\w+\s){0,3}?)?(?:(?:called|named)\s)?(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?"
)
_WAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Rr]eport(?:s|ing)?\s(?:directly\s|straight\s|in\s)?to\s{_SOMEBODY}{_NAME}",
        rf"\b(?:[Mm]y|[Oo]ur)\s{_TITLE}(?:['’]s|\sis|,)\s{_SOMEBODY}{_NAME}",
        rf"{_NAME}(?:['’]s|\sis|,)\s(?:my|our)\s{_TITLE}\b",
    )
)
_CUES: Final = frozenset(
    (
        *("report", "reports", "reporting", "boss", "manager", "supervisor", "lead", "leader"),
        *("director", "partner", "head", "foreman", "matron", "superior"),
    )
)
_FORMER: Final = frozenset({"old", "former", "previous", "ex", "was", "were", "used", "first"})


def read_bosses(readings: Sequence[Reading]) -> list[NameClaim]:
    """Return to whom an answer says that the person reports now.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("My line manager's a man called Tom Reed.")
        >>> [(one.slot, one.name) for one in read_bosses(said)]
        [('boss', 'tom reed')]
    """
    return [claim for reading in readings for claim in _in_sentence(reading)]


def _in_sentence(reading: Reading) -> Iterator[NameClaim]:
    """Yield the boss of a sentence: most have none."""
    if reading.said.isdisjoint(_CUES) or reading.sentence.is_question:
        return
    if not reading.said.isdisjoint(_FORMER):
        return
    sentence = reading.sentence
    for way in _WAYS:
        match = way.search(sentence.text)
        if match is not None and match["name"].split()[0].lower() in reading.names:
            start = sentence.start + match.start("name")
            yield NameClaim(
                slot=BOSS,
                name=match["name"].lower(),
                content=frozenset(),
                about=reading.about,
                asked=reading.asked,
                stance="is",
                span=(start, start + len(match["name"])),
                quote_span=(sentence.start, sentence.end),
            )
            return
