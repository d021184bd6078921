"""The form in which an answer is entered: which round, what they said, when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.records import Application, Interview
from interview_journal.core.rounds import frozen_forecast
from interview_journal.widgets import fields
from interview_journal.widgets.heard_back_state import (
    HEARD_CHOICES,
    OFFERED_AT_MOST,
    forecast_sentence,
    heard_back,
    heard_sentence,
    round_choices,
)
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.panel import Panel

__all__ = ["HeardBackForm"]

MISSING_ROUND: Final = "Choose the interview it is about."
MISSING_ANSWER: Final = "Choose one of these."
NOT_A_DAY: Final = "Enter the day you heard, such as today."
NOT_YET: Final = "This day is still to come."
BEFORE_IT: Final = "The interview was after this day."


class HeardBackForm:
    """Asks for an answer, stores it, and can take it back."""

    def __init__(
        self, journal: Journal, panel: Panel, on_done: Callable[[Result | None], None]
    ) -> None:
        """Make the form; ``on_done`` gets what was done, None when it was closed."""
        self._journal = journal
        self._done = on_done
        self._before: tuple[Interview, Application | None] | None = None
        today = journal.now().date()
        choices = round_choices(journal, today=today)
        self.form = panel.form(
            self._fields(),
            on_press=self._pressed,
            on_change=self._changed,
            buttons=[
                fields.button("save", "Save the answer", primary=True),
                fields.button("cancel", "Cancel"),
            ],
        )
        self.form.open_without_draft(
            {"round": choices[0].interview_id if choices else "", "heard_on": today.isoformat()}
        )

    def _fields(self, words: str = "") -> list[fields.Field]:
        today = self._journal.now().date()
        choices = round_choices(self._journal, today=today, words=words)
        options = {choice.interview_id: choice.label for choice in choices}
        every = [
            fields.heading("I heard back"),
            fields.pick("round", "About which interview?", options or {"": "None found"}),
            fields.choice("answer", "What did they say?", list(HEARD_CHOICES), skip=""),
            fields.day("heard_on", "When did you hear?"),
        ]
        if len(self._journal.interviews) > OFFERED_AT_MOST:
            find = fields.line("words", "Find an earlier one", hint="Type part of the company.")
            every.insert(2, find)
        return every

    def _changed(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        words = after.get("words", "")
        if words != before.get("words", ""):
            self.form.fields = self._fields(words)
            offered = self.form.fields[1]["options"]
            if after.get("round") not in [option["value"] for option in offered]:
                self.form.set_values({"round": offered[0]["value"]})

    def _pressed(self, name: str, _item: str) -> None:
        if name == "save":
            self.save()
        else:
            self._done(None)

    def save(self) -> None:
        """Store the answer, or say beside the fields what is missing."""
        interview = self._journal.get(Interview, self.form.text("round"))
        outcome = HEARD_CHOICES.get(self.form.text("answer"))
        heard_on = _day(self.form.text("heard_on"))
        errors = self._errors(interview, heard_on)
        if outcome is None:
            errors["answer"] = MISSING_ANSWER
        self.form.show_errors(errors)
        if errors or interview is None or outcome is None or heard_on is None:
            return
        application = self._journal.get(Application, interview.application_id)
        entry = heard_back(
            interview,
            application,
            outcome,
            heard_on=heard_on,
            now=self._journal.now(),
            view=self._journal,
        )
        self._before = (interview, application if entry.application else None)
        self._store(interview, entry.interview)
        if application is not None:
            self._store(application, entry.application)
        self._done(self._result(interview.id))

    def _errors(self, interview: Interview | None, heard_on: date | None) -> dict[str, str]:
        errors = {} if interview is not None else {"round": MISSING_ROUND}
        if heard_on is None:
            errors["heard_on"] = NOT_A_DAY
        elif heard_on > self._journal.now().date():
            errors["heard_on"] = NOT_YET
        elif interview is not None and heard_on < interview.held_on:
            errors["heard_on"] = BEFORE_IT
        return errors

    def _store(self, record: Interview | Application, changes: Mapping[str, Any]) -> None:
        if any(getattr(record, name) != value for name, value in changes.items()):
            self._journal.revise(record, **changes)

    def _result(self, interview_id: str) -> Result:
        interview = self._journal.get(Interview, interview_id)
        if interview is None:  # pragma: no cover - it was saved a moment ago
            return Result(key="gone", texts=())
        application = self._journal.get(Application, interview.application_id)
        forecast = frozen_forecast(interview, self._journal.forecasts)
        texts = (heard_sentence(interview, application), forecast_sentence(interview, forecast))
        buttons = [press("undo", "Undo", small=True)]
        if interview.outcome == "advanced":
            buttons = [
                press("coming", "There is another round", item=interview.application_id),
                press("offer", "They made an offer", item=interview.application_id),
                *buttons,
            ]
        return Result(
            key=f"heard:{interview.id}:{interview.revision}",
            texts=tuple(text for text in texts if text),
            buttons=tuple(buttons),
        )

    def undo(self) -> Result:
        """Take the answer back and return what to say."""
        if self._before is not None:
            interview, application = self._before
            self._put_back(interview, ("outcome", "outcome_known_at"))
            if application is not None:
                self._put_back(application, ("status", "status_at"))
        return Result(key="undone", texts=("Taken back. It is as it was before.",))

    def _put_back(self, old: Interview | Application, names: tuple[str, ...]) -> None:
        current = self._journal.get(type(old), old.id)
        if current is not None:
            self._store(current, {name: getattr(old, name) for name in names})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
