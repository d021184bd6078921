"""Under which words the claims of an answer are found again.

Comparing every answer with every other costs the square of their number. Two claims can only be
told to be about one thing when they share a word, a question or a fixed matter (pay, notice);
each of these is a key, and only claims under one key are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from interview_journal.analysis.consistency.asked_for import AskedFor
from interview_journal.analysis.consistency.lexicon import PERSON, lexicon
from interview_journal.analysis.consistency.names import BOSS, MATTER, WHOLE, NameClaim
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.personal_facts import FactClaim
from interview_journal.analysis.consistency.reasons import ReasonClaim
from interview_journal.analysis.consistency.roles import WEAK_MATTERS, RoleClaim
from interview_journal.analysis.consistency.statements import Sides
from interview_journal.analysis.consistency.story_numbers import StoryNumber
from interview_journal.analysis.consistency.story_parts import StoryPart
from interview_journal.analysis.consistency.whose_work import WorkClaim

__all__ = [
    "asked_for_keys",
    "claim_keys",
    "fact_keys",
    "lookers_of_statements",
    "name_keys",
    "part_keys",
    "reason_keys",
    "role_keys",
    "statement_keys",
    "statement_looks",
    "story_number_keys",
    "work_keys",
]

_TIED: Final = frozenset({"notice", "age"})
_AFFIRMED: Final = "+"
_DENIED: Final = "-"
_BY_OTHERS: Final = "0"
_BY_SELF: Final = "1"
_FELT: Final = "f"
"""Whether "I" or "we" denies something in a clause, and whether it says what is liked: two
clauses stand opposed where this differs or where both say what is liked."""


def claim_keys(claim: NumberClaim, topic: str) -> Iterator[str]:
    """Yield the keys of a claim with a number.

    Args:
        claim: The claim.
        topic: The topic of its question; empty where that is not sure.
    """
    traits = claim.traits
    since = "since" if traits.is_since else ""
    is_person, matter = traits.is_person, traits.matter
    head = "" if claim.kind == "percent" else claim.head
    base = f"{claim.kind}{since}:{PERSON if is_person else head}"
    if topic:
        yield f"{base}?{topic}"
    if matter and matter != topic:
        yield f"{base}?{matter}"
    if claim.group:
        yield f"{base}%{claim.group}"
    if claim.kind in _TIED or (claim.kind == "count" and claim.head and not is_person):
        yield base
    if traits.is_career:
        yield f"{base}%career"
    for word in claim.names | claim.near if since else claim.near:
        yield f"{base}|{word}"


def reason_keys(_reason: ReasonClaim, _topic: str) -> Iterator[str]:
    """Yield the one key of reasons for leaving."""
    yield ""


def role_keys(role: RoleClaim, _topic: str) -> Iterator[str]:
    """Yield the keys of a role: what it was in."""
    yield from role.content - WEAK_MATTERS


def work_keys(work: WorkClaim, _topic: str) -> Iterator[str]:
    """Yield the keys of whose work something was: what the sentence and the question name."""
    yield from work.about | work.asked


def fact_keys(fact: FactClaim, _topic: str) -> Iterator[str]:
    """Yield the one key of a fact: which it is."""
    yield fact.name


def part_keys(part: StoryPart, _topic: str) -> Iterator[str]:
    """Yield the keys of a part in a story: what the story tells of."""
    yield from part.story.names.union(part.story.words)


def story_number_keys(number: StoryNumber, _topic: str) -> Iterator[str]:
    """Yield the keys of what a story cost or took: the kind with each thing that must be met."""
    claim, story = number.claim, number.story
    # Two percentages must have a word of their clauses in common besides.
    is_share = claim.kind == "percent"
    for word in claim.near if is_share else story.names.union(story.words):
        yield f"{claim.kind}|{word}"


def name_keys(name: NameClaim, topic: str) -> Iterator[str]:
    """Yield the keys of a name."""
    if name.slot in ("school", BOSS, WHOLE) or name.slot.startswith(MATTER):
        yield name.slot
        return
    if topic:
        yield f"{name.slot}?{topic}"
    for word in name.content:
        yield f"{name.slot}|{word}"


def asked_for_keys(asked: AskedFor, _topic: str) -> Iterator[str]:
    """Yield the keys of what a question asked to tell of."""
    if not asked.is_denied:
        yield from asked.words


def statement_keys(side: Sides, topic: str) -> Iterator[str]:
    """Yield the keys under which a clause is kept: each word, affirmed or denied, and by whom.

    Args:
        side: What the clause affirms and denies.
        topic: The topic of its question; empty where that is not sure.
    """
    yield from _by_sides(side.affirmed, side.denied, _whose(side.denies_self), topic)
    if side.has_feeling:
        yield from _by_sides(side.affirmed, side.denied, _FELT, topic)


def statement_looks(side: Sides, topic: str) -> Iterator[str]:
    """Yield the keys under which the clauses that may contradict one are looked for.

    These deny what it affirms, affirm what it denies, or affirm the opposite.

    Args:
        side: What the clause affirms and denies.
        topic: The topic of its question; empty where that is not sure.
    """
    yield from _by_sides(side.denied, side.affirmed, _whose(not side.denies_self), topic)
    if side.has_feeling:
        yield from _by_sides(side.denied, side.affirmed, _FELT, topic)
    for word in side.affirmed:
        yield from _opposites(word)


def lookers_of_statements(key: str) -> Iterator[str]:
    """Yield the keys under which those clauses are kept that look under a key.

    Example:
        >>> list(lookers_of_statements("-1java")), list(lookers_of_statements("+0vegan"))[:3]
        (['+0java'], ['-1vegan', '+0beef', '+1beef'])
    """
    sign, who, word = key[:1], key[1:2], key[2:]
    rival = _FELT if who == _FELT else _whose(who != _BY_SELF)
    yield f"{_DENIED if sign == _AFFIRMED else _AFFIRMED}{rival}{word}"
    if sign == _AFFIRMED and who != _FELT:
        yield from _opposites(word)


def _whose(denies_self: bool) -> str:  # noqa: FBT001 - asked for each clause there is
    return _BY_SELF if denies_self else _BY_OTHERS


def _opposites(word: str) -> Iterator[str]:
    """Yield the keys of the clauses that affirm the opposite of a word."""
    for opposite in lexicon().opposites_of.get(word, ()):
        yield f"{_AFFIRMED}{_BY_OTHERS}{opposite}"
        yield f"{_AFFIRMED}{_BY_SELF}{opposite}"


def _by_sides(
    affirmed: Iterable[str], denied: Iterable[str], who: str, topic: str
) -> Iterator[str]:
    """Yield the keys of the clauses that affirm some words and deny others."""
    for sign, words in ((_AFFIRMED, affirmed), (_DENIED, denied)):
        for word in words:
            yield f"{sign}{who}{word}"
            if topic:
                yield f"{sign}{who}{word}?{topic}"
