"""Runs the command inside the test's own process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from interview_journal.cli.program import program

if TYPE_CHECKING:
    from click.testing import Result


def run(*words: object, typed: str | None = None) -> Result:
    """Return what one call of ``interview-journal`` printed, and its exit code."""
    return CliRunner().invoke(
        program, [str(word) for word in words], input=typed, prog_name="interview-journal"
    )
