"""Texts of a form become a record's values; all that does not fit is said at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from interview_journal.core.records import Answer, Encounter, Interview
from interview_journal.errors import InvalidRecordError, SaveFailedError
from interview_journal.widgets.typed_values import (
    FormFaultsError,
    faults_by_field,
    text_of,
    typed_changes,
)


def test_values_and_texts_go_both_ways() -> None:
    names = ("round", "kind", "held_on", "account", "further_rounds", "contact_channel")
    values = (2, "trial day", date(2026, 3, 4), "  We talked. \n", False, "phone")
    texts = {name: text_of(value) for name, value in zip(names, values, strict=True)}
    assert tuple(typed_changes(Interview, names, texts).values()) == values


def test_an_empty_text_is_nothing() -> None:
    names = ("account", "kind", "answer_by", "duration_minutes", "further_rounds", "source")
    typed = typed_changes(Interview, names, {"account": " \n", "kind": " "})
    assert list(typed.values()) == ["", "", None, None, None, None]


def test_all_faults_are_said_at_once() -> None:
    texts = {"duration_minutes": "0", "answer_in_days_min": "soon", "answer_by": "Friday"}
    with pytest.raises(FormFaultsError) as caught:
        typed_changes(Interview, texts, texts)
    assert caught.value.faults == {
        "duration_minutes": "A whole number from 1 to 1440, or leave it empty.",
        "answer_in_days_min": "A whole number from 0 to 730, or leave it empty.",
        "answer_by": "Choose a day, such as 2026-03-04.",
    }
    assert str(caught.value).count("whole number") == 2


def test_a_record_that_refuses_says_so_beside_its_field() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Answer(interview_id="i_1", question="a\0b")
    assert "NUL" in faults_by_field(caught.value)["question"]


def test_an_error_about_no_field_has_no_fields() -> None:
    from pathlib import Path

    assert faults_by_field(SaveFailedError(Path("a"), "x", "y")) == {}


def test_moments_and_links_are_texts_too() -> None:
    assert text_of(datetime(2026, 3, 4, 18, 0, tzinfo=UTC)) == "2026-03-04T18:00:00+00:00"
    assert typed_changes(Encounter, ["person_id"], {"person_id": " n_1 "}) == {"person_id": "n_1"}
