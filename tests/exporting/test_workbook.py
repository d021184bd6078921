"""Whatever a person wrote is in the workbook as text, in its cell or in the file the cell names."""

from __future__ import annotations

import csv
import json
import subprocess
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.records import Criterion, Interview, Rating
from interview_journal.core.tables import TABLES
from interview_journal.errors import ExportError
from interview_journal.exporting import workbook
from interview_journal.exporting.side_texts import SideTexts, fits_cell
from interview_journal.exporting.workbook import COLUMNS_SHEET, write_workbook
from tests.exporting.hostile import HOSTILE, answers_of, any_text
from tests.programs import find_libreoffice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from interview_journal.core.records import Record

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)
START, END = "[The whole text is in the file texts/", "]"


def write(folder: Path, records: Sequence[Record]) -> Path:
    path = folder / "book.xlsx"
    texts = SideTexts(folder / "texts", "texts")
    write_workbook(path, {records[0].table: records}, texts)
    return path


def whole(cell: object, folder: Path) -> str:
    """Return the text a cell stands for."""
    text = "" if cell is None else str(cell)
    if text.startswith(START) and text.endswith(END):
        name = text.removeprefix(START).removesuffix(END)
        return (folder / "texts" / name).read_bytes().decode("utf-8")
    return text


def sheet_of(path: Path, name: str) -> Worksheet:
    sheet = openpyxl.load_workbook(path)[name]
    assert hasattr(sheet, "iter_rows")
    return sheet


def columns_of(path: Path, table: str) -> dict[str, list[Any]]:
    rows = list(sheet_of(path, table).iter_rows())
    names = [str(cell.value) for cell in rows[0]]
    return {name: [row[place] for row in rows[1:]] for place, name in enumerate(names)}


def texts_by_openpyxl(path: Path, column: str) -> list[str]:
    return [whole(cell.value, path.parent) for cell in columns_of(path, "answers")[column]]


def texts_by_pandas(path: Path, column: str) -> list[str]:
    frame = pd.read_excel(path, sheet_name="answers", dtype=str, na_filter=False)
    return [whole(cell, path.parent) for cell in frame[column]]


@pytest.mark.parametrize("read", [texts_by_openpyxl, texts_by_pandas])
@pytest.mark.parametrize("column", ["question", "answer", "topic"])
def test_hostile_texts_come_back_exactly(read: Any, column: str, tmp_path: Path) -> None:
    path = write(tmp_path, answers_of(HOSTILE))
    assert read(path, column) == list(HOSTILE)


@settings(deadline=None, max_examples=60)
@given(st.lists(any_text, min_size=1, max_size=6))
def test_any_text_comes_back_exactly(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), answers_of(tuple(texts)))
        assert texts_by_openpyxl(path, "answer") == texts


def test_the_naughty_strings_come_back_exactly(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "nasty_csv" / "big-list-of-naughty-strings" / "blns.json"
    texts = [text.replace("\r", "\n") for text in json.loads(path.read_text(encoding="utf-8"))]
    assert len(texts) >= 500
    book = write(tmp_path, answers_of(tuple(texts)))
    assert texts_by_openpyxl(book, "answer") == texts


def test_every_text_cell_is_a_string_cell_and_nothing_is_a_formula(tmp_path: Path) -> None:
    path = write(tmp_path, answers_of(HOSTILE))
    columns = columns_of(path, "answers")
    for name in ("id", "question", "answer", "topic", "note"):
        kinds = {cell.data_type for cell in columns[name] if cell.value is not None}
        assert kinds == {"s"}
        assert all(cell.hyperlink is None for cell in columns[name])


def test_numbers_and_days_are_typed_and_times_keep_their_offset(tmp_path: Path) -> None:
    interview = Interview(
        id="i_x",
        revision=3,
        saved_at=NOW,
        application_id="p_x",
        held_on=date(2026, 3, 4),
        answer_by=date(1899, 12, 31),
        duration_minutes=45,
        further_rounds=True,
        place="=Room 4",
    )
    row = {
        name: cells[0]
        for name, cells in columns_of(write(tmp_path, [interview]), "interviews").items()
    }
    assert (row["revision"].value, row["revision"].data_type) == (3, "n")
    assert row["duration_minutes"].value == 45
    assert (row["place"].value, row["place"].data_type) == ("=Room 4", "s")
    assert row["held_on"].value == datetime(2026, 3, 4)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert row["held_on"].number_format == "yyyy-mm-dd"
    assert row["answer_by"].value == "1899-12-31"
    assert row["saved_at"].value == "2026-03-04T18:30:00+00:00"
    assert row["further_rounds"].value == "yes"
    assert row["outcome"].value is None


def test_a_number_with_a_fraction_is_a_number(tmp_path: Path) -> None:
    path = write(tmp_path, [Criterion(id="c_x", name="clear", weight=0.5)])
    assert columns_of(path, "criteria")["weight"][0].value == 0.5


def test_a_sheet_is_ready_to_read(tmp_path: Path) -> None:
    answers = answers_of(("one",))
    rating = Rating(answer_id="a_0", criterion="overall", score=4, rated_at=NOW)
    path = tmp_path / "book.xlsx"
    state: dict[str, Sequence[Record]] = {"ratings": [rating], "answers": answers, "people": []}
    write_workbook(path, state, SideTexts(tmp_path / "texts", "texts"))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["answers", "ratings", COLUMNS_SHEET]
    sheet = book["answers"]
    header = [cell.value for cell in sheet[1]]
    assert header == [column.name for column in TABLES["answers"].columns]
    assert sheet.freeze_panes == "A2"
    place = header.index("answer")
    letter = openpyxl.utils.get_column_letter(place + 1)
    assert sheet.column_dimensions[letter].width == 60
    assert sheet[2][place].alignment.wrap_text
    assert sheet[1][place].font.bold


def test_the_last_sheet_says_what_each_column_means(tmp_path: Path) -> None:
    path = write(tmp_path, answers_of(("one",)))
    rows = list(sheet_of(path, COLUMNS_SHEET).iter_rows(values_only=True))
    assert rows[0] == ("sheet", "column", "label", "meaning")
    wanted = [("answers", column.name, column.label) for column in TABLES["answers"].columns]
    assert [row[:3] for row in rows[1:]] == wanted


def test_more_rows_than_a_sheet_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_ROWS_AT_MOST", 3)
    with pytest.raises(ExportError, match=r"more rows than a sheet can hold.*--format csv"):
        write(tmp_path, answers_of(("one", "two", "three")))


def test_no_temporary_file_lies_outside_the_given_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    seen: list[Path] = []

    class Spy(SideTexts):
        def keep(self, table: str, record_id: str, column: str, text: str) -> str:
            seen.extend(elsewhere.iterdir())
            return super().keep(table, record_id, column, text)

    write_workbook(
        tmp_path / "book.xlsx", {"answers": answers_of((" ",))}, Spy(tmp_path / "texts", "texts")
    )
    assert seen == []
    assert tempfile.tempdir == str(elsewhere)


@pytest.mark.libreoffice
def test_libreoffice_reads_every_text(tmp_path: Path) -> None:
    office = find_libreoffice()
    assert office is not None
    texts = tuple(text for text in HOSTILE if len(text) < 40_000)
    path = write(tmp_path, answers_of(texts))
    options = "44,34,76,1,,0,true,true,false,false,false,1"
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            f"csv:Text - txt - csv (StarCalc):{options}",
            "--outdir",
            str(tmp_path),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    written = next(tmp_path.glob("*.csv"))
    with written.open(encoding="utf-8-sig", newline="") as file:
        csv.field_size_limit(1 << 20)
        rows = list(csv.DictReader(file))
    assert [whole(row["answer"], tmp_path) for row in rows] == list(texts)
    assert sum(fits_cell(text) for text in texts) >= 50
