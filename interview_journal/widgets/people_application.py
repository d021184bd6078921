"""The forms for the application itself: where it stands, and what its letters are made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from interview_journal.core.choices import APPLICATION_STATUS, ApplicationStatus
from interview_journal.core.followup.wording import company_of
from interview_journal.core.records import Application
from interview_journal.widgets import fields as f
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.people_form import BASE, DeskForm
from interview_journal.widgets.people_reference import day_in_past
from interview_journal.widgets.people_state import LETTER_TEXTS
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press
from interview_journal.widgets.typed_values import (
    YES_NO,
    column_of,
    text_of,
    texts_of,
    typed_changes,
)

__all__ = ["LettersForm", "StandingForm"]

_LETTERS: Final = (*LETTER_TEXTS, "creative_role")
_SAID: Final[dict[ApplicationStatus, str]] = {
    "open": "It is under way again.",
    "offer": "An offer. Congratulations! Your referees will be glad to hear.",
    "accepted": "You accepted. Congratulations!",
    "declined": "You declined. That is noted.",
    "rejected": "They said no. I'm sorry. What you wrote down is still yours to use.",
    "withdrawn": "You withdrew. That is noted.",
    "silent": "Noted. You can stop waiting.",
}


class _ApplicationForm(DeskForm):
    """About one application, which is its item."""

    @property
    def application(self) -> Application:
        """Which it is about, as saved now."""
        return self.place.record(Application, self.item)

    def saved_at(self) -> datetime | None:
        """Return when what it shows was saved."""
        return self.application.saved_at

    def merged(self, values: Mapping[str, str], changes: Mapping[str, object]) -> Application:
        """Save what was changed; what somebody else changed meanwhile stays."""
        journal = self.place.journal
        base = revision_of(journal, self.application, int(values.get(BASE) or 0))
        return merge_change(journal, base, changes)


class StandingForm(_ApplicationForm):
    """Says where the application stands, and since when."""

    kind = "standing"
    group = "standing"

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"Where it stands at {company_of(self.application)}"

    def values(self) -> dict[str, str]:
        """Return how it stands, and today."""
        return {
            "status": self.application.status,
            "since": text_of(self.place.today),
            BASE: str(self.application.revision),
        }

    def fields(self, _values: Mapping[str, str]) -> list[f.Field]:
        """Return the choice and the day."""
        hint = "The days for an answer and for thanks count from here."
        return [
            f.choice("status", column_of(Application, "status").label, APPLICATION_STATUS, skip=""),
            f.day("since", "Since when?", hint=hint),
        ]

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save where it stands; a status that stays keeps the day it had."""
        application = self.application
        since = day_in_past("since", values.get("since", ""), now=self.place.now)
        changes = typed_changes(Application, ("status",), values)
        if changes["status"] == application.status and since.date() == self.place.today:
            return Result(key=f"standing:{application.id}", texts=("It stays as it is.",))
        saved = self.merged(values, {**changes, "status_at": since})
        return Result(
            key=f"standing:{saved.id}:{saved.revision}",
            texts=(_SAID[saved.status],),
            buttons=(press("old_standing", "Undo", item=saved.id, small=True),),
        )


class LettersForm(_ApplicationForm):
    """What letters about this application are made of."""

    kind = "letters"
    group = "letters"

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"What letters to {company_of(self.application)} are made of"

    def values(self) -> dict[str, str]:
        """Return what is saved."""
        application = self.application
        return {**texts_of(application, _LETTERS), BASE: str(application.revision)}

    def fields(self, _values: Mapping[str, str]) -> list[f.Field]:
        """Return the texts, and whether a card suits them."""
        creative = column_of(Application, "creative_role")
        texts = [column_of(Application, name) for name in LETTER_TEXTS]
        return [
            *(f.long(one.name, one.label, hint=one.help, rows=2) for one in texts),
            f.choice("creative_role", creative.label, YES_NO, hint=creative.help, skip=""),
        ]

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save what was changed."""
        saved = self.merged(values, typed_changes(Application, _LETTERS, values))
        return Result(
            key=f"letters:{saved.id}:{saved.revision}",
            texts=("Saved. New drafts are made with it.",),
        )
