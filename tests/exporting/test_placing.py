"""A file or folder is put in place whole, or the place stays as it was."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from interview_journal.errors import BackupError, ExportError
from interview_journal.exporting.placing import (
    file_in_place,
    folder_in_place,
    lies_inside,
    private_file,
    refused,
    write_private_bytes,
)
from tests.programs import CHECKOUT

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes and signals of POSIX")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def write_file(target: Path, text: str, *, force: bool = False) -> None:
    with file_in_place(target, force=force) as path:
        write_private_bytes(path, text.encode())


def write_folder(target: Path, text: str, *, force: bool = False, ours: bool = True) -> None:
    with folder_in_place(target, force=force, is_ours=lambda _: ours) as folder:
        write_private_bytes(folder / "one.txt", text.encode())


def test_a_file_appears_with_its_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "new" / "file.txt", "words")
    assert (tmp_path / "new" / "file.txt").read_text(encoding="utf-8") == "words"
    assert names(tmp_path / "new") == {"file.txt"}


@POSIX
def test_only_the_owner_can_read_what_is_put_in_place(tmp_path: Path) -> None:
    write_file(tmp_path / "file.txt", "words")
    write_folder(tmp_path / "folder", "words")
    assert stat.S_IMODE((tmp_path / "file.txt").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "folder" / "one.txt").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_on_request(tmp_path: Path) -> None:
    target = tmp_path / "file.txt"
    write_file(target, "old")
    with pytest.raises(ExportError, match=r"already there.*--force"):
        write_file(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    write_file(target, "new", force=True)
    assert target.read_text(encoding="utf-8") == "new"


def test_a_folder_in_the_place_of_a_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(ExportError, match="no file has this name"):
        write_file(tmp_path / "taken", "new", force=True)


@POSIX
def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "real" / "file.txt")
    (tmp_path / "linked").symlink_to(tmp_path / "real" / "folder")
    write_file(tmp_path / "link.txt", "words")
    write_folder(tmp_path / "linked", "words")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "linked").is_symlink()
    assert names(tmp_path / "real") == {"file.txt", "folder"}


def test_an_empty_folder_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "empty", "words")
    assert names(tmp_path / "empty") == {"one.txt"}


def test_a_folder_of_ours_is_replaced_only_on_request(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    write_folder(target, "old")
    with pytest.raises(ExportError, match=r"an earlier one.*--force"):
        write_folder(target, "new")
    write_folder(target, "new", force=True)
    assert (target / "one.txt").read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == {"folder"}


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(ExportError, match="already holds other files"):
        write_folder(target, "new", force=True, ours=False)
    assert names(target) == {"thesis.txt"}


def test_a_file_in_the_place_of_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="already there"):
        write_folder(tmp_path / "taken", "new", force=True)


def test_a_failure_while_writing_leaves_the_place_as_it_was(tmp_path: Path) -> None:
    write_file(tmp_path / "file.txt", "old")
    write_folder(tmp_path / "folder", "old")

    def fill_the_disk(path: Path) -> None:
        write_private_bytes(path, b"half")
        raise OSError(errno.ENOSPC, "full")

    with (
        pytest.raises(ExportError, match="Free some space"),
        file_in_place(tmp_path / "file.txt", force=True) as path,
    ):
        fill_the_disk(path)
    with (
        pytest.raises(BackupError, match="Free some space"),
        folder_in_place(
            tmp_path / "folder", force=True, is_ours=lambda _: True, refusal=BackupError
        ) as folder,
    ):
        fill_the_disk(folder / "half.txt")
    assert names(tmp_path) == {"file.txt", "folder"}
    assert (tmp_path / "file.txt").read_text(encoding="utf-8") == "old"
    assert names(tmp_path / "folder") == {"one.txt"}


def test_a_folder_that_cannot_be_swapped_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "folder", "old")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "whole":
            raise OSError(errno.EACCES, "no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ExportError, match="Choose a folder you can write to"):
        write_folder(tmp_path / "folder", "new", force=True)
    assert (tmp_path / "folder" / "one.txt").read_text(encoding="utf-8") == "old"


def test_a_file_that_cannot_be_put_in_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.EROFS, str((self, target)))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match="Read-only file system"):
        write_file(tmp_path / "file.txt", "words")
    assert names(tmp_path) == set()


@pytest.mark.parametrize("name", ["a\0b", "n" * 300])
def test_an_impossible_name_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"Choose (a shorter|another) name"):
        write_file(tmp_path / name, "words")
    with pytest.raises(ExportError, match=r"Choose (a shorter|another) name"):
        write_folder(tmp_path / name, "words")


def test_a_path_through_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError):
        write_file(tmp_path / "file" / "inner.txt", "words")
    with pytest.raises(ExportError):
        write_folder(tmp_path / "file" / "inner", "words")


def test_a_file_open_in_another_program_on_windows_is_told(tmp_path: Path) -> None:
    error = OSError(errno.EACCES, "denied")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    sentence = str(refused(tmp_path / "book.xlsx", error, ExportError))
    assert "another program has it open" in sentence
    assert "Close it there" in sentence


def test_an_error_without_a_number_is_told() -> None:
    assert "unknown reason" in str(refused(Path("x"), OSError("odd"), ExportError))


def test_what_a_killed_run_left_goes_after_a_day(tmp_path: Path) -> None:
    old, fresh = (tmp_path / f".interview-journal-{n}.part" for n in ("a" * 16, "b" * 16))
    for folder in (old, fresh):
        folder.mkdir()
        (folder / "half").write_text("words", encoding="utf-8")
    past = time.time() - 2 * 86_400
    os.utime(old, (past, past))
    write_file(tmp_path / "file.txt", "words")
    assert names(tmp_path) == {fresh.name, "file.txt"}


def test_an_inner_place_is_known_through_links_too(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    assert lies_inside(tmp_path / "journal" / "deep" / "file", tmp_path / "journal")
    assert lies_inside(tmp_path / "journal", tmp_path / "journal")
    assert not lies_inside(tmp_path / "journal-2", tmp_path / "journal")
    assert not lies_inside(tmp_path, tmp_path / "journal")
    if sys.platform != "win32":
        (tmp_path / "link").symlink_to(tmp_path / "journal")
        assert lies_inside(tmp_path / "link" / "file", tmp_path / "journal")


def test_a_private_file_is_never_written_over(tmp_path: Path) -> None:
    private_file(tmp_path / "file").close()
    with pytest.raises(FileExistsError):
        private_file(tmp_path / "file")


def test_leftovers_that_cannot_be_removed_stop_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / f".interview-journal-{'a' * 16}.part"
    old.mkdir()
    os.utime(old, (0, 0))
    rmtree = shutil.rmtree

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if path == old:
            raise OSError(errno.EACCES, "no")
        rmtree(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", refuse)
    write_file(tmp_path / "file.txt", "words")
    assert names(tmp_path) == {old.name, "file.txt"}


EXPORT_AND_DIE = """
    import os, signal, sys, zipfile
    from pathlib import Path
    from interview_journal.api.exports import _export_folder, _export_workbook
    from interview_journal.core.records import Answer

    root = Path(sys.argv[1])
    folder, book = root / "folder", root / "book.xlsx"
    answers = [Answer(id=f"a_{n}", interview_id="i_x", answer="word " * n) for n in range(60)]
    answers.append(Answer(id="a_long", interview_id="i_x", answer="word " * 9_000))
    kept = {"answers-a_long-answer.txt"}

    def export():
        _export_folder(folder, {"answers": answers}, "both", force=True)
        _export_workbook(book, {"answers": answers}, force=True)

    def export_until(last):
        seen = 0
        def count(event, facts):
            nonlocal seen
            if any(str(root) in str(fact) for fact in facts):
                seen += 1
                if seen == last:
                    os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(count)
        export()
        os._exit(0)

    def names(path):
        return {inner.name for inner in path.iterdir()}

    def check():
        for path in (book, folder / "interview-journal.xlsx"):
            if path.exists():
                assert zipfile.ZipFile(path).testzip() is None
        if (root / "book-texts").exists():
            assert names(root / "book-texts") == kept
        assert not book.exists() or (root / "book-texts").exists()
        if folder.exists():
            assert names(folder) == {
                "answers.csv", "datapackage.json", "interview-journal.xlsx",
                "interview-journal-texts",
            }
            assert names(folder / "interview-journal-texts") == kept
            assert (folder / "answers.csv").read_bytes().count(b'\\r\\n"a_') == 61

    kills = 0
    while True:
        child = os.fork()
        if child == 0:
            export_until(kills + 1)
        _, status = os.waitpid(child, 0)
        check()
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            break
        kills += 1
    assert book.exists() and folder.exists()
    print(kills)
"""


@POSIX
@pytest.mark.slow
def test_a_kill_at_any_step_leaves_no_half_file(tmp_path: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(EXPORT_AND_DIE), str(tmp_path)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    # Every file opened, made, renamed or removed below the folder is one step.
    assert int(shown.stdout) >= 40
