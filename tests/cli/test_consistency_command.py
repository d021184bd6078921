"""The list of differences on a terminal, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.consistency import check_consistency
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Verdict
from tests.cli.running import run
from tests.told_journal import GERMAN, Round, notice_rounds, tell, told_journal

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal


@pytest.fixture
def journal(journal_home: Path) -> Journal:
    return told_journal(journal_home)


@pytest.mark.usefixtures("journal")
def test_the_table_can_be_read_at_80_columns() -> None:
    shown = run("consistency")
    assert shown.exit_code == 0
    assert "1. Your notice: “four weeks” at Acme" in shown.output
    assert (
        "   “My notice is four weeks.”\n     Acme, round 1, 2026-03-03, asked by Ana Silva\n"
        in (shown.output)
    )
    assert shown.output.endswith("1 finding. These differ; both may be right.\n")
    assert max(map(len, shown.output.splitlines())) <= 80


def test_long_sentences_are_wrapped_and_notes_are_told(journal: Journal) -> None:
    tell(
        journal,
        *(
            Round(
                one.company, 2, one.held_on, [("What salary do you expect?", f"{pay} {'so ' * 40}")]
            )
            for one, pay in zip(
                notice_rounds(), ("I expect 40,000 pounds.", "I expect 55,000 pounds."), strict=True
            )
        ),
    )
    shown = run("consistency")
    assert "(to know)" in shown.output
    assert max(map(len, shown.output.splitlines())) <= 80


def test_what_was_answered_is_left_out_unless_it_is_asked_for(journal: Journal) -> None:
    (found,) = check_consistency(journal)
    journal.add(Verdict(key=found.key, verdict="both fine"))
    shown = run("consistency")
    assert shown.exit_code == 0
    assert shown.output.startswith("Nothing to look at in 2 answers")
    assert "Answered by you and left out: 1. --all lists them too." in shown.output
    assert "you said: both fine" in " ".join(run("consistency", "--all").output.split())


def test_what_is_not_english_is_told(journal: Journal) -> None:
    journal.add(Answer(interview_id=journal.interviews[0].id, question="Und?", answer=GERMAN))
    assert "Not checked, being not in English: 1 answer." in run("consistency").output


def test_csv_and_json_go_to_stdout(journal: Journal) -> None:
    shown = run("consistency", journal.path, "--format", "csv")
    assert shown.exit_code == 0
    (row,) = csv.DictReader(io.StringIO(shown.output))
    assert row["kind"] == "notice"
    shown = run("consistency", "--journal", journal.path, "--format", "json")
    assert shown.exit_code == 0
    (value,) = json.loads(shown.output)
    assert value["b"]["company"] == "Borealis"
    assert shown.output.isascii()


def test_control_characters_reach_no_terminal(journal: Journal) -> None:
    journal.revise(journal.applications[0], company="Acme \x1b[31m\u202e")
    for words in ("table", "csv", "json"):
        output = run("consistency", "--format", words).output
        assert "\x1b" not in output
        assert "\u202e" not in output
        assert "Acme" in output


def test_an_empty_journal_is_told_what_will_be_here(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    shown = run("consistency", tmp_path / "empty")
    assert shown.exit_code == 0
    assert shown.output.startswith("No answers yet.")
    assert json.loads(run("consistency", tmp_path / "empty", "--format", "json").output) == []
    csv_text = run("consistency", tmp_path / "empty", "--format", "csv").output
    assert csv_text.startswith('"kind","confidence"')
    assert run("consistency", tmp_path / "none").exit_code == 2


def test_the_sample_has_slips_and_is_left_as_it_is() -> None:
    shown = run("consistency", sample_path())
    assert "Your notice" in shown.output
    assert not (sample_path() / ".known").exists()
    assert open_journal(sample_path()).verdicts == ()
