"""Starts a Jupyter server for one person on one computer, and says where it is.

The server is a child process: its settings come as arguments and environment, so nothing of the
person's own Jupyter configuration is changed, and it ends with the terminal window.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import IO

__all__ = [
    "LOOPBACK",
    "Server",
    "child_environment",
    "free_port",
    "is_up",
    "new_token",
    "running_as_root",
    "serve",
]

LOOPBACK = "127.0.0.1"
START_SECONDS = 60.0
LINES_TO_SHOW = 15
# Drafts in the browser belong to an address with its port: a fixed first choice keeps them.
PORTS_TO_TRY = 50


@dataclass(frozen=True, kw_only=True)
class Server:
    """How to start one server: its command, its address and the page to show first."""

    command: Sequence[str]
    environment: Mapping[str, str]
    port: int
    token: str
    page: str
    folder: Path
    health: str = "/api/status"
    patience_seconds: float = START_SECONDS

    @property
    def address(self) -> str:
        """The page to open, with the token that lets this person in."""
        return f"http://{LOOPBACK}:{self.port}{self.page}?token={self.token}"


def new_token() -> str:
    """Return a fresh secret that lets one browser in."""
    return secrets.token_hex(24)


def free_port(first: int, tries: int = PORTS_TO_TRY) -> int:
    """Return the first port from `first` on that nobody listens on."""
    for port in range(first, first + tries):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if os.name == "posix":
                # A port in TIME_WAIT is free for a server; on Windows this flag means "steal".
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return port
    return first


def running_as_root() -> bool:
    """Return True for the superuser of a container, whom Jupyter refuses unless told."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def child_environment(journal: Path | None, **more: str) -> dict[str, str]:
    """Return the environment of a server and so of its kernels.

    PYTHONDONTWRITEBYTECODE is left out: without bytecode each kernel start pays seconds.
    Looking for plug-ins of the validation library through every installed package is left out too.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if journal is not None:
        environment["INTERVIEW_JOURNAL_HOME"] = str(journal.expanduser().resolve())
    return environment | more


def serve(server: Server, *, open_browser: bool, what: str) -> int:
    """Return the exit code of the server, after it has run until the person ended it.

    Args:
        server: What to start.
        open_browser: False only prints the address.
        what: The sentence's subject: "Your journal".
    """
    # What a server and its kernels say is for nobody but the finder of a fault: it goes to a file
    # without a name, which is gone with this process.
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(  # noqa: S603 - our own command, no shell
            list(server.command),
            env=dict(server.environment),
            cwd=server.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            if not _answers(server, child):
                return _explain(child.poll(), log, f"{what} could not be opened")
            shown = open_browser and _show(server.address)
            _say(server.address, what=what, shown=shown)
            code = child.wait()
            return code and _explain(code, log, f"{what} was closed by a fault")
        except KeyboardInterrupt:
            print("\nClosing. Everything you saved is in your journal.", flush=True)
            return 0
        finally:
            _end(child)


def is_up(server: Server) -> bool:
    """Return True where this very server answers: another one at its port knows no such token."""
    connection = HTTPConnection(LOOPBACK, server.port, timeout=5)
    try:
        secret = {"Authorization": f"token {server.token}"}
        connection.request("GET", server.health, headers=secret)
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _answers(server: Server, child: subprocess.Popen[bytes]) -> bool:
    """Return True once the server answers, False where it ended or took too long."""
    give_up = time.monotonic() + server.patience_seconds
    while time.monotonic() < give_up and child.poll() is None:
        if is_up(server):
            return True
        time.sleep(0.1)
    return False


def _explain(code: int | None, log: IO[bytes], what: str) -> int:
    """Return the exit code for a failure, after the last lines of the server were shown."""
    log.seek(0)
    said = log.read().decode(errors="replace").splitlines()[-LINES_TO_SHOW:]
    why = "did not answer" if code is None else f"ended with code {code}"
    print(f"{what}: the Jupyter server {why}. It said last:", *said, sep="\n    ", file=sys.stderr)
    print("Nothing of your journal was touched.", file=sys.stderr)
    return code or 1


def _show(address: str) -> bool:
    """Return True when a browser took the address."""
    # A text browser would take over the terminal that shows the address.
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("BROWSER")
    ):
        return bool(shutil.which("wslview")) and webbrowser.open(address)
    with suppress(webbrowser.Error, OSError):
        return webbrowser.open(address)
    return False


def _say(address: str, *, what: str, shown: bool) -> None:
    first = f"{what} is open in your browser." if shown else f"{what} is ready."
    hint = "If you do not see it, open" if shown else "Open"
    print(
        f"\n{first} {hint} this address:\n\n    {address}\n\n"
        "Leave this window open while you write. To finish, press Ctrl+C here.",
        flush=True,
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the server: a polite request first, then a firm one."""
    if child.poll() is None:
        child.terminate()
    try:
        child.wait(timeout=10)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        child.kill()
        child.wait()
