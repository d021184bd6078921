"""One answer beside the anchors, scored with one key each; what a press means is decided here.

Each press carries a mark of its own, so that the same message twice is one rating.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from interview_journal.widgets.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RateCard"]

_STATIC = Path(__file__).parent / "static"


class RateCard(anywidget.AnyWidget):
    """Shows the words and rows of a state; says what was pressed."""

    _esm = script_of("kit_press.js", "kit_fields.js", "kit_redraw.js", "rate_card.js")
    _css = _STATIC / "rate_card.css"

    words = traitlets.Dict().tag(sync=True)
    card = traitlets.Dict().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        *,
        on_press: Callable[[str, dict[str, Any]], str],
        guard: Callable[[Callable[..., None]], Callable[..., None]] = lambda handler: handler,
    ) -> None:
        """Make an empty card.

        Args:
            on_press: Called with what was pressed and its details; returns what to say.
            guard: Wraps what the screen calls, so that an error is shown.
        """
        super().__init__()
        self._on_press = on_press
        self.on_msg(guard(self._hear))

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal card"

    def show(self, words: dict[str, Any], card: dict[str, Any]) -> None:
        """Show an answer with its rows; equal ones are not sent again."""
        with self.hold_sync():
            self.words = words
            self.card = card

    def focus(self, criterion: str = "") -> None:
        """Put the focus on a row, "" on the first that is open."""
        self.send({"type": "focus", "criterion": criterion})

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        """Pass a press on and say what became of it, also when it failed."""
        told = {"press": str(content.get("press", "")), "words": "Not saved.", "failed": True}
        try:
            words = self._on_press(str(content.get("type", "")), content)
            told |= {"words": words, "failed": False}
        finally:
            self.told = told
