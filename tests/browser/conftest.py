"""A real JupyterLab, a real Voilà and a real Chromium, each started once for the session.

Every test gets a folder of its own with fresh copies of the notebooks and an empty journal: the
kernels take the journal beside the notebook (see KERNEL_START), so that one server serves all.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from interview_journal.cli.app import app_server
from interview_journal.cli.lab import lab_server
from interview_journal.cli.server import Server, is_up
from tests.programs import CHECKOUT, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
# Runs in each kernel before anything else: this test's journal lies beside its notebook.
KERNEL_START = """\
import os
os.environ["INTERVIEW_JOURNAL_HOME"] = os.path.join(os.getcwd(), "journal")
"""
PANEL_TIMEOUT_MS = 40_000
VOILA_CULL_SECONDS = 8
LOCAL = {"127.0.0.1", "localhost", "::1"}


@dataclass
class Watch:
    """What a page did behind the person's back."""

    page_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._request(request.url))
        context.on("weberror", lambda error: self.page_errors.append(str(error.error)))
        context.on("console", lambda message: self.console.append(message.text))
        context.on("page", lambda page: page.on("websocket", lambda ws: self._request(ws.url)))

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in LOCAL:
            self.outside_requests.append(url)


@dataclass(frozen=True)
class Site:
    """One test's place on a running server."""

    server: Server
    root: Path
    folder: Path
    kind: str

    @property
    def journal(self) -> Path:
        """The journal folder of this test; made by the first save."""
        return self.folder / "journal"

    def url(self, notebook: str) -> str:
        """Return the address of one of this test's notebooks, with the token."""
        path = f"{self.folder.relative_to(self.root).as_posix()}/{notebook}"
        base = f"http://127.0.0.1:{self.server.port}"
        if self.kind == "lab":
            return f"{base}/lab/tree/{path}?reset&token={self.server.token}"
        return f"{base}/voila/render/{path}?token={self.server.token}"

    def open(self, page: Page, notebook: str) -> Locator:
        """Open one of this test's notebooks; return its outputs once the first one shows."""
        page.goto(self.url(notebook))
        return self.outputs(page)

    def outputs(self, page: Page) -> Locator:
        """Return the outputs of the notebook in front, once the first one shows."""
        front = ".jp-NotebookPanel:not(.lm-mod-hidden) " if self.kind == "lab" else ""
        shown = page.locator(f"{front}.jp-OutputArea-output")
        shown.first.wait_for()
        return shown

    def api(self, path: str, method: str = "GET") -> Any:
        """Return the JSON that the server's own interface answers."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.server.port}/api/{path}",
            method=method,
            headers={"Authorization": f"token {self.server.token}"},
        )
        with urllib.request.urlopen(request, timeout=20) as reply:
            body = reply.read()
        return json.loads(body) if body else None

    def kernels(self) -> list[dict[str, Any]]:
        """Return the kernels that run for this test's notebooks; JupyterLab only."""
        prefix = self.folder.relative_to(self.root).as_posix() + "/"
        return [s["kernel"] for s in self.api("sessions") if s["path"].startswith(prefix)]

    def end_sessions(self) -> None:
        """End every session and kernel of the server."""
        with suppress(OSError):
            for session in self.api("sessions"):
                self.api(f"sessions/{session['id']}", "DELETE")
        with suppress(OSError):
            for kernel in self.api("kernels"):
                self.api(f"kernels/{kernel['id']}", "DELETE")


@contextmanager
def running(server: Server, scratch: Path) -> Iterator[Server]:
    """Start a server with settings and kernels of its own; its log is kept in `scratch`."""
    startup = scratch / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00_journal.py").write_text(KERNEL_START, encoding="utf-8")
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "HOME": "home",
    }
    for folder in own.values():
        (scratch / folder).mkdir(exist_ok=True)
    environment = {**server.environment, **{k: str(scratch / v) for k, v in own.items()}}
    with (scratch / "server.log").open("wb") as log:
        child = subprocess.Popen(
            list(server.command),
            env=environment,
            cwd=server.folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(server, child, scratch / "server.log")
            yield replace(server, environment=environment)
        finally:
            child.terminate()
            try:
                child.wait(timeout=15)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def any_port() -> int:
    """Return a port the system hands out: two test runs at once never share one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(server: Server, child: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers; show its log where it does not."""
    give_up = time.monotonic() + 90
    while time.monotonic() < give_up and child.poll() is None:
        if is_up(server):
            return
        time.sleep(0.2)
    pytest.fail(f"{server.page} was not served:\n{log.read_text(errors='replace')[-3000:]}")


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """JupyterLab, started as `make lab` starts it."""
    root = tmp_path_factory.mktemp("lab_root")
    scratch = tmp_path_factory.mktemp("lab_server")
    # expose_app_in_browser is for the tests alone: it lets them ask JupyterLab what it does.
    server = lab_server(None, root, port=any_port(), more=["--LabApp.expose_app_in_browser=True"])
    with running(server, scratch) as started:
        yield started, root


@pytest.fixture(scope="session")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """Voilà, started as `interview-journal app` starts it."""
    root = tmp_path_factory.mktemp("voila_root")
    scratch = tmp_path_factory.mktemp("voila_server")
    # Kernels of finished tests end soon: nothing but an open page keeps one.
    server = app_server(None, root, port=any_port(), cull_after_seconds=VOILA_CULL_SECONDS)
    with running(server, scratch) as started:
        yield started, root


@contextmanager
def site_on(place: tuple[Server, Path], kind: str, test_name: str) -> Iterator[Site]:
    """Give one test its folder with fresh notebooks, and end its kernels afterwards."""
    server, root = place
    short = re.sub(r"[^A-Za-z0-9]+", "_", test_name)[:40].strip("_")
    folder = root / f"{short}_{secrets.token_hex(3)}"
    folder.mkdir()
    for notebook in (CHECKOUT / "notebooks").glob("*.ipynb"):
        shutil.copy(notebook, folder)
    site = Site(server=server, root=root, folder=folder, kind=kind)
    try:
        yield site
    finally:
        if kind == "lab":
            site.end_sessions()


@pytest.fixture
def lab_site(lab: tuple[Server, Path], request: pytest.FixtureRequest) -> Iterator[Site]:
    """This test's fresh notebooks and empty journal in JupyterLab."""
    with site_on(lab, "lab", request.node.name) as site:
        yield site


@pytest.fixture
def voila_site(voila: tuple[Server, Path], request: pytest.FixtureRequest) -> Iterator[Site]:
    """This test's fresh notebooks and empty journal in Voilà."""
    with site_on(voila, "voila", request.node.name) as site:
        yield site


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    # Imported here: collecting the tests must not need a browser.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(_playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for the session; each test opens its own profile in it."""
    browser = _playwright.chromium.launch(
        executable_path=find_chromium(), headless=True, args=CHROMIUM_FLAGS
    )
    yield browser
    browser.close()


@pytest.fixture
def watch() -> Watch:
    """What the pages of this test did; checked when the test ends."""
    return Watch()


@pytest.fixture
def browser_context(
    chromium: Browser, watch: Watch, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[BrowserContext]:
    """A fresh browser profile that fails the test on a page error or an outside request."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(PANEL_TIMEOUT_MS)
    watch.listen(context)
    yield context
    _keep_picture(context, request, tmp_path)
    context.close()
    assert watch.outside_requests == [], "a request left this computer"
    assert watch.page_errors == [], "a script on the page failed"


@pytest.fixture
def page(browser_context: BrowserContext) -> Page:
    """One tab of this test's browser profile."""
    return browser_context.new_page()


@pytest.fixture
def other_browser(chromium: Browser, watch: Watch) -> Iterator[Page]:
    """A tab of another profile: nothing of this browser's own storage is there."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(PANEL_TIMEOUT_MS)
    watch.listen(context)
    yield context.new_page()
    context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Let a fixture see whether its test failed."""
    report = yield
    if report.when == "call":
        item.stash[_failed] = report.failed
    return report


_failed = pytest.StashKey[bool]()


def _keep_picture(context: BrowserContext, request: pytest.FixtureRequest, folder: Path) -> None:
    if not request.node.stash.get(_failed, False):
        return
    pictures = Path(os.environ.get("INTERVIEW_JOURNAL_PICTURES", folder))
    pictures.mkdir(parents=True, exist_ok=True)
    for number, tab in enumerate(context.pages):
        with suppress(Exception):
            picture = pictures / f"{request.node.name[:60]}_{number}.png"
            tab.screenshot(path=picture)
            sys.stderr.write(f"picture of the failed page: {picture}\n")
