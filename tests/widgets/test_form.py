"""A form: what the screen sends is kept on disk, answered, and never overwritten."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.errors import SaveFailedError
from interview_journal.widgets import fields as f
from interview_journal.widgets.form import BROWSER_DRAFTS, Form
from tests.widgets.evening import TODAY, Evening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.store.journal import Journal

SECRET = "Zweiundvierzig Quitten"


def make(journal: Journal, presses: list[Any] | None = None) -> Form:
    seen = [] if presses is None else presses
    form = Form([f.long("account", "What?")], on_press=lambda *what: seen.append(what))
    form.open_draft(journal, "a", values={"account": "", "_id": "i_1"}, saved_at=None)
    return form


def hear(form: Form, **message: Any) -> None:
    """Send what the page sends."""
    form._hear(form, message, None)


@pytest.fixture
def journal(evening: Evening) -> Journal:
    return evening.journal()


def test_what_is_typed_stands_on_disk_before_it_is_answered(journal: Journal) -> None:
    form = make(journal)
    hear(form, type="keep", seq=1, values={"account": "words", "_id": "i_1"}, at=0)
    draft = journal.drafts.get("a")
    assert draft is not None
    assert draft.fields == {"account": "words", "_id": "i_1"}
    assert form.kept == {"seq": 1, "problem": "", "on_disk": True}
    assert form.unsaved


def test_a_press_brings_its_words_along(journal: Journal) -> None:
    presses: list[Any] = []
    form = make(journal, presses)
    hear(form, type="press", seq=1, button="save", item="", values={"account": "late"}, at=0)
    assert form.text("account") == "late"
    assert presses == [("save", "")]


def test_the_draft_comes_back_in_another_form(journal: Journal) -> None:
    make(journal).take_typed({"account": "words", "_id": "i_1"})
    again = make(journal)
    assert again.values == {"account": "words", "_id": "i_1"}
    assert again.unsaved


def test_saving_lets_both_drafts_go(journal: Journal) -> None:
    form = make(journal)
    hear(form, type="keep", seq=4, values={"account": "words"}, at=0)
    form.was_saved({"account": "words"}, "Saved at 18:42.")
    assert journal.drafts.names() == ()
    assert (form.saved, form.status, form.unsaved) == ({"seq": 4}, "Saved at 18:42.", False)


def test_a_disk_that_refuses_is_told_and_the_words_stay(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise SaveFailedError(journal.path, "no space left", "Free some space.")

    form = make(journal)
    monkeypatch.setattr(journal.drafts, "keep", refuse)
    form.take_typed({"account": "words"})
    assert "no space left" in form.kept["problem"]
    assert form.text("account") == "words"


def test_a_later_draft_from_the_browser_is_taken_up_and_the_other_offered(
    evening: Evening, journal: Journal
) -> None:
    make(journal).take_typed({"account": "on disk"})
    form = make(journal)
    later = (evening.clock.at + timedelta(minutes=1)).timestamp() * 1000
    hear(form, type="found", values={"account": "in the browser"}, at=later)
    assert form.text("account") == "in the browser"
    assert form.offer["label"].startswith("Another version from 18:30")
    form.press("use_other")
    assert form.text("account") == "on disk"
    form.press("use_other")
    assert form.text("account") == "in the browser"
    form.press("leave_other")
    assert form.offer == {}


def test_an_older_draft_from_the_browser_is_only_offered(journal: Journal) -> None:
    make(journal).take_typed({"account": "on disk"})
    form = make(journal)
    hear(form, type="found", values={"account": "long ago"}, at=1000.0)
    assert form.text("account") == "on disk"
    assert form.offer["label"].startswith("Another version from 01 January")


def test_a_patch_leaves_the_other_fields_alone(journal: Journal) -> None:
    form = make(journal)
    form.set_values({"topic": "notice"})
    assert form.given["patch"] == {"topic": "notice"}
    assert form.values["_id"] == "i_1"


def test_changes_are_told_with_before_and_after(journal: Journal) -> None:
    seen: list[tuple[Mapping[str, str], Mapping[str, str]]] = []
    form = Form([], on_press=lambda *_: None, on_change=lambda *two: seen.append(two))
    form.open_draft(journal, "a", values={"x": ""}, saved_at=None)
    form.take_typed({"x": "1"})
    form.take_typed({"x": "1"})
    assert seen == [({"x": ""}, {"x": "1"})]


def test_half_a_character_becomes_a_mark_and_a_split_one_is_joined(journal: Journal) -> None:
    form = make(journal)
    form.take_typed({"account": "a\ud83d b \ud83d\ude00"})
    assert form.values["account"] == "a\ufffd b \U0001f600"
    json.dumps(form.values, ensure_ascii=False).encode("utf-8")


def test_a_form_without_a_draft_keeps_nothing_on_disk(journal: Journal) -> None:
    form = make(journal)
    form.open_without_draft({"account": ""})
    form.take_typed({"account": SECRET})
    assert not journal.path.exists()
    assert form.draft_key == ""


def test_the_same_error_is_shown_again(journal: Journal) -> None:
    form = make(journal)
    shown: list[Any] = []
    form.observe(lambda change: shown.append(change["new"]), "errors")
    form.show_errors({"account": "Write something."})
    form.show_errors({"account": "Write something."})
    assert shown[-1] == {"account": "Write something."}
    assert shown[-2] == {}


def test_nothing_typed_shows_in_the_printed_form(journal: Journal) -> None:
    form = make(journal)
    form.take_typed({"account": SECRET})
    bundle = form._repr_mimebundle_()
    assert repr(form) == "interview_journal form"
    assert SECRET not in json.dumps(bundle)


def test_two_journals_have_two_places_in_the_browser(evening: Evening, tmp_path: Any) -> None:
    first, second = make(evening.journal()), make(Evening(tmp_path / "two").journal())
    assert first.draft_key != second.draft_key
    assert TODAY.isoformat() not in first.draft_key


def test_drafts_can_be_kept_out_of_the_browser(journal: Journal) -> None:
    journal.set_setting(BROWSER_DRAFTS, "no")
    form = make(journal)
    form.take_typed({"account": "words"})
    assert form.draft_key == ""
    assert make(journal).text("account") == "words"


@pytest.mark.parametrize("at", [1000.0, 4e12])
def test_what_the_browser_had_is_answered_like_what_is_typed(journal: Journal, at: float) -> None:
    form = Form()
    form.open_draft(journal, "record", values={"account": ""}, saved_at=None)
    hear(form, type="keep", seq=1, values={"account": "typed"}, at=2e12)
    assert form.kept["seq"] == 1
    # Whether it is taken or not: without an answer the page would say that nobody is there.
    hear(form, type="found", seq=2, values={"account": "before it was loaded"}, at=at)
    assert form.kept["seq"] == 2
    hear(form, type="found", values={"account": "of another day"}, at=at)
    assert form.kept["seq"] == 2
