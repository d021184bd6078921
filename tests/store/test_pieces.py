"""A piece of any shape: certain rows taken, others reported, the end found to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_journal.errors import NewerJournalError
from interview_journal.store.encodings import BOM
from interview_journal.store.layout import Layout, canonical_layout, find_layout
from interview_journal.store.pieces import Scan, count_rows, cut_piece, read_piece
from interview_journal.store.row_form import row_bytes
from interview_journal.store.table_rows import TableRows
from tests.store.examples import ANSWERS, HEADER, answers, row_of
from tests.store.test_spreadsheet_copies import copy_of

PATH = Path("answers.csv")
OURS = canonical_layout(ANSWERS)
BODY = row_bytes(map(row_of, answers(3)))


def test_the_line_after_the_piece_is_counted() -> None:
    assert cut_piece(BODY, OURS, line=2)[1] == Scan(len(BODY), 8)
    assert cut_piece(BODY[:-2], OURS, line=2)[1] == Scan(len(BODY) - 2, 7)
    torn = BODY[:-20]
    end = cut_piece(torn, OURS, line=2)[1]
    assert (end.line, end.torn + end.consumed) == (6, len(torn))
    assert cut_piece(b"", OURS, line=2)[1] == Scan(0, 2)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_half_a_character_at_the_end_of_utf_16_is_torn(encoding: str) -> None:
    text = copy_of([HEADER, *map(row_of, answers(2))]).decode()
    header, _, body = text.partition("\n")
    layout = find_layout(ANSWERS, (header + "\n").encode(encoding), encoding)
    assert isinstance(layout, Layout)
    data = body.encode(encoding)

    for extra in (b"", b"\0", b"x", b"a\0b"):
        segments, end = cut_piece(data + extra, layout, line=2)
        assert len(segments.rows) == 2
        assert (end.consumed, end.torn) == (len(data), len(extra))


def test_each_stretch_is_a_located_problem() -> None:
    rows = TableRows(ANSWERS)
    end = read_piece(PATH, BODY + b"one,two\r\n", OURS, rows, line=2)

    (problem,) = rows.problems
    assert (problem.line, problem.expected, problem.row_count) == (8, "a row of 15 cells", 1)
    assert (rows.row_count, end.stretches) == (3, 1)


def test_a_newer_row_is_refused_among_bad_ones() -> None:
    data = b"one,two\r\n" + BODY.replace(b'"e1_', b'"e2_')
    with pytest.raises(NewerJournalError):
        read_piece(PATH, data, OURS, TableRows(ANSWERS), line=2)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b"", 0),
        (b"header\n", 0),
        (b"header\none\n\n , ,\ntwo", 2),
        (BOM + b'header\n"one\ntwo",x\n', 1),
        (b"header\n" + b'"open\n' * 3, 2),
        (b"header\n\0\0\n", 0),
    ],
)
def test_rows_of_a_foreign_file_are_counted_as_csv_reads_them(data: bytes, count: int) -> None:
    assert count_rows(data, "utf-8") == count
