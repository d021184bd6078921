"""How common a topic is in a round of one stage: read from a file that a person can read too."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["STAGES", "Stage", "question_chances", "round_stage"]

Stage = Literal["screening", "meeting", "panel", "technical", "final"]
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)

_WORDS: Final[tuple[tuple[Stage, re.Pattern[str]], ...]] = (
    ("final", re.compile(r"(?i)\b(final|trial day|ceo|managing director|board)\b")),
    ("technical", re.compile(r"(?i)\b(technical|task|case|portfolio|coding|assessment|live)\b")),
    ("screening", re.compile(r"(?i)\b(phone|screen\w*|recruiter|hr|agency|call|informal)\b")),
    ("panel", re.compile(r"(?i)\b(panel|second)\b")),
)


def round_stage(kind: str, number: int) -> Stage:
    """Return the stage a round belongs to, by the words of its kind, else by its number.

    Args:
        kind: As the person wrote it; empty for not known.
        number: 1 for the first round.

    Example:
        >>> round_stage("phone screen", 1), round_stage("", 2), round_stage("final talk", 3)
        ('screening', 'panel', 'final')
    """
    for stage, words in _WORDS:
        # A talk with the human resources department is a screening only at the start.
        if words.search(kind) and (stage != "screening" or number == 1):
            return stage
    return "meeting" if number == 1 else "panel"


def question_chances(stage: Stage) -> Mapping[str, float]:
    """Return the chance of each topic at that stage, 0 to 1; what is not named is rare.

    Example:
        >>> question_chances("screening")["about_you"] > question_chances("panel")["about_you"]
        True
    """
    return _chances()[stage]


@cache
def _chances() -> Mapping[Stage, Mapping[str, float]]:
    source = files("interview_journal.core.preparing").joinpath("question_chances.toml")
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return {stage: MappingProxyType(tables[stage]) for stage in STAGES}
