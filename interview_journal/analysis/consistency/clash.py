"""Two numbers that cannot both be true: how surely are they about one thing.

What speaks for and against is measured as signs with names, and each sign has a weight that can
be read and argued about in claim_weights.toml.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from interview_journal.analysis.consistency.agreement import ranges_of
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.trait_pairs import TraitPair, alike, pair_of, weights
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
_ASKED_TIES: Final = {"percent": 1, "count": 2}
"""Words in common from which on two answers to one question speak of one number: stories are full
of these."""
_PAY_WANTED: Final = frozenset({"pay", "want"})
_NONE: Final[frozenset[str]] = frozenset()


def confidence_of(signs: Mapping[str, float], *, shift: float = 0.0) -> float:
    """Return how sure it is that both cannot be true, 0 to 1.

    Args:
        signs: What ``signs_of_clash`` gives.
        shift: Added to the log odds.
    """
    known, bias = weights()
    return _share(bias + shift + sum(known[name] * value for name, value in signs.items()))


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
    known, bias = weights()
    pair = pair_of(one.traits, other.traits, alike(one, other))
    score = bias + shift + pair.score
    for name, value in _signs_met(one, other, pair, same_question, anywhere):
        score += known[name] * value
    return _share(score)


def may_be_told(one: NumberClaim, other: NumberClaim, shift: float) -> bool:
    """Return whether two numbers met by chance can be surer than not to clash; cheap.

    Many pairs have no word in common and nothing else that ties them together: these need not be
    weighed sign by sign.

    Args:
        one: A claim.
        other: Another of the same kind.
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
    pair = pair_of(one.traits, other.traits, alike(one, other))
    # Nothing in common is no achievement in common either.
    if pair.is_tied or (shared and pair.is_achievement) or _asked_and_told(one, other):
        return True
    near, room = len(common), min(len(one.near), len(other.near))
    known, bias = weights()
    score = bias + shift + pair.score + known["same_question"]
    if not pair.is_answer or one.kind in _ASKED_TIES:
        score += known["untied"]
    score += known["shared"] * min(len(shared), _MOST_SHARED)
    score += known["near"] * min(near, _MOST_NEAR)
    return score + known["unshared"] * _unshared(near, room) >= -_ROUNDING


def _unshared(near: int, room: int) -> float:
    """Return the share of a clause of so many words that is not in common, less of a short one."""
    return (1 - near / room) * min(room / _FULL_CLAUSE, 1.0) if room else 0.0


def _share(score: float) -> float:
    """Return log odds as a share."""
    return 1 / (1 + math.exp(-score))


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
    pair = pair_of(one.traits, other.traits, alike(one, other))
    met = _signs_met(one, other, pair, same_question, anywhere)
    return dict.fromkeys(pair.signs, 1.0) | dict(met)


# What they have in common ---------------------------------------------------------------------


def _signs_met(
    one: NumberClaim,
    other: NumberClaim,
    pair: TraitPair,
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
    if one.names or other.names or pair.has_more_signs:
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
        told = _asked_and_told(one, other)
        if one.kind == "percent":
            # Who is asked what pay they want tells shares of anything.
            told -= _PAY_WANTED
        # "It was 610,000" says nothing of what it was, and many things are asked for.
        is_told_often = is_told_often or not (one.about or other.about)
        return is_told_often and shared | common <= _CHANGES and not told
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
    one: Claim, other: Claim, pair: TraitPair, shared: frozenset[str], near: int
) -> Iterator[str]:
    """Yield the signs that only claims with names, of dates, percentages or people have."""
    if one.names and other.names and one.names.isdisjoint(other.names):
        yield "other_names"
        if pair.is_then_and_now:
            yield "then_elsewhere"
    elif one.kind == "duration" and bool(one.names) != bool(other.names) and not near:
        # Four years at Acme are no nine years in the trade.
        yield "other_names"
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
