"""What the parts of the record panel may ask of the panel they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from interview_journal.core.records import Interview
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.fields import Button, Field
    from interview_journal.widgets.form import Change, Form, Press

__all__ = ["RecordDesk", "RecordPart"]


class RecordPart(Protocol):
    """A section of the long path."""

    @property
    def name(self) -> str:
        """Names its drafts, and its place when it is remembered."""

    @property
    def parts(self) -> tuple[Form, ...]:
        """What the panel shows of it."""

    def show(self, interview: Interview) -> None:
        """Show what is saved of that interview, or the drafts of it."""

    def open(self) -> None:
        """Open the section."""

    def close(self) -> None:
        """Close the section; nothing typed is lost."""

    @property
    def is_open(self) -> bool:
        """Whether it is open."""


class RecordDesk(Protocol):
    """The panel, as its parts see it."""

    @property
    def journal(self) -> Journal:
        """The journal."""

    @property
    def interview_id(self) -> str:
        """The interview that is being written down."""

    def interview(self) -> Interview:
        """Return that interview as it is saved now.

        Raises:
            UnknownRecordError: If it is not saved.
        """

    def form(
        self,
        fields: Sequence[Field] = (),
        *,
        on_press: Press,
        on_save: Callable[[], None],
        on_change: Change | None = None,
        buttons: Sequence[Button] = (),
    ) -> Form:
        """Return a form whose unsaved words Ctrl+S saves."""

    def open_draft(
        self, form: Form, name: str, values: Mapping[str, str], saved_at: datetime | None
    ) -> bool:
        """Show the form's draft, or these values; return whether there was a draft."""

    def toggle(self, part: RecordPart) -> None:
        """Open or close a section and remember it."""

    def changed(self) -> None:
        """Show anew what another part saved."""

    def say(self, text: str) -> None:
        """Say something to the person."""
