"""Notes begun are kept, found again, compared with, and thrown away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.drafting import draft_for
from interview_journal.api.kept_notes import discard_note, keep_note, kept_note, other_notes
from interview_journal.core.records import Action
from tests.told_journal import told_journal
from tests.writing.records import due

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

ANA = replace(due("thank-you note"), key="thank:i_A.1:n_ana", application_id="p_a")
BEN = replace(ANA, key="thank:i_A.1:n_ben")
FAR = replace(ANA, key="thank:i_B.1:n_far", application_id="p_b")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return told_journal(tmp_path / "j")


def test_a_note_comes_back_as_it_was_kept(journal: Journal) -> None:
    draft = replace(draft_for(journal, ANA, tone="formal"), text="Dear Ana,\n\nى [x]", to_name="A")
    assert kept_note(journal, ANA) is None
    keep_note(journal, ANA, draft)
    assert kept_note(journal, ANA) == draft
    assert kept_note(journal, BEN) is None
    discard_note(journal, ANA)
    assert kept_note(journal, ANA) is None


def test_a_note_is_compared_with_those_of_the_same_application(journal: Journal) -> None:
    for action, text in ((ANA, "to Ana"), (BEN, "to Ben"), (FAR, "to far")):
        keep_note(journal, action, replace(draft_for(journal, action), text=text))
    journal.drafts.keep("record", {"application_id": "p_a", "text": "a form"})
    journal.add(Action(key="sent", application_id="p_a", text="sent before"))
    journal.add(Action(key=ANA.key, application_id="p_a", text="to Ana, sent"))
    journal.add(Action(key="skipped", application_id="p_a"))
    journal.add(Action(key="far", application_id="p_b", text="sent elsewhere"))
    assert sorted(other_notes(journal, ANA)) == ["sent before", "to Ben"]


def test_what_is_no_note_of_ours_is_none(journal: Journal) -> None:
    keep_note(journal, ANA, draft_for(journal, ANA))
    (name,) = (one for one in journal.drafts.names() if one.startswith("note_"))
    journal.drafts.keep(name, {"kind": "poem", "tone": "warm"})
    assert kept_note(journal, ANA) is None
    (journal.path / "drafts" / f"{name}.json").write_bytes(b"{")
    assert kept_note(journal, ANA) is None
    assert other_notes(journal, BEN) == ()


def test_erasing_reaches_a_note_that_was_begun(journal: Journal) -> None:
    keep_note(journal, ANA, replace(draft_for(journal, ANA), text="my secret words"))
    journal.erase_text("secret words")
    note = kept_note(journal, ANA)
    assert note is not None
    assert note.text == "my [erased]"
