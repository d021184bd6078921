"""What the traits of two numbers say of the pair, worked out once for all pairs like them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.number_claims import Traits
from interview_journal.core.claims import Claim

__all__ = ["TraitPair", "alike", "pair_of", "weights"]

_TIMES: Final = frozenset({"is", "was"})
_OF_ANY_TIME: Final = frozenset({"percent", "money"})
_MANY_TOLD: Final = frozenset({"duration", "date"})
_ACHIEVEMENT: Final = "achievement"
_TIED_KINDS: Final = frozenset({"notice", "age"})
_OF_SOMETHING: Final = frozenset({"percent", "date"})
"""Percentages have measures and dates have events, which can be the same or not."""
_CACHED_PAIRS: Final = 65_536
_SAME_WORD: Final = 1
_SAME_HEAD: Final = 2
_SAME_SUBJECT: Final = 4
_SAME_GROUP: Final = 8


@cache
def weights() -> tuple[dict[str, float], float]:
    """Return what each sign adds to the log odds, and what they begin with."""
    source = files(__package__).joinpath("claim_weights.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    return stored["weights"], stored["bias"]


class TraitPair(NamedTuple):
    """What hangs on the traits of two claims alone, the same for all pairs like them.

    Attributes:
        signs: The signs that hold.
        score: The sum of their weights.
        is_tied: Whether kind, matter or what is counted says that they speak of one thing.
        is_answer: Whether one question is answered with one number of this sort.
        is_achievement: Whether both answer a question for what was achieved.
        is_person: Whether one of them counts people.
        is_part: Whether one counts all people and the other a sort of them.
        is_then_and_now: Whether one tells of today and the other of what was.
        has_more_signs: Whether there are signs that only some claims can have.
    """

    signs: tuple[str, ...]
    score: float
    is_tied: bool
    is_answer: bool
    is_achievement: bool
    is_person: bool
    is_part: bool
    is_then_and_now: bool
    has_more_signs: bool


def alike(one: Claim, other: Claim) -> int:
    """Return which words of two claims are the same."""
    return (
        _SAME_WORD * (one.word == other.word)
        + _SAME_HEAD * (one.head == other.head)
        + _SAME_SUBJECT * (one.subject == other.subject)
        + _SAME_GROUP * (one.group == other.group)
    )


@lru_cache(maxsize=_CACHED_PAIRS)
def pair_of(one: Traits, other: Traits, same: int) -> TraitPair:
    """Return what the traits of two claims say of them.

    Args:
        one: The traits of a claim.
        other: Those of another of the same kind.
        same: Which of their words are the same.
    """
    known, _ = weights()
    is_word, is_head = bool(same & _SAME_WORD), bool(same & _SAME_HEAD)
    is_achievement = one.matter == other.matter == _ACHIEVEMENT
    is_same_matter = bool(one.matter) and one.matter == other.matter and not is_achievement
    is_person = one.kind != "percent" and (one.is_person or other.is_person)
    is_part = one.kind != "percent" and not is_head and (one.is_anybody or other.is_anybody)
    signs = [f"is_{one.kind}"]
    if one.is_since:
        signs.append("is_since")
    if is_same_matter:
        signs.append("same_slot")
    signs += _meant(one, other, same)
    if one.kind != "percent":
        signs += _counted(one, other, is_word=is_word)
        signs += _people_counted(one, other, is_word=is_word)
    return TraitPair(
        signs=tuple(signs),
        score=sum(known[name] for name in signs),
        is_tied=is_same_matter
        or (one.kind in _TIED_KINDS and not _is_of_others(one, other, same))
        or one.is_since
        or (one.is_career and other.is_career)
        or _count_one_thing(one, other, is_word=is_word),
        # One question is answered with many lengths of time and dates, with one of anything else.
        is_answer=one.kind not in _MANY_TOLD or one.is_since,
        is_achievement=is_achievement,
        is_person=is_person,
        is_part=is_part,
        is_then_and_now={one.stance, other.stance} == _TIMES,
        has_more_signs=is_person or is_part or one.kind in _OF_SOMETHING,
    )


def _is_of_others(one: Traits, other: Traits, same: int) -> bool:
    """Return whether two ages are those of other people, and not of one who is named alike."""
    is_told_alike = bool(same & _SAME_SUBJECT) and bool(one.speaker)
    return one.kind == "age" and "me" not in (one.speaker, other.speaker) and not is_told_alike


def _count_one_thing(one: Traits, other: Traits, *, is_word: bool) -> bool:
    """Return whether two counts name what they count by one word, and neither is that of a part.

    Eighty patients in all, and fourteen of them in the early shift, are no two numbers of one.
    """
    if one.kind != "count" or one.is_person or not (one.has_word and is_word):
        return False
    return one.has_group == other.has_group


def _meant(one: Traits, other: Traits, same: int) -> Iterator[str]:
    """Yield what holds of whom both numbers are said, and how they are meant."""
    if one.speaker and other.speaker:
        is_same = bool(same & _SAME_SUBJECT)
        yield "same_subject" if is_same else "other_subject"
        both = {one.speaker, other.speaker}
        # "When you're 33 like me" is said of oneself.
        if one.kind == "age" and not is_same and "me" in both and "you" not in both:
            yield "other_person"
    if one.has_group and other.has_group:
        yield "same_group" if same & _SAME_GROUP else "other_group"
    if not one.stance == other.stance == "is":
        yield from _stances(one, other)
    if one.is_hedged or other.is_hedged:
        yield "hedged"
    if one.is_negated or other.is_negated:
        yield "negated"


def _stances(one: Traits, other: Traits) -> Iterator[str]:
    """Yield what holds of two claims that do not both tell of today."""
    ours, theirs = one.stance, other.stance
    is_other_time = ours != theirs and ours in _TIMES and theirs in _TIMES
    if is_other_time and one.kind not in _OF_ANY_TIME:
        yield "other_stance"
    if one.kind == "age" and "was" in (ours, theirs):
        yield "other_moment"
    if "if" in (ours, theirs):
        yield "supposed"
    if ours != theirs and "wants" in (ours, theirs):
        yield "wanted"


def _counted(one: Traits, other: Traits, *, is_word: bool) -> Iterator[str]:
    """Yield what holds of the things that are counted."""
    have_heads = one.has_head and other.has_head
    if have_heads:
        yield "same_head"
    elif one.kind == "count":
        yield "no_head"
    have_words = one.has_word and other.has_word
    if have_words and not (is_word or one.is_anybody or other.is_anybody):
        yield "other_word"
    if one.is_career and other.is_career:
        yield "career"
    if "me" not in (one.speaker, other.speaker):
        yield "nobody"


def _people_counted(one: Traits, other: Traits, *, is_word: bool) -> Iterator[str]:
    """Yield what holds of the people that are counted."""
    if is_word and one.is_sort_of_person:
        yield "same_word"
    if one.is_part_of_team != other.is_part_of_team:
        yield "some_of_them"
    if not is_word and (one.is_single or other.is_single) and not (one.is_only or other.is_only):
        yield "single"
    if one.is_person or other.is_person:
        yield "person"
