"""The trends panel: what went well, then and now, and what changed, with how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import ipywidgets as widgets

from interview_journal.analysis.filters import Filters
from interview_journal.api.trends import TrendsCache, trends_page
from interview_journal.widgets import fields as f
from interview_journal.widgets.chart_painting import ChartPainter
from interview_journal.widgets.chart_view import ChartView, Place
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.rate_state import HIDE_SCORES, hides_scores
from interview_journal.widgets.sample_mark import is_sample
from interview_journal.widgets.sheet import Sheet
from interview_journal.widgets.tonight_example import open_example
from interview_journal.widgets.trends_filters import (
    NO_FILTERS,
    filter_fields,
    filters_from,
)
from interview_journal.widgets.trends_sections import lower_sections, upper_sections
from interview_journal.widgets.trends_state import (
    JournalFacts,
    TrendsState,
    journal_facts,
    trends_state,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from interview_journal.analysis.trend_values import TrendsPage
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form

__all__ = ["TrendsPanel"]

FIGURE_COUNT: Final = 5
FILTERS: Final = "Look at a part of it"


@dataclass
class _Looked:
    """One journal that is looked at, with what was computed of it.

    Attributes:
        journal: The person's own or the example.
        is_example: Whether it is the example.
        hides_scores: The example's own switch; nothing is written there.
    """

    journal: Journal
    is_example: bool
    hides_scores: bool = False
    cache: TrendsCache = field(default_factory=TrendsCache)
    _facts: tuple[tuple[object, ...], JournalFacts] | None = None

    def facts(self) -> JournalFacts:
        """Return the counts; they are taken anew only when the records changed."""
        records = (self.journal.interviews, self.journal.answers, self.journal.ratings)
        if self._facts is None or any(
            one is not other for one, other in zip(self._facts[0], records, strict=True)
        ):
            self._facts = (records, journal_facts(self.journal))
        return self._facts[1]


class TrendsPanel(Panel):
    """Copies the state to the screen and passes what is chosen and pressed on."""

    def __init__(self, journal: Journal) -> None:
        """Show that journal."""
        super().__init__(label="Trends")
        self.journal = journal
        self.filters = Filters()
        self._own = _Looked(journal, is_sample(journal))
        self._looked = self._own
        self._place: Place | None = None
        self._painter = ChartPainter()
        self._presses: dict[str, Callable[[str], None]] = {
            "scores": self._switch_scores,
            "clear": self._clear,
            "example": self._show_example,
            "own": self._leave_example,
        }
        self.upper = Sheet(on_press=self.press, guard=self.guarded)
        self.lower = Sheet(on_press=self.press, guard=self.guarded)
        self.filter_form = self._form_of_filters()
        self.views = tuple(
            ChartView(on_place=self.take_place, on_save=self.save_chart, guard=self.guarded)
            for _ in range(FIGURE_COUNT)
        )
        self.charts = widgets.VBox(layout=self.layout)
        # What went wrong is said where one looks after a choice, not below the whole page.
        self.children = (self.guard, self.body)
        self.show([self.upper, self.filter_form, self.notice, self.charts, self.lower])
        self.redraw()

    @property
    def page(self) -> TrendsPage:
        """The trends of the journal that is looked at, under the filters chosen."""
        return trends_page(self._looked.journal, self.filters, cache=self._looked.cache)

    @property
    def state(self) -> TrendsState:
        """What the panel shows, as of now."""
        return trends_state(
            self.page,
            self._looked.facts(),
            today=self._looked.journal.now().date(),
            hides_scores=self.hides_scores,
            is_sample=self._looked.is_example,
        )

    @property
    def hides_scores(self) -> bool:
        """Whether words stand in the place of scores."""
        if self._looked.is_example:
            return self._looked.hides_scores
        return hides_scores(self.journal)

    def redraw(self) -> None:
        """Show the journal that is looked at as it is now, words first and pictures after."""
        state = self.state
        can_leave = self._looked is not self._own
        self.upper.show(upper_sections(state, can_leave=can_leave))
        self._show_filters(state)
        shown = self.views[: len(state.figures)]
        for view, figure in zip(shown, state.figures, strict=True):
            view.show(figure, hides_scores=state.hides_scores)
        if self.charts.children != shown:
            self.charts.children = shown
        self.lower.show(lower_sections(state))
        self._draw()

    def look(self) -> None:
        """Take in what another notebook saved meanwhile."""
        self._looked.journal.refresh()
        self.redraw()

    # What the screen says -------------------------------------------------------------------

    def take_place(self, place: Place) -> None:
        """Draw for this width and theme, unless that is how it is drawn already."""
        if place != self._place:
            self._place = place
            self._draw()

    def choose(self, values: Mapping[str, str]) -> None:
        """Show what the filters' form asks for; say beside a field what it cannot use."""
        filters, faults = filters_from(values)
        self.filter_form.show_errors(faults)
        if not faults:
            self.filters = filters
            self.redraw()

    def press(self, name: str, item: str = "") -> None:
        """Do what was pressed on a sheet."""
        if name in self._presses:
            self._presses[name](item)
            self.redraw()

    def save_chart(self, view: ChartView, image_format: str) -> None:
        """Hand a chart to the browser as a file."""
        if view.figure is None or self._place is None:
            return
        data = self._painter.file(
            view.figure, image_format, self._place.theme, axis=self.filters.axis
        )
        view.hand_out(f"interview_journal_{view.figure.key}.{image_format}", image_format, data)

    # What it does ---------------------------------------------------------------------------

    def _form_of_filters(self) -> Form:
        form = self.form(
            (), on_press=self._press_form, on_change=lambda _before, after: self.choose(after)
        )
        form.opened, form.tells_saving = False, False
        form.open_without_draft(NO_FILTERS)
        return form

    def _show_filters(self, state: TrendsState) -> None:
        form = self.filter_form
        with form.hold_sync():
            if state.stage not in ("few", "many", "nothing fits"):
                form.title, form.lead, form.fields, form.buttons = "", "", [], []
                return
            form.title, form.lead = FILTERS, state.narrowed
            form.fields = filter_fields(state.choices, form.values)
            form.buttons = (
                [f.button("clear", "Clear filters", small=True)] if state.narrowed else []
            )

    def _draw(self) -> None:
        """Draw what is shown; nothing before the screen has said where."""
        if self._place is None:
            return
        for view in self.charts.children:
            if not view.shows_chart:
                continue
            picture = self._painter.picture(view.figure, self._place, axis=self.filters.axis)
            view.show_picture(picture.data, picture.width_px, picture.height_px)

    def _press_form(self, button: str, _item: str) -> None:
        if button == "toggle":
            self.filter_form.opened = not self.filter_form.opened
        else:
            self._clear("")
            self.redraw()

    def _clear(self, _item: str) -> None:
        self.filters = Filters()
        self.filter_form.open_without_draft(NO_FILTERS)

    def _switch_scores(self, item: str) -> None:
        hides = item == "hide"
        if self._looked.is_example:
            self._looked.hides_scores = hides
        else:
            self.journal.set_setting(HIDE_SCORES, "yes" if hides else "no")

    def _show_example(self, _item: str) -> None:
        self._clear("")
        self._looked = _Looked(open_example(), is_example=True)

    def _leave_example(self, _item: str) -> None:
        self._clear("")
        self._looked = self._own
