"""What a save leaves beside its table goes with it when it fails, and nothing else does."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.tables import TABLES
from interview_journal.errors import SaveFailedError
from interview_journal.store import appending, disk
from interview_journal.store.beside import RowsBeside
from interview_journal.store.second_copy import SecondCopy
from tests.faults.making import EVENING, an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "journal"
    furnish(open_at(folder))
    return folder


def _beside(folder: Path) -> tuple[bytes, bytes]:
    saves = folder / "backups" / "saves" / EVENING.date().isoformat()
    known = folder / ".known" / "answers.ids"
    return (saves / "answers.csv").read_bytes(), known.read_bytes()


def _vanished(folder: Path) -> list[str | None]:
    return [p.record_id for p in open_at(folder).problems if p.kind == "vanished"]


def _refuse(*_: object) -> None:
    raise OSError(errno.EIO, "")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("call", ["sync_file", "check_read_back"])
def test_a_row_that_the_disk_refused_is_in_no_copy_and_not_missed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    journal = open_at(folder)
    before = _beside(folder)
    with monkeypatch.context() as patch:
        real, calls = getattr(appending, call), list[int]()

        def refuse_once(*given: object) -> object:
            calls.append(1)
            if len(calls) == 1:
                raise OSError(errno.EIO, "")
            return real(*given)

        patch.setattr(appending, call, refuse_once)
        with pytest.raises(SaveFailedError):
            journal.add(an_answer(20))
    assert _beside(folder) == before
    assert _vanished(folder) == []
    saved = journal.add(an_answer(20))
    assert all(saved.id.encode() in data for data in _beside(folder))


def test_an_interrupted_row_is_in_no_copy_and_not_missed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    before = _beside(folder)
    with monkeypatch.context() as patch:
        patch.setattr(appending, "check_read_back", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            journal.add(an_answer(20))
    assert _beside(folder) == before
    assert _vanished(folder) == []


def test_a_row_that_never_reached_its_table_takes_no_other_row_with_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    journal.add(an_answer(20))
    before = _beside(folder)
    with monkeypatch.context() as patch:
        patch.setattr(appending, "write_all", _refuse)
        with pytest.raises(SaveFailedError):
            journal.add(an_answer(21))
    assert _beside(folder) == before


def test_a_table_replaced_while_a_row_is_saved_has_it_once_everywhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    table, real, calls = folder / "answers.csv", disk.sync_file, list[int]()
    other = folder / "other"

    def replace_once(descriptor: int) -> None:
        real(descriptor)
        if not calls:
            calls.append(1)
            other.write_bytes(before)
            other.replace(table)

    before = table.read_bytes()
    monkeypatch.setattr(appending, "sync_file", replace_once)
    saved = journal.add(an_answer(20))
    assert table.read_bytes().count(saved.id.encode()) == 1
    copy, known = _beside(folder)
    assert copy.count(saved.id.encode()) == known.count(saved.id.encode()) == 1
    assert _vanished(folder) == []


def test_what_others_added_behind_a_copy_is_not_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    path.write_bytes(b"theirs")
    appending.take_back(str(path), b"longer than all of it")
    appending.take_back(str(path), b"ours")
    appending.take_back(str(tmp_path / "gone"), b"ours")
    assert path.read_bytes() == b"theirs"


def test_rows_without_a_copy_and_a_cache_leave_nothing(tmp_path: Path) -> None:
    beside = RowsBeside([["a_x", "1", "e"]], b"row", EVENING.date(), copy=None, known=None)
    beside.keep()
    beside.take_back()
    assert not beside.is_told
    assert list(tmp_path.iterdir()) == []


def test_a_copy_taken_back_before_it_was_ever_begun_stays_away(tmp_path: Path) -> None:
    SecondCopy(tmp_path, TABLES["answers"]).take_back(b"row")
    assert list(tmp_path.iterdir()) == []
