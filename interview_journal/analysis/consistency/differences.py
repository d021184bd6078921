"""Two answers beside each other: the places where both cannot be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from interview_journal.analysis.consistency.answer_reading import AnswerReading
from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.names import name_difference
from interview_journal.analysis.consistency.number_differences import number_differences
from interview_journal.analysis.consistency.personal_facts import fact_difference
from interview_journal.analysis.consistency.reasons import reason_difference
from interview_journal.analysis.consistency.roles import role_difference
from interview_journal.analysis.consistency.statement_differences import (
    never_difference,
    statement_difference,
)
from interview_journal.analysis.consistency.story_numbers import (
    may_be_one,
    story_number_difference,
)
from interview_journal.analysis.consistency.story_parts import part_difference
from interview_journal.analysis.consistency.whose_work import work_difference
from interview_journal.core.claims import Span

__all__ = ["Circumstances", "Difference", "best_differences", "differences"]

_BY_SENTENCE: Final = frozenset({"role", "polarity"})


def differences(
    one: AnswerReading, other: AnswerReading, around: Circumstances
) -> list[Difference]:
    """Return where two answers differ, the surest first; no place stands in two of one kind.

    Whatever a text says against itself, it says it in a copy of itself as well: that is no
    difference between the two.

    Args:
        one: An answer.
        other: Another.
        around: What is known of the two.

    Example:
        >>> from interview_journal.analysis.consistency.answer_reading import read_for_comparison
        >>> first = read_for_comparison("I led a team of five.", "How big was your team?")
        >>> second = read_for_comparison("My team was eight people.", "How big was your team?")
        >>> [found.kind for found in differences(first, second, Circumstances(same_question=True))]
        ['count']
    """
    if one.says_the_same(other):
        return []
    return best_differences(one for one in _all(one, other, around) if one is not None)


def best_differences(found: Iterable[Difference]) -> list[Difference]:
    """Return the surest differences first, each place in at most one of a kind.

    Args:
        found: The differences of two answers, all the same way round.
    """
    ranked = sorted(found, key=lambda each: (-each.confidence, each.span_one, each.span_other))
    if len(ranked) <= 1:
        return ranked
    kept: list[Difference] = []
    taken: set[tuple[int, str, Span]] = set()
    for each in ranked:
        places = {(1, each.kind, _place(each, each.span_one, each.quote_one))}
        places.add((2, each.kind, _place(each, each.span_other, each.quote_other)))
        if taken.isdisjoint(places):
            kept.append(each)
            taken |= places
    return kept


def _place(found: Difference, span: Span, quote: Span) -> Span:
    """Return what stands in one difference only: a sentence tells or denies one thing."""
    return quote if found.kind in _BY_SENTENCE else span


def _all(
    one: AnswerReading, other: AnswerReading, around: Circumstances
) -> Iterator[Difference | None]:
    """Yield what each pair of claims of one sort differs in."""
    yield from number_differences(one.claims, other.claims, around)
    yield from _of_deeds(one, other, around)
    for name, instead in product(one.names, other.names):
        yield name_difference(name, instead, one.small, other.small, around)
    ours, theirs = list(one.statements), list(other.statements)
    for never, asked in product(ours, other.asked_for):
        yield never_difference(never, asked)
    for never, asked in product(theirs, one.asked_for):
        found = never_difference(never, asked)
        yield found.turned() if found is not None else None
    for statement, opposite in product(ours, theirs):
        yield statement_difference(statement, opposite, one, other, around)


def _of_deeds(
    one: AnswerReading, other: AnswerReading, around: Circumstances
) -> Iterator[Difference | None]:
    """Yield what the parts, facts, reasons and stories of two answers differ in."""
    for role, second in product(one.roles, other.roles):
        yield role_difference(role, second, around)
    for work, theirs in product(one.works, other.works):
        yield work_difference(work, theirs)
    for fact, another_fact in product(one.facts, other.facts):
        yield fact_difference(fact, another_fact)
    for number, another_number in product(one.sums, other.sums):
        if may_be_one(number, another_number):
            yield story_number_difference(number, another_number, one.claims, other.claims, around)
    for part, another_part in product(one.parts, other.parts):
        yield part_difference(part, another_part, around)
    for reason, another in product(one.reason, other.reason):
        yield reason_difference(reason, another)
