"""Typed words outlive a dead kernel, a reload and a second tab."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Application, Interview
from interview_journal.widgets.record_place import ask_for
from tests.browser.panels import (
    ACCOUNT,
    RECORD,
    TONIGHT,
    kill_kernel,
    open_panel,
    own_journal,
    panel_on,
    run_cell,
    wait_for_panel,
    wait_until_saved,
    write_notebook,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Site

BEFORE = "They asked about the night shift."
AFTER = " Then the lights went out, and I wrote on."


def test_words_typed_around_a_crash_of_the_kernel_come_back(lab_site: Site, page: Page) -> None:
    panel = open_panel(page, lab_site, RECORD)
    panel.get_by_label("Company").fill("Northgate Hospital")
    panel.get_by_label(ACCOUNT).fill(BEFORE)
    panel.get_by_text("Your words are kept.").wait_for()
    (kernel,) = lab_site.kernels()
    kill_kernel(kernel["id"])
    # JupyterLab says so in a window of its own, which takes the keys until it is closed.
    page.locator(".jp-Dialog").get_by_role("button").click()
    panel.get_by_label(ACCOUNT).press("Control+End")
    panel.get_by_label(ACCOUNT).press_sequentially(AFTER)
    panel.get_by_text("Your words are kept in this browser.").wait_for()
    page.reload()
    panel = wait_for_panel(page, lab_site, RECORD)
    page.wait_for_function(
        "words => [...document.querySelectorAll('textarea')].some((one) => one.value === words)",
        arg=BEFORE + AFTER,
    )
    assert panel.get_by_label("Company").input_value() == "Northgate Hospital"
    panel.get_by_role("button", name="Save", exact=True).click()
    wait_until_saved(panel)
    assert own_journal(lab_site).interviews[0].account == BEFORE + AFTER


def test_words_come_back_after_a_reload_and_in_another_browser(
    voila_site: Site, page: Page, other_browser: Page
) -> None:
    panel = open_panel(page, voila_site, RECORD)
    panel.get_by_label("Company").fill("Northgate Hospital")
    panel.get_by_label(ACCOUNT).fill(BEFORE)
    panel.get_by_text("Your words are kept.").wait_for()
    page.reload()
    panel = wait_for_panel(page, voila_site, RECORD)
    assert panel.get_by_label(ACCOUNT).input_value() == BEFORE
    page.close()
    # Another port or a cleared browser is the same to us: only the draft on disk is left.
    panel = open_panel(other_browser, voila_site, RECORD)
    assert panel.get_by_label(ACCOUNT).input_value() == BEFORE


SLOW_TO_LOAD = """\
import time
import interview_journal as ij
from interview_journal.widgets import showing

opened = showing._opened

def slowly(journal, now):
    time.sleep(4)
    return opened(journal, now)

showing._opened = slowly
ij.show_record()
"""


def open_slowly(page: Page, site: Site) -> Locator:
    """Return the record panel as it shows before the journal is loaded, for four seconds."""
    write_notebook(site.folder / "slow.ipynb", SLOW_TO_LOAD)
    page.goto(site.url("slow.ipynb"))
    run_cell(page)
    return panel_on(page, site)


def kept_words(site: Site) -> Mapping[str, str]:
    """Return the fields of the draft of a new interview; none where there is no draft."""
    kept = own_journal(site).drafts.get("record-new-short")
    return kept.fields if kept is not None else {}


@pytest.mark.parametrize("does_save", [True, False])
def test_words_typed_before_the_journal_is_loaded_stay(
    lab_site: Site, page: Page, does_save: bool
) -> None:
    panel = open_slowly(page, lab_site)
    panel.get_by_label("Company").fill("Northgate Hospital")
    panel.get_by_label(ACCOUNT).press_sequentially(BEFORE)
    # Nothing but the form is there: the journal is not loaded yet.
    assert panel.get_by_text("Back to tonight").count() == 0
    if does_save:
        panel.get_by_role("button", name="Save", exact=True).click()
        wait_until_saved(panel)
        (saved,) = own_journal(lab_site).interviews
        assert saved.account == BEFORE
    else:
        panel.get_by_text("Back to tonight").wait_for()
        panel.get_by_text("Your words are kept.").wait_for()
        # One field is heard of before the other, and kept before it.
        give_up = time.monotonic() + 10
        while kept_words(lab_site).get("account") != BEFORE and time.monotonic() < give_up:
            page.wait_for_timeout(100)
        kept = kept_words(lab_site)
        assert kept["account"] == BEFORE
        assert kept["_interview"]
        # Whoever types on is still in the same field.
        page.keyboard.press("Control+End")
        page.keyboard.type(AFTER)
    assert panel.get_by_label("Company").input_value() == "Northgate Hospital"
    assert panel.get_by_label(ACCOUNT).input_value() == BEFORE + ("" if does_save else AFTER)


def test_typing_goes_on_where_it_was_when_the_known_companies_come(
    lab_site: Site, page: Page
) -> None:
    journal = own_journal(lab_site)
    journal.add(Application(company="Acme"))
    panel = open_slowly(page, lab_site)
    panel.get_by_label("Company").fill("Northgate ")
    assert panel.get_by_role("button", name="Acme").count() == 0
    page.keyboard.press("Home")
    panel.get_by_role("button", name="Acme").wait_for()
    page.keyboard.type("The ")
    assert panel.get_by_label("Company").input_value() == "The Northgate "


def test_a_half_typed_round_to_come_is_there_after_a_reload(voila_site: Site, page: Page) -> None:
    panel = open_panel(page, voila_site, TONIGHT)
    panel.get_by_role("button", name="I have one coming up").click()
    panel.get_by_label("Company").fill("Northgate Hos")
    panel.get_by_text("Your words are kept.").wait_for()
    page.reload()
    panel = wait_for_panel(page, voila_site, TONIGHT)
    assert panel.get_by_label("Company").input_value() == "Northgate Hos"


def test_two_tabs_on_one_journal_lose_nothing(voila_site: Site, page: Page) -> None:
    journal = own_journal(voila_site)
    job = journal.add(Application(company="Northgate Hospital"))
    day = date(2026, 3, 4)
    told = Interview(application_id=job.id, held_on=day, account="As it was.")
    ask_for(journal, journal.add(told).id)
    second = page.context.new_page()
    for tab in (page, second):
        panel = open_panel(tab, voila_site, RECORD)
        assert panel.get_by_label(ACCOUNT).input_value() == "As it was."
    for tab, words in ((page, "From the first tab."), (second, "From the second tab.")):
        panel = panel_on(tab, voila_site)
        panel.get_by_label(ACCOUNT).fill(words)
        panel.get_by_role("button", name="Save", exact=True).click()
        panel.get_by_text("changed in two places").or_(
            panel.get_by_text("Saved at")
        ).first.wait_for()
    journal = own_journal(voila_site)
    (conflict,) = journal.conflicts
    assert {getattr(one, "account", "") for one in conflict.records} == {
        "From the first tab.",
        "From the second tab.",
    }
    panel = open_panel(page, voila_site, TONIGHT)
    version = panel.locator("li", has_text="From the second tab.")
    version.get_by_role("button", name="Keep this one").click()
    panel.get_by_text("It goes on with the version you chose.").wait_for()
    journal = own_journal(voila_site)
    assert not journal.conflicts
    assert [one.account for one in journal.interviews] == ["From the second tab."]
    assert "From the first tab." in [one.account for one in journal.history(journal.interviews[0])]
