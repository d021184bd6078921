"""Both panels for everybody: screen readers, keyboards, narrow windows, dark rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.filled_journal import fill, make_rivals, take_a_row_away
from tests.browser.panels import RECORD, TONIGHT, open_panel, panel_on, wait_for_panel
from tests.browser.test_scripts_never_run import open_every_section

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Site

# Dark first: the server keeps the theme, and the next test starts in the light one.
THEMES = ("JupyterLab Dark", "JupyterLab Light")
SET_THEME = "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})"
SERIOUS = {"serious", "critical"}
WIDER_THAN_ITS_PLACE = """panel => [...panel.querySelectorAll('*'), panel]
    .filter((one) => one.getClientRects().length > 0)
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => `${one.tagName}.${one.className}`)"""


def violations(page: Page, within: str) -> list[str]:
    """Return what axe finds serious inside the panel, with where it is."""
    # JupyterLab's body has no height, and axe looks at the contrast of no text outside of it.
    page.evaluate("document.body.style.minHeight = '100vh'")
    found: dict[str, Any] = Axe().run(page, context=within).response
    assert "color-contrast" in {one["id"] for one in found["passes"]}
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


def filled(site: Site) -> None:
    fill(site.journal)
    make_rivals(site.journal)
    take_a_row_away(site.journal)


def assert_fits(page: Page, panel: Locator) -> None:
    assert panel.evaluate(WIDER_THAN_ITS_PLACE) == []
    scrolled = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(scrolled) <= 0


def test_tonight_is_accessible_in_both_themes(lab_site: Site, page: Page) -> None:
    within = ".jp-NotebookPanel:not(.lm-mod-hidden) .ij-panel"
    panel = open_panel(page, lab_site, TONIGHT)
    found = {"the first screen": violations(page, within)}
    filled(lab_site)
    page.reload()
    panel = wait_for_panel(page, lab_site, TONIGHT)
    panel.get_by_text("It’s written down.").wait_for()
    for theme in THEMES:
        page.evaluate(SET_THEME, theme)
        page.wait_for_timeout(500)
        found[f"filled, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="I heard back").click()
        panel.get_by_label("About which interview?").wait_for()
        panel.get_by_role("button", name="Save the answer").click()
        panel.get_by_text("Choose one of these.").wait_for()
        found[f"I heard back, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="I have an interview coming").click()
        panel.get_by_label("Company").wait_for()
        found[f"coming, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="Look at an example").click()
        panel.get_by_text("This is an example").wait_for()
        found[f"the example, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="Back to my journal").click()
        panel.get_by_role("button", name="Cancel").click()
    assert found == {key: [] for key in found}


def test_record_is_accessible_in_both_themes(lab_site: Site, page: Page) -> None:
    within = ".jp-NotebookPanel:not(.lm-mod-hidden) .ij-panel"
    fill(lab_site.journal)
    panel = open_panel(page, lab_site, RECORD)
    found = {"a fresh form": violations(page, within)}
    panel.get_by_role("button", name="Save", exact=True).click()
    panel.locator("[aria-invalid=true]").first.wait_for()
    found["something missing"] = violations(page, within)
    open_panel(page, lab_site, TONIGHT).locator("a", has_text="Add to it").click()
    panel = wait_for_panel(page, lab_site, RECORD)
    panel.get_by_text("Northgate Hospital, round 1").first.wait_for()
    open_every_section(panel)
    for theme in THEMES:
        page.evaluate(SET_THEME, theme)
        page.wait_for_timeout(500)
        found[f"every section, {theme}"] = violations(page, within)
    assert found == {key: [] for key in found}


@pytest.mark.parametrize("notebook", [TONIGHT, RECORD])
def test_nothing_is_wider_than_a_narrow_window(voila_site: Site, page: Page, notebook: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    filled(voila_site)
    panel = open_panel(page, voila_site, TONIGHT)
    if notebook == RECORD:
        panel.locator("a", has_text="Add to it").click()
        panel = wait_for_panel(page, voila_site, RECORD)
        open_every_section(panel)
    assert_fits(page, panel)
    if notebook == TONIGHT:
        for name in ("I heard back", "I have an interview coming", "Look at an example"):
            panel.get_by_role("button", name=name).click()
            page.wait_for_timeout(300)
            assert_fits(page, panel_on(page, voila_site))
