"""The record panel: an interview written down in five minutes, and more whenever one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import ipywidgets as widgets

from interview_journal.core.records import Interview
from interview_journal.errors import ConflictError, JournalError, UnknownRecordError
from interview_journal.widgets.conflict_box import ConflictBox
from interview_journal.widgets.notebook_link import TONIGHT, notebook_link
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.question_offers import OfferBox
from interview_journal.widgets.record_frame import RecordFrame
from interview_journal.widgets.record_place import Place, keep_place, opening_place, read_place
from interview_journal.widgets.record_shell import LABEL, RecordShell
from interview_journal.widgets.record_state import record_state
from interview_journal.widgets.sample_mark import ExampleError, is_sample
from interview_journal.widgets.short_form import ShortForm
from interview_journal.widgets.typed_values import faults_by_field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.fields import Button, Field
    from interview_journal.widgets.form import Change, Form, Press
    from interview_journal.widgets.record_desk import RecordPart

__all__ = ["RecordPanel"]

_PATH: Final = frozenset({"path"})
"""Remembered for a long path that is shown with every section closed."""
_LOOKING_ONLY: Final = frozenset({"toggle", "more", "open", "another", "edit", "close"})


class RecordPanel(Panel):
    """What ``show_record`` shows."""

    def __init__(
        self, journal: Journal, *, interview_id: str | None = None, shell: RecordShell | None = None
    ) -> None:
        """Open on that interview, or where the person left it."""
        shell = shell or RecordShell()
        super().__init__(label=LABEL, shell=shell)
        self.journal = journal
        self._is_sample = is_sample(journal)
        self._saves: list[tuple[Form, Callable[[], None]]] = []
        self._pressed: Form | None = None
        self._parts: list[RecordPart] = []
        self._id: str | None = None
        self._conflicts = ConflictBox(self, journal, on_settled=self._settled)
        self._frame = RecordFrame(self, self._open_by_hand, heading=shell.heading)
        self._short = ShortForm(self, on_saved=self._saved, on_more=self._press_more)
        self._offers = OfferBox(self)
        self._above = shell.above
        self._offered, self._sections, self._below = (
            widgets.VBox(layout=self.layout) for _ in range(3)
        )
        self.show(
            [
                self._frame.heading,
                self._above,
                self._short.form,
                self._offered,
                self._sections,
                self._below,
                notebook_link(
                    TONIGHT,
                    "Back to tonight",
                    layout=self.layout,
                    style=self._frame.heading.style,
                ),
            ]
        )
        self._place = Place() if self._is_sample else opening_place(journal, interview_id)
        self.open_interview(interview_id or self._place.interview_id)
        if self._place.sections and self.interview_id:
            self._press_more()

    # The desk that the parts see ----------------------------------------------------------

    @property
    def interview_id(self) -> str:
        """The interview that is being written down, "" before it is saved."""
        return self._id or ""

    def interview(self) -> Interview:
        """Return it as it is saved now."""
        found = self.journal.get(Interview, self.interview_id)
        if found is None:
            raise UnknownRecordError("interviews", self.interview_id)
        return found

    def form(
        self,
        fields: Sequence[Field] = (),
        *,
        on_press: Press,
        on_save: Callable[[], None] | None = None,
        on_change: Change | None = None,
        buttons: Sequence[Button] = (),
    ) -> Form:
        """Return a form whose errors are shown in it and whose words Ctrl+S saves."""

        def press(button: str, item: str) -> None:
            if self._is_sample and button not in _LOOKING_ONLY:
                raise ExampleError
            self._pressed = made
            self.notice.clear()
            on_press(button, item)

        made = super().form(fields, on_press=press, on_change=on_change, buttons=buttons)
        if on_save is not None:
            self._saves.append((made, on_save))
        return made

    def open_draft(
        self, form: Form, name: str, values: Mapping[str, str], saved_at: datetime | None
    ) -> bool:
        """Show a form's draft, or these values; the example keeps no drafts."""
        if self._is_sample:
            form.open_without_draft(values)
            return False
        return form.open_draft(self.journal, name, values=values, saved_at=saved_at)

    def toggle(self, part: RecordPart) -> None:
        """Open or close a section and remember it."""
        if part.is_open:
            part.close()
        else:
            part.open()
        self._remember()

    def changed(self) -> None:
        """Show anew what a part saved, wherever else it stands."""
        found = self.journal.get(Interview, self.interview_id)
        self._short.refresh(found)
        self._offers.show(None if self._is_sample else found)
        self._conflicts.show()
        for part in self._parts:
            draw = getattr(part, "draw", None)
            if draw is not None:
                draw()
        self._arrange()

    # What the person does -----------------------------------------------------------------

    def open_interview(self, interview_id: str | None) -> None:
        """Show that interview, or a fresh form."""
        self.journal.refresh()
        found = None if interview_id is None else self.journal.get(Interview, interview_id)
        self._id = None if found is None else found.id
        self._short.show(found)
        self._short.show_more(is_open=False)
        self._sections.children = ()
        self._offers.show(None if self._is_sample else found)
        self._conflicts.show()
        self._draw_frame()

    def save_all(self) -> None:
        """Save every form in which something was typed; the short one first."""
        if self._is_sample:
            raise ExampleError
        for form, save in self._saves:
            if form.unsaved:
                self._pressed = form
                save()

    def fail(self, error: BaseException) -> None:
        """Show an error beside its field where it has one, else in the panel."""
        beside = faults_by_field(error) if isinstance(error, JournalError) else {}
        form = self._pressed
        names = set() if form is None else {field.get("name") for field in form.fields}
        if form is not None and beside and set(beside) <= names:
            form.show_errors(beside)
            return
        if isinstance(error, ConflictError):
            self._conflicts.show()
            self._arrange()
        super().fail(error)

    def look(self) -> None:
        """Follow where another panel sent the person, and show what others saved.

        Not away from words that are not saved: those go first.
        """
        if self._is_sample or any(form.unsaved and form.tells_saving for form, _ in self._saves):
            return
        place = read_place(self.journal.drafts, now=self.journal.now())
        if place.asked and place.interview_id != self._id:
            self.open_interview(place.interview_id)
            self._remember()
        elif self.journal.refresh():
            self.changed()
            self._draw_frame()

    # Inside -------------------------------------------------------------------------------

    def _saved(self, interview: Interview) -> None:
        self._id = interview.id
        self._remember()
        self.changed()
        self._draw_frame()

    def _settled(self) -> None:
        was_open = bool(self._sections.children)
        self.open_interview(self._id)
        if was_open and self._id is not None:
            self._press_more()
        self.say("Settled. The other version stays in the history.")

    def _press_more(self) -> None:
        is_open = not self._sections.children
        if is_open:
            # They open below the button, often below the window.
            self._show_path(takes_focus=True)
        else:
            self._sections.children = ()
        self._short.show_more(is_open=is_open)
        self._remember()

    def _show_path(self, *, takes_focus: bool = False) -> None:
        if not self._parts:
            # The long path costs nothing until somebody asks for it.
            from interview_journal.widgets.record_path import long_path

            self._parts = long_path(self)
        interview = self.interview()
        for part in self._parts:
            part.close()
            part.show(interview)
            if part.name in self._place.sections:
                part.open()
        self._parts[0].parts[0].takes_focus = takes_focus
        self._sections.children = tuple(form for part in self._parts for form in part.parts)

    def _open_by_hand(self, interview_id: str | None) -> None:
        self._place = Place(interview_id)
        self.open_interview(interview_id)
        self._remember()

    def _remember(self) -> None:
        if not self._is_sample:
            shown = self._parts if self._sections.children else []
            names = frozenset(part.name for part in shown if part.is_open)
            self._place = Place(self._id, names or (_PATH if shown else frozenset()))
            keep_place(self.journal, self._id, self._place.sections)

    def _draw_frame(self) -> None:
        state = record_state(self.journal, self._id, now=self.journal.now())
        self._frame.draw(state, is_sample=self._is_sample)
        self._arrange()

    def _arrange(self) -> None:
        """Fill the boxes around the short form; the form itself never moves.

        A widget put elsewhere is drawn anew and loses the focus.
        """
        for box, parts in (
            (self._above, (*self._conflicts.parts, *self._frame.above)),
            (self._offered, self._offers.parts),
            (self._below, self._frame.below),
        ):
            if box.children != parts:
                box.children = parts
