"""Under which words the claims of an answer are found again.

Comparing every answer with every other costs the square of their number. Two claims can only be
told to be about one thing when they share a word, a question or a fixed matter (pay, notice);
each of these is a key, and only claims under one key are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview_journal.analysis.consistency.asked_for import AskedFor
from interview_journal.analysis.consistency.lexicon import PERSON, lexicon
from interview_journal.analysis.consistency.names import BOSS, MATTER, WHOLE, NameClaim
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.personal_facts import FactClaim
from interview_journal.analysis.consistency.polarity import Statement
from interview_journal.analysis.consistency.reasons import ReasonClaim
from interview_journal.analysis.consistency.roles import WEAK_MATTERS, RoleClaim
from interview_journal.analysis.consistency.story_numbers import StoryNumber
from interview_journal.analysis.consistency.story_parts import StoryPart
from interview_journal.analysis.consistency.whose_work import WorkClaim

__all__ = [
    "asked_for_keys",
    "claim_keys",
    "fact_keys",
    "lookers_of_statements",
    "name_keys",
    "never_keys",
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
    """Yield the keys of what a story cost or took: the kind with each thing it tells of."""
    for word in number.story.names.union(number.story.words):
        yield f"{number.claim.kind}|{word}"


def name_keys(name: NameClaim, topic: str) -> Iterator[str]:
    """Yield the keys of a name."""
    if name.slot in ("school", BOSS, WHOLE) or name.slot.startswith(MATTER):
        yield name.slot
        return
    if topic:
        yield f"{name.slot}?{topic}"
    for word in name.content:
        yield f"{name.slot}|{word}"


def never_keys(statement: Statement, _topic: str) -> Iterator[str]:
    """Yield the keys of what a person says they never did."""
    if statement.has_never and statement.denies_self and not statement.is_question:
        yield from statement.denied


def asked_for_keys(asked: AskedFor, _topic: str) -> Iterator[str]:
    """Yield the keys of what a question asked to tell of."""
    if not asked.is_denied:
        yield from asked.words


def statement_keys(statement: Statement, topic: str) -> Iterator[str]:
    """Yield the keys under which a clause is kept: each word, affirmed or denied."""
    if not statement.is_question:
        yield from _signed(_AFFIRMED, statement.affirmed, topic)
        yield from _signed(_DENIED, statement.denied, topic)


def statement_looks(statement: Statement, topic: str) -> Iterator[str]:
    """Yield the keys under which the clauses that may contradict one are looked for."""
    if statement.is_question:
        return
    yield from _signed(_DENIED, statement.affirmed, topic)
    yield from _signed(_AFFIRMED, statement.denied, topic)
    opposites = lexicon().opposites_of
    for word in statement.affirmed:
        for rival in opposites.get(word, ()):
            yield f"{_AFFIRMED}{rival}"


def lookers_of_statements(key: str) -> Iterator[str]:
    """Yield the keys under which those clauses are kept that look under a key.

    Example:
        >>> list(lookers_of_statements("-java")), list(lookers_of_statements("+vegan"))[:2]
        (['+java'], ['-vegan', '+beef'])
    """
    sign, word = key[:1], key[1:]
    yield f"{_DENIED if sign == _AFFIRMED else _AFFIRMED}{word}"
    if sign == _AFFIRMED:
        for rival in lexicon().opposites_of.get(word, ()):
            yield f"{_AFFIRMED}{rival}"


def _signed(sign: str, words: frozenset[str], topic: str) -> Iterator[str]:
    for word in words:
        yield f"{sign}{word}"
        if topic:
            yield f"{sign}{word}?{topic}"
