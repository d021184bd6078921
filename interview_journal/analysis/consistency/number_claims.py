"""A claim with a number, and what comparing it asks of it alone, worked out once.

A number is compared with many others. What hangs on it alone are its traits: few combinations of
them exist, and what two of them say of a pair is worked out once for all pairs like it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, Final

from interview_journal.analysis.consistency.fixed_matters import PART_OF_A_TEAM, matter_of
from interview_journal.analysis.consistency.lexicon import PERSON, lexicon
from interview_journal.core.claims import Claim

__all__ = ["NumberClaim", "Traits", "number_claim"]

_SPEAKERS: Final = frozenset({"", "me", "you"})
_SOMEBODY: Final = "they"


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What is known of a number besides its value and its words.

    Attributes:
        kind: What sort of number.
        is_since: Whether it is the beginning of a time that lasts.
        matter: The fixed matter that was asked for and that it answers; empty for none.
        speaker: Whose it is: "me", "you", "they" for anybody else, or empty.
        stance: How it is meant, as of a claim.
        is_hedged: Said with "about", "over", a range or the like.
        is_negated: Whether its clause denies it.
        has_head: Whether it is said what is counted.
        has_word: Whether it is said in a word of its own.
        is_person: Whether people are counted.
        is_anybody: Whether all of them are counted, of whatever sort.
        is_sort_of_person: Whether people are counted by what they do.
        is_part_of_team: Whether those are counted of whom hardly any team consists.
        is_single: Whether it is one at most.
        is_only: Whether "the only nurse" is said.
        has_group: Whether it is said of what it is the size.
        is_career: Whether it is a length of time with a word for a working life.
        is_pay: Whether its clause or its question names pay.
    """

    kind: str
    is_since: bool
    matter: str
    speaker: str
    stance: str
    is_hedged: bool
    is_negated: bool
    has_head: bool
    has_word: bool
    is_person: bool
    is_anybody: bool
    is_sort_of_person: bool
    is_part_of_team: bool
    is_single: bool
    is_only: bool
    has_group: bool
    is_career: bool
    is_pay: bool

    def __reduce__(self) -> tuple[Callable[..., Traits], tuple[Any, ...]]:
        """Arrive as the one object that all claims alike have."""
        return _shared, _values_of_traits(self)


_values_of_traits: Final[Callable[[Traits], tuple[Any, ...]]] = attrgetter(
    *(one.name for one in fields(Traits))
)


@cache
def _shared(*values: Any) -> Traits:  # noqa: ANN401 - the values of each attribute, in order
    """Return the one object of such traits; they hold no word of the person's, so there are few."""
    return Traits(*values)


@dataclass(frozen=True, slots=True)
class NumberClaim(Claim):
    """A claim with a number, as it is compared.

    Attributes:
        traits: What is known of it besides its value and its words.
    """

    traits: Traits = field(repr=False, compare=False)

    def __reduce__(self) -> tuple[Callable[..., NumberClaim], tuple[Any, ...]]:
        """Be sent to another process; what dataclasses do by themselves takes twice as long."""
        return NumberClaim, (*_values(self), self.traits)


_values: Final[Callable[[Claim], tuple[Any, ...]]] = attrgetter(
    *(one.name for one in fields(Claim))
)


def number_claim(claim: Claim) -> NumberClaim:
    """Return a claim with its traits.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [five] = read_claims("We are about five nurses.", "How big is your team?")
        >>> five.traits.matter, five.traits.is_hedged, five.traits.is_person
        ('team', True, True)
    """
    values = (*_values(claim), _traits_of(claim))
    return NumberClaim(*values)


def _traits_of(claim: Claim) -> Traits:
    known = lexicon()
    kind, head, subject = claim.kind, claim.head, claim.subject
    is_duration = kind == "duration"
    return _shared(
        kind,
        claim.unit == "since",
        matter_of(claim),
        subject if subject in _SPEAKERS else _SOMEBODY,
        claim.stance,
        claim.is_hedged,
        claim.is_negated,
        bool(head),
        bool(claim.word),
        known.is_person(head),
        head == PERSON,
        head in known.people,
        claim.word in PART_OF_A_TEAM,
        claim.high == 1,
        claim.high == 1 and " only " in f" {claim.quote.lower()} ",
        bool(claim.group),
        is_duration and not claim.near.isdisjoint(known.matters["careers"]),
        "pay" in claim.near or "pay" in claim.asked,
    )
