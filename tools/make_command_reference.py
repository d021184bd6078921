"""Writes docs/commands.md, the reference of the command line, from the commands themselves.

Run it with: python tools/make_command_reference.py
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Final

import click

from interview_journal.cli.program import program

CHECKOUT = Path(__file__).resolve().parent.parent
REFERENCE = CHECKOUT / "docs" / "commands.md"
COMMAND: Final = "interview-journal"

OPENING: Final = f"""\
# The commands

<!-- Made by tools/make_command_reference.py. Change the commands, then run: make docs -->

`{COMMAND}` and `python -m interview_journal` are the same. After `make lab` has set things up, the
command lies in `.venv/bin` (on Windows in `.venv\\Scripts`). Each command explains itself:
`{COMMAND} check --help`.

Without a folder a command works on your own journal. [Your data](your_data.md) says where that is.
"""


def command_names() -> list[str]:
    """Return the names of the commands, in the order in which they are shown."""
    return program.list_commands(click.Context(program))


def command_named(name: str) -> click.Command:
    """Return the command with that name."""
    command = program.get_command(click.Context(program), name)
    if command is None:
        raise LookupError(name)
    return command


def argument_words(argument: click.Argument) -> str:
    """Return how an argument is written in the usage line."""
    name = argument.metavar or (argument.name or "").upper()
    return name if argument.required or name.startswith("[") else f"[{name}]"


def option_line(option: click.Option) -> str:
    """Return the list item of one option."""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    value = ""
    if not option.is_flag and not option.count:
        choices = getattr(option.type, "choices", None)
        value = f" {option.metavar or ('|'.join(map(str, choices)) if choices else 'TEXT')}"
    return f"- {names}{value}: {option.help}"


def paragraphs(text: str) -> str:
    """Return a help text as Markdown: paragraphs joined, blocks that keep their lines indented."""
    parts = []
    for part in inspect.cleandoc(text).split("\n\n"):
        if part.startswith("\b\n"):
            parts.append("\n".join(f"    {line.strip()}" for line in part.splitlines()[1:]))
        else:
            parts.append(" ".join(part.split()))
    return "\n\n".join(parts)


def command_section(name: str) -> str:
    """Return the section of one command."""
    command = command_named(name)
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    usage = " ".join([COMMAND, name, *map(argument_words, arguments)])
    lines = [f"## {name}", "", f"    {usage}", "", paragraphs(command.help or "")]
    if options:
        lines += ["", *map(option_line, options)]
    examples = getattr(command, "examples", ())
    if examples:
        # Fenced: an indented block after a list would belong to its last item.
        lines += ["", "```", *examples, "```"]
    return "\n".join(lines)


def reference_text() -> str:
    """Return the whole reference."""
    return "\n\n".join([OPENING.rstrip(), *map(command_section, command_names())]) + "\n"


def main() -> None:
    """Write the reference and say where it stands."""
    REFERENCE.write_text(reference_text(), encoding="utf-8", newline="\n")
    print(f"{REFERENCE.relative_to(CHECKOUT)}: {len(command_names())} commands")


if __name__ == "__main__":
    main()
