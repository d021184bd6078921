"""Bytes at the end of a file: ours only, all of them or none."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.errors import SaveFailedError
from interview_journal.store.appending import append_durably, cut_durably
from interview_journal.store.disk import FileMovedOnError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_bytes(b"first\r\n")
    return path


def _inode(path: Path) -> int:
    return path.stat().st_ino


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns


def test_bytes_are_added_and_the_status_is_told(path: Path) -> None:
    status = append_durably(
        path, b"second\r\n", inode=_inode(path), size=7, changed_ns=_changed(path)
    )
    assert path.read_bytes() == b"first\r\nsecond\r\n"
    assert status.st_size == 15


def test_what_need_not_wait_is_done_while_the_disk_works(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("write", "posix_fadvise", "fsync"):
        real = getattr(os, name, None)
        if real is not None:
            monkeypatch.setattr(os, name, _noting(name, real, done))
    append_durably(
        path,
        b"second\r\n",
        inode=_inode(path),
        size=7,
        changed_ns=_changed(path),
        meanwhile=lambda: done.append(path.read_text()),
    )
    hint = ["posix_fadvise"] if sys.platform == "linux" else []
    assert done == ["write", *hint, "first\nsecond\n", "fsync"]


def test_a_system_that_does_not_take_the_hint_saves_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EINVAL, "")

    monkeypatch.setattr(os, "posix_fadvise", refuse, raising=False)
    append_durably(path, b"second\r\n", inode=_inode(path), size=7, changed_ns=_changed(path))
    assert path.read_bytes() == b"first\r\nsecond\r\n"


def test_a_failure_meanwhile_is_a_failed_save(path: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    inode, changed = _inode(path), _changed(path)
    with pytest.raises(KeyboardInterrupt):
        append_durably(path, b"x", inode=inode, size=7, changed_ns=changed, meanwhile=interrupt)
    assert path.read_bytes() == b"first\r\n"


def _noting(name: str, real: Callable[..., Any], done: list[str]) -> Callable[..., Any]:
    def call(*given: Any) -> Any:
        done.append(name)
        return real(*given)

    return call


def test_another_file_under_the_name_is_left_alone(path: Path) -> None:
    with pytest.raises(FileMovedOnError):
        append_durably(path, b"x", inode=_inode(path) + 1, size=7, changed_ns=_changed(path))
    with pytest.raises(FileMovedOnError):
        append_durably(path, b"x", inode=_inode(path), size=6, changed_ns=_changed(path))
    with pytest.raises(FileMovedOnError):
        append_durably(path, b"x", inode=_inode(path), size=7, changed_ns=_changed(path) - 1)
    with pytest.raises(FileMovedOnError):
        cut_durably(path, 2, inode=_inode(path), found_size=6)
    assert path.read_bytes() == b"first\r\n"
    with pytest.raises(FileMovedOnError):
        append_durably(path.with_name("gone.csv"), b"x", inode=1, size=0, changed_ns=0)


def test_a_name_that_went_away_after_the_write_is_no_save(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inode, real = _inode(path), os.fsync

    def sync_late(descriptor: int) -> None:
        real(descriptor)
        path.unlink()

    monkeypatch.setattr(os, "fsync", sync_late)
    with pytest.raises(FileMovedOnError):
        append_durably(path, b"x", inode=inode, size=7, changed_ns=_changed(path))


def test_what_others_wrote_behind_ours_is_never_cut(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def sync_badly(descriptor: int) -> None:
        with path.open("ab") as other:
            other.write(b"theirs\r\n")
        real(descriptor)
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(os, "fsync", sync_badly)
    with pytest.raises(SaveFailedError):
        append_durably(path, b"ours\r\n", inode=_inode(path), size=7, changed_ns=_changed(path))
    assert path.read_bytes() == b"first\r\nours\r\ntheirs\r\n"


def test_what_is_not_ours_in_our_place_is_never_cut(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_other(descriptor: int, data: bytes) -> int:
        del data
        real(descriptor, b"other!")
        raise OSError(errno.EIO, "")

    real = os.write
    monkeypatch.setattr(os, "write", write_other)
    with pytest.raises(SaveFailedError):
        append_durably(path, b"ours\r\n", inode=_inode(path), size=7, changed_ns=_changed(path))
    assert path.read_bytes() == b"first\r\nother!"


def test_an_interrupt_takes_back_what_was_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        append_durably(path, b"second\r\n", inode=_inode(path), size=7, changed_ns=_changed(path))
    assert path.read_bytes() == b"first\r\n"


@pytest.mark.parametrize("call", ["open", "fstat", "ftruncate"])
def test_a_refused_cut_is_told(path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "")

    inode = _inode(path)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(SaveFailedError, match="read-only"):
            cut_durably(path, 2, inode=inode, found_size=7)


def test_a_cut_file_has_the_size_asked_for(path: Path) -> None:
    assert cut_durably(path, 5, inode=_inode(path), found_size=7).st_size == 5
    assert path.read_bytes() == b"first"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_put_in_the_place_of_a_table_makes_nobody_wait(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    os.mkfifo(path)
    with pytest.raises(SaveFailedError):
        append_durably(path, b"x", inode=1, size=7, changed_ns=_changed(path))
