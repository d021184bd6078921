"""Findings with all a person needs to place them: for the command line, and for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from interview_journal.analysis.settled_findings import sort_findings
from interview_journal.api.compared import ComparedJournal
from interview_journal.exporting.guarded_csv import guarded_csv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.claims import Finding, Span
    from interview_journal.core.view import JournalView

__all__ = ["ListedFinding", "ListedFindings", "findings_csv", "findings_values", "list_findings"]

_SIDE_COLUMNS: Final = ("company", "round", "date", "asked_by", "sentence", "words", "answer_id")
_COLUMNS: Final = (
    "kind",
    "confidence",
    "reason",
    *(f"{name}_a" for name in _SIDE_COLUMNS),
    *(f"{name}_b" for name in _SIDE_COLUMNS),
    "your_word",
    "key",
)


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One finding with where both of its sentences were said.

    Attributes:
        finding: The finding.
        first: Where its first sentence was said.
        second: Where its second one was.
        verdict: What the person said of it; empty where nothing.
    """

    finding: Finding
    first: Occasion
    second: Occasion
    verdict: str


@dataclass(frozen=True, slots=True)
class ListedFindings:
    """The findings of a journal.

    Attributes:
        findings: The surest first.
        settled_count: How many were left out because the person answered them.
        unread: The answers that are not in English and were not checked.
        answer_count: How many answers hold words.
    """

    findings: tuple[ListedFinding, ...]
    settled_count: int
    unread: tuple[Occasion, ...]
    answer_count: int


def list_findings(journal: JournalView, *, settled: bool = False) -> ListedFindings:
    """Return the findings of a journal.

    Args:
        journal: The journal, or any view of its records.
        settled: Whether those that the person answered are listed as well.
    """
    compared = ComparedJournal(journal)
    facts, given = compared.facts(), compared.given
    found = sort_findings(facts.findings, journal.verdicts)
    words = {one.finding.key: one.verdict.verdict for one in found.settled}
    listed = [
        ListedFinding(
            one, given[one.answer_a or ""], given[one.answer_b or ""], words.get(one.key, "")
        )
        for one in facts.findings
        if settled or one.key not in words
    ]
    return ListedFindings(
        findings=tuple(listed),
        settled_count=0 if settled else len(words),
        unread=tuple(given[one] for one in facts.unread),
        answer_count=len(given),
    )


def findings_csv(listed: ListedFindings) -> str:
    """Return the findings as CSV in which no cell is run as a formula, one row each."""
    return guarded_csv(_COLUMNS, [_row(one) for one in listed.findings])


def findings_values(listed: ListedFindings) -> list[dict[str, Any]]:
    """Return the findings as plain values, for JSON."""
    return [
        {
            "kind": one.finding.kind,
            "confidence": one.finding.confidence,
            "reason": one.finding.reason,
            "a": _side_values(one.first, one.finding.quote_a, one.finding.span_a),
            "b": _side_values(one.second, one.finding.quote_b, one.finding.span_b),
            "your_word": one.verdict,
            "key": one.finding.key,
        }
        for one in listed.findings
    ]


def _row(one: ListedFinding) -> Sequence[object]:
    finding = one.finding
    first = _side(one.first, finding.quote_a, finding.span_a)
    second = _side(one.second, finding.quote_b, finding.span_b)
    head = (finding.kind, finding.confidence, finding.reason)
    return (*head, *first, *second, one.verdict, finding.key)


def _side(given: Occasion, quote: str, span: Span) -> tuple[object, ...]:
    day: date = given.held_on
    words = given.answer[slice(*span)]
    place = (given.company, given.round, day.isoformat(), given.asked_by)
    return (*place, quote, words, given.answer_id)


def _side_values(given: Occasion, quote: str, span: Span) -> dict[str, Any]:
    values = dict(zip(_SIDE_COLUMNS, _side(given, quote, span), strict=True))
    return {**values, "question": given.question, "start": span[0], "end": span[1]}
