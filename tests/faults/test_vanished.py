"""Rows that somebody deleted outside: noticed in every session until the person answers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from interview_journal.core.records import Answer
from interview_journal.store.table_file import TableFile
from tests.faults.making import Clock, all_rows, an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from interview_journal.store.journal import Journal
    from interview_journal.store.known_ids import Glimpse


def _delete_rows(folder: Path, *words: str) -> None:
    """Delete rows as a person does in a text editor."""
    path = folder / "answers.csv"
    rows = path.read_bytes().split(b"\r\n")
    kept = [row for row in rows if not any(word.encode() in row for word in words)]
    path.write_bytes(b"\r\n".join(kept))


def _vanished(journal: Journal) -> set[str | None]:
    return {p.record_id for p in journal.problems if p.kind == "vanished"}


def test_a_deleted_row_is_missed_for_as_long_as_nobody_answers(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    _, first, given = furnish(open_at(folder, clock))
    _delete_rows(folder, given[1].id)
    for number in range(4):
        clock.forward(days=1)
        journal = open_at(folder, clock)
        assert _vanished(journal) == {given[1].id}
        journal.add(an_answer(20 + number, interview_id=first.id))
        assert _vanished(journal) == {given[1].id}
    assert open_at(folder).accept_missing() == (given[1].id,)
    assert not open_at(folder).problems


def test_a_deleted_row_is_missed_though_another_process_appended_meanwhile(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal, other = open_at(folder), open_at(folder)
    _, first, given = furnish(journal)
    other.refresh()
    _delete_rows(folder, given[0].id)
    other.add(an_answer(20, interview_id=first.id))
    journal.add(an_answer(21, interview_id=first.id))
    for looking in (journal, other, open_at(folder)):
        looking.refresh()
        assert _vanished(looking) == {given[0].id}
    assert other.bring_back() == ("answers.csv: 1 rows brought back from the backups",)
    for looking in (journal, other, open_at(folder)):
        looking.refresh()
        assert not looking.problems
        assert looking.get(Answer, given[0].id) == given[0]


def test_a_row_saved_by_a_process_that_died_before_the_cache_knew_is_missed_too(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "journal"
    journal, other = open_at(folder), open_at(folder)
    _, first, _ = furnish(journal)
    other.refresh()
    cache = (folder / ".known" / "answers.ids").read_bytes()
    dying = other.add(an_answer(20, interview_id=first.id))
    (folder / ".known" / "answers.ids").write_bytes(cache)
    journal.add(an_answer(21, interview_id=first.id))
    _delete_rows(folder, dying.id)
    assert _vanished(open_at(folder)) == {dying.id}


def test_the_newest_revision_deleted_shows_the_one_before_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    _, _, given = furnish(journal)
    changed = journal.revise(given[0], note="They smiled.")
    _delete_rows(folder, "They smiled.")
    fresh = open_at(folder)
    assert fresh.get(Answer, changed.id) == given[0]
    (problem,) = fresh.problems
    assert problem.found == "revision 2 is gone, 1 is shown"
    fresh.bring_back()
    assert fresh.get(Answer, changed.id) == changed
    assert len(all_rows(folder)) == 4


def test_nothing_is_missed_that_is_in_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    _, first, given = furnish(journal)
    journal.revise(given[0], note="Later.")
    # The cache is older than the table, and younger.
    cache = (folder / ".known" / "answers.ids").read_bytes()
    journal.add(an_answer(20, interview_id=first.id))
    (folder / ".known" / "answers.ids").write_bytes(cache)
    assert not open_at(folder).problems
    table = (folder / "answers.csv").read_bytes()
    (folder / "answers.csv").write_bytes(table.replace(b"\r\n", b"\n"))
    assert not _vanished(open_at(folder))


def test_a_row_that_comes_while_the_journal_is_opened_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    _, first, _ = furnish(journal)
    # An edit outside, so that the ids are compared one by one.
    table = (folder / "answers.csv").read_bytes()
    (folder / "answers.csv").write_bytes(table.replace(b"Because", b"Becos"))
    find, late = TableFile._find_missed, list[Any]()

    def find_late(file: TableFile, glimpse: Glimpse) -> dict[str, int]:
        if not late and file.path.name == "answers.csv":
            late.append(None)
            late.append(journal.add(an_answer(20, interview_id=first.id)))
        return find(file, glimpse)

    monkeypatch.setattr(TableFile, "_find_missed", find_late)
    reader = open_at(folder)
    assert not _vanished(reader)
    reader.refresh()
    assert late[1] in reader.answers
    assert not _vanished(reader)


def test_the_whole_table_deleted_is_brought_back(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    journal = open_at(folder, clock)
    _, first, given = furnish(journal)
    clock.forward(days=1)
    later = journal.add(an_answer(20, interview_id=first.id))
    journal.tidy()
    (folder / "answers.csv").unlink()
    fresh = open_at(folder, clock)
    assert _vanished(fresh) == {later.id, *(answer.id for answer in given)}
    fresh.bring_back()
    assert set(fresh.answers) == {later, *given}
    assert set(open_at(folder).answers) == {later, *given}


def test_what_is_in_no_backup_is_said_to_be_so(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    _, _, given = furnish(open_at(folder))
    _delete_rows(folder, given[0].id)
    shutil.rmtree(folder / "backups")
    journal = open_at(folder)
    assert journal.bring_back() == ("answers.csv: 1 rows are in no backup",)
    assert _vanished(open_at(folder)) == {given[0].id}


def test_rivals_that_vanished_both_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal, other = open_at(folder), open_at(folder)
    _, _, given = furnish(journal)
    other.refresh()
    journal.revise(given[0], note="One.")
    other.revise(given[0], note="Two.")
    _delete_rows(folder, given[0].id)
    fresh = open_at(folder)
    assert _vanished(fresh) == {given[0].id}
    fresh.bring_back()
    (conflict,) = fresh.conflicts
    assert {record.note for record in conflict.records if isinstance(record, Answer)} == {
        "One.",
        "Two.",
    }


def test_a_table_that_cannot_be_read_misses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    furnish(open_at(folder))
    table = (folder / "answers.csv").read_bytes()
    (folder / "answers.csv").write_bytes(b"PK\x03\x04 a workbook")
    journal = open_at(folder)
    assert not _vanished(journal)
    assert journal.bring_back() == ()
    assert journal.accept_missing() == ()
    (folder / "answers.csv").write_bytes(table)
    assert not open_at(folder).problems
