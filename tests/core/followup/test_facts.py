"""The journal's facts at a moment: whose they are, and what belongs to no one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from interview_journal.core.followup.defaults import FollowUpDefaults
from interview_journal.core.followup.facts import FollowUpFacts, follow_up_facts
from interview_journal.core.records import (
    Action,
    Application,
    Encounter,
    Interview,
    Person,
    Reference,
)
from tests.core.followup.told import Told

NOW = datetime(2026, 3, 4, 19, tzinfo=UTC)
JOB = Application(id="p_a", company="Acme")
ROUND = Interview(id="i_1", application_id="p_a", held_on=date(2026, 3, 4))


def test_a_round_is_over_or_ahead() -> None:
    coming = Interview(id="i_2", application_id="p_a", held_on=date(2026, 3, 5))
    (process,) = follow_up_facts(Told((JOB,), (coming, ROUND)), NOW).processes
    assert [one.interview.id for one in process.over] == ["i_1"]
    assert [one.interview.id for one in process.ahead] == ["i_2"]
    assert process.latest is process.over[0]


def test_what_hangs_on_nobody_is_passed_over() -> None:
    view = Told(
        applications=(JOB,),
        interviews=(ROUND, Interview(application_id="p_gone", held_on=date(2026, 3, 4))),
        encounters=(Encounter(interview_id="i_1", person_id="n_gone"),),
        references=(Reference(application_id="p_a", person_id="n_gone"),),
    )
    (process,) = follow_up_facts(view, NOW).processes
    assert process.over[0].met == ()
    assert process.references == ()


def test_who_can_be_written_to_comes_first_then_by_name() -> None:
    people = [
        Person(
            id=f"n_{name.lower()}", kind="recruiter", application_id="p_a", name=name, email=mail
        )
        for name, mail in [("Zoe", ""), ("Ben", "b@acme.example.org"), ("Ana", "")]
    ]
    (process,) = follow_up_facts(Told((JOB,), people=tuple(people)), NOW).processes
    assert [one.name for one in process.recruiters] == ["Ben", "Ana", "Zoe"]


def test_the_zone_in_the_conventions_goes_before_that_of_the_moment() -> None:
    facts = follow_up_facts(Told(), NOW, FollowUpDefaults(time_zone="Asia/Tokyo"))
    assert facts.zone == ZoneInfo("Asia/Tokyo")
    assert facts.today == date(2026, 3, 5)
    assert follow_up_facts(Told(), NOW).zone is UTC


def test_a_morning_is_worked_out_once_and_is_the_same() -> None:
    facts = follow_up_facts(Told(), NOW)
    assert facts.morning_after(date(2026, 3, 6)) == datetime(2026, 3, 9, 9, tzinfo=UTC)
    assert facts.morning_after(date(2026, 3, 6)) is facts.morning_after(date(2026, 3, 6))
    assert facts.evening(date(2026, 3, 6)) == datetime(2026, 3, 6, 17, tzinfo=UTC)


def test_a_word_without_any_moment_counts_from_now() -> None:
    facts = FollowUpFacts(NOW, FollowUpDefaults(), ())
    assert facts.closed_on(Action(key="a", status="done")) == NOW.date()
