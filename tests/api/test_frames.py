"""A frame has the table's columns, typed, and one row a record."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from interview_journal.api.frames import frame
from interview_journal.core.records import Answer, Interview, Setting
from interview_journal.core.tables import TABLES

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


def test_a_frame_has_the_tables_columns_in_order() -> None:
    shown = frame([Answer(interview_id="i_x", question="Why?", answer="NA")])
    assert list(shown.columns) == [column.name for column in TABLES["answers"].columns]
    assert shown["answer"].tolist() == ["NA"]


def test_every_kind_of_column_has_its_type_also_where_nothing_is_known() -> None:
    known = Interview(
        application_id="p_x",
        held_on=date(2026, 3, 4),
        started_at=NOW,
        duration_minutes=45,
        further_rounds=True,
        outcome="advanced",
    )
    shown = frame([known, Interview(application_id="p_x", held_on=date(2026, 4, 1))])
    assert shown["held_on"].dtype == "datetime64[s]"
    assert shown["started_at"].dtype == "datetime64[s, UTC]"
    assert shown["duration_minutes"].dtype == "Int64"
    assert shown["further_rounds"].dtype == "boolean"
    assert shown["started_at"].tolist()[0] == pd.Timestamp(NOW)
    assert shown["duration_minutes"].isna().tolist() == [False, True]
    assert shown["outcome"].isna().tolist() == [False, True]
    assert frame([known]).dtypes.equals(shown.dtypes)


def test_no_records_make_an_empty_frame() -> None:
    assert frame([]).empty


def test_records_of_two_kinds_are_refused() -> None:
    with pytest.raises(TypeError, match="Answer, Setting"):
        frame([Answer(interview_id="i_x"), Setting(name="tone", value="warm")])
