"""check says what is wrong and what to do; tidy does what it says."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from tests.api.journals import Clock, Evening, write_evening
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(journal_home: Path) -> Evening:
    return write_evening(journal_home)


def drop_last_row(path: Path) -> None:
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join([*lines[:-2], b""]))


def test_a_sound_journal_is_called_so(evening: Evening) -> None:
    shown = run("check")
    assert shown.exit_code == 0
    assert "All is well: 1 application, 1 interview, 1 answer" in shown.output
    assert run("check", evening.journal.path).output == shown.output
    assert run("check", "--journal", evening.journal.path).output == shown.output


def test_no_journal_yet_is_nothing_wrong(journal_home: Path) -> None:
    shown = run("check")
    assert shown.exit_code == 0
    assert f"You have no journal yet. It will be here: {journal_home}" in shown.output
    assert not journal_home.exists()


def test_an_empty_journal_is_well() -> None:
    run("new")
    shown = run("check")
    assert (shown.exit_code, shown.output) == (0, "All is well. The journal is empty.\n")


def test_a_problem_is_named_with_its_place_and_ends_with_one(evening: Evening) -> None:
    path = evening.journal.path / "interviews.csv"
    path.write_bytes(path.read_bytes().replace(b'"2026-03-04"', b'"some day"'))
    shown = run("check")
    assert shown.exit_code == 1
    assert re.search(r"- interviews\.csv line 2, column \"held_on\".*expected a date", shown.output)
    assert "Better words" not in shown.output


def test_a_notice_is_told_and_ends_with_zero(evening: Evening) -> None:
    path = evening.journal.path / "answers.csv"
    path.write_bytes(path.read_bytes().replace(b"Better words", b"Other words"))
    shown = run("check")
    assert shown.exit_code == 0
    assert "Good to know:" in shown.output
    assert "changed outside this program" in shown.output


def test_looking_changes_nothing(evening: Evening) -> None:
    before = {p: p.read_bytes() for p in evening.journal.path.glob("*.csv")}
    run("check")
    assert {p: p.read_bytes() for p in evening.journal.path.glob("*.csv")} == before


def test_rows_that_vanished_are_brought_back(evening: Evening) -> None:
    evening.journal.tidy()
    path = evening.journal.path / "interviews.csv"
    (evening.journal.path / "backups" / "2026-03-03").mkdir(parents=True)
    (evening.journal.path / "backups" / "2026-03-03" / path.name).write_bytes(path.read_bytes())
    drop_last_row(path)
    shown = run("check")
    assert shown.exit_code == 1
    assert "interview-journal check --bring-back" in shown.output
    shown = run("check", "--bring-back")
    assert shown.exit_code == 0, shown.output
    assert "brought back" in shown.output
    assert open_journal().interviews == (evening.interview,)
    assert "No rows are missing." in run("check", "--bring-back").output


def test_rows_that_vanished_may_be_let_go(evening: Evening) -> None:
    drop_last_row(evening.journal.path / "people.csv")
    drop_last_row(evening.journal.path / "people.csv")
    assert run("check").exit_code == 1
    shown = run("check", "--accept-missing")
    assert shown.exit_code == 0, shown.output
    assert "accepted as gone: e_" in shown.output or "accepted as gone: " in shown.output
    assert "No rows are missing." in run("check", "--accept-missing").output


def test_copies_of_a_cloud_folder_are_taken_in(evening: Evening) -> None:
    path = evening.journal.path / "answers.csv"
    copy = path.with_name("answers (conflicted copy 2026-03-04).csv")
    copy.write_bytes(path.read_bytes())
    shown = run("check")
    assert shown.exit_code == 1
    assert "interview-journal check --merge-copies" in shown.output
    shown = run("check", "--merge-copies")
    assert shown.exit_code == 0, shown.output
    assert not copy.exists()
    assert "There are no copies to take in." in run("check", "--merge-copies").output


def test_a_conflict_says_how_to_see_and_settle_it(evening: Evening) -> None:
    clock = Clock()
    clock.now += timedelta(hours=1)
    other = open_journal(evening.journal.path, now=clock)
    evening.journal.revise(evening.answer, answer="Written here.")
    other.revise(evening.answer, answer="Written there.")
    shown = run("check")
    assert shown.exit_code == 1
    settle = re.search(r"Keep one: interview-journal (.*)\n", shown.output)
    assert settle is not None
    shown = run(*settle.group(1).split())
    assert shown.exit_code == 0, shown.output
    assert run("check").exit_code == 0
    assert [answer.answer for answer in open_journal().answers] == ["Written here."]


def test_tidy_says_what_it_did(evening: Evening) -> None:
    shown = run("tidy")
    assert shown.exit_code == 0
    assert "answers.csv: 1 earlier version" in shown.output
    assert run("tidy").output == "Everything is tidy already.\n"
    assert len(open_journal().history(evening.answer)) == 2
