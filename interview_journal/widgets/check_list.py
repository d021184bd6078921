"""The rubric's yes/no checks, to tick while one writes; says what was ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from interview_journal.widgets.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["CheckGroup", "CheckList"]

CheckGroup = dict[str, Any]
"""Key, label, words beside it, checks of key and text, and the keys of the ticked ones."""


class CheckList(anywidget.AnyWidget):
    """Groups of checks from top to bottom."""

    _esm = script_of("kit_press.js", "kit_fields.js", "check_list.js")

    heading = traitlets.Unicode("").tag(sync=True)
    hint = traitlets.Unicode("").tag(sync=True)
    groups: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self,
        heading: str,
        hint: str,
        *,
        on_tick: Callable[[str, str, bool], None],
        guard: Callable[[Callable[..., None]], Callable[..., None]] = lambda handler: handler,
    ) -> None:
        """Make an empty list.

        Args:
            heading: Stands above it.
            hint: What the ticks are for.
            on_tick: Called with a group's key, a check's key and whether it holds.
            guard: Wraps what the screen calls, so that an error is shown.
        """
        super().__init__(heading=heading, hint=hint)
        self._on_tick = on_tick
        self.on_msg(guard(self._hear))

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal checks"

    def show(self, groups: Sequence[CheckGroup]) -> None:
        """Show these groups; equal ones are not sent again."""
        self.groups = list(groups)

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "tick":
            group, check = str(content["group"]), str(content["check"])
            self._on_tick(group, check, content.get("holds") is True)
