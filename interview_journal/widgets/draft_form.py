"""The form in which a note is looked over, changed, and taken to where it is sent.

Nothing is sent from here. Every way out takes the words as they stand; where a gap is still open
the first press says so, and a second one takes them as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast, get_args

from interview_journal.api.drafting import MY_EMAIL, MY_NAME, draft_for, draft_kinds_for
from interview_journal.api.due import action_on, keep_action
from interview_journal.api.kept_notes import note_name, other_notes
from interview_journal.core.outgoing import DRAFT_KINDS, TONES, Draft, DraftKind, Tone, find_gaps
from interview_journal.core.records import Application, Person
from interview_journal.widgets import fields as f
from interview_journal.widgets.draft_advice import advice_rows, gaps_words, started_words
from interview_journal.writing.addresses import sound_address
from interview_journal.writing.mail import (
    draft_email,
    draft_file_name,
    link_holds_text,
    mailto_link,
)
from interview_journal.writing.sameness import shared_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from interview_journal.core.claims import Span
    from interview_journal.core.followup.values import DueAction
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.handing import Handing
    from interview_journal.widgets.panel import Panel
    from interview_journal.widgets.results import Result

__all__ = ["DraftForm", "note_words"]

OPEN_GAPS: Final = "There {are} still {gaps}. Fill them in, or press again to take it as it is."
NO_WORDS: Final = "There are no words yet."
NOT_AN_ADDRESS: Final = "Enter one e-mail address, such as ana@example.org, or leave it empty."


def note_words(journal: Journal, due: DueAction) -> str:
    """Return how far the note for a due action is."""
    typed = journal.drafts.get(note_name(due))
    kept = action_on(journal, due.key)
    own = typed.fields.get("text", "") if typed is not None else ""
    text = own or ("" if kept is None else kept.text)
    if text:
        return started_words(text, is_started=True)
    # How many gaps it has does not depend on the claims, which take longer.
    return started_words(draft_for(journal, due, claims=()).text, is_started=False)


class DraftForm:
    """Shows one draft, keeps what is typed, and hands it over."""

    def __init__(
        self,
        journal: Journal,
        panel: Panel,
        due: DueAction,
        *,
        handing: Handing,
        on_done: Callable[[Result | None], None],
        on_sent: Callable[..., Result],
    ) -> None:
        """Make the form.

        Args:
            journal: Where facts come from and words are kept.
            panel: Shows the form's errors.
            due: What the note is for.
            handing: Gives files, texts and mails to the browser.
            on_done: Gets what was done; None when the form was closed.
            on_sent: Called with the key, the words and the channel when the person sent it.
        """
        self._journal, self._due, self._handing = journal, due, handing
        self._done, self._sent = on_done, on_sent
        self._kinds = draft_kinds_for(due)
        self._others = other_notes(journal, due)
        self._warned = ""
        self._ways: dict[str, Callable[[], None]] = {
            "copy": self._copy,
            "mail": self._mail,
            "eml": self._save_email,
            "card": self._card,
            "sent": self._send,
        }
        self.form = panel.form([], on_press=self._pressed, on_change=self._changed)
        kept = action_on(journal, due.key)
        start = self._values(self._kinds[0], "warm")
        if kept is not None and kept.text:
            start |= {"text": kept.text}
        saved_at = None if kept is None or not kept.text else kept.saved_at
        self.form.open_draft(journal, note_name(due), values=start, saved_at=saved_at)
        self.form.fields = self._fields()
        self.form.buttons = self._buttons()
        self._advise()

    # What it shows ----------------------------------------------------------------------------

    @property
    def _kind(self) -> DraftKind:
        chosen = self.form.text("kind")
        return next((one for one in self._kinds if one == chosen), self._kinds[0])

    @property
    def _tone(self) -> Tone:
        chosen = self.form.text("tone")
        return cast("Tone", chosen if chosen in get_args(Tone) else "warm")

    def _values(self, kind: DraftKind, tone: Tone) -> dict[str, str]:
        draft = draft_for(self._journal, self._due, kind=kind, tone=tone)
        return {
            "kind": kind,
            "tone": tone,
            "address": draft.to_address,
            "subject": draft.subject,
            "text": draft.text,
            "_made": draft.text,
            "_key": self._due.key,
            "_application": self._due.application_id,
            "_person": self._due.person_id,
        }

    def _fields(self) -> list[f.Field]:
        every = [f.heading(self._due.text), f.note(self._due.reason)]
        if len(self._kinds) > 1:
            options = {kind: DRAFT_KINDS[kind] for kind in self._kinds}
            every.append(f.choice("kind", "What is it?", options, skip=""))
        every.append(f.choice("tone", "Tone", TONES, skip=""))
        if self._kind != "referee call":
            every += [
                f.line("address", "E-mail address", half=True),
                f.line("subject", "Subject", half=True),
            ]
        every += [
            f.long(
                "text", "The words", rows=12, hint="Change what you like; it is kept as you type."
            ),
            f.rows("advice"),
        ]
        return every

    def _buttons(self) -> list[f.Button]:
        spoken = self._kind == "referee call"
        every = [f.button("copy", "Copy")]
        if not spoken:
            every += [
                f.button("mail", "Open in my mail program"),
                f.button("eml", "Save as e-mail"),
            ]
        if self._has_card():
            every.append(f.button("card", "Card to print"))
        return [
            *every,
            f.button("sent", "I have said it" if spoken else "I have sent it", primary=True),
            f.button("keep", "Keep for later"),
            f.button("close", "Close"),
        ]

    def _has_card(self) -> bool:
        application = self._journal.get(Application, self._due.application_id)
        return (
            self._kind == "thank-you note" and application is not None and application.creative_role
        )

    def _advise(self) -> None:
        text = self.form.text("text")
        made = self.form.values.get("_made", "")
        wanted = self._values(self._kind, self._tone)["text"]
        rows = advice_rows(
            text,
            kind=self._kind,
            shared=self._shared(text),
            can_renew=text not in (made.strip(), wanted.strip()) and wanted != made,
        )
        self.form.list_rows("advice", rows)

    def _shared(self, text: str) -> list[tuple[Span, str]]:
        """Return what reads like another note, and whose that is."""
        return [
            (span, note.name)
            for note in self._others
            for span in shared_sentences(text, [note.text])
        ]

    # What is typed and pressed ----------------------------------------------------------------

    def _changed(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        if any(before.get(name) != after.get(name) for name in ("tone", "kind")):
            if after.get("text", "").strip() == after.get("_made", "").strip():
                self._renew()
            if before.get("kind") != after.get("kind"):
                self.form.fields, self.form.buttons = self._fields(), self._buttons()
        self._advise()

    def _renew(self) -> None:
        """Put the draft of the chosen kind and tone in the place of the words."""
        made = self._values(self._kind, self._tone)
        self.form.set_values({name: made[name] for name in ("subject", "text", "_made")})

    def _pressed(self, name: str, _item: str) -> None:
        self._handing.quiet()
        if name == "close":
            self._done(None)
        elif name == "renew":
            self._renew()
            self._advise()
        elif name == "keep":
            self.save()
        elif self._may(name):
            self._ways[name]()

    def _may(self, name: str) -> bool:
        """Return whether the words may go out; the first press with an open gap only warns."""
        text = self.form.text("text")
        gaps = find_gaps(text)
        errors = {}
        address = self.form.text("address")
        if name in ("mail", "eml") and address and not sound_address(address):
            errors["address"] = NOT_AN_ADDRESS
        if not text:
            errors["text"] = NO_WORDS
        elif gaps and self._warned != f"{name}:{text}":
            self._warned = f"{name}:{text}"
            are = "is" if len(gaps) == 1 else "are"
            errors["text"] = OPEN_GAPS.format(are=are, gaps=gaps_words(len(gaps)))
        self.form.show_errors(errors)
        return not errors

    def _draft(self) -> Draft:
        return Draft(
            kind=self._kind,
            tone=self._tone,
            subject=self.form.text("subject"),
            text=self.form.text("text"),
            to_name=draft_for(self._journal, self._due, kind=self._kind, tone=self._tone).to_name,
            to_address=self.form.text("address"),
        )

    def _copy(self) -> None:
        self._handing.copy(self.form.text("text"))

    def _mail(self) -> None:
        draft = self._draft()
        if not link_holds_text(draft):
            self._handing.copy(draft.text)
        self._handing.open_mail(mailto_link(draft), is_whole=link_holds_text(draft))

    def _save_email(self) -> None:
        draft, setting = self._draft(), self._journal.setting
        data = draft_email(draft, my_name=setting(MY_NAME), my_address=setting(MY_EMAIL))
        self._handing.give_file(draft_file_name(draft), "message/rfc822", data)

    def _card(self) -> None:
        # Few notes go out as a card.
        from interview_journal.writing.card import card_page

        draft = self._draft()
        page = card_page(draft).encode("utf-8")
        self._handing.give_file(draft_file_name(draft, ".html"), "text/html", page)

    def _send(self) -> None:
        """Keep the words as sent, and tick off what they were for."""
        text = self.form.text("text")
        channel = "phone" if self._kind == "referee call" else self._due.channel
        self._close_with(self._sent(self._due.key, text=text, channel=channel))

    def save(self) -> None:
        """Keep the words for later."""
        keep_action(self._journal, self._due, "open", text=self.form.text("text"))
        self._close_with(None)

    def _keep_address(self) -> None:
        """Keep an address that was typed here with the person, who had none."""
        person = self._journal.get(Person, self._due.person_id)
        address = sound_address(self.form.text("address"))
        if person is not None and not person.removed and address and not person.email.strip():
            self._journal.revise(person, email=address)

    def _close_with(self, result: Result | None) -> None:
        self._keep_address()
        self.form.was_saved(dict(self.form.values), "")
        self._done(result)
