"""How long from a ready kernel to the short form in JupyterLab, beside as many bare fields.

Two notebooks in one server take turns: ours, and one that only imports ipywidgets and anywidget
and shows as many bare fields. Each time a fresh kernel is waited for until it is idle and its
page is quiet; then the cell is run and the clock stops when the last field can be used. What
the kernel itself computes is shown too. The figure to watch is the ratio.

Run it with: python -m bench.first_form
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.measured_page import keep_page
from interview_journal.cli.lab import lab_server
from tests.browser.conftest import CHROMIUM_FLAGS, any_port, running, site_on
from tests.browser.panels import write_notebook
from tests.programs import find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Site

RESULT: Final = "first_form.md"
OURS: Final = """\
# not the shipped cell, so that it waits to be run
import interview_journal as ij

ij.show_record()
"""
BARE: Final = """\
import anywidget
import ipywidgets as w

w.VBox([w.Text(), w.DatePicker(), w.Textarea(), w.Text(), w.Text(), w.Button(description="Save")])
"""
QUIET_MS: Final = 1_500
USABLE: Final = """() => {
  const out = document.querySelector('.jp-OutputArea-output');
  if (!out) return false;
  const fields = out.querySelectorAll('input, textarea').length;
  const save = [...out.querySelectorAll('button')].some(
    (button) => button.textContent.trim() === 'Save' && button.offsetParent);
  return fields >= 5 && save;
}"""
CPU: Final = """\
import asyncio, resource, ipykernel.kernelapp
async def run_cell():
    # A kernel runs its cells inside a loop.
    began = resource.getrusage(0).ru_utime
    exec({code!r})
    print(resource.getrusage(0).ru_utime - began)
asyncio.run(run_cell())
"""


def shown_after(browser: Browser, site: Site, notebook: str) -> float:
    """Return the seconds from running the cell in a ready kernel to the usable form."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.goto(site.url(notebook))
        page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for(timeout=60_000)
        page.locator(".jp-Cell .cm-content").first.click()
        page.wait_for_timeout(QUIET_MS)
        began = time.perf_counter()
        page.keyboard.press("Shift+Enter")
        page.wait_for_function(USABLE, timeout=60_000)
        return time.perf_counter() - began
    finally:
        context.close()
        site.end_sessions()


def in_the_browser(rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds of both notebooks, in turns; the first of each is not counted."""
    from playwright.sync_api import sync_playwright

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="first-form-")))
        root, scratch = folder / "root", folder / "server"
        root.mkdir()
        scratch.mkdir()
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=find_chromium(), headless=True, args=CHROMIUM_FLAGS
        )
        stack.callback(browser.close)
        server = stack.enter_context(running(lab_server(None, root, port=any_port()), scratch))
        site = stack.enter_context(site_on((server, root), "lab", "first form"))
        write_notebook(site.folder / "ours.ipynb", OURS)
        write_notebook(site.folder / "bare.ipynb", BARE)
        pairs = [
            (shown_after(browser, site, "ours.ipynb"), shown_after(browser, site, "bare.ipynb"))
            for _ in range(rounds + 1)
        ]
    return [own for own, _ in pairs[1:]], [bare for _, bare in pairs[1:]]


def kernel_seconds(code: str) -> float:
    """Return the processor time of the cell in a process that has loaded what a kernel loads."""
    done = subprocess.run(
        [sys.executable, "-c", CPU.format(code=code)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def in_the_kernel(rounds: int) -> tuple[float, float]:
    """Return the median processor seconds of both cells."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERVIEW_JOURNAL_HOME"] = str(Path(folder) / "journal")
        pairs = [(kernel_seconds(OURS), kernel_seconds(BARE)) for _ in range(rounds + 1)][1:]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def table(rounds: int) -> str:
    """Return the measurements, in Markdown."""
    ours, bare = in_the_browser(rounds)
    own_cpu, bare_cpu = in_the_kernel(rounds)
    ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    rows = [
        (
            "from a ready kernel to the usable form, s",
            statistics.median(ours),
            statistics.median(bare),
        ),
        ("of that, processor time in the kernel, s", own_cpu, bare_cpu),
    ]
    lines = [
        "# First form",
        "",
        f"Medians of {rounds} fresh kernels each, in turns, in JupyterLab.",
        "",
        "| | our short form | as many bare fields |",
        "|---|---|---|",
        *(f"| {name} | {one:.3f} | {two:.3f} |" for name, one, two in rows),
        "",
        f"Ratio, median of the pairs: {ratio:.2f}; to be at most 1.5.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()
    # Warm means compiled too, as start.py leaves it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    keep_page(RESULT, table(given.rounds))


if __name__ == "__main__":
    main()
