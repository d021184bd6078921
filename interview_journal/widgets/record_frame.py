"""What stands around the forms of the record panel: its heading, and the way to other rounds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from interview_journal.widgets import fields as f
from interview_journal.widgets.record_shell import heading_html
from interview_journal.widgets.sample_mark import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    import ipywidgets as widgets

    from interview_journal.widgets.form import Form, Press
    from interview_journal.widgets.record_desk import RecordDesk
    from interview_journal.widgets.record_state import RecordState

__all__ = ["RecordFrame"]


class RecordFrame:
    """Heading, rounds that wait to be written down, and earlier ones."""

    def __init__(
        self,
        desk: RecordDesk,
        on_open: Callable[[str | None], None],
        *,
        heading: widgets.HTML,
    ) -> None:
        """Make it empty.

        Args:
            desk: The panel.
            on_open: Gets an interview's id, or None for a fresh form.
            heading: Where the heading is shown.
        """
        self._on_open = on_open
        self.heading = heading
        self._desk = desk

    @cached_property
    def choice(self) -> Form:
        """Rounds that wait, and the way to another one; made when there are any."""
        return self._leading(self._choose)

    @cached_property
    def earlier(self) -> Form:
        """The way back to an earlier round; made when there is one."""
        return self._leading(self._go_back)

    @property
    def above(self) -> tuple[Form, ...]:
        """What stands above the short form."""
        return (self.choice,) if "choice" in self.__dict__ else ()

    @property
    def below(self) -> tuple[Form, ...]:
        """What stands below everything."""
        return (self.earlier,) if "earlier" in self.__dict__ else ()

    def draw(self, state: RecordState, *, is_sample: bool) -> None:
        """Show this state."""
        self.heading.value = heading_html(
            state.title, state.lead, mark=EXAMPLE if is_sample else ""
        )
        if state.waiting or not state.is_new or self.above:
            self._draw_choice(state)
        if state.earlier or self.below:
            self._draw_earlier(state)

    def _draw_choice(self, state: RecordState) -> None:
        rows = [
            f.row(
                one.interview_id,
                one.label,
                buttons=[f.button("open", "It is this one", title=f"It is this one: {one.label}")],
            )
            for one in state.waiting
        ]
        self.choice.list_rows("waiting", rows)
        self.choice.fields = [f.rows("waiting", "You had planned this interview:")] if rows else []
        another = f.button("another", "Write another one down", small=True)
        self.choice.buttons = [] if state.is_new else [another]

    def _draw_earlier(self, state: RecordState) -> None:
        options = {"": "Choose one", **{one.interview_id: one.label for one in state.earlier}}
        self.earlier.open_without_draft({"which": ""})
        self.earlier.fields = (
            [f.pick("which", "Go on with an earlier interview", options)] if state.earlier else []
        )
        self.earlier.buttons = [f.button("open", "Open it")] if state.earlier else []

    def _leading(self, on_press: Press) -> Form:
        """Return a form that only leads elsewhere: it has nothing to save."""
        form = self._desk.form(on_press=on_press, on_save=lambda: None)
        form.tells_saving = False
        return form

    def _choose(self, button: str, item: str) -> None:
        self._on_open(None if button == "another" else item)

    def _go_back(self, _button: str, _item: str) -> None:
        chosen = self.earlier.text("which")
        if chosen:
            self._on_open(chosen)
