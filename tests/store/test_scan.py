"""The quick reader takes our own form to the byte, and hands over at anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.errors import NewerJournalError
from interview_journal.store import scan
from interview_journal.store.layout import canonical_header, canonical_layout
from interview_journal.store.pieces import Scan
from interview_journal.store.row_form import end_mark, row_bytes
from interview_journal.store.scan import Irregular, read_quickly
from interview_journal.store.table_rows import TableRows
from tests.store.examples import ANSWERS, answers, file_of, row_of

if TYPE_CHECKING:
    from pathlib import Path

TABLE = file_of(answers(4))
START = len(canonical_header(ANSWERS))


def quickly(folder: Path, data: bytes) -> tuple[TableRows, Scan]:
    path = folder / "answers.csv"
    path.write_bytes(data)
    rows = TableRows(ANSWERS)
    layout = canonical_layout(ANSWERS)
    return rows, read_quickly(path, layout, rows, start=START, stop=len(data), line=2)


def test_our_own_form_is_taken_to_its_end(tmp_path: Path) -> None:
    rows, end = quickly(tmp_path, TABLE)

    assert [entry.line for entry in rows.newest.values()] == [2, 4, 6, 8]
    assert (rows.row_count, rows.blank_rows, rows.problems) == (4, 0, [])
    assert end == Scan(len(TABLE), 10)


def test_only_what_was_there_at_the_look_is_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(TABLE + b"half a row of somebody els")
    rows = TableRows(ANSWERS)
    read_quickly(path, canonical_layout(ANSWERS), rows, start=START, stop=len(TABLE), line=2)
    assert rows.row_count == 4


def test_old_revisions_copies_and_empty_lines_are_taken_too(tmp_path: Path) -> None:
    one, two = answers(2)
    newer = row_of(one.with_changes(revision=2))
    body = row_bytes([row_of(one), newer]) + b"\r\n,,\r\n" + row_bytes([row_of(two), newer])
    rows, end = quickly(tmp_path, canonical_header(ANSWERS) + body)

    assert (rows.row_count, rows.blank_rows, len(rows.copies)) == (4, 1, 1)
    assert end.line == 12


def test_an_unfinished_row_is_left_at_the_end(tmp_path: Path) -> None:
    rows, end = quickly(tmp_path, TABLE[:-5])
    assert rows.row_count == 3
    assert end.torn == len(TABLE) - 5 - end.consumed


def test_a_row_that_merely_lacks_its_line_end_is_taken(tmp_path: Path) -> None:
    rows, end = quickly(tmp_path, TABLE.removesuffix(b"\r\n"))
    assert rows.row_count == 4
    assert (end.consumed, end.torn) == (len(TABLE) - 2, 0)


@pytest.mark.parametrize(
    "data",
    [
        TABLE.replace(b"Words 2", b"Other 2"),
        TABLE.replace(b"Words 2", b'Wor"ds 2'),
        TABLE.replace(b"Words 2", b"\xff\xfe 2"),
        TABLE.replace(b"\r\n", b",more\r\n", 3),
        TABLE + b"short,row\r\n",
    ],
    ids=["edited", "quote", "no text", "long", "short"],
)
def test_anything_else_is_handed_over(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(Irregular):
        quickly(tmp_path, data)


@pytest.mark.parametrize("place", [0, 1])
def test_a_fitting_mark_on_a_row_without_id_or_revision_is_handed_over(
    place: int, tmp_path: Path
) -> None:
    cells = row_of(answers(1)[0])[:-1]
    cells[place] = "" if place == 0 else "one"
    with pytest.raises(Irregular):
        quickly(tmp_path, canonical_header(ANSWERS) + row_bytes([[*cells, end_mark(cells)]]))


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NewerJournalError, match=r"answers\.csv was written by a newer version"):
        quickly(tmp_path, TABLE.replace(b'"e1_', b'"e2_'))


def test_a_long_tail_without_a_row_s_end_is_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "_TAIL_AT_MOST", 64)
    with pytest.raises(Irregular):
        quickly(tmp_path, TABLE + b"x" * 100)
    rows, end = quickly(tmp_path, TABLE[: START + 50])
    assert (rows.row_count, end.torn) == (0, 50)
