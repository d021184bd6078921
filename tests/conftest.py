"""Fixtures for every test: nobody's home is touched, no callback fails unseen."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def journal_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The default journal folder of this test; it does not exist yet."""
    home = tmp_path / "journal"
    monkeypatch.setenv("INTERVIEW_JOURNAL_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes the person's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def nobody_s_loop(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hide the event loop that an open browser keeps running in this thread.

    A panel asks whether a loop runs to know whether somebody waits for a page.
    """
    running = asyncio._get_running_loop()
    if running is None or request.node.get_closest_marker("browser") is not None:
        yield
        return
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(running)


class _CallbackErrors(logging.Handler):
    """Keeps what ipywidgets and traitlets log about a callback that raised."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith(("Exception in callback", "Exception in widget method")):
            detail = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
            text = f"{message}\n{detail}"
            # Heard twice where the widgets' logger also passes it on to the root.
            if text not in self.seen:
                self.seen.append(text)


@pytest.fixture(autouse=True)
def callback_errors(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Fail on any exception inside a widget's callback: `Button.click()` only logs it.

    A test that means to raise there marks itself with `expects_callback_error`.
    """
    handler = _CallbackErrors()
    # The widgets' logger does not propagate once an application has configured it.
    loggers = [logging.getLogger(), logging.getLogger("traitlets")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield handler.seen
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
    if handler.seen and request.node.get_closest_marker("expects_callback_error") is None:
        pytest.fail("an exception inside a callback was only logged:\n" + "\n".join(handler.seen))
