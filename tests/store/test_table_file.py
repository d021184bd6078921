"""A table's file that others change, close or replace while it is looked at."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer
from interview_journal.core.tables import TABLES
from interview_journal.store import table_file
from interview_journal.store.known_ids import KnownRow
from interview_journal.store.table_file import TableFile
from interview_journal.store.table_reader import TableReader
from tests.faults.making import EVENING, an_answer, furnish, open_at

if TYPE_CHECKING:
    import os
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "journal"
    furnish(open_at(folder))
    return folder


def _replace(folder: Path) -> None:
    beside = folder / "beside.tmp"
    shutil.copy(folder / "answers.csv", beside)
    beside.replace(folder / "answers.csv")


def test_a_file_put_in_its_place_while_it_was_read_is_read_instead(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, loads = TableReader._load, []

    def load(reader: TableReader) -> None:
        real(reader)
        loads.append(reader)
        if len(loads) == 1:
            _replace(folder)

    monkeypatch.setattr(TableReader, "_load", load)
    file = TableFile(folder, TABLES["answers"])
    file.look()
    assert len(loads) == 2
    assert len(file.rows.newest) == 3
    assert file.is_unchanged()


def test_a_file_that_never_stands_still_is_read_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = TableReader._load

    def load(reader: TableReader) -> None:
        real(reader)
        _replace(folder)

    monkeypatch.setattr(TableReader, "_load", load)
    file = TableFile(folder, TABLES["answers"])
    file.look()
    assert len(file.rows.newest) == 3
    assert not file.is_unchanged()


def test_a_file_that_closes_itself_to_us_is_no_reason_to_stop(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = TableFile(folder, TABLES["answers"])

    def refuse(_: Path) -> os.stat_result:
        raise OSError(errno.EACCES, "")

    monkeypatch.setattr(table_file, "stat_of", refuse)
    file.look()
    assert len(file.rows.newest) == 3


def test_a_tail_that_cannot_be_read_counts_as_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = TableFile(folder, TABLES["answers"])
    file.look()

    def refuse(*_: int) -> bytes:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(file, "_read", refuse)
    assert not file._carries(KnownRow("a_x", 1, 100, "e1_00000000"))


def test_nothing_is_cut_where_nothing_is_torn(folder: Path) -> None:
    file = TableFile(folder, TABLES["answers"])
    file.cut_torn()
    file.look()
    before = (folder / "answers.csv").read_bytes()
    file.cut_torn()
    assert (folder / "answers.csv").read_bytes() == before


def test_a_folder_gone_in_the_middle_of_a_save_has_no_time(folder: Path) -> None:
    journal = open_at(folder)
    saved = journal.add(an_answer(9))
    assert journal.get(Answer, saved.id) == saved
    shutil.rmtree(folder)
    assert journal._writer._folder_changed() is None


def test_a_table_nobody_asks_about_takes_in_others_rows_all_the_same(folder: Path) -> None:
    file = TableFile(folder, TABLES["answers"])
    file.look()
    saved = open_at(folder).add(an_answer(9))
    file.look()
    row = [*file.rows.newest[saved.id].cells]
    file.append([["a_copy", *row[1:]]], day=EVENING.date())
    assert len(file.rows.newest) == 5
    assert (folder / "answers.csv").read_bytes().count(b"a_copy") == 1
