"""What the record panel is made of before it holds anything: its form, and what stands above."""

from __future__ import annotations

import html
from typing import Final

import ipywidgets as widgets

from interview_journal.widgets.form import Form
from interview_journal.widgets.panel import Shell

__all__ = ["FIVE_MINUTES", "LABEL", "WRITE_IT_DOWN", "RecordShell", "heading_html"]

LABEL: Final = "Write an interview down"
WRITE_IT_DOWN: Final = "Write it down while it’s fresh"
FIVE_MINUTES: Final = (
    "Five minutes is enough; you can add more tomorrow. It stays on this computer."
)


class RecordShell(Shell):
    """The panel's parts down to its first form, which never moves.

    A widget put elsewhere is drawn anew and loses the focus.
    """

    def __init__(self) -> None:
        """Make the parts; the form shows nothing yet."""
        super().__init__()
        self.heading = widgets.HTML(layout=self.layout)
        self.above = widgets.VBox(layout=self.layout)
        self.form: Form = Form(layout=self.layout)


def heading_html(title: str, lead: str, *, mark: str = "") -> str:
    """Return the panel's heading.

    Args:
        title: The heading itself.
        lead: The sentence below; "" for none.
        mark: What stands above it; "" for nothing.
    """
    above = f'<p class="ij-note">{html.escape(mark)}</p>' if mark else ""
    below = f'<p class="ij-hint">{html.escape(lead)}</p>' if lead else ""
    return f"{above}<h1>{html.escape(title)}</h1>{below}"
