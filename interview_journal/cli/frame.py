"""What all commands share: where the journal is named, and how errors are told.

An error becomes one sentence. A traceback would show what a person wrote, and says nothing to
somebody who does not program.
"""

from __future__ import annotations

import errno
import functools
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click

from interview_journal.api.opening import open_journal
from interview_journal.cli.screen import say
from interview_journal.errors import JournalError, JournalFolderError

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

__all__ = [
    "JournalCommand",
    "JournalProgram",
    "Told",
    "existing_journal",
    "journal_option",
    "takes_journal",
]

EXIT_REFUSED: Final = 2
EXIT_OUR_BUG: Final = 70

Command = TypeVar("Command", bound=Callable[..., Any])


class Told(click.ClickException):
    """An error that is told in one sentence."""

    exit_code = EXIT_REFUSED

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - as click declares it
        """Print the sentence alone, without a label in front."""
        del file
        say(self.format_message(), problem=True)


class _OurBug(Told):
    exit_code = EXIT_OUR_BUG


class JournalCommand(click.Command):
    """A command whose help ends with examples."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - handed on
        """Keep the examples: whole lines to type."""
        super().__init__(*args, **options)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        del ctx
        _write_examples(self.examples, formatter)


class JournalProgram(click.Group):
    """A group of commands that tells errors in sentences."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - handed on
        """Keep the examples: whole lines to type."""
        super().__init__(*args, **options)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        del ctx
        _write_examples(self.examples, formatter)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what the command returns
        """Run the command.

        Raises:
            Told: In the place of any error but click's own.
        """
        try:
            return super().invoke(ctx)
        except JournalError as error:
            raise Told(str(error)) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            reason = os.strerror(error.errno) if error.errno else type(error).__name__
            name = Path(str(error.filename)).name if error.filename else "The system"
            raise Told(f"{name}: {reason}. Nothing more was done.") from None
        except Exception as error:  # noqa: BLE001 - no traceback may show private words
            raise _OurBug(_our_bug(error)) from None


def _write_examples(examples: Sequence[str], formatter: click.HelpFormatter) -> None:
    if examples:
        with formatter.section("Example" if len(examples) == 1 else "Examples"):
            for line in examples:
                # Not wrapped: a line to copy must be whole.
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def _our_bug(error: Exception) -> str:
    """Return where our own mistake happened, without a word of what it happened to."""
    trace = error.__traceback__
    place = "an unknown place"
    while trace is not None:
        code = trace.tb_frame.f_code
        if "interview_journal" in code.co_filename:
            place = f"{Path(code.co_filename).name} line {trace.tb_lineno}"
        trace = trace.tb_next
    return (
        f"Something went wrong inside interview_journal ({type(error).__name__} at {place}). "
        "This is our bug, not yours; every save that was reported before stands."
    )


def takes_journal(command: Command) -> Command:
    """Let a command name the journal as its argument or with ``--journal``.

    The command receives ``journal_path``: the name as typed, or None for the person's own.
    """

    @click.argument("journal_argument", metavar="[JOURNAL]", required=False)
    @click.option("--journal", metavar="FOLDER", help="Another way to name the journal's folder.")
    @functools.wraps(command)
    def merged(
        *args: Any,  # noqa: ANN401 - handed on
        journal_argument: str | None,
        journal: str | None,
        **options: Any,  # noqa: ANN401 - handed on
    ) -> Any:  # noqa: ANN401 - what the command returns
        if journal_argument is not None and journal is not None:
            raise click.UsageError("Name the journal once: as an argument or with --journal.")
        path = journal_argument if journal is None else journal
        return command(*args, journal_path=path, **options)

    return cast("Command", merged)


def journal_option(command: Command) -> Command:
    """Let a command whose argument is something else name the journal with ``--journal``."""
    return click.option(
        "--journal",
        "journal_path",
        metavar="FOLDER",
        help="The journal's folder; without it your own journal.",
    )(command)


def existing_journal(path: str | None) -> Journal:
    """Return the journal in that folder; None takes the person's own.

    Raises:
        JournalFolderError: If there is no such folder.
    """
    journal = open_journal(path)
    if not journal.path.is_dir():
        raise JournalFolderError(
            journal.path,
            "there is no such folder",
            "Check the name, or make a journal there with interview-journal new.",
        )
    return journal
