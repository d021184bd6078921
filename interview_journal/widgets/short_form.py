"""The short form on the screen: five fields, one button, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.records import Application, Interview
from interview_journal.widgets.record_place import NEW, SHORT, draft_name
from interview_journal.widgets.record_saving import save_short
from interview_journal.widgets.record_short import (
    company_names,
    new_short_values,
    people_known_at,
    short_values,
)
from interview_journal.widgets.saved_words import saved_words
from interview_journal.widgets.short_fields import short_buttons, short_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from interview_journal.widgets.record_desk import RecordDesk

__all__ = ["ShortForm"]

NO_SURE_DAY: Final = (
    "“{words}” is kept as you wrote it, but names no sure day. A date, such as “by 12 June”, does."
)
_WORDS_AT_MOST: Final = 60


class ShortForm:
    """The first screen of the record panel."""

    def __init__(
        self,
        desk: RecordDesk,
        *,
        on_saved: Callable[[Interview], None],
        on_more: Callable[[], None],
    ) -> None:
        """Make it empty.

        Args:
            desk: The panel.
            on_saved: Called with the interview after each save.
            on_more: Called when more is to be added; all is saved by then.
        """
        self._desk = desk
        self._on_saved = on_saved
        self._on_more = on_more
        self.form = desk.form(on_press=self.press, on_save=self.save, on_change=self.changed)
        self._shown: Interview | None = None

    def show(self, interview: Interview | None) -> bool:
        """Show an interview, or a fresh form; return whether a draft was taken up."""
        journal = self._desk.journal
        self._shown = interview
        if interview is None:
            today = journal.now().date()
            ids = journal.new_id(Interview), journal.new_id(Application)
            name, values, at = draft_name(NEW, SHORT), new_short_values(today, *ids), None
        else:
            name, values = draft_name(interview.id, SHORT), short_values(journal, interview)
            at = interview.saved_at
        has_draft = self._desk.open_draft(self.form, name, values, at)
        self._draw()
        return has_draft

    def changed(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Offer the people known at the company that was typed."""
        if before.get("company") != after.get("company"):
            self._draw()

    def _draw(self) -> None:
        journal = self._desk.journal
        self.form.fields = short_fields(
            company_names(journal),
            people_known_at(journal, self.form.text("company")),
            is_new=self._shown is None,
        )

    def show_more(self, *, is_open: bool) -> None:
        """Say on the second button whether the long path is open."""
        self.form.buttons = short_buttons(is_open=is_open)

    def refresh(self, interview: Interview | None) -> None:
        """Show what another part saved, unless something was typed here."""
        if interview is not None and not self.form.unsaved:
            status = self.form.status
            self._shown = interview
            values = short_values(self._desk.journal, interview)
            if values != self.form.values:
                self.form.was_saved(values, status)

    @property
    def is_saved(self) -> bool:
        """Whether the interview is saved and nothing was typed since."""
        return self._shown is not None and not self.form.unsaved

    def press(self, button: str, _item: str = "") -> None:
        """Do what a button does."""
        if button == "more":
            if not self.is_saved:
                self.save()
            self._on_more()
        else:
            self.save()

    def save(self) -> None:
        """Save; a second click finds nothing new and writes nothing."""
        values = dict(self.form.values)
        self.form.show_errors({})
        interview = save_short(self._desk.journal, values)
        is_first = self._shown is None
        self._shown = interview
        journal = self._desk.journal
        shown = short_values(journal, interview)
        heard = _heard(shown, values, interview)
        self.form.was_saved(shown, saved_words(journal.now(), heard))
        if is_first:
            self._desk.open_draft(
                self.form, draft_name(interview.id, SHORT), shown, interview.saved_at
            )
            self.form.status = saved_words(journal.now(), heard)
        self._on_saved(interview)


def _heard(shown: dict[str, str], typed: dict[str, str], saved: Interview) -> str:
    """Return how the words on when an answer comes were understood, or that they were not."""
    words = " ".join(typed["hear"].split())
    if words and saved.answer_in_days_max is None and saved.answer_by is None:
        return NO_SURE_DAY.format(words=words[:_WORDS_AT_MOST])
    if shown["hear"] and shown["hear"] != typed["hear"].strip():
        return f"You will hear {shown['hear']}."
    return ""
