"""JupyterLab's one-key shortcuts never delete, convert, run again or leave a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.panels import RECORD, TONIGHT, open_panel, values_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Site

CURRENT = "window.jupyterapp.shell.currentWidget"
CELLS = f"Array.from({CURRENT}.content.model.cells).map((cell) => [cell.type, cell.executionCount])"
KEYS = ("x", "d d", "m", "r", "y", "0 0", "i i", "a", "b", "z", "c", "v", "s")
RUNS_A_CELL = ("Shift+Enter", "Control+Enter", "Alt+Enter")
# Where a key without Ctrl belongs to the notebook unless it is kept off.
CONTROLS = "button, a, select, input[type=radio], input[type=date], summary"
# On a button or a link Enter is its own key, with or without Shift.
FIELDS = "select, input"
# A run that a key started has counted by then.
AFTER_RUN_MS = 1000


@pytest.mark.parametrize("notebook", [TONIGHT, RECORD])
def test_no_one_key_shortcut_reaches_the_notebook(
    lab_site: Site, page: Page, notebook: str
) -> None:
    panel = open_panel(page, lab_site, notebook)
    if notebook == TONIGHT:
        panel.get_by_role("button", name="I have one coming up").click()
    panel.get_by_label("Company").fill("Northgate Hospital")
    panel.get_by_text("Your words are kept.").wait_for()
    cells, texts = page.evaluate(CELLS), text_of(panel)
    tried = 0
    for selector, pressed in ((CONTROLS, KEYS), (FIELDS, RUNS_A_CELL)):
        controls = panel.locator(selector).locator("visible=true")
        for number in range(controls.count()):
            for keys in pressed:
                controls.nth(number).focus()
                for key in keys.split():
                    page.keyboard.press(key)
                tried += 1
                assert page.evaluate(CELLS) == cells, f"{keys} reached the notebook"
                assert page.locator(".jp-Dialog").count() == 0, f"{keys} opened a dialog"
    assert tried >= 3 * len(KEYS)
    page.wait_for_timeout(AFTER_RUN_MS)
    assert page.evaluate(CELLS) == cells, "a key ran the cell again"
    assert text_of(panel) == texts


def text_of(panel: Locator) -> dict[str, Any]:
    """Return the words typed; the date's own digits may change when one types digits."""
    return {name: value for name, value in values_of(panel).items() if name != "held_on"}
