"""The home page on the screen: hearing back, a round to come, the example, the files."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.browser.filled_journal import fill, make_rivals, take_a_row_away
from tests.browser.panels import (
    ACCOUNT,
    RECORD,
    TONIGHT,
    open_panel,
    own_journal,
    wait_for_panel,
)
from tests.browser.test_opening import OPEN

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site

FOCUSED = "document.activeElement.textContent"
TODAY = date.today()  # noqa: DTZ011 - what the browser's date field means


def test_an_answer_leads_to_the_next_round(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    panel = open_panel(page, voila_site, TONIGHT)
    assert "guess" not in panel.inner_text()
    panel.get_by_role("button", name="I heard back").click()
    panel.get_by_label("Yes, it goes on").check()
    panel.get_by_role("button", name="Save the answer").click()
    panel.get_by_text("Before you heard, your guess was “likely”.").wait_for()
    assert "They said yes." in page.evaluate(FOCUSED)
    panel.get_by_role("button", name="There is another round").click()
    panel.get_by_text("this will be round 2").wait_for()
    page.wait_for_function("document.activeElement.labels?.[0]?.textContent === 'Company'")
    assert panel.get_by_label("Who will be there?").input_value() == "Ana Ruiz"
    panel.get_by_label("Date").fill((TODAY + timedelta(9)).isoformat())
    panel.get_by_role("button", name="Keep the date").click()
    panel.get_by_text("It’s noted: Northgate Hospital, round 2").wait_for()
    journal = own_journal(voila_site)
    assert {
        (one.round, one.outcome) for one in journal.interviews if "advanced" in str(one.outcome)
    }
    assert len(journal.people) == 1
    assert len(journal.encounters) == 2


def test_a_form_that_is_cancelled_gives_the_focus_back(voila_site: Site, page: Page) -> None:
    panel = open_panel(page, voila_site, TONIGHT)
    panel.get_by_role("button", name="I have one coming up").click()
    panel.get_by_label("Company").fill("A slip")
    panel.get_by_role("button", name="Cancel").click()
    page.wait_for_function(f"{FOCUSED} === 'I have one coming up'")
    page.reload()
    panel = wait_for_panel(page, voila_site, TONIGHT)
    page.wait_for_timeout(500)
    assert panel.get_by_label("Company").count() == 0
    assert not (voila_site.journal / "applications.csv").exists()


def test_a_missed_round_is_written_down_where_it_belongs(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    panel = open_panel(page, voila_site, TONIGHT)
    panel.get_by_role("link", name="Write it down: Write down Milltown Clinic, round 1").click()
    panel = wait_for_panel(page, voila_site, RECORD)
    assert panel.get_by_label("Company").input_value() == "Milltown Clinic"
    panel.get_by_label(ACCOUNT).fill("We talked about nights.")
    panel.get_by_role("button", name="Save", exact=True).click()
    panel.get_by_text("Saved at").first.wait_for()
    journal = own_journal(voila_site)
    assert len(journal.interviews) == 3
    panel.get_by_role("link", name="Back to tonight").click()
    panel = wait_for_panel(page, voila_site, TONIGHT)
    panel.get_by_text("That’s all for tonight.").wait_for()
    assert panel.get_by_role("link", name="Write it down: Write down").count() == 0


def test_the_example_never_mixes_with_the_persons_own(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    before = {path: path.read_bytes() for path in voila_site.journal.glob("*.csv")}
    panel = open_panel(page, voila_site, TONIGHT)
    panel.get_by_role("button", name="Look at an example").click()
    panel.get_by_text("This is an example").wait_for()
    assert "Northgate Hospital" not in panel.inner_text()
    assert panel.get_by_role("button").all_inner_texts() == ["Back to my journal"]
    panel.get_by_role("button", name="Back to my journal").click()
    panel.get_by_text("It’s written down.").wait_for()
    assert "example" not in panel.locator("h1, h2").all_inner_texts()
    assert {path: path.read_bytes() for path in voila_site.journal.glob("*.csv")} == before


def test_what_is_wrong_with_the_files_can_be_put_right(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    make_rivals(voila_site.journal)
    take_a_row_away(voila_site.journal)
    panel = open_panel(page, voila_site, TONIGHT)
    sides = panel.locator("li", has=page.get_by_role("button", name="Keep this one"))
    first, second = (sides.nth(number).bounding_box() for number in range(2))
    assert first is not None
    assert second is not None
    assert abs(first["y"] - second["y"]) < 1, "the versions stand side by side"
    sides.filter(has_text="near my home").get_by_role("button").click()
    panel.get_by_text("It goes on with the version you chose.").wait_for()
    panel.get_by_role("button", name="They may go").click()
    panel.get_by_role("button", name="Yes, they may go").click()
    panel.get_by_text("Noted: they may go.").wait_for()
    journal = own_journal(voila_site)
    assert journal.applications[0].why_role == "It is near my home."
    assert [one for one in journal.problems if not one.notice] == []
    assert not panel.get_by_text("Please look at your files").is_visible()


def test_a_record_page_left_open_follows_to_the_interview_asked_for(
    lab_site: Site, page: Page
) -> None:
    fill(lab_site.journal)
    open_panel(page, lab_site, RECORD)
    page.evaluate(OPEN, f"{lab_site.folder.name}/{TONIGHT}")
    panel = wait_for_panel(page, lab_site, TONIGHT)
    panel.get_by_role("link", name="Add to it").click()
    panel = wait_for_panel(page, lab_site, RECORD)
    panel.get_by_text("Northgate Hospital, round 1").first.wait_for()
    assert panel.get_by_label(ACCOUNT).input_value().startswith("We talked for three quarters")
