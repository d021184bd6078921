"""The connection of a page to its notebook, counted right when the page is left at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

if TYPE_CHECKING:
    import asyncio

__all__ = ["CountedConnection"]


class CountedConnection(ZMQChannelsWebsocketConnection):
    """A connection that is taken off its kernel's count only where it was put on it.

    The server counts a connection when it is open, and takes it off whenever it closes. A page
    left in the moment between makes the count -1, which is not 0, so that its kernel would
    never end; and where another page holds the kernel, its count would be 0, and the kernel
    of an open page would end.
    """

    _is_counted = False

    def connect(self) -> asyncio.Future[None] | None:
        """Count this connection and connect it; None where the kernel is gone."""
        self._is_counted = True
        return cast("asyncio.Future[None] | None", super().connect())

    def disconnect(self) -> None:
        """Close this connection and take it off the count it is on."""
        if self._is_counted:
            self._is_counted = False
            super().disconnect()
            return
        # Two more while it closes: it is never the last one, whose channels would be kept.
        self.multi_kernel_manager.notify_connect(self.kernel_id)
        self.multi_kernel_manager.notify_connect(self.kernel_id)
        super().disconnect()
        self.multi_kernel_manager.notify_disconnect(self.kernel_id)
