"""What a whole story cost and how long it took: "three million all up" beside "a bit over two".

The sentence with the number often names nothing; what it belongs to stands around it. A number is
taken only where the answer has one that can be that of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.number_differences import is_borne_out, may_clash
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.stories import (
    Story,
    shared_score,
    story_of_number,
)

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.answer_reading import AnswerReading

__all__ = [
    "StoryNumber",
    "may_be_one",
    "may_be_one_by_chance",
    "read_story_numbers",
    "story_number_difference",
]

_LEAST_MONEY: Final = 1_000
_LEAST_DAYS: Final = 2.0
_LEAST: Final = 3
_LEAST_ASKED: Final = 2
_FROM: Final = 0.46
_STEP: Final = 0.04
_SUREST: Final = 0.8
_APART: Final = 5.0
"""Two figures of one thing are not farther apart."""
_TOOK: Final = re.compile(
    r"\b(?:took|takes|lasted|last(?:ed)? for|start to finish|from (?:the )?(?:first|start|day one)"
    r"|from \w+(?: \w+){0,3} (?:to|till|until) |all told|of work\b|all in all|in total|in all"
    r"|altogether|within|inside|till we|until we|the whole thing)\b",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"\b\w+ (?:was|were|happened|broke out|came)\b.{0,25}"
    r"\b(?:in|on|at|of|over|around|during|friday|summer|winter|spring|autumn|christmas|easter) ",
    re.IGNORECASE,
)
"""A sentence that says when something happened."""
_ADDRESSED: Final = frozenset({"notice", "leave", "experience"})


@dataclass(frozen=True, slots=True)
class StoryNumber:
    """What a story cost or how long it took.

    Attributes:
        claim: The number.
        story: What is told of.
    """

    claim: NumberClaim
    story: Story

    def __reduce__(self) -> tuple[Callable[..., StoryNumber], tuple[object, ...]]:
        """Be sent to another process as its parts are."""
        return StoryNumber, (self.claim, self.story)


def read_story_numbers(
    readings: Sequence[Reading], claims: Sequence[NumberClaim]
) -> list[StoryNumber]:
    """Return the numbers of an answer that are those of its whole story.

    Example:
        >>> from interview_journal.analysis.consistency.claims import claims_of
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("We moved the bakery. It took us eight months.")
        >>> [one.claim.kind for one in read_story_numbers(said, claims_of(said))]
        ['duration']
    """
    by_start = {reading.sentence.start: place for place, reading in enumerate(readings)}
    found = []
    shares = [claim for claim in claims if claim.kind == "percent"]
    for candidates in (
        list(_sums(claims)),
        list(_lengths(readings, by_start, claims)),
        shares,
        list(_days(readings, by_start, claims)),
    ):
        if len(candidates) == 1:
            [claim] = candidates
            found.append(
                StoryNumber(claim, story_of_number(readings, by_start[claim.quote_span[0]]))
            )
    return found


def _sums(claims: Sequence[NumberClaim]) -> Iterator[NumberClaim]:
    """Yield the amounts of money that are nobody's pay."""
    for claim in claims:
        if claim.kind != "money" or claim.low < _LEAST_MONEY or not claim.unit.endswith("/"):
            continue
        if "pay" not in claim.near | claim.asked and claim.stance in ("is", "was"):
            yield claim


def _lengths(
    readings: Sequence[Reading], by_start: dict[int, int], claims: Sequence[NumberClaim]
) -> Iterator[NumberClaim]:
    """Yield the lengths of time that something took."""
    for claim in claims:
        if claim.kind != "duration" or claim.unit != "days" or claim.low < _LEAST_DAYS:
            continue
        if not _ADDRESSED.isdisjoint(claim.asked) or claim.stance in ("wants", "if"):
            continue
        if _TOOK.search(readings[by_start[claim.quote_span[0]]].sentence.text) is not None:
            yield claim


def _days(
    readings: Sequence[Reading], by_start: dict[int, int], claims: Sequence[NumberClaim]
) -> Iterator[NumberClaim]:
    """Yield the dates at which a story happened."""
    for claim in claims:
        if claim.kind != "date" or claim.head or claim.stance in ("wants", "if"):
            continue
        if not claim.near.isdisjoint(lexicon().matters["life_events"]):
            continue
        if _WHEN.search(readings[by_start[claim.quote_span[0]]].sentence.text) is not None:
            yield claim


def may_be_one(one: StoryNumber, other: StoryNumber) -> bool:
    """Return whether two numbers can be those of one story and cannot both be true; cheap."""
    return _are_of_one(one, other, frozenset(one.story.words))


def may_be_one_by_chance(one: AnswerReading, number: int) -> Callable[[AnswerReading, int], bool]:
    """Return what tells of any story's number of another answer whether it can be that of one.

    Args:
        one: An answer.
        number: Which of its stories' numbers.
    """
    mine = one.sums[number]
    words = frozenset(mine.story.words)
    return lambda other, rival: _are_of_one(mine, other.sums[rival], words)


def _are_of_one(one: StoryNumber, other: StoryNumber, words: frozenset[str]) -> bool:
    """Return whether two numbers can be those of one story; ``words`` are those of the first."""
    if shared_score(one.story, other.story, words) < _LEAST_ASKED:
        return False
    claim, rival = one.claim, other.claim
    if claim.kind == "percent" and claim.near.isdisjoint(rival.near):
        return False
    low, high = (claim.low, rival.low) if claim.low < rival.low else (rival.low, claim.low)
    return high <= low * _APART and may_clash(claim, rival)


def story_number_difference(
    one: StoryNumber,
    other: StoryNumber,
    ours: Sequence[NumberClaim],
    theirs: Sequence[NumberClaim],
    around: Circumstances,
) -> Difference | None:
    """Return how two answers differ in what one story cost or took, or None.

    Args:
        one: A number of one answer.
        other: A number of another that ``may_be_one`` lets pass.
        ours: All claims of the first answer.
        theirs: All claims of the second.
        around: What is known of the two answers.
    """
    claim, rival = one.claim, other.claim
    score = shared_score(one.story, other.story)
    is_asked = around.same_question and claim.kind != "percent"
    if score < (_LEAST_ASKED if around.same_question else _LEAST):
        return None
    if is_borne_out(claim, theirs, but=rival) or is_borne_out(rival, ours, but=claim):
        return None
    sure = min(_SUREST, _FROM + _STEP * (score + is_asked))
    return Difference(claim.kind, sure, claim.span, claim.quote_span, rival.span, rival.quote_span)
