"""A panel on a journal of one's own, and what a person does with it, for these tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Application, Interview
from interview_journal.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form

TODAY = date(2026, 3, 4)
STORY = (
    "They were kind. They asked: Why do you want to work here? I said because of the ward.\n"
    "Then Ana asked me why I left my last job. I told her about the move.\n"
)


@dataclass
class Clock:
    """A clock that goes on a second each time it is looked at."""

    at: datetime = field(default_factory=lambda: datetime(2026, 3, 4, 18, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class Evening:
    """One person, one journal."""

    folder: Path
    clock: Clock = field(default_factory=Clock)

    def journal(self) -> Journal:
        """Open the journal anew, as another notebook would."""
        return open_journal(self.folder, now=self.clock)

    def panel(self, interview_id: str | None = None) -> RecordPanel:
        return RecordPanel(self.journal(), interview_id=interview_id)

    def recorded(self, **typed: str) -> RecordPanel:
        """Return a panel after the short form was filled in and saved."""
        panel = self.panel()
        fill(short(panel), company="Northgate Hospital", account=STORY, who="Ana Silva, Ben")
        fill(short(panel), **typed)
        panel._short.press("save")
        return panel


def short(panel: RecordPanel) -> Form:
    return panel._short.form


def fill(form: Form, **typed: str) -> None:
    """Type into fields, as the screen reports it."""
    form.take_typed({**form.values, **typed})


def part(panel: RecordPanel, name: str) -> Any:
    """Open one section of the long path and return it."""
    if not panel._sections.children:
        panel._short.press("more")
    found = next(one for one in panel._parts if one.name == name)
    if not found.is_open:
        panel.toggle(found)
    return found


def planned(journal: Journal, company: str = "Acme", days: int = 0) -> Interview:
    """Add a round that was entered ahead of its day."""
    job = journal.add(Application(company=company))
    day = TODAY + timedelta(days=days)
    return journal.add(Interview(application_id=job.id, held_on=day))
