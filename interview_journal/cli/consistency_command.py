"""The command that lists where answers differ: consistency."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import click

from interview_journal.cli.frame import JournalCommand, existing_journal, takes_journal
from interview_journal.cli.screen import counted, say, say_wrapped

if TYPE_CHECKING:
    from interview_journal.analysis.occasions import Occasion
    from interview_journal.api.finding_lists import ListedFinding, ListedFindings

__all__ = ["consistency"]

_QUITE_SURE: Final = 0.8


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal consistency",
        "interview-journal consistency --format csv > findings.csv",
    ],
)
@takes_journal
@click.option(
    "--format",
    "list_format",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to list them.",
)
@click.option("--all", "settled", is_flag=True, help="Also what you have answered already.")
def consistency(*, journal_path: str | None, list_format: str, settled: bool) -> None:
    """List where two of your answers differ.

    Both may be right. The surest come first. What you answered in the notebook is left out
    until one of its two sentences changes. Ends with exit code 0 whatever is found: a
    difference is no fault.

    CSV and JSON hold your words: mind where you put them. In the CSV, text that a spreadsheet
    would run as a formula begins with an apostrophe; the JSON holds it as written.
    """
    # The rules take a moment to load; no other command needs them.
    from interview_journal.api.finding_lists import findings_csv, findings_values, list_findings

    listed = list_findings(existing_journal(journal_path), settled=settled)
    if list_format == "csv":
        say(findings_csv(listed).rstrip("\n"))
    elif list_format == "json":
        # Escaped to ASCII: whatever stands in an answer, no terminal obeys it.
        say(json.dumps(findings_values(listed), indent=2))
    else:
        _say_table(listed)


def _say_table(listed: ListedFindings) -> None:
    count = len(listed.findings)
    if not listed.answer_count:
        say("No answers yet. From the second round on, this lists where they differ.")
        return
    if not count:
        answers = counted(listed.answer_count, "answer")
        say(f"Nothing to look at in {answers}, as far as fixed rules can tell.")
    for number, one in enumerate(listed.findings, start=1):
        _say_finding(number, one)
    if count:
        say(f"{counted(count, 'finding')}. These differ; both may be right.")
    if listed.settled_count:
        say(f"Answered by you and left out: {listed.settled_count}. --all lists them too.")
    if listed.unread:
        say(f"Not checked, being not in English: {counted(len(listed.unread), 'answer')}.")


def _say_finding(number: int, one: ListedFinding) -> None:
    finding = one.finding
    if finding.kind == "note":
        sure = "to know"
    else:
        sure = "quite sure" if finding.confidence >= _QUITE_SURE else "worth a look"
    word = f", you said: {one.verdict}" if one.verdict else ""
    say_wrapped(f"{number}. {finding.reason} ({sure}{word})", "", "   ")
    for given, quote in ((one.first, finding.quote_a), (one.second, finding.quote_b)):
        say_wrapped(f"“{' '.join(quote.split())}”", "   ", "   ")
        say_wrapped(_place(given), "     ", "     ")
    say()


def _place(given: Occasion) -> str:
    asked = f", asked by {given.asked_by}" if given.asked_by else ""
    return f"{given.company or 'Interview'}, round {given.round}, {given.held_on}{asked}"
