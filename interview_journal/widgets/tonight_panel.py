"""The home panel: the latest interview, what is due, what comes, what to look at in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import ipywidgets as widgets

from interview_journal.api.drafting import draft_kinds_for
from interview_journal.core.day_words import day_words
from interview_journal.core.records import Application, Interview
from interview_journal.core.rounds import round_title
from interview_journal.widgets.conflict_box import ConflictBox
from interview_journal.widgets.draft_form import DraftForm, note_words
from interview_journal.widgets.due_desk import DueDesk
from interview_journal.widgets.handing import Handing
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.record_place import ask_for
from interview_journal.widgets.results import Result
from interview_journal.widgets.sample_mark import is_sample
from interview_journal.widgets.sheet import Sheet, press
from interview_journal.widgets.skip_form import SkipForm
from interview_journal.widgets.tabs import Tabs
from interview_journal.widgets.tonight_care import CARE_PRESSES, Care
from interview_journal.widgets.tonight_coming import COMING_DRAFT, ComingForm, MoveForm
from interview_journal.widgets.tonight_example import (
    example_evening,
    example_sections,
    open_example,
)
from interview_journal.widgets.tonight_heard_back import HeardBackForm
from interview_journal.widgets.tonight_sections import lower_sections, upper_sections
from interview_journal.widgets.tonight_state import TonightState, tonight_state

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form
    from interview_journal.widgets.panel import Shell
    from interview_journal.widgets.people_desk import PeopleAndDates

__all__ = ["TonightPanel"]

OpenForm = HeardBackForm | ComingForm | MoveForm | DraftForm | SkipForm

PARTS: Final[dict[str, str]] = {"tonight": "Tonight", "people": "People and dates"}
NOTED_AT_MOST: Final = 6
"""Of so many notes the panel says at once how far they are."""


class TonightPanel(Panel):
    """Copies the state to the screen and passes what is pressed on."""

    def __init__(self, journal: Journal, *, shell: Shell | None = None) -> None:
        """Show that journal."""
        super().__init__(label="Tonight", shell=shell)
        self.journal = journal
        self.care = Care(journal)
        self.due = DueDesk(journal)
        self.handing = Handing()
        self.result: Result | None = None
        self.opened: OpenForm | None = None
        self._opener = ""
        self._heard: HeardBackForm | None = None
        self._example = journal if is_sample(journal) else None
        self._shows_later = False
        self._front = "tonight"
        self._people: dict[str, PeopleAndDates] = {}
        self._presses: dict[str, Callable[[str], None]] = {
            "record": self._open_record,
            "heard": self._open_heard,
            "coming": self._open_coming,
            "move": self._open_move,
            "undo": self._undo,
            "offer": self._offer,
            "off": self._call_off,
            "back": self._put_back,
            "draft": self._open_draft,
            "skip": self._open_skip,
            "later list": self._toggle_later,
            "done": lambda item: self._tell(self.due.done(item)),
            "later": lambda item: self._tell(self.due.later(item)),
            "later 3": lambda item: self._tell(self.due.later(item, 3)),
            "later 7": lambda item: self._tell(self.due.later(item, 7)),
            "undo due": lambda item: self._tell(self.due.undo(item)),
            "silence": lambda item: self._tell(self.due.stop_waiting(item)),
            "wait on": lambda item: self._tell(self.due.wait_on(item)),
            "example": self._show_example,
            "own": self._leave_example,
        }
        self.upper = Sheet(on_press=self.press, guard=self.guarded)
        self.lower = Sheet(on_press=self.press, guard=self.guarded)
        self.place = widgets.VBox()
        self.place.add_class("ij-place")
        self.rivals = ConflictBox(self, journal, on_settled=self._settled)
        # What went wrong is said where one looks after a press, not below the whole page.
        self.children = (self.guard, self.body)
        self.tabs = Tabs(on_choose=self.choose, guard=self.guarded)
        if self._example is None and COMING_DRAFT in journal.drafts.names():
            self._open_coming()
        self.redraw()

    @property
    def state(self) -> TonightState:
        """What the panel shows of the person's own journal, as of now."""
        return tonight_state(
            self.journal,
            now=self.journal.now(),
            problems=self.journal.problems,
        )

    def redraw(self) -> None:
        """Show the part in front, of the journal or the example, as it is now."""
        if self._front == "people":
            people = self._people_desk()
            people.redraw()
            self._show_parts([*people.parts, self.handing], has_tabs=True)
            return
        self._show_parts(
            [self.upper, self.place, self.handing, self.notice, self.lower],
            has_tabs=bool(self._looked.applications),
        )
        if self._example is not None:
            self.place.children = ()
            can_leave = self._example is not self.journal
            # The person's own go first: never do both stand on the page.
            self.lower.show([])
            self.upper.show(example_sections(self._example, can_leave=can_leave))
            return
        state = self.state
        self.place.children = self._forms()
        self.upper.show(upper_sections(state, open_form=self._opener, result=self.result))
        self.lower.show(
            lower_sections(
                state,
                confirming=self.care.confirming,
                notes=self._notes(state),
                shows_later=self._shows_later,
            )
        )

    @property
    def _looked(self) -> Journal:
        """The journal that is looked at: the person's own or the example."""
        return self.journal if self._example is None else self._example

    def _show_parts(self, parts: Sequence[widgets.Widget], *, has_tabs: bool) -> None:
        self.tabs.show(PARTS if has_tabs else {}, self._front)
        wanted = (self.tabs, *parts)
        if self.body.children != wanted:
            self.show(wanted)

    def _people_desk(self) -> PeopleAndDates:
        """Return the second part; each journal looked at has its own."""
        name = "own" if self._example is None else "example"
        if name not in self._people:
            # Loaded when it is looked at for the first time.
            from interview_journal.widgets.people_desk import PeopleAndDates

            looked = self._looked
            self._people[name] = PeopleAndDates(
                looked,
                self,
                self.handing,
                on_changed=self._changed_elsewhere,
                now=None if self._example is None else lambda: example_evening(looked),
            )
        return self._people[name]

    def _changed_elsewhere(self) -> None:
        """Let go of what was said of the other part: it may be no longer so."""
        self.result = None

    def choose(self, part: str) -> None:
        """Bring a part to the front."""
        self._front = part if part in PARTS else "tonight"
        self.handing.quiet()
        self.notice.clear()
        self.redraw()

    def _notes(self, state: TonightState) -> dict[str, str]:
        """Return how far the notes are that stand first."""
        lines = [one for one in state.due if one.kind == "thank-you note"][:NOTED_AT_MOST]
        due = self.due.open_actions() if lines else {}
        return {one.key: note_words(self.journal, due[one.key]) for one in lines if one.key in due}

    def _forms(self) -> tuple[Form, ...]:
        """Return what is asked now: the form that was opened, and a choice that waits."""
        opened = () if self.opened is None else (self.opened.form,)
        if not self.journal.conflicts:
            return opened
        self.rivals.show()
        self.rivals.form.add_class("ij-rivals")
        return (*opened, self.rivals.form)

    def look(self) -> None:
        """Take in what another notebook saved meanwhile, and a new day."""
        self.journal.refresh()
        self.redraw()

    def save_all(self) -> None:
        """Save the form that is open, as its own button does."""
        if self._front == "people":
            self._people_desk().save()
        elif self.opened is not None:
            self.opened.save()

    def press(self, name: str, item: str = "") -> None:
        """Do what was pressed on a sheet."""
        if self._example is not None and name != "own":
            # A press that was on its way when the example opened.
            return
        if name in CARE_PRESSES:
            self.result = self.care.press(name, item)
        elif name in self._presses:
            self._presses[name](item)
        self.redraw()

    # What can be pressed ------------------------------------------------------------------

    def _open_record(self, item: str) -> None:
        ask_for(self.journal, item or None)

    def _open_heard(self, _item: str) -> None:
        if self._toggled("heard"):
            self._heard = HeardBackForm(self.journal, self, self._done)
            self.opened = self._heard

    def _open_coming(self, item: str = "") -> None:
        if self._toggled("coming"):
            self.opened = ComingForm(
                self.journal,
                self,
                self._done,
                application=self.journal.get(Application, item) if item else None,
            )
            # The button that was pressed for one application goes away.
            self.opened.form.takes_focus = bool(item)

    def _open_draft(self, item: str) -> None:
        due = self.due.find(item)
        if due is not None and draft_kinds_for(due) and self._toggled(f"draft:{item}"):
            self.opened = DraftForm(
                self.journal,
                self,
                due,
                handing=self.handing,
                on_done=self._done,
                on_sent=self.due.done,
            )
            self.opened.form.takes_focus = True

    def _open_skip(self, item: str) -> None:
        due = self.due.find(item)
        if due is not None and self._toggled(f"skip:{item}"):
            self.opened = SkipForm(self, due, on_done=self._done, on_skip=self.due.skip)
            self.opened.form.takes_focus = True

    def _toggle_later(self, _item: str) -> None:
        self._shows_later = not self._shows_later

    def _tell(self, result: Result) -> None:
        self.result = result

    def _open_move(self, item: str) -> None:
        interview = self.journal.get(Interview, item)
        if interview is not None and self._toggled("move"):
            self.opened = MoveForm(self.journal, self, self._done, interview)

    def _toggled(self, opener: str) -> bool:
        """Close what is open; return whether the other one is to be opened."""
        opens = self._opener != opener or self.opened is None
        self.opened, self.result = None, None
        self._opener = opener if opens else ""
        return opens

    def _done(self, result: Result | None) -> None:
        opener, self.opened, self._opener = self._opener, None, ""
        self.result = result
        self.redraw()
        if result is None:
            name, _, item = opener.partition(":")
            (self.lower if item else self.upper).focus(name, item)

    def _settled(self) -> None:
        self.result = Result(key="settled", texts=("It goes on with the version you chose.",))
        self.redraw()

    def _undo(self, _item: str) -> None:
        self.result = None if self._heard is None else self._heard.undo()

    def _offer(self, item: str) -> None:
        application = self.journal.get(Application, item)
        if application is not None and application.status != "offer":
            self.journal.revise(application, status="offer", status_at=self.journal.now())
        self.result = Result(key=f"offer:{item}", texts=("An offer. Congratulations!",))

    def _call_off(self, item: str) -> None:
        interview = self.journal.get(Interview, item)
        if interview is None or interview.removed:
            return
        application = self.journal.get(Application, interview.application_id)
        self.journal.remove(interview)
        day = day_words(interview.held_on, today=self.journal.now().date())
        self.result = Result(
            key=f"off:{item}",
            texts=(f"Taken out: {round_title(interview, application)}, {day}.",),
            buttons=(press("back", "Put it back", item=item, small=True),),
        )

    def _put_back(self, item: str) -> None:
        interview = self.journal.get(Interview, item)
        if interview is not None and interview.removed:
            self.journal.restore(interview)
        self.result = Result(key=f"back:{item}", texts=("It is back.",))

    def _show_example(self, _item: str) -> None:
        self._example = open_example()
        self._people.pop("example", None)

    def _leave_example(self, _item: str) -> None:
        if self._example is not self.journal:
            self._example = None
