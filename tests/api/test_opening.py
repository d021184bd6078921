"""The journal is found where the person put it, and nothing is made by looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.api import journal_paths
from interview_journal.api.journal_paths import default_journal_path, sample_path
from interview_journal.api.opening import open_journal
from interview_journal.errors import JournalFolderError
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_variable_names_the_journal(journal_home: Path) -> None:
    assert default_journal_path() == journal_home
    assert open_journal().path == journal_home
    assert not journal_home.exists()


def test_a_checkout_keeps_the_journal_beside_its_notebooks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INTERVIEW_JOURNAL_HOME", " ")
    assert default_journal_path() == CHECKOUT / "data" / "journal"


def test_an_installed_package_keeps_it_at_home(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTERVIEW_JOURNAL_HOME")
    monkeypatch.setattr(journal_paths, "_PACKAGE", tmp_path / "site" / "interview_journal")
    assert default_journal_path() == own_home / "interview_journal" / "journal"


def test_the_home_folder_has_its_short_name(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_JOURNAL_HOME", "~/mine")
    assert open_journal().path == own_home / "mine"
    assert open_journal("~/other").path == own_home / "other"


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_refused(name: str) -> None:
    with pytest.raises(JournalFolderError, match="its name is empty"):
        open_journal(name)


def test_the_sample_is_found_in_a_checkout_and_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sample_path() == CHECKOUT / "data" / "sample"
    package = tmp_path / "interview_journal"
    monkeypatch.setattr(journal_paths, "_PACKAGE", package)
    with pytest.raises(JournalFolderError, match="sample is missing"):
        sample_path()
    (package / "_sample").mkdir(parents=True)
    assert sample_path() == package / "_sample"
