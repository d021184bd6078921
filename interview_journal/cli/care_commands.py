"""The commands that look after the files: check, tidy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from interview_journal.api.journal_paths import default_journal_path
from interview_journal.cli.frame import JournalCommand, existing_journal, takes_journal
from interview_journal.cli.screen import command_for, counted, say, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_journal.core.problems import Conflict, Problem
    from interview_journal.store.journal import Journal

__all__ = ["check", "tidy"]


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal check",
        "interview-journal check --bring-back",
    ],
)
@takes_journal
@click.option(
    "--merge-copies",
    is_flag=True,
    help="Take in rows from copies that a cloud folder made; nothing is dropped.",
)
@click.option("--bring-back", is_flag=True, help="Bring rows that vanished back from the backups.")
@click.option("--accept-missing", is_flag=True, help="Say that rows that vanished may be gone.")
@click.pass_context
def check(
    ctx: click.Context,
    *,
    journal_path: str | None,
    merge_copies: bool,
    bring_back: bool,
    accept_missing: bool,
) -> None:
    """Look whether all is well with the journal's files.

    Lists what could not be read with certainty and what was changed in two places at once, each
    with what to do. Ends with exit code 1 when there is any such thing, 0 when there is none.
    Looking changes nothing; the options do what a remedy names.
    """
    if journal_path is None and not default_journal_path().exists():
        say(f"You have no journal yet. It will be here: {default_journal_path()}")
        return
    journal = existing_journal(journal_path)
    if merge_copies:
        _say_done(journal.merge_copies(), "There are no copies to take in.")
    if bring_back:
        _say_done(journal.bring_back(), "No rows are missing.")
    if accept_missing:
        gone = journal.accept_missing()
        _say_done([f"accepted as gone: {name}" for name in gone], "No rows are missing.")
    problems = [problem for problem in journal.problems if not problem.notice]
    notices = [problem for problem in journal.problems if problem.notice]
    _say_problems(problems)
    _say_conflicts(journal, journal.conflicts)
    if not problems and not journal.conflicts:
        say(
            "All is well. The journal is empty."
            if journal.is_empty
            else f"All is well: {summary(journal)}, and every row can be read."
        )
    if notices:
        say("\nGood to know:")
        _say_list(notices)
    ctx.exit(1 if problems or journal.conflicts else 0)


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal tidy",
    ],
)
@takes_journal
def tidy(*, journal_path: str | None) -> None:
    """Take in rows typed by hand and set old versions aside.

    Old versions move to the folder history. Every table that changes is backed up first.
    Nothing is lost: history shows the old versions as before.
    """
    _say_done(existing_journal(journal_path).tidy(), "Everything is tidy already.")


def _say_done(lines: Sequence[str], otherwise: str) -> None:
    for line in lines or (otherwise,):
        say(line)


def _say_problems(problems: Sequence[Problem]) -> None:
    if problems:
        say(f"{counted(len(problems), 'problem')}. Every row that is not named is fine.")
        _say_list(problems)


def _say_list(problems: Iterable[Problem]) -> None:
    for problem in problems:
        say(f"- {problem.sentence}")


def _say_conflicts(journal: Journal, conflicts: Sequence[Conflict]) -> None:
    for conflict in conflicts:
        words = f"history {conflict.record_id} --journal"
        look = command_for(words, journal.path)
        say(f"- {conflict.sentence}")
        say(f"  See them: {look}")
        say(f"  Keep one: {look} --restore {conflict.revision}a")
