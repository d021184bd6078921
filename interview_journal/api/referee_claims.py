"""What a person said in interviews that a referee may be asked to confirm, word for word."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

from interview_journal.analysis.ledger import ledger_entries
from interview_journal.analysis.settled_findings import sort_findings
from interview_journal.api.compared import ComparedJournal
from interview_journal.core.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.analysis.ledger import LedgerEntry, Subject
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.records import Answer
    from interview_journal.core.view import JournalView

__all__ = ["CLAIMS_AT_MOST", "COMPARED_AT_MOST", "referee_claims"]

CLAIMS_AT_MOST: Final = 5
COMPARED_AT_MOST: Final = 300
"""Answers; to compare more takes longer than anybody waits for a letter."""

_WEIGHT: Final[dict[Subject, int]] = {
    "role": 0,
    "percent": 1,
    "team": 2,
    "money": 3,
    "employer": 4,
    "date": 5,
    "years": 6,
}
"""What a referee can know and is asked about; pay, notice and reasons are none of theirs."""
_LONGEST: Final = 32
"""Words; a longer sentence is a story."""
_TOLD: Final = re.compile(
    r"(?i)\b(?:said|asked|told|interview\w*|would like|I['’]d (?:like|want|come)|hope|want(?:ed)?"
    r"|never|maybe|perhaps|not sure|don['’]t know|(?:hung|hang) up|(?:wrote|written) \w* ?down"
    r"|the (?:call|question|range))\b"
)
_STRONG: Final = re.compile(
    r"(?i)\b(?:I|we)(?:['’]ve|['’]d)?(?:\s+\w+){0,2}\s+(?:led|lead|leading|ran|run|built|managed?|wrote"
    r"|planned|trained|set up|started|introduced|designed|moved|cut|reduced|brought|answer)\b"
)
_WEAK_SIDE: Final = re.compile(r"(?i)weakness|fail|mistake|regret|went wrong|difficult|conflict")
_NAME: Final = re.compile(r"\b[A-Z][\w’'-]{2,}")


def referee_claims(journal: JournalView, action: DueAction) -> tuple[str, ...]:
    """Return sentences of the person's own answers, those first that the referee can bear out.

    Only what was said to this company, in the first person, about things that one can confirm;
    nothing that another answer contradicts.

    Args:
        journal: The journal, or any view of its records.
        action: Whom to tell, about which application.

    Returns:
        At most five sentences as they were written down.
    """
    compared = ComparedJournal(_latest(journal, action.application_id))
    facts = compared.facts()
    rounds = {one.id for one in journal.interviews if one.application_id == action.application_id}
    unsettled = sort_findings(facts.findings, journal.verdicts).open
    doubted = {quote for one in unsettled for quote in (one.finding.quote_a, one.finding.quote_b)}
    doubted = {" ".join(quote.split()) for quote in doubted}
    entries = [
        one
        for one in ledger_entries(facts.ledger, compared.given)
        if one.given.interview_id in rounds and one.quote not in doubted and _is_concrete(one)
    ]
    names = _names(journal, action.person_id)
    entries.sort(key=lambda one: (not names & set(_NAME.findall(one.quote)), _weight(one)))
    return tuple(dict.fromkeys(one.quote for one in entries))[:CLAIMS_AT_MOST]


def _latest(journal: JournalView, application_id: str) -> JournalView:
    """Return the journal, or of a large one what was said to this company and the latest else."""
    answers = journal.answers
    if len(answers) <= COMPARED_AT_MOST:
        return journal
    held = {one.id: one for one in journal.interviews}
    own = {one.id for one in journal.interviews if one.application_id == application_id}

    def place(one: Answer) -> tuple[bool, date]:
        round_ = held.get(one.interview_id)
        return one.interview_id in own, date.min if round_ is None else round_.held_on

    kept = tuple(sorted(answers, key=place, reverse=True)[:COMPARED_AT_MOST])
    tables = {name: getattr(journal, name) for name in TABLES}
    return cast("JournalView", SimpleNamespace(**(tables | {"answers": kept})))


def _is_concrete(one: LedgerEntry) -> bool:
    quote = one.quote
    is_short = len(quote.split()) <= _LONGEST
    is_told = _TOLD.search(quote) or _WEAK_SIDE.search(one.given.question)
    return one.subject in _WEIGHT and is_short and not is_told and bool(_STRONG.search(quote))


def _weight(one: LedgerEntry) -> int:
    return _WEIGHT[one.subject]


def _names(journal: JournalView, person_id: str) -> set[str]:
    """Return the names that tell where this referee saw the person work."""
    texts: Iterable[str] = (
        f"{one.relation} {one.title}" for one in journal.people if one.id == person_id
    )
    return {name for text in texts for name in _NAME.findall(text)} - {"Manager", "Service", "Head"}
