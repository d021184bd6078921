"""The ledger names what a person looks for, at the exact place in the answer."""

from __future__ import annotations

from datetime import date

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.ledger import (
    SUBJECTS,
    LedgerMark,
    Subject,
    ledger_entries,
    ledger_marks,
)
from interview_journal.analysis.occasions import Occasion


def claims(answer: str, question: str = "") -> dict[str, list[str]]:
    """Return what stands in the ledger of one answer, by subject."""
    found: dict[str, list[str]] = {}
    for mark in ledger_marks("a_1", read_for_comparison(answer, question)):
        assert mark.answer_id == "a_1"
        assert mark.quote_span[0] <= mark.span[0] < mark.span[1] <= mark.quote_span[1]
        found.setdefault(mark.subject, []).append(answer[slice(*mark.span)])
    return found


@pytest.mark.parametrize(
    ("subject", "answer", "question", "value"),
    [
        ("team", "My team is nine people.", "How big is your team?", "nine"),
        ("years", "I have been a nurse for six years.", "", "six years"),
        ("notice", "My notice is four weeks.", "What is your notice period?", "four weeks"),
        ("salary", "I expect 52,000 pounds a year.", "What salary do you want?", "52,000"),
        ("percent", "We cut the waiting time by 30 percent.", "", "30 percent"),
        ("role", "I led the payroll migration.", "", "led"),
        ("reason", "The commute is too long.", "Why are you leaving?", "commute"),
        ("never", "I have never used Java.", "", "never"),
        ("employer", "I worked at Castle Street from the start.", "", "Castle Street"),
        ("tool", "We built it using Airflow and nothing else.", "", "Airflow"),
        ("count", "I looked after twelve patients.", "", "twelve"),
    ],
)
def test_a_claim_stands_under_its_subject(
    subject: Subject, answer: str, question: str, value: str
) -> None:
    assert any(value in one for one in claims(answer, question).get(subject, []))


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("role", "She led the audit."),
        ("never", "She never came."),
        ("count", "One of them said so."),
        ("team", "In my team one person was ill."),
        ("employer", "It was hard for Anna."),
    ],
)
def test_what_nobody_looks_for_is_left_out(subject: Subject, answer: str) -> None:
    assert subject not in claims(answer)


def test_what_somebody_else_costs_is_no_salary() -> None:
    found = claims("The machine cost 4,000 pounds.")
    assert "salary" not in found
    assert found["money"]


def occasion(answer_id: str, day: int, answer: str) -> Occasion:
    return Occasion(
        answer_id=answer_id,
        question="Why?",
        answer=answer,
        interview_id=f"i_{day}",
        round=1,
        company="Acme",
        held_on=date(2026, 3, day),
        position=1,
        asked_by="",
        person_id="",
    )


def test_entries_come_by_subject_the_latest_first_in_one_line() -> None:
    given = {
        "a_1": occasion("a_1", 1, "Five\npeople. Four weeks."),
        "a_2": occasion("a_2", 2, "Eight people."),
    }
    marks = [
        LedgerMark("a_1", "notice", (13, 23), (13, 24)),
        LedgerMark("a_1", "team", (0, 11), (0, 12)),
        LedgerMark("a_2", "team", (0, 12), (0, 13)),
        LedgerMark("a_gone", "team", (0, 1), (0, 1)),
    ]
    entries = ledger_entries(marks, given)
    assert [one.value for one in entries] == ["Eight people", "Five people", "Four weeks"]
    assert entries[1].quote == "Five people."
    assert entries[1].given.held_on == date(2026, 3, 1)


def test_every_subject_has_a_name_for_the_screen() -> None:
    assert len(set(SUBJECTS.values())) == len(SUBJECTS)
