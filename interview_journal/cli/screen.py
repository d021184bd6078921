"""A person's text on a terminal: every character visible, none of them obeyed."""

from __future__ import annotations

import io
import os
import shlex
import sys
import textwrap
import unicodedata
from typing import TYPE_CHECKING, Final

from interview_journal.core.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from interview_journal.store.journal import Journal

__all__ = [
    "command_for",
    "counted",
    "indented",
    "say",
    "say_wrapped",
    "show_every_character",
    "summary",
    "when",
]

_WIDTH: Final = 79
_SHOWN_AS_IS: Final = "\n\t"
_CONTROLS: Final = frozenset({"Cc", "Zl", "Zp", "Cs"})
# Characters that turn the direction of what follows: a text could show something it is not.
_TURNING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def show_every_character() -> None:
    r"""Let a console of another encoding show ``\u2603`` where it lacks a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def harmless(text: str) -> str:
    r"""Return the text with control and turning characters spelled out.

    Example:
        >>> harmless("red \x1b[31m, two\nlines")
        'red \\x1b[31m, two\nlines'
    """
    return "".join(
        char.encode("unicode_escape").decode("ascii")
        if char not in _SHOWN_AS_IS
        and (unicodedata.category(char) in _CONTROLS or char in _TURNING)
        else char
        for char in text
    )


def say(text: str = "", *, problem: bool = False) -> None:
    """Print text; a problem goes to the error stream."""
    # Not click's own echo: on an ASCII console it writes UTF-8 all the same.
    print(harmless(text), file=sys.stderr if problem else sys.stdout, flush=True)


def say_wrapped(text: str, first: str, later: str) -> None:
    """Print text in lines of a terminal's width, after these indents."""
    say(
        textwrap.fill(
            text,
            width=_WIDTH,
            initial_indent=first,
            subsequent_indent=later,
            break_on_hyphens=False,
        )
    )


def indented(text: str, by: str = "    ") -> str:
    """Return the text with every line moved in."""
    return "\n".join(by + line for line in text.split("\n"))


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number and its noun.

    Example:
        >>> counted(1, "row"), counted(2, "row"), counted(2, "person", "people")
        ('1 row', '2 rows', '2 people')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def table_counts(counts: Mapping[str, int]) -> str:
    """Return how many rows of which table, in words."""
    words = [
        counted(count, TABLES[name].record.noun, name.replace("_", " "))
        for name, count in counts.items()
        if count
    ]
    return ", ".join(words)


def summary(journal: Journal) -> str:
    """Return what a journal holds in a few words."""
    names = ("applications", "interviews", "answers")
    return table_counts({name: len(journal.records(name)) for name in names}) or "nothing yet"


def when(moment: datetime | None) -> str:
    """Return a time for people."""
    return "at an unknown time" if moment is None else moment.strftime("%Y-%m-%d %H:%M")


def command_for(words: str, path: Path | None = None) -> str:
    """Return a command to type, with a folder where one is needed."""
    if path is None:
        return f"interview-journal {words}"
    shown = str(path)
    shown = (f'"{shown}"' if " " in shown else shown) if os.name == "nt" else shlex.quote(shown)
    return f"interview-journal {words} {shown}"
