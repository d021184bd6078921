"""The record panel as a whole: opened, typed into, saved, opened again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Interview
from interview_journal.errors import SaveFailedError
from interview_journal.widgets.notebook_link import TONIGHT, notebook_link_html
from interview_journal.widgets.record_panel import RecordPanel
from interview_journal.widgets.record_place import ask_for
from interview_journal.widgets.sample_mark import EXAMPLE, ExampleError
from interview_journal.widgets.showing import show_record
from tests.widgets.evening import STORY, Evening, fill, part, planned, short

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Zweiundvierzig Quitten"


def buttons(panel: RecordPanel) -> list[str]:
    return [button["name"] for button in short(panel).buttons]


def test_looking_makes_no_file(evening: Evening) -> None:
    evening.panel()
    assert not evening.folder.exists()


def test_a_first_interview_is_saved_with_two_fields(evening: Evening) -> None:
    panel = evening.panel()
    fill(short(panel), company="Acme")
    panel._short.press("save")
    again = evening.journal()
    assert [one.company for one in again.applications] == ["Acme"]
    assert short(panel).status.startswith("Saved at 18:30")
    assert not short(panel).unsaved
    assert "Acme, round 1" in panel._frame.heading.value


def test_a_second_click_saves_nothing_twice(evening: Evening) -> None:
    panel = evening.recorded()
    before = {path.name: path.stat().st_size for path in evening.folder.glob("*.csv")}
    panel._short.press("save")
    panel.save_all()
    assert {p.name: p.stat().st_size for p in evening.folder.glob("*.csv")} == before


def test_what_is_missing_stands_beside_its_field_and_all_is_kept(evening: Evening) -> None:
    panel = evening.panel()
    fill(short(panel), account=STORY, held_on="")
    short(panel)._msg_callbacks(
        short(panel),
        {"type": "press", "seq": 1, "button": "save", "values": short(panel).values},
        [],
    )
    assert set(short(panel).errors) == {"company", "held_on"}
    assert short(panel).text("account") == STORY.strip()
    assert evening.journal().interviews == ()


def test_words_that_are_not_saved_come_back(evening: Evening) -> None:
    fill(short(evening.panel()), company="Acme", account="half a sen")
    again = evening.panel()
    assert short(again).text("account") == "half a sen"
    assert short(again).unsaved
    fill(short(again), account="half a sentence")
    again._short.press("save")
    assert [one.account for one in evening.journal().interviews] == ["half a sentence"]


def test_a_kernel_that_died_after_the_save_leaves_no_second_row(evening: Evening) -> None:
    panel = evening.panel()
    fill(short(panel), company="Acme", account="words")
    draft = dict(short(panel).values)
    panel._short.press("save")
    evening.journal().drafts.keep("record-new-short", draft)
    again = evening.panel()
    again._short.press("save")
    assert len(evening.journal().interviews) == 1
    assert [one.revision for one in evening.journal().interviews] == [1]


def test_a_save_that_fails_keeps_the_words_and_says_why(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = evening.panel()
    fill(short(panel), company="Acme", account=SECRET)

    def refuse(_record: object) -> None:
        raise SaveFailedError(evening.folder / "applications.csv", "no space left", "Free some.")

    monkeypatch.setattr(panel.journal, "add", refuse)
    panel.guarded(panel._short.press)("save")
    assert "no space left" in panel.notice.message["text"]
    assert short(panel).unsaved
    assert short(evening.panel()).text("account") == SECRET


def test_it_opens_where_it_was_left(evening: Evening) -> None:
    panel = evening.recorded()
    part(panel, "reflection")
    again = evening.panel()
    assert again.interview_id == panel.interview_id
    assert [one.name for one in again._parts if one.is_open] == ["reflection"]
    evening.clock.at += timedelta(days=3)
    assert evening.panel().interview_id == ""


def test_another_panel_can_send_a_person_to_a_round(evening: Evening) -> None:
    round_ = planned(evening.journal())
    ask_for(evening.journal(), round_.id)
    panel = evening.panel()
    assert panel.interview_id == round_.id
    assert short(panel).text("company") == "Acme"
    assert evening.panel(round_.id).interview_id == round_.id


def test_a_planned_round_is_offered_and_taken(evening: Evening) -> None:
    round_ = planned(evening.journal())
    panel = evening.panel()
    (row,) = panel._frame.choice.rows["waiting"]
    panel._frame.choice.press("open", row["id"])
    fill(short(panel), account="We talked.")
    panel._short.press("save")
    saved = evening.journal().get(Interview, round_.id)
    assert saved is not None
    assert saved.account == "We talked."
    assert saved.captured_at is not None


def test_another_one_starts_fresh_and_the_earlier_one_can_be_opened(evening: Evening) -> None:
    panel = evening.recorded()
    first = panel.interview_id
    panel._frame.choice.press("another")
    assert panel.interview_id == ""
    assert short(panel).text("account") == ""
    fill(panel._frame.earlier, which=first)
    panel._frame.earlier.press("open")
    assert panel.interview_id == first


def test_adding_more_saves_first(evening: Evening) -> None:
    panel = evening.panel()
    fill(short(panel), company="Acme")
    panel._short.press("more")
    assert len(evening.journal().interviews) == 1
    assert len(panel._sections.children) == 9
    panel._short.press("more")
    assert panel._sections.children == ()


def test_ctrl_s_saves_every_form_in_which_something_was_typed(evening: Evening) -> None:
    panel = evening.recorded()
    round_, reflection = part(panel, "round"), part(panel, "reflection")
    fill(round_.form, duration_minutes="45")
    fill(reflection.form, went_well="The start.")
    fill(short(panel), who="Ana Silva")
    panel._save_by_key()
    saved = evening.journal().interviews[0]
    assert (saved.duration_minutes, saved.went_well) == (45, "The start.")
    assert len(evening.journal().encounters) == 1


def test_two_windows_show_both_versions_and_the_choice_counts(evening: Evening) -> None:
    panel = evening.recorded()
    other = evening.panel()
    fill(short(other), account="the other window")
    other._short.press("save")
    fill(short(panel), account="this window")
    panel._short.press("save")
    rows = panel._conflicts.form.rows["versions"]
    assert [row["lines"][0].split("\n")[1] for row in rows] == ["the other window", "this window"]
    fill(short(panel), account="once more")
    panel.guarded(panel._short.press)("save")
    assert "Choose one of them first" in panel.notice.message["text"]
    panel._conflicts.press("keep", "1")
    assert panel._conflicts.form.fields == []
    assert evening.journal().interviews[0].account == "this window"
    assert evening.journal().conflicts == ()
    # What was typed meanwhile is still there, as a draft.
    assert short(panel).text("account") == "once more"


@pytest.mark.parametrize(
    ("hear", "said"),
    [
        ("one to two weeks", "You will hear in 7 to 14 days."),
        ("by next Friday", "“by next Friday” is kept as you wrote it, but names no sure day."),
        ("", ""),
    ],
)
def test_it_is_said_how_the_words_on_the_answer_were_understood(
    evening: Evening, hear: str, said: str
) -> None:
    panel = evening.recorded(hear=hear)
    _, _, more = short(panel).status.partition(". ")
    assert more.startswith(said)
    assert bool(more) == bool(said)
    assert short(panel).text("hear") == (hear if "Friday" in hear else short(panel).text("hear"))


def test_an_updated_panel_shows_the_same_as_one_built_afresh(evening: Evening) -> None:
    panel = evening.recorded(hear="one to two weeks")
    panel._offers.press("take_all")
    process = part(panel, "process")
    fill(process.form, answer_by="2026-03-20", further_rounds="yes")
    process.save()
    panel.open_interview(panel.interview_id)
    afresh = evening.panel(panel.interview_id)
    for mine, fresh in ((short(panel), short(afresh)), (panel._offers.form, afresh._offers.form)):
        assert (mine.values, mine.fields) == (fresh.values, fresh.fields)
    panel._frame.choice.press("another")
    evening.journal().drafts.discard("record-place")
    assert short(panel).fields == short(evening.panel()).fields


def test_the_sample_is_looked_at_and_never_written() -> None:
    sample = sample_path()
    before = {path: path.stat().st_mtime_ns for path in sample.rglob("*")}
    panel = show_record(open_journal(sample))
    assert isinstance(panel, RecordPanel)
    assert EXAMPLE in panel._frame.heading.value
    fill(short(panel), company="Acme")
    with pytest.raises(ExampleError):
        panel.save_all()
    form = short(panel)
    message = {"type": "press", "seq": 1, "button": "save", "values": form.values}
    form._msg_callbacks(form, message, [])
    assert "it stays as it is" in panel.notice.message["text"]
    assert {path: path.stat().st_mtime_ns for path in sample.rglob("*")} == before


def test_a_journal_that_cannot_be_opened_is_told_kindly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("INTERVIEW_JOURNAL_HOME", str(blocked))
    panel = show_record()
    assert panel.notice.message["kind"] == "error"
    assert "cannot be used" in panel.notice.message["text"]


def test_no_private_word_is_printed_or_told_with_a_bug(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = evening.panel()
    fill(short(panel), company=SECRET, account=SECRET, who=SECRET)

    def stumble(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(panel.journal, "add", stumble)
    panel.guarded(panel._short.press)("save")
    assert panel.notice.message["kind"] == "bug"
    shown = json.dumps([panel.notice.message, panel._repr_mimebundle_(), repr(short(panel))])
    assert SECRET not in shown


def test_markup_in_a_company_stays_text_in_the_heading(evening: Evening) -> None:
    panel = evening.panel()
    fill(short(panel), company="<img src=x onerror=alert(1)>")
    panel._short.press("save")
    assert "<img" not in panel._frame.heading.value
    link = notebook_link_html(TONIGHT, "<b>back</b>", primary=True)
    assert link.startswith('<a href="0_tonight.ipynb" data-ij-notebook="0_tonight.ipynb" class=')
    assert "<b>" not in link


def test_a_company_corrected_is_shown_everywhere(evening: Evening) -> None:
    panel = evening.recorded()
    fill(short(panel), company="Northgate General")
    panel._short.press("save")
    assert "Northgate General" in panel._frame.heading.value
    assert [one.company for one in evening.journal().applications] == ["Northgate General"]


def test_a_panel_that_comes_into_sight_shows_what_another_window_saved(evening: Evening) -> None:
    panel = evening.recorded()
    other = evening.panel()
    fill(short(other), account="the other window")
    other._short.press("save")
    panel.look()
    assert short(panel).text("account") == "the other window"
