"""The ledger on the screen: what was claimed, by subject, company and words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.ledger import SUBJECTS
from interview_journal.analysis.occasions import company_key
from interview_journal.core.day_words import day_words
from interview_journal.widgets.consistency_blocks import filters, table, texts
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.analysis.ledger import LedgerEntry
    from interview_journal.widgets.consistency_blocks import Block

__all__ = ["LEDGER_COLUMNS", "LedgerFilters", "filtered", "ledger_blocks", "ledger_rows"]

SHOWN_FIRST: Final = 60
INTRO: Final = "Everything this page reads as a claim in what you said, the latest first."
NOTHING: Final = "No claim fits what you chose."
NOTHING_YET: Final = (
    "No claims yet. Numbers, dates, names and what you did yourself are listed here once your "
    "answers hold some."
)
SAVED: Final = (
    "The file opens in a spreadsheet. Text that a spreadsheet would run is made harmless."
)
LEDGER_COLUMNS: Final = (
    "subject",
    "value",
    "sentence",
    "company",
    "round",
    "date",
    "asked by",
    "question",
)
_SHOWN_COLUMNS: Final = ("About", "You said", "In the sentence", "To whom", "When")


@dataclass(frozen=True, slots=True)
class LedgerFilters:
    """What of the ledger is shown.

    Attributes:
        subject: A key of ``SUBJECTS``; "" for all.
        company: A company's name; "" for all.
        words: All of these stand in the claim, its question or its place.
        shown: How many rows at most.
    """

    subject: str = ""
    company: str = ""
    words: str = ""
    shown: int = SHOWN_FIRST


def filtered(entries: Sequence[LedgerEntry], chosen: LedgerFilters) -> list[LedgerEntry]:
    """Return the entries that fit, in the order given."""
    wanted = chosen.words.casefold().split()
    company = company_key(chosen.company)
    return [
        one
        for one in entries
        if chosen.subject in ("", one.subject)
        and company in ("", company_key(one.given.company))
        and (not wanted or _holds(one, wanted))
    ]


def _holds(entry: LedgerEntry, wanted: Sequence[str]) -> bool:
    given = entry.given
    parts = (entry.quote, given.question, given.company, given.asked_by, SUBJECTS[entry.subject])
    text = " ".join(parts).casefold()
    return all(word in text for word in wanted)


def ledger_rows(entries: Sequence[LedgerEntry]) -> list[list[str]]:
    """Return the entries as rows of ``LEDGER_COLUMNS``, for a file."""
    return [
        [
            SUBJECTS[one.subject],
            one.value,
            one.quote,
            one.given.company,
            str(one.given.round),
            one.given.held_on.isoformat(),
            one.given.asked_by,
            one.given.question,
        ]
        for one in entries
    ]


def ledger_blocks(
    entries: Sequence[LedgerEntry], chosen: LedgerFilters, *, today: date
) -> list[Block]:
    """Return the ledger with its filters."""
    if not entries:
        return [texts("ledger", [NOTHING_YET], heading="The ledger")]
    found = filtered(entries, chosen)
    head = texts("ledger", [INTRO], heading="The ledger")
    blocks = [head, _filters(entries, chosen)]
    if not found:
        return [*blocks, texts("nothing", [NOTHING])]
    shown = [_row(one, today) for one in found[: chosen.shown]]
    count = f"{len(found)} claims" if len(found) > 1 else "1 claim"
    caption = count if len(shown) == len(found) else f"The first {len(shown)} of {count}"
    buttons = [press("save ledger", "Save as CSV")]
    if len(shown) < len(found):
        buttons.insert(0, press("more claims", "Show more"))
    blocks.append(table("claims", caption, _SHOWN_COLUMNS, shown))
    return [*blocks, texts("ledger file", [], buttons=buttons, hint=SAVED)]


def _filters(entries: Sequence[LedgerEntry], chosen: LedgerFilters) -> Block:
    counts = Counter(one.subject for one in entries)
    subjects = [
        {"value": key, "label": f"{label} ({counts[key]})"}
        for key, label in SUBJECTS.items()
        if counts[key]
    ]
    names = {company_key(one.given.company): one.given.company for one in entries}
    companies = [{"value": name, "label": name} for _, name in sorted(names.items()) if name]
    return filters(
        "ledger filters",
        [
            {
                "name": "subject",
                "label": "About",
                "options": [{"value": "", "label": "Everything"}, *subjects],
            },
            {
                "name": "company",
                "label": "Company",
                "options": [{"value": "", "label": "All companies"}, *companies],
            },
            {"name": "words", "label": "With these words"},
        ],
        {"subject": chosen.subject, "company": chosen.company, "words": chosen.words},
    )


def _row(entry: LedgerEntry, today: date) -> list[str]:
    given = entry.given
    asked = f", {given.asked_by}" if given.asked_by else ""
    whom = f"{given.company or 'Interview'}, round {given.round}{asked}"
    day = day_words(given.held_on, today=today)
    return [SUBJECTS[entry.subject], entry.value, entry.quote, whom, day]
