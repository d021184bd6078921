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

__all__ = ["Panel", "Shell"]

P = ParamSpec("P")


class Shell:
    """What every panel is made of before it holds anything.

    It needs neither the journal nor what reads one. Made first, it has the page fetch what
    draws a panel while the rest is still being loaded here.
    """

    def __init__(self) -> None:
        """Make the parts, all empty."""
        # One layout for all: each of its own would be one more message before the panel shows.
        self.layout = widgets.Layout()
        self.guard = KeyGuard(layout=self.layout)
        self.notice = Notice(layout=self.layout)
        self.body = widgets.VBox(layout=self.layout)
        self.form: Form | None = None
        """The panel's first form, where it will surely have one."""


class Panel(widgets.VBox):
    """A notebook's panel.

    Subclasses fill ``body`` and override ``save_all``. Every handler they hand to a widget
    goes through ``guarded``.
    """

    def __init__(self, *, label: str, shell: Shell | None = None) -> None:
        """Make an empty panel.

        Args:
            label: Its name for screen readers and for tests.
            shell: The parts it is made of, where they were made ahead.
        """
        shell = shell or Shell()
        self.guard, self.notice, self.body = shell.guard, shell.notice, shell.body
        self._first_form = shell.form
        self.guard.call(on_save=self.guarded(self._save_by_key), on_look=self.guarded(self._seen))
        super().__init__(
            [self.guard, self.body, self.notice],
            layout=shell.layout,
            _dom_classes=("ij-panel", "ij-form"),
        )
        self.label = label

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
        """Return a form whose handlers show their errors in this panel; see ``Form``.

        One that was made ahead shows what it has until it is given other fields or buttons:
        without any in between, whoever types in it already would lose the place.
        """
        first, self._first_form = self._first_form, None
        if first is None:
            return Form(
                fields,
                on_press=on_press,
                on_change=on_change,
                buttons=buttons,
                guard=self.guarded,
                layout=self.layout,
            )
        first.serve(on_press=on_press, on_change=on_change, guard=self.guarded)
        if fields:
            first.fields = list(fields)
        if buttons:
            first.buttons = list(buttons)
        return first

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
