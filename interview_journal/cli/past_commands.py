"""The commands for what was: history shows and restores it, erase really removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from interview_journal.api.past import (
    find_answers,
    find_record,
    restore_revision,
    revisions_of,
)
from interview_journal.cli.frame import JournalCommand, Told, existing_journal, journal_option
from interview_journal.cli.screen import command_for, counted, indented, say, when
from interview_journal.core.tables import TABLES
from interview_journal.exporting.plain_cells import plain_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.api.past import Revision
    from interview_journal.core.records import Answer, Record
    from interview_journal.store.erasing import ErasedPlace
    from interview_journal.store.journal import Journal

__all__ = ["erase", "history"]

_LISTED_AT_MOST = 50
_SHOWN_OF_A_QUESTION = 70


@click.command(
    cls=JournalCommand,
    examples=[
        'interview-journal history --question "conflict with a colleague"',
        "interview-journal history a_k3vq9xm2r7tw4hzp --restore 2",
    ],
)
@click.argument("record_id", required=False, metavar="[ID]")
@click.option("--question", metavar="WORDS", help="Find the answer by words of its question.")
@click.option("--restore", "label", metavar="REVISION", help="Make that revision the newest again.")
@journal_option
@click.pass_context
def history(
    ctx: click.Context,
    *,
    record_id: str | None,
    question: str | None,
    label: str | None,
    journal_path: str | None,
) -> None:
    """Show every version of a record, with its date.

    The ID stands in the first column of the tables. When a record was changed in two places at
    once, both versions are shown with a letter; restoring one of them settles it.
    """
    if (record_id is None) == (question is None):
        raise click.UsageError("Name an ID, or --question with some words.")
    journal = existing_journal(journal_path)
    if question is not None:
        found = find_answers(journal, question)
        if len(found) != 1:
            _say_candidates(found)
            ctx.exit(1)
        record: Record = found[0]
    else:
        record = _record(journal, str(record_id))
    if label is None:
        _say_revisions(record, revisions_of(journal, record))
        return
    restored = restore_revision(journal, record, label)
    if restored is None:
        raise Told(f"There is no revision {label}. Call it without --restore to see them.")
    say(f"Revision {label} is the newest again, as revision {restored.revision}.")


@click.command(
    cls=JournalCommand,
    examples=[
        "interview-journal erase a_k3vq9xm2r7tw4hzp",
        'interview-journal erase --text "Project Bluebird"',
    ],
)
@click.argument("record_id", required=False, metavar="[ID]")
@click.option(
    "--text",
    metavar="WORDS",
    help="Erase these words wherever they stand, exactly as written; - asks for them, so that "
    "the history of your terminal does not keep them.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@journal_option
@click.pass_context
def erase(
    ctx: click.Context,
    *,
    record_id: str | None,
    text: str | None,
    yes: bool,
    journal_path: str | None,
) -> None:
    """Really remove a record or some words, for ever.

    From the tables, their history, the backups inside the journal and the drafts, and it says
    where they were. With an ID goes what hangs below it: with an interview its answers. Ends
    with exit code 1 when there was nothing to erase.
    """
    if (record_id is None) == (text is None):
        raise click.UsageError("Name an ID, or --text with some words.")
    journal = existing_journal(journal_path)
    if text is None:
        record = _record(journal, str(record_id))
        question = f"Erase this {record.noun}, its past and all that hangs below it, for ever?"
        places = journal.erase(record) if _agreed(question, yes=yes) else None
    else:
        words = click.prompt("Words to erase", type=str) if text == "-" else text
        question = "Erase these words wherever they stand in the journal, for ever?"
        places = journal.erase_text(words) if _agreed(question, yes=yes) else None
    ctx.exit(_say_erased(places))


def _record(journal: Journal, record_id: str) -> Record:
    record = find_record(journal, record_id)
    if record is None:
        raise Told(
            "No record of this journal has that ID. It stands in the first column of the tables; "
            f"an answer is also found with {command_for('history --question WORDS')}"
        )
    return record


def _agreed(question: str, *, yes: bool) -> bool:
    return yes or click.confirm(question, default=False)


def _say_erased(places: Sequence[ErasedPlace] | None) -> int:
    if places is None:
        say("Nothing was erased.")
        return 1
    if not places:
        say("Nothing to erase: it stands nowhere in the journal.")
        return 1
    say("Erased from:")
    for place in places:
        say(f"- {place.file} ({counted(place.count, 'place')})")
    say("Exports, zip backups and e-mails outside the journal are not reached; look there too.")
    return 0


def _say_candidates(found: Sequence[Answer]) -> None:
    if not found:
        say("No question holds all these words.")
        return
    say(f"{counted(len(found), 'question')} fit. Call history with the ID of one:")
    for answer in found[:_LISTED_AT_MOST]:
        words = " ".join(answer.question.split())
        shown = (
            words if len(words) <= _SHOWN_OF_A_QUESTION else words[:_SHOWN_OF_A_QUESTION] + "..."
        )
        say(f"- {answer.id}  {shown}{' (taken away)' if answer.removed else ''}")


def _say_revisions(record: Record, revisions: Sequence[Revision]) -> None:
    say(f"{record.noun} {record.id}")
    labels = {column.name: column.label for column in TABLES[record.table].columns}
    was_removed = False
    for revision in revisions:
        rival = ", waits for your choice" if revision.is_rival else ""
        say(f"\nRevision {revision.label}, saved {when(revision.record.saved_at)}{rival}")
        for name, value in revision.changes.items():
            say(indented(labels[name], "  "))
            say(indented(plain_cell(value) or "(empty)"))
        if revision.record.removed != was_removed:
            say("  Taken away." if revision.record.removed else "  Brought back.")
        was_removed = revision.record.removed
