"""A new note is compared with those begun or sent for the same application."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.kept_notes import OtherNote, note_name, other_notes
from interview_journal.core.records import Action, Person
from tests.told_journal import told_journal
from tests.writing.records import due

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.core.followup.values import DueAction
    from interview_journal.store.journal import Journal

ANA = replace(due("thank-you note"), key="thank:i_A.1:n_ana", application_id="p_a")
BEN = replace(ANA, key="thank:i_A.1:n_ben", person_id="n_ben")
FAR = replace(ANA, key="thank:i_B.1:n_far", application_id="p_b")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return told_journal(tmp_path / "j")


def begin(journal: Journal, action: DueAction, text: str) -> None:
    journal.drafts.keep(
        note_name(action),
        {
            "text": text,
            "_key": action.key,
            "_application": action.application_id,
            "_person": action.person_id,
        },
    )


def test_a_note_is_compared_with_those_of_the_same_application(journal: Journal) -> None:
    journal.add(Person(id="n_ben", name="Ben Osei"))
    for action, text in ((ANA, "to Ana"), (BEN, "to Ben"), (FAR, "to far")):
        begin(journal, action, text)
    journal.drafts.keep("record", {"_application": "p_a", "text": "a form"})
    journal.add(Action(key="sent", application_id="p_a", text="sent before"))
    journal.add(Action(key=ANA.key, application_id="p_a", text="to Ana, sent"))
    journal.add(Action(key="skipped", application_id="p_a"))
    journal.add(Action(key="far", application_id="p_b", text="sent elsewhere"))
    found = sorted(other_notes(journal, ANA), key=lambda one: one.text)
    assert found == [OtherNote("", "sent before"), OtherNote("Ben Osei", "to Ben")]


def test_what_was_typed_last_is_what_is_compared(journal: Journal) -> None:
    journal.add(Action(key=BEN.key, application_id="p_a", text="as kept"))
    begin(journal, BEN, "as typed")
    assert [one.text for one in other_notes(journal, ANA)] == ["as typed"]
    begin(journal, BEN, "   ")
    assert [one.text for one in other_notes(journal, ANA)] == ["as kept"]


def test_a_damaged_note_is_passed_over(journal: Journal) -> None:
    begin(journal, BEN, "to Ben")
    (journal.path / "drafts" / f"{note_name(BEN)}.json").write_bytes(b"{")
    assert other_notes(journal, ANA) == ()


def test_erasing_reaches_a_note_that_was_begun(journal: Journal) -> None:
    begin(journal, BEN, "my secret words")
    journal.erase_text("secret words")
    assert [one.text for one in other_notes(journal, ANA)] == ["my [erased]"]
