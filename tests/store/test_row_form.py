"""A row proves by its last cell that it is whole."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.store.row_form import (
    END_MARK,
    end_mark,
    is_whole,
    revision_of,
    row_bytes,
    same_row,
    version_of,
)
from tests.store.examples import texts

rows = st.lists(texts.map(lambda text: text.replace("\r", "")), min_size=1, max_size=6)


@given(rows, st.data())
def test_a_row_is_whole_until_one_of_its_cells_changes(
    cells: list[str], data: st.DataObject
) -> None:
    mark = end_mark(cells)
    assert END_MARK.fullmatch(mark)
    assert is_whole(cells, mark)

    place = data.draw(st.integers(0, len(cells) - 1))
    changed = [*cells]
    changed[place] += "x"
    assert not is_whole(changed, mark)


def test_cells_that_move_to_the_next_column_break_the_mark() -> None:
    assert end_mark(["one", "", "two"]) != end_mark(["one", "two", ""])
    assert end_mark(["one two"]) != end_mark(["one", "two"])


def test_a_column_added_later_leaves_old_rows_whole() -> None:
    assert is_whole(["a_x", "1", "words", "", ""], end_mark(["a_x", "1", "words"]))


@given(st.lists(rows, max_size=4), st.sampled_from(",;\t|"))
def test_rows_come_back_from_their_bytes(written: list[list[str]], separator: str) -> None:
    data = row_bytes(written, separator=separator)
    reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=separator)

    assert list(reader) == written
    assert data.count(b"\r\n") == len(written) or any(
        "\r" in cell for row in written for cell in row
    )


def test_two_rows_are_the_same_when_only_the_time_of_the_save_differs() -> None:
    assert same_row(["a", "1", "monday", "no", "words"], ["a", "1", "friday", "no", "words"])
    assert not same_row(["a", "1", "monday", "no", "words"], ["a", "1", "monday", "no", "other"])
    assert not same_row(["a", "1", "monday", "no"], ["a", "2", "monday", "no"])


@pytest.mark.parametrize(("cell", "revision"), [("1", 1), ("007", 7), ("999999999", 999999999)])
def test_a_revision_is_a_whole_number_from_one(cell: str, revision: int) -> None:
    assert revision_of(cell) == revision


@pytest.mark.parametrize("cell", ["", "0", "-1", "1.0", "²", "٤", "one", "1" * 10, "1" * 5000])
def test_anything_else_is_no_revision(cell: str) -> None:
    assert revision_of(cell) is None


def test_the_version_is_read_from_the_end_mark() -> None:
    assert version_of("e1_0123abcd") == 1
    assert version_of("e12_0123abcd") == 12
    assert version_of("e1_0123ABCD") is None
    assert version_of("") is None
