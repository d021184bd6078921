"""Any table, opened and saved by a spreadsheet in any way, holds the same records."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core import records as rec
from interview_journal.store.record_set import record_of
from tests.store.examples import (
    ANSWERS,
    HEADER,
    answers,
    example,
    open_at,
    reader_of,
    records_of,
    row_of,
)

some_answers = st.lists(
    records_of(ANSWERS), min_size=1, max_size=6, unique_by=lambda record: record.id
)


def copy_of(rows: list[list[str]], **way: Any) -> bytes:
    """Return rows, the header first, as a spreadsheet writes them."""
    separator, line_end = way.get("separator", ","), way.get("line_end", "\n")
    # Some versions of csv do not quote LF where the line ends are CR.
    written_end = "\n" if line_end == "\r" else line_end
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=written_end)
    for row in rows:
        if any(row):
            writer.writerow(row)
        else:
            out.write(separator * (len(row) - 1) + written_end)
    text = out.getvalue()
    if line_end == "\r":
        text = text.replace("\n", "\r")
    return text.encode(way.get("encoding", "utf-8"))


@settings(max_examples=80, deadline=None)
@given(
    written=some_answers,
    separator=st.sampled_from(",;\t|"),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    order=st.permutations(range(len(HEADER) + 1)),
    own=st.sampled_from(["", "mood", "my notes on it"]),
    data=st.data(),
)
def test_a_copy_with_other_columns_lines_and_bytes_holds_the_same_records(
    written: list[rec.Answer],
    separator: str,
    line_end: str,
    encoding: str,
    order: list[int],
    own: str,
    data: st.DataObject,
) -> None:
    wide = [[*HEADER, own], *([*row_of(record), "mine" if own else ""] for record in written)]
    rows = [[row[place] for place in order] for row in wide]
    shuffled = data.draw(st.permutations(rows[1:]), label="rows")
    blanks = data.draw(st.lists(st.integers(1, len(written) + 1), max_size=2), label="blank rows")
    for place in sorted(blanks, reverse=True):
        shuffled.insert(place - 1, [""] * len(wide[0]))
    table = copy_of([rows[0], *shuffled], separator=separator, line_end=line_end, encoding=encoding)
    with tempfile.TemporaryDirectory() as folder:
        reader = reader_of(Path(folder), table)

    assert reader.refusal is None
    assert not reader.rows.problems
    assert {record_of(ANSWERS, entry.cells) for entry in reader.rows.newest.values()} == {*written}
    assert not reader.rows.edited
    assert not reader.torn_bytes
    assert reader.rows.blank_rows == len(blanks)


@settings(max_examples=80, deadline=None)
@given(written=some_answers, data=st.data())
def test_an_edited_cell_is_taken_and_reported_on_its_line(
    written: list[rec.Answer], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(written) - 1), label="row")
    column = data.draw(st.sampled_from(["question", "answer", "note"]), label="column")
    words = data.draw(
        st.text("abc ,\n\"'", min_size=1, max_size=20).filter(
            lambda text: text != getattr(written[number], column)
        ),
        label="words",
    )
    rows = [HEADER, *map(row_of, written)]
    rows[number + 1][HEADER.index(column)] = words
    table = copy_of(rows)
    line = len(list(io.StringIO(copy_of(rows[: number + 1]).decode(), newline=""))) + 1
    with tempfile.TemporaryDirectory() as folder:
        reader = reader_of(Path(folder), table)

    assert [(p.record_id, p.line) for p in reader.rows.edited] == [(written[number].id, line)]
    assert not reader.rows.problems
    for record, entry in zip(written, reader.rows.newest.values(), strict=True):
        expected = (
            record if record is not written[number] else record.with_changes(**{column: words})
        )
        assert record_of(ANSWERS, entry.cells) == expected


def test_an_edited_row_gets_a_new_revision_at_its_next_save(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    kept = journal.add(example(rec.Answer, question="Why?", answer="Because."))
    path = tmp_path / "answers.csv"
    path.write_bytes(path.read_bytes().replace(b"Because.", b"Money."))

    again = open_at(tmp_path)
    (edited,) = again.answers
    assert (edited.answer, edited.revision) == ("Money.", 1)
    assert [p.kind for p in again.problems if p.kind != "orphan"] == ["edited outside"]

    revised = again.revise(edited, note="Said calmly.")
    assert (revised.answer, revised.revision) == ("Money.", 2)
    assert [r.answer for r in again.history(revised)] == ["Money.", "Money."]
    assert kept.id == revised.id


def test_a_letter_that_windows_1252_lacks_is_reported_where_it_was_lost(tmp_path: Path) -> None:
    written = answers(4, answer="café – ok")
    written[2] = written[2].with_changes(answer="日本 and café")
    rows = [HEADER, *map(row_of, written)]
    text = copy_of(rows, separator=";").decode()
    reader = reader_of(tmp_path, text.encode("cp1252", "replace"))

    read = [record_of(ANSWERS, entry.cells) for entry in reader.rows.newest.values()]
    assert read[:2] + read[3:] == written[:2] + written[3:]
    assert read[2].answer == "?? and café"  # type: ignore[attr-defined]
    assert [place.record_id for place in reader.rows.edited] == [written[2].id]
    assert [notice.kind for notice in reader.notices] == ["other encoding"]


@pytest.mark.parametrize("cell", ["id", "revision", "end"])
def test_a_row_copied_with_one_cell_cleared_is_never_lost_in_silence(
    cell: str, tmp_path: Path
) -> None:
    written = answers(3)
    copied = [*row_of(written[1])]
    copied[HEADER.index("answer")] = "Other words."
    copied[HEADER.index(cell)] = ""
    rows = [HEADER, *map(row_of, written), copied]
    (tmp_path / "answers.csv").write_bytes(copy_of(rows))
    journal = open_at(tmp_path)

    shown = [answer.answer for answer in journal.answers]
    rivals = [r.answer for c in journal.conflicts for r in c.records]  # type: ignore[attr-defined]
    reported = [p for p in journal.problems if p.row_count and p.line]
    assert shown[:3] == [answer.answer for answer in written]
    assert "Other words." in shown + rivals or [p.line for p in reported] == [8]


def test_a_typed_row_with_the_id_of_another_is_reported_wherever_it_stands(tmp_path: Path) -> None:
    written = answers(2)
    typed = [written[1].id, *[""] * 3, "i_first", "", "Whose row?", *[""] * 8]
    for place in (1, 2, 3):
        rows = [HEADER, *map(row_of, written)]
        rows.insert(place, typed)
        reader = reader_of(tmp_path / str(place), copy_of(rows))

        assert [*reader.rows.newest] == [answer.id for answer in written]
        (problem,) = reader.rows.problems
        assert (problem.kind, problem.record_id) == ("typed by hand", written[1].id)
        assert problem.row_count == 1
        assert not reader.rows.rivals


def test_a_typed_row_with_an_id_of_its_own_keeps_it(tmp_path: Path) -> None:
    typed = ["a_mine", *[""] * 3, "i_first", "", "My row?", *[""] * 8]
    rows = [HEADER, *map(row_of, answers(1)), typed]
    reader = reader_of(tmp_path, copy_of(rows))

    assert [*reader.rows.newest] == ["a_aa", "a_mine"]
    assert reader.rows.typed == {"a_mine": 4}


def test_equal_typed_rows_are_all_shown(tmp_path: Path) -> None:
    typed = [*[""] * 4, "i_first", "", "Same?", *[""] * 8]
    rows = [HEADER, *map(row_of, answers(1)), typed, typed, typed]
    (tmp_path / "answers.csv").write_bytes(copy_of(rows))

    assert [a.question for a in open_at(tmp_path).answers] == ["Question 0?", *["Same?"] * 3]


def test_one_file_of_a_thousand_copies_of_one_row_is_read_in_bounded_time(tmp_path: Path) -> None:
    (one,) = answers(1)
    rows = [row_of(one.with_changes(note=f"copy {n}")) for n in range(1000)]
    reader = reader_of(tmp_path, copy_of([HEADER, *rows]))

    assert len(reader.rows.rivals[one.id]) == 1000
    assert reader.rows.newest[one.id].line == 2
