"""A section that lists what is there and edits one entry at a time.

Adding, editing, removing with undo: the same for people and for questions. What belongs to
either is in the subclass.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

from interview_journal.widgets import fields as f
from interview_journal.widgets.record_place import draft_name
from interview_journal.widgets.saved_words import saved_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.records import Interview
    from interview_journal.widgets.form import Form
    from interview_journal.widgets.record_desk import RecordDesk

__all__ = ["ENTRY", "ListSection"]

ENTRY: Final = "_entry"
"""The hidden value that names the entry being edited; "" for none."""
_DROPPED: Final = "dropped"


class ListSection(ABC):
    """The common half; subclasses say what an entry is."""

    name = ""
    title = ""
    lead = ""
    add_label = ""
    save_label = ""
    editor_fields: frozenset[str] = frozenset()

    def __init__(self, desk: RecordDesk) -> None:
        """Make it closed and empty."""
        self.desk = desk
        self.removed: dict[str, str] = {}
        self._dropped: dict[str, str] = {}
        self.form = desk.form(
            on_press=self.press, on_save=self.save_if_typed, on_change=self.changed
        )
        self.form.title, self.form.lead = self.title, self.lead
        self.form.opened = False
        self.parts: tuple[Form, ...] = (self.form,)

    # What a subclass says -----------------------------------------------------------------

    @abstractmethod
    def rows(self) -> list[f.Row]:
        """Return the entries as they are listed."""

    @abstractmethod
    def editor(self, values: Mapping[str, str]) -> list[f.Field]:
        """Return the fields in which one entry is edited."""

    @abstractmethod
    def blank(self) -> dict[str, str]:
        """Return the values of a new entry, the id it will have under ``ENTRY``."""

    @abstractmethod
    def values_of(self, entry: str) -> dict[str, str]:
        """Return the values of an entry that is there."""

    @abstractmethod
    def save_entry(self, values: Mapping[str, str]) -> None:
        """Save an entry."""

    @abstractmethod
    def remove_entry(self, entry: str) -> str:
        """Take an entry away and return what it is called."""

    @abstractmethod
    def restore_entry(self, entry: str) -> None:
        """Bring an entry back."""

    # The section --------------------------------------------------------------------------

    def show(self, interview: Interview) -> None:
        """Show the list, and the draft of an entry where there is one."""
        self.removed.clear()
        nothing = {ENTRY: ""}
        if self.desk.open_draft(self.form, draft_name(interview.id, self.name), nothing, None):
            self.open()
        self.draw()

    def open(self) -> None:
        """Open the section."""
        self.form.opened = True
        self.draw()

    def close(self) -> None:
        """Close the section; what was typed stays in its draft."""
        self.form.opened = False

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return bool(self.form.opened)

    @property
    def entry(self) -> str:
        """The entry being edited, "" for none."""
        return self.form.text(ENTRY)

    def draw(self) -> None:
        """Show the list as it is now, and the editor where it is open."""
        if not self.is_open:
            return
        self.form.list_rows(self.name, [*self.rows(), *self._removed_rows()])
        editor = self.editor(self.form.values) if self.entry else []
        self.form.fields = [f.rows(self.name), *editor]
        self.form.buttons = self.editor_buttons() if self.entry else [self._add()]

    def _add(self) -> f.Button:
        return f.button("add", self.add_label)

    def editor_buttons(self) -> list[f.Button]:
        """Return the buttons below the editor."""
        return [f.button("save", self.save_label), f.button("close", "Close")]

    def _removed_rows(self) -> list[f.Row]:
        return [
            f.row(
                entry,
                f"Removed: {words}",
                buttons=[f.button("undo", "Undo", title=f"Undo: bring back {words}")],
            )
            for entry, words in self.removed.items()
        ]

    def press(self, button: str, item: str = "") -> None:
        """Do what a button does."""
        if button == "toggle":
            self.desk.toggle(self)
        elif button == "add":
            self.edit(self.blank())
        elif button == "edit":
            self.save_if_typed()
            self.edit(self.values_of(item))
        elif button == "remove":
            self.removed[item] = self.remove_entry(item)
            self._after()
        elif button == "undo":
            self.undo(item)
        elif button == "close":
            self.drop()
        else:
            self.save_if_typed()
            self.edit({ENTRY: ""})

    def undo(self, item: str) -> None:
        """Bring back what was removed, or the words of an editor that was closed."""
        words = self.removed.pop(item, None)
        if item == _DROPPED and words is not None:
            self.save_if_typed()
            self.edit(self._dropped)
            self.form.set_values(self._dropped)
        else:
            self.restore_entry(item)
            self._after()

    def drop(self) -> None:
        """Close the editor; what was typed can be brought back."""
        if self.form.unsaved:
            self._dropped = dict(self.form.values)
            self.removed[_DROPPED] = "words that were not saved"
        self.edit({ENTRY: ""})

    def edit(self, values: Mapping[str, str]) -> None:
        """Show an entry in the editor; ``ENTRY`` empty closes it."""
        status = self.form.status
        self.form.was_saved(values, status)
        self.draw()

    def save_if_typed(self) -> None:
        """Save the entry being edited, if anything was typed in it."""
        if self.entry and self.form.unsaved:
            values = dict(self.form.values)
            self.save_entry(values)
            self.form.was_saved(self.values_of(values[ENTRY]), saved_words(self.desk.journal.now()))
            self._after()

    def changed(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Take in what was typed; a draft that came from the browser may open the editor."""
        if before.get(ENTRY) != after.get(ENTRY):
            self.open()

    def _after(self) -> None:
        self.desk.changed()
        self.draw()
