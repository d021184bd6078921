"""Where one clause affirms what another denies."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.lexicon import content_class
from interview_journal.analysis.consistency.polarity import (
    Statement,
    opposed_words,
    opposite_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.analysis.consistency.answer_reading import AnswerReading
    from interview_journal.analysis.consistency.asked_for import AskedFor

__all__ = ["may_contradict", "never_difference", "statement_difference"]

# Log odds, set by hand on the development data.
_BIAS: Final = -2.0
_BY_CHANCE: Final = -2.8
_OTHER_TOPIC: Final = -0.4
_SHARED: Final = 0.7
_OPPOSED: Final = 0.5
_COVER: Final = 1.2
_VERB_OPPOSED: Final = 1.0
_OWN_VERB: Final = 0.9
_SAME_QUESTION: Final = 1.2
_NEVER_ASKED: Final = 1.0
"""One question, and one answer says never."""
_SUPPOSED: Final = -0.8
_LEAST_SHARED: Final = 2
_SURE: Final = 0.97
_MOST_DENIED: Final = 2
_MATTERS: Final = frozenset({"error", "deadline", "target"})
"""Who is asked for one of these tells of one."""
_ON_RECORD: Final = frozenset({"name", "record"})
"""Not one error with my name on it."""
_BEGINNINGS: Final = frozenset(map(content_class, ("began", "passed", "finished", "signed")))
"""What was not so yet can be so by now."""
_NEVER_SURE: Final = (0.0, 0.56, 0.68, 0.78)
"""How sure "I have never X" is denied, by the words of X that were asked for."""


def may_contradict(one: AnswerReading, number: int) -> Callable[[AnswerReading, int], bool]:
    """Return what tells of any clause of another answer whether it may contradict one; cheap.

    With fewer than two words in common no pair of clauses met by chance is ever sure enough to be
    shown.

    Args:
        one: An answer.
        number: The number of a clause of it.
    """
    content = frozenset(one.statements.words(number))
    return lambda other, rival: (
        len(content.intersection(other.statements.words(rival))) >= _LEAST_SHARED
    )


def statement_difference(
    statement: Statement,
    rival: Statement,
    one: AnswerReading,
    other: AnswerReading,
    around: Circumstances,
) -> Difference | None:
    """Return how two clauses contradict each other, or None.

    Args:
        statement: A clause of one answer.
        rival: A clause of another.
        one: The first answer: a word that both answers affirm, or both deny, is not opposed.
        other: The second.
        around: What is known of the two answers.
    """
    if statement.is_question or rival.is_question or _are_of_two_times(statement, rival):
        return None
    if not (statement.is_mine and rival.is_mine) and not around.same_question:
        return None
    shared = statement.content & rival.content
    if around.anywhere and len(shared) < _LEAST_SHARED:
        return None
    opposites = opposite_words(statement, rival)
    if not _stand_opposed(statement, rival) and not (opposites and shared):
        return None
    opposed = opposed_words(statement, rival)
    opposed = (opposed - _agreed(one, other) if opposed else opposed) | opposites
    if not opposed:
        return None
    score = _score(statement, rival, shared, opposed, around)
    return Difference(
        "polarity",
        min(_SURE, 1 / (1 + math.exp(-score))),
        statement.span,
        statement.quote_span,
        rival.span,
        rival.quote_span,
    )


def _are_of_two_times(one: Statement, other: Statement) -> bool:
    """Return whether one denies for now what the other says of the past."""
    return _was_once(one, other) or _was_once(other, one)


def _was_once(denying: Statement, telling: Statement) -> bool:
    """Return whether what one denies for now may have been so, or come to be so."""
    if denying.has_ended or (denying.is_not_yet and not telling.content.isdisjoint(_BEGINNINGS)):
        return True
    is_denial = denying.denies_self and not telling.denies_self
    return is_denial and denying.is_of_now and telling.is_past


def _stand_opposed(one: Statement, other: Statement) -> bool:
    """Return whether one person denies what the other affirms, or both say what they like."""
    return one.denies_self != other.denies_self or (one.has_feeling and other.has_feeling)


def _score(
    one: Statement,
    other: Statement,
    shared: frozenset[str],
    opposed: frozenset[str],
    around: Circumstances,
) -> float:
    """Return the log odds that two clauses contradict each other."""
    cover = len(shared) / min(len(one.content), len(other.content))
    verbs = {one.denied_first, other.denied_first} & opposed
    own = verbs & {one.own_verb, other.own_verb} if len(shared) > 1 else None
    return (
        _BIAS
        + _SHARED * len(shared)
        + _OPPOSED * len(opposed)
        + _COVER * cover
        + _VERB_OPPOSED * bool(verbs)
        + _OWN_VERB * bool(own)
        + _SAME_QUESTION * around.same_question
        + _SUPPOSED * (one.is_supposed or other.is_supposed)
        + _BY_CHANCE * around.anywhere
        + _OTHER_TOPIC * around.other_topic
        + _NEVER_ASKED * (around.same_question and (one.has_never or other.has_never))
    )


def _agreed(one: AnswerReading, other: AnswerReading) -> frozenset[str]:
    """Return the words that both answers affirm, or both deny."""
    return (one.affirmed & other.affirmed) | (one.denied & other.denied)


def never_difference(never: Statement, asked: AskedFor) -> Difference | None:
    """Return where "I have never X" meets an answer that tells of an X it was asked for."""
    if not never.has_never or not never.denies_self or never.is_supposed or asked.is_denied:
        return None
    shared = never.denied & asked.words
    sure = _NEVER_SURE[min(len(shared), len(_NEVER_SURE) - 1)]
    # "I've never taught A level" does not deny that anything was taught.
    denied = never.denied - _ON_RECORD
    is_matter = not shared.isdisjoint(_MATTERS)
    if not sure or (len(shared) == 1 and len(denied) > (_MOST_DENIED if is_matter else 1)):
        return None
    return Difference("polarity", sure, never.span, never.quote_span, asked.span, asked.quote_span)
