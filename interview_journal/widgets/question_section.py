"""The questions of a round, one after another, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_journal.core.catalogue import suggest_topic
from interview_journal.core.records import Answer
from interview_journal.errors import UnknownRecordError
from interview_journal.widgets import fields as f
from interview_journal.widgets.list_section import ENTRY, ListSection
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.record_questions import (
    QUESTION_FIELDS,
    asked_before_rows,
    question_editor,
    question_rows,
    renumbered,
    topic_label,
    topic_slug,
)
from interview_journal.widgets.round_contents import answers_of
from interview_journal.widgets.typed_values import FormFaultsError, texts_of, typed_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.records import Interview

__all__ = ["QuestionSection"]


class QuestionSection(ListSection):
    """Add, edit, reorder, remove with undo."""

    name = "questions"
    title = "The questions, one after another"
    lead = "First the question, then what you said."
    add_label = "Add a question"
    save_label = "Save this question"

    def show(self, interview: Interview) -> None:
        """Show the list, and the draft of a question where there is one."""
        super().show(interview)
        self._look_back()

    def rows(self) -> list[f.Row]:
        """Return the questions of this round."""
        return question_rows(self.desk.journal, self.desk.interview_id)

    def editor(self, values: Mapping[str, str]) -> list[f.Field]:
        """Return the fields of one question."""
        del values
        return question_editor(self.desk.journal, self.desk.interview_id)

    def editor_buttons(self) -> list[f.Button]:
        """Return the buttons below the editor; the usual next step first."""
        return [f.button("next", "Save, and the next question"), *super().editor_buttons()]

    def blank(self) -> dict[str, str]:
        """Return an empty question, with its id."""
        new = self.desk.journal.new_id(Answer)
        return {**dict.fromkeys(QUESTION_FIELDS, ""), ENTRY: new, "_topic": ""}

    def values_of(self, entry: str) -> dict[str, str]:
        """Return one question."""
        answer = self._answer(entry)
        return {
            **texts_of(answer, QUESTION_FIELDS),
            "topic": topic_label(answer.topic),
            ENTRY: entry,
            "_base": str(answer.revision),
            "_topic": "",
        }

    def save_entry(self, values: Mapping[str, str]) -> None:
        """Save one question."""
        if not values.get("question", "").strip() and not values.get("answer", "").strip():
            raise FormFaultsError({"question": "Write the question, or what you said."})
        journal = self.desk.journal
        changes: dict[str, Any] = typed_changes(Answer, QUESTION_FIELDS, values)
        changes["topic"] = topic_slug(values.get("topic", ""))
        journal.refresh()
        known = journal.get(Answer, values[ENTRY])
        if known is None:
            interview_id = self.desk.interview_id
            before = answers_of(journal, interview_id)
            position = min(max((one.position for one in before), default=0) + 1, 9999)
            journal.add(
                Answer(id=values[ENTRY], interview_id=interview_id, position=position, **changes)
            )
        else:
            merge_change(
                journal, revision_of(journal, known, int(values.get("_base") or 0)), changes
            )

    def press(self, button: str, item: str = "") -> None:
        """Do what a button does."""
        if button == "next":
            self.save_if_typed()
            self.edit(self.blank())
        elif button in ("up", "down"):
            self.move(item, -1 if button == "up" else 1)
        else:
            super().press(button, item)
        self._look_back()

    def move(self, entry: str, step: int) -> None:
        """Move a question by so many places."""
        journal = self.desk.journal
        journal.refresh()
        answers = answers_of(journal, self.desk.interview_id)
        by_id = {one.id: one for one in answers}
        for answer_id, position in renumbered(answers, entry, step).items():
            journal.revise(by_id[answer_id], position=position)
        self.draw()

    def changed(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Suggest a topic for the question, and show what was said to it before."""
        super().changed(before, after)
        if before.get("question") == after.get("question"):
            return
        topic, suggested = after.get("topic", "").strip(), after.get("_topic", "")
        found = suggest_topic(after.get("question", ""))
        label = found.label if found is not None else ""
        # Only an empty topic, or one we suggested ourselves, is ever replaced.
        if topic in ("", suggested) and topic != label:
            self.form.set_values({"topic": label, "_topic": label})
        self._look_back()

    def remove_entry(self, entry: str) -> str:
        """Take a question away."""
        answer = self._answer(entry)
        self.desk.journal.remove(answer)
        if self.entry == entry:
            self.edit({ENTRY: ""})
        return " ".join(answer.question.split())[:80] or "a question"

    def restore_entry(self, entry: str) -> None:
        """Bring a question back."""
        self.desk.journal.restore(self._answer(entry))

    def _look_back(self) -> None:
        journal = self.desk.journal
        question = self.form.text("question") if self.entry else ""
        today = journal.now().date()
        rows = asked_before_rows(journal, question, self.desk.interview_id, today=today)
        self.form.list_rows("before", rows)

    def _answer(self, entry: str) -> Answer:
        answer = self.desk.journal.get(Answer, entry)
        if answer is None:
            raise UnknownRecordError("answers", entry)
        return answer
