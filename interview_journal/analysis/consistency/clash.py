"""Two numbers that cannot both be true: how surely are they about one thing.

What speaks for and against is measured as signs with names, and each sign has a weight that can
be read and argued about in claim_weights.toml.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from interview_journal.analysis.consistency.agreement import ranges_of
from interview_journal.analysis.consistency.fixed_matters import matter_of
from interview_journal.analysis.consistency.lexicon import PERSON, lexicon
from interview_journal.core.claims import Claim

__all__ = ["confidence_of", "signs_of_clash"]

_MOST_SHARED: Final = 4
_MOST_NEAR: Final = 3
_MOST_ASKED: Final = 2
_MOST_TOLD_APART: Final = 2
_FULL_CLAUSE: Final = 4
"""Content words from which on a clause says enough to be told apart by what is not in common."""
_USUAL_FACTOR: Final = 1.5
"""Log of how far apart two values of one thing usually lie."""
_LEAST: Final = 0.01
_NEAR_TIES: Final = 1
_SHARED_TIES: Final = 2
"""Words in common that tie two numbers together; for people it takes one more of each."""
_TIMES: Final = frozenset({"is", "was"})
_TIED_KINDS: Final = frozenset({"notice", "age"})


def confidence_of(signs: dict[str, float], *, shift: float = 0.0) -> float:
    """Return how sure it is that both cannot be true, 0 to 1.

    Args:
        signs: What ``signs_of_clash`` gives.
        shift: Added to the log odds.
    """
    weights, bias = _weights()
    score = bias + shift
    for name, value in signs.items():
        score += weights[name] * value
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> tuple[dict[str, float], float]:
    source = files(__package__).joinpath("claim_weights.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    return stored["weights"], stored["bias"]


def signs_of_clash(
    one: Claim, other: Claim, *, same_question: bool = False, anywhere: bool = False
) -> dict[str, float]:
    """Return what is known of a pair of claims that cannot both be true; the order is no matter.

    Args:
        one: A claim.
        other: Another of the same matter.
        same_question: Whether both answer one question.
        anywhere: Whether the two were met by chance, out of all answers of a journal.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [five], [six] = read_claims("We are five nurses."), read_claims("We are six nurses.")
        >>> signs_of_clash(five, six)["same_word"]
        1.0
    """
    # One question is answered with many lengths of time, and with one of anything else.
    is_told = same_question and (one.kind != "duration" or one.unit == "since")
    is_tied = is_told or not anywhere or _are_tied(one, other)
    signs = {f"is_{one.kind}": 1.0, **_signs_of_words(one, other)}
    distance = _distance(one, other)
    if distance > 0:
        signs["far"] = distance
    holding = (
        ("is_since", one.unit == "since"),
        ("same_question", same_question),
        ("same_slot", _same_matter(one, other)),
        ("untied", not is_tied),
        *_meant(one, other),
        *(_percents(one, other) if one.kind == "percent" else _counted(one, other)),
    )
    signs |= {name: 1.0 for name, holds in holding if holds}
    return signs


def _signs_of_words(one: Claim, other: Claim) -> dict[str, float]:
    """Return what the words around both numbers have in common."""
    shared = one.about & other.about
    near = len(one.near & other.near)
    room = min(len(one.near), len(other.near))
    signs = {
        "shared": float(min(len(shared), _MOST_SHARED)),
        "near": float(min(near, _MOST_NEAR)),
        "unshared": (1 - near / room) * min(room / _FULL_CLAUSE, 1.0) if room else 0.0,
    }
    if one.asked or other.asked:
        asked = (one.asked & other.about) | (one.about & other.asked)
        signs["asked"] = float(min(len(asked), _MOST_ASKED))
    if shared:
        told_apart = sum(_is_told_apart(word, one, other) for word in shared)
        signs["other_modifier"] = float(min(told_apart, _MOST_TOLD_APART))
    return signs


def _counted(one: Claim, other: Claim) -> tuple[tuple[str, bool], ...]:
    """Return what holds of the things that are counted."""
    known = lexicon()
    heads = one.head, other.head
    return (
        ("same_head", bool(one.head and other.head)),
        ("same_word", one.word == other.word and one.head in known.people),
        ("no_head", one.kind == "count" and not (one.head and other.head)),
        ("other_word", _differ(one.word, other.word) and PERSON not in heads),
        ("subset", _is_part(one, other) and one.near.isdisjoint(other.near)),
        ("person", known.is_person(one.head) or known.is_person(other.head)),
        ("career", _are_careers(one, other)),
        ("nobody", "me" not in (one.subject, other.subject)),
    )


def _percents(one: Claim, other: Claim) -> tuple[tuple[str, bool], ...]:
    """Return what holds of what two percentages measure."""
    measures = lexicon().matters["measures"]
    ours, theirs = one.near & measures, other.near & measures
    is_same = not ours.isdisjoint(theirs)
    return (
        ("same_measure", is_same),
        ("other_measure", bool(ours and theirs) and not is_same),
    )


def _meant(one: Claim, other: Claim) -> tuple[tuple[str, bool], ...]:
    """Return what holds of whom both numbers are said, and how they are meant."""
    stances = {one.stance, other.stance}
    is_other_time = len(stances) > 1 and stances <= _TIMES
    return (
        ("same_subject", bool(one.subject) and one.subject == other.subject),
        ("other_subject", _differ(one.subject, other.subject)),
        ("same_group", bool(one.group) and one.group == other.group),
        ("other_group", _differ(one.group, other.group)),
        ("other_names", bool(one.names and other.names) and one.names.isdisjoint(other.names)),
        ("other_stance", is_other_time and one.kind not in ("percent", "money")),
        ("other_moment", one.kind == "age" and "was" in stances),
        ("supposed", "if" in stances),
        ("wanted", len(stances) > 1 and "wants" in stances),
        ("hedged", one.is_hedged or other.is_hedged),
        ("negated", one.is_negated or other.is_negated),
    )


def _is_part(one: Claim, other: Claim) -> bool:
    """Return whether one counts all people and the other a sort of them."""
    return one.head != other.head and PERSON in (one.head, other.head)


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other


def _distance(one: Claim, other: Claim) -> float:
    """Return how much farther apart two values lie than two of one thing usually do."""
    ours, _, theirs, _ = ranges_of(one, other)
    low, high = sorted((max(ours, _LEAST), max(theirs, _LEAST)))
    return max(0.0, math.log(high / low) - _USUAL_FACTOR)


def _are_tied(one: Claim, other: Claim) -> bool:
    """Return whether anything but the number's kind says that both speak of one thing."""
    if one.kind in _TIED_KINDS or one.unit == "since":
        return True
    is_common = lexicon().is_person(one.head) or (
        one.kind == "duration" and _distance(one, other) > 0
    )
    if (
        len(one.near & other.near) >= _NEAR_TIES + is_common
        or len(one.about & other.about) >= _SHARED_TIES + is_common
        or _same_matter(one, other)
        or _are_careers(one, other)
    ):
        return True
    is_thing = one.kind == "count" and bool(one.word) and not is_common
    return is_thing and one.word == other.word


def _same_matter(one: Claim, other: Claim) -> bool:
    """Return whether both answer questions that ask for just this kind of number."""
    matter = matter_of(one)
    if not matter or matter != matter_of(other):
        return False
    # Everybody has more than one achievement: the two must have a word in common.
    return matter != "achievement" or not one.near.isdisjoint(other.near)


def _is_told_apart(word: str, one: Claim, other: Claim) -> bool:
    """Return whether a shared word is told apart by the word before it.

    "The payroll project" and "the checkout project" are two.
    """
    ours = {which for which, what in one.modifiers if what == word}
    if not ours or not ours.isdisjoint(other.about):
        return False
    theirs = {which for which, what in other.modifiers if what == word}
    return bool(theirs) and theirs.isdisjoint(one.about)


def _are_careers(one: Claim, other: Claim) -> bool:
    if one.kind != "duration":
        return False
    words = lexicon().matters["careers"]
    return not words.isdisjoint(one.near) and not words.isdisjoint(other.near)
