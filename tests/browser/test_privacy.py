"""What a person types is in the journal, readable by its owner alone, and nowhere else."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.panels import (
    ACCOUNT,
    RECORD,
    TONIGHT,
    open_panel,
    panel_on,
    wait_for_panel,
    wait_until_saved,
)
from tests.browser.test_opening import CURRENT, OPEN, notebook, wait_until_idle
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site

PLANTED = "Zinnoberquast"
SAVE_NOTEBOOK = f"{CURRENT}.context.save()"


def files_with(word: str, *folders: Path) -> list[Path]:
    """Return the files under these folders whose bytes hold the word in any usual encoding."""
    needles = [word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


@pytest.fixture
def scratch(lab_site: Site) -> Path:
    """Where the server of this session keeps its log, settings and kernels' history."""
    folder = lab_site.root.with_name(lab_site.root.name.replace("lab_root", "lab_server"))
    assert (folder / "server.log").is_file()
    return folder


def write_planted_words(page: Page, site: Site) -> None:
    panel = open_panel(page, site, RECORD)
    panel.get_by_label("Company").fill(f"{PLANTED} Ltd")
    panel.get_by_label(ACCOUNT).fill(f"They asked about {PLANTED}? I said {PLANTED}.")
    panel.get_by_label("Who was there?").fill(f"Ana {PLANTED}")
    panel.get_by_role("button", name="Save", exact=True).click()
    wait_until_saved(panel)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access lists instead of modes")
def test_every_file_of_a_first_evening_is_for_its_owner_alone(lab_site: Site, page: Page) -> None:
    write_planted_words(page, lab_site)
    panel = panel_on(page, lab_site)
    panel.get_by_label(ACCOUNT).fill("A draft now lies there as well.")
    panel.get_by_text("Your words are kept.").wait_for()
    everything = [lab_site.journal, *lab_site.journal.rglob("*")]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in everything}
    folders = {path: mode for path, mode in modes.items() if path.is_dir()}
    files = {path: mode for path, mode in modes.items() if path.is_file()}
    assert {oct(mode) for mode in folders.values()} == {"0o700"}
    assert {oct(mode) for mode in files.values()} == {"0o600"}
    assert "drafts" in {path.name for path in folders}


def test_a_planted_word_is_in_the_journal_and_nowhere_else(
    lab_site: Site, page: Page, scratch: Path
) -> None:
    write_planted_words(page, lab_site)
    page.evaluate(SAVE_NOTEBOOK)
    panel_on(page, lab_site).get_by_role("link", name="Back to tonight").click()
    panel = wait_for_panel(page, lab_site, TONIGHT)
    panel.get_by_text(PLANTED).first.wait_for()
    panel.get_by_role("button", name="I heard back").focus()
    page.keyboard.press("Control+s")
    page.evaluate(SAVE_NOTEBOOK)
    # Nothing is left in the browser either, once it has heard that it is saved.
    page.wait_for_function(
        "word => !JSON.stringify([localStorage, sessionStorage]).includes(word)", arg=PLANTED
    )
    found = files_with(PLANTED, lab_site.folder, scratch)
    assert found
    assert [path for path in found if not path.is_relative_to(lab_site.journal)] == []
    saved = [*lab_site.folder.glob("*.ipynb"), *lab_site.folder.rglob(".ipynb_checkpoints/*")]
    assert len(saved) >= 4
    for path in saved:
        # The checkpoint's name carries a suffix: 0_tonight-checkpoint.ipynb.
        shipped = CHECKOUT / "notebooks" / path.name.replace("-checkpoint", "")
        assert path.read_bytes() == shipped.read_bytes()


def test_a_save_that_fails_writes_no_word_into_a_log(
    lab_site: Site, page: Page, scratch: Path
) -> None:
    panel = open_panel(page, lab_site, RECORD)
    panel.get_by_label("Company").fill(f"{PLANTED} Ltd")
    panel.get_by_label(ACCOUNT).fill(f"They asked about {PLANTED}.")
    # A folder in the table's place: no save can succeed, and no words are lost by that.
    (lab_site.journal / "applications.csv").mkdir(parents=True)
    panel.get_by_role("button", name="Save", exact=True).click()
    panel.locator(".ij-notice p").first.wait_for()
    said = panel.locator(".ij-notice").first.inner_text()
    assert PLANTED not in said
    assert "applications.csv" in said
    assert panel.get_by_label(ACCOUNT).input_value() == f"They asked about {PLANTED}."
    page.evaluate(SAVE_NOTEBOOK)
    found = files_with(PLANTED, lab_site.folder, scratch)
    assert [path for path in found if not path.is_relative_to(lab_site.journal)] == []
    assert PLANTED not in (scratch / "server.log").read_text(encoding="utf-8", errors="replace")


CELLS = (
    (
        "import interview_journal as ij\njournal = ij.open_journal()\n"
        "print(journal, journal.interviews, journal.people)\n"
        "journal, journal.applications[0], journal.interviews"
    ),
    "journal.revise(journal.interviews[0], round=journal.interviews[0].account)",
)


def test_a_traceback_in_a_notebook_of_ones_own_shows_no_word(
    lab_site: Site, page: Page, scratch: Path
) -> None:
    write_planted_words(page, lab_site)
    path = lab_site.folder / "own.ipynb"
    path.write_text(json.dumps(notebook(list(CELLS))), encoding="utf-8")
    page.evaluate(OPEN, f"{lab_site.folder.name}/own.ipynb")
    page.wait_for_function(f"{CURRENT}.context.path.endsWith('own.ipynb')")
    page.evaluate(f"{CURRENT}.sessionContext.ready")
    wait_until_idle(page)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    outputs = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output")
    outputs.filter(has_text="InvalidRecordError").wait_for()
    assert PLANTED not in "".join(outputs.all_inner_texts())
    page.evaluate(SAVE_NOTEBOOK)
    found = files_with(PLANTED, lab_site.folder, scratch)
    assert [one for one in found if not one.is_relative_to(lab_site.journal)] == []
