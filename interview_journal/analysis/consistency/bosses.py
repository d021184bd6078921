"""To whom a person reports: "I report to Ana Lund" beside "my manager is called Tom Reed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from interview_journal.analysis.consistency.lexicon import content_class, exact_words
from interview_journal.analysis.consistency.names import BOSS, NameClaim
from interview_journal.analysis.consistency.reading import Reading

__all__ = ["read_bosses"]

_NAME: Final = r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
_TITLE: Final = (
    r"(?:(?:line |team |supervising |department |project |general |direct |immediate )*"
    r"(?:boss|manager|supervisor|lead|leader|director|partner|head|foreman|matron|superior"
    r"|principal|GM|MD))"
)
_SOMEBODY: Final = (
    r"(?:(?:a|an|this)\s(?:\w+\s){0,3}?)?(?:(?:called|named)\s)?(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?"
)
_POST: Final = (
    r"(?:(?:the|our|my)\s(?:[\w-]+\s){0,4}?[\w-]+,\s|(?:the|our|my)\s(?:[a-z-]+\s){1,4})?"
)
""""To the head of finance, NAME", "to our finance director NAME"."""
_WAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Rr]eport(?:s|ing)?\s(?:directly\s|straight\s|in\s)?to\s{_POST}{_SOMEBODY}{_NAME}",
        rf"\b(?:[Mm]y|[Oo]ur)\s{_TITLE}(?:['’]s|\sis|,)\s{_SOMEBODY}{_NAME}",
        rf"{_NAME}(?:(?:['’]s|\sis|\shas)(?:\sbeen)?|,)\s(?:my|our)\s{_TITLE}\b",
        rf"(?:['’]ve|\b[Hh]ave)\shad\s(?:the\s)?(?:one|same|only)\s{_TITLE}(?:\s[a-z]+){{0,4}},\s{_NAME}",
        rf"{_NAME}\s(?:hired|recruited|took)\s(?:me|us)\b.{{0,60}}\breport(?:ed|ing)?\sto\s(?:her|him)\b",
    )
)
_CUES: Final = frozenset(
    (
        *(
            "report",
            "reports",
            "reporting",
            "reported",
            "boss",
            "manager",
            "supervisor",
            "lead",
            "leader",
        ),
        *("director", "partner", "head", "foreman", "matron", "superior", "principal", "gm", "md"),
    )
)
_NO_NAMES: Final = exact_words("no_names") | exact_words("others") | exact_words("no_capitals")
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


def _is_name(reading: Reading, match: re.Match[str]) -> bool:
    """Return whether somebody is named: at the beginning of a sentence every word is capital."""
    first = match["name"].split()[0].lower()
    if first in reading.names:
        return True
    is_opening = match.start("name") == 0 and first == reading.word_texts[0]
    return is_opening and first not in _NO_NAMES and bool(content_class(first))


def _in_sentence(reading: Reading) -> Iterator[NameClaim]:
    """Yield the boss of a sentence: most have none."""
    if reading.said.isdisjoint(_CUES) or reading.sentence.is_question:
        return
    sentence = reading.sentence
    for way in _WAYS:
        match = way.search(sentence.text)
        if match is not None and _is_name(reading, match):
            start = sentence.start + match.start("name")
            if not reading.texts(*reading.clause_at(start)).isdisjoint(_FORMER):
                continue
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
