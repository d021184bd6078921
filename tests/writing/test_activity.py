"""The record of activity: what took place, and not a word of what was said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from interview_journal.core.records import Answer, Application, Encounter, Interview, Person
from interview_journal.writing.activity import (
    ACTIVITY_COLUMNS,
    ActivityRow,
    activity_cells,
    activity_rows,
)
from tests.writing.dated_journals import TODAY, panel_evening

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
NAMES = ("Ana Ruiz", "Ben Cole", "Cho Lin")


def noon(day: int) -> datetime:
    return datetime(2026, 3, day, 12, tzinfo=UTC)


def test_a_row_says_when_with_whom_and_for_what() -> None:
    assert activity_rows(panel_evening(), *MARCH) == [
        ActivityRow(
            held_on=TODAY,
            employer="Northgate Hospital",
            role="Nurse",
            round=1,
            kind="panel interview",
            interviewers=NAMES,
        )
    ]


def test_both_ends_of_the_span_belong_to_it() -> None:
    records = panel_evening()
    assert activity_rows(records, TODAY, TODAY)
    assert not activity_rows(records, date(2026, 3, 5), date(2026, 3, 31))
    assert not activity_rows(records, date(2026, 1, 1), date(2026, 3, 3))
    assert not activity_rows(records, *reversed(MARCH))


def test_the_oldest_stands_first_and_the_earlier_round_of_a_day() -> None:
    rounds = [
        Interview(
            id=f"i_{place}", application_id="p_acme", round=number, held_on=date(2026, 3, day)
        )
        for place, (day, number) in enumerate([(9, 2), (9, 1), (2, 5)])
    ]
    rows = activity_rows(panel_evening().with_(interviews=tuple(rounds)), *MARCH)
    assert [(one.held_on.day, one.round) for one in rows] == [(2, 5), (9, 1), (9, 2)]


@pytest.mark.parametrize(
    ("round_facts", "application_facts", "is_listed"),
    [
        ({}, {}, True),
        ({"account": "", "outcome": "withdrew"}, {}, False),
        ({"outcome": "withdrew"}, {}, True),
        ({"account": ""}, {"status": "rejected"}, True),
        ({"account": ""}, {"status": "rejected", "status_at": noon(3)}, False),
        ({"account": ""}, {"status": "rejected", "status_at": noon(4)}, True),
        ({}, {"status": "rejected", "status_at": noon(3)}, True),
        ({"account": ""}, {"status": "open", "status_at": noon(3)}, True),
    ],
)
def test_a_round_that_was_called_off_is_no_activity(
    round_facts: Any, application_facts: Any, is_listed: bool
) -> None:
    acme = Application(id="p_acme", company="Acme", **application_facts)
    records = panel_evening(**round_facts).with_(applications=(acme,))
    assert bool(activity_rows(records, *MARCH)) is is_listed


def test_an_answer_shows_that_a_round_took_place() -> None:
    records = panel_evening(account="", outcome="withdrew")
    told = records.and_(answers=[Answer(interview_id="i_first", question="Why us?")])
    assert not activity_rows(records, *MARCH)
    assert activity_rows(told, *MARCH)


def test_referees_and_people_met_twice_are_named_as_they_should_be() -> None:
    maria = Person(id="n_maria", kind="referee", name="Maria")
    met = [
        Encounter(id=f"m_{number}", interview_id="i_first", person_id=who)
        for number, who in enumerate(["n_maria", "n_ana", "n_nobody"])
    ]
    (row,) = activity_rows(panel_evening().and_(people=[maria], encounters=met), *MARCH)
    assert row.interviewers == NAMES


def test_what_is_not_known_stays_empty() -> None:
    orphan = Interview(application_id="p_gone", held_on=TODAY)
    (row,) = activity_rows(panel_evening().with_(interviews=(orphan,)), *MARCH)
    assert (row.employer, row.role, row.kind, row.interviewers) == ("", "", "", ())


def test_each_row_has_a_cell_a_column() -> None:
    (cells,) = activity_cells(activity_rows(panel_evening(), *MARCH))
    assert dict(zip(ACTIVITY_COLUMNS, cells, strict=True)) == {
        "date": "2026-03-04",
        "employer": "Northgate Hospital",
        "role": "Nurse",
        "round": 1,
        "kind": "panel interview",
        "interviewers": "Ana Ruiz; Ben Cole; Cho Lin",
    }
