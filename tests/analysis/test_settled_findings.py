"""A finding stays quiet while its key has a verdict, and speaks again when a quote changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from interview_journal.analysis.consistency.findings import finding_key
from interview_journal.analysis.settled_findings import sort_findings
from interview_journal.core.claims import Finding
from interview_journal.core.records import Verdict

if TYPE_CHECKING:
    from interview_journal.core.choices import VerdictWord


def finding(quote_b: str = "We are eight.", kind: str = "count") -> Finding:
    quotes = [("a_1", "We are five."), ("a_2", quote_b)]
    return Finding(
        kind=kind,  # type: ignore[arg-type]
        answer_a="a_1",
        quote_a="We are five.",
        span_a=(7, 11),
        answer_b="a_2",
        quote_b=quote_b,
        span_b=(7, 12),
        reason="How many.",
        confidence=0.9,
        key=finding_key(kind, quotes),
    )


def verdict(about: Finding, word: VerdictWord = "both fine", day: int | None = 1) -> Verdict:
    at = None if day is None else datetime(2026, 3, day, tzinfo=UTC)
    return Verdict(key=about.key, answer_a="a_1", answer_b="a_2", verdict=word, decided_at=at)


def test_what_was_answered_is_quiet() -> None:
    one, other = finding(), finding("We are nine.")
    found = sort_findings([one, other], [verdict(one)])
    assert [each.finding for each in found.open] == [other]
    assert [each.finding for each in found.settled] == [one]
    assert found.notes == ()


def test_another_sentence_speaks_again_with_what_was_said_before() -> None:
    before = verdict(finding(), "things changed")
    (again,) = sort_findings([finding("We are nine.")], [before]).open
    assert again.earlier == before
    (elsewhere,) = sort_findings([finding("We are nine.", "money")], [before]).open
    assert elsewhere.earlier is None


def test_of_two_words_the_later_one_counts() -> None:
    one = finding()
    words = [verdict(one, "would fix", 3), verdict(one, "both fine", 2), verdict(one, day=None)]
    (settled,) = sort_findings([one], words).settled
    assert settled.verdict.verdict == "would fix"


def test_a_note_is_told_and_not_asked() -> None:
    note = finding(kind="note")
    found = sort_findings([note], [])
    assert (found.open, found.notes) == ((), (note,))


def test_bare_texts_have_no_answers() -> None:
    bare = replace(finding(), answer_a=None, answer_b=None)
    assert sort_findings([bare], []).open[0].earlier is None
