"""Transcripts taken apart into who said what; three styles of labels are known.

``Name  12:34`` on a line of its own, ``**Name:** [00:12:34] words``, and a bare ``Name`` on a
line of its own, which is taken for a label where it stands at least three times.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

__all__ = ["Turn", "read_turns", "sentences"]

_STAMP: Final = r"\[?\d{1,2}:\d{2}(?::\d{2})?\]?"
_NAME: Final = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_STAMPED: Final = re.compile(rf"^({_NAME})\s+{_STAMP}\s*$")
_BOLD: Final = re.compile(r"^\*\*([^*]{2,40}):\*\*\s*(.*)$")
_BARE: Final = re.compile(rf"^({_NAME})\s*$")
_ANY_STAMP: Final = re.compile(r"\[\d{1,2}:\d{2}(?::\d{2})?\]")
_FOOTER: Final = re.compile(r"^Transcribed by https?:", re.MULTILINE)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_LABEL_SEEN: Final = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person said in one go."""

    speaker: str
    words: str


def read_turns(text: str) -> list[Turn]:
    r"""Return the turns in order; what stands before the first label is left out.

    Example:
        >>> read_turns("# Title\n\nAnn Lee  0:02\nHello.\n\n**Bob Ray:** [00:00:05] Hi.\n")
        [Turn(speaker='Ann Lee', words='Hello.'), Turn(speaker='Bob Ray', words='Hi.')]
    """
    footer = _FOOTER.search(text)
    lines = text[: footer.start() if footer else None].splitlines()
    seen = Counter(found.group(1) for line in lines if (found := _BARE.match(line)))
    turns: list[tuple[str, list[str]]] = []
    for line in lines:
        label = _label(line, seen)
        if label is not None:
            turns.append((label[0], [label[1]]))
        elif turns:
            turns[-1][1].append(line)
    spoken = [Turn(who, _ANY_STAMP.sub(" ", "\n".join(said)).strip()) for who, said in turns]
    return [turn for turn in spoken if turn.words]


def _label(line: str, seen: Counter[str]) -> tuple[str, str] | None:
    if found := _BOLD.match(line):
        return found.group(1), found.group(2)
    if found := _STAMPED.match(line):
        return found.group(1), ""
    found = _BARE.match(line)
    if found and " " in found.group(1) and seen[found.group(1)] >= _LABEL_SEEN:
        return found.group(1), ""
    return None


def sentences(words: str) -> list[str]:
    """Return the sentences, cut after a full stop, a question or an exclamation mark."""
    return [one for one in _SENTENCE_END.split(" ".join(words.split())) if one]
