"""The parts of a panel as tabs, where each part is made of widgets of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from interview_journal.widgets.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Tabs"]


class Tabs(anywidget.AnyWidget):
    """A row of tabs; says which one was chosen. Fewer than two are not shown."""

    _esm = script_of("kit_press.js", "kit_blocks.js", "kit_tabs.js", "tabs.js")

    tabs: traitlets.List[Any] = traitlets.List().tag(sync=True)
    front = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        *,
        on_choose: Callable[[str], None],
        guard: Callable[[Callable[..., None]], Callable[..., None]] = lambda handler: handler,
    ) -> None:
        """Make an empty row.

        Args:
            on_choose: Called with the key of the tab that was chosen.
            guard: Wraps what the screen calls, so that an error is shown.
        """
        super().__init__()
        self._on_choose = on_choose
        self.on_msg(guard(self._hear))

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal tabs"

    def show(self, labels: Mapping[str, str], front: str) -> None:
        """Show these tabs by key and label, one of them in front."""
        with self.hold_sync():
            self.tabs = [{"key": key, "label": label} for key, label in labels.items()]
            self.front = front

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "choose":
            self._on_choose(str(content["key"]))
