"""A look brings what changed, and only that, whatever happened to the file meanwhile."""

from __future__ import annotations

import errno
import itertools
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.errors import NewerJournalError, SaveFailedError
from interview_journal.store import table_reader
from interview_journal.store.row_form import row_bytes
from interview_journal.store.table_reader import Change, TableReader
from tests.store.examples import ANSWERS, answers, file_of, reader_of, row_of

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = file_of(answers(5))
OTHER_FIFTH = answers(5)[4].with_changes(answer="Other 4,\nand more.")
EVERYTHING = Change(everything=True)


def append(reader: TableReader, data: bytes) -> None:
    with reader.path.open("ab") as file:
        file.write(data)


def rows_in(reader: TableReader) -> list[str]:
    return [*reader.rows.newest]


def test_a_second_look_brings_nothing(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, TABLE)
    assert reader.look() == Change()


def test_a_table_without_a_file_is_empty_until_one_appears(tmp_path: Path) -> None:
    reader = TableReader(tmp_path / "answers.csv", ANSWERS)
    assert reader.look() == EVERYTHING
    assert reader.look() == Change()
    assert reader.is_absent

    reader.path.write_bytes(TABLE)
    assert reader.look() == EVERYTHING
    assert len(rows_in(reader)) == 5

    reader.path.unlink()
    assert reader.look() == EVERYTHING
    assert rows_in(reader) == []


def test_what_another_process_appended_is_taken_without_reading_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_of(tmp_path, TABLE)
    *_, sixth, seventh = answers(7)
    append(reader, row_bytes([row_of(sixth), row_of(seventh)]))

    monkeypatch.setattr(table_reader, "load_table", lambda *_: pytest.fail("read whole"))
    assert set(reader.look().record_ids) == {sixth.id, seventh.id}
    assert rows_in(reader)[-2:] == [sixth.id, seventh.id]
    assert reader.rows.newest[seventh.id].line == 14


def test_many_appended_rows_are_read_with_the_rest(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, TABLE)
    long = answers(7, answer="x" * 600_000)[5:]
    append(reader, row_bytes(map(row_of, long)))

    assert reader.look() == EVERYTHING
    assert len(rows_in(reader)) == 7


@pytest.mark.parametrize("layout", ["ours", "reordered"])
def test_a_row_that_is_being_written_is_waited_for(layout: str, tmp_path: Path) -> None:
    order = [*range(len(ANSWERS.header))] if layout == "ours" else [7, *range(7), *range(8, 15)]
    first, second = ([row_of(one)[place] for place in order] for one in answers(2))
    head = row_bytes([[ANSWERS.header[place] for place in order]])
    whole = row_bytes([second])
    for cut in range(1, len(whole)):
        reader = reader_of(tmp_path, head + row_bytes([first]))
        append(reader, whole[:cut])
        reader.look()
        assert reader.rows.row_count - len(reader.rows.copies) <= 2
        append(reader, whole[cut:])
        reader.look()
        assert rows_in(reader) == ["a_aa", "a_ab"], cut
        assert not reader.rows.problems
        assert reader.torn_bytes == 0


def write_in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def put_in_its_place(path: Path, data: bytes) -> None:
    path.with_name("new").write_bytes(data)
    path.with_name("new").replace(path)


@pytest.mark.parametrize(
    ("change", "data"),
    [
        (write_in_place, file_of(answers(6, note="Other."))),
        (write_in_place, file_of([*answers(4), OTHER_FIFTH, answers(6)[5]])),
        (write_in_place, file_of(answers(2))),
        (write_in_place, TABLE.replace(b"Words 3", b"Other 3")),
        (put_in_its_place, TABLE),
        (put_in_its_place, file_of(answers(6)).replace(b"Words 1", b"Other 1")),
    ],
    ids=[
        "longer",
        "longer, cut at the same place",
        "shorter",
        "same size",
        "same words",
        "longer with the same end",
    ],
)
def test_a_file_that_was_written_anew_is_read_whole(
    change: Callable[[Path, bytes], None], data: bytes, tmp_path: Path
) -> None:
    reader = reader_of(tmp_path, TABLE)
    change(reader.path, data)
    os.utime(reader.path, ns=(1, 1))

    assert reader.look() == EVERYTHING
    fresh = TableReader(reader.path, ANSWERS)
    fresh.look()
    assert reader.rows.newest == fresh.rows.newest


@settings(max_examples=60, deadline=None)
@given(cuts=st.lists(st.integers(1, len(TABLE) - 1), max_size=4))
def test_a_table_read_in_pieces_is_the_same_as_read_at_once(cuts: list[int]) -> None:
    places = [0, *sorted(set(cuts)), len(TABLE)]
    with tempfile.TemporaryDirectory() as folder:
        reader = reader_of(Path(folder), b"")
        for start, stop in itertools.pairwise(places):
            append(reader, TABLE[start:stop])
            reader.look()
        fresh = TableReader(reader.path, ANSWERS)
        fresh.look()

    assert reader.rows.newest == fresh.rows.newest
    assert len(rows_in(reader)) == 5
    assert not reader.rows.problems
    assert not reader.rows.edited


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ELOOP])
def test_a_file_the_system_does_not_let_us_read_is_a_problem_until_it_does(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_of(tmp_path, TABLE)

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(table_reader, "stat_of", refuse)
        assert reader.look() == EVERYTHING
        assert rows_in(reader) == []
        assert os.strerror(number) in "".join(p.found for p in [reader.refusal] if p)
        assert not reader.is_unchanged()
        assert reader.look() == EVERYTHING
    assert reader.look() == EVERYTHING
    assert len(rows_in(reader)) == 5
    assert reader.refusal is None
    assert reader.is_unchanged()


def test_an_error_without_a_number_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("odd")

    monkeypatch.setattr(table_reader, "load_table", refuse)
    reader = reader_of(tmp_path, TABLE)
    assert reader.refusal is not None
    assert "unknown reason" in reader.refusal.found


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to nothing"])
def test_what_is_no_file_is_not_opened(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(tmp_path / "nowhere")
    reader = TableReader(path, ANSWERS)
    reader.look()

    assert rows_in(reader) == []
    assert (reader.refusal is None) == (kind == "link to nothing")
    if reader.refusal is not None:
        assert "not a file" in reader.refusal.found


def test_a_link_to_a_table_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_bytes(TABLE)
    (tmp_path / "answers.csv").symlink_to(tmp_path / "elsewhere.csv")
    reader = TableReader(tmp_path / "answers.csv", ANSWERS)
    reader.look()

    assert len(rows_in(reader)) == 5


@pytest.mark.parametrize("broken", [False, True])
def test_a_newer_version_s_row_is_refused_politely_and_the_file_left_alone(
    broken: bool, tmp_path: Path
) -> None:
    before, _, mark = TABLE.rpartition(b"e1_")
    newer = before + b"e2_" + mark
    if broken:
        newer = newer.replace(b"Words 0", b'Words "0')
    (tmp_path / "answers.csv").write_bytes(newer)
    reader = TableReader(tmp_path / "answers.csv", ANSWERS)

    for _ in range(2):
        with pytest.raises(NewerJournalError, match="format 2"):
            reader.look()
    assert reader.path.read_bytes() == newer


def test_a_newer_version_s_row_that_is_added_is_refused(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, TABLE)
    append(reader, row_bytes([row_of(answers(6)[5])]).replace(b'"e1_', b'"e2_'))
    with pytest.raises(NewerJournalError):
        reader.look()


def test_the_history_of_an_id_holds_every_row_of_it_in_the_order_of_the_file(
    tmp_path: Path,
) -> None:
    first, second = answers(2)
    changed = first.with_changes(revision=2, note="Changed.")
    reader = reader_of(tmp_path, file_of([first, second, changed]))

    assert [(e.revision, e.line) for e in reader.history(first.id)] == [(1, 2), (2, 6)]
    assert set(reader.histories({first.id, second.id})) == {first.id, second.id}
    assert reader.history("a_none") == []


def test_the_history_of_a_file_that_is_gone_is_empty_and_its_parts_are_refused(
    tmp_path: Path,
) -> None:
    reader = reader_of(tmp_path, TABLE)
    reader.path.unlink()

    assert reader.history("a_aa") == []
    with pytest.raises(SaveFailedError):
        reader.segments()


def test_the_torn_end_of_a_file_that_is_gone_cannot_be_read(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, TABLE[:-20])
    assert reader.torn_bytes > 0
    reader.path.unlink()
    with pytest.raises(SaveFailedError):
        reader.read_torn()


def test_a_table_refused_from_outside_gives_no_parts(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, TABLE)
    reader.refuse("a table of a newer version")

    assert reader.segments().parts == []
    assert reader.refusal is not None
    assert "newer version" in reader.refusal.sentence
