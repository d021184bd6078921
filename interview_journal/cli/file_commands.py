"""The commands that carry a journal elsewhere: export, backup, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from interview_journal.api.backups import back_up, restore_backup
from interview_journal.api.exports import export_journal
from interview_journal.cli.frame import (
    JournalCommand,
    existing_journal,
    journal_option,
    takes_journal,
)
from interview_journal.cli.screen import command_for, counted, say, summary, table_counts

if TYPE_CHECKING:
    from interview_journal.api.exports import ExportFormat

__all__ = ["backup", "export", "restore"]

_FORCE_HELP = "Replace what an earlier call wrote there."


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal export --to interviews.xlsx",
        "interview-journal export --to interviews --format csv",
    ],
)
@takes_journal
@click.option(
    "--to",
    "target",
    required=True,
    metavar="PLACE",
    help="A new folder, or a file that ends with .xlsx.",
)
@click.option(
    "--format",
    "export_format",
    type=click.Choice(["xlsx", "csv", "both"]),
    help="What to write; without it what the name of PLACE says, in a folder both.",
)
@click.option("--force", is_flag=True, help=_FORCE_HELP)
def export(
    *, journal_path: str | None, target: str, export_format: str | None, force: bool
) -> None:
    """Write your records to files that other programs open.

    The newest version of everything, text exactly as you wrote it: a workbook for a
    spreadsheet, or one CSV file a table for a program. A text too long for a cell of a workbook
    is kept whole in a file of its own, which the cell names.

    Take the workbook for a spreadsheet: opening the CSV files there can turn text such as =1+1
    or 1/2 into something else.
    """
    done = export_journal(
        existing_journal(journal_path),
        target,
        export_format=cast("ExportFormat | None", export_format),
        force=force,
    )
    say(f"Written to {done.path}: {table_counts(done.row_counts)}.")
    if done.texts_folder is not None:
        texts = counted(done.texts_beside, "text is", "texts are")
        say(f"{texts} too long for a cell or unfit for one: whole in {done.texts_folder}.")
        say("Keep that folder beside the workbook.")
    say("Only you can read it here. Whoever you give it to can read every word.")


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal backup /media/stick/journal.zip",
    ],
)
@click.argument("file", metavar="FILE.zip")
@journal_option
@click.option("--force", is_flag=True, help="Replace a file of the same name.")
def backup(*, file: str, journal_path: str | None, force: bool) -> None:
    """Put the whole journal into one zip file.

    All tables with their history, drafts and recovered text; the daily copies stay behind. The
    file is read back before it takes its name. Keep it on another disk.

    In the place of a file you can name a folder; the file is then named after the day.
    """
    journal = existing_journal(journal_path)
    done = back_up(journal, file, force=force)
    say(f"Backed up: {summary(journal)}, in {done.path}")
    if done.left_out:
        say(f"Left out, being no part of the journal: {', '.join(done.left_out)}")
    say("It is not encrypted: whoever has the file can read it.")


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal restore journal.zip",
        "interview-journal restore journal.zip --into ~/restored",
    ],
)
@click.argument("file", metavar="FILE.zip")
@click.option(
    "--into",
    "--journal",
    "folder",
    metavar="FOLDER",
    help="Where to put the journal; without it the place of your own journal.",
)
@click.option(
    "--large", is_flag=True, help="Allow more than 50 MB, or a hundred times the file's size."
)
def restore(*, file: str, folder: str | None, large: bool) -> None:
    """Bring a journal back from a backup, on any computer.

    Every file is checked first. Nothing is ever written over a journal that is there: name
    another folder then.
    """
    journal = restore_backup(file, folder, large=large)
    say(f"Restored: {summary(journal)}, in {journal.path}")
    say(f"Open it with: {command_for('lab', None if folder is None else journal.path)}")
    if any(not problem.notice for problem in journal.problems) or journal.conflicts:
        where = None if folder is None else journal.path
        say(f"It came with problems in its files. See: {command_for('check', where)}")
