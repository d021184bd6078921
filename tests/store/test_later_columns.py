"""A column that came later: older files stay as good as they were; older programs lose nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.core.records import Answer, Application, Interview
from interview_journal.core.tables import TABLES
from interview_journal.store.descriptor import DESCRIPTOR
from interview_journal.store.layout import canonical_header
from interview_journal.store.rewriting import rewrite_table
from interview_journal.store.row_form import cells_of, end_mark, row_bytes
from interview_journal.store.table_file import TableFile
from tests.store.examples import NOW, example, open_at
from tests.store.test_open_to_others import errors_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from interview_journal.store.journal import Journal

TODAY = TABLES["interviews"]
BEFORE = replace(TODAY, columns=tuple(one for one in TODAY.columns if not one.is_later))
HARD = '\'=Room 4 "left",\nhttps://call.example.org/?a=1&b=<2>'


def a_round(**changes: Any) -> Interview:
    made: Interview = example(Interview, **changes)
    return made.as_saved(revision=1, saved_at=NOW)


def own_cells(record: Interview, table: Any = TODAY) -> list[str]:
    cells = cells_of(TODAY, record)[: len(table.columns)]
    return [*cells, end_mark(cells)]


def with_application(folder: Path) -> Journal:
    """Return the journal there, with what every round belongs to."""
    journal = open_at(folder)
    journal.add(Application(id="p_acme", company="Acme"))
    return journal


def older_file(folder: Path, rounds: Sequence[Interview], own: str = "") -> Path:
    """Write the table as a program without the column did; ``own`` is a column of the person's."""
    with_application(folder)
    rows = [own_cells(one, BEFORE) for one in rounds]
    if own:
        rows = [[*row[:-1], f"Mine {at}", row[-1]] for at, row in enumerate(rows)]
    path = folder / "interviews.csv"
    path.write_bytes(canonical_header(BEFORE, [own] if own else []) + row_bytes(rows))
    return path


@pytest.mark.parametrize("name", TABLES)
def test_columns_that_came_later_stand_last_and_may_be_empty(name: str) -> None:
    marks = [column.is_later for column in TABLES[name].columns]
    assert marks == sorted(marks)
    assert not any(column.is_later and column.required for column in TABLES[name].columns)


def test_an_older_row_is_whole_under_the_header_of_today() -> None:
    one = a_round(kind="panel")
    assert own_cells(one, BEFORE)[-1] == own_cells(one)[-1]
    assert own_cells(a_round(place="Here"))[-1] != own_cells(a_round(place="There"))[-1]


def test_an_older_file_opens_without_a_problem_and_is_left_alone(tmp_path: Path) -> None:
    rounds = [a_round(round=1, kind="phone"), a_round(round=2, outcome="advanced")]
    path = older_file(tmp_path, rounds)
    before = path.read_bytes()
    journal = open_at(tmp_path)
    assert journal.interviews == tuple(rounds)
    assert not journal.problems
    journal.add(example(Answer, interview_id=rounds[0].id))
    assert path.read_bytes() == before


def test_its_next_save_adds_the_column_once_and_every_row_stays(tmp_path: Path) -> None:
    rounds = [a_round(round=1, kind="phone"), a_round(round=2)]
    path = older_file(tmp_path, rounds)
    before = path.read_bytes()
    journal = open_at(tmp_path)
    added = journal.add(example(Interview, round=3, place=HARD))
    data = path.read_bytes()
    assert data.startswith(canonical_header(TODAY))
    (backup,) = tmp_path.glob("backups/rewrites/interviews-*.csv")
    assert backup.read_bytes() == before
    revised = journal.revise(rounds[0], place="Dock Road")
    assert path.read_bytes().startswith(data)
    assert len(list(tmp_path.glob("backups/rewrites/*"))) == 1
    again = open_at(tmp_path)
    assert {one.id: one for one in again.interviews} == {
        one.id: one for one in (revised, rounds[1], added)
    }
    assert next(one for one in again.interviews if one.id == added.id).place == HARD
    assert [one.place for one in again.history(revised)] == ["", "Dock Road"]
    assert not again.problems


@pytest.mark.parametrize("own", ["Place", "places", "mood"])
def test_a_column_of_one_s_own_that_is_called_nearly_the_same_stays(
    tmp_path: Path, own: str
) -> None:
    path = older_file(tmp_path, [a_round(round=1, kind="phone"), a_round(round=2)], own)
    journal = open_at(tmp_path)
    assert {problem.kind for problem in journal.problems} == {"other layout"}
    journal.revise(journal.interviews[0], place="Dock Road")
    text = path.read_text(encoding="utf-8-sig")
    assert f'"place","{own}","end"' in text.splitlines()[0]
    assert "Mine 0" in text
    assert "Mine 1" in text
    assert [one.place for one in open_at(tmp_path).interviews] == ["Dock Road", ""]


def test_an_older_program_keeps_the_column_that_it_does_not_know(tmp_path: Path) -> None:
    journal = with_application(tmp_path)
    placed = journal.add(example(Interview, round=1, place=HARD))
    path = tmp_path / "interviews.csv"
    before = path.read_bytes()
    older = TableFile(tmp_path, BEFORE)
    older.look()
    assert older.refusal is None
    assert not older.needs_rewrite
    added = a_round(round=2, kind="panel")
    older.append([own_cells(added, BEFORE)], day=NOW.date())
    assert path.read_bytes().startswith(before)
    # Even where it has to write the file anew.
    rewrite_table(older, tmp_path, NOW, lambda cells: cells)
    again = open_at(tmp_path)
    assert {one.id: one for one in again.interviews} == {placed.id: placed, added.id: added}
    assert not again.problems


def described(folder: Path) -> list[str]:
    package = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    tables = {one["name"]: one for one in package["resources"]}
    return [field["name"] for field in tables["interviews"]["schema"]["fields"]]


def test_the_description_fits_an_older_file_and_the_one_it_becomes(tmp_path: Path) -> None:
    one = a_round(round=1)
    older_file(tmp_path, [one])
    journal = open_at(tmp_path)
    journal.add(example(Answer, interview_id=one.id))
    assert described(tmp_path) == [*BEFORE.header]
    assert errors_of(tmp_path) == []
    journal.revise(one, place=HARD)
    assert described(tmp_path) == [*TODAY.header]
    assert errors_of(tmp_path) == []


def test_a_file_whose_header_is_not_ours_is_described_as_it_should_be(tmp_path: Path) -> None:
    (tmp_path / "interviews.csv").write_bytes(b"a,b\r\n1,2\r\n")
    open_at(tmp_path).add(example(Answer, interview_id="i_x"))
    assert described(tmp_path) == [*TODAY.header]


def test_a_table_that_closes_itself_is_described_as_it_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from interview_journal.store import descriptor

    def refuse(*_: object) -> object:
        raise PermissionError

    (tmp_path / "interviews.csv").write_bytes(canonical_header(BEFORE))
    monkeypatch.setattr(descriptor, "find_layout", refuse)
    descriptor.write_descriptor(tmp_path)
    assert described(tmp_path) == [*TODAY.header]


def test_a_column_called_nearly_the_same_over_rows_that_prove_nothing_is_asked_about(
    tmp_path: Path,
) -> None:
    path = older_file(tmp_path, [a_round(round=1, kind="phone")], "Place")
    path.write_bytes(path.read_bytes().replace(b'"phone"', b'"panel"'))
    (problem,) = open_at(tmp_path).problems
    assert problem.kind == "unknown header"
    assert "Rename Place to place" in problem.remedy
