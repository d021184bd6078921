"""Starting a server: a free port, a secret, an address, and a clear word when it fails."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import urllib.request
import webbrowser
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from interview_journal.cli import server as server_module
from interview_journal.cli.app import app_server, run_app
from interview_journal.cli.lab import lab_server, run_lab
from interview_journal.cli.server import LOOPBACK, Server, child_environment, free_port, serve
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANSWERS_ONCE = """
import http.server, sys
class Quiet(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def log_message(self, *a): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Quiet).handle_request()
sys.exit(int(sys.argv[2]))
"""


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind((LOOPBACK, 0))
        holder.listen()
        yield int(holder.getsockname()[1])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses given to a browser that takes all of them."""
    addresses: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")

    def take(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", take)
    return addresses


def small_server(folder: Path, program: str, *arguments: object) -> Server:
    port = free_port(8950)
    return Server(
        command=[sys.executable, "-c", program, str(port), *map(str, arguments)],
        environment=child_environment(None),
        port=port,
        token="secret",
        page="/lab/tree/0_tonight.ipynb",
        folder=folder,
        patience_seconds=20,
    )


def test_a_taken_port_is_passed_over(taken_port: int) -> None:
    assert free_port(taken_port) > taken_port


def test_the_first_choice_is_named_when_every_port_is_taken(taken_port: int) -> None:
    assert free_port(taken_port, tries=1) == taken_port


def test_the_kernels_find_the_named_journal(tmp_path: Path) -> None:
    environment = child_environment(tmp_path / "mine", EXTRA="1")
    assert environment["INTERVIEW_JOURNAL_HOME"] == str((tmp_path / "mine").resolve())
    assert environment["EXTRA"] == "1"


def test_kernels_may_write_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in child_environment(None)


def test_the_address_goes_to_the_browser(
    tmp_path: Path, opened: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    server = small_server(tmp_path, ANSWERS_ONCE, 0)
    assert serve(server, open_browser=True, what="Your journal") == 0
    assert opened == [server.address]
    assert "Your journal is open in your browser" in capsys.readouterr().out


def test_without_a_browser_the_address_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    server = small_server(tmp_path, ANSWERS_ONCE, 0)
    assert serve(server, open_browser=True, what="Your journal") == 0
    shown = capsys.readouterr().out
    assert "Your journal is ready. Open this address" in shown
    assert server.address in shown


def test_a_browser_that_cannot_start_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: str) -> bool:
        raise webbrowser.Error

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", broken)
    server = small_server(tmp_path, ANSWERS_ONCE, 0)
    assert serve(server, open_browser=True, what="Your journal") == 0
    assert server.address in capsys.readouterr().out


def test_a_server_that_ends_at_once_shows_what_it_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = small_server(tmp_path, "import sys; sys.exit('the disk is full')")
    assert serve(server, open_browser=False, what="Your journal") == 1
    shown = capsys.readouterr().err
    assert "Your journal could not be opened" in shown
    assert "the disk is full" in shown


def test_a_server_that_never_answers_is_given_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = replace(small_server(tmp_path, "import time; time.sleep(60)"), patience_seconds=0.5)
    assert serve(silent, open_browser=False, what="Your journal") == 1
    assert "did not answer" in capsys.readouterr().err


def test_another_server_at_the_same_port_is_not_taken_for_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lets_nobody_in = ANSWERS_ONCE.replace("200", "403")
    server = replace(small_server(tmp_path, lets_nobody_in, 0), patience_seconds=20)
    assert serve(server, open_browser=False, what="Your journal") == 1
    assert "could not be opened" in capsys.readouterr().err


def test_a_server_that_breaks_later_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = small_server(tmp_path, ANSWERS_ONCE, 3)
    assert serve(server, open_browser=False, what="Your journal") == 3
    assert "was closed by a fault" in capsys.readouterr().err


def test_a_server_that_will_not_end_is_killed(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], cwd=tmp_path)
    server_module._end(child)
    assert child.poll() is not None


@pytest.mark.parametrize("make", [lab_server, app_server])
def test_only_this_person_on_this_computer_is_let_in(make: object, tmp_path: Path) -> None:
    assert callable(make)
    server: Server = make(None, tmp_path)
    line = " ".join(server.command)
    assert f".ip={LOOPBACK}" in line
    assert server.token not in line
    assert server.environment["JUPYTER_TOKEN"] == server.token
    assert len(server.token) >= 40
    for weakening in ("disable_check_xsrf", "allow_origin", "allow_remote_access"):
        assert weakening not in line


def test_root_is_allowed_only_where_the_person_is_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert "--allow-root" in lab_server(None, tmp_path).command
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert "--allow-root" not in lab_server(None, tmp_path).command


def test_the_persons_own_jupyter_folders_stay_in_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "theirs")
    monkeypatch.setenv("JUPYTER_PATH", "theirs")
    lab = lab_server(None, tmp_path).environment["JUPYTER_CONFIG_PATH"]
    app = app_server(None, tmp_path).environment["JUPYTER_PATH"]
    assert lab.split(os.pathsep)[-1] == app.split(os.pathsep)[-1] == "theirs"
    assert len(lab.split(os.pathsep)) == len(app.split(os.pathsep)) == 2


def test_without_voila_the_person_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("interview_journal.cli.app.find_spec", lambda _: None)
    assert run_app(open_browser=False) == 1
    assert 'pip install "interview-journal[app]"' in capsys.readouterr().err


@pytest.mark.parametrize("run", [run_lab, run_app])
def test_the_notebooks_are_found_without_being_named(
    run: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Server] = []

    def remember(server: Server, **_: object) -> int:
        started.append(server)
        return 0

    monkeypatch.setattr("interview_journal.cli.lab.serve", remember)
    monkeypatch.setattr("interview_journal.cli.app.serve", remember)
    assert callable(run)
    assert run(open_browser=False) == 0
    assert started[0].folder == CHECKOUT / "notebooks"
    assert started[0].page.endswith("/0_tonight.ipynb")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl+C")
def test_jupyterlab_really_opens_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from interview_journal.cli.lab import run_lab
        sys.exit(run_lab(notebooks_dir=Path(sys.argv[1]), open_browser=False))
        """
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program, tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=CHECKOUT,
        start_new_session=True,
    )
    assert child.stdout is not None
    killer = threading.Timer(90, child.kill)
    killer.start()
    try:
        shown = iter(child.stdout.readline, "")
        address = next(line.strip() for line in shown if "http://" in line)
        with urllib.request.urlopen(address, timeout=20) as reply:
            assert b"JupyterLab" in reply.read()
        os.killpg(child.pid, signal.SIGINT)
        assert "Everything you saved" in "".join(shown)
        assert child.wait(timeout=30) == 0
    finally:
        killer.cancel()
        child.kill()
        child.wait()
        child.stdout.close()
