"""The person's own questions widen the catalogue; faults in the file are told, and no more."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.backups import back_up, restore_backup
from interview_journal.store import question_file as module
from interview_journal.store.question_file import QuestionFile
from tests.told_journal import told_journal

if TYPE_CHECKING:
    from pathlib import Path

BOATS = (
    '[[topics]]\nslug = "boats"\nlabel = "Boats"\nphrasings = """\nCan you sail?\nDo you row?"""\n'
)


def write(folder: Path, text: str) -> None:
    (folder / "questions.toml").write_text(text, encoding="utf-8")


def test_without_a_file_there_are_no_topics(tmp_path: Path) -> None:
    assert QuestionFile(tmp_path).catalogue.topics == ()
    assert QuestionFile(tmp_path).problems == ()


def test_topics_are_read_and_read_again_when_the_file_changed(tmp_path: Path) -> None:
    own = QuestionFile(tmp_path)
    write(tmp_path, "\ufeff" + BOATS)
    assert own.catalogue.topics[0].phrasings == ("Can you sail?", "Do you row?")
    assert own.catalogue is own.catalogue
    write(tmp_path, BOATS.replace("boats", "ships") + "\n")
    assert own.catalogue.topics[0].slug == "ships"
    (tmp_path / "questions.toml").unlink()
    assert own.catalogue.topics == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("topics = [", "not valid TOML"),
        ('topics = [{slug = "boats"}]', "Topic 1 of the question file needs a slug"),
        ("topics = 3", "needs a list named topics"),
    ],
)
def test_faults_are_problems_of_the_journals_files(tmp_path: Path, text: str, found: str) -> None:
    journal = told_journal(tmp_path / "j")
    write(journal.path, text)
    (problem,) = journal.problems
    assert (problem.kind, problem.file, problem.notice) == ("question file", "questions.toml", True)
    assert found in problem.sentence
    assert "docs/consistency.md" in problem.sentence


def test_a_file_of_monstrous_size_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, BOATS)
    monkeypatch.setattr(module, "_READ_AT_MOST", 10)
    assert "larger than 1 MB" in QuestionFile(tmp_path).problems[0].found


def test_what_the_system_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "questions.toml").mkdir()
    assert "cannot be read" in QuestionFile(tmp_path).problems[0].found


def test_the_journal_hands_its_topics_on(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    assert not journal.own_questions.topics
    write(journal.path, BOATS)
    assert [one.slug for one in journal.own_questions.topics] == ["boats"]
    assert not journal.problems


def test_a_backup_holds_it(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    write(journal.path, BOATS)
    done = back_up(journal, tmp_path / "journal.zip")
    assert done.left_out == ()
    again = restore_backup(done.path, tmp_path / "again")
    assert [one.slug for one in again.own_questions.topics] == ["boats"]


def test_erasing_a_text_reaches_it(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    write(journal.path, BOATS)
    places = journal.erase_text("Can you sail?")
    assert [place.file for place in places] == ["questions.toml"]
    assert b"sail" not in (journal.path / "questions.toml").read_bytes()
    assert os.listdir(journal.path / ".known")  # noqa: PTH208 - the other caches stay
