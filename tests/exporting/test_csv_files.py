"""What the CSV export writes is what csv, pandas and polars read."""

from __future__ import annotations

import csv
import json
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import frictionless
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.records import Answer, Application, Forecast, Interview, Rating
from interview_journal.core.tables import TABLES
from interview_journal.exporting.csv_files import DESCRIPTOR, EXPORT_NAME, write_csv_files
from interview_journal.exporting.plain_cells import plain_cell
from tests.exporting.hostile import HOSTILE, answers_of, any_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.records import Record

Rows = list[list[str]]


def expected_rows(records: Sequence[Record]) -> Rows:
    names = [column.name for column in TABLES[records[0].table].columns]
    return [[plain_cell(getattr(record, name)) for name in names] for record in records]


def by_csv(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))[1:]


def by_pandas(path: Path) -> Rows:
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert frame.columns[0] == "id"
    return [[str(cell) for cell in row] for row in frame.itertuples(index=False)]


def by_polars(path: Path) -> Rows:
    frame = pl.read_csv(path, infer_schema=False)
    assert frame.columns[0] == "id"
    return [list(row) for row in frame.iter_rows()]


READERS = [by_csv, by_pandas, by_polars]


@pytest.mark.parametrize("read", READERS)
def test_hostile_texts_come_back_exactly(read: object, tmp_path: Path) -> None:
    answers = answers_of(tuple(text for text in HOSTILE if len(text) < 40_000))
    write_csv_files(tmp_path, {"answers": answers})
    assert callable(read)
    assert read(tmp_path / "answers.csv") == expected_rows(answers)


@settings(deadline=None)
@given(st.lists(st.tuples(any_text, any_text), min_size=1, max_size=5))
def test_any_text_comes_back_exactly(pairs: list[tuple[str, str]]) -> None:
    answers = [
        Answer(id=f"a_{number}", interview_id="i_x", question=one, answer=other, topic=one)
        for number, (one, other) in enumerate(pairs)
    ]
    with tempfile.TemporaryDirectory() as folder:
        write_csv_files(Path(folder), {"answers": answers})
        for read in READERS:
            assert read(Path(folder) / "answers.csv") == expected_rows(answers)


def test_the_naughty_strings_come_back_exactly(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "nasty_csv" / "big-list-of-naughty-strings" / "blns.json"
    texts = json.loads(path.read_text(encoding="utf-8"))
    assert len(texts) >= 500
    answers = answers_of(tuple(text.replace("\r", "\n") for text in texts))
    write_csv_files(tmp_path, {"answers": answers})
    for read in READERS:
        assert read(tmp_path / "answers.csv") == expected_rows(answers)


def test_every_cell_is_quoted_and_every_row_ends_with_crlf(tmp_path: Path) -> None:
    write_csv_files(tmp_path, {"answers": answers_of(("one", "two\nlines"))})
    data = (tmp_path / "answers.csv").read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"id","revision","saved_at"')
    assert data.endswith(b'"\r\n')
    assert data.count(b"\r\n") == 3
    assert b",," not in data


def test_values_stand_as_in_the_journal_without_its_guard(tmp_path: Path) -> None:
    interview = Interview(
        id="i_x",
        revision=2,
        saved_at=datetime(2026, 3, 4, 18, 30, tzinfo=UTC),
        application_id="p_x",
        held_on=date(2026, 3, 4),
        further_rounds=True,
        checks_references=False,
        account="=1+1",
        place="=Room 4",
    )
    write_csv_files(tmp_path, {"interviews": [interview]})
    with (tmp_path / "interviews.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(iter(csv.DictReader(file)))
    assert row["saved_at"] == "2026-03-04T18:30:00+00:00"
    assert row["held_on"] == "2026-03-04"
    assert (row["further_rounds"], row["checks_references"]) == ("yes", "no")
    assert row["tells_if_unsuccessful"] == ""
    assert row["account"] == "=1+1"
    assert row["place"] == "=Room 4"
    assert "end" not in row


def test_only_tables_with_records_get_a_file(tmp_path: Path) -> None:
    names = write_csv_files(tmp_path, {"answers": answers_of(("one",)), "ratings": ()})
    assert names == ("answers.csv", DESCRIPTOR)
    assert {path.name for path in tmp_path.iterdir()} == set(names)


def test_an_independent_validator_accepts_the_export(tmp_path: Path) -> None:
    now = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)
    application = Application(company="=1+1", role="NA", revision=1, saved_at=now)
    interview = Interview(
        application_id=application.id, held_on=date(2026, 3, 4), revision=1, saved_at=now
    )
    texts = tuple(text for text in HOSTILE if len(text) < 1_000)
    answers = tuple(answer.with_changes(revision=1, saved_at=now) for answer in answers_of(texts))
    rating = Rating(
        answer_id="a_1", criterion="overall", score=4, rated_at=now, revision=1, saved_at=now
    )
    forecast = Forecast(
        interview_id=interview.id, percent=70, forecast_at=now, revision=1, saved_at=now
    )
    state: dict[str, Sequence[Record]] = {
        "applications": (application,),
        "interviews": (interview,),
        "answers": answers,
        "ratings": (rating,),
        "forecasts": (forecast,),
    }
    write_csv_files(tmp_path, state)
    described = json.loads((tmp_path / DESCRIPTOR).read_text(encoding="utf-8"))
    assert described["name"] == EXPORT_NAME
    assert [resource["schema"]["primaryKey"] for resource in described["resources"]] == [["id"]] * 5
    report = frictionless.validate(str(tmp_path / DESCRIPTOR))
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "note"])
    assert report.stats["tasks"] == 5
