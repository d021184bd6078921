"""What all panels share: key guard, messages, and handlers that cannot fail unseen.

JupyterLab swallows an exception raised in a handler; here it is shown instead, and never with
the journal's words.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, ParamSpec

import ipywidgets as widgets

from interview_journal.widgets.form import Form
from interview_journal.widgets.key_guard import KeyGuard
from interview_journal.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from interview_journal.widgets.fields import Button, Field
    from interview_journal.widgets.form import Change, Press

__all__ = ["Panel"]

P = ParamSpec("P")


class Panel(widgets.VBox):
    """A notebook's panel.

    Subclasses fill ``body`` and override ``save_all``. Every handler they hand to a widget
    goes through ``guarded``.
    """

    def __init__(self, *, label: str) -> None:
        """Make an empty panel; ``label`` is its name for screen readers and for tests."""
        # One layout for all: each of its own would be one more message before the panel shows.
        layout = widgets.Layout()
        self.guard = KeyGuard(
            self.guarded(self._save_by_key), self.guarded(self._seen), layout=layout
        )
        self.notice = Notice(layout=layout)
        self.body = widgets.VBox(layout=layout)
        super().__init__([self.guard, self.body, self.notice], layout=layout)
        self.label = label
        for name in ("ij-panel", "ij-form"):
            self.add_class(name)

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal panel"

    __str__ = __repr__

    def show(self, parts: Sequence[widgets.Widget]) -> None:
        """Show these parts, from top to bottom."""
        self.body.children = tuple(parts)

    def guarded(self, handler: Callable[P, object]) -> Callable[P, None]:
        """Return the handler as one that shows its errors in the panel and never raises."""

        @functools.wraps(handler)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                handler(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - whatever it is, the person must see it
                self.fail(error)

        return run

    def form(
        self,
        fields: Sequence[Field],
        *,
        on_press: Press,
        on_change: Change | None = None,
        buttons: Sequence[Button] = (),
    ) -> Form:
        """Return a form whose handlers show their errors in this panel; see ``Form``."""
        return Form(
            fields,
            on_press=on_press,
            on_change=on_change,
            buttons=buttons,
            guard=self.guarded,
            layout=self.layout,
        )

    def fail(self, error: BaseException) -> None:
        """Show an error; a panel with fields first looks whether it belongs beside one."""
        self.notice.fail(error)

    def say(self, text: str) -> None:
        """Show a note."""
        self.notice.say(text)

    def save_all(self) -> None:
        """Save whatever the panel holds and has not saved; called at Ctrl+S."""

    def look(self) -> None:
        """Take in what another notebook saved; called when the panel comes into sight."""

    def _seen(self) -> None:
        self.look()

    def _save_by_key(self, *_args: Any) -> None:  # noqa: ANN401 - what the event brings
        self.save_all()
