"""The panel is what its parts take it for."""

from __future__ import annotations

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.errors import JournalFolderError, UnknownRecordError
from interview_journal.widgets import sample_mark
from interview_journal.widgets.record_desk import RecordDesk, RecordPart
from interview_journal.widgets.record_path import long_path
from tests.widgets.evening import Evening, fill, part, short


def members(protocol: type) -> set[str]:
    return {name for name in vars(protocol) if not name.startswith("_")}


def test_the_panel_offers_all_that_its_parts_ask_for(evening: Evening) -> None:
    panel = evening.panel()
    assert members(RecordDesk) <= set(dir(panel))
    for section in long_path(panel):
        assert members(RecordPart) <= set(dir(section))


def test_there_is_no_interview_before_the_first_save(evening: Evening) -> None:
    with pytest.raises(UnknownRecordError):
        evening.panel().interview()


def test_without_a_sample_no_journal_is_taken_for_it(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise JournalFolderError(evening.folder, "the sample is missing", "Install again.")

    monkeypatch.setattr(sample_mark, "sample_path", missing)
    assert not sample_mark.is_sample(open_journal(evening.folder))


def test_a_choice_that_is_no_longer_open_changes_nothing(evening: Evening) -> None:
    panel = evening.recorded()
    panel._conflicts.press("keep", "0")
    assert panel._conflicts.parts == ()


def test_a_section_follows_the_short_form_unless_something_was_typed_in_it(
    evening: Evening,
) -> None:
    panel = evening.recorded()
    process, reflection = part(panel, "process"), part(panel, "reflection")
    fill(reflection.form, went_well="typed")
    fill(short(panel), hear="by Friday")
    panel._short.press("save")
    assert process.form.text("answer_by") == "2026-03-06"
    assert reflection.form.text("went_well") == "typed"


def test_a_plan_without_words_to_draft_it_from_says_so(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "reflection")
    fill(section.form, if_then_plan="mine")
    section.press("draft_plan")
    assert "left as you wrote it" in panel.notice.message["text"]
