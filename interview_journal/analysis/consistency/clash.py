"""Two numbers that cannot both be true: how surely are they about one thing.

What speaks for and against is measured as signs with names, and each sign has a weight that can
be read and argued about in claim_weights.toml.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from interview_journal.analysis.consistency.agreement import ranges_of
from interview_journal.analysis.consistency.fixed_matters import PART_OF_A_TEAM, matter_of
from interview_journal.analysis.consistency.lexicon import PERSON, lexicon
from interview_journal.core.claims import Claim

__all__ = ["clash_confidence", "confidence_of", "signs_of_clash"]

_MOST_SHARED: Final = 4
_MOST_NEAR: Final = 3
_MOST_ASKED: Final = 2
_MOST_TOLD_APART: Final = 2
_FULL_CLAUSE: Final = 4
"""Content words from which on a clause says enough to be told apart by what is not in common."""
_USUAL_FACTOR: Final = 1.5
"""Log of how far apart two values of one thing usually lie."""
_OTHER_SCALE: Final = 20.0
"""So many times as many people are those of a company beside those of a team."""
_LEAST: Final = 0.01
_NEAR_TIES: Final = 1
_SHARED_TIES: Final = 2
"""Words in common that tie two numbers together; for people it takes one more of each."""
_CHANGES: Final = frozenset({"reduce", "increase"})
"""Two things that both went down are still two things."""
_TIMES: Final = frozenset({"is", "was"})
_OF_ANY_TIME: Final = frozenset({"percent", "money"})
_ASKED_TIES: Final = {"percent": 1, "count": 2}
"""Words in common from which on two answers to one question speak of one number."""
_MANY_TOLD: Final = frozenset({"duration", "date"})
_TIED_KINDS: Final = frozenset({"notice", "age"})


def confidence_of(signs: Mapping[str, float], *, shift: float = 0.0) -> float:
    """Return how sure it is that both cannot be true, 0 to 1.

    Args:
        signs: What ``signs_of_clash`` gives.
        shift: Added to the log odds.
    """
    return _confidence(signs.items(), shift)


def clash_confidence(
    one: Claim, other: Claim, *, same_question: bool, anywhere: bool, shift: float
) -> float:
    """Return the confidence that the signs of two claims give, 0 to 1.

    Args:
        one: A claim.
        other: Another of the same matter.
        same_question: Whether both answer one question.
        anywhere: Whether the two were met by chance, out of all answers of a journal.
        shift: Added to the log odds.
    """
    signs = _signs(one, other, same_question=same_question, anywhere=anywhere)
    return _confidence(signs, shift)


def _confidence(signs: Iterable[tuple[str, float]], shift: float) -> float:
    weights, bias = _weights()
    score = bias + shift
    for name, value in signs:
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
    return dict(_signs(one, other, same_question=same_question, anywhere=anywhere))


def _signs(
    one: Claim, other: Claim, *, same_question: bool, anywhere: bool
) -> list[tuple[str, float]]:
    """Return the signs of a pair with their values, always in one order."""
    shared = one.about & other.about
    near = len(one.near & other.near)
    distance = _distance(one, other)
    is_same_matter = _same_matter(one, other)
    signs = [(f"is_{one.kind}", 1.0), *_signs_of_words(one, other, shared, near)]
    if distance > 0:
        signs.append(("far", distance))
    holding = ["is_since"] if one.unit == "since" else []
    if same_question:
        holding.append("same_question")
        if len(shared - _CHANGES) >= _ASKED_TIES.get(one.kind, math.inf):
            holding.append("asked_and_shared")
    if is_same_matter:
        holding.append("same_slot")
    # One question is answered with many lengths of time and dates, and with one of anything else.
    is_told = same_question and (one.kind not in _MANY_TOLD or one.unit == "since")
    if not (is_told or not anywhere or is_same_matter):
        is_far = distance > 0
        if not _are_tied(one, other, near=near, shared=len(shared), is_far=is_far):
            holding.append("untied")
    holding += _meant(one, other)
    holding += _percents(one, other) if one.kind == "percent" else _counted(one, other)
    if one.kind == "date" and _are_other_events(one, other):
        holding.append("other_event")
    signs += [(name, 1.0) for name in holding]
    return signs


def _signs_of_words(
    one: Claim, other: Claim, shared: frozenset[str], near: int
) -> Iterator[tuple[str, float]]:
    """Yield what the words around both numbers have in common."""
    room = min(len(one.near), len(other.near))
    yield "shared", float(min(len(shared), _MOST_SHARED))
    yield "near", float(min(near, _MOST_NEAR))
    yield "unshared", (1 - near / room) * min(room / _FULL_CLAUSE, 1.0) if room else 0.0
    if one.asked or other.asked:
        asked = (one.asked & other.about) | (one.about & other.asked)
        yield "asked", float(min(len(asked), _MOST_ASKED))
    if shared:
        told_apart = sum(_is_told_apart(word, one, other) for word in shared)
        # "The trade floor" and "the exhibit floor" do not part what one name holds together.
        told_apart = max(0, told_apart - len(one.names & shared))
        yield "other_modifier", float(min(told_apart, _MOST_TOLD_APART))


def _counted(one: Claim, other: Claim) -> Iterator[str]:
    """Yield what holds of the things that are counted."""
    known = lexicon()
    if one.head and other.head:
        yield "same_head"
    if one.word == other.word and one.head in known.people:
        yield "same_word"
    if one.kind == "count" and not (one.head and other.head):
        yield "no_head"
    if _differ(one.word, other.word) and PERSON not in (one.head, other.head):
        yield "other_word"
    yield from _people(one, other)
    if _are_careers(one, other):
        yield "career"
    if "me" not in (one.subject, other.subject):
        yield "nobody"


def _people(one: Claim, other: Claim) -> Iterator[str]:
    """Yield what holds of the people that are counted."""
    if _is_part(one, other) and one.near.isdisjoint(other.near):
        yield "subset"
    if (one.word in PART_OF_A_TEAM) != (other.word in PART_OF_A_TEAM):
        yield "some_of_them"
    if one.word != other.word and 1 in (one.high, other.high) and not _says_only(one, other):
        yield "single"
    known = lexicon()
    if known.is_person(one.head) or known.is_person(other.head):
        yield "person"
        if max(one.low, other.low) >= _OTHER_SCALE * max(min(one.low, other.low), 1.0):
            yield "other_scale"


def _are_other_events(one: Claim, other: Claim) -> bool:
    """Return whether two dates are those of two things: somewhere begun, something passed."""
    events = lexicon().matters["events"]
    ours, theirs = one.near & events, other.near & events
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _says_only(one: Claim, other: Claim) -> bool:
    """Return whether "the only nurse" stands on one side: that is a number, "one nurse" is not."""
    return any(claim.high == 1 and " only " in f" {claim.quote.lower()} " for claim in (one, other))


def _percents(one: Claim, other: Claim) -> Iterator[str]:
    """Yield what holds of what two percentages measure."""
    measures = lexicon().matters["measures"]
    ours, theirs = one.near & measures, other.near & measures
    if ours and theirs:
        yield "other_measure" if ours.isdisjoint(theirs) else "same_measure"
    elif one.about & other.about and (one.about & other.about) <= _CHANGES:
        yield "other_change"


def _meant(one: Claim, other: Claim) -> Iterator[str]:
    """Yield what holds of whom both numbers are said, and how they are meant."""
    if one.subject and other.subject:
        is_same = one.subject == other.subject
        yield "same_subject" if is_same else "other_subject"
        both = {one.subject, other.subject}
        # "When you're 33 like me" is said of oneself.
        if one.kind == "age" and not is_same and "me" in both and "you" not in both:
            yield "other_person"
    if one.group and other.group:
        yield "same_group" if one.group == other.group else "other_group"
    if one.names and other.names and one.names.isdisjoint(other.names):
        yield "other_names"
        if {one.stance, other.stance} == _TIMES:
            yield "then_elsewhere"
    if not one.stance == other.stance == "is":
        yield from _stances(one, other)
    if one.is_hedged or other.is_hedged:
        yield "hedged"
    if one.is_negated or other.is_negated:
        yield "negated"


def _stances(one: Claim, other: Claim) -> Iterator[str]:
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


def _is_part(one: Claim, other: Claim) -> bool:
    """Return whether one counts all people and the other a sort of them."""
    return one.head != other.head and PERSON in (one.head, other.head)


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other


def _distance(one: Claim, other: Claim) -> float:
    """Return how much farther apart two values lie than two of one thing usually do."""
    ours, theirs = one.low, other.low
    if one.unit != other.unit:
        ours, _, theirs, _ = ranges_of(one, other)
    ours, theirs = max(ours, _LEAST), max(theirs, _LEAST)
    return max(0.0, math.log(max(ours, theirs) / min(ours, theirs)) - _USUAL_FACTOR)


def _are_tied(one: Claim, other: Claim, *, near: int, shared: int, is_far: bool) -> bool:
    """Return whether anything but kind and matter says that both speak of one thing.

    Args:
        one: A claim.
        other: Another.
        near: How many content words the clauses have in common.
        shared: How many the sentences have.
        is_far: Whether the two values lie farther apart than usual.
    """
    if one.kind in _TIED_KINDS or one.unit == "since":
        return True
    is_common = lexicon().is_person(one.head) or (one.kind == "duration" and is_far)
    if (
        near >= _NEAR_TIES + is_common
        or shared >= _SHARED_TIES + is_common
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
    return matter != "achievement" or not (one.near & other.near) <= _CHANGES


def _is_told_apart(word: str, one: Claim, other: Claim) -> bool:
    """Return whether a shared word is told apart by the word before it.

    "The payroll project" and "the checkout project" are two.
    """
    ours = {which for which, what in one.modifiers if what == word}
    if not ours or not ours.isdisjoint(other.about):
        return False
    theirs = {which for which, what in other.modifiers if what == word}
    return bool(theirs) and theirs.isdisjoint(one.about) and theirs.isdisjoint(ours)


def _are_careers(one: Claim, other: Claim) -> bool:
    if one.kind != "duration":
        return False
    words = lexicon().matters["careers"]
    return not words.isdisjoint(one.near) and not words.isdisjoint(other.near)
