"""How the browser tests reach a panel, in JupyterLab and in Voilà alike."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_journal.api.opening import open_journal

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from interview_journal.store.journal import Journal
    from tests.browser.conftest import Site

TONIGHT = "0_tonight.ipynb"
RECORD = "1_record.ipynb"
CONSISTENCY = "3_consistency.ipynb"
TRENDS = "4_trends.ipynb"
SHOWN = {
    "lab": ".jp-NotebookPanel:not(.lm-mod-hidden) .ij-panel",
    "voila": ".ij-panel",
}
ACCOUNT = "What happened?"


def panel_on(page: Page, site: Site) -> Locator:
    """Return the panel that is in sight."""
    return page.locator(SHOWN[site.kind])


def open_panel(page: Page, site: Site, notebook: str) -> Locator:
    """Open a notebook and return its panel, once it can be used."""
    page.goto(site.url(notebook))
    return wait_for_panel(page, site, notebook)


def wait_for_panel(page: Page, site: Site, notebook: str) -> Locator:
    """Return the panel of that notebook once it can be used."""
    panel = panel_on(page, site)
    if notebook == RECORD:
        panel.get_by_label("Company").wait_for()
    else:
        panel.locator(".ij-sheet h1").first.wait_for()
    return panel


def own_journal(site: Site) -> Journal:
    """Return the journal of this test as it stands on disk."""
    return open_journal(site.journal)


def kill_kernel(kernel_id: str) -> None:
    """End a kernel of ours at once, as a crash would: no handler runs."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        if f"kernel-{kernel_id}.json" in command:
            os.kill(int(folder.name), signal.SIGKILL)
            return
    raise AssertionError("that kernel does not run")


def wait_until_saved(panel: Locator) -> None:
    """Return once the short form says that it is saved."""
    panel.get_by_text("Saved at").first.wait_for()


def values_of(panel: Locator) -> dict[str, Any]:
    """Return what stands in the labelled one-line and long fields in sight."""
    found: dict[str, Any] = panel.evaluate(
        """panel => Object.fromEntries(
            [...panel.querySelectorAll('[data-field]')].map((field) => {
                const box = field.querySelector('input:not([type=radio]), textarea, select');
                return [field.dataset.field, box === null ? null : box.value];
            }))"""
    )
    return found


def write_notebook(path: Path, code: str) -> None:
    """Write a notebook of one cell."""
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "only",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": code,
    }
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(book), encoding="utf-8")


def run_cell(page: Page) -> None:
    """Run the first cell of the notebook in front, in JupyterLab, as a person does."""
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    page.locator(".jp-Cell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
