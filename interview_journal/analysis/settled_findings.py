"""Findings and the person's word on them: what was answered stays quiet until a quote changes.

A finding's key names its two quotes. Another quote is another finding: it speaks again, and what
was said of the earlier one is shown beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.core.claims import Finding
    from interview_journal.core.records import Verdict

__all__ = ["OpenFinding", "SettledFinding", "SortedFindings", "sort_findings"]


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding that waits for the person's word.

    Attributes:
        finding: The finding.
        earlier: What the person said of the same two answers and the same kind before one of
            the sentences changed; None where nothing was said.
    """

    finding: Finding
    earlier: Verdict | None


@dataclass(frozen=True, slots=True)
class SettledFinding:
    """A finding that the person answered."""

    finding: Finding
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SortedFindings:
    """Findings by what is to be done with them, each list the surest first.

    Attributes:
        open: To be asked about.
        notes: To be told.
        settled: Answered; quiet.
    """

    open: tuple[OpenFinding, ...]
    notes: tuple[Finding, ...]
    settled: tuple[SettledFinding, ...]


def sort_findings(findings: Iterable[Finding], verdicts: Iterable[Verdict]) -> SortedFindings:
    """Return findings by what is to be done with them, in the order given.

    Args:
        findings: The surest first.
        verdicts: What the person said; of two words on one finding the later one counts.
    """
    by_key: dict[str, Verdict] = {}
    by_pair: dict[tuple[str, frozenset[str]], Verdict] = {}
    for verdict in sorted(verdicts, key=_moment):
        by_key[verdict.key] = verdict
        kind = verdict.key.rpartition("_")[0]
        by_pair[kind, frozenset((verdict.answer_a, verdict.answer_b))] = verdict
    waiting, notes, settled = [], [], []
    for finding in findings:
        answered = by_key.get(finding.key)
        if answered is not None:
            settled.append(SettledFinding(finding, answered))
        elif finding.kind == "note":
            notes.append(finding)
        else:
            pair = frozenset((finding.answer_a or "", finding.answer_b or ""))
            waiting.append(OpenFinding(finding, by_pair.get((finding.kind, pair))))
    return SortedFindings(tuple(waiting), tuple(notes), tuple(settled))


def _moment(verdict: Verdict) -> tuple[bool, object, str]:
    at = verdict.decided_at or verdict.saved_at
    return (at is not None, at, verdict.id)
