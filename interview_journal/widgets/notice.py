"""The place where a panel says what happened, heard by screen readers as well."""

from __future__ import annotations

from typing import Any, Final

import anywidget
import traitlets

from interview_journal.errors import JournalError
from interview_journal.widgets.bug_details import bug_details
from interview_journal.widgets.scripts import script_of

__all__ = ["OUR_BUG", "Notice"]

OUR_BUG: Final = "This is our bug, not yours. Your text is kept: nothing you typed is lost."


class Notice(anywidget.AnyWidget):
    """One message: a note, an error that the person can mend, or a bug of ours."""

    _esm = script_of("kit_press.js", "notice.js")

    message = traitlets.Dict(default_value={}).tag(sync=True)

    def say(self, text: str) -> None:
        """Show a note."""
        self._show("note", text)

    def clear(self) -> None:
        """Show nothing."""
        self.message = {}

    def fail(self, error: BaseException) -> None:
        """Show an error: ours with its sentence, any other as a bug with details to copy."""
        if isinstance(error, JournalError):
            self._show("error", str(error))
        else:
            self._show("bug", OUR_BUG, bug_details(error))

    def _show(self, kind: str, text: str, details: str = "") -> None:
        message: dict[str, Any] = {"kind": kind, "text": text, "details": details}
        # Said anew even when the words are the same, or the second failure would be silent.
        self.message = {}
        self.message = message
