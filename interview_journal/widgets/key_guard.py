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

    def __init__(self, **traits: Any) -> None:  # noqa: ANN401 - the widget's own, as its layout
        """Make a guard that calls nobody yet."""
        super().__init__(**traits)
        self._on_save = self._on_look = _nothing
        self.on_msg(self._hear)

    def call(self, *, on_save: Callable[[], None], on_look: Callable[[], None]) -> None:
        """Name who is called.

        Args:
            on_save: Called at Ctrl+S, after every form has sent what it holds.
            on_look: Called when the panel comes into sight: another tab may have saved.
        """
        self._on_save, self._on_look = on_save, on_look

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "save":
            self._on_save()
        elif content.get("type") == "look":
            self._on_look()


def _nothing() -> None:
    """Do nothing."""
