"""A round to come: what is carried over, and what is stored."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Application, Encounter, Interview, Person
from interview_journal.widgets.coming_state import (
    ComingEntry,
    coming_records,
    coming_state,
)

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

TODAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "j", now=lambda: NOW)


def apply_to(journal: Journal, company: str, role: str = "", **more: Any) -> Application:
    return journal.add(Application(company=company, role=role, **more))


def hold(journal: Journal, job: Application, number: int = 1, days_ago: int = 0) -> Interview:
    day = TODAY - timedelta(days=days_ago)
    return journal.add(Interview(application_id=job.id, round=number, held_on=day))


def test_nothing_follows_from_an_empty_company(journal: Journal) -> None:
    state = coming_state(journal, company="  ", role="Nurse")
    assert (state.application, state.round, state.sentence) == (None, 1, "")


def test_a_new_company_starts_with_round_one(journal: Journal) -> None:
    state = coming_state(journal, company="Northgate", role="")
    assert state.round == 1
    assert "round 1" in state.sentence


def test_a_known_company_is_carried_on_however_it_is_typed(journal: Journal) -> None:
    job = apply_to(journal, "Northgate Hospital", "Staff nurse")
    hold(journal, job)
    state = coming_state(journal, company=" northgate HOSPITAL", role="")
    assert state.application == job
    assert state.sentence == "Northgate Hospital, Staff nurse: this will be round 2."


def test_another_role_at_a_known_company_is_another_application(journal: Journal) -> None:
    apply_to(journal, "Northgate", "Staff nurse")
    assert coming_state(journal, company="Northgate", role="Ward manager").application is None


def test_a_role_typed_for_an_application_without_one_belongs_to_it(journal: Journal) -> None:
    job = apply_to(journal, "Northgate")
    state = coming_state(journal, company="Northgate", role="Staff nurse")
    assert state.application == job


def test_of_several_applications_the_open_one_talked_about_last_is_meant(
    journal: Journal,
) -> None:
    over = apply_to(journal, "Northgate", "A", status="rejected")
    older = apply_to(journal, "Northgate", "B")
    newer = apply_to(journal, "Northgate", "C")
    for job, days_ago in ((over, 0), (older, 9), (newer, 5)):
        hold(journal, job, days_ago=days_ago)
    assert coming_state(journal, company="Northgate", role="").application == newer
    assert coming_state(journal, company="Northgate", role="b").application == older


def test_people_of_the_latest_round_are_ticked_and_recruiters_are_not(journal: Journal) -> None:
    job = apply_to(journal, "Northgate")
    first = hold(journal, job, 1, days_ago=9)
    second = hold(journal, job, 2, days_ago=2)
    ana = journal.add(Person(application_id=job.id, name="Ana", title="Head of ward"))
    ben = journal.add(Person(application_id=job.id, name="Ben"))
    rec = journal.add(Person(application_id=job.id, name="Rec", kind="recruiter"))
    journal.add_all(
        [
            Encounter(interview_id=second.id, person_id=ana.id),
            Encounter(interview_id=second.id, person_id=rec.id),
            Encounter(interview_id=first.id, person_id=ben.id),
        ]
    )
    state = coming_state(journal, company="Northgate", role="")
    assert [one.name for one in state.people] == ["Ana", "Rec", "Ben"]
    assert state.expected == ("Ana",)


def test_a_new_company_is_stored_parents_first(journal: Journal) -> None:
    entry = ComingEntry(
        company=" Northgate ",
        role=" Nurse",
        held_on=TODAY,
        started_at=NOW,
        kind=" panel",
        place=" Room 4",
        names=("Ana",),
    )
    state = coming_state(journal, company=entry.company, role=entry.role)
    records = coming_records(entry, state, "i_new")
    assert [record.table for record in records] == [
        "applications",
        "interviews",
        "people",
        "encounters",
    ]
    journal.add_all(records)
    (job,), (talk,) = journal.applications, journal.interviews
    assert (job.company, job.role, talk.kind, talk.round) == ("Northgate", "Nurse", "panel", 1)
    assert (talk.place, talk.started_at) == ("Room 4", NOW)
    assert journal.encounters[0].person_id == journal.people[0].id
    assert journal.problems == ()


def test_a_known_company_gets_its_next_round_with_the_people_ticked(journal: Journal) -> None:
    job = apply_to(journal, "Northgate")
    hold(journal, job)
    ana = journal.add(Person(application_id=job.id, name="Ana"))
    entry = ComingEntry(company="Northgate", role="", held_on=TODAY, names=("ana",))
    state = coming_state(journal, company=entry.company, role=entry.role)
    journal.add_all(coming_records(entry, state, "i_new"))
    assert len(journal.applications) == 1
    assert [one.round for one in journal.interviews] == [1, 2]
    assert [one.person_id for one in journal.encounters] == [ana.id]


def test_storing_the_same_entry_twice_is_one_round(journal: Journal) -> None:
    entry = ComingEntry(company="Northgate", role="", held_on=TODAY, names=("Ana",))
    state = coming_state(journal, company=entry.company, role=entry.role)
    for _ in range(2):
        journal.add_all(coming_records(entry, state, "i_new"))
    assert len(journal.interviews) == len(journal.people) == len(journal.encounters) == 1
