"""A person's notes made ready to stand in somebody else's sentence: one line, no stray marks.

Square brackets mean a gap in a draft. Those that a person typed become round ones, so that
their words are never mistaken for something missing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

__all__ = [
    "STOPS",
    "Share",
    "fit_line",
    "fit_lines",
    "fit_portion",
    "gap",
    "parts_of",
    "sentences_of",
]

_BULLET: Final = re.compile(r"^\s*(?:[-–—*•·‣▪]+|\(?\d{1,2}[.)])\s+")
_NOTHING: Final = frozenset(
    ["n/a", "n.a.", "na", "none", "nothing", "no", "nil", "tbd", "unknown", "not sure"]
)
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that turn the direction of all that follows: unclosed, they would turn our words too."""
_LINK: Final = re.compile(r"\S+://\S+")
_ROUND: Final = str.maketrans("[]", "()")
STOPS: Final = ".!?…\u3002\uff01\uff1f\u061f\u0964"
"""What ends a sentence: in Latin letters, Chinese and Japanese, Arabic, Devanagari."""
_ENDS: Final = f"{STOPS},;:"

_SENTENCE_END: Final = re.compile(
    "[.!?…\u061f\u0964]+[\"'”’)\\]]*(?=\\s)|[\u3002\uff01\uff1f]+[”’\u300d\u300f\uff09]*"
)
_SHORT_FORM: Final = re.compile(
    r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Mx|Prof|St|No|vs|approx|incl|e\.g|i\.e|etc|[A-Z])\.$"
)
_OVER: Final = 1.5
"""A single sentence may be so many times longer than advised before it is cut."""


@dataclass(frozen=True, slots=True)
class Share:
    """Whose part of what several people are told.

    Attributes:
        place: Which of them, from 0.
        of: How many there are, from 1.
    """

    place: int = 0
    of: int = 1


def fit_line(text: str) -> str:
    r"""Return a text on one line, without bullets, control characters or square brackets.

    Lines that read like a list are parted by semicolons. A word that only says that there is
    nothing gives nothing.

    Example:
        >>> fit_line("- Late running\n- The depot [north]")
        'Late running; The depot (north)'
        >>> fit_line(" n/a ")
        ''
    """
    joined = ""
    for line in fit_lines(text):
        if not joined:
            joined = line
        elif joined[-1] in _ENDS or line[0].islower():
            joined = f"{joined} {line}"
        else:
            joined = f"{joined}; {line}"
    return "" if _says_nothing(joined) else joined


def fit_lines(text: str) -> tuple[str, ...]:
    r"""Return the lines of a text that hold words, each fitted by itself.

    Example:
        >>> fit_lines("Lead a team of six\n\n* Excel at least\n")
        ('Lead a team of six', 'Excel at least')
    """
    fitted = (_plain(_BULLET.sub("", line)) for line in text.splitlines())
    return tuple(line for line in fitted if any(char.isalnum() for char in line))


def _plain(line: str) -> str:
    line = _TURNING.sub("", line)
    line = "".join(" " if unicodedata.category(char) == "Cc" else char for char in line)
    # A link keeps its meaning only in its own escapes.
    line = _LINK.sub(lambda one: one.group().replace("[", "%5B").replace("]", "%5D"), line)
    return " ".join(line.translate(_ROUND).split())


def _says_nothing(line: str) -> bool:
    return line.casefold().strip(".!? ") in _NOTHING


def sentences_of(line: str) -> tuple[str, ...]:
    """Return the sentences of a fitted line, in any script that marks their ends.

    Example:
        >>> sentences_of("Dr. Moreau came. It went over by 2.5 minutes!")
        ('Dr. Moreau came.', 'It went over by 2.5 minutes!')
    """
    found, start = [], 0
    for end in _SENTENCE_END.finditer(line):
        piece = line[start : end.end()].strip()
        follows = line[end.end() :].lstrip()[:1]
        if _SHORT_FORM.search(piece) or follows.islower():
            continue
        found.append(piece)
        start = end.end()
    found.append(line[start:].strip())
    return tuple(one for one in found if one)


def fit_portion(text: str, *, words: int, share: Share = Share()) -> str:
    """Return as many whole sentences of a text, or lines of a list, as fit.

    Where several people are written to, each gets sentences of their own as far as there are
    enough, so that notes laid side by side do not say the same.

    Args:
        text: As the person typed it.
        words: About how many; at least one sentence is given.
        share: Whose part.

    Example:
        >>> fit_portion("I like plans. I like mornings.", words=20, share=Share(1, 2))
        'I like mornings.'
    """
    parts = parts_of(text)
    if not parts:
        return ""
    first = share.place % len(parts)
    taken = parts[first]
    for part in parts[first :: share.of][1:]:
        longer = f"{taken} {part}" if taken[-1] in _ENDS else f"{taken}; {part}"
        if len(longer.split()) > words:
            break
        taken = longer
    return _cut(taken, words)


def parts_of(text: str) -> tuple[str, ...]:
    r"""Return what a text tells, one thing each: its sentences, or the lines of a list.

    Example:
        >>> parts_of("- variety\n- Close to home")
        ('variety', 'Close to home')
    """
    line = fit_line(text)
    sentences = sentences_of(line)
    is_list = len(sentences) == 1 and len(fit_lines(text)) > 1
    return tuple(one for one in line.split("; ") if one) if is_list else sentences


def _cut(text: str, words: int) -> str:
    """Return the text, or its beginning with a gap that says so."""
    parts = text.split()
    if len(parts) <= words * _OVER:
        return text
    return f"{' '.join(parts[:words])} {gap('and so on: shorten this')}"


def gap(hint: str, words: str = "") -> str:
    """Return a gap to fill, at most 200 characters long.

    Args:
        hint: What is missing.
        words: The person's own words to make it from.

    Example:
        >>> gap("say it to them", "how she plans")
        '[say it to them: how she plans]'
    """
    if not words:
        return f"[{hint}]"
    room = 180 - len(hint)
    shown = words if len(words) <= room else f"{words[:room].rstrip()}…"
    return f"[{hint}: {shown}]"
