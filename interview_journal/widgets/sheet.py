"""A sheet of sections, lines, links and buttons: what a panel tells, where a form asks.

Everything shown is plain values set as text on the screen, so that no word of a person can
become markup.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from interview_journal.core.web_links import linked_parts
from interview_journal.widgets.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "Line",
    "Link",
    "Press",
    "Section",
    "Sheet",
    "Text",
    "line",
    "link",
    "linked",
    "press",
    "section",
]

_STATIC = Path(__file__).parent / "static"

Section = dict[str, Any]
Line = dict[str, Any]
Link = dict[str, Any]
Press = dict[str, Any]
Text = str | list[dict[str, str]]
"""A sentence; in stretches where some of them are links, made with ``linked``."""


class Sheet(anywidget.AnyWidget):
    """Sections from top to bottom; says when something is pressed."""

    _esm = script_of("kit_press.js", "kit_blocks.js", "sheet.js")
    _css = _STATIC / "sheet.css"

    sections: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self,
        *,
        on_press: Callable[[str, str], None],
        guard: Callable[[Callable[..., None]], Callable[..., None]] = lambda handler: handler,
    ) -> None:
        """Make an empty sheet.

        Args:
            on_press: Called with the name and item of what was pressed.
            guard: Wraps what the screen calls, so that an error is shown.
        """
        super().__init__()
        self._on_press = on_press
        self.on_msg(guard(self._hear))

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal sheet"

    def show(self, sections: Sequence[Section]) -> None:
        """Show these sections; equal ones are not drawn again."""
        self.sections = list(sections)

    def focus(self, name: str, item: str = "") -> None:
        """Put the focus on a button, such as the one that opened a form which is now closed."""
        self.send({"type": "focus", "key": f"{name}:{item}"})

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("type") == "press":
            self._on_press(str(content["name"]), str(content.get("item", "")))


def section(
    key: str,
    heading: str = "",
    *,
    texts: Sequence[Text] = (),
    lines: Sequence[Line] = (),
    links: Sequence[Link] = (),
    buttons: Sequence[Press] = (),
    **more: object,
) -> Section:
    """Return one section; what is empty is left out.

    Args:
        key: Its name; a section of the same name and content is not drawn again.
        heading: Stands above it.
        texts: Sentences.
        lines: Entries, made with ``line``.
        links: To other notebooks, made with ``link``.
        buttons: Made with ``press``.
        more: ``level`` 1 for the panel's title; ``lead`` to set the first sentence large;
            ``tone`` plain, result, care, example or banner; ``tag`` beside the heading;
            ``hint`` below; ``layout`` list, or side for lines or pairs side by side; ``pairs``
            of label and words; ``focus`` to take the focus when it appears; ``more`` with
            summary and texts, folded.
    """
    given = {"heading": heading, "texts": texts, "lines": lines, "links": links, "buttons": buttons}
    return {"key": key, **_filled(given | more)}


def line(
    title: str,
    *,
    texts: Sequence[Text] = (),
    links: Sequence[Link] = (),
    buttons: Sequence[Press] = (),
    **more: object,
) -> Line:
    """Return one entry of a section.

    ``to`` is a link that takes the title's place; ``pairs``, ``layout`` and ``more`` are as in
    ``section``.
    """
    return _filled({"title": title, "texts": texts, "links": links, "buttons": buttons} | more)


def link(
    notebook: str,
    label: str,
    *,
    primary: bool = False,
    name: str = "",
    item: str = "",
    **more: object,
) -> Link:
    """Return a link to a notebook; with a ``name`` its click is told to the panel as well."""
    given = {"notebook": notebook, "label": label, "primary": primary, "name": name, "item": item}
    return _filled(given | more)


def press(name: str, label: str, *, item: str = "", **more: object) -> Press:
    """Return a button; ``more`` is primary, small, title (for screen readers) or expanded."""
    return _filled({"name": name, "label": label, "item": item} | more)


def linked(text: str) -> Text:
    """Return a person's text with the links in it to be followed.

    Example:
        >>> linked("Room 4")
        'Room 4'
        >>> linked("At https://call.example.org/4")[1]["link"]
        'https://call.example.org/4'
    """
    parts = linked_parts(text)
    return [one._asdict() for one in parts] if any(one.link for one in parts) else text


def _filled(given: dict[str, object]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in given.items()
        if value not in ("", None, (), []) and not (value is False and name != "expanded")
    }
