"""The first journal ever written opens for ever, with exactly what was put in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from interview_journal.core.records import Answer, Application
from interview_journal.core.tables import TABLES
from interview_journal.store.journal import Journal
from tests.programs import CHECKOUT
from tests.store.journal_v1 import EVENING, LATER, RECORDS, REVISED, RIVALS

KEPT = CHECKOUT / "tests" / "data" / "journal_v1"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    folder = tmp_path / "journal"
    shutil.copytree(KEPT, folder)
    return Journal(folder, now=lambda: LATER)


def test_every_table_and_every_field_has_something_to_show() -> None:
    assert {record.table for record in RECORDS} == set(TABLES)
    for name, table in TABLES.items():
        for column in table.content_columns:
            held = [getattr(r, column.name) for r in RECORDS if r.table == name]
            # What came after that journal is empty in it.
            assert any(value not in (None, "") for value in held) != column.is_later


def test_every_record_comes_back_as_it_was_put_in(journal: Journal) -> None:
    for record in RECORDS:
        expected = record.as_saved(revision=1, saved_at=EVENING)
        past = journal.history(record)
        assert past[0] == expected
        shown = journal.get(type(record), record.id)
        assert shown is not None
        if record.id not in ("a_na", "a_gone", "p_lab"):
            assert shown == expected
            assert past == (expected,)
    assert not journal.problems


def test_it_is_opened_without_a_word_and_without_a_byte_written(journal: Journal) -> None:
    before = {path: path.read_bytes() for path in KEPT.rglob("*") if path.is_file()}
    assert [one.place for one in journal.interviews] == ["", ""]
    assert not journal.problems
    for path, data in before.items():
        assert (journal.path / path.relative_to(KEPT)).read_bytes() == data


def test_a_round_gets_a_place_in_it(journal: Journal) -> None:
    old = (journal.path / "interviews.csv").read_bytes()
    first, second = journal.interviews
    journal.revise(second, place="Room 4, Dock Road")
    again = Journal(journal.path, now=lambda: LATER)
    assert not again.problems
    assert [one.place for one in again.interviews] == ["", "Room 4, Dock Road"]
    assert again.interviews[0] == first
    (kept,) = (journal.path / "backups" / "rewrites").glob("interviews-*.csv")
    assert kept.read_bytes() == old


def test_its_past_its_removal_and_its_conflict_are_there(journal: Journal) -> None:
    revised = journal.get(Answer, "a_na")
    assert revised is not None
    assert (revised.revision, revised.note, revised.answer) == (2, REVISED, "None")
    assert [answer.id for answer in journal.removed(Answer)] == ["a_gone"]
    (conflict,) = journal.conflicts
    assert conflict.revision == 2
    assert tuple(r.notes for r in conflict.records if isinstance(r, Application)) == RIVALS
    assert [a.id for a in journal.answers] == ["a_nights", "a_na"]


def test_it_can_be_written_on(journal: Journal) -> None:
    before = {path.name: path.read_bytes() for path in journal.path.glob("*.csv")}
    (conflict,) = journal.conflicts
    chosen = conflict.records[1]
    journal.settle(conflict, chosen)
    journal.restore(journal.removed(Answer)[0])
    assert not journal.conflicts
    for name, data in before.items():
        assert (journal.path / name).read_bytes().startswith(data)
    assert not Journal(journal.path, now=lambda: LATER).problems


def test_the_kept_files_are_byte_for_byte_ours() -> None:
    names = {path.relative_to(KEPT).as_posix() for path in KEPT.rglob("*") if path.is_file()}
    assert names == {
        "datapackage.json",
        "history/answers.csv",
        *(table.file_name for table in TABLES.values()),
    }
    for path in KEPT.rglob("*.csv"):
        data = path.read_bytes()
        assert data.startswith(b'\xef\xbb\xbf"id","revision","saved_at","removed",')
        assert data.endswith(b'"\r\n')
