"""The command ``briefing``: one page for the morning before the next round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from interview_journal.cli.frame import JournalCommand, Told, existing_journal, journal_option
from interview_journal.cli.screen import say

if TYPE_CHECKING:
    from interview_journal.api.preparing import PageName
    from interview_journal.core.records import Interview
    from interview_journal.store.journal import Journal
    from interview_journal.writing.card import Paper

__all__ = ["briefing"]

COMPARING: Final = (
    "Your answers are being compared with each other; in a long journal that takes a while. "
    "It is kept for the next time."
)
_PAGES: Final[dict[str, PageName]] = {"text": "text", "html": "briefing", "bag": "bag"}


@click.command(
    cls=JournalCommand,
    examples=["interview-journal briefing", "interview-journal briefing Larkhill --format html"],
)
@click.argument("company", metavar="[COMPANY]", required=False)
@journal_option
@click.option(
    "--format",
    "page_format",
    type=click.Choice(list(_PAGES)),
    default="text",
    show_default=True,
    help="text prints it here; html and bag write a page to print.",
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"]),
    default="A4",
    show_default=True,
    help="What a page is printed on.",
)
def briefing(
    *, company: str | None, journal_path: str | None, page_format: str, paper: Paper
) -> None:
    """Show what to know on the morning before the next round.

    When, where and with whom, what they have heard, what the job needs beside what you said, three
    answers to say aloud, what to ask. Without COMPANY the next round is taken, else the last one.
    Some letters of the company's name are enough.

    A page is written into the journal's folder, where only you can read it; open it with a
    browser to print it. html is the whole page, bag is half a page with room for notes.
    """
    # What it is made of takes a moment to load; no other command needs it.
    from interview_journal.api.preparing import briefing as make
    from interview_journal.api.preparing import briefing_file, briefing_words, compares_long

    journal = existing_journal(journal_path)
    interview = _round_of(journal, company)
    page = _PAGES[page_format]
    if compares_long(journal):
        say(COMPARING, problem=True)
    if page == "text":
        say(briefing_words(make(journal, interview), page=page).rstrip("\n"))
        return
    say(f"Written to {briefing_file(journal, interview, page=page, paper=paper)}")


def _round_of(journal: Journal, company: str | None) -> Interview:
    from interview_journal.api.preparing import round_to_prepare

    interview = round_to_prepare(journal, journal.now(), company=company or "")
    if interview is not None:
        return interview
    if company:
        raise Told(f"No round with “{company}” is in the journal. Enter one in 1_record.")
    raise Told("No interview is in the journal yet. Enter the coming round in 1_record.")
