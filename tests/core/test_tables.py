"""The tables are read off the records, and agree with the design."""

from __future__ import annotations

import pytest

from interview_journal.core import records as rec
from interview_journal.core.choices import (
    ACTION_STATUS,
    APPLICATION_STATUS,
    CHANNELS,
    FORECAST_EVENTS,
    OUTCOMES,
    PERSON_KINDS,
    RATING_TARGETS,
    RESPONSE_TYPES,
    SOURCES,
    VERDICTS,
)
from interview_journal.core.tables import END_COLUMN, TABLES, table_named, table_of
from interview_journal.store.guard import guard_text

BOOKKEEPING = ("id", "revision", "saved_at", "removed")


def test_every_table_of_the_design_is_there_parents_before_children() -> None:
    assert list(TABLES) == [
        "applications", "interviews", "people", "encounters", "references", "answers", "criteria",
        "ratings", "forecasts", "actions", "verdicts", "question_links", "rehearsals", "settings",
    ]  # fmt: skip
    seen: set[str] = set()
    for table in TABLES.values():
        assert {parent.table for parent in table.parents} <= seen
        seen.add(table.name)


@pytest.mark.parametrize("name", TABLES)
def test_bookkeeping_comes_first_and_the_end_mark_last(name: str) -> None:
    table = table_named(name)

    assert table.header[:4] == BOOKKEEPING
    assert table.header[-1] == END_COLUMN
    assert len(set(table.header)) == len(table.header)
    assert [c.name for c in table.content_columns] == list(table.header[4:-1])
    assert table.file_name == f"{name}.csv"
    assert table_of(table.record) is table


@pytest.mark.parametrize("name", TABLES)
def test_no_stored_choice_or_prefix_can_be_taken_for_something_else(name: str) -> None:
    for column in TABLES[name].columns:
        for choice in column.choices:
            assert guard_text(choice) == choice
            assert choice == choice.lower().strip()
    assert TABLES[name].record.id_prefix.isalpha()


def test_the_prefixes_tell_the_tables_apart() -> None:
    assert len({table.record.id_prefix for table in TABLES.values()}) == len(TABLES)


def test_bounds_choices_and_kinds_come_from_the_record() -> None:
    columns = {column.name: column for column in TABLES["interviews"].columns}

    assert (columns["duration_minutes"].low, columns["duration_minutes"].high) == (1, 1440)
    assert columns["contact_channel"].choices == tuple(CHANNELS)
    assert columns["contact_channel"].kind == "choice"
    assert columns["held_on"].kind == "day"
    assert columns["held_on"].required
    assert columns["started_at"].kind == "moment"
    assert columns["time_zone"].kind == "id"
    assert columns["further_rounds"].kind == "yes_no"
    assert columns["kind"].is_free_text
    assert not columns["application_id"].is_free_text
    assert {c.name: c.kind for c in TABLES["criteria"].columns}["weight"] == "number"


@pytest.mark.parametrize(
    ("table", "column", "said"),
    [
        ("applications", "status", APPLICATION_STATUS),
        ("interviews", "outcome", OUTCOMES),
        ("interviews", "source", SOURCES),
        ("people", "kind", PERSON_KINDS),
        ("answers", "response_type", RESPONSE_TYPES),
        ("ratings", "target", RATING_TARGETS),
        ("forecasts", "event", FORECAST_EVENTS),
        ("actions", "status", ACTION_STATUS),
        ("verdicts", "verdict", VERDICTS),
    ],
)
def test_every_choice_has_words_for_the_screen(
    table: str, column: str, said: dict[str, str]
) -> None:
    (found,) = (c for c in TABLES[table].columns if c.name == column)
    assert found.choices == tuple(said)


def test_an_unknown_table_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        table_named("secrets")
    assert rec.Answer.table in TABLES
