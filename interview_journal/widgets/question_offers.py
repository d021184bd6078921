"""Questions found in the free account, or in notes pasted from a phone, offered at one click."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from interview_journal.core.records import Answer, Interview
from interview_journal.widgets import fields as f
from interview_journal.widgets.merging import merge_change
from interview_journal.widgets.record_place import draft_name
from interview_journal.widgets.record_short import join_account, split_account
from interview_journal.widgets.round_contents import answers_of, people_met
from interview_journal.widgets.saved_words import saved_words

if TYPE_CHECKING:
    from interview_journal.core.view import JournalView
    from interview_journal.importing.notes import QuestionDraft
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form
    from interview_journal.widgets.record_desk import RecordDesk

__all__ = ["NotesBox", "OfferBox", "offered_questions", "take_questions"]

OFFER: Final = "These look like questions they asked"
_SHOWN_AT_MOST: Final = 200


def offered_questions(journal: Journal, interview: Interview) -> tuple[QuestionDraft, ...]:
    """Return the questions in the account that are not among the answers, removed ones included."""
    account, _ = split_account(interview.account)
    if not account.strip():
        return ()
    # Reading notes takes a moment to load: an empty form must not wait for it.
    from interview_journal.importing.notes import parse_notes

    known = {
        _normal(one.question)
        for one in (*journal.answers, *journal.removed(Answer))
        if one.interview_id == interview.id
    }
    return tuple(one for one in parse_notes(account).items if _normal(one.question) not in known)


def take_questions(
    journal: Journal, interview: Interview, drafts: tuple[QuestionDraft, ...]
) -> list[Answer]:
    """Add these questions after those that are there and return them as saved."""
    position = max((one.position for one in answers_of(journal, interview.id)), default=0)
    return journal.add_all(
        [
            Answer(
                interview_id=interview.id,
                position=min(position + number, 9999),
                question=draft.question,
                answer=draft.answer,
                topic=_topic(draft.question),
                asked_by=_person(journal, interview.id, draft.asked_by),
            )
            for number, draft in enumerate(drafts, start=1)
        ]
    )


def _normal(question: str) -> str:
    return " ".join(question.casefold().split())


def _topic(question: str) -> str:
    from interview_journal.core.catalogue import suggest_topic

    found = suggest_topic(question)
    return found.slug if found is not None else ""


def _person(view: JournalView, interview_id: str, name: str) -> str:
    """Return who of the people met is meant by a name; "" unless exactly one is."""
    wanted = name.casefold()
    found = [
        person.id
        for person in people_met(view, interview_id)
        if wanted and wanted in (person.name.casefold(), person.name.casefold().split(" ")[0])
    ]
    return found[0] if len(found) == 1 else ""


class OfferBox:
    """The offer on the screen; it is there only while there is something to offer."""

    def __init__(self, desk: RecordDesk) -> None:
        """Make it empty."""
        self._desk = desk
        self._offers: tuple[QuestionDraft, ...] = ()
        self._hidden: set[str] = set()

    @cached_property
    def form(self) -> Form:
        """The box itself, made when there is something to offer."""
        return self._desk.form(on_press=self.press, on_save=lambda: None)

    @property
    def parts(self) -> tuple[Form, ...]:
        """What the panel shows of it: nothing before the first offer."""
        return (self.form,) if "form" in self.__dict__ else ()

    def show(self, interview: Interview | None) -> None:
        """Offer what the account of that interview holds."""
        found = () if interview is None else offered_questions(self._desk.journal, interview)
        self._offers = tuple(one for one in found if _normal(one.question) not in self._hidden)
        rows = [
            f.row(
                str(number),
                one.question,
                lines=[one.answer[:_SHOWN_AT_MOST]] if one.answer.strip() else [],
                buttons=[f.button("take", "Take this one", title=f"Take this one: {one.question}")],
            )
            for number, one in enumerate(self._offers)
        ]
        if not rows and not self.parts:
            return
        self.form.list_rows("offers", rows)
        self.form.fields = [f.rows("offers", OFFER)] if rows else []
        self.form.buttons = (
            [f.button("take_all", "Take all"), f.button("hide", "Not these")] if rows else []
        )

    def press(self, button: str, item: str = "") -> None:
        """Take one, take all, or hide them."""
        if button == "hide":
            self._hidden |= {_normal(one.question) for one in self._offers}
            self.show(self._desk.interview())
            return
        chosen = self._offers if button == "take_all" else (self._offers[int(item)],)
        take_questions(self._desk.journal, self._desk.interview(), chosen)
        self._desk.changed()
        self._desk.say("Taken over as questions. You can correct them under “The questions”.")


class NotesBox:
    """A box for notes from a phone: they join the account, and its questions are offered."""

    name = "notes"

    def __init__(self, desk: RecordDesk) -> None:
        """Make it closed."""
        self._desk = desk
        self.form = desk.form(on_press=self.press, on_save=self.save)
        self.form.title = "Paste notes from your phone"
        self.form.lead = "They are added to what happened; the questions in them are offered."
        self.form.opened = False
        self.parts = (self.form,)

    def show(self, interview: Interview) -> None:
        """Show an empty box, or the notes that were pasted and not used yet."""
        name = draft_name(interview.id, self.name)
        if self._desk.open_draft(self.form, name, {"notes": ""}, None):
            self.open()

    def open(self) -> None:
        """Open the box."""
        if not self.form.fields:
            self.form.fields = [f.long("notes", "Your notes", rows=5)]
            self.form.buttons = [f.button("use", "Use these notes")]
        self.form.opened = True

    def close(self) -> None:
        """Close the box; what was pasted stays in its draft."""
        self.form.opened = False

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return bool(self.form.opened)

    def press(self, button: str, _item: str = "") -> None:
        """Open, close or use."""
        if button == "toggle":
            self._desk.toggle(self)
        else:
            self.save()

    def save(self) -> None:
        """Add the notes to the account, whole and unchanged."""
        notes = str(self.form.values.get("notes", ""))
        if not notes.strip():
            return
        interview = self._desk.interview()
        account, words = split_account(interview.account)
        joined = f"{account}\n\n{notes}" if account.strip() else notes
        if notes not in account:
            changes = {"account": join_account(joined, words), "source": "notes"}
            merge_change(self._desk.journal, interview, changes)
        self.form.was_saved(
            {"notes": ""}, saved_words(self._desk.journal.now(), "Your notes are in the account.")
        )
        self._desk.changed()
