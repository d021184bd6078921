"""An independent validator agrees with us about what a journal holds and where it is wrong."""

from __future__ import annotations

import json
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_journal.core import records as rec
from interview_journal.core.tables import TABLES
from tests.store.examples import (
    ANSWERS,
    HEADER,
    REQUIRED,
    answers,
    example,
    file_of,
    open_at,
    records_of,
    row_of,
    text_columns,
)
from tests.store.test_hazards import HAZARDS, HOSTILE
from tests.store.test_spreadsheet_copies import copy_of

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

with warnings.catch_warnings():
    # Its own libraries are behind the times; that is no warning about us.
    warnings.simplefilter("ignore")
    import frictionless


def errors_of(folder: Path) -> list[tuple[str, int | None, str]]:
    """Return file, line of the row and kind of each error the validator finds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report: Any = frictionless.validate(str(folder / "datapackage.json"))
    return [
        (task.place or task.name, getattr(error, "row_number", None), error.type)
        for task in report.tasks
        for error in task.errors
    ] + [("", None, error.type) for error in report.errors]


def test_every_journal_our_api_wrote_is_valid_hostile_words_included(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    journal.add_all([example(kind) for kind in REQUIRED])
    for kind in REQUIRED:
        names = [column.name for column in text_columns(TABLES[kind.table])]
        if names:
            journal.add_all(
                [example(kind, **dict.fromkeys(names, text or "x")) for text in HOSTILE]
            )
    first = journal.revise(journal.answers[0], note="Changed.")
    journal.remove(first)
    journal.restore(first)
    journal.remove(journal.people[0])

    assert errors_of(tmp_path) == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_value_a_record_can_hold_is_valid(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = open_at(Path(folder) / "journal")
        for table in TABLES.values():
            some = st.lists(records_of(table), max_size=4, unique_by=lambda record: record.id)
            journal.add_all(data.draw(some, label=table.name))
        if not journal.is_empty:
            assert errors_of(Path(folder) / "journal") == []


def test_every_naughty_string_is_valid(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "nasty_csv/big-list-of-naughty-strings/blns.json"
    naughty = json.loads(path.read_text(encoding="utf-8"))
    journal = open_at(tmp_path)
    journal.add_all([example(rec.Answer, question=t, note=t) for t in naughty if "\0" not in t])

    assert len(journal.answers) >= 510
    assert errors_of(tmp_path) == []


def test_a_deleted_description_is_made_again_by_the_next_save(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    journal.add(example(rec.Answer))
    before = (tmp_path / "datapackage.json").read_bytes()
    (tmp_path / "datapackage.json").unlink()
    journal.add(example(rec.Answer))

    assert (tmp_path / "datapackage.json").read_bytes() == before


def test_a_new_table_is_described_with_its_first_row(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    journal.add(example(rec.Answer))
    journal.add(example(rec.Setting))

    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [r["path"] for r in described["resources"]] == ["answers.csv", "settings.csv"]
    for resource in described["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        table = TABLES[resource["path"].removesuffix(".csv")]
        assert fields == list(table.header)
        assert resource["schema"]["primaryKey"] == ["id", "revision"]
    assert errors_of(tmp_path) == []


def check_subset(journal: Journal, folder: Path) -> list[tuple[str, int | None, str]]:
    """Check that each of the validator's errors stands among our problems and conflicts."""
    found = errors_of(folder)
    problems = journal.problems
    rivals = {conflict.table + ".csv" for conflict in journal.conflicts}
    whole = {p.file for p in problems if p.line in (None, 1) and p.kind != "vanished"}
    rows = {(p.file, p.line) for p in problems}
    for file, line, kind in found:
        is_told = file in whole or (file, line) in rows
        assert is_told or (kind == "primary-key" and file in rivals), (file, line, kind)
    return found


# Tables without a line break inside a row, so that the validator's count of rows is of lines.
ONE_LINE = [one.with_changes(answer=f"Words {n}.") for n, one in enumerate(answers(6))]
ROWS = [HEADER, *map(row_of, ONE_LINE)]


def changed(place: int, **cells: str) -> list[list[str]]:
    row = [*ROWS[place]]
    for name, cell in cells.items():
        row[HEADER.index(name)] = cell
    return [*ROWS[:place], row, *ROWS[place + 1 :]]


FOREIGN = {
    "edited words": changed(2, answer="Other words."),
    "a number that is none": changed(3, position="six"),
    "a time that is none": changed(3, saved_at="yesterday"),
    "a choice that is none": changed(1, response_type="song"),
    "no revision": changed(4, revision=""),
    "no id": changed(4, id=""),
    "a row typed by hand": [*ROWS, ["", "", "", "", "i_first", "7", "Typed?", *[""] * 8]],
    "a row twice": [*ROWS, ROWS[3]],
    "an id twice": [*ROWS, changed(3, answer="Rival words.")[3]],
    "a short row": [*ROWS[:3], ROWS[3][:-1], *ROWS[4:]],
    "a long row": [*ROWS[:3], [*ROWS[3], "more"], *ROWS[4:]],
    "an empty row": [*ROWS[:3], [""] * len(HEADER), *ROWS[3:]],
    "columns in another order": [[*row[5:], *row[:5]] for row in ROWS],
    "a column more": [[*row, "mine"] for row in ROWS],
    "a column less": [[*row[:8], *row[9:]] for row in ROWS],
    "rows in another order": [ROWS[0], *reversed(ROWS[1:])],
    "an older revision that was edited": [
        *changed(2, answer="Edited." ),
        row_of(ONE_LINE[1].with_changes(revision=2)),
    ],
    "an older revision with a wrong number": [
        *changed(2, position="six"),
        row_of(ONE_LINE[1].with_changes(revision=2)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("separator", [",", ";"])
def test_what_the_validator_finds_in_a_foreign_table_is_among_our_problems(
    name: str, separator: str, tmp_path: Path
) -> None:
    open_at(tmp_path).add_all([example(rec.Answer), example(rec.Interview)])
    (tmp_path / "answers.csv").write_bytes(copy_of(FOREIGN[name], separator=separator))

    check_subset(open_at(tmp_path), tmp_path)


@pytest.mark.parametrize("path", sorted(HAZARDS.glob("*.csv")), ids=lambda path: path.stem)
def test_what_the_validator_finds_in_a_hazard_is_among_our_problems(
    path: Path, tmp_path: Path
) -> None:
    table = {"26_scores": "ratings", "27_dates": "interviews"}.get(path.stem, "answers")
    open_at(tmp_path).add(example(TABLES[table].record))
    (tmp_path / f"{table}.csv").write_bytes(path.read_bytes())

    journal = open_at(tmp_path)
    found = errors_of(tmp_path)
    # Its rows are counted in rows, ours in lines: in files with line breaks only the file counts.
    told = {p.file for p in journal.problems if p.kind != "vanished"}
    assert {file for file, _, _ in found} <= told


def test_the_validator_does_find_something_in_the_foreign_tables(tmp_path: Path) -> None:
    open_at(tmp_path).add(example(rec.Answer))
    (tmp_path / "answers.csv").write_bytes(file_of(ONE_LINE, ANSWERS))
    assert check_subset(open_at(tmp_path), tmp_path) == []
    (tmp_path / "answers.csv").write_bytes(copy_of(FOREIGN["a number that is none"]))
    assert ("answers.csv", 4, "type-error") in check_subset(open_at(tmp_path), tmp_path)
