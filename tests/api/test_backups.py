"""A journal goes into one file and comes back whole, elsewhere, and over nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import sys
import threading
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api import backups
from interview_journal.api.backups import back_up, restore_backup
from interview_journal.api.new_journal import make_journal
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer
from interview_journal.errors import BackupError, JournalLockedError, NewerJournalError
from interview_journal.exporting.archive import write_archive
from interview_journal.store.lock import JournalLock
from interview_journal.store.row_form import end_mark
from tests.api.journals import Clock, Evening, write_evening

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return write_evening(tmp_path / "old laptop")


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def forge(path: Path, files: dict[str, bytes]) -> Path:
    facts = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    about: dict[str, Any] = {"kind": "interview_journal backup", "version": 1, "made_at": "now"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(f"journal/{name}", data)
        archive.writestr("backup.json", json.dumps(about | {"files": facts}))
    return path


def test_a_journal_comes_back_on_another_computer(
    evening: Evening, tmp_path: Path, journal_home: Path
) -> None:
    back_up(evening.journal, tmp_path / "b.zip")
    restored = restore_backup(tmp_path / "b.zip")
    assert restored.path == journal_home
    assert restored.answers == evening.journal.answers
    assert restored.history(evening.answer) == evening.journal.history(evening.answer)
    assert [p for p in restored.problems if not p.notice] == []
    assert restored.conflicts == ()
    later = restored.revise(restored.answers[0], note="Saved on the new laptop.")
    assert open_journal(journal_home).answers == (later,)


def test_history_drafts_and_recovered_bytes_come_along(evening: Evening, tmp_path: Path) -> None:
    journal = evening.journal
    journal.tidy()
    journal.drafts.keep("record", {"account": "half a word"})
    (journal.path / "recovered").mkdir(exist_ok=True)
    (journal.path / "recovered" / "answers.csv-1-ab.bytes").write_bytes(b"torn \xff")
    done = back_up(journal, tmp_path / "b.zip")
    restored = restore_backup(tmp_path / "b.zip", tmp_path / "new")
    draft = restored.drafts.get("record")
    assert draft is not None
    assert draft.fields == {"account": "half a word"}
    came = files_of(tmp_path / "new")
    assert came["recovered/answers.csv-1-ab.bytes"] == b"torn \xff"
    assert "history/answers.csv" in came
    assert not any(name.startswith("backups/") for name in came)
    assert done.file_count == len([name for name in came if not name.startswith(".known")])


def test_copies_of_a_cloud_folder_come_along(evening: Evening, tmp_path: Path) -> None:
    name = "answers (Ann's conflicted copy 2026-03-04).csv"
    (evening.journal.path / name).write_bytes(b"rows")
    back_up(evening.journal, tmp_path / "b.zip")
    restore_backup(tmp_path / "b.zip", tmp_path / "new")
    assert (tmp_path / "new" / name).read_bytes() == b"rows"


def test_files_that_are_none_of_the_journals_are_left_out_and_named(
    evening: Evening, tmp_path: Path
) -> None:
    (evening.journal.path / "my CV.pdf").write_bytes(b"x")
    (evening.journal.path / "photos").mkdir()
    done = back_up(evening.journal, tmp_path / "b.zip")
    assert done.left_out == ("my CV.pdf", "photos")


def test_in_a_folder_the_file_is_named_after_the_day(evening: Evening, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    done = back_up(evening.journal, tmp_path / "stick")
    assert done.path == tmp_path / "stick" / "interview-journal-2026-03-04.zip"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_backup_and_restored_journal_are_private(evening: Evening, tmp_path: Path) -> None:
    back_up(evening.journal, tmp_path / "b.zip")
    restore_backup(tmp_path / "b.zip", tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    for path in ((tmp_path / "new"), *(tmp_path / "new").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_name_without_zip_is_refused(evening: Evening, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match=r"does not end with \.zip"):
        back_up(evening.journal, tmp_path / "stick that is not there")


def test_a_backup_inside_the_journal_is_refused(evening: Evening) -> None:
    with pytest.raises(BackupError, match="inside the journal"):
        back_up(evening.journal, evening.journal.path / "b.zip")


def test_an_empty_journal_is_not_backed_up(tmp_path: Path) -> None:
    journal = make_journal(tmp_path / "empty")
    with pytest.raises(BackupError, match="the journal is empty"):
        back_up(journal, tmp_path / "b.zip")


def test_an_existing_backup_is_replaced_only_on_request(evening: Evening, tmp_path: Path) -> None:
    back_up(evening.journal, tmp_path / "b.zip")
    with pytest.raises(BackupError, match="--force"):
        back_up(evening.journal, tmp_path / "b.zip")
    back_up(evening.journal, tmp_path / "b.zip", force=True)


def test_saves_go_on_while_a_backup_is_written(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, wanted = evening.journal, evening.journal.answers
    write = write_archive

    def save_meanwhile(target: Path, members: Any, *args: Any, **more: Any) -> int:
        def slowly() -> Any:
            for number, member in enumerate(members):
                if number == 0:
                    journal.add(Answer(interview_id=evening.interview.id, answer="Later words."))
                    journal.tidy()
                yield member

        return write(target, slowly(), *args, **more)

    monkeypatch.setattr(backups, "write_archive", save_meanwhile)
    back_up(journal, tmp_path / "b.zip")
    restored = restore_backup(tmp_path / "b.zip", tmp_path / "new")
    assert restored.answers == wanted
    assert len(journal.answers) == 2


def test_a_draft_that_goes_meanwhile_stops_nothing(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = evening.journal
    list_files = backups._own_files

    def list_one_more(home: Path) -> list[Path]:
        return [*list_files(home), home / "drafts" / "just-saved.json"]

    monkeypatch.setattr(backups, "_own_files", list_one_more)
    back_up(journal, tmp_path / "b.zip")
    assert restore_backup(tmp_path / "b.zip", tmp_path / "new").drafts.names() == ()


def test_a_journal_held_by_another_program_is_told(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        backups, "JournalLock", lambda folder: JournalLock(folder, wait_seconds=0.05)
    )
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with JournalLock(evening.journal.path):
            held.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    try:
        with pytest.raises(JournalLockedError):
            back_up(evening.journal, tmp_path / "b.zip")
    finally:
        done.set()
        holder.join()
    assert not (tmp_path / "b.zip").exists()


def test_nothing_is_restored_over_a_journal(
    evening: Evening, tmp_path: Path, journal_home: Path
) -> None:
    back_up(evening.journal, tmp_path / "b.zip")
    other = write_evening(journal_home).journal
    before = files_of(journal_home)
    with pytest.raises(BackupError, match=r"b\.zip: nothing is written over the journal.*--into"):
        restore_backup(tmp_path / "b.zip")
    assert files_of(journal_home) == before
    assert len(other.answers) == 1


def test_nothing_is_restored_over_other_files(evening: Evening, tmp_path: Path) -> None:
    back_up(evening.journal, tmp_path / "b.zip")
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BackupError, match="other files"):
        restore_backup(tmp_path / "b.zip", tmp_path / "thesis")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(BackupError, match="a file of this name is already there"):
        restore_backup(tmp_path / "b.zip", tmp_path / "file")


def test_a_new_empty_journal_takes_a_backup_in(
    evening: Evening, tmp_path: Path, journal_home: Path
) -> None:
    back_up(evening.journal, tmp_path / "b.zip")
    make_journal()
    (journal_home / ".known").mkdir()
    (journal_home / "datapackage.json").write_text("{}", encoding="utf-8")
    assert restore_backup(tmp_path / "b.zip").path == journal_home
    assert len(open_journal().answers) == 1


def test_a_damaged_backup_leaves_no_folder(evening: Evening, tmp_path: Path) -> None:
    back_up(evening.journal, tmp_path / "b.zip")
    data = bytearray((tmp_path / "b.zip").read_bytes())
    data[len(data) // 3] ^= 0xFF
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(BackupError):
        restore_backup(tmp_path / "b.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"b.zip", "old laptop"}


@pytest.mark.parametrize(
    "name",
    ["start.bat", "desktop.ini", ".git/config", "deep/answers.csv", ".lock", "drafts/../x.json"],
)
def test_a_planted_file_is_refused(name: str, tmp_path: Path) -> None:
    forge(tmp_path / "b.zip", {"answers.csv": b"", name: b"planted"})
    with pytest.raises(BackupError, match="belongs into no journal"):
        restore_backup(tmp_path / "b.zip", tmp_path / "new")


def test_a_large_backup_needs_a_word(tmp_path: Path) -> None:
    row = b'"words words words"\r\n'
    forge(tmp_path / "b.zip", {"answers.csv": row * 300_000})
    with pytest.raises(BackupError, match="--large"):
        restore_backup(tmp_path / "b.zip", tmp_path / "new")
    assert restore_backup(tmp_path / "b.zip", tmp_path / "new", large=True).is_empty


def test_a_backup_that_the_disk_cannot_hold_is_refused(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(evening.journal, tmp_path / "b.zip")

    class Usage:
        free = 10

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)
    with pytest.raises(BackupError, match="the disk has 0 MB left"):
        restore_backup(tmp_path / "b.zip", tmp_path / "deep" / "new")


def test_a_journal_of_a_newer_version_is_not_put_in_place(evening: Evening, tmp_path: Path) -> None:
    stored = (evening.journal.path / "answers.csv").read_bytes()
    mark = end_mark([])[:2].encode()
    forge(tmp_path / "b.zip", {"answers.csv": stored.replace(b'"' + mark + b"_", b'"e9_')})
    with pytest.raises(NewerJournalError):
        restore_backup(tmp_path / "b.zip", tmp_path / "new", now=Clock())
    assert not (tmp_path / "new").exists()
