"""Whole files: private, durable, and patient where another program has them open."""

from __future__ import annotations

import errno
import os
import pickle
import stat
import time
from typing import TYPE_CHECKING

import pytest

from interview_journal.errors import SaveFailedError
from interview_journal.store import disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BusyError(OSError):
    """What Windows raises while a spreadsheet has the file open."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "busy")
        self.winerror = winerror


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_another_program_has_open_is_tried_again(
    winerror: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    answers = iter([BusyError(winerror), BusyError(winerror), None])

    def work() -> str:
        error = next(answers)
        if error is not None:
            raise error
        return "done"

    assert disk.patiently(work) == "done"
    assert waits == [0.25, 0.25]


def test_patience_ends_after_about_two_and_a_half_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)

    def work() -> None:
        raise BusyError(32)

    with pytest.raises(BusyError):
        disk.patiently(work)
    assert len(waits) == 9
    assert 2 <= sum(waits) <= 2.5


def test_other_errors_are_not_tried_again() -> None:
    tries: list[int] = []

    def work() -> None:
        tries.append(1)
        raise OSError(errno.EACCES, "no")

    with pytest.raises(OSError, match="no"):
        disk.patiently(work)
    assert tries == [1]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, ""), "The disk is full"),
        (OSError(errno.EDQUOT, ""), "quota"),
        (OSError(errno.EROFS, ""), "read-only"),
        (OSError(errno.EACCES, ""), "permissions"),
        (OSError(errno.EMFILE, ""), "Too many files"),
        (OSError(errno.EIO, ""), "reports a fault"),
        (OSError(errno.EXDEV, ""), "try to save it again"),
        (OSError(), "unknown reason"),
        (BusyError(33), "another program has it open"),
    ],
)
def test_a_refusal_says_why_and_what_to_do(tmp_path: Path, error: OSError, words: str) -> None:
    told = disk.save_failed(tmp_path / "answers.csv", error)
    assert words in str(told)
    assert "answers.csv" in str(told)
    assert "What was there before is unchanged" in str(told)


def test_a_file_that_moved_on_can_be_pickled(tmp_path: Path) -> None:
    error = disk.FileMovedOnError(tmp_path / "answers.csv")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own error
    assert str(again) == str(error)
    assert "another program keeps writing to it" in str(error)


def test_a_new_file_is_private_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        disk.write_private(tmp_path / "a", [b"one", b"", b"two"])
    finally:
        os.umask(before)
    assert (tmp_path / "a").read_bytes() == b"onetwo"
    assert _mode(tmp_path / "a") == 0o600
    with pytest.raises(SaveFailedError, match="File exists"):
        disk.write_private(tmp_path / "a", [b"three"])
    assert (tmp_path / "a").read_bytes() == b"onetwo"


def _interrupted() -> Iterator[bytes]:
    yield b"half"
    raise KeyboardInterrupt


def test_an_interrupted_new_file_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        disk.write_private(tmp_path / "a", _interrupted())
    with pytest.raises(KeyboardInterrupt):
        disk.replace_durably(tmp_path / "a", _interrupted())
    assert not list(tmp_path.iterdir())


def test_a_replaced_file_keeps_its_mode_its_link_and_leaves_nothing_beside(tmp_path: Path) -> None:
    real, link = tmp_path / "elsewhere" / "real.csv", tmp_path / "link.csv"
    real.parent.mkdir()
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    disk.replace_durably(link, [b"new"])
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert _mode(real) == 0o640
    assert [path.name for path in real.parent.iterdir()] == ["real.csv"]


def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"theirs")
    with pytest.raises(disk.FileMovedOnError):
        disk.replace_durably(path, [b"ours"], is_unchanged=lambda: False)
    assert path.read_bytes() == b"theirs"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_refused_replacement_names_the_file_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(SaveFailedError, match=r"^Not saved: answers\.csv"):
        disk.replace_durably(path, [b"new"])
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SaveFailedError, match=r"^Not saved: answers\.csv"):
        disk.replace_durably(path, [b"new"])
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["answers.csv"]


def test_a_system_that_writes_nothing_is_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(OSError, match="No space"):
        disk.write_all(1, b"x")


def test_bytes_are_read_back_where_there_is_no_pread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "pread")
    disk.write_private(tmp_path / "a", [b"one", b"two", b"three"])
    assert (tmp_path / "a").read_bytes() == b"onetwothree"
    with (tmp_path / "a").open("rb") as file:
        assert disk.read_back(file.fileno(), 3, 3) == b"two"


def test_a_removed_file_is_gone_and_a_refusal_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    disk.remove_durably(tmp_path / "a")
    assert not (tmp_path / "a").exists()
    with pytest.raises(SaveFailedError):
        disk.remove_durably(tmp_path / "a")


def test_windows_keeps_its_lists_of_names_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_NAMES_ARE_KEPT", True)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened a folder"))
    disk.sync_folder(tmp_path)
