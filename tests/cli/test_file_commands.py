"""export, backup and restore say what they wrote, and write over nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer
from tests.api.journals import Evening, write_evening
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(journal_home: Path) -> Evening:
    return write_evening(journal_home)


@pytest.mark.parametrize("spelling", ["own", "argument", "option"])
def test_an_export_says_what_it_wrote(evening: Evening, tmp_path: Path, spelling: str) -> None:
    folder = evening.journal.path
    ways: dict[str, list[object]] = {
        "own": [],
        "argument": [folder],
        "option": ["--journal", folder],
    }
    shown = run("export", *ways[spelling], "--to", tmp_path / "out")
    assert shown.exit_code == 0
    counts = "1 application, 1 interview, 1 answer"
    assert f"Written to {tmp_path / 'out'}: {counts}.\n" in shown.output
    assert (tmp_path / "out" / "answers.csv").is_file()
    assert (tmp_path / "out" / "interview-journal.xlsx").is_file()


def test_an_export_takes_a_format(evening: Evening, tmp_path: Path) -> None:
    assert evening.journal.answers
    assert run("export", "--to", tmp_path / "out", "--format", "csv").exit_code == 0
    assert not (tmp_path / "out" / "interview-journal.xlsx").exists()
    assert run("export", "--to", tmp_path / "mine.xlsx").exit_code == 0
    assert run("export", "--to", tmp_path / "x", "--format", "docx").exit_code == 2


def test_texts_that_fit_no_cell_are_named(evening: Evening, tmp_path: Path) -> None:
    evening.journal.add(Answer(interview_id=evening.interview.id, answer="word " * 9_000))
    shown = run("export", "--to", tmp_path / "mine.xlsx")
    assert "1 text is too long for a cell or unfit for one" in shown.output
    assert str(tmp_path / "mine-texts") in shown.output


def test_an_export_replaces_only_on_request(evening: Evening, tmp_path: Path) -> None:
    assert evening.journal.answers
    run("export", "--to", tmp_path / "out")
    shown = run("export", "--to", tmp_path / "out")
    assert shown.exit_code == 2
    assert "--force" in shown.output
    assert run("export", "--to", tmp_path / "out", "--force").exit_code == 0


def test_a_journal_moves_to_another_computer(evening: Evening, tmp_path: Path) -> None:
    (evening.journal.path / "CV.pdf").write_bytes(b"x")
    shown = run("backup", tmp_path / "b.zip")
    assert shown.exit_code == 0
    assert f"in {tmp_path / 'b.zip'}" in shown.output
    assert "CV.pdf" in shown.output
    new = tmp_path / "new"
    shown = run("restore", tmp_path / "b.zip", "--into", new)
    assert shown.exit_code == 0
    assert f"Restored: 1 application, 1 interview, 1 answer, in {new}\n" in shown.output
    assert f"interview-journal lab {new}" in shown.output
    assert open_journal(new).answers == (evening.answer,)
    assert run("check", new).exit_code == 0


def test_another_journal_is_backed_up_by_its_name(tmp_path: Path) -> None:
    write_evening(tmp_path / "other")
    assert run("backup", tmp_path / "b.zip", "--journal", tmp_path / "other").exit_code == 0
    assert run("backup", tmp_path / "b.zip", "--journal", tmp_path / "other").exit_code == 2
    again = run("backup", tmp_path / "b.zip", "--journal", tmp_path / "other", "--force")
    assert again.exit_code == 0


def test_a_restore_over_a_journal_offers_another_folder(evening: Evening, tmp_path: Path) -> None:
    run("backup", tmp_path / "b.zip")
    shown = run("restore", tmp_path / "b.zip")
    assert shown.exit_code == 2
    assert "--into" in shown.output
    assert open_journal().answers == (evening.answer,)


def test_a_restore_without_a_name_goes_to_the_own_place(tmp_path: Path, journal_home: Path) -> None:
    write_evening(tmp_path / "other")
    run("backup", tmp_path / "b.zip", "--journal", tmp_path / "other")
    shown = run("restore", tmp_path / "b.zip")
    assert shown.exit_code == 0
    assert "Open it with: interview-journal lab\n" in shown.output
    assert len(open_journal(journal_home).answers) == 1


def test_problems_that_came_along_are_pointed_at(evening: Evening, tmp_path: Path) -> None:
    path = evening.journal.path / "interviews.csv"
    path.write_bytes(path.read_bytes().replace(b'"2026-03-04"', b'"some day"'))
    run("backup", tmp_path / "b.zip")
    shown = run("restore", tmp_path / "b.zip", "--into", tmp_path / "new")
    assert shown.exit_code == 0
    assert f"interview-journal check {tmp_path / 'new'}" in shown.output


def test_a_file_that_is_no_backup_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("no zip", encoding="utf-8")
    shown = run("restore", tmp_path / "b.zip", "--into", tmp_path / "new", "--large")
    assert shown.exit_code == 2
    assert "damaged or no zip file" in shown.output
    assert not (tmp_path / "new").exists()
