"""Records, rows and files that the tests of the store start from."""

from __future__ import annotations

import string
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from interview_journal.core import records as rec
from interview_journal.core.tables import TABLES, Column, Table, table_of
from interview_journal.store.journal import Journal
from interview_journal.store.layout import canonical_header
from interview_journal.store.row_form import cells_of, end_mark, row_bytes
from interview_journal.store.table_reader import TableReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.records import Record

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=timezone(timedelta(hours=1)))

ANSWERS = TABLES["answers"]
HEADER = [*ANSWERS.header]

REQUIRED: dict[type[Record], dict[str, Any]] = {
    rec.Application: {"company": "Acme"},
    rec.Interview: {"application_id": "p_acme", "held_on": date(2026, 3, 4)},
    rec.Person: {"name": "Ana"},
    rec.Encounter: {"interview_id": "i_first", "person_id": "n_ana"},
    rec.Reference: {"application_id": "p_acme", "person_id": "n_ana"},
    rec.Answer: {"interview_id": "i_first"},
    rec.Criterion: {"name": "Clear"},
    rec.Rating: {"answer_id": "a_one", "rated_at": NOW},
    rec.Forecast: {"interview_id": "i_first", "percent": 70, "forecast_at": NOW},
    rec.Action: {"key": "thank-you"},
    rec.Verdict: {"key": "count", "verdict": "both fine"},
    rec.QuestionLink: {"question_a": "Why?", "question_b": "Why us?", "same": True},
    rec.Rehearsal: {"rehearsed_at": NOW},
    rec.Setting: {"name": "hide_scores"},
}
"""The least each kind of record needs."""


def example(kind: type[Record], /, **changes: Any) -> Any:
    """Return a record with what is required and these values."""
    return kind(**(REQUIRED[kind] | changes))


def text_columns(table: Table) -> list[Column]:
    """Return the columns that hold a person's words."""
    return [column for column in table.columns if column.is_free_text]


def open_at(path: Path) -> Journal:
    """Return the journal in that folder, at the hour all these tests happen."""
    return Journal(path, now=lambda: NOW)


def saved(record: Record, revision: int = 1, at: datetime = NOW) -> Any:
    """Return the record as a save leaves it."""
    return record.with_changes(revision=revision, saved_at=at)


def answers(count: int, **changes: Any) -> list[rec.Answer]:
    """Return so many saved answers with ids in order: a_aa, a_ab, ..."""
    letters = string.ascii_lowercase
    return [
        saved(
            rec.Answer(
                id=f"a_{letters[n // 26]}{letters[n % 26]}",
                interview_id="i_first",
                position=n + 1,
                **({"question": f"Question {n}?", "answer": f"Words {n},\nand more."} | changes),
            )
        )
        for n in range(count)
    ]


def row_of(record: Record) -> list[str]:
    """Return the record's stored row, ``end`` last."""
    cells = cells_of(table_of(type(record)), record)
    return [*cells, end_mark(cells)]


def file_of(records: Sequence[Record], table: Table = ANSWERS) -> bytes:
    """Return the whole file that holds these records."""
    return canonical_header(table) + row_bytes(map(row_of, records))


def reader_of(folder: Path, data: bytes, table: Table = ANSWERS) -> TableReader:
    """Return what is read from a table's file with these bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / table.file_name
    path.write_bytes(data)
    reader = TableReader(path, table)
    reader.look()
    return reader


def settled(text: str) -> str:
    """Return the text as a record keeps it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


# Strategies -------------------------------------------------------------------------------

any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200)
awkward_text = st.lists(
    st.sampled_from(
        [
            "'",
            '"',
            '""',
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r",
            "\r\n",
            "=",
            "+1",
            "-",
            "@",
            "007",
            " ",
            "NA",
            "true",
            "é",
            "\u202e",
            "\ufeff",
            "\x0b",
            "\x1a",
            "\x85",
            "\u2028",
            "😀",
            "word",
        ]
    ),
    max_size=12,
).map("".join)
texts = any_text | awkward_text

offsets = st.integers(-24 * 60 + 1, 24 * 60 - 1).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(timezones=offsets).map(lambda moment: moment.replace(microsecond=0))
ids = st.from_regex(r"[a-z]_[a-z2-9]{1,16}", fullmatch=True)


def _values(column: Column) -> st.SearchStrategy[Any]:
    by_kind: dict[str, st.SearchStrategy[Any]] = {
        "id": ids if column.name == "id" else st.sampled_from(["", "Europe/Berlin", "Etc/GMT+5"]),
        "link": st.just("") | ids,
        "line": texts,
        "long": texts,
        "choice": st.sampled_from(column.choices or ("",)),
        "whole": st.integers(int(column.low or 0), int(column.high or 10**9 - 1)),
        "number": st.floats(column.low, column.high, allow_nan=False),
        "yes_no": st.booleans(),
        "day": st.dates(),
        "moment": moments,
    }
    return by_kind[column.kind]


_NEVER_EMPTY = {"company", "name", "key", "criterion"}


def records_of(table: Table) -> st.SearchStrategy[Any]:
    """Return records of that table with any value in any field."""
    names = {column.name: _values(column) for column in table.columns}
    for name in _NEVER_EMPTY & names.keys():
        names[name] = names[name].filter(bool)
    names["revision"] = st.integers(1, 10**9 - 1)
    needed = {c.name for c in table.columns if c.required} | {"id", "revision", "saved_at"}
    return st.fixed_dictionaries(
        {name: strategy for name, strategy in names.items() if name in needed},
        optional={name: strategy for name, strategy in names.items() if name not in needed},
    ).map(lambda values: table.record(**values))
