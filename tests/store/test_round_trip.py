"""What was written is what is read, for any value in any field of any table."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.tables import TABLES, table_of
from interview_journal.errors import InvalidRecordError
from interview_journal.store.record_set import record_of
from interview_journal.store.row_form import cells_of
from tests.store.examples import (
    REQUIRED,
    example,
    file_of,
    open_at,
    reader_of,
    records_of,
    saved,
    settled,
    text_columns,
    texts,
)

if TYPE_CHECKING:
    from interview_journal.core.records import Record

WITH_TEXT = [pytest.param(kind, id=kind.table) for kind in REQUIRED if text_columns(table_of(kind))]
KINDS = [pytest.param(kind, id=kind.table) for kind in REQUIRED]
NAUGHTY = "nasty_csv/big-list-of-naughty-strings/blns.json"
EMPTY_NOT_ALLOWED = {"company", "name", "key", "criterion"}


def test_the_examples_cover_every_table() -> None:
    assert {kind.table for kind in REQUIRED} == set(TABLES)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_any_record_comes_back_from_its_cells(kind: type[Record], data: st.DataObject) -> None:
    table = table_of(kind)
    record = data.draw(records_of(table))

    assert record_of(table, cells_of(table, record)) == record


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_any_records_come_back_from_their_file(kind: type[Record], data: st.DataObject) -> None:
    table = table_of(kind)
    written = data.draw(
        st.lists(records_of(table), min_size=1, max_size=8, unique_by=lambda record: record.id)
    )
    with tempfile.TemporaryDirectory() as folder:
        rows = reader_of(Path(folder), file_of(written, table), table).rows

    assert [record_of(table, entry.cells) for entry in rows.newest.values()] == written
    assert not rows.problems


@pytest.mark.parametrize("kind", WITH_TEXT)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_any_text_saved_in_any_text_field_is_read_by_the_next_journal(
    kind: type[Record], data: st.DataObject
) -> None:
    columns = text_columns(table_of(kind))
    words = {
        column.name: data.draw(
            texts.filter(bool) if column.name in EMPTY_NOT_ALLOWED else texts, label=column.name
        )
        for column in columns
    }
    with tempfile.TemporaryDirectory() as folder:
        kept = open_at(Path(folder) / "journal").add(example(kind, **words))
        journal = open_at(Path(folder) / "journal")

        assert journal.records(kind.table) == (kept,)
    for name, text in words.items():
        assert getattr(kept, name) == settled(text)


@pytest.mark.parametrize("kind", WITH_TEXT)
@pytest.mark.parametrize("character", ["\0", chr(0xD800), chr(0xDFFF)], ids=ascii)
def test_what_no_text_file_can_keep_is_refused_with_a_reason(
    kind: type[Record], character: str
) -> None:
    for column in text_columns(table_of(kind)):
        with pytest.raises(InvalidRecordError) as caught:
            example(kind, **{column.name: f"before {character} after"})

        (fault,) = caught.value.faults
        assert fault.field == column.name
        assert "NUL" in fault.expected or "half of one" in fault.expected
        assert "before" not in str(caught.value)


@pytest.mark.parametrize("kind", WITH_TEXT)
def test_every_naughty_string_comes_back_in_every_text_field(
    kind: type[Record], shared_data: Path, tmp_path: Path
) -> None:
    table = table_of(kind)
    naughty = json.loads((shared_data / NAUGHTY).read_text(encoding="utf-8"))
    assert len(naughty) >= 515
    names = [column.name for column in text_columns(table)]
    written = [
        example(kind, **dict.fromkeys(names, text or "x")) for text in naughty if "\0" not in text
    ]
    kept = open_at(tmp_path / "journal").add_all(written)
    journal = open_at(tmp_path / "journal")

    assert len(kept) >= 510
    assert list(journal.records(kind.table)) == kept
    for record, text in zip(kept, (t for t in naughty if "\0" not in t), strict=True):
        assert {getattr(record, name) for name in names} == {settled(text or "x")}


@pytest.mark.parametrize("kind", KINDS)
def test_empty_cells_give_back_the_very_values_that_were_written(kind: type[Record]) -> None:
    table = table_of(kind)
    bare = saved(example(kind))
    for column in table.content_columns:
        empty: object = "" if column.kind in ("line", "long", "link", "id") else None
        try:
            record = bare.with_changes(**{column.name: empty})
        except InvalidRecordError:
            continue
        assert record_of(table, cells_of(table, record)) == record, column.name


def test_an_answer_of_a_megabyte_comes_back(tmp_path: Path) -> None:
    kind = next(kind for kind in REQUIRED if kind.table == "answers")
    long = ['"quoted", and\n' * 70_000, "\n" * 1_000_000, "\U0001f600é" * 300_000]
    kept = open_at(tmp_path / "journal").add_all([example(kind, answer=text) for text in long])

    journal = open_at(tmp_path / "journal")

    assert [answer.answer for answer in journal.answers] == long
    assert list(journal.answers) == kept
    assert {problem.kind for problem in journal.problems} == {"orphan"}
