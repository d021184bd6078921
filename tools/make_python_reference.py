"""Writes docs/python.md, the reference of the public Python names, from their docstrings.

Run it with: python tools/make_python_reference.py
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any, Final

import interview_journal as ij
from interview_journal.core.tables import TABLES

CHECKOUT = Path(__file__).resolve().parent.parent
REFERENCE = CHECKOUT / "docs" / "python.md"

OPENING: Final = """\
# The Python names

<!-- Made by tools/make_python_reference.py. Change the docstrings, then run: make docs -->

    import interview_journal as ij

    journal = ij.open_journal("data/journal")
    app = journal.add(ij.Application(company="Acme", role="Clerk"))
    first = journal.add(ij.Interview(application_id=app.id, held_on=date(2026, 3, 4)))
    answer = journal.add(ij.Answer(interview_id=first.id, question="Why us?", answer="..."))
    answer = journal.revise(answer, better_answer="...")

These names are stable. Everything else in the package may move. Every error the program raises on
purpose is an `ij.JournalError`, with a sentence for the person.
"""


def signature_words(function: Any) -> str:  # noqa: ANN401 - anything that can be called
    """Return a function's arguments with their defaults, without their types."""
    words = []
    star = False
    for argument in inspect.signature(function).parameters.values():
        if argument.name == "self":
            continue
        if argument.kind is inspect.Parameter.KEYWORD_ONLY and not star:
            words.append("*")
            star = True
        star = star or argument.kind is inspect.Parameter.VAR_POSITIONAL
        name = str(argument.replace(annotation=argument.empty, default=argument.empty))
        words.append(name if argument.default is argument.empty else f"{name}={told(argument)}")
    return f"({', '.join(words)})"


def told(argument: inspect.Parameter) -> str:
    """Return an argument's default as it would be written."""
    return str(getattr(argument.default, "__name__", repr(argument.default)))


def first_paragraph(value: object) -> str:
    """Return what a docstring says first."""
    text = (inspect.getdoc(value) or "").partition("\n\n")[0]
    return " ".join(text.replace("``", "`").split())


def journal_lines() -> list[str]:
    """Return one line for each thing a journal can do."""
    lines = []
    for name, member in vars(ij.Journal).items():
        if name.startswith("_"):
            continue
        arguments = "" if isinstance(member, property) else signature_words(member)
        lines.append(f"- `journal.{name}{arguments}`: {first_paragraph(member)}")
    return lines


def name_section(name: str) -> str:
    """Return the section of one public name."""
    value = getattr(ij, name)
    table = getattr(value, "table", "")
    if table in TABLES:
        link = f"[{table}](tables.md#{table})"
        return f"## {name}\n\n{first_paragraph(value)} Its fields are the columns of {link}."
    if value is ij.Journal:
        listed = "\n".join(journal_lines())
        return f"## {name}\n\n{first_paragraph(value)}\n\n{listed}"
    if inspect.isfunction(value):
        return f"## {name}\n\n    ij.{name}{signature_words(value)}\n\n{first_paragraph(value)}"
    if name == "__version__":
        return f"## {name}\n\nThe version of the program, as text."
    return f"## {name}\n\n{first_paragraph(value)}"


def reference_text() -> str:
    """Return the whole reference."""
    return "\n\n".join([OPENING.rstrip(), *map(name_section, ij.__all__)]) + "\n"


def main() -> None:
    """Write the reference and say where it stands."""
    REFERENCE.write_text(reference_text(), encoding="utf-8", newline="\n")
    print(f"{REFERENCE.relative_to(CHECKOUT)}: {len(ij.__all__)} names")


if __name__ == "__main__":
    main()
