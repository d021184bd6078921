"""One chart on the screen: the picture, its sentence, its table, and how it is saved.

The picture is bytes that somebody else drew. The screen says how wide and how dark its place
is, and whoever draws is asked again when that changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import anywidget
import traitlets

from interview_journal.widgets.chart_table import chart_table
from interview_journal.widgets.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.analysis.trend_values import Figure

__all__ = ["ChartView", "Place"]

_STATIC = Path(__file__).parent / "static"
WIDEST: Final = 900
NARROWEST: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chart stands.

    Attributes:
        width_px: The room on the page.
        theme: "light" or "dark".
        ratio: Dots of the screen for one pixel of the page, 1 or 2.
    """

    width_px: int
    theme: str
    ratio: int = 1


class ChartView(anywidget.AnyWidget):
    """Shows one figure; says where it stands and what was pressed."""

    _esm = script_of("kit_press.js", "kit_blocks.js", "kit_files.js", "chart_view.js")
    _css = _STATIC / "chart_view.css"

    shown: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    image = traitlets.Bytes(b"").tag(sync=True)
    size: traitlets.List[Any] = traitlets.List([0, 0]).tag(sync=True)
    table: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        *,
        on_place: Callable[[Place], None],
        on_save: Callable[[ChartView, str], None],
        guard: Callable[[Callable[..., None]], Callable[..., None]] = lambda handler: handler,
        **traits: Any,  # noqa: ANN401 - the widget's own, such as its layout
    ) -> None:
        """Make an empty view.

        Args:
            on_place: Called when the page tells where the chart stands.
            on_save: Called with this view and "png" or "svg"; answers with ``hand_out``.
            guard: Wraps what the screen calls, so that an error is shown.
            traits: Set on the widget.
        """
        super().__init__(**traits)
        self.figure: Figure | None = None
        self._on_place = on_place
        self._on_save = on_save
        self.on_msg(guard(self._hear))

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal chart"

    def show(self, figure: Figure, *, hides_scores: bool = False) -> None:
        """Show a figure's words; its picture follows with ``show_picture``.

        Args:
            figure: What to show.
            hides_scores: Whether to show words only, without any number.
        """
        self.figure = figure
        with self.hold_sync():
            self.shown = _shown(figure, hides_scores=hides_scores)
            if not self.shown["shows_chart"]:
                self.table, self.image, self.size = {}, b"", [0, 0]
            elif self.table:
                self.table = chart_table(figure)

    @property
    def shows_chart(self) -> bool:
        """Whether there is anything to draw, and it may be seen."""
        return bool(self.shown.get("shows_chart"))

    def show_picture(self, image: bytes, width_px: int, height_px: int) -> None:
        """Show a picture, so many pixels of the page wide and high."""
        if image != self.image:
            with self.hold_sync():
                self.size = [width_px, height_px]
                self.image = image

    def hand_out(self, name: str, image_format: str, data: bytes) -> None:
        """Give a file to the browser, which saves it as it saves any other."""
        self.send({"type": "file", "name": name, "format": image_format}, buffers=[data])

    def open_table(self, *, is_open: bool) -> None:
        """Show the figure's rows as a table, or put the table away."""
        self.table = chart_table(self.figure) if is_open and self.figure is not None else {}

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        kind = content.get("type")
        if kind == "place":
            self._on_place(_place(content))
        elif kind == "table":
            self.open_table(is_open=bool(content.get("open")))
        elif kind == "save":
            self._on_save(self, "svg" if content.get("format") == "svg" else "png")


def _place(content: dict[str, Any]) -> Place:
    return Place(
        width_px=min(max(int(content.get("width", 0)), NARROWEST), WIDEST),
        theme="dark" if content.get("theme") == "dark" else "light",
        ratio=min(max(int(content.get("ratio", 1)), 1), 2),
    )


def _shown(figure: Figure, *, hides_scores: bool) -> dict[str, Any]:
    if hides_scores or figure.frame.empty:
        sentence = figure.words if hides_scores else figure.sentence
        return {"heading": figure.title, "sentence": sentence, "shows_chart": False}
    return {
        "heading": figure.title,
        "sentence": figure.sentence,
        "alt": figure.sentence,
        "how": list(figure.how),
        "shows_chart": True,
    }
