"""Records are frozen values that print nothing of what they hold."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from interview_journal.core import records as rec
from interview_journal.core.tables import TABLES
from tests.store.examples import NOW, REQUIRED, example, text_columns

KINDS = [pytest.param(kind, id=kind.table) for kind in REQUIRED]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_draws_its_own_id_and_is_not_saved_yet(kind: type[rec.Record]) -> None:
    one, other = example(kind), example(kind)

    assert one.id != other.id
    assert one.id.startswith(f"{kind.id_prefix}_")
    assert (one.revision, one.saved_at, one.removed) == (0, None, False)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_label_and_a_help_text(kind: type[rec.Record]) -> None:
    for column in TABLES[kind.table].columns:
        assert column.label != column.name
        assert column.help.endswith((".", "...")), column.name
    assert kind.noun
    assert kind.__doc__


@pytest.mark.parametrize("kind", KINDS)
def test_printing_a_record_shows_no_words(kind: type[rec.Record]) -> None:
    words = {column.name: "private words" for column in text_columns(TABLES[kind.table])}
    record = example(kind, **words)

    for shown in (repr(record), str(record), f"{record}", repr([record])):
        assert "private" not in shown
        assert record.id in shown


def test_a_record_cannot_be_changed_in_place() -> None:
    answer = example(rec.Answer)
    with pytest.raises(AttributeError, match="frozen") as caught:
        answer.note = "private words"
    assert "private" not in str(caught.value)
    assert answer.note == ""


def test_changes_make_a_new_checked_record() -> None:
    answer = example(rec.Answer, question="Why?")
    changed = answer.with_changes(answer="Because\r\nof it.")

    assert (changed.id, changed.question, changed.answer) == (answer.id, "Why?", "Because\nof it.")
    assert answer.answer == ""


def test_two_records_have_the_same_content_whenever_they_were_saved() -> None:
    answer = example(rec.Answer)

    assert answer.same_content(answer.with_changes(saved_at=NOW))
    assert not answer.same_content(answer.with_changes(note="other"))
    assert not answer.same_content(example(rec.Setting, id=answer.id))


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_survives_pickling_and_hashing(kind: type[rec.Record]) -> None:
    record: Any = example(kind, saved_at=NOW)

    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes
    assert len({record, record.with_changes()}) == 1
