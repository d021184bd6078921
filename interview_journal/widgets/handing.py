"""What a panel hands over to the browser: files, texts for the clipboard, a mail to write."""

from __future__ import annotations

from typing import Final

import anywidget

from interview_journal.widgets.scripts import script_of

__all__ = ["Handing"]

COPIED: Final = "Copied. Paste it wherever you write."
REFUSED: Final = "The browser did not allow it. Mark the text and press Ctrl+C."
IN_MAIL: Final = "Your mail program opens with the words in it. Nothing is sent until you send it."
PASTE: Final = (
    "Your mail program opens. The text is too long for its link, so it is copied: paste it in."
)


class Handing(anywidget.AnyWidget):
    """Shows nothing but a line that says what became of what was handed over."""

    _esm = script_of("kit_press.js", "kit_blocks.js", "kit_files.js", "handing.js")

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal handing"

    def give_file(self, name: str, kind: str, data: bytes) -> None:
        """Give the browser a file, which it saves as it saves any other.

        Args:
            name: The file's name.
            kind: Its media type, such as "text/calendar".
            data: What is in it.
        """
        said = f"{name} is with your other downloads."
        self.send({"type": "file", "name": name, "kind": kind, "said": said}, buffers=[data])

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        self.send({"type": "copy", "text": text, "said": COPIED, "refused": REFUSED})

    def open_mail(self, address: str, *, is_whole: bool = True) -> None:
        """Have the mail program open a ``mailto:`` link.

        Args:
            address: The link.
            is_whole: Whether the words are in it; else they are on the clipboard.
        """
        said = IN_MAIL if is_whole else PASTE
        self.send({"type": "mail", "address": address, "said": said})

    def quiet(self) -> None:
        """Say nothing any more."""
        self.send({"type": "quiet"})
