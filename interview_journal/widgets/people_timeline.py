"""One application in time as a picture, drawn for its place and only when it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.trend_values import Figure
from interview_journal.widgets.chart_painting import ChartPainter
from interview_journal.widgets.chart_view import ChartView, Place

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.followup.values import FollowUp
    from interview_journal.core.view import JournalView
    from interview_journal.widgets.panel import Panel

__all__ = ["TimelinePicture"]

KEY: Final = "timeline"
"""The chart's key; charts.rendering has the same, and would load matplotlib with it."""
_CODE: Final = (
    "from interview_journal.api.timeline import application_timeline\n"
    "application_timeline(journal, {!r}, journal.now()).frame"
)


class TimelinePicture:
    """The picture with its sentence.

    Attributes:
        view: What stands on the page; nothing is drawn before the page says where it stands.
    """

    def __init__(self, panel: Panel) -> None:
        """Make it empty."""
        self.view = ChartView(
            on_place=self.take_place,
            on_save=self.save,
            guard=panel.guarded,
            layout=panel.layout,
        )
        self._place: Place | None = None
        self._painter = ChartPainter()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.view.shows_chart

    def show(
        self,
        view: JournalView,
        application_id: str,
        *,
        follow_up: FollowUp,
        now: datetime,
        is_sample: bool = False,
    ) -> None:
        """Show an application as it is at that moment.

        Args:
            view: The records.
            application_id: Which application.
            follow_up: What is due and awaited then.
            now: The present, aware.
            is_sample: Whether it is marked as an example.
        """
        # Frames need pandas, which an evening without this tab never loads.
        from interview_journal.api.timeline import application_timeline

        found = application_timeline(view, application_id, now, follow_up=follow_up)
        title = f"{found.title}: rounds and dates"
        self.view.show(
            Figure(
                key=KEY,
                title=f"Example. {title}" if is_sample else title,
                frame=found.frame,
                sentence=found.sentence,
                words=found.sentence,
                is_ready=not found.frame.empty,
                how=(),
                code=_CODE.format(application_id),
            )
        )
        self._draw()

    def take_place(self, place: Place) -> None:
        """Draw for this width and theme, unless that is how it is drawn already."""
        if place != self._place:
            self._place = place
            self._draw()

    def save(self, view: ChartView, image_format: str) -> None:
        """Hand the picture to the browser as a file."""
        if view.figure is not None and self._place is not None:
            data = self._painter.file(view.figure, image_format, self._place.theme)
            view.hand_out(f"interview_journal_{KEY}.{image_format}", image_format, data)

    def _draw(self) -> None:
        if self._place is None or self.view.figure is None or self.is_empty:
            return
        picture = self._painter.picture(self.view.figure, self._place)
        self.view.show_picture(picture.data, picture.width_px, picture.height_px)
