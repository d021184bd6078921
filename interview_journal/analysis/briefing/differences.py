"""What differs between rounds, and what the person decided to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.briefing.sources import one_line
from interview_journal.core.choices import VERDICTS
from interview_journal.core.preparing.values import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    heard = [one.id for one in sources.answers.values() if one.interview_id in sources.own_rounds]
    decided = [
        (one.finding, one.verdict)
        for one in sources.settled_of(heard)
        if one.verdict.what_i_will_say.strip() or one.verdict.verdict not in _SILENT
    ]
    waiting = [(one.finding, None) for one in sources.open_of(heard)]
    here: list[tuple[Finding, Verdict | None]] = [*decided, *waiting]
    here.sort(key=lambda pair: pair[1] is None or not pair[1].what_i_will_say.strip())
    return tuple(_difference(finding, verdict) for finding, verdict in here[:_SHOWN_AT_MOST])


def sure_findings(
    sources: BriefingSources, answer_ids: Iterable[str] | None = None
) -> tuple[Finding, ...]:
    """Return the findings that wait for a word and are sure enough to be rehearsed against.

    Args:
        sources: What the briefing is made of.
        answer_ids: The answers they are to be about; None for all.
    """
    waiting = sources.findings.open if answer_ids is None else sources.open_of(answer_ids)
    return tuple(one.finding for one in waiting if one.finding.confidence >= _SURE)


def open_findings_of(sources: BriefingSources) -> dict[str, int]:
    """Return how many findings that wait for the person's word quote each answer."""
    counts: dict[str, int] = {}
    for finding in sure_findings(sources):
        for answer_id in (finding.answer_a, finding.answer_b):
            counts[answer_id or ""] = counts.get(answer_id or "", 0) + 1
    return counts


def _difference(finding: Finding, verdict: Verdict | None) -> Difference:
    return Difference(
        reason=finding.reason,
        first=one_line(finding.quote_a),
        second=one_line(finding.quote_b),
        verdict="" if verdict is None else VERDICTS[verdict.verdict],
        what_i_will_say="" if verdict is None else one_line(verdict.what_i_will_say),
        key=finding.key,
    )
