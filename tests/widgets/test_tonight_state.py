"""What the tonight panel shows, for every state of a journal."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.problems import Problem
from interview_journal.core.records import Answer, Application, Encounter, Interview, Person
from interview_journal.widgets.notebooks import NOTEBOOKS, link_to, links_from
from interview_journal.widgets.tonight_sections import lower_sections
from interview_journal.widgets.tonight_state import COMING_AT_MOST, LINES_AT_MOST, tonight_state
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.tonight_state import TonightState

TODAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "j", now=lambda: NOW)


def hold(journal: Journal, company: str, days: int = 0, **more: Any) -> Interview:
    job = journal.add(Application(company=company, role="Nurse"))
    day = TODAY + timedelta(days)
    return journal.add(Interview(application_id=job.id, held_on=day, **more))


def state_of(journal: Journal) -> TonightState:
    return tonight_state(journal, now=NOW)


def test_an_empty_journal_shows_the_first_screen(journal: Journal) -> None:
    state = state_of(journal)
    assert state.is_empty
    assert (state.latest, state.coming, state.due, state.can_hear) == (None, (), (), False)


def test_the_latest_written_round_is_shown_in_one_line(journal: Journal) -> None:
    hold(journal, "Older", -5, account="Long ago.")
    hold(journal, "Newer", -1, account="Yesterday.", kind="panel")
    hold(journal, "Unwritten", 0)
    latest = state_of(journal).latest
    assert latest is not None
    assert latest.title == "Newer, round 1"
    assert latest.day == "yesterday, Thursday 5 March"
    assert latest.detail == "Nurse, panel"
    assert latest.note == "No answer yet."


def test_a_round_with_answers_only_counts_as_written(journal: Journal) -> None:
    one = hold(journal, "Northgate", -1)
    journal.add(Answer(interview_id=one.id, question="Why?"))
    assert state_of(journal).latest is not None
    assert "write it down" not in [line.kind for line in state_of(journal).due]


@pytest.mark.parametrize("outcome", ["advanced", "rejected", "withdrew", "silence"])
def test_the_outcome_is_said_plainly(journal: Journal, outcome: str) -> None:
    hold(journal, "Northgate", -1, outcome=outcome)
    latest = state_of(journal).latest
    assert latest is not None
    assert latest.note.endswith(".")
    assert latest.note != "No answer yet."


def test_rounds_to_come_are_listed_the_next_first_and_not_without_end(journal: Journal) -> None:
    for days in (9, 2, 5):
        hold(journal, f"In {days}", days)
    assert [one.title for one in state_of(journal).coming] == [
        "In 2, round 1",
        "In 5, round 1",
        "In 9, round 1",
    ]
    for days in range(20, 20 + COMING_AT_MOST):
        hold(journal, "Later", days)
    assert len(state_of(journal).coming) == COMING_AT_MOST


def test_a_round_of_today_is_wished_luck_and_not_yet_missed(journal: Journal) -> None:
    hold(journal, "Northgate", 0, place=" Room 4 ")
    morning = NOW.replace(hour=8)
    state = tonight_state(journal, now=morning)
    (due,) = state.due
    assert due.where == "Room 4"
    assert "Where: Room 4" in json.dumps(lower_sections(state))
    assert state.parts[0].group == "today"
    assert due.text == "Northgate, round 1 is today"
    assert "Good luck" in due.why
    assert state.can_hear


def test_a_round_that_passed_unwritten_is_due_the_latest_first(journal: Journal) -> None:
    for days in (-9, -1):
        hold(journal, f"{-days} ago", days)
    due = [one for one in state_of(journal).due if one.kind == "write it down"]
    assert [one.text for one in due] == ["Write down 1 ago, round 1", "Write down 9 ago, round 1"]
    assert due[0].link == link_to("1_record.ipynb")


def test_nobody_is_nagged_about_old_rounds(journal: Journal) -> None:
    for days in (1, 9, 40, 400):
        hold(journal, "Old", -days)
    due = [one for one in state_of(journal).due if one.kind == "write it down"]
    assert len(due) == 2
    assert "yesterday" in due[0].why


def test_the_example_has_no_files_to_care_for(journal: Journal) -> None:
    problems = [Problem(kind="vanished", file="answers.csv")]
    assert tonight_state(journal, now=NOW, problems=problems).care
    assert tonight_state(journal, now=NOW, problems=problems, is_sample=True).care == ()


def test_reaching_a_state_by_changes_equals_reaching_it_afresh(
    journal: Journal, tmp_path: Path
) -> None:
    one = hold(journal, "Northgate", -1, account="We talked.")
    gone = hold(journal, "Mistake", -2, account="Never was.")
    journal.revise(one, account="")
    journal.remove(gone)
    journal.revise(journal.interviews[0], account="We talked.", outcome="silence")
    again = open_journal(tmp_path / "j", now=lambda: NOW)
    assert state_of(journal) == state_of(again)


def test_every_notebook_of_the_folder_is_linked_and_no_other() -> None:
    files = {path.name for path in (CHECKOUT / "notebooks").glob("*.ipynb")}
    assert {link.file for link in NOTEBOOKS} == files
    assert "0_tonight.ipynb" not in {link.file for link in links_from("0_tonight.ipynb")}


def test_there_is_no_link_to_a_notebook_that_is_not_ours() -> None:
    with pytest.raises(KeyError):
        link_to("9_other.ipynb")


def test_what_is_due_stands_under_its_heading(journal: Journal) -> None:
    one = hold(journal, "Northgate", -1, account="Fine.", answer_in_days_max=14)
    ana = journal.add(Person(application_id=one.application_id, name="Ana Ruiz"))
    journal.add(Encounter(interview_id=one.id, person_id=ana.id))
    parts = {part.group: [line.text for line in part.lines] for part in state_of(journal).parts}
    assert parts == {"now": ["Thank Ana Ruiz"]}
    (waiting,) = state_of(journal).waiting
    assert waiting.title == "Northgate, round 1"
    assert waiting.text == "Day 1 of 14. Nothing to do until Friday 20 March."


def test_a_line_says_which_company_where_its_text_does_not(journal: Journal) -> None:
    one = hold(journal, "Northgate", -1, account="Fine.")
    ana = journal.add(Person(application_id=one.application_id, name="Ana Ruiz"))
    journal.add(Encounter(interview_id=one.id, person_id=ana.id))
    in_a_week = NOW + timedelta(days=7)
    places = {line.text: line.place for line in tonight_state(journal, now=in_a_week).due}
    assert places == {"Thank Ana Ruiz": "Northgate", "Ask Ana Ruiz at Northgate for news": ""}


def test_a_quiet_evening_names_the_next_date(journal: Journal) -> None:
    hold(journal, "Northgate", -1, account="Fine.", answer_in_days_max=14)
    state = state_of(journal)
    assert state.next_date == "Next date: Friday 20 March. Ask Northgate for news."
    hold(journal, "Missed", -1)
    assert state_of(journal).next_date == ""


def test_a_heading_lists_no_more_than_one_can_read(journal: Journal) -> None:
    one = hold(journal, "Northgate", -1, account="Fine.")
    for number in range(LINES_AT_MOST + 3):
        person = journal.add(Person(application_id=one.application_id, name=f"P {number}"))
        journal.add(Encounter(interview_id=one.id, person_id=person.id))
    now = state_of(journal).parts[0]
    assert (len(now.lines), now.more) == (LINES_AT_MOST, 3)
