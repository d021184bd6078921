"""The ``interview-journal`` command: everything that is done outside a notebook."""

__all__ = ["main"]


def main() -> None:
    """Run the command with the words of the command line, and end the program."""
    # Jupyter's servers import this package for its save hook and need no command line.
    from interview_journal.cli.program import program
    from interview_journal.cli.screen import show_every_character

    show_every_character()
    program(prog_name="interview-journal")
