"""Two numbers that cannot both be true: how surely are they about one thing.

What speaks for and against is measured as signs with names, and each sign has a weight that can
be read and argued about in claim_weights.toml.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.agreement import ranges_of
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.number_claims import NumberClaim, Traits
from interview_journal.core.claims import Claim

__all__ = ["clash_confidence", "confidence_of", "may_be_told", "says_of_what", "signs_of_clash"]

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
_USUALLY_APART: Final = math.exp(_USUAL_FACTOR)
_LEAST: Final = 0.01
_ROUNDING: Final = 1e-9
_CHANGES: Final = frozenset({"reduce", "increase"})
"""Two things that both went down are still two things."""
_TIMES: Final = frozenset({"is", "was"})
_OF_ANY_TIME: Final = frozenset({"percent", "money"})
_ASKED_TIES: Final = {"percent": 1, "count": 2}
"""Words in common from which on two answers to one question speak of one number: stories are full
of these."""
_MANY_TOLD: Final = frozenset({"duration", "date"})
_ACHIEVEMENT: Final = "achievement"
_TIED_KINDS: Final = frozenset({"notice", "age"})
_OF_SOMETHING: Final = frozenset({"percent", "date"})
"""Percentages have measures and dates have events, which can be the same or not."""
_NONE: Final[frozenset[str]] = frozenset()
_CACHED_PAIRS: Final = 65_536
_SAME_WORD: Final = 1
_SAME_HEAD: Final = 2
_SAME_SUBJECT: Final = 4
_SAME_GROUP: Final = 8


def confidence_of(signs: Mapping[str, float], *, shift: float = 0.0) -> float:
    """Return how sure it is that both cannot be true, 0 to 1.

    Args:
        signs: What ``signs_of_clash`` gives.
        shift: Added to the log odds.
    """
    weights, bias = _weights()
    return _share(bias + shift + sum(weights[name] * value for name, value in signs.items()))


def clash_confidence(
    one: NumberClaim, other: NumberClaim, *, same_question: bool, anywhere: bool, shift: float
) -> float:
    """Return the confidence that the signs of two claims give, 0 to 1.

    Args:
        one: A claim.
        other: Another of the same matter.
        same_question: Whether both answer one question.
        anywhere: Whether the two were met by chance, out of all answers of a journal.
        shift: Added to the log odds.
    """
    weights, bias = _weights()
    pair = _pair(one.traits, other.traits, _alike(one, other))
    score = bias + shift + pair.score
    for name, value in _signs_met(one, other, pair, same_question, anywhere):
        score += weights[name] * value
    return _share(score)


def may_be_told(one: NumberClaim, other: NumberClaim, shift: float) -> bool:
    """Return whether two numbers met by chance can be surer than not to clash; cheap.

    Many pairs have no word in common and nothing else that ties them together: these need not be
    weighed sign by sign.

    Args:
        one: A claim.
        other: Another of the same matter.
        shift: The most that may be added to the log odds.
    """
    shared = common = _NONE
    if not (one.about.isdisjoint(other.about) and one.near.isdisjoint(other.near)):
        if one.kind != "date":
            return True
        shared, common = one.about & other.about, one.near & other.near
        often = lexicon().matters["happens_often"]
        if not (shared <= often and common <= often and says_of_what(one) and says_of_what(other)):
            return True
    pair = _pair(one.traits, other.traits, _alike(one, other))
    # Nothing in common is no achievement in common either.
    if pair.is_tied or (shared and pair.is_achievement) or _asked_and_told(one, other):
        return True
    near, room = len(common), min(len(one.near), len(other.near))
    weights, bias = _weights()
    score = bias + shift + pair.score + weights["same_question"]
    if not pair.is_answer or one.kind in _ASKED_TIES:
        score += weights["untied"]
    score += weights["shared"] * min(len(shared), _MOST_SHARED)
    score += weights["near"] * min(near, _MOST_NEAR)
    return score + weights["unshared"] * _unshared(near, room) >= -_ROUNDING


def _unshared(near: int, room: int) -> float:
    """Return the share of a clause of so many words that is not in common, less of a short one."""
    return (1 - near / room) * min(room / _FULL_CLAUSE, 1.0) if room else 0.0


def _share(score: float) -> float:
    """Return log odds as a share."""
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> tuple[dict[str, float], float]:
    source = files(__package__).joinpath("claim_weights.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    return stored["weights"], stored["bias"]


def signs_of_clash(
    one: NumberClaim, other: NumberClaim, *, same_question: bool = False, anywhere: bool = False
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
    pair = _pair(one.traits, other.traits, _alike(one, other))
    met = _signs_met(one, other, pair, same_question, anywhere)
    return dict.fromkeys(pair.signs, 1.0) | dict(met)


# What two claims are --------------------------------------------------------------------------


class _Pair(NamedTuple):
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


def _alike(one: Claim, other: Claim) -> int:
    """Return which words of two claims are the same."""
    return (
        _SAME_WORD * (one.word == other.word)
        + _SAME_HEAD * (one.head == other.head)
        + _SAME_SUBJECT * (one.subject == other.subject)
        + _SAME_GROUP * (one.group == other.group)
    )


@lru_cache(maxsize=_CACHED_PAIRS)
def _pair(one: Traits, other: Traits, alike: int) -> _Pair:
    """Return what the traits of two claims say of them.

    Args:
        one: The traits of a claim.
        other: Those of another of the same kind.
        alike: Which of their words are the same.
    """
    weights, _ = _weights()
    is_word, is_head = bool(alike & _SAME_WORD), bool(alike & _SAME_HEAD)
    is_achievement = one.matter == other.matter == _ACHIEVEMENT
    is_same_matter = bool(one.matter) and one.matter == other.matter and not is_achievement
    is_person = one.kind != "percent" and (one.is_person or other.is_person)
    is_part = one.kind != "percent" and not is_head and (one.is_anybody or other.is_anybody)
    signs = [f"is_{one.kind}"]
    if one.is_since:
        signs.append("is_since")
    if is_same_matter:
        signs.append("same_slot")
    signs += _meant(one, other, alike)
    if one.kind != "percent":
        signs += _counted(one, other, is_word=is_word)
        signs += _people_counted(one, other, is_word=is_word)
    return _Pair(
        signs=tuple(signs),
        score=sum(weights[name] for name in signs),
        is_tied=is_same_matter
        or one.kind in _TIED_KINDS
        or one.is_since
        or (one.is_career and other.is_career)
        or (one.kind == "count" and one.has_word and is_word and not one.is_person),
        # One question is answered with many lengths of time and dates, with one of anything else.
        is_answer=one.kind not in _MANY_TOLD or one.is_since,
        is_achievement=is_achievement,
        is_person=is_person,
        is_part=is_part,
        is_then_and_now={one.stance, other.stance} == _TIMES,
        has_more_signs=is_person or is_part or one.kind in _OF_SOMETHING,
    )


def _meant(one: Traits, other: Traits, alike: int) -> Iterator[str]:
    """Yield what holds of whom both numbers are said, and how they are meant."""
    if one.speaker and other.speaker:
        is_same = bool(alike & _SAME_SUBJECT)
        yield "same_subject" if is_same else "other_subject"
        both = {one.speaker, other.speaker}
        # "When you're 33 like me" is said of oneself.
        if one.kind == "age" and not is_same and "me" in both and "you" not in both:
            yield "other_person"
    if one.has_group and other.has_group:
        yield "same_group" if alike & _SAME_GROUP else "other_group"
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


# What they have in common ---------------------------------------------------------------------


def _signs_met(
    one: NumberClaim,
    other: NumberClaim,
    pair: _Pair,
    same_question: bool,  # noqa: FBT001 - asked for millions of pairs: keywords cost
    anywhere: bool,  # noqa: FBT001
) -> list[tuple[str, float]]:
    """Return the signs that hang on the words and values of a pair, always in one order."""
    shared, common = one.about & other.about, one.near & other.near
    near, kind = len(common), one.kind
    distance = _distance(one, other)
    signs = _signs_of_words(one, other, shared, near)
    if distance > 0:
        signs.append(("far", distance))
    if same_question:
        signs.append(("same_question", 1.0))
        if len(shared - _CHANGES) >= _ASKED_TIES.get(kind, math.inf):
            signs.append(("asked_and_shared", 1.0))
    # Everybody has more than one achievement: the two must have a word in common.
    is_achieved = pair.is_achievement and not common <= _CHANGES
    if is_achieved:
        signs.append(("same_slot", 1.0))
    if anywhere and not (pair.is_tied or is_achieved):
        is_asked = same_question and pair.is_answer
        if _is_untied(one, other, shared, common, distance, is_asked=is_asked):
            signs.append(("untied", 1.0))
    if one.names or pair.has_more_signs:
        signs += [(name, 1.0) for name in _signs_of_some(one, other, pair, shared, near)]
    return signs


def _is_untied(
    one: NumberClaim,
    other: NumberClaim,
    shared: frozenset[str],
    common: frozenset[str],
    distance: float,
    *,
    is_asked: bool,
) -> bool:
    """Return whether nothing that is said ties two numbers together that were met by chance.

    Args:
        one: A claim.
        other: Another, of the same kind.
        shared: The words that their sentences have in common.
        common: Those that their clauses have in common.
        distance: How much farther apart both lie than two values of one thing.
        is_asked: Whether both answer one question that has one such number for an answer.
    """
    if is_asked:
        # One question is answered with many stories: theirs share a word, or tell what was asked.
        is_told_often = one.kind in _ASKED_TIES
        return is_told_often and shared | common <= _CHANGES and not _asked_and_told(one, other)
    least = 1 + (one.traits.is_person or (one.kind == "duration" and distance > 0))
    if says_of_what(one) and says_of_what(other):
        often = lexicon().matters["happens_often"]
        shared, common = shared - often, common - often
    return len(common) < least and len(shared) <= least


def says_of_what(claim: Claim) -> bool:
    """Return whether a date's clause says what happened, not only that something did.

    Many things went live: which of them has to be the same.
    """
    return claim.kind == "date" and not claim.near <= _said_of_dates()


@cache
def _said_of_dates() -> frozenset[str]:
    """Return the words beside a date that do not say what happened."""
    matters = lexicon().matters
    return matters["happens_often"] | matters["about_dates"]


def _asked_and_told(one: Claim, other: Claim) -> frozenset[str]:
    """Return the words of one question that the other sentence says."""
    if not (one.asked or other.asked):
        return _NONE
    return (one.asked & other.about) | (one.about & other.asked)


def _signs_of_words(
    one: Claim, other: Claim, shared: frozenset[str], near: int
) -> list[tuple[str, float]]:
    """Return what the words around both numbers have in common."""
    room = min(len(one.near), len(other.near))
    signs = [
        ("shared", float(min(len(shared), _MOST_SHARED))),
        ("near", float(min(near, _MOST_NEAR))),
    ]
    if room:
        signs.append(("unshared", _unshared(near, room)))
    if one.asked or other.asked:
        asked = _asked_and_told(one, other)
        signs.append(("asked", float(min(len(asked), _MOST_ASKED))))
    if shared:
        signs.append(("other_modifier", _told_apart(one, other, shared)))
    return signs


def _signs_of_some(
    one: Claim, other: Claim, pair: _Pair, shared: frozenset[str], near: int
) -> Iterator[str]:
    """Yield the signs that only claims with names, of dates, percentages or people have."""
    if one.names and other.names and one.names.isdisjoint(other.names):
        yield "other_names"
        if pair.is_then_and_now:
            yield "then_elsewhere"
    if one.kind == "percent":
        yield from _percents(one, other, shared)
    elif one.kind == "date":
        yield from _events(one, other)
    if pair.is_part and not near:
        yield "subset"
    if pair.is_person and _is_other_scale(one, other):
        yield "other_scale"


def _is_other_scale(one: Claim, other: Claim) -> bool:
    return max(one.low, other.low) >= _OTHER_SCALE * max(min(one.low, other.low), 1.0)


def _events(one: Claim, other: Claim) -> Iterator[str]:
    """Yield whether two dates are those of two things: somewhere begun, something passed."""
    events = lexicon().matters["events"]
    ours, theirs = one.near & events, other.near & events
    if ours and theirs and ours.isdisjoint(theirs):
        yield "other_event"


def _percents(one: Claim, other: Claim, shared: frozenset[str]) -> Iterator[str]:
    """Yield what holds of what two percentages measure."""
    measures = lexicon().matters["measures"]
    ours, theirs = one.near & measures, other.near & measures
    if ours and theirs:
        yield "other_measure" if ours.isdisjoint(theirs) else "same_measure"
    elif shared and shared <= _CHANGES:
        yield "other_change"


def _distance(one: Claim, other: Claim) -> float:
    """Return how much farther apart two values lie than two of one thing usually do."""
    ours, theirs = one.low, other.low
    if one.unit != other.unit:
        ours, _, theirs, _ = ranges_of(one, other)
    low, high = (ours, theirs) if ours < theirs else (theirs, ours)
    low = max(low, _LEAST)
    # Most lie closer together: that is seen without a logarithm.
    if high <= low * _USUALLY_APART:
        return 0.0
    return math.log(high / low) - _USUAL_FACTOR


def _told_apart(one: Claim, other: Claim, shared: frozenset[str]) -> float:
    """Return how many shared words are told apart by the word before them.

    "The payroll project" and "the checkout project" are two.
    """
    if not one.modifiers or not other.modifiers:
        return 0.0
    apart = sum(_is_told_apart(word, one, other) for word in shared)
    # "The trade floor" and "the exhibit floor" do not part what one name holds together.
    apart = max(0, apart - len(one.names & shared))
    return float(min(apart, _MOST_TOLD_APART))


def _is_told_apart(word: str, one: Claim, other: Claim) -> bool:
    """Return whether a shared word is told apart by the word before it."""
    ours = {which for which, what in one.modifiers if what == word}
    if not ours or not ours.isdisjoint(other.about):
        return False
    theirs = {which for which, what in other.modifiers if what == word}
    return bool(theirs) and theirs.isdisjoint(one.about) and theirs.isdisjoint(ours)
