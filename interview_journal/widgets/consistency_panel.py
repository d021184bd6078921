"""The consistency panel: where answers differ, question by question, claim by claim."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

import ipywidgets as widgets

from interview_journal.analysis.ledger import ledger_entries
from interview_journal.api.compared import ComparedJournal
from interview_journal.exporting.guarded_csv import guarded_csv
from interview_journal.widgets.conflict_box import ConflictBox
from interview_journal.widgets.consistency_desk import VERDICT_PRESSES, ConsistencyDesk
from interview_journal.widgets.consistency_ledger import (
    LEDGER_COLUMNS,
    SHOWN_FIRST,
    filtered,
    ledger_rows,
)
from interview_journal.widgets.consistency_sections import lower_sections, upper_sections
from interview_journal.widgets.consistency_state import (
    QUESTIONS_FIRST,
    ConsistencyPlace,
    ConsistencyState,
    Reading,
    Tab,
    consistency_state,
)
from interview_journal.widgets.consistency_view import ConsistencyView
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.sample_mark import ExampleError, is_sample
from interview_journal.widgets.sheet import Sheet
from interview_journal.widgets.tonight_example import open_example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form

__all__ = ["ConsistencyPanel"]

AT_ONCE_SECONDS: Final = 0.5
"""A comparison that takes no longer is done before anything is shown."""
TURN_SECONDS: Final = 0.2
"""Longer ones go on in turns of this length, so that the page can be used meanwhile."""
LEDGER_FILE: Final = "interview_journal_ledger.csv"
MORE_CLAIMS: Final = 200


class ConsistencyPanel(Panel):
    """Copies the state to the screen and passes what is chosen and pressed on."""

    def __init__(self, journal: Journal) -> None:
        """Show that journal; what was computed before is taken up."""
        super().__init__(label="What you said, and to whom")
        self.journal = journal
        self.place = ConsistencyPlace()
        self.reading = Reading()
        self._own = ComparedJournal(journal)
        self._shows_sample = is_sample(journal)
        self._looked, self._compared = journal, self._own
        self._desk = ConsistencyDesk(journal)
        self._work: Iterator[int] | None = None
        self._presses: dict[str, Callable[[str], None]] = {
            **dict.fromkeys(VERDICT_PRESSES, lambda _item: None),
            "undo": self._take_back,
            "keep words": self._keep_words,
            "unlink": self._unlink,
            "same": lambda item: self._link(item, same=True),
            "not same": lambda item: self._link(item, same=False),
            "fold": self._fold,
            "more questions": self._more_questions,
            "more claims": self._more_claims,
            "save ledger": self._save_ledger,
            "stop": self._stop,
            "go on": self._go_on,
            "example": self._show_example,
            "own": self._leave_example,
        }
        for name in VERDICT_PRESSES:
            self._presses[name] = self._answering(name)
        self.upper = Sheet(on_press=self.press, guard=self.guarded)
        self.lower = Sheet(on_press=self.press, guard=self.guarded)
        self.page = ConsistencyView(
            on_press=self.press, on_choose=self.choose, on_type=self.type_words, guard=self.guarded
        )
        self.rivals = ConflictBox(self, journal, on_settled=self._begin)
        self.rival_place = widgets.VBox()
        self.rival_place.add_class("ij-place")
        # What went wrong is said where one looks after a press, not below the whole page.
        self.children = (self.guard, self.body)
        self.show([self.upper, self.rival_place, self.notice, self.page, self.lower])
        self._begin()

    @property
    def state(self) -> ConsistencyState:
        """What the panel shows, as of now."""
        return consistency_state(
            self._looked,
            self._compared.known,
            self._compared.given,
            place=self.place,
            today=self._looked.now().date(),
            said=self._desk.said if self._is_own else None,
            reading=self.reading,
            is_sample=self._shows_sample,
        )

    @property
    def _is_own(self) -> bool:
        return self._compared is self._own

    def redraw(self) -> None:
        """Show the journal that is looked at as it is now."""
        state = self.state
        self.upper.show(upper_sections(state, can_leave=not self._is_own))
        self.rival_place.children = self._rivals()
        self.page.show(state.tabs, state.tab, state.blocks)
        self.lower.show(lower_sections(state))

    def look(self) -> None:
        """Take in what another notebook saved meanwhile."""
        self._looked.refresh()
        self._begin()

    def save_all(self) -> None:
        """Save the words that were typed."""
        self._desk.keep_words()
        self.redraw()

    # Reading, in turns ----------------------------------------------------------------------

    def _begin(self) -> None:
        """Compare the answers as they are now: at once, or in turns where it takes longer."""
        self._work = self._compared.work()
        self.reading = Reading()
        if not self._turn(AT_ONCE_SECONDS):
            try:
                asyncio.get_running_loop()
            except RuntimeError:
                # Nobody waits for a page here, and nothing would call us again.
                while not self._turn(TURN_SECONDS):
                    pass
            else:
                self._next_turn()
        self.redraw()

    def _next_turn(self) -> None:
        work = self._work

        def turn() -> None:
            if self._work is work and work is not None and not self.reading.is_stopped:
                if not self._turn(TURN_SECONDS):
                    self._next_turn()
                self.redraw()

        # A little later, not at once: what the person pressed meanwhile comes first.
        asyncio.get_running_loop().call_later(0.01, self.guarded(turn))

    def _turn(self, seconds: float) -> bool:
        """Go on for so long; return whether all is done."""
        until = time.monotonic() + seconds
        for done in self._work or ():
            if time.monotonic() >= until:
                self.reading = Reading(done, max(self._compared.step_count, done))
                return False
        self._work, self.reading = None, Reading()
        return True

    def _stop(self, _item: str) -> None:
        self.reading = replace(self.reading, is_stopped=True)

    def _go_on(self, _item: str) -> None:
        self._begin()

    # What the screen says -------------------------------------------------------------------

    def press(self, name: str, item: str = "") -> None:
        """Do what was pressed."""
        self.notice.clear()
        if name in self._presses:
            self._presses[name](item)
            self.redraw()

    def choose(self, name: str, value: str) -> None:
        """Show what was chosen: a part of the page, or a part of what it lists."""
        if name == "tab":
            tab: Tab = next((one for one in get_args(Tab) if one == value), "findings")
            self.place = replace(self.place, tab=tab)
        elif name == "company heard":
            self.place = replace(self.place, company=value)
        elif name in ("subject", "company", "words"):
            chosen = replace(self.place.ledger, shown=SHOWN_FIRST, **{name: value})
            self.place = replace(self.place, ledger=chosen)
        self.redraw()

    def type_words(self, verdict_id: str, text: str) -> None:
        """Keep what is typed; the page is not drawn again for it."""
        self._check_own()
        self._desk.type_words(verdict_id, text)

    # What it does ---------------------------------------------------------------------------

    def _answering(self, name: str) -> Callable[[str], None]:
        def answer(key: str) -> None:
            self._check_own()
            found = (one for one in self._compared.known.findings if one.key == key)
            finding = next(found, None)
            if finding is not None:
                self._desk.answer(finding, VERDICT_PRESSES[name])

        return answer

    def _check_own(self) -> None:
        if self._shows_sample:
            raise ExampleError

    def _take_back(self, key: str) -> None:
        self._check_own()
        self._desk.take_back(key)

    def _keep_words(self, _item: str) -> None:
        self._check_own()
        self._desk.keep_words()

    def _link(self, item: str, *, same: bool) -> None:
        self._check_own()
        given = self._compared.given
        known = [given[one].question for one in item.split() if one in given]
        if len(known) == 2:  # noqa: PLR2004 - a pair
            self._desk.link((known[0], known[1]), same=same)
            self._begin()

    def _unlink(self, link_id: str) -> None:
        self._check_own()
        self._desk.unlink(link_id)
        self._begin()

    def _fold(self, key: str) -> None:
        self.place = replace(self.place, folds=self.place.folds ^ {key})

    def _more_questions(self, _item: str) -> None:
        self.place = replace(self.place, questions=self.place.questions + QUESTIONS_FIRST)

    def _more_claims(self, _item: str) -> None:
        ledger = self.place.ledger
        self.place = replace(self.place, ledger=replace(ledger, shown=ledger.shown + MORE_CLAIMS))

    def _save_ledger(self, _item: str) -> None:
        """Hand what is listed to the browser as a file."""
        compared = self._compared
        entries = ledger_entries(compared.known.ledger, compared.given)
        rows = ledger_rows(filtered(entries, self.place.ledger))
        data = guarded_csv(LEDGER_COLUMNS, rows).encode("utf-8-sig")
        self.page.hand_out(LEDGER_FILE, data)

    def _show_example(self, _item: str) -> None:
        self._look_at(open_example(), shows_sample=True)

    def _leave_example(self, _item: str) -> None:
        self._look_at(self.journal, shows_sample=is_sample(self.journal))

    def _look_at(self, journal: Journal, *, shows_sample: bool) -> None:
        self._looked, self._shows_sample = journal, shows_sample
        self._compared = self._own if journal is self.journal else ComparedJournal(journal)
        self.place = ConsistencyPlace()
        self._begin()

    def _rivals(self) -> tuple[Form, ...]:
        """Return the choice that waits, where the same was changed in two places."""
        if not self._is_own or not self.journal.conflicts:
            return ()
        self.rivals.show()
        self.rivals.form.add_class("ij-rivals")
        return (self.rivals.form,)
