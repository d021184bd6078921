"""The commands for what follows an interview: due, calendar, activity."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import click

from interview_journal.cli.frame import (
    JournalCommand,
    existing_journal,
    journal_option,
    takes_journal,
)
from interview_journal.cli.screen import counted, say, say_wrapped

if TYPE_CHECKING:
    from interview_journal.api.due_lists import DueList, ListedDue
    from interview_journal.store.journal import Journal

__all__ = ["activity", "calendar", "due"]

_DAY: Final = click.DateTime(formats=["%Y-%m-%d"])
_NOT_OURS: Final = "Replace a file of the same name."


@click.command(
    cls=JournalCommand,
    examples=["interview-journal due", "interview-journal due --format json"],
)
@takes_journal
@click.option(
    "--format",
    "list_format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to list it.",
)
def due(*, journal_path: str | None, list_format: str) -> None:
    """List what is due tonight and later, and why.

    Thank-you notes, referees to tell, the first day on which asking for news is polite, what was
    promised; and what you are waiting for. Drafts, ticking off and putting off are in the notebook
    0_tonight. Ends with exit code 0 whatever is due.
    """
    # The rules take a moment to load; no other command needs them.
    from interview_journal.api.due_lists import due_values, list_due

    journal = existing_journal(journal_path)
    listed = list_due(journal, journal.now())
    if list_format == "json":
        # Escaped to ASCII: whatever stands in a name, no terminal obeys it.
        say(json.dumps(due_values(listed), indent=2))
        return
    _say_due(listed)
    for problem in listed.problems:
        say(problem, problem=True)


@click.command(
    cls=JournalCommand,
    examples=["interview-journal calendar interviews.ics"],
)
@click.argument("file", metavar="FILE.ics")
@journal_option
@click.option("--force", is_flag=True, help=_NOT_OURS)
def calendar(*, file: str, journal_path: str | None, force: bool) -> None:
    """Write all open dates to a calendar file.

    Coming interviews, what is due, the last days they named. Open the file with your calendar, or
    import it there. Do the same again when something has changed: entries move, and what is done
    or called off is taken out. A calendar that this command wrote is replaced without --force.

    The entries are marked as private. They say what is to be done and with whom, and not a word
    of what was said.
    """
    from interview_journal.api.calendar import save_calendar

    journal = existing_journal(journal_path)
    done = save_calendar(journal, file, journal.now(), force=force)
    say(f"Written to {done.path}: {counted(done.open_count, 'open date')}.")
    if done.cancelled_count:
        say(f"Taken out where an earlier file put it in: {done.cancelled_count}.")
    say("A calendar on the internet shows its company what you import there.")


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal activity march.html --from 2026-03-01 --to 2026-03-31",
        "interview-journal activity all.csv",
    ],
)
@click.argument("file", metavar="FILE.csv|FILE.html")
@journal_option
@click.option(
    "--from",
    "first",
    type=_DAY,
    metavar="DAY",
    help="The first day, such as 2026-03-01; without it the first interview's.",
)
@click.option("--to", "last", type=_DAY, metavar="DAY", help="The last day; without it today.")
@click.option("--force", is_flag=True, help=_NOT_OURS)
def activity(
    *,
    file: str,
    journal_path: str | None,
    first: datetime | None,
    last: datetime | None,
    force: bool,
) -> None:
    """Write a record of your interviews for an office.

    Date, employer, role, round, kind and interviewers of each interview that took place: as a
    page to print and sign (.html), or as a table (.csv). Nothing of what was said, no rating and
    no outcome. In the table, text that a spreadsheet would run as a formula begins with an
    apostrophe.
    """
    from interview_journal.api.activity import save_activity

    journal = existing_journal(journal_path)
    until = journal.now().date() if last is None else last.date()
    since = _first_day(journal, until) if first is None else first.date()
    if since > until:
        raise click.UsageError("The first day comes after the last one.")
    count = save_activity(journal, file, since, until, force=force)
    say(f"Written to {file}: {counted(count, 'interview')} from {since} to {until}.")


def _first_day(journal: Journal, until: date) -> date:
    return min((one.held_on for one in journal.interviews if one.held_on <= until), default=until)


# The list ---------------------------------------------------------------------------------


def _say_due(listed: DueList) -> None:
    from interview_journal.core.followup.plan import DUE_GROUPS

    for group, heading in DUE_GROUPS.items():
        own = [one for one in listed.due if one.group == group]
        if own:
            say(heading)
            for one in own:
                _say_one(one)
            say()
    if listed.waiting:
        say("Waiting")
        for waiting, title in listed.waiting:
            say_wrapped(f"{_line(title)}: {waiting.text}", "  ", "    ")
        say()
    can_wait = all(one.group in ("this week", "later") for one in listed.due)
    if not listed.due and not listed.waiting:
        say("Nothing to do.")
    elif can_wait:
        say("Nothing to do tonight, and that is right.")


def _say_one(one: ListedDue) -> None:
    say_wrapped(_line(one.action.text), "  ", "  ")
    about = f"{_line(one.title)}. " if one.title else ""
    say_wrapped(f"{about}{one.action.reason}", "      ", "      ")


def _line(text: str) -> str:
    return " ".join(text.split())
