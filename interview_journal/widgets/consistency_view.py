"""The page of the consistency panel on the screen: tabs, and the blocks of the one in front."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from interview_journal.widgets.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from interview_journal.widgets.consistency_blocks import Block

__all__ = ["ConsistencyView"]

_STATIC = Path(__file__).parent / "static"


class ConsistencyView(anywidget.AnyWidget):
    """Shows tabs and blocks; says what was pressed, chosen and typed."""

    _esm = script_of(
        "kit_press.js", "kit_blocks.js", "kit_tabs.js", "kit_files.js", "consistency_view.js"
    )
    _css = _STATIC / "consistency_view.css"

    tabs: traitlets.List[Any] = traitlets.List().tag(sync=True)
    tab = traitlets.Unicode("").tag(sync=True)
    blocks: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self,
        *,
        on_press: Callable[[str, str], None],
        on_choose: Callable[[str, str], None],
        on_type: Callable[[str, str], None],
        guard: Callable[[Callable[..., None]], Callable[..., None]] = lambda handler: handler,
        **traits: Any,  # noqa: ANN401 - the widget's own, such as its layout
    ) -> None:
        """Make an empty page.

        Args:
            on_press: Called with the name and item of what was pressed.
            on_choose: Called with a filter's name and value; the tab's name is "tab".
            on_type: Called with an item and what was typed for it so far.
            guard: Wraps what the screen calls, so that an error is shown.
            traits: Set on the widget.
        """
        super().__init__(**traits)
        self._on_press = on_press
        self._on_choose = on_choose
        self._on_type = on_type
        self.on_msg(guard(self._hear))

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal page"

    def show(self, tabs: Sequence[Block], tab: str, blocks: Sequence[Block]) -> None:
        """Show these tabs, one of them in front with its blocks; equal ones are not drawn again."""
        with self.hold_sync():
            self.tabs, self.tab, self.blocks = list(tabs), tab, list(blocks)

    def hand_out(self, name: str, data: bytes) -> None:
        """Give a CSV file to the browser, which saves it as it saves any other."""
        self.send({"type": "file", "name": name}, buffers=[data])

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        kind = content.get("type")
        name, item = str(content.get("name", "")), str(content.get("item", ""))
        if kind == "choose":
            self._on_choose(name, str(content.get("value", "")))
        elif kind in ("press", "type"):
            # What was typed travels with every press, so that none is lost to its pause.
            for typed, text in dict(content.get("typed") or {}).items():
                self._on_type(str(typed), str(text))
            if kind == "press":
                self._on_press(name, item)
