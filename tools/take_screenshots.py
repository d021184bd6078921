"""Takes the pictures in docs/images: the real panels in JupyterLab, with the sample journal.

Needs Chromium and the test extra. The kernels' clock stands still, so that the pictures do not
change with the day. Pictures are not compared by a test:
another font on another computer would make them differ.

Run it by hand with: python tools/take_screenshots.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.error import HTTPError
from urllib.request import urlopen

from interview_journal.cli.lab import lab_server

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from interview_journal.cli.server import Server

CHECKOUT = Path(__file__).resolve().parent.parent
IMAGES = CHECKOUT / "docs" / "images"
WIDTH: Final = 1180
HEIGHTS: Final = {"0_tonight.ipynb": 1000, "1_record.ipynb": 1080}
START_SECONDS: Final = 60
PANEL_MS: Final = 40_000
SETTLE_MS: Final = 1_500

# The panels take the present from this function unless they are given another. The home page
# stands on the evening before the next interview of the sample, the form on the evening after it.
KERNEL_START: Final = """\
import os
from datetime import datetime
from interview_journal.api import clock
evening = "2026-07-02" if "1_record" in os.environ.get("JPY_SESSION_NAME", "") else "2026-07-01"
clock.present = lambda: datetime.fromisoformat(evening + "T20:40:00+01:00")
"""

ACCOUNT: Final = """\
Half a day in the clinics with Pauline, then coffee with Grace.
What would you change first here?
I said nothing for two weeks, and then the breaks on a Monday.
What worries you about the new system?
The follow-ups that nobody has counted. I told them about our 2,600.
"""


@contextmanager
def running_lab(scratch: Path) -> Iterator[Server]:
    """Start JupyterLab on a copy of the notebooks and of the sample journal."""
    notebooks = scratch / "notebooks"
    shutil.copytree(CHECKOUT / "notebooks", notebooks)
    shutil.copytree(CHECKOUT / "data" / "sample", scratch / "journal")
    startup = scratch / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00_evening.py").write_text(KERNEL_START, encoding="utf-8")
    server = lab_server(scratch / "journal", notebooks)
    own = {"HOME": "home", "IPYTHONDIR": "ipython", "JUPYTER_CONFIG_DIR": "config"}
    own |= {"JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime"}
    folders = {name: str(scratch / folder) for name, folder in own.items()}
    for folder in folders.values():
        Path(folder).mkdir(exist_ok=True)
    child = subprocess.Popen(  # noqa: S603 - our own command, no shell
        list(server.command),
        env={**server.environment, **folders},
        cwd=notebooks,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(server)
        yield server
    finally:
        child.terminate()
        child.wait(timeout=20)


def wait_for(server: Server) -> None:
    """Return once the server answers."""
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up:
        try:
            urlopen(server.address, timeout=5).close()  # noqa: S310 - our own address
        except HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    message = "JupyterLab did not start"
    raise TimeoutError(message)


def open_panel(page: Page, server: Server, notebook: str) -> Locator:
    """Open a notebook and return its panel, with JupyterLab's side bar folded away."""
    address = server.address.replace("0_tonight.ipynb", notebook).replace("?", "?reset&")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHTS[notebook]})
    page.goto(address)
    panel = page.locator(".jp-OutputArea-output").first
    panel.wait_for(timeout=PANEL_MS)
    if page.locator("#jp-left-stack:visible").count():
        page.keyboard.press("Control+b")
    page.wait_for_timeout(SETTLE_MS)
    if panel.get_by_text("This is our bug").count():
        message = f"{notebook} shows an error"
        raise RuntimeError(message)
    return panel


def take_tonight(page: Page, server: Server) -> None:
    """Take the home panel as it stands on the evening of the last interview."""
    open_panel(page, server, "0_tonight.ipynb")
    page.screenshot(path=IMAGES / "tonight.png")


def take_record(page: Page, server: Server) -> None:
    """Take the short form of the round that was coming, with a few lines in it."""
    panel = open_panel(page, server, "1_record.ipynb")
    panel.locator("button", has_text="It is this one").first.click()
    page.wait_for_timeout(SETTLE_MS)
    panel.get_by_label("What happened?").first.fill(ACCOUNT)
    panel.get_by_label("When will you hear?").first.fill("by 8 July")
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=IMAGES / "record.png")


def find_chromium() -> str | None:
    """Return the Chromium that CHROMIUM names, or the system's; None takes Playwright's own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def main() -> None:
    """Take every picture and say where they stand."""
    from playwright.sync_api import sync_playwright

    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        running_lab(Path(scratch)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu"],
        )
        for take in (take_tonight, take_record):
            page = browser.new_page(locale="en-GB", device_scale_factor=1.5)
            take(page, server)
            page.close()
        browser.close()
    print(f"{IMAGES.relative_to(CHECKOUT)}: tonight.png, record.png")


if __name__ == "__main__":
    main()
