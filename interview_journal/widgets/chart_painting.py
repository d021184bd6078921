"""Pictures for the screen: only what changed is drawn, and what was just drawn is not again."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from interview_journal.analysis.filters import Axis
    from interview_journal.analysis.trend_values import Figure
    from interview_journal.charts.rendering import ImageFormat
    from interview_journal.widgets.chart_view import Place

__all__ = ["ChartPainter", "Picture"]

KEPT_AT_MOST: Final = 30
SAVED_WIDTH_PX: Final = 860
SAVED_RATIO: Final = 2.0
_PNG_WIDTH: Final = slice(16, 20)
_PNG_HEIGHT: Final = slice(20, 24)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart drawn for one place.

    Attributes:
        data: The bytes of a PNG.
        width_px: Its width on the page.
        height_px: Its height on the page.
    """

    data: bytes
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class _Drawn:
    figure: Figure
    place: Place
    axis: str
    picture: Picture

    def shows(self, figure: Figure, place: Place, axis: str) -> bool:
        """Return whether this is the same chart in the same place, row for row."""
        return (
            self.figure.key == figure.key
            and self.place == place
            and self.axis == axis
            and (
                self.figure is figure
                or (self.figure.meta == figure.meta and self.figure.frame.equals(figure.frame))
            )
        )


class ChartPainter:
    """Draws figures and remembers the last few pictures."""

    def __init__(self) -> None:
        """Begin with none."""
        self._drawn: deque[_Drawn] = deque(maxlen=KEPT_AT_MOST)

    def picture(self, figure: Figure, place: Place, *, axis: Axis = "number") -> Picture:
        """Return the figure's picture, drawn anew only where its rows or its place changed."""
        axis_drawn = axis if figure.key == "score" else "number"
        for known in self._drawn:
            if known.shows(figure, place, axis_drawn):
                return known.picture
        # Charts need matplotlib: more than half a second that a form never pays.
        from interview_journal.charts.rendering import Output, render
        from interview_journal.charts.themes import theme_named

        data = render(
            figure.key,
            figure.frame,
            theme_named(place.theme),
            place.width_px,
            axis=axis,
            meta=figure.meta,
            output=Output(ratio=place.ratio),
        )
        width, height = (
            int.from_bytes(data[part], "big") // place.ratio for part in (_PNG_WIDTH, _PNG_HEIGHT)
        )
        picture = Picture(data, width, height)
        self._drawn.append(_Drawn(figure, place, axis_drawn, picture))
        return picture

    @staticmethod
    def file(figure: Figure, image_format: str, theme: str, *, axis: Axis = "number") -> bytes:
        """Return the figure as it leaves the page: wide, fine, and with its title.

        Args:
            figure: What to draw.
            image_format: "png" or "svg".
            theme: "light" or "dark", as it is looked at.
            axis: "number" or "date".
        """
        from interview_journal.charts.rendering import Output, render
        from interview_journal.charts.themes import theme_named

        kind: ImageFormat = "svg" if image_format == "svg" else "png"
        return render(
            figure.key,
            figure.frame,
            theme_named(theme),
            SAVED_WIDTH_PX,
            axis=axis,
            meta=figure.meta,
            output=Output(image_format=kind, title=figure.title, ratio=SAVED_RATIO),
        )
