"""What differs between rounds, and what the person decided to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.briefing.sources import one_line
from interview_journal.core.choices import VERDICTS
from interview_journal.core.preparing.values import Difference

if TYPE_CHECKING:
    from interview_journal.analysis.briefing.sources import BriefingSources
    from interview_journal.core.claims import Finding
    from interview_journal.core.records import Verdict

__all__ = ["briefing_differences", "open_findings_of", "sure_findings"]

_SHOWN_AT_MOST: Final = 5
_SURE: Final = 0.65
"""A guess below that would cost a rehearsal for a difference that is none."""
_SILENT: Final = ("both fine", "not the same thing")
"""Verdicts after which nothing is left to say, unless the person wrote what."""


def briefing_differences(sources: BriefingSources) -> tuple[Difference, ...]:
    """Return what differs: decided first, then what waits for a word; this company's before others.

    A difference between two other companies is left out: nobody in this room heard either.
    """
    decided = [
        (one.finding, one.verdict)
        for one in sources.findings.settled
        if one.verdict.what_i_will_say.strip() or one.verdict.verdict not in _SILENT
    ]
    waiting = [(one.finding, None) for one in sources.findings.open]
    found: list[tuple[Finding, Verdict | None]] = [*decided, *waiting]
    here = [pair for pair in found if _is_heard_here(sources, pair[0])]
    here.sort(key=lambda pair: pair[1] is None or not pair[1].what_i_will_say.strip())
    return tuple(_difference(finding, verdict) for finding, verdict in here[:_SHOWN_AT_MOST])


def sure_findings(sources: BriefingSources) -> tuple[Finding, ...]:
    """Return the findings that wait for a word and are sure enough to be rehearsed against."""
    waiting = (one.finding for one in sources.findings.open)
    return tuple(one for one in waiting if one.confidence >= _SURE)


def open_findings_of(sources: BriefingSources) -> dict[str, int]:
    """Return how many findings that wait for the person's word quote each answer."""
    counts: dict[str, int] = {}
    for finding in sure_findings(sources):
        for answer_id in (finding.answer_a, finding.answer_b):
            counts[answer_id or ""] = counts.get(answer_id or "", 0) + 1
    return counts


def _is_heard_here(sources: BriefingSources, finding: Finding) -> bool:
    for answer_id in (finding.answer_a, finding.answer_b):
        answer = sources.answers.get(answer_id or "")
        if answer is not None and answer.interview_id in sources.own_rounds:
            return True
    return False


def _difference(finding: Finding, verdict: Verdict | None) -> Difference:
    return Difference(
        reason=finding.reason,
        first=one_line(finding.quote_a),
        second=one_line(finding.quote_b),
        verdict="" if verdict is None else VERDICTS[verdict.verdict],
        what_i_will_say="" if verdict is None else one_line(verdict.what_i_will_say),
        key=finding.key,
    )
