"""The people of an application, and what passed between you."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Person
from interview_journal.widgets.people_met import (
    NOTHING_SAID,
    PersonLine,
    first_name,
    person_lines,
    reach_line,
)
from tests.widgets.people_page import TODAY, process_of

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def lines(page: Page) -> tuple[PersonLine, ...]:
    return person_lines(page.journal, process_of(page.journal), today=TODAY)


def test_a_person_is_shown_with_everything_that_is_known(page: Page) -> None:
    job = page.application()
    ana = page.person(
        job, title="Ward manager", email="ana@northgate.example", phone="0123", notes="Kind."
    )
    first = page.round(job)
    page.met(
        first,
        ana,
        topics="Night shifts.",
        i_promised="A paper",
        i_promised_by=date(2026, 3, 9),
        they_promised="A call",
    )
    assert lines(page) == (
        PersonLine(
            person_id=ana.id,
            name="Ana Ruiz",
            texts=("Interviewer, Ward manager", "ana@northgate.example · 0123", "Kind."),
            rounds=(
                (
                    "Round 1\nWednesday 4 March",
                    (
                        "Night shifts.\nYou promised, by Monday 9 March: A paper\n"
                        "They promised: A call"
                    ),
                ),
            ),
            round_id=first.id,
            round_label="round 1",
        ),
    )


def test_somebody_not_met_yet_is_shown_too(page: Page) -> None:
    page.person(page.application(), "Kelly", kind="recruiter")
    (one,) = lines(page)
    assert (one.texts, one.rounds, one.round_id) == (("Recruiter",), (), "")


def test_rounds_are_told_in_order_and_the_last_one_is_added_to(page: Page) -> None:
    job = page.application()
    ana = page.person(job)
    later = page.round(job, days=3, round=2)
    earlier = page.round(job, days=-5)
    page.met(later, ana)
    page.met(earlier, ana, topics="The ward")
    (one,) = lines(page)
    assert [label.split("\n")[0] for label, _ in one.rounds] == ["Round 1", "Round 2"]
    assert one.rounds[1][1] == NOTHING_SAID
    assert one.round_id == later.id


def test_referees_and_the_people_of_others_stand_elsewhere(page: Page) -> None:
    job = page.application()
    page.referee(job)
    other = page.journal.add(Person(application_id="p_other", name="Elsewhere"))
    assert lines(page) == ()
    page.met(page.round(job), other)
    assert [one.name for one in lines(page)] == ["Elsewhere"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ana Ruiz", "Ana"),
        ("Dr. Isabel Moreau", "Dr. Isabel Moreau"),
        ("mr Chan", "mr Chan"),
        ("Cher", "Cher"),
        ("  李 明 ", "李"),
        ("", ""),
    ],
)
def test_the_first_name_is_the_one_that_is_said(name: str, said: str) -> None:
    assert first_name(name) == said


def test_only_the_ways_that_are_known_are_listed() -> None:
    assert reach_line(Person(name="Ana", phone=" 0123 ")) == "0123"
    assert reach_line(Person(name="Ana")) == ""
