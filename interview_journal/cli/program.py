"""All commands under one name."""

from __future__ import annotations

import click

from interview_journal.cli.briefing_command import briefing
from interview_journal.cli.care_commands import check, tidy
from interview_journal.cli.consistency_command import consistency
from interview_journal.cli.file_commands import backup, export, restore
from interview_journal.cli.follow_up_commands import activity, calendar, due
from interview_journal.cli.frame import JournalProgram
from interview_journal.cli.opening_commands import app, demo, lab, new
from interview_journal.cli.past_commands import erase, history

__all__ = ["program"]


@click.group(
    cls=JournalProgram,
    examples=["interview-journal lab"],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.version_option(package_name="interview-journal", message="%(prog)s %(version)s")
def program() -> None:
    """A journal of your interviews, on your own computer.

    Write an interview down in five minutes, in a notebook. Every word is kept as plain CSV in a
    folder of yours; nothing is sent anywhere.

    Without a name a command takes your own journal: the folder that INTERVIEW_JOURNAL_HOME
    names, else data/journal of this checkout, else interview_journal/journal in your home
    folder.
    """


for command in (
    *(lab, app, new, demo, due, calendar, activity, consistency, briefing),
    *(check, tidy, export, backup, restore, history, erase),
):
    program.add_command(command)
