"""An export holds the newest of everything, and takes nobody's place."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import frictionless
import openpyxl
import pandas as pd
import pytest

from interview_journal.api.demo import copy_sample
from interview_journal.api.exports import export_journal
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer
from interview_journal.core.tables import TABLES
from interview_journal.errors import ExportError
from interview_journal.exporting.plain_cells import plain_cell
from tests.api.journals import Evening, write_evening

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(journal_home: Path) -> Evening:
    return write_evening(journal_home)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


CSV_NAMES = {"applications.csv", "interviews.csv", "answers.csv", "datapackage.json"}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_only_the_newest_revision_of_what_was_not_removed_is_written(
    evening: Evening, tmp_path: Path
) -> None:
    done = export_journal(evening.journal, tmp_path / "out", export_format="csv")
    assert names(tmp_path / "out") == CSV_NAMES
    rows = rows_of(tmp_path / "out" / "answers.csv")
    assert [row["answer"] for row in rows] == ["Better words.\nOn two lines."]
    assert rows[0]["revision"] == "2"
    assert done.row_counts == {"applications": 1, "interviews": 1, "answers": 1}
    assert done.texts_folder is None


def test_text_is_written_without_the_guard(evening: Evening, tmp_path: Path) -> None:
    export_journal(evening.journal, tmp_path / "out", export_format="csv")
    assert rows_of(tmp_path / "out" / "applications.csv")[0]["role"] == "=Data engineer"
    stored = (evening.journal.path / "applications.csv").read_text(encoding="utf-8-sig")
    assert "'=Data engineer" in stored


@pytest.mark.parametrize(
    ("target", "wanted", "written"),
    [
        ("out", None, {*CSV_NAMES, "interview-journal.xlsx"}),
        ("out", "both", {*CSV_NAMES, "interview-journal.xlsx"}),
        ("out", "csv", CSV_NAMES),
        ("out", "xlsx", {"interview-journal.xlsx"}),
    ],
)
def test_a_folder_gets_what_was_asked_for(
    evening: Evening, tmp_path: Path, target: str, wanted: Any, written: set[str]
) -> None:
    export_journal(evening.journal, tmp_path / target, export_format=wanted)
    assert names(tmp_path / target) == written


@pytest.mark.parametrize("wanted", [None, "xlsx"])
def test_a_name_with_xlsx_is_one_workbook(evening: Evening, tmp_path: Path, wanted: Any) -> None:
    done = export_journal(evening.journal, tmp_path / "mine.XLSX", export_format=wanted)
    assert done.path == tmp_path / "mine.XLSX"
    assert names(tmp_path) == {"journal", "mine.XLSX"}
    book = openpyxl.load_workbook(tmp_path / "mine.XLSX")
    assert book.sheetnames == ["applications", "interviews", "answers", "columns"]


def test_long_texts_stand_beside_the_workbook(evening: Evening, tmp_path: Path) -> None:
    journal, long = evening.journal, "word " * 10_000
    answer = journal.add(Answer(interview_id=evening.interview.id, answer=long))
    for target, folder in (("mine.xlsx", "mine-texts"), ("out", "out/interview-journal-texts")):
        done = export_journal(journal, tmp_path / target)
        assert done.texts_beside == 1
        assert done.texts_folder == tmp_path / folder
        kept = tmp_path / folder / f"answers-{answer.id}-answer.txt"
        assert kept.read_text(encoding="utf-8") == long
    book = openpyxl.load_workbook(tmp_path / "mine.xlsx")
    cells = [str(cell.value) for row in book["answers"].iter_rows() for cell in row]
    assert f"[The whole text is in the file mine-texts/answers-{answer.id}-answer.txt]" in cells


def test_an_earlier_export_is_replaced_whole_on_request(evening: Evening, tmp_path: Path) -> None:
    journal = evening.journal
    long = journal.add(Answer(interview_id=evening.interview.id, answer="word " * 10_000))
    for target in ("out", "mine.xlsx"):
        export_journal(journal, tmp_path / target)
        with pytest.raises(ExportError, match="--force"):
            export_journal(journal, tmp_path / target)
    journal.revise(long, answer="short now", note="word " * 9_000)
    for target in ("out", "mine.xlsx"):
        export_journal(journal, tmp_path / target, force=True)
    assert names(tmp_path / "mine-texts") == {f"answers-{long.id}-note.txt"}
    assert names(tmp_path / "out/interview-journal-texts") == {f"answers-{long.id}-note.txt"}


@pytest.mark.parametrize(
    "planted",
    [
        "thesis.txt",
        ".hidden",
        "interview-journal-texts/thesis.docx",
        "interview-journal-texts/deep/answers-a_x-note.txt",
    ],
)
def test_a_folder_with_anything_else_in_it_is_left_alone(
    evening: Evening, tmp_path: Path, planted: str
) -> None:
    export_journal(evening.journal, tmp_path / "out")
    path = tmp_path / "out" / planted
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    before = (tmp_path / "out" / "answers.csv").stat().st_ino
    with pytest.raises(ExportError, match="already holds other files"):
        export_journal(evening.journal, tmp_path / "out", force=True)
    assert path.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "out" / "answers.csv").stat().st_ino == before


@pytest.mark.parametrize("described", [True, False])
def test_another_journal_is_never_replaced(
    evening: Evening, tmp_path: Path, *, described: bool
) -> None:
    other = write_evening(tmp_path / "other").journal
    for path in other.path.iterdir():
        if path.suffix != ".csv" and not (described and path.name == "datapackage.json"):
            if path.is_file():
                path.unlink()
            else:
                path.rename(tmp_path / path.name)
    assert "answers.csv" in names(other.path)
    with pytest.raises(ExportError, match="already holds other files"):
        export_journal(evening.journal, other.path, force=True)
    assert len(open_journal(other.path).answers) == 1


@pytest.mark.parametrize("target", [".", "out", "out/deep/mine.xlsx", "backups"])
def test_nothing_is_written_into_the_journal(evening: Evening, target: str) -> None:
    before = names(evening.journal.path)
    with pytest.raises(ExportError, match="inside the journal"):
        export_journal(evening.journal, evening.journal.path / target, force=True)
    assert names(evening.journal.path) == before


def test_a_workbook_holds_no_csv(evening: Evening, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Name a folder"):
        export_journal(evening.journal, tmp_path / "mine.xlsx", export_format="csv")


def test_a_csv_file_is_no_place_for_many_tables(evening: Evening, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Name a folder"):
        export_journal(evening.journal, tmp_path / "mine.csv")


def test_an_empty_journal_is_not_exported(journal_home: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Write an interview down first"):
        export_journal(open_journal(journal_home), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_exporting_changes_nothing_in_the_journal(evening: Evening, tmp_path: Path) -> None:
    def state() -> dict[str, tuple[int, int]]:
        files = [path for path in evening.journal.path.rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in files}

    before = state()
    export_journal(evening.journal, tmp_path / "out")
    assert state() == before


def test_the_description_is_that_of_an_export(evening: Evening, tmp_path: Path) -> None:
    export_journal(evening.journal, tmp_path / "out", export_format="csv")
    text = (tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8")
    assert json.loads(text)["name"] == "interview-journal-export"


def test_the_sample_is_exported_whole_and_an_independent_validator_accepts_it(
    tmp_path: Path,
) -> None:
    journal = open_journal(copy_sample(tmp_path / "example"))
    done = export_journal(journal, tmp_path / "out")
    report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "note"])
    for table, count in done.row_counts.items():
        frame = pd.read_csv(tmp_path / "out" / f"{table}.csv", dtype=str, keep_default_na=False)
        records = journal.records(table)
        assert len(frame) == count == len(records)
        for column in TABLES[table].columns:
            wanted = [plain_cell(getattr(record, column.name)) for record in records]
            assert list(frame[column.name]) == wanted
    assert sum(done.row_counts.values()) > 100
