"""From an interview just written down to three notes, a calendar, and nothing left to do."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from tests.browser.panels import (
    ACCOUNT,
    RECORD,
    TONIGHT,
    open_panel,
    own_journal,
    panel_on,
    wait_for_panel,
    wait_until_saved,
)
from tests.browser.test_accessibility import assert_fits, violations

if TYPE_CHECKING:
    from email.message import EmailMessage

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Site

PANEL_OF_THREE = ("Ana Ruiz", "Ben Osei", "Cleo Tan")
TOPICS = ("the night shifts", "the new ward", "how they train people")


def write_it_down(page: Page, site: Site) -> Locator:
    """Write an interview with three people down, and come home."""
    panel = open_panel(page, site, RECORD)
    panel.get_by_label("Company").fill("Northgate Hospital")
    panel.get_by_label(ACCOUNT).fill("They asked why nursing. I told them about my gran.")
    panel.get_by_label("Who was there?").fill(", ".join(PANEL_OF_THREE))
    panel.get_by_label("When will you hear?").fill("one to two weeks")
    panel.get_by_role("button", name="Save", exact=True).click()
    wait_until_saved(panel)
    panel.get_by_role("link", name="Back to tonight").click()
    return wait_for_panel(page, site, TONIGHT)


def open_note(panel: Locator, name: str) -> Locator:
    """Open the note to a person and return its words' field."""
    panel.get_by_role("button", name=f"Open the note: Thank {name}").click()
    words = panel.get_by_label("The words")
    words.wait_for()
    return words


def saved_mail(page: Page, panel: Locator, folder: Path) -> EmailMessage:
    """Save the note in front as an e-mail and return it as it was parsed."""
    with page.expect_download() as waiting:
        panel.get_by_role("button", name="Save as e-mail").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return message_from_bytes(path.read_bytes(), policy=default)


def test_three_different_notes_leave_tonight_empty(
    voila_site: Site, page: Page, tmp_path: Path
) -> None:
    panel = write_it_down(page, voila_site)
    bodies = set()
    for name, topic in zip(PANEL_OF_THREE, TOPICS, strict=True):
        words = open_note(panel, name)
        assert "[" in words.input_value(), "what is not known is a gap, not an invention"
        words.fill(f"Dear {name}, thank you for talking about {topic}. Jo")
        panel.get_by_label("E-mail address").fill(f"{name.split()[0].lower()}@north.example.org")
        mail = saved_mail(page, panel, tmp_path)
        assert mail["To"].addresses[0].addr_spec == f"{name.split()[0].lower()}@north.example.org"
        body = mail.get_content()
        assert topic in body
        bodies.add(body)
        panel.get_by_role("button", name="I have sent it").click()
        panel.get_by_text(f"Done: Thank {name}.").wait_for()
        opener = panel.get_by_role("button", name=f"Open the note: Thank {name}")
        opener.wait_for(state="detached")
    assert len(bodies) == 3
    panel.get_by_text("Nothing to do tonight, and that is right.").wait_for()
    journal = own_journal(voila_site)
    assert {one.status for one in journal.actions} == {"done"}
    assert all(one.text for one in journal.actions)


def test_a_gap_is_not_sent_unnoticed(voila_site: Site, page: Page) -> None:
    panel = write_it_down(page, voila_site)
    open_note(panel, "Ana Ruiz")
    panel.get_by_role("button", name="I have sent it").click()
    panel.get_by_text("Fill them in, or press again to take it as it is.").wait_for()
    assert own_journal(voila_site).actions == ()
    panel.get_by_role("button", name="I have sent it").click()
    panel.get_by_text("Done: Thank Ana Ruiz.").wait_for()


def test_a_sentence_in_two_notes_is_marked(voila_site: Site, page: Page) -> None:
    panel = write_it_down(page, voila_site)
    same = "It was a pleasure to hear how you plan the whole ward for the winter."
    open_note(panel, "Ana Ruiz").fill(f"Dear Ana,\n\n{same}\n\nJo")
    panel.get_by_role("button", name="I have sent it").click()
    panel.get_by_text("Done: Thank Ana Ruiz.").wait_for()
    open_note(panel, "Ben Osei").fill(f"Dear Ben,\n\n{same}\n\nJo")
    panel.get_by_label("Subject").focus()
    panel.get_by_text("They may compare notes").wait_for()
    panel.get_by_text(f"“{same}”").wait_for()


def test_later_and_skip_by_keyboard_alone(voila_site: Site, page: Page) -> None:
    panel = write_it_down(page, voila_site)
    panel.get_by_role("button", name="Later: Thank Ana Ruiz").focus()
    page.keyboard.press("Enter")
    panel.get_by_text("Thank Ana Ruiz: it comes back").wait_for()
    panel.get_by_role("button", name="Skip: Thank Ben Osei").focus()
    page.keyboard.press("Enter")
    panel.get_by_label("Why?").wait_for()
    page.wait_for_function("document.activeElement.labels?.[0]?.textContent.startsWith('Why?')")
    page.keyboard.type("No address")
    # A reason that is offered comes beside what was typed.
    panel.get_by_role("button", name="I thanked them in person").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+s")
    panel.get_by_text("Skipped: Thank Ben Osei.").wait_for()
    states = {one.person_id: (one.status, one.reason) for one in own_journal(voila_site).actions}
    assert sorted(states.values()) == [
        ("skipped", "No address, I thanked them in person"),
        ("snoozed", ""),
    ]


def test_typed_words_come_back_after_the_page_was_closed(voila_site: Site, page: Page) -> None:
    panel = write_it_down(page, voila_site)
    words = open_note(panel, "Cleo Tan")
    words.fill("Dear Cleo, half a sentence")
    panel.get_by_label("Subject").focus()
    page.wait_for_timeout(1500)
    page.reload()
    panel = wait_for_panel(page, voila_site, TONIGHT)
    panel.get_by_text("You have started a note").wait_for()
    assert open_note(panel, "Cleo Tan").input_value() == "Dear Cleo, half a sentence"


def test_the_calendar_is_one_file_that_reads(voila_site: Site, page: Page, tmp_path: Path) -> None:
    panel = write_it_down(page, voila_site)
    panel.get_by_role("tab", name="People and dates").click()
    with page.expect_download() as waiting:
        panel.get_by_role("button", name="Save the calendar").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    calendar = Calendar.from_ical(path.read_bytes())
    said = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert any("Thank Ana Ruiz" in one for one in said)
    assert "gran" not in path.read_text(encoding="utf-8"), "no word of an answer"


@pytest.mark.parametrize("width", [1280, 400])
def test_the_note_and_the_second_part_are_accessible(
    voila_site: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    panel = write_it_down(page, voila_site)
    open_note(panel, "Ana Ruiz")
    assert violations(page, ".ij-panel") == []
    panel_on(page, voila_site).get_by_role("tab", name="People and dates").click()
    panel.get_by_role("button", name="Save the calendar").wait_for()
    assert violations(page, ".ij-panel") == []
    assert_fits(page, panel)
