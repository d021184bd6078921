"""The fixed matter that a question asked for and a claim answers: pay, notice, the team."""

from __future__ import annotations

import re
from typing import Final

from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.core.claims import Claim

__all__ = ["PART_OF_A_TEAM", "matter_of"]

_MATTERS: Final = {"money": "pay", "notice": "notice", "percent": "achievement"}
_TEAM_WORDS: Final = frozenset({"team", "payroll", "lead", "report", "run", "direct"})
PART_OF_A_TEAM: Final = frozenset(
    (
        *("leader", "lead", "manager", "supervisor", "deputy", "apprentic", "traine", "intern"),
        *("student", "contractor", "freelancer", "temp", "volunteer"),
    )
)
"""Sorts of people that hardly any team consists of; roots."""
_TEAM_GROUPS: Final = frozenset({"team", "class"})
_WE_ARE: Final = re.compile(
    r"\b(?:we|i)(?:['’]re|['’]ve| are| have| run| lead| manage)(?: got)?(?: \w+){0,2} $",
    re.IGNORECASE,
)
_WITH_ME: Final = re.compile(
    r"(?:\s\w+){0,4},?\s(?:(?:me|myself)\sincluded|(?:including|counting|with)\s(?:me|myself))\b",
    re.IGNORECASE,
)
_TO_LEAD: Final = re.compile(
    r"(?<!\bhad )(?<!\bused )\bto (?:lead|manage|supervise|run|look after)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_SHORTEST_GAP: Final = 25
"""Days: nobody is asked for less."""
_SAID_OF: Final = frozenset({"me", "team", ""})
_ANSWERED_OF: Final = _SAID_OF | {"they"}


def matter_of(claim: Claim) -> str:
    """Return the fixed matter that the question asked for and the claim answers, or "".

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> [matter_of(claim) for claim in read_claims("Three months.", "What is your notice?")]
        ['notice']
    """
    if claim.kind == "count":
        return "team" if _is_own_team(claim) else ""
    if claim.kind == "duration" and claim.unit == "days":
        return "gap" if _is_gap(claim) else ""
    matter = _MATTERS.get(claim.kind, "experience" if claim.unit == "since" else "")
    if matter not in claim.asked:
        return ""
    return "pay wanted" if matter == "pay" and claim.stance == "wants" else matter


def _is_gap(claim: Claim) -> bool:
    """Return whether a length of time is how long somebody was out of work."""
    is_long = claim.low >= _SHORTEST_GAP and claim.stance not in ("wants", "if")
    return is_long and "gap" in claim.asked and claim.subject in ("me", "") and not claim.names


def _is_own_team(claim: Claim) -> bool:
    """Return whether a number of people is the size of the person's own team."""
    group = claim.group
    if group not in _TEAM_GROUPS or group == claim.word or claim.stance == "if":
        return False
    if (claim.high <= 1 and not _says_only(claim)) or _would_lead(claim):
        return False
    if not lexicon().is_person(claim.head) or claim.word in PART_OF_A_TEAM:
        return False
    if claim.subject in _SAID_OF and not _TEAM_WORDS.isdisjoint(claim.near):
        return True
    if group not in claim.asked:
        return False
    # What was asked for is answered first, or with oneself among them.
    is_opening = not claim.quote_span[0] or _says_we_are(claim)
    return (claim.subject in _ANSWERED_OF and is_opening) or _is_with_me(claim)


def _says_we_are(claim: Claim) -> bool:
    """Return whether "we are six testers" stands there, wherever in the answer."""
    before = claim.quote[: claim.span[0] - claim.quote_span[0]]
    return _WE_ARE.search(before) is not None


def _is_with_me(claim: Claim) -> bool:
    """Return whether "eleven analysts, me included" stands there: those are all of them."""
    behind = claim.quote[claim.span[1] - claim.quote_span[0] :]
    return _WITH_ME.match(behind) is not None


def _would_lead(claim: Claim) -> bool:
    """Return whether "to lead five people" stands there: that may be, or may have to be."""
    before = claim.quote[: claim.span[0] - claim.quote_span[0]]
    return _TO_LEAD.search(before) is not None


def _says_only(claim: Claim) -> bool:
    """Return whether "the only nurse" stands there; "one nurse" is no team."""
    start, end = claim.span
    offset = claim.quote_span[0]
    return "only" in claim.quote[start - offset : end - offset].lower()
