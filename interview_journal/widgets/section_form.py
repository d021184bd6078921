"""A section of the long path on the screen: opens, keeps its draft, saves one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets import fields as f
from interview_journal.widgets.if_then_plan import draft_if_then
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.record_place import draft_name
from interview_journal.widgets.record_sections import Section, record_of
from interview_journal.widgets.saved_words import saved_words

if TYPE_CHECKING:
    from interview_journal.core.records import Interview, Record
    from interview_journal.widgets.record_desk import RecordDesk

__all__ = ["SectionForm"]

_DRAFT_PLAN: Final = f.button("draft_plan", "Draft “Next time” from what I would say differently")


class SectionForm:
    """One section; its ``parts`` are what the panel shows."""

    def __init__(self, desk: RecordDesk, section: Section) -> None:
        """Make it closed; what it asks is built when it is opened first."""
        self._desk = desk
        self.section = section
        self.name = section.name
        self.form = desk.form(on_press=self.press, on_save=self.save)
        self.form.title, self.form.lead = section.title, section.lead
        self.form.opened = False
        self.parts = (self.form,)

    def show(self, interview: Interview) -> None:
        """Show what is saved of that interview, or the draft of it."""
        record = record_of(self.section, self._desk.journal, interview)
        if record is None:
            return
        has_draft = self._desk.open_draft(
            self.form, draft_name(interview.id, self.name), self._values(record), record.saved_at
        )
        if has_draft:
            self.open()

    def draw(self) -> None:
        """Show what another part saved, unless something was typed here."""
        record = record_of(self.section, self._desk.journal, self._desk.interview())
        if record is not None and not self.form.unsaved:
            values = self._values(record)
            if values != self.form.values:
                self.form.was_saved(values, self.form.status)

    def open(self) -> None:
        """Open the section."""
        if not self.form.fields:
            self.form.fields = self.section.fields()
            extra = [_DRAFT_PLAN] if self.section.drafts_plan else []
            self.form.buttons = [*extra, f.button("save", "Save")]
        self.form.opened = True

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return bool(self.form.opened)

    def press(self, button: str, _item: str = "") -> None:
        """Do what a button does."""
        if button == "toggle":
            self._desk.toggle(self)
        elif button == "draft_plan":
            self.draft_plan()
        else:
            self.save()

    def draft_plan(self) -> None:
        """Draft the if-then plan, without touching one that is there."""
        if self.form.text("if_then_plan"):
            self._desk.say("Your plan is there already; it is left as you wrote it.")
            return
        interview_id = self._desk.interview_id
        answers = [a for a in self._desk.journal.answers if a.interview_id == interview_id]
        plan = draft_if_then(self.form.text("to_improve"), answers)
        if plan:
            self.form.set_values({"if_then_plan": plan})
        else:
            self._desk.say("Write first what you would say differently.")

    def close(self) -> None:
        """Close the section; what was typed stays in its draft."""
        self.form.opened = False

    def save(self) -> None:
        """Save what was changed."""
        values = dict(self.form.values)
        base = self._base(values)
        saved = merge_change(self._desk.journal, base, self.section.changes(base, values))
        self._desk.changed()
        self.form.was_saved(self._values(saved), saved_words(self._desk.journal.now()))

    def _base(self, values: dict[str, str]) -> Record:
        interview = self._desk.interview()
        record = record_of(self.section, self._desk.journal, interview)
        if record is None:
            return interview
        return revision_of(self._desk.journal, record, int(values.get("_base") or 0))

    def _values(self, record: Record) -> dict[str, str]:
        return {**self.section.values(record), "_base": str(record.revision)}
