"""The commands that open a journal: lab, app, new, demo."""

from __future__ import annotations

from pathlib import Path

import click

from interview_journal.api.demo import copy_sample
from interview_journal.api.journal_paths import default_journal_path
from interview_journal.api.new_journal import make_journal
from interview_journal.api.opening import open_journal
from interview_journal.cli.app import run_app
from interview_journal.cli.frame import JournalCommand, takes_journal
from interview_journal.cli.lab import run_lab
from interview_journal.cli.screen import command_for, say, summary

__all__ = ["app", "demo", "lab", "new"]

_notebooks_option = click.option(
    "--notebooks",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with the notebooks; without it the ones that came with the program.",
)
_no_browser_option = click.option(
    "--no-browser", is_flag=True, help="Print the address and open no browser."
)


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal lab",
    ],
)
@takes_journal
@_notebooks_option
@_no_browser_option
@click.pass_context
def lab(
    ctx: click.Context, *, journal_path: str | None, notebooks: Path | None, no_browser: bool
) -> None:
    """Open the journal in JupyterLab.

    The browser opens on the first notebook, with its panel showing. Leave the window of this
    command open while you write; Ctrl+C ends it.
    """
    ctx.exit(run_lab(_folder(journal_path), notebooks, open_browser=not no_browser))


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal app",
    ],
)
@takes_journal
@_notebooks_option
@_no_browser_option
@click.pass_context
def app(
    ctx: click.Context, *, journal_path: str | None, notebooks: Path | None, no_browser: bool
) -> None:
    """Open the journal as plain pages, without JupyterLab.

    Needs the extra package that "pip install interview-journal[app]" brings.
    """
    ctx.exit(run_app(_folder(journal_path), notebooks, open_browser=not no_browser))


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal new",
        "interview-journal new ~/second-journal",
    ],
)
@takes_journal
def new(*, journal_path: str | None) -> None:
    """Make an empty journal, or say where yours is.

    Nobody else on this computer can read the folder, and git leaves it alone. You need not call
    this: the first interview you save makes the folder too.
    """
    journal = make_journal(journal_path)
    own = journal.path == default_journal_path()
    if journal.is_empty:
        say(f"Your journal is here, and empty: {journal.path}")
    else:
        say(f"Your journal is here: {journal.path}")
        say(f"It holds {summary(journal)}.")
    say(f"Open it with: {command_for('lab', None if own else journal.path)}")
    for problem in journal.problems:
        if problem.kind in ("version control", "network folder"):
            say(f"\n{problem.sentence}")


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal demo --open",
    ],
)
@click.argument("folder", required=False, metavar="[FOLDER]")
@click.option("--open", "open_it", is_flag=True, help="Open the example in JupyterLab at once.")
@_no_browser_option
@click.pass_context
def demo(ctx: click.Context, *, folder: str | None, open_it: bool, no_browser: bool) -> None:
    """Look at an example: a made-up journal.

    One person, three companies, four months. It is copied to a folder of its own, beside
    your journal and never mixed with it. Try anything on it; remove the folder to be rid of it.
    """
    place = copy_sample(folder)
    say(f"The example is here: {place}")
    if open_it:
        ctx.exit(run_lab(place, open_browser=not no_browser))
    say(f"Open it with: {command_for('lab', place)}")


def _folder(journal_path: str | None) -> Path | None:
    """Return the folder to open, after a look whether it can be opened at all."""
    folder = open_journal(journal_path).path
    return None if journal_path is None else folder
