"""The notebooks a panel can lead to: those that exist, in the order they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["NOTEBOOKS", "NotebookLink", "link_to", "links_from"]


@dataclass(frozen=True, slots=True)
class NotebookLink:
    """A link to a notebook that lies beside the one shown.

    Attributes:
        file: The notebook's file name.
        label: What the link says.
        hint: What one does there.
    """

    file: str
    label: str
    hint: str


NOTEBOOKS: Final = (
    NotebookLink("0_tonight.ipynb", "Tonight", "What is new, and what comes next."),
    NotebookLink("1_record.ipynb", "Write down an interview", "Five minutes is enough."),
    NotebookLink("2_rate.ipynb", "Look closer at your answers", "One answer at a time."),
    NotebookLink("3_consistency.ipynb", "Compare what you said", "To whom, and does it agree."),
    NotebookLink("4_trends.ipynb", "See how it goes", "What changed, and how sure that is."),
    NotebookLink("5_prepare.ipynb", "Prepare the next round", "One page and three answers."),
)
"""Every notebook we ship; a test compares them with the folder."""


def links_from(file: str) -> tuple[NotebookLink, ...]:
    """Return the links to all notebooks but that one."""
    return tuple(link for link in NOTEBOOKS if link.file != file)


def link_to(file: str) -> NotebookLink:
    """Return the link to that notebook.

    Raises:
        KeyError: If we ship no notebook of that name.
    """
    for link in NOTEBOOKS:
        if link.file == file:
            return link
    raise KeyError(file)
