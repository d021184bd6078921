"""Every error says what happened and what to do, and can be sent to another process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from interview_journal import errors
from interview_journal.errors import FieldFault, JournalError

FILE = Path("journal") / "answers.csv"

ERRORS = [
    errors.InvalidRecordError("Answer", (FieldFault("position", "a number from 1", "0"),)),
    errors.UnknownRecordError("answers", "a_x"),
    errors.ConflictError("answers", "a_x", 3),
    errors.RecordTooOldError("answers", "a_x", "a record that was saved"),
    errors.SaveFailedError(FILE, "No space left on device", "Free some space."),
    errors.JournalLockedError(FILE, "process 7", 30.4),
    errors.TableRefusedError(FILE, "Its header is not ours."),
    errors.JournalFolderError(FILE.parent, "it is a file", "Name a folder."),
    errors.NewerJournalError(FILE, 2, 1),
    errors.BackupError(FILE, "it is empty", "Choose another."),
    errors.ImportRefusedError(FILE, "it is no table", "Choose another."),
    errors.TemplateMistakeError("refusal.txt.j2", 4, "unexpected end of template"),
    errors.ExportError(FILE, "it is open", "Close it."),
]


def test_every_error_of_the_tree_is_tried_here() -> None:
    made = {type(error).__name__ for error in ERRORS}
    assert made == {name for name in errors.__all__ if name not in ("FieldFault", "JournalError")}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_names_every_fact_and_survives_pickling(error: JournalError) -> None:
    sentence = str(error)

    assert sentence.endswith(".")
    assert len(sentence.split()) > 5
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert str(again) == sentence
    assert vars(again) == vars(error)


def test_the_root_joins_whatever_facts_it_was_given() -> None:
    assert str(JournalError("one", 2)) == "one 2"


def test_a_busy_journal_names_the_holder_and_the_wait() -> None:
    error = errors.JournalLockedError(FILE, "process 7", 30.4)
    assert "30 seconds" in str(error)
    assert "process 7" in str(error)
