"""Opening a notebook in JupyterLab: ours show their panel, every other one stays untouched."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from tests.browser.conftest import VOILA_CULL_SECONDS
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site, Watch

OURS = CHECKOUT / "notebooks" / "0_tonight.ipynb"
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"
COUNTS = """() => Array.from(window.jupyterapp.shell.currentWidget.content.model.cells)
    .map((cell) => cell.executionCount ?? null)"""
# What it gives is not handed over: describing a whole notebook takes five seconds.
OPEN = """path => window.jupyterapp.restored
    .then(() => window.jupyterapp.commands.execute('docmanager:open', {path}))
    .then(() => undefined)"""
CURRENT = "window.jupyterapp.shell.currentWidget"
MAKE_WIDGET = """async () => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const code = "import ipywidgets; probe = ipywidgets.Label('still here'); "
        + "print(probe.model_id)";
    const future = kernel.requestExecute({code, store_history: false});
    let said = "";
    future.onIOPub = (message) => { said += message.content.text ?? ""; };
    await future.done;
    return said.trim();
}"""
# This long after the kernel is idle the opener has decided.
DECIDED_MS = 2_000


def notebook(cells: list[str], **metadata: Any) -> dict[str, Any]:
    """Return a notebook that looks like ours and holds these code cells."""
    ours: dict[str, Any] = json.loads(OURS.read_text(encoding="utf-8"))
    first = next(cell for cell in ours["cells"] if cell["cell_type"] == "code")
    ours["cells"] = [
        {**first, "id": f"cell-{number}", "source": source} for number, source in enumerate(cells)
    ]
    ours["metadata"].update(metadata)
    return ours


def our_cell(name: str = "0_tonight.ipynb") -> str:
    """Return the one code cell of a shipped notebook."""
    cells = json.loads((CHECKOUT / "notebooks" / name).read_text(encoding="utf-8"))["cells"]
    return next("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def wait_until_idle(page: Page) -> None:
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()


def test_our_notebook_shows_its_panel_without_a_run_click(lab_site: Site, page: Page) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    assert page.evaluate(COUNTS) == [1]
    assert page.locator(".ij-opening").count() == 0


@pytest.mark.parametrize(("width", "is_listed"), [(400, False), (1280, True)])
def test_the_list_of_files_makes_room_in_a_narrow_window(
    lab_site: Site, page: Page, width: int, is_listed: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(lab_site.url("0_tonight.ipynb"))
    shown = page.locator(SHOWN).first
    shown.wait_for()
    assert page.locator(".jp-FileBrowser").is_visible() == is_listed
    room = shown.bounding_box()
    assert room is not None
    assert room["width"] > 250


def test_closing_our_notebook_does_not_ask_to_save(lab_site: Site, page: Page) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    page.wait_for_function(f"{CURRENT}.context.model.dirty === false")


MARKED = {"interview_journal": {"autorun": True}}
FOREIGN = {
    "one character more": notebook([our_cell() + " "]),
    "a cell more": notebook([our_cell(), "open('ran', 'w').close()"]),
    "two of our notebooks in one": notebook([our_cell(), our_cell("1_record.ipynb")]),
    "a mark that asks for it": notebook(["open('ran', 'w').close()"], **MARKED),
    "no code at all": notebook([]),
}


def test_any_other_notebook_is_left_alone(lab_site: Site, page: Page) -> None:
    for number, (_, content) in enumerate(FOREIGN.items()):
        path = lab_site.folder / f"foreign_{number}.ipynb"
        path.write_text(json.dumps(content), encoding="utf-8")
    page.goto(lab_site.url("foreign_0.ipynb"))
    page.wait_for_function("window.jupyterapp !== undefined")
    targets = [f"{lab_site.folder.name}/foreign_{number}.ipynb" for number in range(len(FOREIGN))]
    # All are opened before the first is looked at: their kernels start side by side.
    for target in targets:
        page.evaluate(f"path => void ({OPEN})(path)", target)
    ran = {}
    for target, name in zip(targets, FOREIGN, strict=True):
        page.evaluate(OPEN, target)
        page.wait_for_function(f"{CURRENT}.context.path === {target!r}")
        page.evaluate(f"{CURRENT}.sessionContext.ready")
        wait_until_idle(page)
        page.wait_for_timeout(DECIDED_MS / 4)
        ran[name] = page.locator(SHOWN).count() + len([n for n in page.evaluate(COUNTS) if n])
    assert ran == dict.fromkeys(FOREIGN, 0)
    assert not (lab_site.folder / "ran").exists()


def test_a_file_beside_the_notebook_cannot_pose_as_a_module(lab_site: Site, page: Page) -> None:
    for name in ("interview_journal", "pydantic", "ipywidgets", "csv"):
        trap = lab_site.folder / f"{name}.py"
        trap.write_text("open('ran', 'w').close()\nraise RuntimeError", encoding="utf-8")
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    assert not (lab_site.folder / "ran").exists()


def test_a_tab_shown_again_is_not_run_again(lab_site: Site, page: Page) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    other = f"{lab_site.folder.name}/1_record.ipynb"
    page.evaluate(OPEN, other)
    page.wait_for_function(f"{CURRENT}.context.path.endsWith('1_record.ipynb')")
    page.locator(SHOWN).first.wait_for()
    page.get_by_role("tab", name="0_tonight.ipynb").first.click()
    page.wait_for_function(f"{CURRENT}.context.path.endsWith('0_tonight.ipynb')")
    page.wait_for_timeout(DECIDED_MS)
    assert page.evaluate(COUNTS) == [1]


def test_a_second_view_of_an_open_notebook_does_not_run_it_again(
    lab_site: Site, page: Page
) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    page.evaluate("window.jupyterapp.commands.execute('docmanager:clone').then(() => undefined)")
    page.wait_for_timeout(DECIDED_MS)
    assert page.evaluate(COUNTS) == [1]


def test_a_reload_shows_the_panel_again(lab_site: Site, page: Page) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    (kernel,) = lab_site.kernels()
    page.reload()
    page.locator(SHOWN).first.wait_for()
    assert [one["id"] for one in lab_site.kernels()] == [kernel["id"]]


@pytest.mark.parametrize("trusted", [True, False])
def test_a_panel_is_run_again_after_a_reload_only_where_it_no_longer_shows(
    lab_site: Site, page: Page, trusted: bool
) -> None:
    # Without our save hook the outputs are in the file, and alive as long as their kernel is;
    # JupyterLab shows them where the file is trusted.
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    model_id = page.evaluate(MAKE_WIDGET)
    shown = {"application/vnd.jupyter.widget-view+json": {"model_id": model_id}}
    saved = json.loads(OURS.read_text(encoding="utf-8"))
    cell = next(cell for cell in saved["cells"] if cell["cell_type"] == "code")
    cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": shown}]
    path = lab_site.folder / "0_tonight.ipynb"
    path.write_text(json.dumps(saved), encoding="utf-8")
    if trusted:
        sign = [sys.executable, "-m", "nbformat.sign", str(path)]
        subprocess.run(sign, env=dict(lab_site.server.environment), check=True)
    page.reload()
    if trusted:
        page.locator(SHOWN).get_by_text("still here").wait_for()
        page.wait_for_timeout(DECIDED_MS)
    else:
        page.locator(SHOWN).first.wait_for()
    assert page.evaluate(COUNTS) == [None if trusted else 2]


def test_cleared_outputs_bring_the_folded_line_back(lab_site: Site, page: Page) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    folded = page.locator(".ij-notebook .jp-InputPlaceholder")
    assert not folded.is_visible()
    page.evaluate("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    folded.get_by_text("Press Run, then Run All Cells").wait_for()


def test_a_saved_notebook_keeps_nothing_of_the_journal(lab_site: Site, page: Page) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    page.evaluate(f"{CURRENT}.context.save()")
    files = [lab_site.folder / "0_tonight.ipynb"]
    files += lab_site.folder.rglob(".ipynb_checkpoints/*.ipynb")
    assert len(files) > 1
    # Not a byte differs from the committed notebook: saving makes no difference in git either.
    assert {path.read_bytes() for path in files} == {OURS.read_bytes()}


def test_a_notebook_of_the_persons_own_keeps_its_outputs(lab_site: Site, page: Page) -> None:
    own = notebook(["print('mine')"])
    path = lab_site.folder / "own.ipynb"
    path.write_text(json.dumps(own), encoding="utf-8")
    page.goto(lab_site.url("own.ipynb"))
    wait_until_idle(page)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.locator(SHOWN).first.wait_for()
    page.evaluate(f"{CURRENT}.context.save()")
    assert "mine" in json.dumps(json.loads(path.read_text(encoding="utf-8"))["cells"][0]["outputs"])


def test_jupyterlab_asks_nobody_for_news(lab_site: Site, page: Page, watch: Watch) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    page.wait_for_timeout(DECIDED_MS)
    assert not [url for url in asked if "/lab/api/news" in url or "/lab/api/update" in url]
    assert watch.outside_requests == []
    assert page.locator(".Toastify__toast").count() == 0


def test_a_link_of_a_panel_opens_the_other_notebook_in_this_window(
    lab_site: Site, page: Page
) -> None:
    page.goto(lab_site.url("0_tonight.ipynb"))
    page.locator(SHOWN).first.wait_for()
    page.evaluate(
        """() => {
            const link = document.createElement('a');
            link.href = '#';
            link.dataset.ijNotebook = '1_record.ipynb';
            link.textContent = 'probe link';
            document.querySelector('.ij-notebook .jp-OutputArea-output').prepend(link);
        }"""
    )
    page.get_by_text("probe link").click()
    page.wait_for_function(f"{CURRENT}.context.path.endsWith('1_record.ipynb')")
    assert len(page.context.pages) == 1


def test_the_page_view_shows_the_panel_and_no_code(voila_site: Site, page: Page) -> None:
    page.goto(voila_site.url("0_tonight.ipynb"))
    page.locator(".jp-OutputArea-output").first.wait_for()
    assert page.locator(".jp-InputArea").count() == 0


def test_the_page_view_lets_nobody_in_without_the_token(voila_site: Site, page: Page) -> None:
    page.goto(voila_site.url("0_tonight.ipynb").split("?")[0])
    assert "/login" in page.url
    assert page.locator(".jp-OutputArea-output").count() == 0


def test_the_page_view_leads_from_one_notebook_to_the_other(voila_site: Site, page: Page) -> None:
    voila_site.open(page, "0_tonight.ipynb")
    # A plain link carries no token: the cookie of the first visit lets the person in.
    page.goto(voila_site.url("1_record.ipynb").split("?")[0])
    voila_site.outputs(page)
    assert "/login" not in page.url


def test_the_page_view_leaves_no_kernel_of_a_closed_page_behind(
    voila_site: Site, page: Page
) -> None:
    voila_site.open(page, "0_tonight.ipynb")
    page.reload()
    voila_site.outputs(page)
    give_up = time.monotonic() + 60
    while len(kernels_of(voila_site)) > 1 and time.monotonic() < give_up:
        page.wait_for_timeout(500)
    page.wait_for_timeout(VOILA_CULL_SECONDS * 1_500)
    # The page still open keeps its own.
    assert kernels_of(voila_site) != []
    page.close()
    give_up = time.monotonic() + 60
    while kernels_of(voila_site) and time.monotonic() < give_up:
        time.sleep(0.5)
    assert kernels_of(voila_site) == []


def test_a_page_that_is_being_left_throws_nothing(voila_site: Site, page: Page) -> None:
    voila_site.open(page, "0_tonight.ipynb")
    page.locator(".ij-panel").first.wait_for()
    page.wait_for_timeout(DECIDED_MS)
    # Voilà lets go of the notebook before the panel, which looks at the journal when it is seen.
    page.evaluate("window.dispatchEvent(new Event('beforeunload'))")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    # Whatever a script threw fails the test when it ends.
    page.wait_for_timeout(DECIDED_MS)


def kernels_of(site: Site) -> list[int]:
    """Return the process ids of this test's kernels: they run in its folder."""
    found = []
    for process in psutil.process_iter(["cwd", "cmdline"]):
        is_kernel = "ipykernel_launcher" in " ".join(process.info["cmdline"] or ())
        if is_kernel and process.info["cwd"] == str(site.folder):
            found.append(process.pid)
    return found


def test_jupyterlab_lets_nobody_in_without_the_token(lab_site: Site, page: Page) -> None:
    page.goto(lab_site.url("0_tonight.ipynb").split("?")[0])
    assert "/login" in page.url


def test_the_server_listens_on_this_computer_only(lab_site: Site) -> None:
    assert any(part == "--ServerApp.ip=127.0.0.1" for part in lab_site.server.command)
    assert not any(lab_site.server.token in part for part in lab_site.server.command)
    assert Path(lab_site.folder).is_relative_to(lab_site.root)
