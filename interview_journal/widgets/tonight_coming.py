"""The forms for a round to come: enter it, or give it another day or place."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import INTERVIEW_KINDS
from interview_journal.core.day_words import near_day_words
from interview_journal.core.records import Application, Interview
from interview_journal.core.rounds import round_title
from interview_journal.widgets import fields
from interview_journal.widgets.coming_state import (
    ComingEntry,
    ComingState,
    coming_records,
    coming_state,
)
from interview_journal.widgets.record_short import company_names, names_in
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press
from interview_journal.widgets.typed_values import NOT_A_TIME, column_of, moment_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form
    from interview_journal.widgets.panel import Panel

__all__ = ["COMING_DRAFT", "ComingForm", "MoveForm"]

COMING_DRAFT: Final = "coming"
COMPANIES_AT_MOST: Final = 200

MISSING_COMPANY: Final = "Enter the company, as you call it."
NOT_A_DAY: Final = "Enter the day of the interview."
PAST: Final = (
    "This day is past. To keep an interview you had, choose Write down an interview above."
)


class ComingForm:
    """Asks for a round to come and stores it with what is carried over."""

    def __init__(
        self,
        journal: Journal,
        panel: Panel,
        on_done: Callable[[Result | None], None],
        *,
        application: Application | None = None,
    ) -> None:
        """Make the form.

        Args:
            journal: Where it is stored.
            panel: Shows the form's errors.
            on_done: Gets what was done; None when the form was closed.
            application: The one to carry on, where it is known.
        """
        self._journal = journal
        self._done = on_done
        self.form = panel.form(
            [],
            on_press=self._pressed,
            on_change=self._changed,
            buttons=[
                fields.button("save", "Keep the date", primary=True),
                fields.button("cancel", "Cancel"),
            ],
        )
        start = {
            "company": "" if application is None else application.company,
            "role": "" if application is None else application.role,
            "_interview": journal.new_id(Interview),
        }
        start["names"] = ", ".join(self._state(start).expected)
        self.form.open_draft(journal, COMING_DRAFT, values=start, saved_at=None)
        self.form.fields = self._fields(self._state(self.form.values))

    def _state(self, values: Mapping[str, str]) -> ComingState:
        return coming_state(
            self._journal, company=values.get("company", ""), role=values.get("role", "")
        )

    def _fields(self, state: ComingState) -> list[fields.Field]:
        every = [
            fields.heading("I have an interview coming"),
            fields.line(
                "company",
                "Company",
                required=True,
                options=company_names(self._journal)[:COMPANIES_AT_MOST],
            ),
            fields.note(state.sentence),
            fields.day("held_on", "Date", required=True, half=True),
            _time_field(),
            _place_field(),
            fields.line("role", "Role", half=True),
            fields.line("kind", "Kind", options=INTERVIEW_KINDS, half=True),
            fields.names(
                "names",
                "Who will be there?",
                hint="If you know. Commas between names.",
                suggestions=[one.name for one in state.people],
            ),
        ]
        return [field for field in every if field["kind"] != "note" or field["label"]]

    def _changed(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        old, new = self._state(before), self._state(after)
        self.form.fields = self._fields(new)
        untouched = names_in(after.get("names", "")) in ([], list(old.expected))
        if untouched and new.expected != old.expected:
            self.form.set_values({"names": ", ".join(new.expected)})

    def _pressed(self, name: str, _item: str) -> None:
        if name == "save":
            self.save()
        else:
            self._journal.drafts.discard(COMING_DRAFT)
            self.form.was_saved({}, "")
            self._done(None)

    def save(self) -> None:
        """Store the round, or say beside the fields what is missing."""
        today = self._journal.now().date()
        held_on, started_at, errors = _when(self.form, today)
        if not self.form.text("company"):
            errors["company"] = MISSING_COMPANY
        self.form.show_errors(errors)
        if errors or held_on is None:
            return
        entry = ComingEntry(
            company=self.form.text("company"),
            role=self.form.text("role"),
            held_on=held_on,
            started_at=started_at,
            kind=self.form.text("kind"),
            place=self.form.text("place"),
            names=tuple(names_in(self.form.text("names"))),
        )
        state = self._state(self.form.values)
        interview_id = self.form.text("_interview")
        if self._journal.get(Interview, interview_id) is None:
            records = coming_records(entry, state, interview_id)
            self._journal.add_all(records)
        self.form.was_saved({}, "")
        title = f"{entry.company}, round {state.round}"
        self._done(
            Result(
                key=f"coming:{interview_id}",
                texts=(
                    f"It’s noted: {title}, {near_day_words(held_on, today=today)}.",
                    "Afterwards, five minutes are enough to write it down.",
                ),
                buttons=(press("off", "Undo", item=interview_id, small=True),),
            )
        )


class MoveForm:
    """Asks for another day or place of a round to come."""

    def __init__(
        self,
        journal: Journal,
        panel: Panel,
        on_done: Callable[[Result | None], None],
        interview: Interview,
    ) -> None:
        """Make the form for that round."""
        self._journal = journal
        self._done = on_done
        self._interview_id = interview.id
        application = journal.get(Application, interview.application_id)
        self._title = round_title(interview, application)
        self.form = panel.form(
            [
                fields.heading(f"Another day or place: {self._title}"),
                fields.day("held_on", "Date", required=True, half=True),
                _time_field(),
                _place_field(),
            ],
            on_press=self._pressed,
            buttons=[
                fields.button("save", "Keep it", primary=True),
                fields.button("cancel", "Cancel"),
            ],
        )
        starts = interview.started_at
        self.form.set_values(
            {
                "held_on": interview.held_on.isoformat(),
                "time": "" if starts is None else f"{starts:%H:%M}",
                "place": interview.place,
            }
        )
        self._shown = dict(self.form.values)

    def _pressed(self, name: str, _item: str) -> None:
        if name == "save":
            self.save()
        else:
            self._done(None)

    def save(self) -> None:
        """Store the new day and place, or say beside the field what is missing."""
        today = self._journal.now().date()
        held_on, started_at, errors = _when(self.form, today)
        interview = self._journal.get(Interview, self._interview_id)
        self.form.show_errors(errors)
        if errors or held_on is None:
            return
        place = self.form.text("place")
        changes: dict[str, object] = {}
        if interview is not None and interview.held_on != held_on:
            changes["held_on"] = held_on
        if any(self.form.values.get(name) != self._shown[name] for name in ("held_on", "time")):
            changes["started_at"] = started_at
        if interview is not None and interview.place.strip() != place:
            changes["place"] = place
        if interview is not None and changes:
            self._journal.revise(interview, **changes)
        day = near_day_words(held_on, today=today)
        key = f"moved:{held_on}:{started_at}:{place}"
        self._done(Result(key=key, texts=(f"It’s noted: {self._title}, {day}.",)))


def _time_field() -> fields.Field:
    return fields.time_of_day("time", "At what time?", half=True)


def _when(form: Form, today: date) -> tuple[date | None, datetime | None, dict[str, str]]:
    """Return the day and the moment typed, with a sentence beside each field that has a fault."""
    errors = {}
    held_on, started_at = _day(form.text("held_on")), None
    if held_on is None or held_on < today:
        errors["held_on"] = NOT_A_DAY if held_on is None else PAST
    try:
        started_at = moment_on(held_on or today, form.text("time"))
    except ValueError:
        errors["time"] = NOT_A_TIME
    return held_on, started_at, errors


def _place_field() -> fields.Field:
    column = column_of(Interview, "place")
    return fields.line("place", column.label, hint=column.help)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
