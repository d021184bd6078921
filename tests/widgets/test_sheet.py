"""A sheet: plain values out, presses in."""

from __future__ import annotations

from typing import Any

from interview_journal.widgets.sheet import Sheet, line, link, press, section


def make() -> tuple[Sheet, list[tuple[str, str]]]:
    heard: list[tuple[str, str]] = []
    sheet = Sheet(on_press=lambda name, item: heard.append((name, item)))
    return sheet, heard


def hear(sheet: Sheet, **content: Any) -> None:
    sheet._hear(sheet, content, [])


def test_what_is_empty_is_left_out() -> None:
    assert section("due", "What is due") == {"key": "due", "heading": "What is due"}
    assert line("", texts=()) == {}
    assert link("1_record.ipynb", "Go", primary=False) == {
        "notebook": "1_record.ipynb",
        "label": "Go",
    }


def test_a_closed_expander_says_that_it_is_closed() -> None:
    assert press("heard", "I heard back", expanded=False)["expanded"] is False
    assert "small" not in press("heard", "I heard back", small=False)


def test_presses_reach_the_panel() -> None:
    sheet, heard = make()
    hear(sheet, type="press", name="heard", item="i_a")
    hear(sheet, type="press", name="undo")
    hear(sheet, type="something new")
    assert heard == [("heard", "i_a"), ("undo", "")]


def test_the_focus_can_be_put_on_a_button() -> None:
    sheet, _ = make()
    sent: list[dict[str, str]] = []
    sheet.send = sent.append
    sheet.focus("heard")
    assert sent == [{"type": "focus", "key": "heard:"}]


def test_showing_the_same_sections_again_changes_nothing() -> None:
    sheet, _ = make()
    changes: list[object] = []
    sheet.observe(changes.append, "sections")
    for _ in range(2):
        sheet.show([section("due", "What is due", texts=("Nothing.",))])
    assert len(changes) == 1


def test_a_sheet_prints_nothing_of_the_journal() -> None:
    sheet, _ = make()
    sheet.show([section("due", "Planted")])
    assert repr(sheet) == "interview_journal sheet"
