"""A first line is certainly our header, or nothing is written to its file."""

from __future__ import annotations

import csv
import io

import pytest

from interview_journal.core.tables import TABLES
from interview_journal.store.headers import header_problem
from tests.store.examples import ANSWERS, answers, row_of

NAMES = [*ANSWERS.header]
ROWS = [row_of(one) for one in answers(8)]


def problem_of(
    names: list[str], rows: list[list[str]] | None = None, table: str = "answers"
) -> str:
    """Return what is said about a first line, or nothing when it is ours."""
    problem = header_problem(TABLES[table], names, iter(rows or []))
    return "" if problem is None else f"{problem.found}. {problem.remedy}"


def renamed(name: str, other: str) -> list[str]:
    return [other if found == name else found for found in NAMES]


def test_our_header_in_any_order_with_columns_added_or_left_out_is_ours() -> None:
    assert problem_of(NAMES, ROWS) == ""
    assert problem_of([*reversed(NAMES), "mood", ""]) == ""
    assert problem_of([name for name in NAMES if name != "note"]) == ""
    assert problem_of(["question", "answer"]) == ""


def test_a_renamed_column_is_proven_by_the_rows_however_it_is_called_now() -> None:
    for name in ("answer", "note", "end", "revision", "id"):
        with_note = [row_of(one.with_changes(note="Noted.")) for one in answers(3)]
        said = problem_of(renamed(name, "Spalte 7"), with_note)
        assert said.startswith(f"no column {name}. Rename Spalte 7 to {name} in the first line")


def test_an_empty_column_of_one_s_own_is_no_renamed_one() -> None:
    names = [*(name for name in NAMES if name != "note"), "mood"]
    place = NAMES.index("note")
    rows = [[*row[:place], *row[place + 1 :], ""] for row in ROWS]
    assert problem_of(names, rows) == ""


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("answer", "Answer"),
        ("answer", "anwser"),
        ("better_answer", "Better Answer"),
        ("note", "notes"),
    ],
)
def test_a_name_that_is_nearly_ours_is_taken_for_a_renamed_column(name: str, other: str) -> None:
    assert f"Rename {other} to {name} in the first line" in problem_of(renamed(name, other))


def test_rows_that_prove_nothing_are_passed_over() -> None:
    rows = [["short"], ["x" * 30_000] * len(NAMES), *ROWS]
    assert "Rename it to answer" in problem_of(renamed("answer", "it"), rows)
    assert problem_of(renamed("answer", "it"), [["x"] * len(NAMES)]) == ""


def test_a_doubled_name_is_refused() -> None:
    assert problem_of([*NAMES, "note"]).startswith("the column note twice")
    assert problem_of([*NAMES, "mood", "mood"]).startswith("the column mood twice")
    assert problem_of([*NAMES, "", ""]) == ""


def test_a_foreign_table_that_shares_a_name_or_two_is_not_ours() -> None:
    assert "without the names" in problem_of(["name", "age", "city"], table="people")
    assert "without the names" in problem_of(["id", "end"])
    assert "without the names" in problem_of([])
    assert problem_of(["name", "title", "city"], table="people") == ""


def test_a_table_without_what_every_row_needs_is_refused() -> None:
    names = [name for name in TABLES["people"].header if name != "name"]
    assert problem_of(names, table="people").startswith(
        "no column name. Put the column name back; nothing is written"
    )


def test_a_name_that_cannot_be_printed_is_told_so_that_it_can() -> None:
    said = problem_of([*NAMES, "Gr\udcf6e", "Gr\udcf6e"])
    assert said.startswith("the column Gr?e twice")
    assert problem_of([*NAMES, "x" * 100, "x" * 100]).count("x") < 60


def test_rows_are_taken_as_a_csv_reader_gives_them() -> None:
    reader = csv.reader(io.StringIO("a,b\n"))
    assert header_problem(ANSWERS, NAMES, reader) is None
