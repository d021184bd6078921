"""A new journal's folder is private, and nobody else's folder becomes one."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.new_journal import make_journal
from interview_journal.errors import JournalFolderError
from tests.api.journals import write_evening

if TYPE_CHECKING:
    from pathlib import Path


def test_the_folder_is_made_and_private(journal_home: Path) -> None:
    journal = make_journal()
    assert journal.path == journal_home
    assert journal.is_empty
    assert (journal_home / ".gitignore").is_file()
    if sys.platform != "win32":
        assert stat.S_IMODE(journal_home.stat().st_mode) == 0o700


def test_a_journal_that_is_there_stays_as_it_is(journal_home: Path) -> None:
    evening = write_evening(journal_home)
    assert make_journal().answers == (evening.answer,)
    assert make_journal(journal_home).answers == (evening.answer,)


def test_a_folder_with_other_files_becomes_no_journal(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(JournalFolderError, match="other files"):
        make_journal(tmp_path)
    assert not (tmp_path / ".gitignore").exists()


def test_an_empty_folder_becomes_one(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    assert make_journal(tmp_path).path == tmp_path
    assert (tmp_path / ".gitignore").is_file()


def test_a_file_becomes_no_journal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(JournalFolderError, match="it is a file"):
        make_journal(tmp_path / "file")
