"""The journal's folder is private, and what is hazardous about it is told."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from interview_journal.errors import JournalFolderError, SaveFailedError
from interview_journal.store import folder, folder_hazards
from interview_journal.store.folder import check_folder, make_folder, make_inner_folder
from interview_journal.store.folder_hazards import folder_problems

COPIES = [
    "answers (conflicted copy 2026-03-04).csv",
    "answers (Ann's conflicted copy 2026-03-04).csv",
    "answers.sync-conflict-20260304-183000-ABCDEFG.csv",
    "answers_conflict-20260304-183000.csv",
    "answers-LAPTOP.csv",
    "answers (1).csv",
    "answers 2.csv",
    "answers - Copy.csv",
    "answers_conf(1).csv",
    "question_links (1).csv",
]


def kinds(path: Path) -> list[str]:
    return [problem.kind for problem in folder_problems(path)]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_table_is_told_and_is_no_second_journal(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    (problem,) = folder_problems(tmp_path)

    assert (problem.kind, problem.file) == ("rival copy", name)
    assert "merge-copies" in problem.remedy


@pytest.mark.parametrize(
    "name", ["answers.csv", "settings.csv", "my answers.csv", "answersheet.csv", "answers (1).txt"]
)
def test_other_files_are_no_copies(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    assert kinds(tmp_path) == []


def test_a_folder_that_is_not_there_has_no_problems(tmp_path: Path) -> None:
    assert folder_problems(tmp_path / "journal") == ()


def test_a_journal_that_git_would_take_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "work" / "data" / "journal"
    journal.mkdir(parents=True)
    (tmp_path / "work" / ".git").mkdir()
    assert kinds(journal) == ["version control"]

    monkeypatch.chdir(journal.parent)
    assert kinds(Path("journal")) == ["version control"]


@pytest.mark.parametrize("line", ["/data/journal/", "data", "data/journal/*", "*"])
def test_a_journal_on_the_repository_s_own_list_is_no_problem(line: str, tmp_path: Path) -> None:
    journal = tmp_path / "data" / "journal"
    journal.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"# caf\xe9\n*.log\n")
    assert kinds(journal) == ["version control"]

    (tmp_path / ".gitignore").write_text(f"*.log\n{line}\n", encoding="utf-8")
    assert kinds(journal) == []


@pytest.mark.parametrize("text", [b"*\n", b"# let in on purpose\n!*\n"])
def test_a_journal_with_a_list_of_its_own_is_no_problem(text: bytes, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"# caf\xe9\n")
    assert kinds(tmp_path) == ["version control"]
    (tmp_path / ".gitignore").write_bytes(text)
    assert kinds(tmp_path) == []


@pytest.mark.parametrize(
    ("system", "told"), [("nfs4", True), ("fuse.sshfs", True), ("ext4", False)]
)
def test_a_network_disk_is_told(
    system: str, told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path / "my disk"
    disk.mkdir()
    mounts = tmp_path / "mounts"
    escaped = os.path.realpath(disk).replace(" ", "\\040")
    mounts.write_text(
        f"root / ext4 rw 0 0\nserver {escaped} {system} rw 0 0\nother /elsewhere nfs rw 0 0\n"
    )
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(folder_hazards, "_MOUNTS", mounts)

    assert kinds(disk) == (["network folder"] if told else [])
    assert kinds(tmp_path) == []
    monkeypatch.setattr(sys, "platform", "darwin")
    assert kinds(disk) == []


def test_a_computer_that_lists_no_disks_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_hazards, "_MOUNTS", tmp_path / "none")
    assert kinds(tmp_path) == []


def test_a_folder_is_made_private_with_a_list_for_git(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    check_folder(journal)
    make_folder(journal)
    make_folder(journal)
    make_inner_folder(journal / "backups" / "today")

    assert (journal / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"
    for made in (journal, journal / "backups", journal / "backups" / "today"):
        assert made.stat().st_mode & 0o777 == 0o700
    assert (journal / ".gitignore").stat().st_mode & 0o777 == 0o600
    check_folder(journal)


@pytest.mark.parametrize("name", ["with\0nul", "x" * 300, "file", "file/inside"])
def test_what_cannot_be_a_folder_is_refused_with_the_reason(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(JournalFolderError):
        check_folder(tmp_path / name)


@pytest.mark.parametrize("make", [make_folder, make_inner_folder])
def test_a_folder_that_cannot_be_made_is_told(make: object, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert callable(make)
    with pytest.raises(JournalFolderError, match="Not a directory"):
        make(tmp_path / "file" / "journal")


def test_a_list_for_git_that_cannot_be_written_does_not_stop_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: object) -> None:
        raise SaveFailedError(path, "no space", "Free some.")

    monkeypatch.setattr(folder, "write_private", refuse)
    make_folder(tmp_path / "journal")
    assert (tmp_path / "journal").is_dir()
