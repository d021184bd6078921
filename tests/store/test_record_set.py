"""Rows become records once, and one that cannot hides nothing that can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.core import records as rec
from interview_journal.core.tables import TABLES
from interview_journal.store.record_set import faults_in, record_of
from interview_journal.store.table_rows import Entry
from tests.store.examples import ANSWERS, HEADER, answers, example, file_of, open_at, row_of
from tests.store.test_spreadsheet_copies import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal


def bad(record: rec.Answer, cell: str = "six", column: str = "position") -> list[str]:
    row = row_of(record)
    row[HEADER.index(column)] = cell
    return row


def journal_of(folder: Path, *rows: list[str]) -> Journal:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "answers.csv").write_bytes(copy_of([HEADER, *rows]))
    return open_at(folder)


def cells_told(journal: Journal) -> list[tuple[int | None, str | None]]:
    return [(p.line, p.column) for p in journal.problems if p.kind == "unreadable cell"]


def test_every_wrong_cell_of_a_row_is_told_and_the_row_counted_once() -> None:
    (one,) = answers(1)
    row = bad(one)
    row[HEADER.index("response_type")] = "song"
    row[HEADER.index("asked_by")] = "=1+1"
    row[HEADER.index("topic")] = "\0 not text"
    problems = faults_in(ANSWERS, Entry(1, row, 7))

    assert [(p.line, p.column, p.found, p.row_count) for p in problems] == [
        (7, "position", '"six"', 1),
        (7, "topic", "text of 10 characters", 0),
        (7, "asked_by", '"=1+1"', 0),
        (7, "response_type", '"song"', 0),
    ]
    assert problems[0].remedy == "Correct the cell or leave it empty. The row is left as it is."
    assert problems[0].record_id == one.id


def test_a_required_cell_that_is_empty_is_told() -> None:
    row = row_of(example(rec.Setting, revision=1))
    row[4] = ""
    (problem,) = faults_in(TABLES["settings"], Entry(1, row, 3))
    assert (problem.column, problem.found, problem.expected) == (
        "name",
        "an empty cell",
        "some text",
    )
    assert problem.remedy == "Correct the cell. The row is left as it is."


def test_a_row_that_reads_well_has_no_faults() -> None:
    (one,) = answers(1)
    assert faults_in(ANSWERS, Entry(1, row_of(one), 2)) == []
    assert record_of(ANSWERS, row_of(one)) == one


def test_the_version_before_is_shown_while_the_newest_cannot_be_read(tmp_path: Path) -> None:
    (one,) = answers(1)
    second = one.with_changes(revision=2, note="Two.")
    third = one.with_changes(revision=3, note="Three.")
    journal = journal_of(tmp_path, row_of(one), row_of(second), bad(third))

    assert journal.answers == (second,)
    assert cells_told(journal) == [(6, "position")]
    fourth = journal.revise(second, note="Four.")
    assert (fourth.revision, open_at(tmp_path).answers) == (4, (fourth,))


def test_a_readable_rival_is_shown_when_the_one_saved_first_cannot_be_read(tmp_path: Path) -> None:
    (one,) = answers(1)
    other = one.with_changes(note="Other.")
    journal = journal_of(tmp_path, bad(one), row_of(other))

    assert journal.answers == (other,)
    assert cells_told(journal) == [(2, "position")]
    (conflict,) = journal.conflicts
    assert conflict.records == (other,)
    settled = journal.settle(conflict, other)
    assert open_at(tmp_path).answers == (settled,)


def test_a_rival_that_cannot_be_read_is_told_too(tmp_path: Path) -> None:
    (one,) = answers(1)
    journal = journal_of(tmp_path, row_of(one), bad(one.with_changes(note="Other.")))

    assert journal.answers == (one,)
    assert cells_told(journal) == [(4, "position")]


def test_rivals_of_which_none_can_be_read_are_told_and_no_conflict(tmp_path: Path) -> None:
    (one,) = answers(1)
    journal = journal_of(tmp_path, bad(one), bad(one, "seven"))

    assert journal.answers == ()
    assert journal.conflicts == ()
    assert cells_told(journal) == [(2, "position"), (4, "position")]


def test_versions_that_cannot_be_read_one_after_another_are_passed_over(tmp_path: Path) -> None:
    (one,) = answers(1)
    rows = [one.with_changes(revision=n + 1, note=str(n)) for n in range(4)]
    journal = journal_of(
        tmp_path, row_of(rows[0]), bad(rows[1]), bad(rows[2], "song", "response_type"), bad(rows[3])
    )
    assert journal.answers == (rows[0],)
    assert journal.get(rec.Answer, one.id) == rows[0]
    assert journal.get(rec.Answer, "a_none") is None


@pytest.mark.timeout(60)
def test_a_column_that_was_reformatted_everywhere_is_read_in_one_pass(tmp_path: Path) -> None:
    many = answers(676)
    newer = [bad(one.with_changes(revision=2)) for one in many]
    journal = journal_of(tmp_path, *map(row_of, many), *newer)

    assert journal.answers == tuple(many)
    assert len(cells_told(journal)) == 676


def test_a_record_made_once_is_the_same_object_until_its_row_changes(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_bytes(file_of(answers(2)))
    journal = open_at(tmp_path)
    first, second = journal.answers
    assert journal.answers[1] is second

    other = open_at(tmp_path)
    other.revise(other.answers[0], note="Changed elsewhere.")
    assert journal.refresh()
    assert journal.answers[1] is second
    assert journal.answers[0].note == "Changed elsewhere."
    assert first.note == ""
    assert not journal.refresh()
