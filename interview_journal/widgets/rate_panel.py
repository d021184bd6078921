"""The rating panel: one answer at a time beside the anchors, and the other ways to rate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import ipywidgets as widgets

from interview_journal.widgets.conflict_box import ConflictBox
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.rate_card import RateCard
from interview_journal.widgets.rate_criteria import CriteriaForm
from interview_journal.widgets.rate_mentor import MentorForm
from interview_journal.widgets.rate_place import Mode, RatePlace
from interview_journal.widgets.rate_sections import (
    lower_rate_sections,
    upper_rate_sections,
    way_sections,
)
from interview_journal.widgets.rate_session import RateSession
from interview_journal.widgets.rate_state import HIDE_SCORES, RateState, hides_scores
from interview_journal.widgets.sample_mark import ExampleError
from interview_journal.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form

__all__ = ["RatePanel"]


class RatePanel(Panel):
    """Copies the state to the screen and passes what is pressed on."""

    def __init__(self, journal: Journal) -> None:
        """Show that journal, where it was left."""
        super().__init__(label="Look closer at your answers")
        self.journal = journal
        self.session = RateSession(journal)
        self.opened: CriteriaForm | MentorForm | None = None
        self._shows_kinds = False
        self._presses: dict[str, Callable[[str], None]] = {
            "mode": self._open_mode,
            "criteria": self._open_criteria,
            "kinds": self._toggle_kinds,
            "again": self._go_again,
            "left_out": self._go_to_left_out,
            "hide": self._switch_scores,
        }
        self.card = RateCard(on_press=self.press_card, guard=self.guarded)
        self.upper = Sheet(on_press=self.press, guard=self.guarded)
        self.lower = Sheet(on_press=self.press, guard=self.guarded)
        self.ways = Sheet(on_press=self.press, guard=self.guarded)
        self.rivals = ConflictBox(self, journal, on_settled=self.redraw)
        # A form opens below the buttons that open it.
        self.rival_place, self.form_place = widgets.VBox(), widgets.VBox()
        for place in (self.rival_place, self.form_place):
            place.add_class("ij-place")
        # What went wrong is said below the card, where one looks, not below the whole page.
        self.children = (self.guard, self.body)
        above = (self.upper, self.rival_place, self.card, self.notice)
        self.show([*above, self.ways, self.form_place, self.lower])
        self.redraw()

    @property
    def state(self) -> RateState:
        """What the panel shows, as of now."""
        return self.session.state(self._candidates())

    def redraw(self) -> None:
        """Show the journal as it is now."""
        state = self.state
        self.rival_place.children = self._rivals()
        self.form_place.children = () if self.opened is None else (self.opened.form,)
        self.upper.show(upper_rate_sections(state, self.journal))
        self.card.show(dict(state.words), dict(state.card))
        self.ways.show(way_sections(state))
        self.lower.show(lower_rate_sections(state, self.journal, shows_kinds=self._shows_kinds))

    def look(self) -> None:
        """Take in what another notebook saved meanwhile."""
        self.journal.refresh()
        self.redraw()

    def save_all(self) -> None:
        """Save the form that is open; scores are saved already."""
        if self.opened is not None:
            self.opened.save()

    def press(self, name: str, item: str = "") -> None:
        """Do what was pressed on a sheet."""
        self.notice.clear()
        if name in self._presses:
            self._presses[name](item)
        self.redraw()

    def press_card(self, name: str, told: dict[str, Any]) -> str:
        """Do what was pressed on the card; return what to say."""
        self.notice.clear()
        self.session.taken_back = ""
        try:
            return self.session.press(name, told)
        finally:
            self.redraw()
            if self.session.taken_back:
                self.card.focus(self.session.taken_back)

    # What can be pressed ------------------------------------------------------------------

    def _open_mode(self, item: str) -> None:
        mode: Mode = next((one for one in get_args(Mode) if one == item), "closer")
        self.opened = None
        if mode == "mentor":
            if self.session.is_sample:
                raise ExampleError
            self.opened = MentorForm(self.journal, self, self._mentor_named)
            return
        place = RatePlace(mode=mode)
        if mode == "blind":
            now = self.journal.now()
            place = RatePlace(mode=mode, queue=self._candidates(), started_at=now)
        self._go(place)

    def _mentor_named(self, name: str) -> None:
        self.opened = None
        if name:
            self._go(RatePlace(mode="mentor", rater=name))
        self.redraw()

    def _go(self, place: RatePlace) -> None:
        self.session.go(place)
        self.redraw()
        self.card.focus()

    def _open_criteria(self, _item: str) -> None:
        if self.session.is_sample:
            raise ExampleError
        if isinstance(self.opened, CriteriaForm):
            self.opened = None
        else:
            self.opened = CriteriaForm(
                self.journal, self, on_changed=self.redraw, on_closed=self._close
            )

    def _close(self) -> None:
        self.opened = None
        self.redraw()
        self.ways.focus("criteria")

    def _toggle_kinds(self, _item: str) -> None:
        self._shows_kinds = not self._shows_kinds

    def _go_again(self, _item: str) -> None:
        state = self.state
        place = self.session.place
        first = state.queue.items[0] if state.queue.items else ""
        self._go(RatePlace(mode=place.mode, item=first, again=True, rater=place.rater))

    def _go_to_left_out(self, _item: str) -> None:
        state = self.state
        waiting = state.queue.waiting
        self._go(replace(self.session.place, item=waiting[0] if waiting else "", at_end=False))

    def _switch_scores(self, _item: str) -> None:
        if self.session.is_sample:
            raise ExampleError
        self.journal.set_setting(HIDE_SCORES, "no" if hides_scores(self.journal) else "yes")

    # Inside -------------------------------------------------------------------------------

    def _candidates(self) -> tuple[str, ...]:
        """Return the old answers worth rating again; the same ones all day."""
        if self.session.is_sample:
            return ()
        # A first look at an empty journal need not wait for it.
        from interview_journal.analysis.rerating_candidates import rerating_candidates

        now = self.journal.now()
        found = rerating_candidates(self.journal, now, seed=now.date().toordinal())
        return tuple(one.id for one in found)

    def _rivals(self) -> tuple[Form, ...]:
        """Return the choice that waits, where the same was changed in two places."""
        if not self.journal.conflicts:
            return ()
        self.rivals.show()
        self.rivals.form.add_class("ij-rivals")
        return (self.rivals.form,)
