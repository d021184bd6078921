"""What to look at in the journal's files, in plain words, with what can be done about it.

Problems of one kind in one file are one line: a person wants to know what to press, not to read
a thousand line numbers. The places stand under "Look closer".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_journal.core.problems import Problem, ProblemKind

__all__ = ["CareLine", "Remedy", "care_lines"]

Remedy = Literal["bring back", "accept missing", "tidy", "merge copies"]

REMEDY_LABELS: Final[dict[Remedy, str]] = {
    "bring back": "Bring them back",
    "accept missing": "They may go",
    "tidy": "Take them in",
    "merge copies": "Add the missing rows",
}
PLACES_AT_MOST: Final = 5

_SENTENCES: Final[dict[ProblemKind, str]] = {
    "version control": "Your journal lies in a folder that git watches. If that folder is "
    "committed and published, your private words go with it.",
    "vanished": "Something that was in {file} before is gone from it. The backups may still "
    "hold it.",
    "typed by hand": "{file} has rows that were typed in by hand. They are shown; you can take "
    "them in for good.",
    "rival copy": "{file} looks like a second copy made by a cloud folder. It may hold rows that "
    "the journal lacks.",
    "unreadable file": "{file} cannot be read as it stands. Nothing is written to it until then.",
    "unknown header": "The first line of {file} is not as expected. Nothing is written to it "
    "until then.",
    "unreadable row": "Part of {file} cannot be read with certainty. Everything else is shown, "
    "and nothing of it is touched.",
    "unreadable cell": "A cell in {file} cannot be read. What was there before it is shown.",
    "orphan": "Something in {file} belongs to an entry that is not there. It is still kept.",
    "torn row set aside": "Something in {file} was cut off while it was being saved. The next "
    "save sets it aside, byte for byte.",
}
_OTHER: Final = "There is something to know about {file}."
_REMEDIES: Final[dict[ProblemKind, tuple[Remedy, ...]]] = {
    "vanished": ("bring back", "accept missing"),
    "typed by hand": ("tidy",),
    "rival copy": ("merge copies",),
}
# What concerns privacy and what can be put right by a press comes first.
_FIRST: Final[tuple[str, ...]] = ("version control", "vanished", "rival copy")


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLine:
    """One thing to look at.

    Attributes:
        key: Identifies it while it lasts.
        sentence: What it is.
        places: Where, one sentence a place.
        has_more: Whether there are more places than named.
        remedies: What can be pressed.
        is_notice: Told, not asked about.
    """

    key: str
    sentence: str
    places: tuple[str, ...] = ()
    has_more: bool = False
    remedies: tuple[Remedy, ...] = ()
    is_notice: bool = False


def care_lines(problems: Sequence[Problem]) -> tuple[CareLine, ...]:
    """Return one line a thing to look at: privacy first, notices last."""
    lines = [_line(kind, file, own) for (kind, file), own in _grouped(problems)]
    # Stable: what is of one weight keeps the order of the files.
    return tuple(sorted(lines, key=_weight))


def _weight(line: CareLine) -> int:
    if line.is_notice:
        return len(_FIRST) + 1
    kind = line.key.split(":")[0]
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


def _grouped(
    problems: Iterable[Problem],
) -> Iterable[tuple[tuple[ProblemKind, str], list[Problem]]]:
    groups: dict[tuple[ProblemKind, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.kind, problem.file), []).append(problem)
    return groups.items()


def _line(kind: ProblemKind, file: str, problems: Sequence[Problem]) -> CareLine:
    remedies = _REMEDIES.get(kind, ())
    return CareLine(
        key=f"{kind}:{file}",
        sentence=_SENTENCES.get(kind, _OTHER).format(file=file),
        places=tuple(problem.sentence for problem in problems[:PLACES_AT_MOST]),
        has_more=len(problems) > PLACES_AT_MOST,
        remedies=remedies,
        is_notice=not remedies and all(problem.notice for problem in problems),
    )
