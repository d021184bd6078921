"""What is wrong with a record is said in plain words, and never in the person's own."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from interview_journal.core import records as rec
from interview_journal.core.tables import TABLES
from interview_journal.errors import InvalidRecordError
from tests.store.examples import NOW, REQUIRED


def fault_of(kind: type[rec.Record], **values: Any) -> tuple[str, str, str]:
    with pytest.raises(InvalidRecordError) as caught:
        kind(**(REQUIRED[kind] | values))
    (fault,) = caught.value.faults
    return fault.field, fault.expected, fault.found


def kind_of(table: str) -> Any:
    """Return a kind of record, to be called with whatever is wrong."""
    return TABLES[table].record


@pytest.mark.parametrize(
    ("kind", "values", "fault"),
    [
        (rec.Answer, {"position": 0}, ("position", "a number from 1 to 9999", "0")),
        (rec.Answer, {"position": "six"}, ("position", "a whole number", "text of 3 characters")),
        (rec.Answer, {"position": 1.5}, ("position", "a whole number", "1.5")),
        (rec.Answer, {"position": True}, ("position", "a whole number", "True")),
        (rec.Answer, {"question": None}, ("question", "text", "nothing")),
        (rec.Answer, {"question": ["my words"]}, ("question", "text", "a list")),
        (rec.Answer, {"position": 10**50}, ("position", "a number from 1 to 9999", "an int")),
        (rec.Criterion, {"weight": float("nan")}, ("weight", "a number", "nan")),
        (rec.Criterion, {"weight": float("inf")}, ("weight", "a number", "inf")),
        (rec.Criterion, {"name": ""}, ("name", "some text", "empty text")),
        (rec.Setting, {"name": "\ud800"}, (
            "name",
            "text in whole characters; it holds half of one (a lone surrogate)",
            "text of 1 character",
        )),
        (rec.QuestionLink, {"same": "yes"}, ("same", "yes or no", "text of 3 characters")),
        (rec.Interview, {"held_on": "2026"}, ("held_on", "a date", "text of 4 characters")),
        (rec.Interview, {"held_on": NOW}, ("held_on", "a date", str(NOW))),
        (rec.Rehearsal, {"rehearsed_at": date(2026, 3, 4)}, (
            "rehearsed_at", "a time with its offset from UTC", "2026-03-04",
        )),
        (rec.Interview, {"source": "dreams"}, (
            "source", "one of 'memory', 'notes' or 'transcript'", "text of 6 characters",
        )),
    ],
)  # fmt: skip
def test_each_kind_of_wrong_value_is_named_with_what_was_expected(
    kind: type[rec.Record], values: dict[str, Any], fault: tuple[str, str, str]
) -> None:
    assert fault_of(kind, **values) == fault


def test_a_naive_time_is_told_what_it_lacks() -> None:
    field, expected, _ = fault_of(rec.Rehearsal, rehearsed_at=datetime(2026, 3, 4))  # noqa: DTZ001
    assert (field, expected[:30]) == ("rehearsed_at", "a time with its offset from UT")


def test_a_field_that_is_missing_is_named() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        kind_of("interviews")()
    assert [fault.field for fault in caught.value.faults] == ["application_id", "held_on"]
    assert {fault.found for fault in caught.value.faults} == {"nothing"}


def test_a_field_that_does_not_exist_is_told_the_fields_that_do() -> None:
    field, expected, _ = fault_of(rec.Setting, colour="blue")
    assert field == "colour"
    assert expected.startswith("one of the fields id, revision")


def test_all_faults_are_gathered_in_one_sentence_each() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        kind_of("answers")(interview_id="i_x", position=0, question=7, response_type="song")
    assert len(caught.value.faults) == 3
    assert str(caught.value).count("expected") == 3


def test_a_person_s_words_are_never_repeated() -> None:
    secret = "the patient in room four"
    for values in ({"position": secret}, {"question": [secret]}, {"interview_id": secret}):
        with pytest.raises(InvalidRecordError) as caught:
            kind_of("answers")(**({"interview_id": "i_x"} | values))
        assert secret not in str(caught.value)
        assert secret not in repr(caught.value)
        assert secret not in str(caught.value.__context__)
        assert caught.value.__cause__ is None
