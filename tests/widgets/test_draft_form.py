"""A note is looked over, changed and handed over; no gap goes out unnoticed, no word is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api.due import action_on
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Application, Encounter, Interview, Person
from interview_journal.widgets.draft_form import NO_WORDS, NOT_AN_ADDRESS, DraftForm
from interview_journal.widgets.tonight_panel import TonightPanel

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

NOW = datetime(2026, 3, 4, 19, tzinfo=UTC)
ANA, BEN = "thank:i_one:n_ana", "thank:i_one:n_ben"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = open_journal(tmp_path / "j", now=lambda: NOW)
    journal.add(Application(id="p_acme", company="Acme", role="Clerk"))
    journal.add(
        Interview(
            id="i_one", application_id="p_acme", held_on=date(2026, 3, 4), account="We talked."
        )
    )
    for key, name, email in (
        ("n_ana", "Ana Ruiz", "ana@acme.example.org"),
        ("n_ben", "Ben Osei", ""),
    ):
        journal.add(Person(id=key, application_id="p_acme", name=name, email=email))
        journal.add(Encounter(interview_id="i_one", person_id=key))
    return journal


@pytest.fixture
def panel(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> TonightPanel:
    panel = TonightPanel(journal)
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(
        panel.handing, "send", lambda said, buffers=None: sent.append((said, buffers))
    )
    panel.handed = sent
    return panel


def handed(panel: TonightPanel, kind: str) -> list[tuple[Any, Any]]:
    return [one for one in panel.handed if one[0]["type"] == kind]


def opened(panel: TonightPanel, key: str) -> DraftForm:
    panel.press("draft", key)
    assert isinstance(panel.opened, DraftForm)
    return panel.opened


def typed(note: DraftForm, **values: str) -> None:
    note.form.take_typed({**note.form.values, **values})


def advice(note: DraftForm) -> dict[str, list[str]]:
    return {row["id"]: [row["title"], *row["lines"]] for row in note.form.rows["advice"]}


def test_a_note_starts_from_the_journal_with_its_gaps(panel: TonightPanel) -> None:
    note = opened(panel, ANA)
    assert note.form.text("address") == "ana@acme.example.org"
    assert "Ana" in note.form.text("text")
    assert "[your name]" in advice(note)["gaps"]
    assert "words" in advice(note)["length"][0]


def test_another_tone_changes_untouched_words_only(panel: TonightPanel) -> None:
    note = opened(panel, ANA)
    warm = note.form.text("text")
    typed(note, tone="formal")
    assert note.form.text("text") != warm
    typed(note, text="My own words.")
    typed(note, tone="brief")
    assert note.form.text("text") == "My own words."
    assert "renew" in advice(note)
    note.form.press("renew", "renew")
    assert note.form.text("text") != "My own words."
    assert "renew" not in advice(note)


@pytest.mark.parametrize("way", ["copy", "mail", "eml", "sent"])
def test_an_open_gap_is_told_before_anything_goes_out(
    panel: TonightPanel, journal: Journal, way: str
) -> None:
    note = opened(panel, ANA)
    note.form.press(way)
    assert "gaps to fill" in note.form.errors["text"]
    assert journal.actions == ()
    assert [one for one in panel.handed if one[0]["type"] != "quiet"] == []
    note.form.press(way)
    assert note.form.errors == {}


def test_words_without_a_gap_go_out_at_once(panel: TonightPanel, journal: Journal) -> None:
    note = opened(panel, ANA)
    typed(note, text="Dear Ana, thank you. Jo")
    note.form.press("copy")
    assert handed(panel, "copy")[0][0]["text"] == "Dear Ana, thank you. Jo"
    note.form.press("mail")
    assert handed(panel, "mail")[0][0]["address"].startswith("mailto:ana@acme.example.org?")
    note.form.press("eml")
    ((said, buffers),) = handed(panel, "file")
    assert said["name"] == "thank-you-note-ana-ruiz.eml"
    assert b"<ana@acme.example.org>" in buffers[0]
    assert journal.actions == ()


def test_a_long_text_is_copied_where_a_link_cannot_hold_it(panel: TonightPanel) -> None:
    note = opened(panel, ANA)
    typed(note, text="word " * 900)
    note.form.press("mail")
    assert len(handed(panel, "copy")) == 1
    assert "paste it in" in handed(panel, "mail")[0][0]["said"]


def test_what_was_sent_is_kept_and_ticked_off(panel: TonightPanel, journal: Journal) -> None:
    note = opened(panel, ANA)
    typed(note, text="Dear Ana, thank you. Jo")
    note.form.press("sent")
    action = action_on(journal, ANA)
    assert action is not None
    assert (action.status, action.text) == ("done", "Dear Ana, thank you. Jo")
    assert panel.opened is None
    assert panel.result is not None
    assert panel.result.texts == ("Done: Thank Ana Ruiz.",)
    assert journal.drafts.names() == ()


def test_what_is_kept_for_later_opens_again(panel: TonightPanel, journal: Journal) -> None:
    note = opened(panel, ANA)
    typed(note, text="Half of it")
    note.form.press("keep")
    action = action_on(journal, ANA)
    assert action is not None
    assert (action.status, action.text) == ("open", "Half of it")
    assert opened(panel, ANA).form.text("text") == "Half of it"


def test_the_save_key_keeps_the_words_and_sends_nothing(
    panel: TonightPanel, journal: Journal
) -> None:
    note = opened(panel, ANA)
    typed(note, text="Half of it")
    panel.save_all()
    assert [one.status for one in journal.actions] == ["open"]


def test_typed_words_are_there_when_the_note_is_opened_anew(
    panel: TonightPanel, journal: Journal
) -> None:
    typed(opened(panel, ANA), text="Half a sentence")
    again = TonightPanel(journal)
    assert opened(again, ANA).form.text("text") == "Half a sentence"
    lines = next(one for one in again.lower.sections if one["key"] == "due:today")["lines"]
    assert "You have started a note." in lines[0]["texts"]


def test_an_address_typed_here_is_kept_with_the_person(
    panel: TonightPanel, journal: Journal
) -> None:
    note = opened(panel, BEN)
    typed(note, text="Dear Ben, thank you. Jo", address="not an address")
    note.form.press("eml")
    assert note.form.errors == {"address": NOT_AN_ADDRESS}
    typed(note, address="ben@acme.example.org")
    note.form.press("sent")
    assert {one.name: one.email for one in journal.people}["Ben Osei"] == "ben@acme.example.org"


def test_no_words_are_no_note(panel: TonightPanel) -> None:
    note = opened(panel, ANA)
    typed(note, text="  ")
    note.form.press("sent")
    assert note.form.errors == {"text": NO_WORDS}


def test_a_sentence_of_another_note_is_marked_with_its_reader(panel: TonightPanel) -> None:
    same = "I liked how you plan the whole of the winter on one sheet of paper."
    note = opened(panel, ANA)
    typed(note, text=f"Dear Ana,\n\n{same}\n\nJo")
    note.form.press("sent")
    other = opened(panel, BEN)
    typed(other, text=f"Dear Ben,\n\n{same}\n\nJo")
    assert advice(other)["shared"][1] == f"“{same}” (Ana Ruiz)"


def test_a_note_is_closed_by_the_button_that_opened_it(panel: TonightPanel) -> None:
    opened(panel, ANA)
    panel.press("draft", ANA)
    assert panel.opened is None
    opened(panel, ANA).form.press("close")
    assert panel.opened is None


def test_what_is_settled_opens_no_note(panel: TonightPanel) -> None:
    panel.press("draft", "thank:i_gone:n_gone")
    panel.press("skip", "thank:i_gone:n_gone")
    assert panel.opened is None
