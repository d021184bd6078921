"""Under which words the claims of an answer are found again.

Comparing every answer with every other costs the square of their number. Two claims can only be
told to be about one thing when they share a word, a question or a fixed matter (pay, notice);
each of these is a key, and only claims under one key are compared. A key is a sort and a word of
that sort: most claims stand under many words of few sorts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from interview_journal.analysis.consistency.asked_for import AskedFor
from interview_journal.analysis.consistency.clash import says_of_what
from interview_journal.analysis.consistency.lexicon import PERSON, exact_words, lexicon
from interview_journal.analysis.consistency.names import BOSS, MATTER, WHOLE, NameClaim
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.personal_facts import FactClaim
from interview_journal.analysis.consistency.places import Key, Keys
from interview_journal.analysis.consistency.reasons import ReasonClaim
from interview_journal.analysis.consistency.roles import WEAK_MATTERS, RoleClaim
from interview_journal.analysis.consistency.statements import Sides
from interview_journal.analysis.consistency.story_numbers import StoryNumber
from interview_journal.analysis.consistency.story_parts import StoryPart
from interview_journal.analysis.consistency.whose_work import WorkClaim

__all__ = [
    "asked_for_keys",
    "asked_words",
    "claim_keys",
    "claim_looks",
    "fact_keys",
    "lookers_of_claims",
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

_TOO_WIDE: Final = exact_words("too_wide_to_ask")
_TIED: Final = frozenset({"notice", "age"})
_ANY: Final = ("",)
_OF_SOMETHING: Final = "|+"
_OF_ANYTHING: Final = "|-"
"""Whether a date says to what something happened that happens to many things."""
_CAREER: Final = ("career",)
_AFFIRMED: Final = "+"
_DENIED: Final = "-"
_BY_OTHERS: Final = "0"
_BY_SELF: Final = "1"
_FELT: Final = "f"
"""Whether "I" or "we" denies something in a clause, and whether it says what is liked: two
clauses stand opposed where this differs or where both say what is liked."""


def claim_keys(claim: NumberClaim, topic: str) -> Keys:
    """Return the keys under which a claim with a number is kept, by their sorts.

    Args:
        claim: The claim.
        topic: The topic of its question; empty where that is not sure.
    """
    return _claim_keys(claim, topic, (_OF_SOMETHING if says_of_what(claim) else _OF_ANYTHING,))


def claim_looks(claim: NumberClaim, topic: str) -> Keys:
    """Return the keys under which the claims are looked for that one may differ from.

    They are its own, but for what happens to many things: a date that says of what looks for those
    that do not. Its arguments are those of ``claim_keys``.
    """
    others = () if says_of_what(claim) else (_OF_SOMETHING,)
    return _claim_keys(claim, topic, (_OF_ANYTHING, *others))


def lookers_of_claims(key: Key) -> Iterator[Key]:
    """Yield the keys under which those claims are kept that look under a key.

    Example:
        >>> list(lookers_of_claims(("date:|+", "live"))), list(lookers_of_claims(("age:", "")))
        ([('date:|-', 'live')], [('age:', '')])
    """
    sort, word = key
    base, of_what = sort[:-2], sort[-2:]
    if of_what in (_OF_SOMETHING, _OF_ANYTHING):
        yield base + _OF_ANYTHING, word
    if of_what == _OF_ANYTHING:
        yield base + _OF_SOMETHING, word
    elif of_what != _OF_SOMETHING:
        yield key


def _claim_keys(claim: NumberClaim, topic: str, of_what: Iterable[str]) -> Keys:
    """Yield the keys of a claim; a date's words for what happens often are of the sorts given."""
    traits, matter = claim.traits, claim.traits.matter
    since = "since" if traits.is_since else ""
    head = PERSON if traits.is_person else claim.head
    base = f"{claim.kind}{since}:{'' if claim.kind == 'percent' else head}"
    if topic:
        yield f"{base}?", (topic,)
    if matter and matter != topic:
        yield f"{base}?", (matter,)
    if claim.group:
        yield f"{base}%", (claim.group,)
    is_thing = claim.kind == "count" and claim.head and not traits.is_person
    if is_thing or claim.kind in _TIED:
        yield base, _ANY
    if traits.is_career:
        yield f"{base}%", _CAREER
    words = claim.near
    if traits.is_since:
        words |= claim.names
    elif not words:
        # "We're at 71 percent": what it is of stands beside its clause, or in the question.
        words = claim.about | (claim.asked - _TOO_WIDE)
    if claim.kind == "date":
        often = lexicon().matters["happens_often"]
        for sort in of_what:
            yield base + sort, words & often
        words -= often
    yield f"{base}|", words


def reason_keys(_reason: ReasonClaim, _topic: str) -> Keys:
    """Yield the one key of reasons for leaving."""
    yield "", _ANY


def role_keys(role: RoleClaim, _topic: str) -> Keys:
    """Yield the keys of a role: what it was in."""
    yield "", role.content - WEAK_MATTERS


def work_keys(work: WorkClaim, _topic: str) -> Keys:
    """Yield the keys of whose work something was: what the sentence and the question name."""
    yield "", work.about | work.asked


def fact_keys(fact: FactClaim, _topic: str) -> Keys:
    """Yield the one key of a fact: which it is."""
    yield "", (fact.name,)


def part_keys(part: StoryPart, _topic: str) -> Keys:
    """Yield the keys of a part in a story: what the story tells of."""
    yield "", part.story.names.union(part.story.words)


def story_number_keys(number: StoryNumber, _topic: str) -> Keys:
    """Yield the keys of what a story cost or took: the kind with each thing that must be met."""
    claim, story = number.claim, number.story
    # Two percentages must have a word of their clauses in common besides.
    is_share = claim.kind == "percent"
    yield claim.kind, claim.near if is_share else story.names.union(story.words)


def name_keys(name: NameClaim, topic: str) -> Keys:
    """Yield the keys of a name."""
    if name.slot in ("school", BOSS, WHOLE) or name.slot.startswith(MATTER):
        yield name.slot, _ANY
        return
    if topic:
        yield f"{name.slot}?", (topic,)
    yield f"{name.slot}|", name.content


def asked_for_keys(asked: AskedFor, _topic: str) -> Keys:
    """Yield the keys of what a question asked to tell of."""
    if not asked.is_denied:
        yield from asked_words(asked.words)


def asked_words(words: Iterable[str]) -> Keys:
    """Yield the keys under which what was asked for and what was never done meet."""
    yield "", words


def statement_keys(side: Sides) -> list[tuple[str, Iterable[str]]]:
    """Return the keys under which a clause is kept: each word, affirmed or denied, and by whom.

    Args:
        side: What the clause affirms and denies.
    """
    return _by_sides(side.affirmed, side.denied, side.has_feeling, side.denies_self)


def statement_looks(side: Sides) -> list[tuple[str, Iterable[str]]]:
    """Return the keys under which the clauses that may contradict one are looked for.

    These deny what it affirms, affirm what it denies, or affirm the opposite.

    Args:
        side: What the clause affirms and denies.
    """
    found = _by_sides(side.denied, side.affirmed, side.has_feeling, not side.denies_self)
    opposites_of = lexicon().opposites_of
    for word in side.affirmed:
        if word in opposites_of:
            found += [(_AFFIRMED + who, opposites_of[word]) for who in (_BY_OTHERS, _BY_SELF)]
    return found


def lookers_of_statements(key: Key) -> Iterator[Key]:
    """Yield the keys under which those clauses are kept that look under a key.

    Example:
        >>> list(lookers_of_statements(("-1", "java")))
        [('+0', 'java')]
        >>> list(lookers_of_statements(("+0", "vegan")))[:3]
        [('-1', 'vegan'), ('+0', 'beef'), ('+1', 'beef')]
    """
    sort, word = key
    sign, who = sort[0], sort[1]
    rival = _FELT if who == _FELT else _whose(who != _BY_SELF)
    yield (_DENIED if sign == _AFFIRMED else _AFFIRMED) + rival, word
    if sign == _AFFIRMED and who != _FELT:
        for opposite in lexicon().opposites_of.get(word, ()):
            yield _AFFIRMED + _BY_OTHERS, opposite
            yield _AFFIRMED + _BY_SELF, opposite


def _whose(denies_self: bool) -> str:  # noqa: FBT001 - asked for each clause there is
    return _BY_SELF if denies_self else _BY_OTHERS


def _by_sides(
    affirmed: Sequence[str],
    denied: Sequence[str],
    has_feeling: bool,  # noqa: FBT001 - asked for each clause there is
    denies_self: bool,  # noqa: FBT001
) -> list[tuple[str, Iterable[str]]]:
    """Return the keys of the clauses that affirm some words and deny others."""
    who = _whose(denies_self)
    found: list[tuple[str, Iterable[str]]] = []
    if affirmed:
        found.append((_AFFIRMED + who, affirmed))
    if denied:
        found.append((_DENIED + who, denied))
    if has_feeling:
        found += [(_AFFIRMED + _FELT, affirmed), (_DENIED + _FELT, denied)]
    return found
