"""Each kind of claim: value, unit, head and place, exactly."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interview_journal.analysis.consistency.claims import claims_of, read_claims
from interview_journal.analysis.consistency.reading import read_answer
from tests.analysis.consistency.tables import load_table, rows_of

KINDS = set(load_table("claims.toml"))


@pytest.mark.parametrize("row", rows_of("claims.toml"))
def test_what_a_sentence_claims(row: dict[str, Any]) -> None:
    said = row["said"]
    found = [
        {
            "kind": claim.kind,
            "low": pytest.approx(claim.low, abs=0.006),
            "high": pytest.approx(claim.high, abs=0.006),
            "unit": claim.unit,
            "head": claim.head,
            "group": claim.group,
            "span": said[slice(*claim.span)],
        }
        for claim in read_claims(said, row.get("asked", ""))
    ]
    empty = {"unit": "", "head": "", "group": ""}
    assert found == [empty | claim for claim in row["claims"]]


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("I made twenty-six fifty an hour.", [26.5]),
        ("They offered twenty-six, fifty an hour was more.", [26, 50]),
        ("I read twenty-six fifty page reports.", [26, 50]),
        ("I am on 12 LPA.", [1_200_000]),
        ("I am on 1200000 LPA.", [1_200_000]),
    ],
)
def test_what_is_one_price_and_what_is_written_out_already(said: str, values: list[float]) -> None:
    assert [claim.low for claim in read_claims(said)] == pytest.approx(values)


def test_there_are_sentences_for_every_kind() -> None:
    named = {"money", "percent", "age", "duration", "rate", "date", "count", "none"}
    assert named <= KINDS


def test_a_length_of_time_meets_a_date_through_the_day_of_the_interview() -> None:
    said = read_claims("I have been at Acme for three years.", said_on=date(2024, 7, 1))
    [since] = [claim for claim in said if claim.unit == "since"]
    assert (round(since.low, 1), round(since.high, 1)) == (2020.7, 2021.7)
    assert since.names == {"acme"}


def test_claims_come_in_the_order_in_which_they_were_said() -> None:
    readings = read_answer("Five shops and two vans. I am 40. It was a month or two in 2012.")
    spans = [claim.span for claim in claims_of(readings) if claim.unit != "since"]
    assert spans == sorted(spans)
    assert len(spans) == 5
