"""One holder at a time, with a name, on a file that may be deleted under it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from interview_journal.errors import JournalLockedError, SaveFailedError
from interview_journal.store import kernel_lock, lock
from interview_journal.store.kernel_lock import try_lock
from interview_journal.store.lock import JournalLock

if TYPE_CHECKING:
    from pathlib import Path


def test_the_lock_keeps_others_out_and_lets_them_in_after(tmp_path: Path) -> None:
    waits: list[float] = []
    times = iter([0.0, 0.5, 1.0, 2.5, 9.0])
    with JournalLock(tmp_path):
        with (
            pytest.raises(JournalLockedError, match=f"held by process {os.getpid()} on") as told,
            JournalLock(tmp_path, wait_seconds=2.0, sleep=waits.append, clock=lambda: next(times)),
        ):
            pytest.fail("two hold it")
        assert len(waits) == 2
        assert told.value.waited_seconds == 2.0
    with JournalLock(tmp_path):
        pass
    assert (tmp_path / ".lock").stat().st_mode & 0o777 == 0o600


def test_a_holder_that_left_no_name_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_name_holder", lambda _: None)
    with JournalLock(tmp_path):
        with (
            pytest.raises(JournalLockedError, match="held by another program"),
            JournalLock(tmp_path, wait_seconds=0),
        ):
            pytest.fail("two hold it")

        def refuse(*_: object) -> bytes:
            raise OSError(errno.EIO, "")

        monkeypatch.setattr(lock, "read_back", refuse)
        with (
            pytest.raises(JournalLockedError, match="held by another program"),
            JournalLock(tmp_path, wait_seconds=0),
        ):
            pytest.fail("two hold it")


def test_a_full_disk_does_not_stop_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "write", full)
    with JournalLock(tmp_path):
        assert (tmp_path / ".lock").read_bytes() == b""


def test_a_lock_file_that_was_removed_is_left_for_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[int]()

    def lock_and_lose(descriptor: int) -> bool:
        tries.append(descriptor)
        locked = try_lock(descriptor)
        if len(tries) == 1:
            (tmp_path / ".lock").unlink()
        return locked

    monkeypatch.setattr(lock, "try_lock", lock_and_lose)
    with JournalLock(tmp_path):
        assert len(tries) == 2
        assert (tmp_path / ".lock").exists()


def test_a_lock_file_lost_while_waiting_gives_no_new_patience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, waits = iter([False, True, False, False]), list[float]()

    def lock_and_lose(_: int) -> bool:
        answer = next(answers)
        if answer:
            (tmp_path / ".lock").unlink()
        return answer

    monkeypatch.setattr(lock, "try_lock", lock_and_lose)
    times = iter([0.0, 0.5, 1.0, 2.5])
    with (
        pytest.raises(JournalLockedError),
        JournalLock(tmp_path, wait_seconds=2.0, sleep=waits.append, clock=lambda: next(times)),
    ):
        pytest.fail("held")
    assert len(waits) == 2


@pytest.mark.parametrize("call", ["open", "stat"])
def test_a_lock_file_we_may_not_use_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "")

    monkeypatch.setattr(os, call, refuse)
    with (
        pytest.raises(SaveFailedError, match=r"\.lock could not be written"),
        JournalLock(tmp_path),
    ):
        pytest.fail("held")


def test_a_system_that_cannot_lock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(kernel_lock, "flock", refuse)
    with pytest.raises(SaveFailedError, match="No locks available"), JournalLock(tmp_path):
        pytest.fail("held")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EAGAIN])
def test_a_lock_that_somebody_else_has_is_waited_for_however_the_system_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(kernel_lock, "flock", refuse)
    with pytest.raises(JournalLockedError), JournalLock(tmp_path, wait_seconds=0):
        pytest.fail("held")


def test_the_lock_is_freed_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), JournalLock(tmp_path):
        raise ZeroDivisionError
    with JournalLock(tmp_path, wait_seconds=0):
        pass


def test_a_folder_that_is_not_there_is_made_or_told(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    with pytest.raises(SaveFailedError, match="The folder is gone"), JournalLock(folder):
        pytest.fail("held")
    with JournalLock(folder, make_folder=folder.mkdir):
        assert (folder / ".lock").exists()


def test_an_interrupt_while_the_name_is_written_lets_the_next_one_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(lock, "_name_holder", interrupt)
        with pytest.raises(KeyboardInterrupt), JournalLock(tmp_path):
            pytest.fail("held")
    with JournalLock(tmp_path, wait_seconds=0):
        pass


def test_a_lock_file_that_another_took_the_place_of_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[int]()

    def lock_and_lose(descriptor: int) -> bool:
        tries.append(descriptor)
        locked = try_lock(descriptor)
        if len(tries) == 1:
            (tmp_path / "other").write_bytes(b"")
            (tmp_path / "other").replace(tmp_path / ".lock")
        return locked

    monkeypatch.setattr(lock, "try_lock", lock_and_lose)
    with JournalLock(tmp_path):
        assert len(tries) == 2


def test_a_lock_that_cannot_be_let_go_is_let_go_by_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as patch:
        patch.setattr(lock, "unlock", refuse)
        with JournalLock(tmp_path):
            pass
    with JournalLock(tmp_path, wait_seconds=0):
        pass


def test_one_lock_is_held_again_and_again_and_names_its_holder_once(tmp_path: Path) -> None:
    held = JournalLock(tmp_path)
    with held:
        named = (tmp_path / ".lock").read_bytes()
        before = (tmp_path / ".lock").stat().st_mtime_ns
    with held:
        assert (tmp_path / ".lock").stat().st_mtime_ns == before
    (tmp_path / ".lock").write_bytes(b"\0" * 8 + b"process 1 on another".ljust(160))
    with held:
        assert (tmp_path / ".lock").read_bytes() == named
