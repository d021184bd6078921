"""The tab of people and dates: one application, its days, its people, its referees, its letters.

It is no widget: the panel it stands in shows its parts and tells it when to draw them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import ipywidgets as widgets

from interview_journal.api.due import in_own_zone
from interview_journal.core.followup.defaults import parse_defaults
from interview_journal.core.followup.facts import follow_up_facts
from interview_journal.core.followup.plan import follow_up
from interview_journal.core.records import Application
from interview_journal.errors import UnknownRecordError
from interview_journal.widgets.people_chooser import Chooser
from interview_journal.widgets.people_deeds import DEED_GROUPS, Deeds
from interview_journal.widgets.people_form import DeskForm, FormPlace, drafted_form
from interview_journal.widgets.people_forms import FORMS, OF_ALL
from interview_journal.widgets.people_sections import GROUPS, people_sections
from interview_journal.widgets.people_state import PeopleState, people_state
from interview_journal.widgets.people_timeline import TimelinePicture
from interview_journal.widgets.record_place import ask_for
from interview_journal.widgets.results import result_section
from interview_journal.widgets.sample_mark import ExampleError, is_sample
from interview_journal.widgets.sheet import Sheet, section

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from interview_journal.core.followup.facts import FollowUpFacts
    from interview_journal.core.followup.values import FollowUp
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.handing import Handing
    from interview_journal.widgets.panel import Panel
    from interview_journal.widgets.results import Result
    from interview_journal.widgets.sheet import Section

__all__ = ["PeopleAndDates"]

CALENDAR: Final = "interview_dates.ics"


class PeopleAndDates:
    """Copies the state to the screen and passes what is chosen, typed and pressed on.

    Attributes:
        parts: What stands under the tab, the panel's message among it, where one looks after a
            press. The line about files belongs below: what gives files stands last.
        opened: The form that is open, None for none.
        result: What was just done, None for nothing.
    """

    def __init__(
        self,
        journal: Journal,
        panel: Panel,
        handing: Handing,
        *,
        on_changed: Callable[[], None],
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """Make the parts; nothing is computed before ``redraw``.

        Args:
            journal: The person's own, or the example, which is only looked at.
            panel: Makes the forms and shows what went wrong.
            handing: Gives files to the browser.
            on_changed: Called after each save, for what else shows the journal.
            now: Returns the present, aware; None takes the journal's.
        """
        self._journal, self._panel, self._handing = journal, panel, handing
        self._on_changed, self._clock = on_changed, now or journal.now
        self._is_sample = is_sample(journal)
        self._deeds = Deeds(journal)
        self._told_in = "top"
        self.opened: DeskForm | None = None
        self.result: Result | None = None
        self.chooser = Chooser(journal, panel, on_choose=self._chosen)
        self.sheets = {one: Sheet(on_press=self.press, guard=panel.guarded) for one in GROUPS}
        self.slots = {one: widgets.VBox(layout=panel.layout) for one in GROUPS}
        for slot in self.slots.values():
            slot.add_class("ij-place")
        self.picture = TimelinePicture(panel)
        self.page = widgets.VBox(layout=panel.layout)
        self.parts: tuple[widgets.Widget, ...] = (self.page,)
        self._open_drafted()

    @property
    def state(self) -> PeopleState:
        """What is shown, as of now."""
        facts = self._facts()
        return self._state(facts, follow_up(self._journal, facts.now, facts.defaults))

    def redraw(self) -> None:
        """Show the journal as it is now, words first and the picture after."""
        facts = self._facts()
        plan = follow_up(self._journal, facts.now, facts.defaults)
        state = self._state(facts, plan)
        opened = self.opened
        key = "" if opened is None else f"{opened.kind}:{opened.item}"
        made = people_sections(state, opened=key)
        self.chooser.show(state)
        for group, sheet in self.sheets.items():
            sheet.show([made[group], *self._below(group)] if group in made else [])
            self.slots[group].children = self._slot(group)
        if state.standing is not None:
            self.picture.show(
                self._journal,
                state.standing.application_id,
                follow_up=plan,
                now=facts.now,
                is_sample=self._is_sample,
            )
        self._place(made)

    def press(self, name: str, item: str = "") -> None:
        """Do what was pressed."""
        if self._is_sample:
            raise ExampleError
        self.result = None
        if name in FORMS:
            self._toggle(name, item)
        elif name in DEED_GROUPS:
            self._tell(DEED_GROUPS[name], self._deeds.do(name, item))
        elif name == "calendar":
            self._give_calendar()
        elif name == "record":
            ask_for(self._journal, item or None)
        self.redraw()

    def save(self) -> None:
        """Save the form that is open, as its own button does."""
        if self.opened is not None:
            self.opened.save()

    def look_at(self, application_id: str) -> None:
        """Choose an application, such as one that another part of the panel leads to."""
        self.chooser.chosen = application_id
        self._chosen()

    # Inside -------------------------------------------------------------------------------

    def _facts(self) -> FollowUpFacts:
        now = in_own_zone(self._journal, self._clock())
        return follow_up_facts(self._journal, now, parse_defaults(self._journal.settings)[0])

    def _state(self, facts: FollowUpFacts, plan: FollowUp) -> PeopleState:
        return people_state(
            self._journal,
            facts,
            plan,
            chosen=self.chooser.chosen,
            words=self.chooser.words,
            is_sample=self._is_sample,
        )

    def _below(self, group: str) -> list[Section]:
        """Return what follows in a part: the heading of its open form, what was just done."""
        found = []
        if self.opened is not None and self.opened.group == group:
            key = f"form:{self.opened.kind}:{self.opened.item}"
            found.append(section(key, self.opened.heading, focus=True))
        if self.result is not None and self._told_in == group:
            found.append(result_section(self.result))
        return found

    def _slot(self, group: str) -> tuple[widgets.Widget, ...]:
        """Return what stands below the sheet of a part."""
        shown: list[widgets.Widget] = [self.chooser.form] if group == "top" else []
        if self.opened is not None and self.opened.group == group:
            shown.append(self.opened.form)
        if group == self._told_in:
            # What went wrong is said where something was pressed last.
            shown.append(self._panel.notice)
        return tuple(shown)

    def _place(self, made: dict[str, Section]) -> None:
        shown: list[widgets.Widget] = []
        for group in made:
            shown += [self.sheets[group], self.slots[group]]
            if group == "standing" and not self.picture.is_empty:
                shown.append(self.picture.view)
        if self.page.children != tuple(shown):
            self.page.children = tuple(shown)

    def _open_drafted(self) -> None:
        """Open the form that was typed in and not saved, before a reload or a crash."""
        drafted = None if self._is_sample else drafted_form(self._journal)
        if drafted is None or drafted[0] not in FORMS:
            return
        kind, item, self.chooser.chosen = drafted
        try:
            self._open(kind, item)
        except UnknownRecordError:
            # What it was about was taken away meanwhile: there is nothing to type it into.
            self.opened = None

    def _toggle(self, kind: str, item: str) -> None:
        was = self.opened
        self.opened, self._told_in = None, FORMS[kind].group
        if was is None or (was.kind, was.item) != (kind, item):
            self._open(kind, item)

    def _open(self, kind: str, item: str) -> None:
        is_application = self._journal.get(Application, item) is not None
        place = FormPlace(
            journal=self._journal,
            panel=self._panel,
            application_id=item if is_application else self.chooser.chosen,
            give_file=self._handing.give_file,
            done=self._done,
        )
        self.opened = FORMS[kind](place, item)
        self._told_in = self.opened.group

    def _done(self, result: Result | None) -> None:
        was, self.opened = self.opened, None
        if was is None:
            return
        if result is not None:
            self._tell(was.group, result)
        self.redraw()
        if result is None:
            self.sheets[was.group].focus(was.kind, was.item)

    def _give_calendar(self) -> None:
        # It takes the better part of a second to load, and few evenings need it.
        from interview_journal.api.calendar import calendar_file

        self._told_in = "take"
        data = calendar_file(self._journal, self._clock())
        self._handing.give_file(CALENDAR, "text/calendar", data)

    def _tell(self, group: str, result: Result | None) -> None:
        self.result, self._told_in = result, group
        self._on_changed()

    def _chosen(self) -> None:
        self.result, self._told_in = None, "top"
        if self.opened is not None and self.opened.kind not in OF_ALL:
            # What was typed stays in its draft, and comes back when the form is opened again.
            self.opened = None
        if self.opened is not None:
            self._told_in = self.opened.group
        self.redraw()
