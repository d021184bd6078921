"""A new row is appended without a look before: the append itself finds out what others did."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer
from interview_journal.errors import TableRefusedError
from interview_journal.store.table_reader import TableReader
from tests.faults.making import all_rows, an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "journal"
    furnish(open_at(folder))
    return folder


def _count_looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    looks: list[str] = []
    real = TableReader.look

    def look(reader: TableReader) -> object:
        looks.append(reader.path.name)
        return real(reader)

    monkeypatch.setattr(TableReader, "look", look)
    return looks


def test_a_row_nobody_knows_is_added_without_a_look(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    looks = _count_looks(monkeypatch)
    saved = journal.add(an_answer(20))
    assert looks == []
    assert journal.add(saved) == saved
    assert looks == ["answers.csv"]
    assert journal.answers == open_at(folder).answers


def test_what_another_process_saved_is_taken_in_by_an_add(folder: Path) -> None:
    journal, other = open_at(folder), open_at(folder)
    theirs = other.add(an_answer(20))
    ours = journal.add(an_answer(21))
    assert {theirs, ours} <= set(journal.answers)


def test_the_same_row_added_by_two_processes_is_one(folder: Path) -> None:
    journal, other = open_at(folder), open_at(folder)
    record = an_answer(20)
    assert other.add(record) == journal.add(record)
    assert [row[0] for row in all_rows(folder)].count(record.id) == 1


def test_a_row_added_elsewhere_with_other_words_is_a_rival(folder: Path) -> None:
    journal, other = open_at(folder), open_at(folder)
    record = an_answer(20)
    other.add(record)
    journal.add(record.with_changes(note="Other words."))
    assert len(journal.conflicts) == len(open_at(folder).conflicts) == 1


def test_an_edit_outside_that_keeps_the_size_is_taken_in_by_an_add(folder: Path) -> None:
    journal = open_at(folder)
    path = folder / "answers.csv"
    before = path.stat()
    edited = path.read_bytes().replace(b"Because I like", b"Although I eat", 1)
    with path.open("r+b") as file:
        file.write(edited)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert path.stat().st_size == before.st_size
    assert path.stat().st_ino == before.st_ino
    saved = journal.add(an_answer(20))
    assert any("Although I eat" in answer.answer for answer in journal.answers)
    assert journal.get(Answer, saved.id) == saved
    assert journal.answers == open_at(folder).answers


def test_a_table_that_could_not_be_read_is_looked_at_again_by_an_add(folder: Path) -> None:
    path = folder / "answers.csv"
    table = path.read_bytes()
    path.write_bytes(b"PK\x03\x04 a workbook")
    journal = open_at(folder)
    with pytest.raises(TableRefusedError):
        journal.add(an_answer(20))
    path.write_bytes(table)
    saved = journal.add(an_answer(20))
    assert saved in open_at(folder).answers


def test_a_table_that_went_away_is_missed_and_begun_anew_by_an_add(folder: Path) -> None:
    journal = open_at(folder)
    kept = {answer.id for answer in journal.answers}
    (folder / "answers.csv").unlink()
    saved = journal.add(an_answer(20))
    assert [answer.id for answer in journal.answers] == [saved.id]
    assert {p.record_id for p in journal.problems if p.kind == "vanished"} == kept
