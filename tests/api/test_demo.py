"""The example is copied beside the person's journal and never mixed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.api import demo
from interview_journal.api.demo import copy_sample, default_sample_folder
from interview_journal.api.opening import open_journal
from interview_journal.errors import ExportError
from tests.api.journals import write_evening

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    journal = write_evening(tmp_path / "sample").journal
    journal.tidy()
    monkeypatch.setattr(demo, "sample_path", lambda: journal.path)
    return journal.path


def test_the_example_lies_beside_the_journal(sample: Path, journal_home: Path) -> None:
    assert default_sample_folder() == journal_home.parent / "example"
    folder = copy_sample()
    assert folder == default_sample_folder()
    assert not journal_home.exists()
    assert open_journal(folder).answers == open_journal(sample).answers
    assert (folder / "history" / "answers.csv").is_file()


def test_git_leaves_the_copy_alone(sample: Path, tmp_path: Path) -> None:
    (sample / ".gitignore").unlink()
    assert sample.is_dir()
    folder = copy_sample(tmp_path / "copy")
    assert "*" in (folder / ".gitignore").read_text(encoding="utf-8").split("\n")


def test_a_copy_that_was_tried_out_is_left_as_it_is(sample: Path, tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "copy")
    journal = open_journal(folder)
    journal.revise(journal.applications[0], notes="tried out")
    assert copy_sample(folder) == folder
    assert open_journal(folder).applications[0].notes == "tried out"
    assert open_journal(sample).applications[0].notes == ""


def test_other_files_are_never_written_over(sample: Path, tmp_path: Path) -> None:
    assert sample.is_dir()
    own = write_evening(tmp_path / "own").journal
    with pytest.raises(ExportError, match="already holds other files"):
        copy_sample(own.path)
