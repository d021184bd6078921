"""A record panel that stands open follows where another panel sends the person."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Application, Interview
from interview_journal.widgets.record_panel import RecordPanel
from interview_journal.widgets.record_place import ask_for

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = open_journal(tmp_path / "j", now=lambda: NOW)
    job = journal.add(Application(company="Northgate"))
    journal.add(Interview(application_id=job.id, held_on=date(2026, 3, 5), account="We talked."))
    return journal


def come_into_sight(panel: RecordPanel) -> None:
    panel.guard._hear(panel.guard, {"type": "look"}, [])


def test_an_open_panel_follows_to_the_interview_asked_for(journal: Journal) -> None:
    panel = RecordPanel(journal)
    (one,) = journal.interviews
    assert panel.interview_id == ""
    ask_for(open_journal(journal.path), one.id)
    come_into_sight(panel)
    assert panel.interview_id == one.id
    ask_for(journal, None)
    come_into_sight(panel)
    assert panel.interview_id == ""


def test_an_open_panel_never_leaves_words_that_are_not_saved(journal: Journal) -> None:
    panel = RecordPanel(journal)
    (one,) = journal.interviews
    panel._short.form.take_typed({**panel._short.form.values, "account": "Half a sent"})
    ask_for(journal, one.id)
    come_into_sight(panel)
    assert panel.interview_id == ""


def test_coming_into_sight_without_being_asked_changes_nothing(journal: Journal) -> None:
    (one,) = journal.interviews
    panel = RecordPanel(journal, interview_id=one.id)
    come_into_sight(panel)
    assert panel.interview_id == one.id
