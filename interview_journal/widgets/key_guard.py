"""Keeps the notebook's one-key shortcuts away from a panel.

With the focus on a button, JupyterLab takes "x" for "delete this cell", form and words
included. It also carries the style sheet that all parts of a panel share.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KeyGuard"]

_STATIC = Path(__file__).parent / "static"


class KeyGuard(anywidget.AnyWidget):
    """Stops plain keys at the panel's edge and turns Ctrl+S into a save."""

    _esm = _STATIC / "key_guard.js"
    _css = _STATIC / "kit.css"

    def __init__(
        self,
        on_save: Callable[[], None],
        on_look: Callable[[], None] = lambda: None,
        **traits: Any,  # noqa: ANN401 - the widget's own, such as its layout
    ) -> None:
        """Make a guard.

        Args:
            on_save: Called at Ctrl+S, after every form has sent what it holds.
            on_look: Called when the panel comes into sight: another tab may have saved.
            traits: Set on the widget.
        """
        super().__init__(**traits)
        self._on_save = on_save
        self._on_look = on_look
        self.on_msg(self._hear)

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "save":
            self._on_save()
        elif content.get("type") == "look":
            self._on_look()
