"""Every file that holds rows is found, and what crashes left half-made goes."""

from __future__ import annotations

import errno
import os
import time
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.tables import TABLES
from interview_journal.store.kept_files import kept_tables, leftovers, table_of_copy
from interview_journal.store.second_copy import SecondCopy
from tests.faults.making import EVENING, Clock, all_rows, an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("stem", "table"),
    [
        ("answers", "answers"),
        ("answers (1)", "answers"),
        ("answers-20260304T183000-1a2b", "answers"),
        ("history-answers-20260304T183000-1a2b", "answers"),
        ("20260304T183000-question_links 2", "question_links"),
        ("peoples", None),
        ("notes", None),
    ],
)
def test_a_copy_is_known_by_its_name(stem: str, table: str | None) -> None:
    found = table_of_copy(stem)
    assert (found.name if found else None) == table


def test_every_file_with_rows_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    journal = open_at(folder, clock)
    _, _, given = furnish(journal)
    journal.revise(given[0], note="Again.")
    journal.tidy()
    clock.forward(days=1)
    journal.add(an_answer(9))
    (folder / "answers (1).csv").write_bytes((folder / "answers.csv").read_bytes())
    (folder / "my shopping.csv").write_bytes(b"milk\r\n")
    (folder / "backups" / "2026-03-05" / "notes.csv").write_bytes(b"")
    (folder / "backups" / "copies").mkdir()
    (folder / "backups" / "copies" / "20260304T183000-answers 2.csv").mkdir()
    found = {
        (table.name, path.relative_to(folder).parts[:-1]) for table, path in kept_tables(folder)
    }
    assert ("answers", ("backups", "saves", "2026-03-04")) in found
    assert ("answers", ("backups", "saves", "2026-03-05")) in found
    assert ("answers", ("history",)) in found
    assert ("answers", ("backups", "2026-03-05")) in found
    assert ("answers", ("backups", "rewrites")) in found
    assert ("answers", ()) in found
    assert ("answers", ("backups", "copies")) not in found


def test_what_a_crash_left_half_made_goes_with_the_next_session(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    furnish(journal)
    journal.drafts.keep("record", {"answer": "half a thought"})
    old = folder / "drafts" / ".record.json.0123456789abcdef.new"
    left = [
        folder / ".answers.csv.0123456789abcdef.new",
        folder / ".known" / ".answers.ids.0123456789abcdef.new",
        folder / "backups" / ".2026-03-04.01234567.new",
        old,
    ]
    for path in left:
        path.write_bytes(b"words")
    left[2].unlink()
    left[2].mkdir()
    (left[2] / "answers.csv").write_bytes(b"words")
    young = folder / "drafts" / ".record.json.fedcba9876543210.new"
    young.write_bytes(b"words just now")
    mine = folder / ".mine.new"
    mine.write_bytes(b"not ours")
    hours_ago = time.time() - 7200
    os.utime(old, (hours_ago, hours_ago))
    assert set(leftovers(folder)) == {*left, young}
    journal.add(an_answer(8))
    open_at(folder).add(an_answer(9))
    assert set(leftovers(folder)) == {young}
    assert mine.exists()


def test_a_leftover_that_cannot_be_removed_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    furnish(open_at(folder))
    left = folder / ".answers.csv.0123456789abcdef.new"
    left.write_bytes(b"words")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.unlink", refuse)
        saved = open_at(folder).add(an_answer(9))
    assert left.exists()
    assert saved in open_at(folder).answers


def test_a_second_copy_that_was_cut_does_not_take_the_next_row_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    one = journal.add(an_answer(1))
    copy = folder / "backups" / "saves" / "2026-03-04" / "answers.csv"
    copy.write_bytes(copy.read_bytes()[:-9])
    two = open_at(folder).add(an_answer(2))
    assert [row[0] for row in all_rows(copy.parent)] == [two.id]
    assert one.id.encode() in copy.read_bytes()


def test_a_second_copy_on_a_full_disk_keeps_no_half_of_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = SecondCopy(tmp_path / "backups", TABLES["answers"])
    assert copy.keep(b'"one"\r\n', EVENING.date())
    path = tmp_path / "backups" / "saves" / "2026-03-04" / "answers.csv"
    before, real = path.read_bytes(), os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
        assert not copy.keep(b'"two"\r\n', EVENING.date())
    assert path.read_bytes() == before
    assert copy.keep(b'"three"\r\n', EVENING.date())
    assert path.read_bytes() == before + b'"three"\r\n'


def test_a_second_copy_follows_the_day_and_not_the_layout(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    open_at(folder, clock).add(an_answer(1))
    table = folder / "answers.csv"
    table.write_bytes(table.read_bytes().replace(b'","', b'";"'))
    clock.forward(days=1)
    two = open_at(folder, clock).add(an_answer(2))
    assert b'";"' in table.read_bytes().splitlines()[-1]
    copy = folder / "backups" / "saves" / "2026-03-05" / "answers.csv"
    assert f'"{two.id}","1"'.encode() in copy.read_bytes()


def test_a_second_copy_that_is_refused_is_only_said_to_be(tmp_path: Path) -> None:
    copy = SecondCopy(tmp_path / "backups", TABLES["answers"])
    (tmp_path / "backups").write_bytes(b"")
    assert not copy.keep(b"row", EVENING.date())


def test_only_what_stands_at_the_end_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, day = SecondCopy(tmp_path / "backups", TABLES["answers"]), EVENING.date()
    path = tmp_path / "backups" / "saves" / "2026-03-04" / "answers.csv"
    assert copy.keep(b'"one"\r\n', day)
    first = path.read_bytes()
    copy.take_back(b'"two"\r\n')
    assert path.read_bytes() == first
    assert copy.keep(b'"two"\r\n', day)
    copy.take_back(b'"two"\r\n')
    assert path.read_bytes() == first
    assert copy.keep(b'"three"\r\n', day)
    assert path.read_bytes() == first + b'"three"\r\n'

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "")

    monkeypatch.setattr(os, "open", refuse)
    copy.take_back(b'"three"\r\n')
    monkeypatch.undo()
    assert path.read_bytes() == first + b'"three"\r\n'
