"""What they said of how it goes on, with what is still to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.choices import CHANNELS
from interview_journal.core.day_words import day_words
from interview_journal.core.followup.windows import open_promises, process_window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from interview_journal.core.followup.facts import Process, Round
    from interview_journal.core.records import Interview

__all__ = ["ProcessWords", "process_words"]

_ASKED: Final[dict[str, tuple[str, str]]] = {
    "tells_if_unsuccessful": ("If it is a no", "whether everyone hears"),
    "further_rounds": ("After this round", "whether more rounds follow"),
    "contact_channel": ("How they answer", "how they answer"),
    "checks_references": ("Your referees", "whether they ask your referees"),
}
_SAID: Final[dict[tuple[str, bool], str]] = {
    ("tells_if_unsuccessful", True): "Everyone hears, a no as well",
    ("tells_if_unsuccessful", False): "Only the ones they take hear from them",
    ("further_rounds", True): "More rounds follow",
    ("further_rounds", False): "It was the last round",
    ("checks_references", True): "They ask them",
    ("checks_references", False): "They do not ask them",
}


@dataclass(frozen=True, slots=True)
class ProcessWords:
    """What is known of the process.

    Attributes:
        said: Label and words of each fact that is known.
        unknown: What is not, in one sentence; empty where all is known.
    """

    said: tuple[tuple[str, str], ...] = ()
    unknown: str = ""


def process_words(process: Process, *, today: date) -> ProcessWords:
    """Return what they said; nothing before the first round.

    What was said in an earlier round holds until they say otherwise.
    """
    if process.latest is None:
        return ProcessWords()
    newest_first = [one.interview for one in reversed(process.over)]
    window = _window(process, process.latest, today)
    said = [] if window is None else [("How long they take", window)]
    unknown = ["how long they take"] if window is None else []
    for name, (label, asked) in _ASKED.items():
        words = _fact(newest_first, name)
        if words is None:
            unknown.append(asked)
        else:
            said.append((label, words))
    return ProcessWords(tuple(said), f"Not known yet: {_listed(unknown)}." if unknown else "")


def _window(process: Process, latest: Round, today: date) -> str | None:
    promises = tuple(open_promises(process))
    window = process_window(process, latest, promises, default_days=0)
    if not window.is_told:
        return None
    until = f"until {day_words(window.last_day, today=today)}"
    if window.named != "days":
        words = f"{until[0].upper()}{until[1:]}"
        return f"{words}, as they promised" if window.named == "promise" else words
    low, high = window.at_least, window.days
    span = f"{low} to {high}" if low not in (0, high) else f"{high}"
    return f"{span} day{'' if span == '1' else 's'}: {until}"


def _fact(newest_first: Sequence[Interview], name: str) -> str | None:
    for one in newest_first:
        value: Any = getattr(one, name)
        if value is not None:
            words = CHANNELS[value] if name == "contact_channel" else _SAID[name, value]
            earlier = "" if one is newest_first[0] else f" (said in round {one.round})"
            # More rounds were announced then, and that round came.
            return None if earlier and name == "further_rounds" else f"{words}{earlier}"
    return None


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + f" and {words[-1]}" if len(words) > 1 else words[0]
