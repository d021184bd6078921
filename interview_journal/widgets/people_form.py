"""What every form under the tab of people and dates does: keep its draft, save, tell what was done.

A form saves one thing and closes. What was typed outlives the page: the draft says which form it
belongs to and about whom, so that it is opened again.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from interview_journal.api.due import in_own_zone
from interview_journal.core.records import Record
from interview_journal.errors import JournalError, UnknownRecordError
from interview_journal.widgets import fields as f
from interview_journal.widgets.typed_values import faults_by_field

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.fields import Button, Field
    from interview_journal.widgets.panel import Panel
    from interview_journal.widgets.results import Result

__all__ = ["DRAFTS", "KIND", "DeskForm", "FormPlace", "drafted_form"]

R = TypeVar("R", bound=Record)

DRAFTS: Final = "people-"
"""Begins the name of each form's draft."""
KIND: Final = "_kind"
ITEM: Final = "_item"
APPLICATION: Final = "_application"
BASE: Final = "_base"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlace:
    """Where a form stands.

    Attributes:
        journal: Where it saves.
        panel: Makes the form and shows its errors.
        application_id: The application that is looked at.
        give_file: Hands a file over to the browser: its name, media type and bytes.
        done: Gets what was done; None when the form was closed.
    """

    journal: Journal
    panel: Panel
    application_id: str
    give_file: Callable[[str, str, bytes], None]
    done: Callable[[Result | None], None]

    @property
    def now(self) -> datetime:
        """The present, in the person's zone."""
        return in_own_zone(self.journal, self.journal.now())

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.date()

    def record(self, kind: type[R], record_id: str) -> R:
        """Return a record as it is now.

        Raises:
            UnknownRecordError: If it is not there, or was taken away.
        """
        found = self.journal.get(kind, record_id)
        if found is None or found.removed:
            raise UnknownRecordError(kind.table, record_id)
        return found


def drafted_form(journal: Journal) -> tuple[str, str, str] | None:
    """Return kind, item and application of the form that was typed in last; None for none."""
    names = [name for name in journal.drafts.names() if name.startswith(DRAFTS)]
    drafts = [one for one in map(journal.drafts.get, names) if one is not None]
    latest = max(drafts, key=lambda one: (one.kept_at, one.name), default=None)
    if latest is None or not latest.fields.get(KIND):
        return None
    fields = latest.fields
    return fields[KIND], fields.get(ITEM, ""), fields.get(APPLICATION, "")


class DeskForm(ABC):
    """One form; subclasses say what it asks, how it begins and what it saves."""

    kind: ClassVar[str] = ""
    """Names it, in the draft and on the button that opens it."""
    group: ClassVar[str] = ""
    """The part of the page that it opens in."""
    save_label: ClassVar[str] = "Save"

    def __init__(self, place: FormPlace, item: str) -> None:
        """Make the form about that item, with what was typed in it before.

        Raises:
            UnknownRecordError: If what it is about is gone.
        """
        self.place, self.item = place, item
        self.heading = self.title
        start = self.values()
        self.form = place.panel.form(
            [],
            on_press=lambda name, _item: self.press(name),
            on_change=self._changed,
            buttons=self.buttons(),
        )
        hidden = {KIND: self.kind, ITEM: item, APPLICATION: place.application_id}
        self.form.open_draft(
            place.journal,
            _draft_name(self.kind, item),
            values={**start, **hidden},
            saved_at=self.saved_at(),
        )
        self.form.fields = self.fields(self.form.values)

    @property
    @abstractmethod
    def title(self) -> str:
        """What stands above it."""

    @abstractmethod
    def values(self) -> dict[str, str]:
        """Return what it begins with."""

    @abstractmethod
    def fields(self, values: Mapping[str, str]) -> list[Field]:
        """Return what it asks, given what was answered so far."""

    @abstractmethod
    def keep(self, values: Mapping[str, str]) -> Result:
        """Save what was typed and return what was done.

        Raises:
            FormFaultsError: With a sentence for each field that does not fit.
            JournalError: If it could not be saved.
        """

    def saved_at(self) -> datetime | None:
        """Return when what it shows was saved; None for something new."""
        return None

    def save(self) -> None:
        """Save, or say beside the fields what was expected."""
        try:
            result = self.keep(dict(self.form.values))
        except JournalError as error:
            faults = faults_by_field(error)
            if not faults:
                raise
            self.form.show_errors(faults)
            return
        self.finish(result)

    def buttons(self) -> list[Button]:
        """Return the form's buttons."""
        save = f.button("save", self.save_label, primary=True)
        return [save, f.button("cancel", "Cancel")]

    def press(self, name: str) -> None:
        """Do what a button does."""
        if name == "save":
            self.save()
        else:
            self.finish(None)

    def finish(self, result: Result | None) -> None:
        """Let the draft go and tell what was done; None where nothing was."""
        self.form.was_saved({}, "")
        self.place.done(result)

    def _changed(self, _before: Mapping[str, str], after: Mapping[str, str]) -> None:
        wanted = self.fields(after)
        if wanted != self.form.fields:
            self.form.fields = wanted


def _draft_name(kind: str, item: str) -> str:
    if not re.fullmatch(r"[a-z0-9_-]{0,40}", item):
        item = blake2b(item.encode(), digest_size=12).hexdigest()
    return f"{DRAFTS}{kind}-{item}"
