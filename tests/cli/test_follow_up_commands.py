"""What is due, the calendar and the record of activity, on the command line."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import icalendar
import pytest

from interview_journal.api.opening import open_journal
from interview_journal.cli import follow_up_commands
from interview_journal.core.records import Application, Encounter, Interview, Person
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

EVENING = datetime(2026, 3, 4, 20, tzinfo=UTC)


@pytest.fixture
def journal(journal_home: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """A journal on the evening of an interview, as every command of this test opens it."""
    journal = open_journal(journal_home, now=lambda: EVENING)

    def opened(path: str | None) -> Journal:
        assert path is None or path == str(journal_home)
        journal.refresh()
        return journal

    monkeypatch.setattr(follow_up_commands, "existing_journal", opened)
    return journal


@pytest.fixture
def evening(journal: Journal) -> Journal:
    acme = journal.add(Application(id="p_acme", company="Acme", role="Clerk"))
    held = journal.add(
        Interview(
            id="i_held",
            application_id=acme.id,
            held_on=date(2026, 3, 4),
            kind="panel interview",
            account="Fine.",
            answer_in_days_max=14,
        )
    )
    ana = journal.add(Person(id="n_ana", application_id=acme.id, name="Ana Ruiz"))
    journal.add(Encounter(interview_id=held.id, person_id=ana.id))
    return journal


# due --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("evening")
def test_the_list_says_what_when_and_why_at_80_columns() -> None:
    shown = run("due")
    assert shown.exit_code == 0
    assert shown.output.startswith("By tomorrow\n  Thank Ana Ruiz\n      Acme, round 1. By ")
    assert "Waiting\n  Acme, round 1: They said two weeks. Nothing to do until" in shown.output
    assert "tonight, and that is right" not in shown.output
    assert max(map(len, shown.output.splitlines())) <= 80


@pytest.mark.usefixtures("evening")
def test_json_holds_the_same_with_ids_and_times() -> None:
    shown = run("due", "--format", "json")
    assert shown.exit_code == 0
    assert shown.output.isascii()
    values = json.loads(shown.output)
    first = values["due"][0]
    assert (first["group"], first["text"], first["about"]) == (
        "today",
        "Thank Ana Ruiz",
        "Acme, round 1",
    )
    assert first["key"] == "thank:i_held:n_ana"
    assert datetime.fromisoformat(first["due_at"]) > EVENING
    assert values["waiting"][0]["until"] == "2026-03-19"


def test_nothing_to_do_is_said_kindly(evening: Journal) -> None:
    evening.remove(evening.encounters[0])
    assert run("due").output.endswith("\nNothing to do tonight, and that is right.\n")


@pytest.mark.usefixtures("journal")
def test_an_empty_journal_has_nothing_to_do() -> None:
    assert run("due").output == "Nothing to do.\n"
    assert json.loads(run("due", "--format", "json").output) == {"due": [], "waiting": []}


def test_a_setting_that_cannot_be_read_is_told(evening: Journal) -> None:
    evening.set_setting("follow_up.news_after_days", "soon")
    assert "follow_up.news_after_days" in run("due").stderr


def test_control_characters_reach_no_terminal(evening: Journal) -> None:
    evening.revise(evening.applications[0], company="Acme \x1b[31m\u202e\nand more")
    for words in ("table", "json"):
        output = run("due", "--format", words).output
        assert "\x1b" not in output
        assert "\u202e" not in output
        assert "Acme" in output


# calendar ---------------------------------------------------------------------------------


def test_the_calendar_is_written_and_brought_up_to_date(evening: Journal, tmp_path: Path) -> None:
    place = tmp_path / "interviews.ics"
    shown = run("calendar", place)
    assert shown.exit_code == 0
    assert shown.output.startswith(f"Written to {place}: 3 open dates.\nA calendar on")
    evening.revise(evening.interviews[0], outcome="rejected", outcome_known_at=EVENING)
    shown = run("calendar", place)
    assert "Taken out where an earlier file put it in: " in shown.output
    calendar = icalendar.Calendar.from_ical(place.read_bytes())
    states = {str(one["uid"]): str(one["status"]) for one in calendar.walk("VEVENT")}
    assert states["news:i_held:1@interview-journal"] == "CANCELLED"


@pytest.mark.usefixtures("evening")
def test_a_file_of_somebody_else_is_not_replaced_unasked(tmp_path: Path) -> None:
    place = tmp_path / "holidays.ics"
    other = b"BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n"
    place.write_bytes(other)
    shown = run("calendar", place)
    assert shown.exit_code == 2
    assert "holidays.ics" in shown.stderr
    assert place.read_bytes() == other
    assert run("calendar", place, "--force").exit_code == 0


@pytest.mark.parametrize("name", ["interviews.txt", "interviews"])
@pytest.mark.usefixtures("evening")
def test_a_calendar_has_a_name_that_calendars_know(name: str, tmp_path: Path) -> None:
    shown = run("calendar", tmp_path / name)
    assert shown.exit_code == 2
    assert "Let its name end with .ics." in shown.stderr


@pytest.mark.parametrize(("command", "name"), [("calendar", "x.ics"), ("activity", "x.csv")])
def test_nothing_is_written_into_the_journal(command: str, name: str, evening: Journal) -> None:
    shown = run(command, evening.path / name)
    assert shown.exit_code == 2
    assert "inside the journal" in shown.stderr
    assert not (evening.path / name).exists()


# activity ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("evening")
def test_a_table_has_a_row_an_interview_and_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    place = tmp_path / "all.csv"
    shown = run("activity", place)
    assert shown.output == f"Written to {place}: 1 interview from 2026-03-04 to 2026-03-04.\n"
    assert place.read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(place.read_text(encoding="utf-8-sig")))
    assert (row["date"], row["employer"], row["interviewers"]) == (
        "2026-03-04",
        "Acme",
        "Ana Ruiz",
    )


@pytest.mark.usefixtures("evening")
def test_a_page_names_the_days_that_were_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "march.html"
    shown = run("activity", place, "--from", "2026-03-01", "--to", "2026-03-31")
    assert shown.output.endswith("1 interview from 2026-03-01 to 2026-03-31.\n")
    assert "1 March 2026 to 31 March 2026" in place.read_text(encoding="utf-8")
    assert run("activity", place).exit_code == 2, "it is there already"
    assert run("activity", place, "--force").exit_code == 0


@pytest.mark.usefixtures("evening")
def test_days_in_the_wrong_order_are_told(tmp_path: Path) -> None:
    shown = run("activity", tmp_path / "x.csv", "--from", "2026-03-05", "--to", "2026-03-04")
    assert shown.exit_code == 2
    assert "The first day comes after the last one." in shown.stderr
    assert not list(tmp_path.glob("x.csv"))


@pytest.mark.usefixtures("evening")
def test_a_record_is_a_table_or_a_page(tmp_path: Path) -> None:
    shown = run("activity", tmp_path / "march.pdf")
    assert shown.exit_code == 2
    assert "Let its name end with .csv or .html." in shown.stderr


@pytest.mark.usefixtures("journal")
def test_a_journal_without_interviews_has_an_empty_record(tmp_path: Path) -> None:
    shown = run("activity", tmp_path / "none.html")
    assert shown.output.endswith("0 interviews from 2026-03-04 to 2026-03-04.\n")


def test_a_journal_that_is_not_there_is_told(tmp_path: Path) -> None:
    for words in (
        ["due", tmp_path / "none"],
        ["calendar", tmp_path / "x.ics", "--journal", "none"],
    ):
        shown = run(*words)
        assert shown.exit_code == 2
        assert "there is no such folder" in shown.stderr
