"""The preparing panel: one page for the next round, three answers to say aloud."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, get_args

import ipywidgets as widgets

from interview_journal.api.preparing import PageName
from interview_journal.core.records import Answer
from interview_journal.widgets.conflict_box import ConflictBox
from interview_journal.widgets.handing import Handing
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.prepare_better import BetterForm
from interview_journal.widgets.prepare_card import GRADES, RehearsalCard
from interview_journal.widgets.prepare_example import open_prepared_example
from interview_journal.widgets.prepare_facts import FactsOfJournal
from interview_journal.widgets.prepare_handing import hand_over
from interview_journal.widgets.prepare_page import page_sections
from interview_journal.widgets.prepare_place import PreparePlace
from interview_journal.widgets.prepare_rehearsal import RehearsalSession, rehearsal_words
from interview_journal.widgets.prepare_sections import (
    done_sections,
    example_section,
    head_sections,
    ways_out,
)
from interview_journal.widgets.prepare_state import PrepareState, next_swap, prepare_state
from interview_journal.widgets.rate_session import StalePressError
from interview_journal.widgets.results import Result
from interview_journal.widgets.sample_mark import ExampleError, is_sample
from interview_journal.widgets.sheet import Sheet, press
from interview_journal.widgets.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.store.journal import Journal

__all__ = ["PreparePanel"]

WAIT: Final = (
    "The comparison of all your answers is still running. The page is made when it is done."
)
READY: Final = "All your answers are compared. The text can be copied now."


class PreparePanel(Panel):
    """Copies the state to the screen and passes what is pressed on."""

    facts: FactsOfJournal
    session: RehearsalSession

    def __init__(self, journal: Journal) -> None:
        """Show that journal, where it was left."""
        super().__init__(label="Before the next round")
        self.journal = journal
        self.opened: BetterForm | None = None
        self.result: Result | None = None
        self._shows_rounds = False
        self.turns = Turns(on_end=self._all_compared, guard=self.guarded)
        self._wanted: PageName | None = None
        self._look_at(journal)
        self._presses: dict[str, Callable[[str], None]] = {
            "rehearse": lambda _item: self._rehearse(self.state.queue),
            "rehearse one": lambda item: self._rehearse((item,)),
            "rehearse due": lambda _item: self._rehearse(self.state.extra_due),
            "undo": lambda _item: self._undo(),
            "page": lambda _item: self.session.leave(),
            "better": self._open_better,
            "swap": self._swap,
            "rounds": self._toggle_rounds,
            "earlier": self._toggle_earlier,
            "round": self._choose_round,
            "example": lambda _item: self._look_at(open_prepared_example()),
            "own": lambda _item: self._look_at(self.journal),
        }
        for name in get_args(PageName):
            self._presses[name] = self._handing_over(name)
        self.card = RehearsalCard(on_press=self.press_card, guard=self.guarded)
        self.upper = Sheet(on_press=self.press, guard=self.guarded)
        self.lower = Sheet(on_press=self.press, guard=self.guarded)
        self.handing = Handing()
        self.place = widgets.VBox()
        self.place.add_class("ij-place")
        self.rivals = ConflictBox(self, journal, on_settled=self.redraw)
        # What went wrong is said where one looks after a press, not below the whole page.
        self.children = (self.guard, self.body)
        above = (self.upper, self.handing, self.notice, self.place)
        self.show([*above, self.card, self.lower])
        self.redraw()

    @property
    def state(self) -> PrepareState:
        """What the panel shows, as of now."""
        place = self.session.place
        facts = self.facts.of(place)
        is_reading = not self.turns.is_done
        return prepare_state(facts, place, is_reading=is_reading, is_sample=self._is_example)

    def redraw(self) -> None:
        """Show the journal that is looked at as it is now."""
        place = self.session.place
        if place.is_rehearsing and self._show_card():
            self.place.children = ()
            self.upper.show([example_section(can_leave=False)] if self._is_example else [])
            self.lower.show([])
            return
        self.card.show({}, {})
        state = self.state
        banner = [example_section(can_leave=self._can_leave)] if self._is_example else []
        self.place.children = self._forms()
        if state.stage == "done":
            self.upper.show([*banner, *self._done_sections()])
            self.lower.show([])
            return
        head = head_sections(
            state,
            is_form_open=self.opened is not None,
            shows_rounds=self._shows_rounds,
            result=self.result,
        )
        self.upper.show([*banner, *head])
        self.lower.show([*page_sections(state, earlier=self._earlier), *ways_out(state)])

    def look(self) -> None:
        """Take in what another notebook saved meanwhile."""
        if self.session.journal.refresh():
            self._earlier = ""
        self._compare()
        self.redraw()

    def save_all(self) -> None:
        """Save the words that are open; grades are saved already."""
        if self.opened is not None:
            self.opened.save()

    def press(self, name: str, item: str = "") -> None:
        """Do what was pressed on a sheet."""
        self.notice.clear()
        self.handing.quiet()
        if name in self._presses:
            self.result = None
            self._presses[name](item)
            self.redraw()

    def press_card(self, name: str, told: dict[str, Any]) -> str:
        """Do what was pressed on the card; return what to say."""
        self.notice.clear()
        try:
            return self.session.press(name, told)
        finally:
            self.redraw()

    # What can be pressed ------------------------------------------------------------------

    def _rehearse(self, queue: tuple[str, ...]) -> None:
        self.opened, self._shows_rounds = None, False
        self.session.start(queue)
        self.redraw()
        self.card.focus()

    def _undo(self) -> None:
        self.session.undo()
        self.redraw()
        self.card.focus()

    def _open_better(self, item: str) -> None:
        if self._is_example:
            raise ExampleError
        answer = self.journal.get(Answer, item)
        if answer is None or answer.removed:
            raise StalePressError
        if self.opened is not None and self.opened.answer_id == item:
            self._closed(None)
            return
        if self.session.place.is_rehearsing:
            self.session.leave()
        pick = self.facts.pick(self.session.place, item)
        points = () if pick is None else pick.points
        self.opened = BetterForm(self.journal, self, answer, points=points, on_done=self._closed)

    def _closed(self, result: Result | None) -> None:
        item = "" if self.opened is None else self.opened.answer_id
        self.opened, self.result = None, result
        self._compare()
        self.redraw()
        if result is None:
            self.lower.focus("better", item)

    def _swap(self, item: str) -> None:
        state = self.state
        choices = [one.answer_id for one in state.facts.choices]
        briefing = state.facts.briefing
        picked = () if briefing is None else tuple(one.answer_id for one in briefing.rehearse)
        swapped = next_swap(picked, choices, int(item) if item.isdecimal() else -1)
        self.session.go(replace(self.session.place, swapped=swapped, queue=(), done=()))

    def _toggle_rounds(self, _item: str) -> None:
        self._shows_rounds = not self._shows_rounds

    def _toggle_earlier(self, _item: str) -> None:
        self._earlier = "" if self._earlier else self.facts.earlier_lists()

    def _choose_round(self, item: str) -> None:
        self._shows_rounds = False
        self.opened = None
        self.session.go(PreparePlace(interview_id=item))

    def _handing_over(self, name: PageName) -> Callable[[str], None]:
        def hand(_item: str) -> None:
            self._wanted = None if self.turns.is_done else name
            if self._wanted is None:
                self._hand_over(name)
            else:
                # A page goes out whole: nothing that differs is left out of it.
                self.result = Result(key=f"wait:{name}", texts=(WAIT,))

        return hand

    def _hand_over(self, name: PageName) -> None:
        briefing = self.state.facts.briefing
        if briefing is not None:
            pages = None if self._is_example else self.journal.pages
            hand_over(self.handing, briefing, name, pages=pages)

    # Inside -------------------------------------------------------------------------------

    def _compare(self) -> None:
        """Compare the answers: what was compared before is there at once, the rest in turns."""
        self._wanted = None
        is_short = self.facts.take_kept()
        self.turns.begin(self.facts.work(), at_once=is_short)

    def _all_compared(self) -> None:
        """Show the whole page, and hand it over where it was asked for before."""
        name, self._wanted = self._wanted, None
        if name == "text":
            # A browser lets words onto the clipboard only with a press.
            again = press("text", "Copy as text", small=True)
            self.result = Result(key="ready", texts=(READY,), buttons=(again,))
        elif name is not None:
            self.result = None
            self._hand_over(name)
        self.redraw()

    @property
    def _is_example(self) -> bool:
        return not self.session.keeps

    @property
    def _can_leave(self) -> bool:
        return self.session.journal is not self.journal

    def _look_at(self, journal: Journal) -> None:
        self.opened, self._shows_rounds = None, False
        self._earlier = ""
        self.facts = FactsOfJournal(journal)
        self.session = RehearsalSession(journal, keeps=not is_sample(journal))
        self._compare()

    def _show_card(self) -> bool:
        """Show the answer in front; answers that are gone meanwhile are passed over."""
        while self.session.place.item:
            place = self.session.place
            pick = self.facts.pick(place, place.item)
            if pick is not None:
                words = rehearsal_words(pick, place)
                can_undo = self.session.can_undo
                card = {"key": pick.answer_id, "grades": list(GRADES), "can_undo": can_undo}
                self.card.show(words, card)
                return True
            queue = tuple(one for one in place.queue if one != place.item)
            self.session.go(replace(place, queue=queue, is_rehearsing=bool(queue)))
        return False

    def _done_sections(self) -> list[dict[str, Any]]:
        grades = self.session.grades()
        answers = {one.id: one for one in self.session.journal.answers}
        told = [
            (one, answers[one].question, words) for one, words in grades.items() if one in answers
        ]
        return done_sections(told, can_write=self.session.keeps, can_undo=self.session.can_undo)

    def _forms(self) -> tuple[widgets.Widget, ...]:
        """Return what is asked now: words to write, and a choice that waits."""
        opened = () if self.opened is None else (self.opened.parts,)
        if self._is_example or not self.journal.conflicts:
            return opened
        self.rivals.show()
        self.rivals.form.add_class("ij-rivals")
        return (*opened, self.rivals.form)
