"""A page left while it opens must not change which notebooks still have a page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.httputil import HTTPServerRequest, RequestStartLine
from tornado.web import Application

from interview_journal.cli.app import COUNTED
from interview_journal.cli.app_connection import CountedConnection

if TYPE_CHECKING:
    from tornado.httputil import HTTPConnection

KERNEL = "kernel"


@pytest.fixture
def kernels(monkeypatch: pytest.MonkeyPatch) -> AsyncMappingKernelManager:
    """One kernel's count of connections; connecting itself does nothing but count."""

    def count_only(self: ZMQChannelsWebsocketConnection) -> None:
        self.multi_kernel_manager.notify_connect(self.kernel_id)

    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", count_only)
    manager = AsyncMappingKernelManager()
    manager._kernel_connections[KERNEL] = 0
    return manager


def connection_to(kernels: AsyncMappingKernelManager) -> CountedConnection:
    """Return a connection of a page that has not opened yet."""
    kernel = AsyncKernelManager(parent=kernels, kernel_id=KERNEL)
    request = HTTPServerRequest(
        start_line=RequestStartLine("GET", "/", "HTTP/1.0"),
        connection=cast("HTTPConnection", SimpleNamespace(set_close_callback=lambda _: None)),
    )
    handler = KernelWebsocketHandler(Application(), request)
    return CountedConnection(parent=kernel, websocket_handler=handler)


def count(kernels: AsyncMappingKernelManager) -> int:
    """Return how many pages the server believes hold the kernel."""
    return int(kernels._kernel_connections[KERNEL])


def test_the_page_view_is_told_to_use_it() -> None:
    assert f"{CountedConnection.__module__}.{CountedConnection.__qualname__}" == COUNTED


def test_a_page_left_before_it_opened_is_not_taken_off(kernels: AsyncMappingKernelManager) -> None:
    connection_to(kernels).disconnect()
    assert count(kernels) == 0


def test_a_page_left_before_it_opened_leaves_the_other_page_its_kernel(
    kernels: AsyncMappingKernelManager,
) -> None:
    connection_to(kernels).connect()
    connection_to(kernels).disconnect()
    assert count(kernels) == 1


def test_a_page_that_opened_is_taken_off_once(kernels: AsyncMappingKernelManager) -> None:
    other = connection_to(kernels)
    other.connect()
    connection = connection_to(kernels)
    connection.connect()
    assert count(kernels) == 2
    connection.disconnect()
    # A kernel that died closes its connections, and so does the page then.
    connection.disconnect()
    assert count(kernels) == 1
