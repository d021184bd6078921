"""Where two numbers differ, and nothing else that was said bears one of them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.consistency.agreement import agree, meet, same_matter
from interview_journal.analysis.consistency.changes import tells_beginning, tells_change
from interview_journal.analysis.consistency.clash import clash_confidence, may_be_told
from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.sums import is_summed
from interview_journal.analysis.consistency.workloads import LOAD

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.answer_reading import AnswerReading

__all__ = [
    "clash_difference",
    "is_borne_out",
    "may_clash",
    "may_clash_by_chance",
    "number_differences",
]

_LOADS_APART: Final = 3.0
"""Of lifts and of visits one person has very different numbers."""
_UNSCALED: Final = "?"
_FROM_AND_TO: Final = frozenset({"duration", "percent", "money"})
_MOST_BESIDE: Final = 3
_ANCHORED: Final = 2.5
"""Log odds that two numbers are of one thing where the number beside them is the same."""
_LASTING: Final = frozenset({"duration", "date", "age", "notice"})
"""Of these nothing changes since a beginning."""
_TOLD_ALIKE: Final = 2
"""Words in common that make two beginnings one, whatever titles stand beside them."""
_ASKED_ABOUT: Final = 0.5
_EXPLAINED: Final = 0.4
"""From how sure a difference is told, and how sure is one that an answer explains itself."""
_MOST_BY_CHANCE: Final = Circumstances(anywhere=True).shift
_made: Final = partial(tuple.__new__, Difference)
"""Makes a difference of its parts in half the time of the class: most pairs of numbers differ."""


def may_clash(claim: NumberClaim, rival: NumberClaim) -> bool:
    """Return whether two numbers can be of one thing and cannot both be true."""
    return same_matter(claim, rival) and not agree(claim, rival)


def may_clash_by_chance(one: AnswerReading, number: int) -> Callable[[AnswerReading, int], bool]:
    """Return what tells of any number of another answer whether it may clash with one; cheap.

    Args:
        one: An answer.
        number: Which of its numbers.
    """
    claim = one.claims[number]
    if _beside(claim, one.claims):
        return lambda other, rival: may_clash(claim, other.claims[rival])

    def is_worth(other: AnswerReading, rival: int) -> bool:
        theirs = other.claims[rival]
        return may_be_told(claim, theirs, _MOST_BY_CHANCE) and may_clash(claim, theirs)

    return is_worth


def number_differences(
    ours: Sequence[NumberClaim], theirs: Sequence[NumberClaim], around: Circumstances
) -> Iterator[Difference]:
    """Yield where the numbers of two answers differ.

    Args:
        ours: The claims of one answer.
        theirs: Those of another.
        around: What is known of the two answers.
    """
    open_rivals = [rival for rival in theirs if not is_borne_out(rival, ours)]
    for claim in ours:
        if is_borne_out(claim, theirs):
            continue
        for rival in open_rivals:
            if may_clash(claim, rival):
                found = _difference(claim, rival, ours, theirs, around)
                if found is not None:
                    yield found


def clash_difference(
    claim: NumberClaim,
    rival: NumberClaim,
    ours: Sequence[NumberClaim],
    theirs: Sequence[NumberClaim],
    around: Circumstances,
) -> Difference | None:
    """Return how two numbers that may clash do, or None where something bears one of them out.

    Args:
        claim: A claim of one answer.
        rival: A claim of another.
        ours: All claims of the first answer.
        theirs: All claims of the second.
        around: What is known of the two answers.
    """
    if is_borne_out(rival, ours, but=claim) or is_borne_out(claim, theirs, but=rival):
        return None
    return _difference(claim, rival, ours, theirs, around)


def _is_anchored(
    claim: NumberClaim,
    rival: NumberClaim,
    ours: Sequence[NumberClaim],
    theirs: Sequence[NumberClaim],
) -> bool:
    """Return whether both sentences have another number in common: "from 14 to 5", "14 to 9"."""
    beside = _beside(claim, ours)
    return bool(beside) and any(
        one.low == two.low and one.high == two.high
        for one in beside
        for two in _beside(rival, theirs)
    )


def _beside(claim: NumberClaim, claims: Sequence[NumberClaim]) -> list[NumberClaim]:
    """Return the numbers of its kind in the sentence of one that can go "from 14 to 5"."""
    if claim.kind not in _FROM_AND_TO:
        return []
    quote, kind = claim.quote_span, claim.kind
    beside = [one for one in claims if one.quote_span == quote and one is not claim]
    return [one for one in beside[:_MOST_BESIDE] if one.kind == kind]


def _difference(
    claim: NumberClaim,
    rival: NumberClaim,
    ours: Sequence[NumberClaim],
    theirs: Sequence[NumberClaim],
    around: Circumstances,
) -> Difference | None:
    """Return how two numbers that may clash do, or None where they are hardly of one thing."""
    if claim.unit == "since" and not _began_alike(claim, rival, around):
        return None
    if claim.kind == "age" and _was_younger(claim, rival):
        return None
    if claim.head == LOAD and not _are_loads(claim, rival, around):
        return None
    if _UNSCALED in (claim.unit + rival.unit) and not (claim.traits.is_pay and rival.traits.is_pay):
        return None
    is_headless = claim.kind == "count" and not (claim.head and rival.head)
    if is_headless and around.anywhere and not around.same_question:
        return None
    same_question = around.same_question or _asked_alike(claim, rival)
    anywhere, shift = around.anywhere, around.shift
    sure = clash_confidence(
        claim, rival, same_question=same_question, anywhere=anywhere, shift=shift
    )
    if sure < _ASKED_ABOUT and around.same_question and _is_anchored(claim, rival, ours, theirs):
        shift += _ANCHORED
        sure = clash_confidence(
            claim, rival, same_question=same_question, anywhere=anywhere, shift=shift
        )
    if sure >= _ASKED_ABOUT and (
        tells_change(claim)
        or tells_change(rival)
        or (claim.kind not in _LASTING and tells_beginning(claim) != tells_beginning(rival))
        or is_summed(claim, rival, theirs)
        or is_summed(rival, claim, ours)
    ):
        sure = _EXPLAINED
    is_wish = claim.kind == "money" and claim.stance == rival.stance == "wants"
    return _made(
        (
            "note" if is_wish and not around.same_company else claim.kind,
            sure,
            claim.span,
            claim.quote_span,
            rival.span,
            rival.quote_span,
            claim.head or rival.head,
        )
    )


def _was_younger(claim: NumberClaim, rival: NumberClaim) -> bool:
    """Return whether an age that once was lies before one of today: only the births tell."""
    is_own = claim.subject == rival.subject == "me"
    if not is_own or (claim.stance == "was") == (rival.stance == "was"):
        return False
    then, now = (claim, rival) if claim.stance == "was" else (rival, claim)
    return then.low < now.low


def _began_alike(claim: NumberClaim, rival: NumberClaim, around: Circumstances) -> bool:
    """Return whether two beginnings can be those of one thing: a place, a task, a career."""
    if not _titles_meet(claim, rival) and len(claim.near & rival.near) < _TOLD_ALIKE:
        return False
    if claim.names and rival.names:
        return not claim.names.isdisjoint(rival.names)
    if not claim.near.isdisjoint(rival.near):
        return True
    if claim.names or rival.names:
        return False
    if around.same_question:
        return True
    is_untold = not (claim.near and rival.near)
    return is_untold and "experience" in claim.asked and "experience" in rival.asked


def _are_loads(claim: NumberClaim, rival: NumberClaim, around: Circumstances) -> bool:
    """Return whether two numbers of unlike things are what one person looks after."""
    if claim.word == rival.word or not around.same_question:
        return False
    low, high = sorted((claim.low, rival.low))
    return high <= low * _LOADS_APART


def _asked_alike(claim: NumberClaim, rival: NumberClaim) -> bool:
    """Return whether both tell, asked for it, how many of one sort are in the own team."""
    if claim.kind != "count" or claim.word != rival.word:
        return False
    if not claim.stance == rival.stance == "is":
        return False
    return claim.group == rival.group == "team" and "team" in claim.asked & rival.asked


def _titles_meet(one: NumberClaim, other: NumberClaim) -> bool:
    """Return whether both tell of one post, or neither names any: "as a senior since 2023"."""
    known = lexicon()
    titles = known.people | known.matters["titles"]
    ours, theirs = one.near & titles, other.near & titles
    if ours and theirs and ours & known.matters["titles"] != theirs & known.matters["titles"]:
        # A charge nurse has been a nurse for longer.
        return False
    return not ours.isdisjoint(theirs) if ours or theirs else True


def is_borne_out(
    claim: NumberClaim, mentions: Sequence[NumberClaim], *, but: NumberClaim | None = None
) -> bool:
    """Return whether any mention of the other answer says the same as a claim.

    Args:
        claim: A claim.
        mentions: All claims of the other answer.
        but: One of these that is known to clash.
    """
    kind = claim.kind
    # A plain loop: this is asked for every pair of numbers that differ, millions in all.
    for mention in mentions:
        if mention is not but and mention.kind == kind and _bears_out(mention, claim):
            return True
    return False


def _bears_out(mention: NumberClaim, claim: NumberClaim) -> bool:
    """Return whether a claim says the same as one of the other answer."""
    if not same_matter(mention, claim):
        return False
    if mention.unit != claim.unit and _UNSCALED in mention.unit + claim.unit:
        return False
    is_length = mention.kind == "duration" and mention.unit == "days"
    if is_length and mention.near.isdisjoint(claim.near) and not meet(mention, claim):
        # An answer is full of lengths of time: four years with a licence are no three in a town.
        return False
    if mention.kind == "count" and bool(mention.head) != bool(claim.head):
        return (mention.low, mention.high) == (claim.low, claim.high)
    return agree(mention, claim) and (mention.unit != "since" or _titles_meet(mention, claim))
