"""A press counts where it began, however long it takes and whatever is answered meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.panels import (
    RECORD,
    TONIGHT,
    open_panel,
    own_journal,
    panel_on,
    run_cell,
    wait_for_panel,
    write_notebook,
)
from tests.browser.test_follow_up import open_note, write_it_down
from tests.browser.test_rate import fill

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Site

HELD_MS = 800
MAKE_ROOM_ABOVE = """() => {
    const room = document.createElement("div");
    room.style.height = "120px";
    document.querySelector(".ij-panel").prepend(room);
}"""
NO_CLICK_WITH_CTRL = """window.addEventListener(
    "click", (event) => event.ctrlKey && event.stopImmediatePropagation(), true)"""
OWN_WORDS = "Dear Ana, the night shifts sound good.\n\nJo"


def press_slowly(page: Page, button: Locator, how: str) -> None:
    """Press a button as a tired hand does: the field before it has told the kernel by then."""
    button.scroll_into_view_if_needed()
    if how == "Space":
        button.focus()
        # The answer to leaving the field must not come before the press begins.
        page.keyboard.down("Space")
        page.wait_for_timeout(HELD_MS)
        page.keyboard.up("Space")
        return
    hold(page, button)
    page.wait_for_timeout(HELD_MS)
    page.mouse.up()


def hold(page: Page, button: Locator, with_key: str = "") -> None:
    """Put the mouse on a button and hold it down."""
    if with_key:
        page.keyboard.down(with_key)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
    page.mouse.down()


def test_a_button_stays_under_the_finger_when_the_words_above_it_are_answered(
    voila_site: Site, page: Page
) -> None:
    panel = write_it_down(page, voila_site)
    open_note(panel, "Ana Ruiz").fill(OWN_WORDS)
    # The gaps that the draft had are filled: what said so above the button goes away.
    press_slowly(page, panel.get_by_role("button", name="I have sent it"), "mouse")
    panel.get_by_text("Done: Thank Ana Ruiz.").wait_for()
    (sent,) = own_journal(voila_site).actions
    assert (sent.status, sent.text) == ("done", OWN_WORDS)


def note_to_renew(page: Page, site: Site) -> tuple[Locator, Locator]:
    """Return the words of a note, just typed, and a button that is about to be drawn anew."""
    panel = write_it_down(page, site)
    words = open_note(panel, "Ana Ruiz")
    words.fill("Dear Ana, [one thing] sounds good.")
    panel.get_by_label("Brief").check()
    renew = panel.get_by_role("button", name="Start again in this tone")
    renew.wait_for()
    # One gap less: the list in which the button stands is another one.
    words.fill(OWN_WORDS)
    return words, renew


@pytest.mark.parametrize("how", ["mouse", "Space"])
def test_a_button_that_is_drawn_anew_meanwhile_is_pressed(
    voila_site: Site, page: Page, how: str
) -> None:
    words, renew = note_to_renew(page, voila_site)
    press_slowly(page, renew, how)
    renew.wait_for(state="detached")
    assert words.input_value().startswith("Dear Ana"), "the draft is back"
    assert words.input_value() != OWN_WORDS


SLOW_TO_SAVE = """\
import time
import interview_journal as ij
from interview_journal.store.writing import Writer

write = Writer.write

def slowly(*given, **named):
    time.sleep(0.5)
    return write(*given, **named)

Writer.write = slowly
ij.show_rate()
"""


def test_a_score_counts_though_the_answer_to_the_one_before_comes_meanwhile(
    lab_site: Site, page: Page
) -> None:
    fill(lab_site.journal)
    write_notebook(lab_site.folder / "slow.ipynb", SLOW_TO_SAVE)
    page.goto(lab_site.url("slow.ipynb"))
    run_cell(page)
    panel = panel_on(page, lab_site)
    panel.locator("[data-row=relevance][data-score='4']").click()
    hold(page, panel.locator("[data-row=structure][data-score='3']"))
    page.wait_for_timeout(HELD_MS)
    page.mouse.up()
    panel.locator("[data-row=structure] .ij-rate-given").wait_for()
    panel.get_by_text("Saved. Structure: 3 of 5.").wait_for()
    made = {one.criterion: one.score for one in own_journal(lab_site).ratings}
    assert made == {"relevance": 4, "structure": 3}


def test_another_key_that_goes_up_meanwhile_ends_no_press(voila_site: Site, page: Page) -> None:
    _, renew = note_to_renew(page, voila_site)
    # As fingers roll from one key to the next.
    page.keyboard.down("Shift")
    renew.focus()
    page.keyboard.down("Space")
    page.keyboard.up("Shift")
    page.wait_for_timeout(HELD_MS)
    page.keyboard.up("Space")
    renew.wait_for(state="detached")


def test_a_click_with_ctrl_asks_for_a_menu_and_presses_nothing(
    voila_site: Site, page: Page
) -> None:
    # On a Mac the browser makes no click of it; here it is taken away before anybody hears it.
    page.add_init_script(NO_CLICK_WITH_CTRL)
    panel = open_panel(page, voila_site, RECORD)
    button = panel.get_by_role("button", name="Add more, tonight or tomorrow")
    button.evaluate("node => node.addEventListener('pointerup', () => (window.ups ??= []).push(1))")
    hold(page, button, with_key="Control")
    page.mouse.up()
    page.keyboard.up("Control")
    page.wait_for_timeout(HELD_MS)
    assert page.evaluate("window.ups") == [1]
    assert panel.get_by_text("Which company was it?").count() == 0


def test_a_link_is_followed_though_the_page_moves_under_the_pointer(
    voila_site: Site, page: Page
) -> None:
    panel = open_panel(page, voila_site, RECORD)
    hold(page, panel.get_by_role("link", name="Back to tonight"))
    # Something of JupyterLab's own, such as a list that another save fills.
    page.evaluate(MAKE_ROOM_ABOVE)
    page.mouse.up()
    wait_for_panel(page, voila_site, TONIGHT)


def test_more_opens_where_it_is_seen(voila_site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 700})
    panel = open_panel(page, voila_site, RECORD)
    panel.get_by_label("Company").fill("Northgate Hospital")
    press_slowly(page, panel.get_by_role("button", name="Add more, tonight or tomorrow"), "mouse")
    page.wait_for_function("document.activeElement.textContent === 'The round'")
    place = panel.get_by_role("button", name="The round").bounding_box()
    assert place is not None
    assert 0 <= place["y"] < 650


def test_a_press_counts_once_and_not_where_it_was_taken_away_from_the_button(
    voila_site: Site, page: Page
) -> None:
    panel = open_panel(page, voila_site, RECORD)
    button = panel.get_by_role("button", name="Add more, tonight or tomorrow")
    button.evaluate("node => node.addEventListener('click', () => (window.times ??= []).push(1))")
    hold(page, button)
    page.mouse.move(5, 5, steps=3)
    page.mouse.up()
    page.wait_for_timeout(HELD_MS)
    assert page.evaluate("window.times ?? []") == []
    for count, moves in enumerate([True, False], start=1):
        hold(page, button)
        if moves:
            page.evaluate(MAKE_ROOM_ABOVE)
        page.mouse.up()
        page.wait_for_timeout(HELD_MS)
        assert page.evaluate("window.times") == [1] * count
    panel.get_by_text("Which company was it?").wait_for()
