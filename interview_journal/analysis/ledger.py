"""The ledger: every claim an answer makes, under a subject that a person looks for.

What is kept is the place of a claim in its answer, never its words: these are read from the
answer again, so that a change or an erasure reaches them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from interview_journal.core.claims import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from interview_journal.analysis.consistency.answer_reading import AnswerReading
    from interview_journal.analysis.consistency.names import NameClaim
    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.claims import Claim

__all__ = ["SUBJECTS", "LedgerEntry", "LedgerMark", "Subject", "ledger_entries", "ledger_marks"]

Subject = Literal[
    "team",
    "years",
    "salary",
    "notice",
    "date",
    "percent",
    "role",
    "reason",
    "never",
    "employer",
    "tool",
    "school",
    "money",
    "count",
    "name",
]
SUBJECTS: Final[dict[Subject, str]] = {
    "team": "Team size",
    "years": "Years and how long",
    "salary": "Salary",
    "notice": "Notice",
    "date": "Dates",
    "percent": "Results in %",
    "role": "I led, I helped",
    "reason": "Reasons for leaving",
    "never": "“Never”",
    "employer": "Employers",
    "tool": "Tools",
    "school": "Schools",
    "money": "Other money",
    "count": "Other numbers",
    "name": "Other names",
}
"""Subjects in the order they are shown, and how the screen names them."""

_ORDER: Final = {subject: place for place, subject in enumerate(get_args(Subject))}
_PAY: Final = frozenset({"pay", "want"})
_EMPLOYER_SLOTS: Final = frozenset({"at", "joined", "left"})
_LEAST_TEAM: Final = 3
_NEVER: Final = re.compile(r"\bnever\b")
_SHOWN_SLOTS: Final[dict[str, Subject]] = {"used": "tool", "school": "school", "named": "name"}


class LedgerMark(NamedTuple):
    """Where a claim stands.

    Attributes:
        answer_id: In which answer.
        subject: What it is about.
        span: Its own words.
        quote_span: Its sentence.
    """

    answer_id: str
    subject: Subject
    span: Span
    quote_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One claim as it is shown.

    Attributes:
        subject: What it is about.
        value: Its words as written.
        quote: Its sentence.
        given: When and to whom it was said.
        span: Where its words stand in the answer.
    """

    subject: Subject
    value: str
    quote: str
    given: Occasion
    span: Span


def ledger_marks(answer_id: str, read: AnswerReading) -> list[LedgerMark]:
    """Return the claims of one answer, in the order they stand in it.

    Example:
        >>> from interview_journal.analysis.consistency.answer_reading import read_for_comparison
        >>> read = read_for_comparison("I led a team of five.", "How big was your team?")
        >>> [mark.subject for mark in ledger_marks("a_1", read)]
        ['role', 'team']
    """
    found = {
        (subject, span): LedgerMark(answer_id, subject, span, quote)
        for subject, span, quote in _claims(read)
        if subject is not None and span[0] < span[1]
    }
    return sorted(found.values(), key=lambda one: (one.span, _ORDER[one.subject]))


def ledger_entries(
    marks: Iterable[LedgerMark], given: Mapping[str, Occasion]
) -> tuple[LedgerEntry, ...]:
    """Return the claims by subject, in each the latest first.

    Args:
        marks: Where they stand.
        given: The answers by their ids; a mark of another answer is left out.
    """
    found = []
    for mark in marks:
        one = given.get(mark.answer_id)
        if one is not None:
            found.append(
                LedgerEntry(
                    subject=mark.subject,
                    value=_one_line(one.answer[slice(*mark.span)]),
                    quote=_one_line(one.answer[slice(*mark.quote_span)]),
                    given=one,
                    span=mark.span,
                )
            )
    found.sort(
        key=lambda one: (one.given.held_on, one.given.round, one.given.position), reverse=True
    )
    return tuple(sorted(found, key=lambda one: _ORDER[one.subject]))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _claims(read: AnswerReading) -> Iterator[tuple[Subject | None, Span, Span]]:
    """Yield every claim with its subject; None where nobody would look for it."""
    for claim in read.claims:
        yield _subject_of(claim), claim.span, claim.quote_span
    for role in read.roles:
        # Where somebody else did it, it is no claim of the person's.
        yield "role" if role.part else None, role.span, role.quote_span
    for reason in read.reason:
        for *_, quote in reason.places:
            yield "reason", quote, quote
    for name in read.names:
        yield _subject_of_name(name), name.span, name.quote_span
    small = read.small
    # Few answers say it, and only theirs need their clauses.
    for one in read.statements if "never" in small else ():
        is_never = one.is_mine and _NEVER.search(small[slice(*one.span)])
        yield "never" if is_never else None, one.span, one.quote_span


def _subject_of(claim: Claim) -> Subject | None:
    if claim.kind == "count":
        if claim.head == "person" and claim.group == "team":
            is_size = claim.low >= (2 if "team" in claim.near else _LEAST_TEAM)
            return "team" if is_size else None
        # "One of them", "two" alone: nobody looks for these.
        return "count" if claim.word and claim.low > 1 else None
    if claim.kind == "money":
        is_pay = claim.stance == "wants" or bool(_PAY & (claim.about | claim.asked))
        return "salary" if is_pay else "money"
    if claim.kind in ("notice", "date", "percent"):
        return claim.kind
    return "years" if claim.kind == "duration" else "count"


def _subject_of_name(name: NameClaim) -> Subject | None:
    if name.slot in _EMPLOYER_SLOTS or (name.slot == "for" and "work" in name.content):
        return "employer"
    return _SHOWN_SLOTS.get(name.slot)
