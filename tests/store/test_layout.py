"""The layout is found from the names in the header, never guessed from the text."""

from __future__ import annotations

import pytest

from interview_journal.core.problems import Problem
from interview_journal.core.tables import TABLES
from interview_journal.store.encodings import BOM
from interview_journal.store.layout import (
    Layout,
    canonical_header,
    canonical_layout,
    find_layout,
    refusal_of,
)
from tests.store.examples import ANSWERS, answers, row_of

NAMES = ",".join(ANSWERS.header)


def found(text: str, encoding: str = "utf-8") -> Layout:
    layout = find_layout(ANSWERS, text.encode(encoding), encoding)
    assert isinstance(layout, Layout)
    return layout


def refused(text: str) -> Problem:
    problem = find_layout(ANSWERS, text.encode(), "utf-8")
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize("name", TABLES)
def test_our_own_header_is_canonical_and_complete(name: str) -> None:
    table = TABLES[name]
    layout = find_layout(table, canonical_header(table) + b"rows", "utf-8")

    assert layout == canonical_layout(table)
    assert isinstance(layout, Layout)
    assert layout.is_canonical
    assert layout.is_complete
    assert (layout.start, layout.lines) == (len(canonical_header(table)), 1)


def test_cells_go_from_the_file_s_order_to_ours_and_back() -> None:
    layout = found(f"mood;{';'.join(reversed(ANSWERS.header))}\n")
    cells = [f"cell {n}" for n in range(len(ANSWERS.header))]

    row = layout.file_cells(cells)
    assert row == ["", *reversed(cells)]
    assert layout.own_cells(row) == cells
    assert not layout.is_canonical
    assert layout.is_complete
    assert canonical_layout(ANSWERS).own_cells(cells) == cells
    assert canonical_layout(ANSWERS).file_cells(tuple(cells)) == cells


def test_a_missing_column_reads_as_empty_and_takes_nothing() -> None:
    layout = found(NAMES.replace(",note,", ",") + "\n")
    cells = [f"cell {n}" for n in range(len(ANSWERS.header))]

    assert not layout.is_complete
    assert len(layout.file_cells(cells)) == len(cells) - 1
    assert layout.own_cells(layout.file_cells(cells))[ANSWERS.header.index("note")] == ""


def test_a_person_s_own_columns_stand_before_the_end_mark() -> None:
    header = canonical_header(ANSWERS, ["mood", 'a "quoted" one'])
    layout = canonical_layout(ANSWERS, ["mood", 'a "quoted" one'])

    assert find_layout(ANSWERS, header, "utf-8") == layout
    assert layout.names[-3:] == ("mood", 'a "quoted" one', "end")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["", "sep={}\r\n", '"sep={}"\n'])
def test_each_separator_is_found_with_and_without_its_line(separator: str, first: str) -> None:
    sep_line = first.format(separator)
    text = sep_line + NAMES.replace(",", separator) + "\nrow"
    layout = found(text)

    assert layout.separator == separator
    assert layout.start == len(text) - 3
    assert layout.lines == 1 + bool(sep_line)


def test_the_separator_does_not_depend_on_the_rows() -> None:
    assert found(NAMES + "\n" + "a;b;c;d\n" * 50).separator == ","


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_the_first_row_is_found_to_the_byte_in_each_encoding(encoding: str) -> None:
    header = NAMES + ",Größe\r\n"
    layout = found(header + "row", encoding)
    assert layout.start == len(header.encode(encoding))
    assert layout.names[-1] == "Größe"


def test_a_header_in_other_bytes_is_kept_to_the_byte() -> None:
    head = NAMES.encode() + b",Gr\xf6\xdfe\r\n"
    layout = find_layout(ANSWERS, head + b"row", "utf-8")

    assert isinstance(layout, Layout)
    assert layout.start == len(head)
    assert b"Gr\xf6\xdfe" in canonical_header(ANSWERS, [layout.names[-1]])


def test_odd_line_separators_in_a_name_are_no_lines() -> None:
    assert found(NAMES + ",a\u2028b\x0bc\x85d\r\n").lines == 1
    assert found(NAMES + ',"two\nlines"\r\n').lines == 2


def test_byte_order_marks_blanks_and_empty_columns_are_no_part_of_a_name() -> None:
    text = "\ufeff\ufeff" + NAMES.replace(",", " , ") + ",,,\n"
    layout = found(text)
    assert layout.names == ANSWERS.header
    assert layout.start == len(text.encode())
    assert found("\ufeffsep=,\n" + NAMES + "\n").names == ANSWERS.header
    assert "\ufeff".encode() == BOM


@pytest.mark.parametrize("ahead", [1, 5, 19])
def test_a_title_above_the_header_is_named_with_the_header_s_line(ahead: int) -> None:
    problem = refused("My answers\n" * ahead + NAMES + "\n")
    assert f"line {ahead + 1}" in problem.found
    assert (problem.kind, problem.line) == ("unknown header", 1)


@pytest.mark.parametrize("text", ["", "\n", "x", "a,b,c\n1,2,3\n", "My answers\n" * 40 + NAMES])
def test_what_holds_no_header_of_ours_is_refused(text: str) -> None:
    problem = refused(text)
    assert problem.found == "a first line without the names of our columns"
    assert "Put our header" in problem.remedy


@pytest.mark.no_cover  # counting lines would take most of the time
def test_a_header_without_end_is_bounded() -> None:
    assert refused("x" * (3 << 20)).kind == "unknown header"
    assert refused('"' + "x,\n" * (1 << 20)).kind == "unknown header"


@pytest.mark.parametrize(
    ("head", "found_words"),
    [(b"PK\x03\x04rest", "zip"), (b"\x1f\x8brest", "gzip"), (b"\xd0\xcf\x11\xe0", "old Excel")],
)
def test_files_of_other_kinds_are_known_by_their_first_bytes(head: bytes, found_words: str) -> None:
    problem = refusal_of(ANSWERS, head)
    assert problem is not None
    assert found_words in problem.found
    assert refusal_of(ANSWERS, b"PK," + head) is None
    assert row_of(answers(1)[0])
