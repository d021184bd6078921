"""Calendars of a journal on disk: what a second file changes in what the first one brought."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

import interview_journal as ij
from interview_journal.api.calendar import calendar_file
from interview_journal.api.due import keep_action
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Application, Encounter, Interview, Person
from tests.api.journals import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

EVENING = datetime(2026, 3, 4, 20, tzinfo=UTC)


def events(journal: Journal, now: datetime = EVENING) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(calendar_file(journal, now))
    return {str(one["uid"]).partition("@")[0]: one for one in calendar.walk("VEVENT")}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = open_journal(tmp_path / "journal", now=Clock())
    acme = journal.add(Application(id="p_acme", company="Acme"))
    held = journal.add(
        Interview(id="i_held", application_id=acme.id, held_on=date(2026, 3, 4), account="Fine.")
    )
    journal.add(Interview(id="i_next", application_id=acme.id, round=2, held_on=date(2026, 3, 12)))
    ana = journal.add(Person(id="n_ana", application_id=acme.id, name="Ana Ruiz"))
    journal.add(Encounter(id="m_ana", interview_id=held.id, person_id=ana.id))
    journal.set_setting("follow_up.time_zone", "Europe/Berlin")
    return journal


def test_the_same_journal_at_the_same_moment_gives_the_same_bytes(journal: Journal) -> None:
    assert calendar_file(journal, EVENING) == calendar_file(journal, EVENING)


def test_times_stand_in_the_persons_own_zone(journal: Journal) -> None:
    note = events(journal)["thank:i_held:n_ana"]
    assert note["dtstart"].params["TZID"] == "Europe/Berlin"


def test_a_note_that_was_sent_is_cancelled_under_its_name_and_a_higher_number(
    journal: Journal,
) -> None:
    before = events(journal)["thank:i_held:n_ana"]
    (due,) = [one for one in ij.due_actions(journal, EVENING) if one.kind == "thank-you note"]
    keep_action(journal, due, "done")
    after = events(journal)["thank:i_held:n_ana"]
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert after["sequence"] > before["sequence"]


def test_a_round_that_is_moved_keeps_its_name(journal: Journal) -> None:
    before = events(journal)["interview:i_next"]
    coming = next(one for one in journal.interviews if one.id == "i_next")
    journal.revise(coming, held_on=date(2026, 3, 16))
    after = events(journal)["interview:i_next"]
    assert before["dtstart"].dt + timedelta(days=4) == after["dtstart"].dt
    assert after["sequence"] > before["sequence"]


def test_what_hangs_below_something_removed_is_cancelled_with_it(journal: Journal) -> None:
    journal.remove(journal.applications[0])
    found = events(journal)
    assert {"interview:i_next", "thank:i_held:n_ana"} <= set(found)
    assert {one["status"] for one in found.values()} == {"CANCELLED"}
    journal.restore(journal.removed(Application)[0])
    assert events(journal)["interview:i_next"]["status"] == "CONFIRMED"


def test_an_empty_journal_gives_a_calendar_without_entries(tmp_path: Path) -> None:
    assert events(open_journal(tmp_path / "empty")) == {}
    assert not (tmp_path / "empty").exists()


def test_the_samples_calendar_is_made_and_the_sample_is_left_as_it_is() -> None:
    before = sorted(path.name for path in sample_path().iterdir())
    found = events(open_journal(sample_path()), datetime(2026, 6, 23, 21, tzinfo=UTC))
    assert any(name.startswith("interview:") for name in found)
    assert sorted(path.name for path in sample_path().iterdir()) == before
