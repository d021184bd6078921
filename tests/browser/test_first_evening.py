"""From the first visit to the first saved interview, as a person would do it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site

TOLD = (
    "They asked: What would you do if two patients needed you at once?\n"
    "I said I would look who is in danger, call for help and stay with that one."
)


def write_it_down(page: Page, site: Site) -> None:
    """Go the short path with the mouse; no cell is run by hand."""
    open_panel(page, site, TONIGHT).get_by_role("link", name="Write down an interview").click()
    panel = wait_for_panel(page, site, RECORD)
    panel.get_by_label("Company").fill("Northgate Hospital")
    panel.get_by_label(ACCOUNT).fill(TOLD)
    panel.get_by_label("Who was there?").fill("Ana Ruiz, Ben Osei")
    panel.get_by_label("When will you hear?").fill("one to two weeks")
    panel.get_by_role("button", name="Save", exact=True).click()
    wait_until_saved(panel)


def assert_it_is_kept(site: Site) -> None:
    journal = own_journal(site)
    (application,), (interview,) = journal.applications, journal.interviews
    assert application.company == "Northgate Hospital"
    assert (interview.round, interview.held_on) == (1, date.today())  # noqa: DTZ011 - the form's
    assert TOLD in interview.account
    assert {one.name for one in journal.people} == {"Ana Ruiz", "Ben Osei"}
    assert len(journal.encounters) == 2
    assert [one for one in journal.problems if not one.notice] == []


def test_the_first_evening_in_jupyterlab_needs_no_run_click(lab_site: Site, page: Page) -> None:
    write_it_down(page, lab_site)
    assert_it_is_kept(lab_site)
    panel_on(page, lab_site).get_by_role("link", name="Back to tonight").click()
    # The home page was open all the while; it takes in what the other notebook saved.
    panel_on(page, lab_site).get_by_text("It’s written down.").wait_for()
    assert len(page.context.pages) == 1


def test_the_first_evening_in_the_page_view(voila_site: Site, page: Page) -> None:
    write_it_down(page, voila_site)
    assert_it_is_kept(voila_site)
    panel_on(page, voila_site).get_by_role("link", name="Back to tonight").click()
    panel_on(page, voila_site).get_by_text("It’s written down.").wait_for()


def test_the_first_evening_by_keyboard_alone(lab_site: Site, page: Page) -> None:
    panel = open_panel(page, lab_site, TONIGHT)
    # Where the page gives the focus is JupyterLab's; from the panel's start on it is ours.
    panel.locator("section").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel = wait_for_panel(page, lab_site, RECORD)
    panel.get_by_label("Company").focus()
    page.keyboard.type("Northgate Hospital")
    for label, words in (
        ("Date", ""),
        (ACCOUNT, "They asked why.\nI said because."),
        ("Who was there?", "Ana Ruiz"),
        ("When will you hear?", "by Friday"),
    ):
        tab_to(page, label)
        page.keyboard.type(words)
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    wait_until_saved(panel)
    journal = own_journal(lab_site)
    assert "They asked why.\nI said because." in journal.interviews[0].account
    assert journal.people[0].name == "Ana Ruiz"


def tab_to(page: Page, label: str) -> None:
    """Press Tab until the focus is on what has that label, in few steps."""
    name = """label => {
        const one = document.activeElement;
        const said = one.labels?.[0]?.textContent ?? one.textContent ?? "";
        return said.startsWith(label);
    }"""
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate(name, label):
            return
    raise AssertionError(f"{label} is not reached by keyboard")
