"""Why an error was made: as a reader sorted it, or by what was read in the texts."""

from __future__ import annotations

import tomllib
from typing import Final

from bench.consistency_parts.labelled import Pair
from bench.consistency_parts.tables import table
from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    names_in,
    read_for_comparison,
)
from interview_journal.analysis.consistency.differences import Circumstances, differences
from tests.programs import CHECKOUT

__all__ = ["by_hand", "legend", "why_not_ranked", "why_numbers"]

REASONS: Final = CHECKOUT / "bench" / "data" / "consistency_reasons.toml"
READ_NOTHING: Final = "no number is read on one side"
UNLIKE_KINDS: Final = "numbers are read, but of different kinds"
AGREE: Final = "both numbers can be true, or count different things, as far as they are read"
UNSURE: Final = "read and seen to differ, but less sure than .5"


def _hand_reasons() -> dict[str, dict[str, str]]:
    """Return the reader's reasons: what each means, and by file and line which."""
    content: dict[str, dict[str, str]] = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    return content


def legend() -> str:
    """Return what the reader's reasons mean, as a table."""
    meanings = _hand_reasons()["reasons"]
    return table(
        ["reason", "what it means; whether a rule can reach it"],
        [[key.replace("_", " "), meaning] for key, meaning in meanings.items()],
    )


def by_hand(collection: str, place: str, otherwise: str) -> str:
    """Return the reader's reason for an error, or the other one where none was given."""
    return _hand_reasons().get(collection, {}).get(place, otherwise).replace("_", " ")


def _readings(pair: Pair) -> tuple[AnswerReading, AnswerReading]:
    known = names_in([pair.a, pair.b])
    one = read_for_comparison(pair.a, known_names=known)
    return one, read_for_comparison(pair.b, known_names=known)


def why_numbers(pair: Pair) -> str:
    """Return why a clash of numbers was not told, by what was read."""
    one, other = _readings(pair)
    if not one.claims or not other.claims:
        return READ_NOTHING
    kinds = {claim.kind for claim in one.claims} & {claim.kind for claim in other.claims}
    if not kinds:
        return UNLIKE_KINDS
    return UNSURE if differences(one, other, Circumstances()) else AGREE


def why_not_ranked(pair: Pair) -> str:
    """Return why a contradiction stands low, by what was read."""
    one, other = _readings(pair)
    if not one.statements or not other.statements:
        return "no clause is read on one side (an exclamation, a fragment)"
    if one.is_asking or other.is_asking:
        return "one side only asks"
    if not one.told & other.told:
        return "no content word in common: knowledge or the talk between is needed"
    if one.is_denying != other.is_denying:
        return "words in common and one side denies, but not those words"
    return "words in common, neither side denies: opposites that no list holds, or knowledge"
